"""A wish for another wording says which part of the minutes it is about; until now it was what the item came to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the part."""
    op.add_column("amendment", sa.Column("part", sa.String(), nullable=False, server_default="conclusion"))


def downgrade() -> None:
    """Take it away."""
    op.drop_column("amendment", "part")
