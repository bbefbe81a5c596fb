"""What was agreed in the plans: the interventions, who answers for them and how they turned out."""

from __future__ import annotations

from metrics.populations.agencies import AGENCIES
from metrics.problem import Text
from pipelines.contract import Contract, Source, code, reference, yes_no


class SipInterventions(Contract):
    """One row per agreed intervention; a plan may agree on several that look the same."""

    plan_id = reference("Planens nummer", "Number of the plan")
    responsible = code(AGENCIES, "Verksamhet som ansvarar för insatsen", "Agency responsible for the intervention")
    organisation = code(
        ("region", "municipality"), "Organisation: regionen eller kommunen", "Organisation: region or municipality"
    )
    decided_before_meeting = yes_no("Beslutad före mötet", "Decided before the meeting")
    needs_formal_decision = yes_no("Kräver formellt beslut", "Needs a formal decision")
    decision_maker_present = yes_no("Beslutsfattaren var med", "The decision-maker was present")
    outcome = code(
        ("full", "part", "none", "not_due"),
        "Genomförd: helt, delvis, inte alls, inte dags än",
        "Carried out: fully, in part, not at all, not due yet",
    )


SOURCE = Source(
    name="sip_interventions",
    label=Text("SIP: insatser", "SIP: interventions"),
    one_row=Text("överenskommen insats", "agreed intervention"),
    schema=SipInterventions,
    same=("plan_id", "responsible", "organisation"),
    refers_to=("plan_id", "sip_plans"),
)
