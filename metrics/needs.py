"""Needs: whether user and staff agree, and whether a domain has changed between two periods.

All of it starts from counts in small tables, so it works on protected counts as well as on exact ones. Raters are
never pooled.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest, chi2, false_discovery_control
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.proportion import confint_proportions_2indep

PAIRS_AT_LEAST = 20
"""Pairs under which nothing is said of agreement."""

NOTICEABLE = 0.05
"""The smallest difference between two shares worth noticing, however sure it is."""

FALSE_DISCOVERY_RATE = 0.05
"""The part of the domains said to have changed that may be chance."""

EXACT_BELOW = 25
"""Persons who changed sides under which the test of two categories is exact."""

Table = Sequence[Sequence[float]]
"""Counts of pairs: a row per category of the first rating, a column per category of the second, in the same order,
from no need to unmet need. The last category is the one spoken of."""

_Counts = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """How far two raters say the same of the same persons.

    Out     pairs     persons both have rated; under twenty, all else is None
            percent   share rated alike, 0-1
            positive  share of agreement where either rater sees the last category: 2a / (2a + b + c); None where
                      neither does
            pabak     kappa as it would be if all categories were as common and both raters used them alike
            ac1       Gwet's coefficient, which rare categories do not pull down
            kappa, weighted  with 95 % limits; None where chance alone would give full agreement; the weighted one
                      counts a near miss as less than a far one
    Rule    kappa never stands alone: of a rare need it is near 0 though nearly all agree
    """

    pairs: float
    percent: float | None = None
    positive: float | None = None
    pabak: float | None = None
    ac1: float | None = None
    kappa: float | None = None
    kappa_low: float | None = None
    kappa_high: float | None = None
    weighted: float | None = None
    weighted_low: float | None = None
    weighted_high: float | None = None


def agreement(table: Table, *, weights: Literal["linear", "quadratic"] = "linear") -> Agreement:
    """Agreement of two raters over the same persons.

    In      weights  of the weighted kappa: steps apart, or steps squared
    Source  Fleiss, Cohen & Everitt 1969 (limits); Byrt, Bishop & Carlin 1993 (PABAK); Gwet 2008 (AC1)
    Fails   ValueError for what is not a square table of counts
    >>> agreement([[20, 5], [10, 15]]).kappa
    0.4
    >>> rare = agreement([[94, 3], [3, 0]])
    >>> rare.percent, rare.positive, round(rare.kappa, 3), rare.pabak
    (0.94, 0.0, -0.031, 0.88)
    """
    counts = _square(table)
    pairs = float(counts.sum())
    if pairs < PAIRS_AT_LEAST:
        return Agreement(pairs=pairs)
    categories, alike = len(counts), float(np.trace(counts)) / pairs
    used = (counts.sum(axis=0) + counts.sum(axis=1)) / (2 * pairs)
    by_chance = float((used * (1 - used)).sum()) / (categories - 1)
    either = float(counts[-1].sum() + counts[:, -1].sum())
    kappa, weighted = _kappa(counts, None), _kappa(counts, weights)
    return Agreement(
        pairs=pairs,
        percent=_rounded(alike),
        positive=_rounded(2 * counts[-1, -1] / either) if either else None,
        pabak=_rounded((categories * alike - 1) / (categories - 1)),
        ac1=_rounded((alike - by_chance) / (1 - by_chance)),
        kappa=kappa[0],
        kappa_low=kappa[1],
        kappa_high=kappa[2],
        weighted=weighted[0],
        weighted_low=weighted[1],
        weighted_high=weighted[2],
    )


@dataclass(frozen=True, kw_only=True)
class MatchedChange:
    """Change of one domain in the same persons between two assessments.

    Out     pairs       persons rated both times
            statistic, df, p  whether the categories are as common both times; None where nobody changed
            new         persons in the last category the second time only
            resolved    persons in it the first time only
            still       persons in it both times
            difference  of its share: above 0 where it has become more common
    """

    pairs: float
    statistic: float | None
    df: int | None
    p: float | None
    new: float
    resolved: float
    still: float
    difference: float


def matched_change(table: Table) -> MatchedChange:
    """Whether the same persons' ratings changed, and how many needs are new, resolved and still unmet.

    Rule    Stuart-Maxwell, which for two categories is McNemar; exact where under 25 persons changed between two
            categories. A category nobody is in either time is left out, and the degrees of freedom fall with it
    Source  Stuart 1955; Maxwell 1970; McNemar 1947
    >>> change = matched_change([[30, 12], [4, 54]])
    >>> change.statistic, round(change.p, 6), change.new, change.resolved, change.still
    (4.0, 0.076813, 12.0, 4.0, 54.0)
    """
    counts = _square(table)
    pairs, still = float(counts.sum()), float(counts[-1, -1])
    new, resolved = float(counts[:-1, -1].sum()), float(counts[-1, :-1].sum())
    statistic, df, p = _homogeneity(counts)
    return MatchedChange(
        pairs=pairs,
        statistic=statistic,
        df=df,
        p=p,
        new=new,
        resolved=resolved,
        still=still,
        difference=(new - resolved) / pairs if pairs else 0.0,
    )


@dataclass(frozen=True, kw_only=True)
class UnmatchedChange:
    """Difference of a share between two groups of different persons.

    Out     difference  after less before, so a fall is below 0
            low, high   its 95 % limits
            p           of no difference
    """

    before: float
    after: float
    difference: float
    low: float
    high: float
    p: float


def unmatched_change(count_before: float, n_before: float, count_after: float, n_after: float) -> UnmatchedChange:
    """The difference between two shares of different persons.

    Rule    limits from both shares' own Wilson intervals; p from the pooled z test
    Source  Newcombe 1998, hybrid score interval
    Fails   ValueError where a group is empty or counts more than there are
    >>> change = unmatched_change(48, 80, 56, 70)
    >>> [round(each, 4) for each in (change.difference, change.low, change.high, change.p)]
    [0.2, 0.0524, 0.3339, 0.008]
    """
    if not (0 <= count_before <= n_before and 0 <= count_after <= n_after and n_before and n_after):
        raise ValueError("two groups are needed, each with a count that is not larger than the group")
    low, high = confint_proportions_2indep(count_after, n_after, count_before, n_before, method="newcomb")
    before, after = count_before / n_before, count_after / n_after
    pooled = (count_before + count_after) / (n_before + n_after)
    error = math.sqrt(pooled * (1 - pooled) * (1 / n_before + 1 / n_after))
    return UnmatchedChange(
        before=before,
        after=after,
        difference=after - before,
        low=float(low),
        high=float(high),
        p=float(chi2.sf(((after - before) / error) ** 2, 1)) if error else 1.0,
    )


def worth_noticing(
    p_values: Sequence[float | None],
    differences: Sequence[float],
    *,
    rate: float = FALSE_DISCOVERY_RATE,
    least: float = NOTICEABLE,
) -> list[bool]:
    """Which of many domains changed: surely enough when all are looked at at once, and by enough to matter.

    In      p_values     one per domain, None where nothing could be tested
            differences  in shares, in the same order
    Source  Benjamini & Hochberg 1995
    >>> worth_noticing([0.001, 0.04, None], [0.10, 0.10, 0.30])
    [True, True, False]
    >>> worth_noticing([0.001], [0.01])
    [False]
    """
    tested = [p for p in p_values if p is not None]
    after_all = iter(adjusted(tested))
    sure = [p is not None and next(after_all) <= rate for p in p_values]
    return [held and abs(by) >= least for held, by in zip(sure, differences, strict=True)]


def adjusted(p_values: Sequence[float]) -> list[float]:
    """The p values once all tests are looked at together, in the order given.

    >>> adjusted([0.01, 0.04])
    [0.02, 0.04]
    """
    return [float(p) for p in false_discovery_control(p_values, method="bh")] if p_values else []


def _square(table: Table) -> _Counts:
    counts = np.asarray(table, dtype=np.float64)
    if counts.ndim != 2 or counts.shape[0] != counts.shape[1] or len(counts) < 2 or not (counts >= 0).all():
        raise ValueError("a square table of counts is needed, with two categories or more")
    return counts


def _kappa(counts: _Counts, weights: str | None) -> tuple[float | None, float | None, float | None]:
    """Kappa and its 95 % limits; all None where chance alone would give full agreement."""
    by_chance = float((counts.sum(axis=1) * counts.sum(axis=0)).sum()) / float(counts.sum()) ** 2
    if math.isclose(by_chance, 1.0):
        return None, None, None
    with np.errstate(divide="ignore", invalid="ignore"):  # its z value, which nobody here reads
        found = cohens_kappa(counts, wt=weights)
    return _rounded(found.kappa), _rounded(found.kappa_low), _rounded(found.kappa_upp)


def _homogeneity(counts: _Counts) -> tuple[float | None, int | None, float | None]:
    """Statistic, degrees of freedom and p of equal margins; None where nobody changed.

    Rule    the pseudo-inverse and the rank leave out, by themselves, every category nobody enters or leaves
    """
    moved = counts - np.diag(np.diag(counts))
    if not moved.any():
        return None, None, None
    gain = moved.sum(axis=1) - moved.sum(axis=0)
    variance = np.diag(moved.sum(axis=1) + moved.sum(axis=0)) - moved - moved.T
    statistic, df = float(gain @ np.linalg.pinv(variance, hermitian=True) @ gain), int(np.linalg.matrix_rank(variance))
    if len(counts) > 2 or moved.sum() >= EXACT_BELOW:
        return _rounded(statistic), df, float(chi2.sf(statistic, df))
    return _rounded(statistic), df, float(binomtest(round(moved[0, 1]), round(moved.sum())).pvalue)


def _rounded(value: float) -> float:
    """Twelve decimals: as many as are the same on every machine."""
    return round(float(value), 12)
