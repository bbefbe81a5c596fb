"""The history of every change, its checkpoints, and the index that full-text search reads."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

SQLITE = (
    "CREATE VIRTUAL TABLE found USING fts5(sv, en, content='document', content_rowid='number', "
    "tokenize='unicode61 remove_diacritics 0', prefix='2 3 4')",
    "CREATE TRIGGER document_added AFTER INSERT ON document BEGIN "
    "INSERT INTO found (rowid, sv, en) VALUES (new.number, new.sv, new.en); END",
    "CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN "
    "INSERT INTO found (found, rowid, sv, en) VALUES ('delete', old.number, old.sv, old.en); END",
)
POSTGRESQL = (
    "ALTER TABLE document ADD COLUMN found tsvector "
    "GENERATED ALWAYS AS (to_tsvector('swedish', sv) || to_tsvector('english', en)) STORED",
    "CREATE INDEX ix_document_found ON document USING gin (found)",
)


def upgrade() -> None:
    """Make the tables, and a history that has not begun."""
    op.create_table(
        "history",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("object_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_history")),
    )
    op.create_index(op.f("ix_history_kind_object_id_number"), "history", ["kind", "object_id", "number"], unique=False)

    op.create_table(
        "head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("signature", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_head")),
    )

    op.create_table(
        "checkpoint",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("signature", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_checkpoint")),
    )

    op.create_table(
        "document",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("object_id", sa.String(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("sv", sa.String(), nullable=False),
        sa.Column("en", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_document")),
        sa.UniqueConstraint("kind", "object_id", name=op.f("uq_document_kind_object_id")),
    )
    op.execute("INSERT INTO head (id, number, sha256, signature) VALUES (1, 0, '', '')")
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Take them away."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE found")
    for table in ("document", "checkpoint", "head", "history"):
        op.drop_table(table)
