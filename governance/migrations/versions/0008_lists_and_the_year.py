"""Lists that are found and ordered by one index, and the committee's own yearly round."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

FOUND = {
    "action": (("status", ("due_on", "id")), ("organisation", ("due_on", "id"))),
    "agenda_item": (("about", ("meeting_id", "position", "id")),),
    "agreement": (("to_on", ("from_on", "id")),),
    "undertaking": (("to_on", ("from_on", "id")),),
}
"""By table: what entries are found by, and the order they are then listed in."""


def upgrade() -> None:
    """Make the table, and the indexes anew with the order in them."""
    op.create_table(
        "yearly",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("title_sv", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("perspective", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_yearly")),
    )
    op.create_index(op.f("ix_yearly_month_id"), "yearly", ["month", "id"], unique=False)
    for table, indexes in FOUND.items():
        for name, order in indexes:
            op.drop_index(op.f(f"ix_{table}_{name}"), table_name=table)
            op.create_index(op.f(f"ix_{table}_{'_'.join((name, *order))}"), table, [name, *order], unique=False)


def downgrade() -> None:
    """Take them away."""
    for table, indexes in FOUND.items():
        for name, order in indexes:
            op.drop_index(op.f(f"ix_{table}_{'_'.join((name, *order))}"), table_name=table)
            op.create_index(op.f(f"ix_{table}_{name}"), table, [name], unique=False)
    op.drop_table("yearly")
