"""What the page about needs has read, once for a release and its filters: both sides, one rater, two years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl
import streamlit as st

from dashboard.view import View
from metrics import can_domains
from metrics.distributed import periods_with_data
from metrics.distribution import DOMAINS
from metrics.indicator import ORGANISATIONS, Organisation, Rater
from metrics.needs import UnmatchedChange
from metrics.needs_from_cells import (
    DomainAgreement,
    DomainChange,
    agreements,
    changes,
    differences,
    group_sizes,
    profile_counts,
    reached,
    unmet_by_group,
)
from metrics.needs_profile import DomainCounts, DomainProfile, EqualValue, equal_value, profile
from metrics.problem import Text
from metrics.target_groups import (
    Count,
    GroupFinding,
    NeedAgainstService,
    against_service,
    growing,
    unserved,
)

RATERS: tuple[Rater, ...] = ("user", "staff", "carer")
MANY_UNMET = 0.10
"""The share of the rated with an unmet need from which a domain has many, and asks for a response."""


@dataclass(frozen=True, kw_only=True)
class Moved:
    """One domain between the two years.

    Out     difference  of the share with an unmet need, later less earlier; None where hidden
            low, high   its 95 % limits; None where the same persons are compared
            flows       the same persons' needs; None where the years are not neighbours
    """

    domain: int
    difference: float | None
    noticed: bool
    low: float | None = None
    high: float | None = None
    flows: DomainChange | None = None
    shares: UnmatchedChange | None = None


@dataclass(frozen=True, kw_only=True)
class Side:
    """One organisation.

    Out     counts, shares  by rater: the 22 domains, as counts and as parts of the rated
            value      the dimensions of well-being
            moved      the 22 domains between the two years
            growing    target groups as parts of all shared users, first year published against the year shown
            unserved   (target group, domain) -> unmet need inside the group against outside it
            through    the share with an unmet need by year, each with its 22 domains
            services   by domain that one kind of contact answers
    """

    organisation: Organisation
    counts: Mapping[Rater, tuple[DomainCounts, ...]]
    shares: Mapping[Rater, tuple[DomainProfile, ...]]
    value: EqualValue
    moved: tuple[Moved, ...]
    agreed: tuple[DomainAgreement, ...]
    growing: tuple[GroupFinding, ...]
    unserved: Mapping[tuple[str, int], GroupFinding]
    through: Mapping[date, tuple[DomainProfile, ...]]
    services: Mapping[int, NeedAgainstService]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The page's figures.

    Out     years    every year published, newest first
            year, against  the first days of the year shown and of the one it is compared with; None where there is none
            since    the first year target groups are compared with
    """

    years: tuple[date, ...]
    year: date
    against: date | None
    since: date
    rater: Rater
    sides: tuple[Side, ...]

    @property
    def is_matched(self) -> bool:
        """Whether the two years are neighbours, so that the same persons are followed from one to the other."""
        return self.against is not None and self.year.year - self.against.year == 1


@st.cache_resource(show_spinner=False, max_entries=32)
def kept(_cells: pl.DataFrame, _view: View, _groups: Mapping[str, Text], key: str) -> Reading | None:
    """What `read` reads, from memory where it has been read before.

    In      key  the release, the register and every filter
    """
    return read(_cells, _view, _groups)


def read(cells: pl.DataFrame, view: View, groups: Mapping[str, Text]) -> Reading | None:
    """Everything the page shows; None where no ratings are published.

    In      cells  those of the release whose period had ended when the view's `until` did
    """
    known = {each: periods_with_data(cells, "can_profile", each) for each in ORGANISATIONS}
    years = tuple(sorted({year for each in known.values() for year in each}, reverse=True))
    if not years:
        return None
    year, rater = years[0], view.rater or "user"
    earlier = [each for each in years if each < year]
    asked = [each for each in earlier if str(each.year) == view.against]
    against = next(iter(asked or earlier), None)
    wanted: Sequence[Organisation] = (view.organisation,) if view.organisation else ORGANISATIONS
    return Reading(
        years=years,
        year=year,
        against=against,
        since=years[-1],
        rater=rater,
        sides=tuple(
            _side(cells, each, year, against, rater, groups, known[each]) for each in wanted if year in known[each]
        ),
    )


