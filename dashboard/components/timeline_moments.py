"""What the timeline shows: the history that was coded, and the register's own entries in the same shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from dashboard.texts import timeline as say
from governance.entries import Agreement, Contents, Decision, Evaluation, Event, Undertaking, UnitChange
from governance.words import NAMES
from metrics import catalogue
from metrics.problem import Text

STRUCTURE, COOPERATION, USERS, LEARNING = say.THEMES
THEME_OF: Final[Mapping[str, str]] = {
    "needs": USERS,
    "process": STRUCTURE,
    "resources": STRUCTURE,
    "learning": LEARNING,
    "governance": COOPERATION,
}
"""The theme of an entry of the register, by the scorecard's perspective it belongs to."""

Told = Decision | Event | Agreement | Evaluation | UnitChange | Undertaking
"""The kinds of the register that a history is told by."""


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One thing that happened, was decided or was tried.

    In      first, last  its days; whole years where no more is known
            answers      ids of the earlier moments it answers
            coded        whether somebody coded it from minutes; else it is an entry of the register
            page         the page that has more about it, "" for none
    """

    id: str
    first: date
    last: date
    title: Text
    lane: str
    theme: str
    kind: Text
    state: str
    actor: str = ""
    answers: tuple[str, ...] = ()
    coded: bool = False
    source: str = ""
    page: str = ""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The moments a reader has chosen to see, and how they hang together.

    In      moments  in order of time
            by_id    every moment there is, also those the filters leave out
            longest  the longest chain among those shown, earliest first; empty where nothing answers anything
    """

    moments: tuple[Moment, ...]
    by_id: Mapping[str, Moment] = field(repr=False)
    longest: tuple[Moment, ...]

    @property
    def years(self) -> tuple[int, int]:
        """First and last year."""
        return min(each.first.year for each in self.moments), max(each.last.year for each in self.moments)

    @property
    def chained(self) -> int:
        """How many answer something earlier."""
        return sum(bool(each.answers) for each in self.moments)


def moments(contents: Contents) -> tuple[Moment, ...]:
    """Everything the timeline can show, in order of time.

    Rule    nothing answers what came after it: an older agreement that a later decision mentions is no answer to it
    """
    found = sorted(
        [*_coded(contents), *_entered(contents)], key=lambda each: (each.first, -each.last.toordinal(), each.id)
    )
    place = {each.id: at for at, each in enumerate(found)}
    return tuple(
        replace(each, answers=tuple(one for one in each.answers if place.get(one, at) < at))
        for at, each in enumerate(found)
    )


def shown(every: Sequence[Moment], *, lane: str = "", theme: str = "", first: int = 0, last: int = 9999) -> Shown:
    """What is left when a reader has chosen a lane, a theme, or the years from one to another."""
    kept = tuple(
        each
        for each in every
        if lane in ("", each.lane) and theme in ("", each.theme) and each.first.year <= last and each.last.year >= first
    )
    return Shown(moments=kept, by_id={each.id: each for each in every}, longest=_longest(kept))


def _longest(kept: Sequence[Moment]) -> tuple[Moment, ...]:
    chains: dict[str, tuple[Moment, ...]] = {}
    for one in kept:  # what is answered stands before what answers it
        before = [chains[each] for each in one.answers if each in chains]
        chains[one.id] = (*max(before, key=len, default=()), one)
    longest = max(chains.values(), key=len, default=())
    return longest if len(longest) > 1 else ()


def _coded(contents: Contents) -> Iterator[Moment]:
    for each in contents.milestones:
        yield Moment(
            id=each.id,
            first=date(each.from_year, 1, 1),
            last=date(each.to_year, 12, 31),
            title=each.title,
            lane=each.lane,
            theme=each.theme,
            kind=say.KINDS.get(each.kind, Text(sv=each.kind, en=each.kind)),
            state=each.status,
            actor=each.actor,
            answers=(each.responds_to,) if each.responds_to else (),
            coded=True,
            source=each.source,
        )


def _entered(contents: Contents) -> Iterator[Moment]:
    perspectives = {item.id: item.perspective for item in contents.agenda_items}
    measures = {one.id: one.perspective for one in catalogue.catalogue()}

    def perspective(indicators: Sequence[str], item: str | None = None) -> str:
        own = perspectives.get(item or "")
        return own or next((measures[one] for one in indicators if one in measures), "governance")

    for decision in contents.decisions:
        about = perspective(decision.indicators, decision.item_id)
        done = decision.kind == "service" or about in ("needs", "process")
        yield _moment(
            decision,
            decision.decided_on,
            decision.title,
            about,
            lane="intervention" if done else "practice setting",
            answers=(decision.supersedes,),
            page="decisions",
        )
    for event in contents.events:
        if event.kind == "agreement":  # stands as the agreement itself
            continue
        around = event.kind == "context"
        yield _moment(
            event,
            event.on,
            event.title,
            perspective(event.indicators) if event.indicators else "process",
            lane="ecological system" if around else "intervention",
            state="context" if around else "done",
            actor="" if event.organisation == "joint" and around else event.organisation,
            page="timeline",
        )
    for agreement in contents.agreements:
        answers = (agreement.decision_id, agreement.supersedes)
        yield _moment(
            agreement, agreement.from_on, agreement.title, "process", answers=answers, page="agreements",
        )  # fmt: skip
    for evaluation in contents.evaluations:
        yield _moment(
            evaluation,
            evaluation.on,
            evaluation.title,
            "learning",
            answers=(evaluation.decision_id,),
            state="finding",
            page="timeline",
        )
    for change in contents.unit_changes:
        if change.kind not in ("merged", "split", "renamed"):  # what opens and closes stands as an event
            continue
        yield _moment(
            change,
            change.on,
            change.text,
            "process",
            lane="intervention",
            answers=(change.decision_id,),
            page="members",
        )
    for undertaking in contents.undertakings:
        yield _moment(
            undertaking,
            undertaking.from_on,
            undertaking.title,
            "resources",
            answers=(undertaking.agreement_id,),
            page="agreements",
        )


def _moment(
    entry: Told,
    on: date,
    title: Text,
    perspective: str,
    *,
    lane: str = "practice setting",
    answers: Sequence[str | None] = (),
    state: str = "done",
    actor: str = "joint",
    page: str = "",
) -> Moment:
    return Moment(
        id=entry.id,
        first=on,
        last=on,
        title=title,
        lane=lane,
        theme=THEME_OF[perspective],
        kind=NAMES[type(entry)],
        state=state,
        actor=actor,
        answers=tuple(one for one in answers if one),
        page=page,
    )
