"""What follows from decisions, and agreements."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "follow_up",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=True),
        sa.Column("outcome_sv", sa.String(), nullable=True),
        sa.Column("outcome_en", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_follow_up_decision_id_decision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    op.create_index(op.f("ix_follow_up_decision_id"), "follow_up", ["decision_id"], unique=False)
    op.create_index(op.f("ix_follow_up_due_on_id"), "follow_up", ["due_on", "id"], unique=False)

    op.create_table(
        "action",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title_sv", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("text_sv", sa.String(), nullable=True),
        sa.Column("text_en", sa.String(), nullable=True),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("co_owner", sa.String(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=True),
        sa.Column("item_id", sa.String(), nullable=True),
        sa.Column("unit_id", sa.String(), nullable=True),
        sa.Column("expects_indicator", sa.String(), nullable=True),
        sa.Column("expects_direction", sa.String(), nullable=True),
        sa.Column("expects_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_action_decision_id_decision")),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_action_item_id_agenda_item")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_action_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    )
    op.create_index(op.f("ix_action_decision_id"), "action", ["decision_id"], unique=False)
    op.create_index(op.f("ix_action_due_on_id"), "action", ["due_on", "id"], unique=False)
    op.create_index(op.f("ix_action_item_id"), "action", ["item_id"], unique=False)
    op.create_index(op.f("ix_action_organisation"), "action", ["organisation"], unique=False)
    op.create_index(op.f("ix_action_status"), "action", ["status"], unique=False)
    op.create_index(op.f("ix_action_unit_id"), "action", ["unit_id"], unique=False)

    op.create_table(
        "action_update",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("text_sv", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("links", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_action_update_action_id_action")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_update")),
    )
    op.create_index(op.f("ix_action_update_action_id"), "action_update", ["action_id"], unique=False)
    op.create_index(op.f("ix_action_update_happened_on_id"), "action_update", ["happened_on", "id"], unique=False)

    op.create_table(
        "unit_cost_split",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("unit_id", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("region_share", sa.Float(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_unit_cost_split_decision_id_decision")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_unit_cost_split_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_cost_split")),
    )
    op.create_index(op.f("ix_unit_cost_split_decision_id"), "unit_cost_split", ["decision_id"], unique=False)
    op.create_index(op.f("ix_unit_cost_split_from_on_unit_id"), "unit_cost_split", ["from_on", "unit_id"], unique=False)
    op.create_index(op.f("ix_unit_cost_split_unit_id"), "unit_cost_split", ["unit_id"], unique=False)

    op.create_table(
        "unit_change",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("unit_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("text_sv", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("into", sa.JSON(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_unit_change_decision_id_decision")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_unit_change_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_change")),
    )
    op.create_index(op.f("ix_unit_change_decision_id"), "unit_change", ["decision_id"], unique=False)
    op.create_index(op.f("ix_unit_change_happened_on_id"), "unit_change", ["happened_on", "id"], unique=False)
    op.create_index(op.f("ix_unit_change_unit_id"), "unit_change", ["unit_id"], unique=False)

    op.create_table(
        "confirmation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("unit_id", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=False),
        sa.Column("note_sv", sa.String(), nullable=True),
        sa.Column("note_en", sa.String(), nullable=True),
        sa.Column("raised_sv", sa.String(), nullable=True),
        sa.Column("raised_en", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_confirmation_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmation")),
    )
    op.create_index(op.f("ix_confirmation_confirmed_on_id"), "confirmation", ["confirmed_on", "id"], unique=False)
    op.create_index(op.f("ix_confirmation_unit_id"), "confirmation", ["unit_id"], unique=False)

    op.create_table(
        "agreement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title_sv", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("text_sv", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("decision_id", sa.String(), nullable=True),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_agreement_decision_id_decision")),
        sa.ForeignKeyConstraint(["supersedes"], ["agreement.id"], name=op.f("fk_agreement_supersedes_agreement")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    op.create_index(op.f("ix_agreement_decision_id"), "agreement", ["decision_id"], unique=False)
    op.create_index(op.f("ix_agreement_from_on_id"), "agreement", ["from_on", "id"], unique=False)
    op.create_index(op.f("ix_agreement_supersedes"), "agreement", ["supersedes"], unique=False)
    op.create_index(op.f("ix_agreement_to_on"), "agreement", ["to_on"], unique=False)

    op.create_table(
        "revision",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("agreement_id", sa.String(), nullable=False),
        sa.Column("revised_on", sa.Date(), nullable=False),
        sa.Column("text_sv", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_revision_agreement_id_agreement")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_revision_decision_id_decision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    op.create_index(op.f("ix_revision_agreement_id"), "revision", ["agreement_id"], unique=False)
    op.create_index(op.f("ix_revision_decision_id"), "revision", ["decision_id"], unique=False)
    op.create_index(op.f("ix_revision_revised_on_id"), "revision", ["revised_on", "id"], unique=False)

    op.create_table(
        "clause",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("agreement_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text_sv", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("indicator_id", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_clause_agreement_id_agreement")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clause")),
    )
    op.create_index(op.f("ix_clause_agreement_id_number"), "clause", ["agreement_id", "number"], unique=False)

    op.create_table(
        "consultation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("agreement_id", sa.String(), nullable=False),
        sa.Column("body_id", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("view_sv", sa.String(), nullable=True),
        sa.Column("view_en", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_consultation_agreement_id_agreement")
        ),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_consultation_body_id_body")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation")),
    )
    op.create_index(op.f("ix_consultation_agreement_id"), "consultation", ["agreement_id"], unique=False)
    op.create_index(op.f("ix_consultation_asked_on_id"), "consultation", ["asked_on", "id"], unique=False)
    op.create_index(op.f("ix_consultation_body_id"), "consultation", ["body_id"], unique=False)

    op.create_table(
        "undertaking",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title_sv", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("amount_sek", sa.Float(), nullable=True),
        sa.Column("region_share", sa.Float(), nullable=True),
        sa.Column("agreement_id", sa.String(), nullable=True),
        sa.Column("unit_id", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_undertaking_agreement_id_agreement")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_undertaking_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_undertaking")),
    )
    op.create_index(op.f("ix_undertaking_agreement_id"), "undertaking", ["agreement_id"], unique=False)
    op.create_index(op.f("ix_undertaking_from_on_id"), "undertaking", ["from_on", "id"], unique=False)
    op.create_index(op.f("ix_undertaking_to_on"), "undertaking", ["to_on"], unique=False)
    op.create_index(op.f("ix_undertaking_unit_id"), "undertaking", ["unit_id"], unique=False)


def downgrade() -> None:
    """Take them away."""
    op.drop_table("undertaking")
    op.drop_table("consultation")
    op.drop_table("clause")
    op.drop_table("revision")
    op.drop_table("agreement")
    op.drop_table("confirmation")
    op.drop_table("unit_change")
    op.drop_table("unit_cost_split")
    op.drop_table("action_update")
    op.drop_table("action")
    op.drop_table("follow_up")
