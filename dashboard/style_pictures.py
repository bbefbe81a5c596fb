"""What the style guide shows the pictures of needs, plans, the timeline and the year with: drawn figures, of nobody.

Each picture has what its page can show: full, pale and outlined, protected, noticed, hollow, cancelled.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from dashboard.components import needs_reading, plans_reading, timeline_moments
from dashboard.components.plans_charts import step_names
from dashboard.components.timeline_moments import Moment, Shown
from dashboard.texts import timeline as timeline_say
from governance.entries import Meeting, Yearly
from metrics.distributed import Part
from metrics.distribution import DOMAINS
from metrics.indicator import ORGANISATIONS, Organisation, Rater
from metrics.needs_from_cells import DomainChange
from metrics.needs_profile import DomainCounts, equal_value, profile
from metrics.plans_from_cells import AgencyAtPlans, FollowUp
from metrics.populations import agencies
from metrics.problem import Text
from metrics.survival import Curve

YEAR: Final = 2025
PROTECTED: Final = 13
"""The domain of need whose figures are too small to show."""
NOTICED: Final = 6
"""The domain whose change is sure."""


def needs() -> needs_reading.Reading:
    """Twenty-two domains of both organisations, as users and staff see them, and what became of them."""
    year, before = date(YEAR, 1, 1), date(YEAR - 1, 1, 1)
    return needs_reading.Reading(
        years=(year, before),
        year=year,
        against=before,
        since=before,
        rater="user",
        sides=tuple(_needs_of(which, turn) for turn, which in enumerate(ORGANISATIONS)),
    )


def _needs_of(which: Organisation, turn: int) -> needs_reading.Side:
    raters: dict[Rater, int] = {"user": 0, "staff": 3}
    counts = {rater: tuple(_counts(domain, turn + shift) for domain in DOMAINS) for rater, shift in raters.items()}
    shares = {rater: tuple(profile(one) for one in of) for rater, of in counts.items()}
    years = range(YEAR - 4, YEAR + 1)
    return needs_reading.Side(
        organisation=which,
        counts=counts,
        shares=shares,
        value=equal_value(shares["user"]),
        moved=tuple(_moved(domain, turn) for domain in DOMAINS),
        agreed=(),
        growing=(),
        unserved={},
        through={
            date(each, 1, 1): tuple(profile(_counts(domain, turn + YEAR - each)) for domain in DOMAINS)
            for each in years
        },
        services={},
    )


def _counts(domain: int, shift: int) -> DomainCounts:
    if domain == PROTECTED:
        return DomainCounts(domain=domain, no_need=None, met=None, unmet=None, not_known=None)
    unmet, met = 2 + (7 * domain + shift) % 23, 8 + (11 * domain + 2 * shift) % 45
    return DomainCounts(domain=domain, no_need=100 - unmet - met, met=met, unmet=unmet, not_known=5)


def _moved(domain: int, turn: int) -> needs_reading.Moved:
    is_noticed, hidden = domain == NOTICED, domain == PROTECTED
    new, resolved, still = 3 + (5 * domain + turn) % 19, 3 + (7 * domain + turn) % 17, 2 + domain % 9
    flows = DomainChange(
        domain=domain,
        pairs=None if hidden else 200,
        new=None if hidden else new + 25 * is_noticed,
        resolved=None if hidden else resolved,
        still=None if hidden else still,
        change=None,
        states=(),
        noticed=is_noticed,
    )
    difference = None if hidden else ((flows.new or 0) - resolved) / 200
    return needs_reading.Moved(domain=domain, difference=difference, noticed=is_noticed, flows=flows)


def plans() -> plans_reading.Reading:
    """Steps, waiting and agencies of both organisations' plans; one step and one agency are protected."""
    year = date(YEAR, 1, 1)
    sides = tuple(_plans_of(which, turn) for turn, which in enumerate(ORGANISATIONS))
    return plans_reading.Reading(years=(year,), year=year, sides=sides)


def _plans_of(which: Organisation, turn: int) -> plans_reading.Led:
    steps = {step: _part(95 - (17 * at + 5 * turn) % 80) for at, step in enumerate(step_names())}
    return plans_reading.Led(
        organisation=which,
        steps=steps | {list(steps)[-1]: _part(None)},
        follow_up=FollowUp(curve=_curve(turn), followed=100, hidden=0),
        initiators={},
        agencies=tuple(
            AgencyAtPlans(
                agency=agency,
                needed=_part(90 - 5 * at),
                invited=_part(95 - (13 * at + turn) % 60),
                present=_part(None if at == 1 else 98 - (19 * at + 4 * turn) % 97),
            )
            for at, agency in enumerate(agencies.AGENCIES)
        ),
    )


def _part(count: int | None) -> Part:
    """So many of a hundred; a protected part where there is no count."""
    if count is None:
        return Part(count=None, of=None, value=None, low=None, high=None, flag="suppressed")
    share = count / 100
    return Part(count=count, of=100, value=share, low=max(share - 0.08, 0), high=min(share + 0.08, 1), flag="ok")


def _curve(turn: int) -> Curve:
    times = tuple(float(day) for day in range(0, 301, 30))
    waiting = tuple(max(1 - (day / 360) ** (2 - turn / 2), 0.1) for day in times)
    return Curve(
        times=times,
        waiting=waiting,
        low=tuple(max(each - 0.05, 0) for each in waiting),
        high=tuple(min(each + 0.05, 1) for each in waiting),
        median=next((day for day, each in zip(times, waiting, strict=True) if each <= 0.5), None),
        n=100,
    )


def timeline() -> Shown:
    """A moment of each theme in each lane, coded and not, long and short, every one the answer to the one before."""
    found: list[Moment] = []
    for row, lane in enumerate(timeline_say.LANES):
        for at, theme in enumerate(timeline_say.THEMES):
            first = 2000 + 3 * at + row
            found.append(
                Moment(
                    id=f"{row}{at}",
                    first=date(first, 1, 1),
                    last=date(first + (4 if at == row else 0), 12, 31),
                    title=Text(sv=f"Händelse {at + 1}", en=f"Event {at + 1}"),
                    lane=lane,
                    theme=theme,
                    kind=Text(sv="händelse", en="event"),
                    state="done",
                    answers=(f"{row}{at - 1}",) if at else (),
                    coded=at < 2,
                )
            )
    return timeline_moments.shown(sorted(found, key=lambda each: (each.first, each.id)))


def meetings(year: int) -> tuple[Meeting, ...]:
    """A meeting in each state; the one planned is on the year's last day, so that it has never passed."""
    return (
        Meeting(id="M-1", held_on=date(year, 2, 11), status="held"),
        Meeting(id="M-2", held_on=date(year, 5, 20), status="cancelled"),
        Meeting(id="M-3", held_on=date(year, 9, 16), status="held"),
        Meeting(id="M-4", held_on=date(year, 12, 31), status="planned"),
    )


ROUND: Final = (
    Yearly(id="R-1", month=2, title=Text(sv="Året som gick", en="The year that was")),
    Yearly(id="R-2", month=9, title=Text(sv="Nästa års mål", en="Next year's targets")),
)
