"""What the pages of an annual review are made from: the review as the register has it, and the figures of its years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, get_args

import streamlit as st

from dashboard import data
from dashboard.components import needs_reading
from dashboard.components.needs_reading import Reading
from dashboard.view import View
from governance.agenda import about_proposal
from governance.entries import (
    AgendaItem,
    AnnualReview,
    Conclusion,
    Contents,
    Decision,
    Figure,
    Gap,
    Meeting,
    Proposal,
    ReviewStep,
    StepName,
    Voice,
)
from governance.keeping import Held
from metrics import words
from metrics.indicator import Organisation
from metrics.problem import Language
from pipelines.published import Published

if TYPE_CHECKING:
    from dashboard.components.needs_page import NeedsPage

STEPS: tuple[StepName, ...] = get_args(StepName)
PROFILE = "can_profile"
"""The published distribution a gap's figures are cited from."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One review with all that is written in it, each entry with its version."""

    review: Held[AnnualReview]
    steps: Mapping[str, Held[ReviewStep]]
    gaps: tuple[Held[Gap], ...]
    voices: Mapping[str, Held[Voice]]
    proposals: tuple[Held[Proposal], ...]
    conclusion: Held[Conclusion] | None

    @property
    def finished_on(self) -> date | None:
        """The day it was finished; None while it is under way."""
        return self.conclusion.entry.concluded_on if self.conclusion else None

    @property
    def left(self) -> tuple[StepName, ...]:
        """The steps that are not done, in order."""
        return tuple(step for step in STEPS if step not in self.steps or self.steps[step].entry.done_on is None)

    def gap_of(self, domain: int, group: str) -> Held[Gap] | None:
        """The gap noted for a domain and target group."""
        return next((each for each in self.gaps if (each.entry.domain, each.entry.group) == (domain, group)), None)


def standing(review_id: str) -> Standing | None:
    """The review of this id as it is now; None where there is none."""
    return _standing(review_id, f"{data.register_state()} {data.joint()}")


@st.cache_resource(show_spinner=False, max_entries=8)
def _standing(review_id: str, state: str) -> Standing | None:
    register = data.register()
    review = register.held(AnnualReview, review_id)
    if review is None or review.cancelled is not None:
        return None
    return Standing(
        review=review,
        steps={each.entry.step: each for each in register.held_all(ReviewStep, review_id=review_id)},
        gaps=tuple(each for each in register.held_all(Gap, review_id=review_id) if each.cancelled is None),
        voices={each.entry.body_id: each for each in register.held_all(Voice, review_id=review_id)},
        proposals=tuple(each for each in register.held_all(Proposal, review_id=review_id) if each.cancelled is None),
        conclusion=register.held(Conclusion, review_id),
    )


@dataclass(frozen=True, kw_only=True)
class Came:
    """A proposal and where it has come: the item that took it up, its meeting, and what was decided under it."""

    proposal: Proposal
    item: AgendaItem | None
    meeting: Meeting | None
    decisions: tuple[Decision, ...]


def came(proposal: Proposal, contents: Contents) -> Came:
    """Where a proposal has come, by the item that names it and the decisions that name the item."""
    items = [item for item in contents.of(AgendaItem, about=about_proposal(proposal)) if item.status != "cancelled"]
    item = items[-1] if items else None
    return Came(
        proposal=proposal,
        item=item,
        meeting=contents.of(Meeting, id=item.meeting_id)[0] if item else None,
        decisions=tuple(each for one in items for each in contents.of(Decision, item_id=one.id)),
    )


def progress(review: AnnualReview, contents: Contents) -> tuple[int, date | None]:
    """How many steps of a review are done, and the day it was finished."""
    done = sum(each.done_on is not None for each in contents.of(ReviewStep, review_id=review.id))
    ends = [each.concluded_on for each in contents.of(Conclusion, review_id=review.id)]
    return done, ends[0] if ends else None


def full_years() -> tuple[int, ...]:
    """The years all of whose quarters are published, the latest first."""
    return tuple(sorted({int(each[:4]) for each in data.quarters() if each.endswith("Q4")}, reverse=True))


# --- figures -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Flag:
    """A domain, or a target group in a domain, that asks for a response.

    Out     shares  (organisation, share with an unmet need, the same among the others, surely more than before)
    """

    domain: int
    group: str
    shares: tuple[tuple[Organisation, float | None, float | None, bool], ...]


def figures(review: AnnualReview, view: View, shown: Published) -> NeedsPage | None:
    """The figures of the page about needs for the review's years and groups; None without ratings of the year."""
    # Charts come with these pages: what a review writes is loaded by the server's start, which draws nothing.
    from dashboard.components.indicator_page import Place, place
    from dashboard.components.needs_page import NeedsPage

    own = replace(view, until=f"{review.year}-Q4", against=str(review.against), unit="", group="")
    own = replace(own, rater="", organisation="")
    here = place(shown.manifest["committee"])
    groups = {each: name for each, name in here.groups.items() if not review.groups or each in review.groups}
    key = f"{data.key()} {own.until} {own.against} {','.join(groups)}"
    reading = needs_reading.kept(data.cells_until(shown.cells, own.until), own, groups, key)
    if reading is None or reading.year.year != review.year or not reading.sides:
        return None
    return NeedsPage(
        reading=reading,
        place=Place(organisations=here.organisations, units=here.units, groups=groups, breaks=here.breaks),
        register=data.register_entries(own.until),
        shown=shown,
        view=own,
        key=key,
    )


def flags(reading: Reading) -> tuple[Flag, ...]:
    """Every domain with many unmet needs or more than before, then every target group that waits more often."""
    many = [
        Flag(
            domain=domain,
            group="",
            shares=tuple(
                (side.organisation, side.shares[reading.rater][domain - 1].unmet, None, _more(side.moved[domain - 1]))
                for side in reading.sides
            ),
        )
        for domain in needs_reading.many_unmet(reading)
    ]
    waiting: dict[tuple[int, str], list[tuple[Organisation, float | None, float | None, bool]]] = {}
    for side in reading.sides:
        for (group, domain), found in side.unserved.items():
            if found.verdict == "more" and found.change is not None:
                share = (side.organisation, found.change.after, found.change.before, False)
                waiting.setdefault((domain, group), []).append(share)
    own = [Flag(domain=domain, group=group, shares=tuple(of)) for (domain, group), of in sorted(waiting.items())]
    return (*many, *own)


def _more(moved: needs_reading.Moved) -> bool:
    return moved.noticed and (moved.difference or 0.0) > 0


def evidence(flag: Flag, reading: Reading, release_id: str, language: Language) -> tuple[Figure, ...]:
    """The shares a flag rests on, as they stand in a release: what is cited when the gap is noted."""
    return tuple(
        Figure(
            indicator_id=PROFILE,
            organisation=organisation,
            period=str(reading.year.year),
            shown=words.amount(share, "share")[language],
            release_id=release_id,
        )
        for organisation, share, _, _ in flag.shares
        if share is not None
    )


def gap_id(review_id: str, domain: int, group: str) -> str:
    """The id of the gap of a domain and target group: one for each.

    >>> gap_id("G-2025", 15, ""), gap_id("G-2025", 15, "young_adults")
    ('G-2025-15', 'G-2025-15-young_adults')
    """
    return "-".join(filter(None, (review_id, str(domain), group)))
