"""The annual review: its steps, gaps, what the associations said, proposals and conclusion."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "annual_review",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("against", sa.Integer(), nullable=False),
        sa.Column("groups", sa.JSON(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annual_review")),
    )
    op.create_index(op.f("ix_annual_review_year_id"), "annual_review", ["year", "id"], unique=False)

    op.create_table(
        "gap",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("review_id", sa.String(), nullable=False),
        sa.Column("domain", sa.Integer(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("text_sv", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("service_sv", sa.String(), nullable=True),
        sa.Column("service_en", sa.String(), nullable=True),
        sa.Column("decision_id", sa.String(), nullable=True),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["review_id"], ["annual_review.id"], name=op.f("fk_gap_review_id_annual_review")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_gap_decision_id_decision")),
        sa.ForeignKeyConstraint(["owner"], ["seat.id"], name=op.f("fk_gap_owner_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gap")),
    )
    op.create_index(op.f("ix_gap_decision_id"), "gap", ["decision_id"], unique=False)
    op.create_index(op.f("ix_gap_owner"), "gap", ["owner"], unique=False)
    op.create_index(op.f("ix_gap_review_id_domain_id"), "gap", ["review_id", "domain", "id"], unique=False)

    op.create_table(
        "voice",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("review_id", sa.String(), nullable=False),
        sa.Column("body_id", sa.String(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("text_sv", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["review_id"], ["annual_review.id"], name=op.f("fk_voice_review_id_annual_review")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_voice_body_id_body")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voice")),
    )
    op.create_index(op.f("ix_voice_body_id"), "voice", ["body_id"], unique=False)
    op.create_index(op.f("ix_voice_review_id"), "voice", ["review_id"], unique=False)

    op.create_table(
        "proposal",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("review_id", sa.String(), nullable=False),
        sa.Column("gap_id", sa.String(), nullable=True),
        sa.Column("title_sv", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("text_sv", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["review_id"], ["annual_review.id"], name=op.f("fk_proposal_review_id_annual_review")),
        sa.ForeignKeyConstraint(["gap_id"], ["gap.id"], name=op.f("fk_proposal_gap_id_gap")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    op.create_index(op.f("ix_proposal_gap_id"), "proposal", ["gap_id"], unique=False)
    op.create_index(op.f("ix_proposal_review_id"), "proposal", ["review_id"], unique=False)

    op.create_table(
        "review_step",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("review_id", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("text_sv", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("seat_id", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["review_id"], ["annual_review.id"], name=op.f("fk_review_step_review_id_annual_review")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_review_step_seat_id_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_step")),
    )
    op.create_index(op.f("ix_review_step_review_id"), "review_step", ["review_id"], unique=False)
    op.create_index(op.f("ix_review_step_seat_id"), "review_step", ["seat_id"], unique=False)

    op.create_table(
        "conclusion",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("review_id", sa.String(), nullable=False),
        sa.Column("text_sv", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("release_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["review_id"], ["annual_review.id"], name=op.f("fk_conclusion_review_id_annual_review")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conclusion")),
    )
    op.create_index(op.f("ix_conclusion_review_id"), "conclusion", ["review_id"], unique=False)


def downgrade() -> None:
    """Take them away."""
    for table in ("conclusion", "review_step", "proposal", "voice", "gap", "annual_review"):
        op.drop_table(table)
