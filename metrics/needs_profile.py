"""The profile of needs: domain by domain, and by dimensions of well-being that weigh alike.

Each profile is of one rater: the views of user, staff and relatives stand beside each other and are never pooled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from metrics import words
from metrics.problem import Text

DIMENSIONS: Mapping[str, tuple[int, ...]] = {
    "medical": (2, 4, 6, 12, 13),
    "psychological": (7, 8, 9, 10, 11),
    "social": (1, 3, 14, 17, 18, 19, 20, 21, 22),
    "existential": (5, 15, 16),
}
"""The 22 CAN domains by dimension of well-being, unless a committee groups them otherwise. The last is the nearest CAN
comes to the existential: it has no question about meaning or hope, and a page that shows it says so."""

DIMENSION_NAMES: Mapping[str, Text] = {
    "medical": Text(sv="medicinskt välbefinnande", en="medical well-being"),
    "psychological": Text(sv="psykiskt välbefinnande", en="psychological well-being"),
    "social": Text(sv="socialt välbefinnande", en="social well-being"),
    "existential": Text(sv="existentiellt välbefinnande", en="existential well-being"),
}


@dataclass(frozen=True, kw_only=True)
class DomainCounts:
    """How one rater has rated one domain: persons by rating (0, 1, 2, 9); None where a count is hidden."""

    domain: int
    no_need: float | None
    met: float | None
    unmet: float | None
    not_known: float | None


@dataclass(frozen=True, kw_only=True)
class DomainProfile:
    """One domain in shares; each None where a count it rests on is hidden, or nobody is behind it.

    Out     need       of the rated: a need, met or not
            unmet      of the rated: an unmet need
            needs_met  of those with a need: met
            coverage   of those asked: rated; "not known" lowers this and nothing else
    """

    domain: int
    need: float | None
    unmet: float | None
    needs_met: float | None
    coverage: float | None


@dataclass(frozen=True, kw_only=True)
class DimensionProfile:
    """One dimension: the mean share of needs met over its domains, and which domains it could rest on."""

    dimension: str
    needs_met: float | None
    domains: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class EqualValue:
    """All dimensions, each weighing alike.

    Out     overall  mean of the dimensions, None where one has no figure
            highest, lowest  the dimensions where most and fewest needs are met
            gap      between them, None where under two have a figure
    """

    dimensions: tuple[DimensionProfile, ...]
    overall: float | None
    highest: str | None
    lowest: str | None
    gap: float | None
    sentence: Text


def profile(counts: DomainCounts) -> DomainProfile:
    """The profile of one domain.

    >>> found = profile(DomainCounts(domain=5, no_need=50, met=30, unmet=20, not_known=25))
    >>> found.need, found.unmet, found.needs_met, found.coverage
    (0.5, 0.2, 0.6, 0.8)
    """
    needs = _sum(counts.met, counts.unmet)
    rated = _sum(counts.no_need, needs)
    return DomainProfile(
        domain=counts.domain,
        need=_share(needs, rated),
        unmet=_share(counts.unmet, rated),
        needs_met=_share(counts.met, needs),
        coverage=_share(rated, _sum(rated, counts.not_known)),
    )


def equal_value(
    profiles: Sequence[DomainProfile], dimensions: Mapping[str, tuple[int, ...]] = DIMENSIONS
) -> EqualValue:
    """Whether needs of all kinds are met alike.

    In      dimensions  which domains make each; a domain may be a committee's own, outside the 22
    Rule    mean over the domains within a dimension, then every dimension weighs the same: if all 22 were pooled, the
            nine social ones would weigh three times the three existential
    """
    met = {each.domain: each.needs_met for each in profiles if each.needs_met is not None}
    rows = tuple(_dimension(name, domains, met) for name, domains in dimensions.items())
    known = {row.dimension: row.needs_met for row in rows if row.needs_met is not None}
    highest = max(known, key=known.__getitem__) if len(known) > 1 else None
    lowest = min(known, key=known.__getitem__) if len(known) > 1 else None
    gap = known[highest] - known[lowest] if highest and lowest else None
    return EqualValue(
        dimensions=rows,
        overall=fsum(known.values()) / len(rows) if rows and len(known) == len(rows) else None,
        highest=highest,
        lowest=lowest,
        gap=gap,
        sentence=_said(highest, lowest, known),
    )


_GAP = Text(
    sv="Behov är oftast tillfredsställda inom {highest} ({most}) och mest sällan inom {lowest} ({least}).",
    en="Needs are most often met in {highest} ({most}) and least often in {lowest} ({least}).",
)
_ALIKE = Text(
    sv="Behov är lika ofta tillfredsställda inom alla områden som visas ({most}).",
    en="Needs are met equally often in all areas shown ({most}).",
)
_NOTHING = Text(
    sv="Det går inte att jämföra områdena: för få värden.", en="The areas cannot be compared: too few values."
)


def _said(highest: str | None, lowest: str | None, known: Mapping[str, float]) -> Text:
    if highest is None or lowest is None:
        return _NOTHING
    said = _ALIKE if known[highest] == known[lowest] else _GAP
    return said.format(
        highest=DIMENSION_NAMES.get(highest, highest),
        lowest=DIMENSION_NAMES.get(lowest, lowest),
        most=words.amount(known[highest], "share"),
        least=words.amount(known[lowest], "share"),
    )


def _dimension(name: str, domains: Sequence[int], met: Mapping[int, float]) -> DimensionProfile:
    shown = tuple(domain for domain in domains if domain in met)
    share = fsum(met[domain] for domain in shown) / len(shown) if shown else None
    return DimensionProfile(dimension=name, needs_met=share, domains=shown)


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def _share(part: float | None, whole: float | None) -> float | None:
    return None if part is None or not whole else part / whole
