"""What a measure asks of the organisations: the fields of their deliveries that its calculation reads.

The dashboard cannot look into a delivery, so the list is kept here; a test runs every calculation on a watched
table and fails when the list and the truth differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Language, Text

_WHO: Final = ("person", "from_on", "to_on", "target_groups")
_SHARED: Final = ("person", "unit", "from_on", "to_on", "shared", "target_groups")
_IN_SERVICE: Final = ("person", "unit", "from_on", "to_on", "shared")
_RATING: Final = ("assessment_id", "person", "unit", "assessed_on", "rater", "domain", "rating")
_OF_PLAN: Final = ("plan_id", "person", "unit", "met_on")

READ: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "U1": {"needs": _RATING, "persons": _WHO},
    "U2": {"needs": _RATING, "persons": _WHO},
    "U3": {"needs": _RATING},
    "U4": {"needs": ("person", "unit", "assessed_on", "rater", "domain", "rating"), "persons": _WHO},
    "U5": {"needs": ("person", "assessed_on", "rater", "rating"), "persons": _SHARED},
    "U6": {"needs": _RATING, "persons": _WHO},
    "U7": {"surveys": ("item", "unit", "period", "value", "respondents", "invited")},
    "U8": {"persons": (*_SHARED, "birth_year", "occupation")},
    "P1": {"sip_plans": ("person", "met_on", "closed_on"), "persons": _SHARED},
    "P2": {"sip_plans": ("person", "unit", "met_on", "follow_up_due_on", "followed_up_on"), "persons": _WHO},
    "P3": {"sip_plans": ("person", "unit", "met_on", "followed_up_on"), "persons": _WHO},
    "P4": {
        "sip_participants": ("plan_id", "agency", "needed", "invited", "present"),
        "sip_plans": _OF_PLAN,
        "persons": _WHO,
    },
    "P5": {
        "sip_interventions": ("plan_id", "organisation", "needs_formal_decision", "decision_maker_present"),
        "sip_plans": _OF_PLAN,
        "persons": _WHO,
    },
    "P6": {
        "sip_plans": ("person", "unit", "motive_stated", "met_on", "short_term_goals", "long_term_goals"),
        "persons": _WHO,
    },
    "P7": {
        "sip_interventions": ("plan_id", "organisation", "outcome"),
        "sip_plans": ("plan_id", "person", "unit", "followed_up_on"),
        "persons": _WHO,
    },
    "P8": {"sip_plans": ("person", "unit", "followed_up_on", "change"), "persons": _WHO},
    "P9": {
        "sip_plans": ("person", "unit", "prepared_on", "met_on", "user_present", "user_wish_recorded"),
        "persons": _WHO,
    },
    "P10": {"coordinators": ("person", "from_on", "to_on"), "persons": _SHARED},
    "P11": {
        "contacts": (
            "person",
            "unit",
            "contact_type",
            "from_on",
            "to_on",
            "attended",
            "ready_for_discharge_on",
            "referred_on",
        ),
        "persons": _IN_SERVICE,
    },
    "R1": {"costs": ("unit", "month", "amount_sek"), "persons": _IN_SERVICE},
    "R2": {"costs": ("unit", "month", "amount_sek")},
    "R3": {"costs": ("unit", "month", "amount_sek", "budget_sek")},
    "R4": {"contacts": ("person", "unit", "contact_type", "from_on", "attended"), "persons": _SHARED},
    "R5": {"contacts": ("person", "unit", "contact_type", "from_on", "to_on"), "persons": _IN_SERVICE},
    "L1": {"staff_development": ("staff", "unit", "joint", "on")},
    "L2": {"surveys": ("item", "unit", "period", "value", "respondents", "invited")},
    "L4": {"coordinators": ("person", "coordinator", "from_on", "to_on"), "persons": _SHARED},
}
"""Indicator -> source -> fields read, breakdowns included."""

SOURCE_NAMES: Final[Mapping[str, Text]] = {
    "persons": Text(sv="Personer", en="Persons"),
    "coordinators": Text(sv="Samordnare", en="Coordinators"),
    "needs": Text(sv="Behovsskattningar", en="Needs assessments"),
    "contacts": Text(sv="Kontakter och vårdtider", en="Contacts and spells"),
    "costs": Text(sv="Kostnader", en="Costs"),
    "sip_plans": Text(sv="SIP: planer", en="SIP: plans"),
    "sip_interventions": Text(sv="SIP: insatser", en="SIP: interventions"),
    "sip_participants": Text(sv="SIP: deltagare", en="SIP: participants"),
    "surveys": Text(sv="Enkätresultat", en="Survey results"),
    "staff_development": Text(sv="Kompetensutveckling", en="Staff development"),
}

FIELDS: Final[Mapping[str, Text]] = {
    "staff": Text(sv="medarbetarens pseudonym", en="pseudonym of the staff member"),
    "joint": Text(sv="om den var gemensam", en="whether it was joint"),
    "on": Text(sv="utbildningens dag", en="day of the training"),
    "item": Text(sv="fråga", en="question"),
    "period": Text(sv="period", en="period"),
    "value": Text(sv="resultat", en="result"),
    "respondents": Text(sv="antal svarande", en="number who answered"),
    "surveys.invited": Text(sv="antal tillfrågade", en="number asked"),
    "person": Text(sv="pseudonym", en="pseudonym"),
    "unit": Text(sv="enhet", en="unit"),
    "from_on": Text(sv="första dag", en="first day"),
    "to_on": Text(sv="sista dag", en="last day"),
    "shared": Text(sv="känd hos den andra", en="known to the other"),
    "target_groups": Text(sv="målgrupper", en="target groups"),
    "birth_year": Text(sv="födelseår", en="year of birth"),
    "occupation": Text(sv="sysselsättning", en="occupation"),
    "assessment_id": Text(sv="skattningens nummer", en="number of the assessment"),
    "assessed_on": Text(sv="skattningens dag", en="day of the assessment"),
    "rater": Text(sv="vem som skattat", en="who rated"),
    "domain": Text(sv="område", en="domain"),
    "rating": Text(sv="skattning", en="rating"),
    "plan_id": Text(sv="planens nummer", en="number of the plan"),
    "met_on": Text(sv="mötets dag", en="day of the meeting"),
    "follow_up_due_on": Text(sv="uppföljning planerad till", en="follow-up due"),
    "followed_up_on": Text(sv="uppföljd", en="followed up"),
    "closed_on": Text(sv="avslutad", en="closed"),
    "motive_stated": Text(sv="om skälet är angivet", en="whether the motive is stated"),
    "prepared_on": Text(sv="förberedd", en="prepared"),
    "user_present": Text(sv="om personen var med", en="whether the person was present"),
    "user_wish_recorded": Text(sv="om önskan är antecknad", en="whether the wish is recorded"),
    "short_term_goals": Text(sv="om det finns kortsiktiga mål", en="whether there are short-term goals"),
    "long_term_goals": Text(sv="om det finns långsiktiga mål", en="whether there are long-term goals"),
    "change": Text(sv="ändring vid uppföljningen", en="change at the follow-up"),
    "agency": Text(sv="verksamhet", en="agency"),
    "needed": Text(sv="om den behövdes", en="whether it was needed"),
    "invited": Text(sv="om den var kallad", en="whether it was invited"),
    "present": Text(sv="om den var med", en="whether it was present"),
    "needs_formal_decision": Text(sv="om beslut krävs", en="whether a decision is needed"),
    "decision_maker_present": Text(sv="om beslutsfattaren var med", en="whether the decision-maker was present"),
    "organisation": Text(sv="ansvarig organisation", en="responsible organisation"),
    "outcome": Text(sv="utfall", en="outcome"),
    "month": Text(sv="månad", en="month"),
    "amount_sek": Text(sv="belopp", en="amount"),
    "budget_sek": Text(sv="budget", en="budget"),
    "contact_type": Text(sv="typ av kontakt", en="type of contact"),
    "attended": Text(sv="om personen kom", en="whether the person came"),
    "ready_for_discharge_on": Text(sv="utskrivningsklar", en="ready for discharge"),
    "referred_on": Text(sv="remissens eller anmälans dag", en="day of the referral"),
    "coordinator": Text(sv="samordnarens pseudonym", en="the coordinator's pseudonym"),
}


def asked(indicator_id: str, source: str, language: Language) -> tuple[int, str]:
    """How many fields a measure reads, and which, delivery by delivery.

    Rule    a committee's own measure is not in the list: only the delivery it rests on first is named
    """
    sources = READ.get(indicator_id)
    if sources is None:
        return 0, SOURCE_NAMES[source][language] if source in SOURCE_NAMES else source
    parts = [
        f"{SOURCE_NAMES[name][language]} ({', '.join(_called(name, field)[language] for field in fields)})"
        for name, fields in sources.items()
    ]
    return sum(len(fields) for fields in sources.values()), "; ".join(parts)


def _called(source: str, field: str) -> Text:
    """What a field is called: by its source where two sources mean different things by one name."""
    return FIELDS.get(f"{source}.{field}", FIELDS[field])
