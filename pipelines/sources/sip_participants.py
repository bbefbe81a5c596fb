"""Who was needed, invited and present when the plans were made."""

from __future__ import annotations

from metrics.populations.agencies import AGENCIES
from metrics.problem import Text
from pipelines.contract import Contract, Source, code, reference, yes_no


class SipParticipants(Contract):
    """One row per agency at a plan."""

    plan_id = reference("Planens nummer", "Number of the plan")
    agency = code(AGENCIES, "Verksamhet", "Agency")
    needed = yes_no("Behövdes", "Was needed")
    invited = yes_no("Var kallad", "Was invited")
    present = yes_no("Var med", "Was present")
    has_mandate = yes_no("Fick besluta", "Was entitled to decide")


SOURCE = Source(
    name="sip_participants",
    label=Text("SIP: deltagare", "SIP: participants"),
    one_row=Text("verksamhet vid en plan", "agency at a plan"),
    schema=SipParticipants,
    unique=("plan_id", "agency"),
    refers_to=("plan_id", "sip_plans"),
)
