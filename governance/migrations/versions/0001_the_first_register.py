"""The register as it was before there were steps: decisions, the numbers they set, and events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TEXTS = {"decision": ("title", "text", "reason"), "event": ("title", "text"), "recalculation": ("reason",)}


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "decision",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        *_texts("decision"),
        sa.Column("indicators", sa.JSON(), nullable=False),
        *_kept(),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        *_texts("event"),
        sa.Column("indicators", sa.JSON(), nullable=False),
        sa.Column("units", sa.JSON(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        *_kept(),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    op.create_table(
        "target",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("end_value", sa.Float(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        *_by_a_decision("target"),
        sa.PrimaryKeyConstraint("number", name="pk_target"),
        sa.UniqueConstraint(
            "indicator_id", "organisation", "from_on", name="uq_target_indicator_id_organisation_from_on"
        ),
    )
    op.create_table(
        "recalculation",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        *_texts("recalculation"),
        *_by_a_decision("recalculation"),
        sa.PrimaryKeyConstraint("number", name="pk_recalculation"),
        sa.UniqueConstraint(
            "indicator_id", "organisation", "from_on", name="uq_recalculation_indicator_id_organisation_from_on"
        ),
    )
    op.create_table(
        "cost_split",
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("region_share", sa.Float(), nullable=False),
        *_by_a_decision("cost_split"),
        sa.PrimaryKeyConstraint("from_on", name="pk_cost_split"),
    )
    op.create_table(
        "price_level",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("name_sv", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("source_sv", sa.String(), nullable=False),
        sa.Column("source_en", sa.String(), nullable=False),
        sa.Column("base_year", sa.Integer(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        *_by_a_decision("price_level"),
        sa.PrimaryKeyConstraint("number", name="pk_price_level"),
        sa.UniqueConstraint("year", "published_on", name="uq_price_level_year_published_on"),
    )


def downgrade() -> None:
    """Take them away."""
    for table in ("price_level", "cost_split", "recalculation", "target", "event", "decision"):
        op.drop_table(table)


def _texts(table: str) -> list[sa.Column[str]]:
    return [
        sa.Column(f"{name}_{language}", sa.String(), nullable=False)
        for name in TEXTS[table]
        for language in ("sv", "en")
    ]


def _kept() -> list[sa.Column[object]]:
    return [sa.Column("version", sa.Integer(), nullable=False), sa.Column("added_at", sa.DateTime(), nullable=False)]


def _by_a_decision(table: str) -> list[sa.Column[object] | sa.ForeignKeyConstraint]:
    refers = sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=f"fk_{table}_decision_id_decision")
    return [sa.Column("decision_id", sa.String(), nullable=False), *_kept(), refers]
