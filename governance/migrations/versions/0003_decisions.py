"""Decisions with their grounds and consequences; what rests on them is known by what it is about."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

TABLES = ("decision", "event", "target", "recalculation", "cost_split", "price_level")
KEYS = {
    "target": ("indicator_id", "organisation", "from_on"),
    "recalculation": ("indicator_id", "organisation", "from_on"),
    "cost_split": ("from_on",),
    "price_level": ("year", "published_on"),
}
FILLED = {"kind": "'other'", "evidence": "'[]'", "alternatives": "'[]'", "changed_at": "added_at"}
"""What a new column that may not be empty holds for a row that is already there."""


def upgrade() -> None:
    """Make the tables anew and move the rows over."""
    _move(_make)


def downgrade() -> None:
    """Move the rows back into the first tables."""
    _move(import_module("governance.migrations.versions.0001_the_first_register").upgrade)


def _move(make: Callable[[], None]) -> None:
    connection = op.get_bind()
    there = set(sa.inspect(connection).get_table_names())
    for table in reversed(TABLES):  # what refers to decisions goes first
        if table in there:
            every: sa.Select[Any] = sa.select(sa.literal_column("*")).select_from(sa.table(table))
            op.execute(sa.CreateTableAs(every, f"moved_{table}"))
            op.drop_table(table)
    make()
    inspector = sa.inspect(connection)
    for table in TABLES:
        if table not in there:
            continue
        had = {column["name"] for column in inspector.get_columns(f"moved_{table}")}
        columns = [column["name"] for column in inspector.get_columns(table) if column["name"] != "number"]
        values: list[sa.ColumnElement[Any]] = [
            sa.column(name) if name in had else sa.literal_column(_value(table, name)) for name in columns
        ]
        moved = sa.select(*values).select_from(sa.table(f"moved_{table}"))
        op.execute(sa.insert(sa.table(table, *map(sa.column, columns))).from_select(columns, moved))
        op.drop_table(f"moved_{table}")


def _value(table: str, column: str) -> str:
    if column == "id":
        return " || '/' || ".join(f"CAST({name} AS VARCHAR)" for name in KEYS[table])
    return FILLED.get(column, "NULL")


def _make() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("title_sv", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("text_sv", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("reason_sv", sa.String(), nullable=False),
        sa.Column("reason_en", sa.String(), nullable=False),
        sa.Column("indicators", sa.JSON(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=True),
        sa.Column("consequence_region_sv", sa.String(), nullable=True),
        sa.Column("consequence_region_en", sa.String(), nullable=True),
        sa.Column("consequence_municipality_sv", sa.String(), nullable=True),
        sa.Column("consequence_municipality_en", sa.String(), nullable=True),
        sa.Column("consequence_users_sv", sa.String(), nullable=True),
        sa.Column("consequence_users_en", sa.String(), nullable=True),
        sa.Column("mandate_region_sv", sa.String(), nullable=True),
        sa.Column("mandate_region_en", sa.String(), nullable=True),
        sa.Column("mandate_municipality_sv", sa.String(), nullable=True),
        sa.Column("mandate_municipality_en", sa.String(), nullable=True),
        sa.Column("consensus", sa.Boolean(), nullable=True),
        sa.Column("other_views_sv", sa.String(), nullable=True),
        sa.Column("other_views_en", sa.String(), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("alternatives", sa.JSON(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_decision_item_id_agenda_item")),
        sa.ForeignKeyConstraint(["supersedes"], ["decision.id"], name=op.f("fk_decision_supersedes_decision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    op.create_index(op.f("ix_decision_decided_on_id"), "decision", ["decided_on", "id"], unique=False)
    op.create_index(op.f("ix_decision_item_id"), "decision", ["item_id"], unique=False)
    op.create_index(op.f("ix_decision_supersedes"), "decision", ["supersedes"], unique=False)

    op.create_table(
        "target",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("indicator_id", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("end_value", sa.Float(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("decision_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_target_decision_id_decision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target")),
    )
    op.create_index(op.f("ix_target_decision_id"), "target", ["decision_id"], unique=False)
    op.create_index(
        op.f("ix_target_from_on_indicator_id_organisation"),
        "target",
        ["from_on", "indicator_id", "organisation"],
        unique=False,
    )

    op.create_table(
        "recalculation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("indicator_id", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("reason_sv", sa.String(), nullable=False),
        sa.Column("reason_en", sa.String(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_recalculation_decision_id_decision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recalculation")),
    )
    op.create_index(op.f("ix_recalculation_decision_id"), "recalculation", ["decision_id"], unique=False)
    op.create_index(
        op.f("ix_recalculation_from_on_indicator_id_organisation"),
        "recalculation",
        ["from_on", "indicator_id", "organisation"],
        unique=False,
    )

    op.create_table(
        "cost_split",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("region_share", sa.Float(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_cost_split_decision_id_decision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cost_split")),
    )
    op.create_index(op.f("ix_cost_split_decision_id"), "cost_split", ["decision_id"], unique=False)
    op.create_index(op.f("ix_cost_split_from_on"), "cost_split", ["from_on"], unique=False)

    op.create_table(
        "price_level",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("name_sv", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("source_sv", sa.String(), nullable=False),
        sa.Column("source_en", sa.String(), nullable=False),
        sa.Column("base_year", sa.Integer(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_price_level_decision_id_decision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_level")),
    )
    op.create_index(op.f("ix_price_level_decision_id"), "price_level", ["decision_id"], unique=False)
    op.create_index(op.f("ix_price_level_year_published_on"), "price_level", ["year", "published_on"], unique=False)

    op.create_table(
        "event",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("title_sv", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("text_sv", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("indicators", sa.JSON(), nullable=False),
        sa.Column("units", sa.JSON(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_index(op.f("ix_event_happened_on_id"), "event", ["happened_on", "id"], unique=False)
