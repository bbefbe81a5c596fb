"""What the page about plans is made of, from published cells: the way of a plan, time to follow-up, who takes part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from metrics.distributed import HIDDEN_AT_MOST, NOTHING, Part, parts
from metrics.indicator import Organisation
from metrics.populations.agencies import AGENCIES
from metrics.populations.pathway import EDGES, STEPS
from metrics.survival import Curve, curve_from_bins


def steps(cells: pl.DataFrame, organisation: Organisation, year: date) -> Mapping[str, Part]:
    """Of the plans made in the year that should take each step, those that did: in the order of the way."""
    found = parts(cells, "sip_steps", organisation, year)
    return {step: found.get((None, step), NOTHING) for step in STEPS}


def initiators(cells: pl.DataFrame, organisation: Organisation, year: date) -> Mapping[str, Part]:
    """Plans made in the year by who took the initiative, an agency or "not_documented"."""
    return {category: part for (_, category), part in parts(cells, "sip_initiators", organisation, year).items()}


@dataclass(frozen=True, kw_only=True)
class AgencyAtPlans:
    """One agency: needed, of all plans; invited and present, of the plans that needed it."""

    agency: str
    needed: Part
    invited: Part
    present: Part


def agencies(cells: pl.DataFrame, organisation: Organisation, year: date) -> tuple[AgencyAtPlans, ...]:
    """Who was needed, who was invited and who came, in the plans made in the year."""
    found = parts(cells, "sip_agencies", organisation, year)

    def part(role: str, agency: str) -> Part:
        return found.get((None, f"{role}:{agency}"), NOTHING)

    return tuple(
        AgencyAtPlans(
            agency=agency,
            needed=part("needed", agency),
            invited=part("invited", agency),
            present=part("present", agency),
        )
        for agency in AGENCIES
    )


@dataclass(frozen=True, kw_only=True)
class FollowUp:
    """How long the plans made in a year waited for their follow-up.

    Out     curve     the share still waiting, stepping at declared days; ends with the last bin that is shown
            followed  plans the curve rests on
            hidden    bins before its end whose count is under five and stands for two in it: each may be two off
    """

    curve: Curve
    followed: float
    hidden: int


def follow_up(cells: pl.DataFrame, organisation: Organisation, year: date) -> FollowUp | None:
    """The curve of the plans made in the year; None where no bin is shown.

    Rule    what a bin has more of than happened in it, and the next one has not, was seen no longer: it is censored
            there. Counts are protected one by one, so that it may come out a few too many or too few
    """
    found = parts(cells, "sip_follow_up", organisation, year)
    bins = [found.get((None, str(day)), NOTHING) for day in EDGES]
    shown = [at for at, one in enumerate(bins) if one.count is not None]
    if not shown:
        return None
    happened: list[float] = []
    waiting: list[float] = []
    middle = HIDDEN_AT_MOST / 2
    for one in reversed(bins[: shown[-1] + 1]):
        count = middle if one.count is None else one.count
        happened.append(count)
        waiting.append(waiting[-1] + count if one.of is None else one.of)  # the last bin is shown, so there is one
    happened.reverse()
    waiting.reverse()
    after = [*waiting[1:], 0.0]
    censored = [max(before - came - left, 0.0) for before, came, left in zip(waiting, happened, after, strict=True)]
    ends = EDGES[: len(happened)]
    return FollowUp(
        curve=curve_from_bins(ends, happened, censored),
        followed=waiting[0],
        hidden=len(happened) - len(shown),
    )