def many_unmet(reading: Reading) -> tuple[int, ...]:
    """The domains with many unmet needs on any side shown, or noticeably more than before; in the form's order."""
    return tuple(
        domain
        for at, domain in enumerate(DOMAINS)
        if any(
            (side.shares[reading.rater][at].unmet or 0.0) >= MANY_UNMET
            or (side.moved[at].noticed and (side.moved[at].difference or 0.0) > 0)
            for side in reading.sides
        )
    )


def _side(
    cells: pl.DataFrame,
    organisation: Organisation,
    year: date,
    against: date | None,
    rater: Rater,
    groups: Mapping[str, Text],
    years: Sequence[date],
) -> Side:
    ratings = cells.filter(pl.col("organisation") == organisation)
    counts = {each: profile_counts(ratings, organisation, year, each) for each in RATERS}
    shares = {each: tuple(profile(one) for one in of) for each, of in counts.items()}
    own = counts["user"]
    return Side(
        organisation=organisation,
        counts=counts,
        shares=shares,
        value=equal_value(shares[rater]),
        moved=_moved(ratings, organisation, year, against, rater),
        agreed=agreements(ratings, organisation, year),
        growing=growing(group_sizes(ratings, organisation, years[0]), group_sizes(ratings, organisation, year), groups),
        unserved=_unserved(ratings, organisation, year, groups),
        through={
            each: tuple(profile(one) for one in profile_counts(ratings, organisation, each, rater)) for each in years
        },
        services={
            domain: against_service(
                can_domains.NAMES[domain],
                _needing(own[domain - 1]),
                reached(ratings, organisation, date(year.year, 7, 1)).get(kind),
            )
            for domain, kind in can_domains.REACHED_BY.items()
        },
    )


def _moved(
    cells: pl.DataFrame, organisation: Organisation, year: date, against: date | None, rater: Rater
) -> tuple[Moved, ...]:
    if against is None:
        return tuple(Moved(domain=domain, difference=None, noticed=False) for domain in DOMAINS)
    if year.year - against.year == 1:
        return tuple(
            Moved(
                domain=each.domain,
                difference=each.change.difference if each.change else None,
                noticed=each.noticed,
                flows=each,
            )
            for each in changes(cells, organisation, year, rater)
        )
    return tuple(
        Moved(
            domain=each.domain,
            difference=each.change.difference if each.change else None,
            noticed=each.noticed,
            low=each.change.low if each.change else None,
            high=each.change.high if each.change else None,
            shares=each.change,
        )
        for each in differences(cells, organisation, against, year, rater)
    )


def _unserved(
    cells: pl.DataFrame, organisation: Organisation, year: date, groups: Mapping[str, Text]
) -> Mapping[tuple[str, int], GroupFinding]:
    """Every group in every domain, judged together: looked at one by one, some would stand out by chance alone."""
    inside: dict[str, Count | None] = {}
    outside: dict[str, Count | None] = {}
    keys = {f"{group} {domain}": (group, domain) for group in groups for domain in DOMAINS}
    for domain in DOMAINS:
        own, others = unmet_by_group(cells, organisation, year, domain)
        inside |= {f"{group} {domain}": count for group, count in own.items()}
        outside |= {f"{group} {domain}": count for group, count in others.items()}
    found = unserved(inside, outside, {key: groups[group] for key, (group, _) in keys.items()})
    return {keys[each.group]: each for each in found}


def _needing(counts: DomainCounts) -> Count | None:
    """Persons with a need in the domain, met or not, of those rated."""
    if counts.no_need is None or counts.met is None or counts.unmet is None:
        return None
    needing = counts.met + counts.unmet
    return needing, needing + counts.no_need
