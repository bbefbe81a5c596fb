"""Who is at the table, and the meetings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "body",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name_sv", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_body")),
    )

    op.create_table(
        "seat",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("body_id", sa.String(), nullable=True),
        sa.Column("title_sv", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("deputy_for", sa.String(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_seat_body_id_body")),
        sa.ForeignKeyConstraint(["deputy_for"], ["seat.id"], name=op.f("fk_seat_deputy_for_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat")),
    )
    op.create_index(op.f("ix_seat_body_id"), "seat", ["body_id"], unique=False)
    op.create_index(op.f("ix_seat_deputy_for"), "seat", ["deputy_for"], unique=False)
    op.create_index(op.f("ix_seat_party_id"), "seat", ["party", "id"], unique=False)

    op.create_table(
        "term",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("seat_id", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("chairs", sa.String(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_term_seat_id_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term")),
    )
    op.create_index(op.f("ix_term_from_on_id"), "term", ["from_on", "id"], unique=False)
    op.create_index(op.f("ix_term_seat_id"), "term", ["seat_id"], unique=False)

    op.create_table(
        "unit",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name_sv", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("region_leader", sa.String(), nullable=True),
        sa.Column("municipality_leader", sa.String(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["municipality_leader"], ["seat.id"], name=op.f("fk_unit_municipality_leader_seat")),
        sa.ForeignKeyConstraint(["region_leader"], ["seat.id"], name=op.f("fk_unit_region_leader_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
    )
    op.create_index(op.f("ix_unit_municipality_leader"), "unit", ["municipality_leader"], unique=False)
    op.create_index(op.f("ix_unit_region_leader"), "unit", ["region_leader"], unique=False)

    op.create_table(
        "meeting",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place_sv", sa.String(), nullable=True),
        sa.Column("place_en", sa.String(), nullable=True),
        sa.Column("called_by", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
    )
    op.create_index(op.f("ix_meeting_held_on_id"), "meeting", ["held_on", "id"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("seat_id", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_attendance_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_attendance_seat_id_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
    )
    op.create_index(op.f("ix_attendance_meeting_id"), "attendance", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_attendance_seat_id"), "attendance", ["seat_id"], unique=False)

    op.create_table(
        "agenda_item",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title_sv", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("perspective", sa.String(), nullable=True),
        sa.Column("indicators", sa.JSON(), nullable=False),
        sa.Column("presenter", sa.String(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("why_sv", sa.String(), nullable=True),
        sa.Column("why_en", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["presenter"], ["seat.id"], name=op.f("fk_agenda_item_presenter_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    op.create_index(op.f("ix_agenda_item_about"), "agenda_item", ["about"], unique=False)
    op.create_index(
        op.f("ix_agenda_item_meeting_id_position_id"), "agenda_item", ["meeting_id", "position", "id"], unique=False
    )
    op.create_index(op.f("ix_agenda_item_presenter"), "agenda_item", ["presenter"], unique=False)

    op.create_table(
        "item_minutes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("background_sv", sa.String(), nullable=True),
        sa.Column("background_en", sa.String(), nullable=True),
        sa.Column("discussion_sv", sa.String(), nullable=True),
        sa.Column("discussion_en", sa.String(), nullable=True),
        sa.Column("views_sv", sa.String(), nullable=True),
        sa.Column("views_en", sa.String(), nullable=True),
        sa.Column("conclusion_sv", sa.String(), nullable=False),
        sa.Column("conclusion_en", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_item_minutes_item_id_agenda_item")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_minutes")),
    )
    op.create_index(op.f("ix_item_minutes_item_id"), "item_minutes", ["item_id"], unique=False)

    op.create_table(
        "minutes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("why_sv", sa.String(), nullable=True),
        sa.Column("why_en", sa.String(), nullable=True),
        sa.Column("circulated_on", sa.Date(), nullable=True),
        sa.Column("locked_on", sa.Date(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_minutes_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes")),
    )
    op.create_index(op.f("ix_minutes_meeting_id"), "minutes", ["meeting_id"], unique=False)

    op.create_table(
        "amendment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("seat_id", sa.String(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("text_sv", sa.String(), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("answer_sv", sa.String(), nullable=True),
        sa.Column("answer_en", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_amendment_item_id_agenda_item")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_amendment_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_amendment_seat_id_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
    )
    op.create_index(op.f("ix_amendment_item_id"), "amendment", ["item_id"], unique=False)
    op.create_index(op.f("ix_amendment_meeting_id"), "amendment", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_amendment_proposed_on_id"), "amendment", ["proposed_on", "id"], unique=False)
    op.create_index(op.f("ix_amendment_seat_id"), "amendment", ["seat_id"], unique=False)

    op.create_table(
        "approval",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.String(), nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_sv", sa.String(), nullable=True),
        sa.Column("cancelled_en", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_approval_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_approval_seat_id_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
    )
    op.create_index(op.f("ix_approval_approved_on_id"), "approval", ["approved_on", "id"], unique=False)
    op.create_index(op.f("ix_approval_meeting_id"), "approval", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_approval_seat_id"), "approval", ["seat_id"], unique=False)


def downgrade() -> None:
    """Take them away."""
    op.drop_table("approval")
    op.drop_table("amendment")
    op.drop_table("minutes")
    op.drop_table("item_minutes")
    op.drop_table("agenda_item")
    op.drop_table("attendance")
    op.drop_table("meeting")
    op.drop_table("unit")
    op.drop_table("term")
    op.drop_table("seat")
    op.drop_table("body")
