"""Improvement, target groups, risks, words, and the committee's earlier history."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "cycle",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title_sv", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("indicator_id", sa.String(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("plan_sv", sa.String(), nullable=False),
        sa.Column("plan_en", sa.String(), nullable=False),
        sa.Column("do_sv", sa.String(), nullable=True),
        sa.Column("do_en", sa.String(), nullable=True),
        sa.Column("study_sv", sa.String(), nullable=True),
        sa.Column("study_en", sa.String(), nullable=True),
        sa.Column("act_sv", sa.String(), nullable=True),
        sa.Column("act_en", sa.String(), nullable=True),
        sa.Column("before", sa.Float(), nullable=True),
        sa.Column("after", sa.Float(), nullable=True),
        sa.Column("decision_id", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_cycle_decision_id_decision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cycle")),
    )
    op.create_index(op.f("ix_cycle_decision_id"), "cycle", ["decision_id"], unique=False)
    op.create_index(op.f("ix_cycle_started_on_id"), "cycle", ["started_on", "id"], unique=False)

    op.create_table(
        "evaluation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("title_sv", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("finding_sv", sa.String(), nullable=False),
        sa.Column("finding_en", sa.String(), nullable=False),
        sa.Column("response_sv", sa.String(), nullable=True),
        sa.Column("response_en", sa.String(), nullable=True),
        sa.Column("responded_on", sa.Date(), nullable=True),
        sa.Column("decision_id", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_evaluation_decision_id_decision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation")),
    )
    op.create_index(op.f("ix_evaluation_decision_id"), "evaluation", ["decision_id"], unique=False)
    op.create_index(op.f("ix_evaluation_happened_on_id"), "evaluation", ["happened_on", "id"], unique=False)

    op.create_table(
        "target_group",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name_sv", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("identified_on", sa.Date(), nullable=False),
        sa.Column("included_on", sa.Date(), nullable=True),
        sa.Column("service_sv", sa.String(), nullable=True),
        sa.Column("service_en", sa.String(), nullable=True),
        sa.Column("gap_sv", sa.String(), nullable=True),
        sa.Column("gap_en", sa.String(), nullable=True),
        sa.Column("decision_id", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_target_group_decision_id_decision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target_group")),
    )
    op.create_index(op.f("ix_target_group_decision_id"), "target_group", ["decision_id"], unique=False)

    op.create_table(
        "risk",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title_sv", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("text_sv", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("indicators", sa.JSON(), nullable=False),
        sa.Column("agreement_id", sa.String(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_risk_agreement_id_agreement")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk")),
    )
    op.create_index(op.f("ix_risk_agreement_id"), "risk", ["agreement_id"], unique=False)
    op.create_index(op.f("ix_risk_review_on_id"), "risk", ["review_on", "id"], unique=False)

    op.create_table(
        "alignment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title_sv", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("note_sv", sa.String(), nullable=True),
        sa.Column("note_en", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alignment")),
    )

    op.create_table(
        "word",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("word_sv", sa.String(), nullable=False),
        sa.Column("word_en", sa.String(), nullable=False),
        sa.Column("region_sv", sa.String(), nullable=False),
        sa.Column("region_en", sa.String(), nullable=False),
        sa.Column("municipality_sv", sa.String(), nullable=False),
        sa.Column("municipality_en", sa.String(), nullable=False),
        sa.Column("together_sv", sa.String(), nullable=True),
        sa.Column("together_en", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word")),
    )

    op.create_table(
        "milestone",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("from_year", sa.Integer(), nullable=False),
        sa.Column("to_year", sa.Integer(), nullable=False),
        sa.Column("title_sv", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("target_group", sa.String(), nullable=False),
        sa.Column("responds_to", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestone")),
    )
    op.create_index(op.f("ix_milestone_from_year_id"), "milestone", ["from_year", "id"], unique=False)


def downgrade() -> None:
    """Take them away."""
    op.drop_table("milestone")
    op.drop_table("word")
    op.drop_table("alignment")
    op.drop_table("risk")
    op.drop_table("target_group")
    op.drop_table("evaluation")
    op.drop_table("cycle")
