"""What the pages about needs are made of, from published cells: profile, change, agreement and target groups.

Counts are the protected ones. One under five is hidden, and stays None: nothing here guesses it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product

import polars as pl

from metrics.distributed import HIDDEN_AT_MOST, NOTHING, Key, Part, parts, whole
from metrics.distribution import DOMAINS
from metrics.indicator import Organisation, Rater
from metrics.needs import (
    PAIRS_AT_LEAST,
    Agreement,
    MatchedChange,
    UnmatchedChange,
    agreement,
    matched_change,
    unmatched_change,
    worth_noticing,
)
from metrics.needs_profile import DomainCounts
from metrics.populations.ratings import STATES
from metrics.target_groups import DENOMINATOR_AT_LEAST, Count

Table = tuple[tuple[float | None, ...], ...]


def profile_counts(
    cells: pl.DataFrame, organisation: Organisation, year: date, rater: Rater
) -> tuple[DomainCounts, ...]:
    """How each of the 22 domains is rated, as `metrics.needs_profile.profile` takes it.

    In      cells  of one release; year  its first day
    """
    found = parts(cells, "can_profile", organisation, year, rater)

    def count(domain: int, category: str) -> float | None:
        return found.get((domain, category), NOTHING).count

    return tuple(
        DomainCounts(
            domain=domain,
            no_need=count(domain, "none"),
            met=count(domain, "met"),
            unmet=count(domain, "unmet"),
            not_known=count(domain, "not_known"),
        )
        for domain in DOMAINS
    )


@dataclass(frozen=True, kw_only=True)
class DomainChange:
    """One domain in the same persons, from the year before to this one.

    Out     pairs     persons rated both years; None where everything is hidden
            new, resolved, still  of them, with a need that has become unmet, that no longer is, that still is; None
                      where hidden
            change    whether need moved one way more than the other; None where new or resolved is hidden
            states    the whole table, from (row) to (column) no need, met, unmet; None in it where hidden
            noticed   worth noticing when all 22 domains are looked at at once
    """

    domain: int
    pairs: float | None
    new: float | None
    resolved: float | None
    still: float | None
    change: MatchedChange | None
    states: Table
    noticed: bool


def changes(cells: pl.DataFrame, organisation: Organisation, year: date, rater: Rater) -> tuple[DomainChange, ...]:
    """How needs moved from the year before to `year`, domain by domain, in the persons rated in both."""
    found = parts(cells, "can_changes", organisation, year, rater)
    tested = [_tested(found, domain) for domain in DOMAINS]
    noticed = worth_noticing(
        [each.p if each else None for each in tested], [each.difference if each else 0.0 for each in tested]
    )
    return tuple(
        DomainChange(
            domain=domain,
            pairs=whole(found, domain),
            new=_count(found, domain, "new"),
            resolved=_count(found, domain, "resolved"),
            still=_count(found, domain, "unmet_unmet"),
            change=change,
            states=_states(found, domain),
            noticed=is_noticed,
        )
        for domain, change, is_noticed in zip(DOMAINS, tested, noticed, strict=True)
    )


@dataclass(frozen=True, kw_only=True)
class DomainDifference:
    """One domain in two years, whoever was rated in each.

    Out     change   of the share with an unmet need; None where either year is hidden or has under twenty rated
            noticed  worth noticing when all 22 domains are looked at at once
    """

    domain: int
    change: UnmatchedChange | None
    noticed: bool


def differences(
    cells: pl.DataFrame, organisation: Organisation, before: date, after: date, rater: Rater
) -> tuple[DomainDifference, ...]:
    """How common unmet needs are in two years, domain by domain.

    Rule    largely the same persons are rated in both, so the limits are wider than they need be: what is told is there
    """
    pairs = zip(*(profile_counts(cells, organisation, year, rater) for year in (before, after)), strict=True)
    found = [_difference(_unmet_of_rated(first), _unmet_of_rated(second)) for first, second in pairs]
    noticed = worth_noticing(
        [each.p if each else None for each in found], [each.difference if each else 0.0 for each in found]
    )
    return tuple(
        DomainDifference(domain=domain, change=change, noticed=is_noticed)
        for domain, change, is_noticed in zip(DOMAINS, found, noticed, strict=True)
    )


@dataclass(frozen=True, kw_only=True)
class DomainAgreement:
    """What user and staff say of one domain.

    Out     pairs     persons both have rated; None where everything is hidden
            both, user_only, staff_only, neither  of them, rated as unmet; None where hidden
            unmet     agreement on whether the need is unmet; None under twenty pairs, or where over two of the four are
                      hidden. Where one is, it stands for what remains of the pairs, from 0 to 4
            kappa, positive  between which values they lie, whatever the hidden ones are; equal where nothing is hidden
            states    agreement on no need, met and unmet, weighted too; None where any of the nine is hidden
    """

    domain: int
    pairs: float | None
    both: float | None
    user_only: float | None
    staff_only: float | None
    neither: float | None
    unmet: Agreement | None
    kappa: tuple[float, float] | None
    positive: tuple[float, float] | None
    states: Agreement | None


def agreements(cells: pl.DataFrame, organisation: Organisation, year: date) -> tuple[DomainAgreement, ...]:
    """User and staff side by side, domain by domain.

    Rule    kappa is computed here from the protected counts and never sent beside them: sent with more decimals than
            the shown counts give, it would tell the hidden one
    """
    found = parts(cells, "can_agreement", organisation, year)
    return tuple(_agreed(found, domain) for domain in DOMAINS)


def group_sizes(cells: pl.DataFrame, organisation: Organisation, year: date) -> Mapping[str, Count | None]:
    """Shared users in each target group, of all: what `metrics.target_groups.growing` compares between two years."""
    found = parts(cells, "target_groups", organisation, year)
    return {group: _share_of(part) for (_, group), part in found.items()}


def unmet_by_group(
    cells: pl.DataFrame, organisation: Organisation, year: date, domain: int
) -> tuple[Mapping[str, Count | None], Mapping[str, Count | None]]:
    """Unmet need in one domain, in each target group and outside it, as `metrics.target_groups.unserved` takes it.

    Rule    those outside are everybody less the group, both protected; None where either is hidden
    """
    everybody = parts(cells, "can_profile", organisation, year, "user")
    states = [everybody.get((domain, state), NOTHING).count for state in STATES]
    found = parts(cells, "can_groups", organisation, year, "user")
    inside = {group: _share_of(part) for (of, group), part in found.items() if of == domain}
    rated = sum(each for each in states if each is not None) if None not in states else None
    return inside, {group: _rest(states[-1], rated, count) for group, count in inside.items()}


def reached(cells: pl.DataFrame, organisation: Organisation, period: date) -> Mapping[str, Count | None]:
    """Shared users who had a contact of each kind, of all: the service side of `target_groups.against_service`."""
    return {kind: _share_of(part) for (_, kind), part in parts(cells, "contact_reach", organisation, period).items()}


def _unmet_of_rated(counts: DomainCounts) -> Count | None:
    states = (counts.no_need, counts.met, counts.unmet)
    rated = sum(each for each in states if each is not None)
    return None if counts.unmet is None or None in states else (counts.unmet, rated)


def _difference(before: Count | None, after: Count | None) -> UnmatchedChange | None:
    if before is None or after is None or min(before[1], after[1]) < DENOMINATOR_AT_LEAST:
        return None
    return unmatched_change(*before, *after)


def _count(found: Mapping[Key, Part], domain: int, category: str) -> float | None:
    return found.get((domain, category), NOTHING).count


def _tested(found: Mapping[Key, Part], domain: int) -> MatchedChange | None:
    """The test of equal margins, which only those who changed decide: the others need only be as many as they are."""
    pairs, new, resolved = whole(found, domain), _count(found, domain, "new"), _count(found, domain, "resolved")
    if pairs is None or new is None or resolved is None:
        return None
    still = _count(found, domain, "unmet_unmet") or 0.0
    return matched_change([[max(pairs - new - resolved - still, 0.0), new], [resolved, still]])


def _states(found: Mapping[Key, Part], domain: int) -> Table:
    return tuple(tuple(_count(found, domain, f"{first}_{second}") for second in STATES) for first in STATES)


def _agreed(found: Mapping[Key, Part], domain: int) -> DomainAgreement:
    names = ("neither", "staff_only", "user_only", "unmet_unmet")
    neither, staff_only, user_only, both = counts = tuple(_count(found, domain, name) for name in names)
    pairs, hidden = whole(found, domain), counts.count(None)
    table: Agreement | None = None
    kappa = positive = None
    if pairs is not None and pairs >= PAIRS_AT_LEAST and hidden <= 2:
        left = (pairs - sum(each for each in counts if each is not None)) / max(hidden, 1)
        table = _of([min(max(left, 0.0), HIDDEN_AT_MOST) if each is None else each for each in counts])
        ends = [(0.0, float(HIDDEN_AT_MOST)) if each is None else (each,) for each in counts]
        possible = [_of(list(chosen)) for chosen in product(*ends)]
        kappa = _between([each.kappa for each in possible])
        positive = _between([each.positive for each in possible])
    return DomainAgreement(
        domain=domain,
        pairs=pairs,
        both=both,
        user_only=user_only,
        staff_only=staff_only,
        neither=neither,
        unmet=table,
        kappa=kappa,
        positive=positive,
        states=_all_shown(_states(found, domain)),
    )


def _of(counts: list[float]) -> Agreement:
    return agreement([counts[:2], counts[2:]])


def _all_shown(table: Table) -> Agreement | None:
    rows = [[each for each in row if each is not None] for row in table]
    return agreement(rows) if all(len(row) == len(STATES) for row in rows) else None


def _between(values: list[float | None]) -> tuple[float, float] | None:
    known = [value for value in values if value is not None]
    return (min(known), max(known)) if known else None


def _share_of(part: Part) -> Count | None:
    return None if part.count is None or part.of is None else (part.count, part.of)


def _rest(unmet: float | None, rated: float | None, inside: Count | None) -> Count | None:
    if unmet is None or rated is None or inside is None:
        return None
    outside = max(rated - inside[1], 0.0)
    return min(max(unmet - inside[0], 0.0), outside), outside
