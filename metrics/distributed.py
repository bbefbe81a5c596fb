"""Reading distributions from published cells: what is shown of each category, and what is hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from metrics.indicator import Organisation, Rater
from metrics.series import Flag

HIDDEN_AT_MOST = 4
"""What a hidden count is at most, as it would have been shown."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One published category.

    Out     count, of    the protected count and what it is seen against; None where hidden, and of a mean
            value        the share or the mean; None where hidden
            low, high    its 95 % limits
    """

    count: float | None
    of: float | None
    value: float | None
    low: float | None
    high: float | None
    flag: Flag


NOTHING = Part(count=None, of=None, value=None, low=None, high=None, flag="no_data")
Key = tuple[int | None, str]
"""(domain, category)."""


def parts(
    cells: pl.DataFrame, distribution_id: str, organisation: Organisation, period: date, rater: Rater = ""
) -> Mapping[Key, Part]:
    """Everything one organisation publishes of a distribution for one period, by domain and category."""
    wanted = cells.filter(indicator_id=distribution_id, organisation=organisation, period_start=period, rater=rater)
    return {
        (domain, group): _part(*figures)
        for domain, group, *figures in wanted.select("domain", "group", *_FIGURES).rows()
    }


def over_time(
    cells: pl.DataFrame,
    distribution_id: str,
    organisation: Organisation,
    category: str,
    *,
    rater: Rater = "",
    domain: int | None = None,
) -> Mapping[date, Part]:
    """One category through its periods, in order."""
    wanted = cells.filter(indicator_id=distribution_id, organisation=organisation, group=category, rater=rater)
    wanted = wanted.filter(pl.col("domain").eq_missing(domain)).sort("period_start")
    return {period: _part(*figures) for period, *figures in wanted.select("period_start", *_FIGURES).rows()}


def periods_with_data(cells: pl.DataFrame, distribution_id: str, organisation: Organisation) -> tuple[date, ...]:
    """The periods that anything was delivered for, in order; what is hidden counts as delivered."""
    wanted = cells.filter(indicator_id=distribution_id, organisation=organisation).filter(pl.col("flag") != "no_data")
    return tuple(sorted(wanted["period_start"].unique()))


def whole(found: Mapping[Key, Part], domain: int | None = None) -> float | None:
    """What the categories of one domain are all part of; None where every one is hidden.

    Rule    of a distribution whose categories are parts of one whole, every shown row tells the same whole
    """
    return next((part.of for (of, _), part in found.items() if of == domain and part.of is not None), None)


_FIGURES = ("numerator", "denominator", "value", "low", "high", "flag")


def _part(
    count: float | None, of: float | None, value: float | None, low: float | None, high: float | None, flag: Flag
) -> Part:
    return Part(count=count, of=of, value=value, low=low, high=high, flag=flag)
