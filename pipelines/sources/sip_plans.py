"""Coordinated individual plans (SIP): what is written when both organisations plan with a person."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from metrics.problem import Text
from pipelines.contract import Broken, Contract, Source, code, day, pseudonym, reference, text, unit, yes_no


class SipPlans(Contract):
    """One row per plan."""

    person = pseudonym("Personens pseudonym", "The person's pseudonym", person=True)
    plan_id = reference("Planens nummer", "Number of the plan")
    unit = unit()
    form_version = text("Blankettens version", "Version of the form")
    initiated_by = text("Vem som tog initiativ", "Who took the initiative")
    motive_stated = yes_no("Skälet till planen är angivet", "The reason for the plan is stated")
    prepared_on = day("Förberedd", "Prepared", nullable=True)
    met_on = day("Mötets dag", "Day of the meeting", happened=True)
    consent = yes_no("Samtycke finns", "Consent given")
    user_present = yes_no("Personen var med", "The person was present")
    user_wish_recorded = yes_no("Personens önskan är antecknad", "The person's wish is recorded")
    relative_present = yes_no("Anhörig var med", "A relative was present")
    needs_stated = yes_no("Behoven är angivna", "The needs are stated")
    responsible_principal = text("Huvudansvarig", "Who is responsible for the plan", nullable=True)
    short_term_goals = yes_no("Kortsiktiga mål finns", "Short-term goals exist")
    long_term_goals = yes_no("Långsiktiga mål finns", "Long-term goals exist")
    follow_up_due_on = day("Uppföljning planerad till", "Follow-up due", nullable=True)
    followed_up_on = day("Uppföljd", "Followed up", nullable=True)
    change = code(
        ("none", "detail", "substantial"),
        "Ändring vid uppföljningen: ingen, i detalj, väsentlig",
        "Change at the follow-up: none, detail, substantial",
        nullable=True,
    )
    closed_on = day("Avslutad", "Closed", nullable=True)

    @dy.rule()
    def prepared_after_meeting(cls) -> pl.Expr:
        return pl.col("prepared_on") <= pl.col("met_on")

    @dy.rule()
    def due_before_meeting(cls) -> pl.Expr:
        return pl.col("follow_up_due_on") >= pl.col("met_on")

    @dy.rule()
    def followed_up_before_meeting(cls) -> pl.Expr:
        return pl.col("followed_up_on") >= pl.col("met_on")

    @dy.rule()
    def closed_before_meeting(cls) -> pl.Expr:
        return pl.col("closed_on") >= pl.col("met_on")


SOURCE = Source(
    name="sip_plans",
    label=Text("SIP: planer", "SIP: plans"),
    one_row=Text("plan", "plan"),
    schema=SipPlans,
    pace="quarter",
    unique=("plan_id",),
    rules={
        "prepared_after_meeting": Broken(
            column="prepared_on",
            text=Text("förberedd efter mötet", "prepared after the meeting"),
        ),
        "due_before_meeting": Broken(
            column="follow_up_due_on",
            text=Text("uppföljningen är planerad före mötet", "the follow-up is due before the meeting"),
        ),
        "followed_up_before_meeting": Broken(
            column="followed_up_on",
            text=Text("uppföljd före mötet", "followed up before the meeting"),
        ),
        "closed_before_meeting": Broken(
            column="closed_on",
            text=Text("avslutad före mötet", "closed before the meeting"),
        ),
    },
)
