"""An annual review in the register: whole before it is finished, then left alone, and its proposals find an agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from governance.agenda import Situation, draft
from governance.checks import Writing, problems
from governance.conflict import Conflict
from governance.entries import (
    AnnualReview,
    Body,
    Conclusion,
    Contents,
    Entry,
    Gap,
    Proposal,
    ReviewStep,
    StepName,
    Voice,
)
from governance.register import Register
from governance.search import search
from metrics.problem import UserProblem
from tests.registers import a_meeting, a_seat, an_item, text

DAY = date(2025, 3, 1)
SAID = text("Said")
REVIEW = AnnualReview(id="G-2024", year=2024, against=2023, started_on=DAY)
GAP = Gap(id="G-2024-14", review_id="G-2024", domain=14, text=SAID)
PROPOSAL = Proposal(id="G-2024-F1", review_id="G-2024", gap_id="G-2024-14", title=SAID, text=SAID)
STEPS = tuple(
    ReviewStep(review_id="G-2024", step=step, text=SAID, seat_id="region-1", done_on=DAY) for step in get_args(StepName)
)
END = Conclusion(review_id="G-2024", text=SAID, concluded_on=DAY)
ASSOCIATION = Body(id="users", kind="association", name=SAID)
VOICE = Voice(review_id="G-2024", body_id="users", said_on=DAY, text=SAID)
HELD = Contents(
    bodies=(ASSOCIATION, Body(id="partner", kind="partner", name=SAID)),
    seats=(a_seat("region-1", "region"),),
    annual_reviews=(REVIEW,),
)
FINISHED = replace(HELD, review_steps=STEPS, conclusions=(END,))


def codes(entry: Entry, held: Contents = HELD, **writing: Entry) -> list[str]:
    return [problem.code for problem in problems(entry, Writing(held, **writing))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entry", "held", "code"),
    [
        (replace(REVIEW, id="G-2", against=2024), HELD, "years_reversed"),
        (replace(GAP, domain=23), HELD, "domain_unknown"),
        (replace(VOICE, body_id="partner"), HELD, "not_an_association"),
        (replace(GAP, review_id="G-9"), HELD, "review_unknown"),
        (END, replace(HELD, review_steps=STEPS[1:]), "review_not_whole"),
        (END, replace(HELD, review_steps=(replace(STEPS[0], done_on=None), *STEPS[1:])), "review_not_whole"),
        (GAP, FINISHED, "review_finished"),
        (VOICE, FINISHED, "review_finished"),
        (replace(PROPOSAL, gap_id=None), FINISHED, "review_finished"),
    ],
)
def test_what_a_review_must_keep(entry: Entry, held: Contents, code: str) -> None:
    assert codes(entry, held) == [code]


def test_what_lacks_is_named_when_a_review_is_not_whole() -> None:
    [problem] = problems(END, Writing(replace(HELD, review_steps=STEPS[1:])))
    assert "inte klara än: behoven." in problem.text.sv
    assert "not done yet: needs." in problem.text.en


def test_a_finished_review_opens_only_with_a_reason() -> None:
    opened = replace(END, concluded_on=None)
    assert codes(opened, FINISHED, before=END) == ["reopened_without_reason"]
    assert problems(opened, Writing(FINISHED, before=END, why=SAID)) == ()
    assert codes(replace(END, text=text("Other")), FINISHED, before=END) == ["review_finished"]


def test_a_review_from_its_beginning_to_its_end_and_open_again(empty: Register) -> None:
    empty.add_all([*HELD.entries(), GAP, VOICE, PROPOSAL, *STEPS[:-1]])
    late = empty.add(STEPS[-1], by="region-1")
    with pytest.raises(Conflict):
        empty.change(replace(STEPS[-1], text=text("Other")), late.version + 1, by="region-1")
    ended = empty.add(END, by="region-1")
    with pytest.raises(UserProblem) as told:
        empty.change(replace(GAP, owner="region-1"), 1, by="region-1")
    assert told.value.code == "review_finished"
    empty.change(replace(END, concluded_on=None), ended.version, by="region-1", why=SAID)
    assert empty.change(replace(GAP, owner="region-1", service=SAID), 1, by="region-1").entry.is_answered
    assert {hit.kind for hit in search(empty, "said")} >= {"gap", "voice", "proposal", "review_step", "conclusion"}


@pytest.mark.parametrize(("status", "drafted"), [("planned", []), ("cancelled", ["proposal/G-2024-F1"])])
def test_a_proposal_waits_for_an_agenda_until_one_has_it(status: str, drafted: list[str]) -> None:
    meeting = a_meeting(id="M-2", held_on=date(2025, 9, 16), status="planned")
    held = replace(HELD, gaps=(GAP,), proposals=(PROPOSAL,), meetings=(a_meeting(), meeting))
    waiting = draft(Situation(meeting=meeting, contents=held, today=DAY))
    assert [(item.source, item.about, item.kind) for item in waiting.items] == [
        ("review", "proposal/G-2024-F1", "decision")
    ]
    assert waiting.items[0].why is not None
    assert waiting.items[0].why.sv == "Förslag i årsgenomgången av 2024."
    taken = replace(held, agenda_items=(an_item(about="proposal/G-2024-F1", status=status),))
    assert [item.about for item in draft(Situation(meeting=meeting, contents=taken, today=DAY)).items] == drafted
