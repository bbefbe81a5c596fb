"""What somebody should see to in the register: each rule finds its own fault, and is silent without it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from governance.annual import ROUND
from governance.checks import STANDING, Limits, findings
from governance.entries import (
    Agreement,
    Alignment,
    Attendance,
    Body,
    Conclusion,
    Consultation,
    Contents,
    Evaluation,
    FollowUp,
    Gap,
    Meeting,
    Minutes,
    Risk,
    Target,
    Undertaking,
    Unit,
)
from tests.registers import a_decision, a_meeting, a_seat, an_action, an_item, text

TODAY = date(2025, 12, 31)
SAID = text("Said")
SEATS = (*(a_seat(f"region-{n}", "region") for n in (1, 2, 3)), a_seat("municipality-1", "municipality"))
BOTH = ("region-1", "region-2", "municipality-1")
ASSOCIATION = a_seat("association-1", "association")
ALL = (*SEATS, ASSOCIATION)
LATE_MEETING = a_meeting(held_on=date(2025, 12, 1))
EARLIER = a_meeting(id="M-0", held_on=date(2025, 8, 20))
LOCKED = (Minutes(meeting_id="M-0", status="locked"),)
GROUNDS = dict.fromkeys(("consequence_region", "consequence_municipality", "consequence_users"), SAID)
MANDATES = dict.fromkeys(("mandate_region", "mandate_municipality"), SAID)
DECISION = a_decision(**GROUNDS, **MANDATES)
AGREEMENT = Agreement(id="AV-1", title=SAID, text=SAID, owner="region", from_on=date(2020, 1, 1))
TARGET = Target(indicator_id="R1", organisation="region", value=1.0, from_on=date(2025, 1, 1), decision_id="B-1")
PARTNERED = replace(TARGET, indicator_id="U2")
UNIT = Unit(id="x", name=SAID, kind="mobile", region_leader="region-1", municipality_leader="municipality-1")
PROJECT = Undertaking(id="AT-1", kind="project", title=SAID, organisation="joint", from_on=date(2025, 1, 1))
RISK = Risk(id="RI-1", title=SAID, text=SAID, organisation="region", severity="low", review_on=date(2026, 1, 1))
FOLLOWED = FollowUp(decision_id="B-1", organisation="region", due_on=date(2025, 6, 1))
WAITED = Evaluation(id="UT-1", kind="external", on=date(2025, 6, 30), title=SAID, finding=SAID)
GAP = Gap(id="G-2024-14", review_id="G-2024", domain=14, text=SAID)
FINISHED = Conclusion(review_id="G-2024", text=SAID, concluded_on=date(2025, 5, 1))
LIMITS = Limits(partners={"R1": "U2"}, weighed=frozenset({"R1"}), indicators=frozenset({"R1", "U2"}))


def there(*present: str, meeting: Meeting = LATE_MEETING, seats: tuple[object, ...] = SEATS) -> Contents:
    """A meeting where these seats were taken and the others not."""
    return Contents(
        seats=seats,  # type: ignore[arg-type]
        meetings=(meeting,),
        attendance=tuple(
            Attendance(meeting_id=meeting.id, seat_id=seat.id, status="present" if seat.id in present else "absent")  # type: ignore[attr-defined]
            for seat in seats
        ),
    )


def asked(answered: date | None) -> Contents:
    body = Body(id="f", kind="association", name=SAID)
    question = Consultation(agreement_id="AV-1", body_id="f", asked_on=date(2019, 9, 1), answered_on=answered)
    return Contents(bodies=(body,), agreements=(AGREEMENT,), consultations=(question,))


RULES: list[tuple[str, Contents, Contents]] = [
    # code             where it is found                                        where it is not
    ("no_quorum", there("region-1", "municipality-1"), there(*BOTH)),
    ("no_quorum", there("region-1", "region-2", "region-3"), there(*BOTH)),
    (
        "no_association",
        there(*BOTH, seats=(*SEATS, ASSOCIATION)),
        there(*BOTH, "association-1", seats=(*SEATS, ASSOCIATION)),
    ),
    (
        "meeting_gap",
        Contents(meetings=(EARLIER, replace(LATE_MEETING, held_on=date(2025, 12, 31))), minutes=LOCKED),
        Contents(meetings=(EARLIER, LATE_MEETING), minutes=LOCKED),
    ),
    ("minutes_open", Contents(meetings=(a_meeting(),)), Contents(meetings=(LATE_MEETING,))),
    (
        "minutes_open",
        Contents(meetings=(a_meeting(),), minutes=(Minutes(meeting_id="M-1", status="circulated"),)),
        Contents(meetings=(a_meeting(),), minutes=(Minutes(meeting_id="M-1", status="locked"),)),
    ),
    ("consequence_missing", Contents(decisions=(a_decision(**MANDATES),)), Contents(decisions=(DECISION,))),
    (
        "mandate_unequal",
        Contents(decisions=(replace(DECISION, kind="cost", mandate_municipality=None),)),
        Contents(decisions=(replace(DECISION, kind="cost"),)),
    ),
    (
        "follow_up_overdue",
        Contents(follow_ups=(FOLLOWED,)),
        Contents(follow_ups=(replace(FOLLOWED, recorded_on=TODAY),)),
    ),
    (
        "action_without_owner_or_date",
        Contents(actions=(an_action(owner="", due_on=TODAY),)),
        Contents(actions=(an_action(due_on=TODAY),)),
    ),
    ("action_without_owner_or_date", Contents(actions=(an_action(due_on=None),)), Contents()),
    ("action_overdue", Contents(actions=(an_action(),)), Contents(actions=(an_action(due_on=TODAY),))),
    (
        "action_overdue",
        Contents(actions=(an_action(status="under_way"),)),
        Contents(actions=(an_action(status="cancelled"),)),
    ),
    ("link_orphan", Contents(agenda_items=(an_item(about="action/A-9"),)), Contents(agenda_items=(an_item(),))),
    (
        "link_orphan",
        Contents(agenda_items=(an_item(about="action/A-9"),)),
        Contents(agenda_items=(an_item(about=f"yearly/{ROUND[0].id}"),)),
    ),
    (
        "link_orphan",
        Contents(agenda_items=(an_item(about="undertaking/AT-1"),)),
        Contents(
            meetings=(a_meeting(),),
            minutes=(Minutes(meeting_id="M-1", status="locked"),),
            agenda_items=(an_item(about="undertaking/AT-1"),),
        ),
    ),
    (
        "link_orphan",
        Contents(agenda_items=(an_item(indicators=("X9",)),)),
        Contents(agenda_items=(an_item(indicators=("R1",)),)),
    ),
    (
        "link_orphan",
        Contents(risks=(replace(RISK, review_on=TODAY, indicators=("X9",)),)),
        Contents(risks=(replace(RISK, review_on=TODAY, indicators=("X9",), status="cancelled"),)),
    ),
    (
        "agreement_past",
        Contents(agreements=(replace(AGREEMENT, to_on=date(2025, 6, 30)),)),
        Contents(agreements=(replace(AGREEMENT, to_on=TODAY),)),
    ),
    (
        "agreement_past",
        Contents(agreements=(replace(AGREEMENT, to_on=date(2024, 12, 31)),)),
        Contents(
            agreements=(
                replace(AGREEMENT, to_on=date(2024, 12, 31)),
                replace(AGREEMENT, id="AV-2", supersedes="AV-1"),
            )
        ),
    ),
    ("review_passed", Contents(agreements=(replace(AGREEMENT, review_on=date(2025, 6, 1)),)), Contents()),
    ("review_passed", Contents(risks=(replace(RISK, review_on=date(2025, 6, 1)),)), Contents(risks=(RISK,))),
    (
        "review_passed",
        Contents(
            alignments=(
                Alignment(
                    id="S", kind="it", title=SAID, region="none", municipality="none", review_on=date(2025, 1, 1)
                ),
            )
        ),
        Contents(),
    ),
    (
        "review_passed",
        Contents(decisions=(replace(DECISION, review_on=date(2025, 6, 1)),)),
        Contents(
            decisions=(replace(DECISION, review_on=date(2025, 6, 1)),),
            follow_ups=(replace(FOLLOWED, recorded_on=date(2025, 5, 30)),),
        ),
    ),
    ("consultation_unanswered", asked(None), asked(date(2019, 10, 1))),
    (
        "project_without_agreement",
        Contents(undertakings=(PROJECT,)),
        Contents(undertakings=(replace(PROJECT, agreement_id="AV-1"),)),
    ),
    (
        "target_without_decision",
        Contents(decisions=(DECISION, replace(DECISION, id="B-2", supersedes="B-1")), targets=(PARTNERED,)),
        Contents(decisions=(DECISION,), targets=(PARTNERED,)),
    ),
    (
        "target_without_partner",
        Contents(decisions=(DECISION,), targets=(TARGET,)),
        Contents(decisions=(DECISION,), targets=(TARGET, PARTNERED)),
    ),
    (
        "leader_missing",
        Contents(units=(replace(UNIT, municipality_leader=None),)),
        Contents(units=(UNIT, replace(UNIT, id="y", region_leader=None, closed_on=date(2020, 1, 1)))),
    ),
    (
        "gap_unanswered",
        Contents(gaps=(replace(GAP, owner="region-1"),), conclusions=(FINISHED,)),
        Contents(gaps=(replace(GAP, owner="region-1", service=SAID),), conclusions=(FINISHED,)),
    ),
    (
        "gap_unanswered",
        Contents(gaps=(replace(GAP, decision_id="B-1"),), conclusions=(FINISHED,)),
        Contents(gaps=(GAP,), conclusions=(replace(FINISHED, concluded_on=None),)),
    ),
    (
        "evaluation_unanswered",
        Contents(evaluations=(WAITED,)),
        Contents(evaluations=(replace(WAITED, response=SAID), replace(WAITED, id="UT-2", on=date(2025, 7, 4)))),
    ),
]


def codes(contents: Contents) -> list[str]:
    return [finding.code for finding in findings(contents, TODAY, LIMITS)]


@pytest.mark.parametrize(("code", "found", "not_found"), RULES)
def test_a_rule_finds_its_own_fault_and_nothing_else(code: str, found: Contents, not_found: Contents) -> None:
    assert codes(found) == [code]
    assert codes(not_found) == []


def test_every_rule_is_tried() -> None:
    assert len({code for code, _, _ in RULES}) == len(STANDING)


def test_all_that_is_found_is_told_with_what_it_is_about() -> None:
    told = findings(Contents(actions=(an_action(),), units=(replace(UNIT, region_leader=None),)), TODAY)
    assert [(each.kind, each.object_id) for each in told] == [("action", "A-1"), ("unit", "x")]
    assert told[0].text.sv == "Åtgärd A-1: Skulle ha varit klar 1 juni 2025. Ansvarig: regionen."
