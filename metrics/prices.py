"""Money over time and between parties: fixed prices, and actual shares against the agreed split."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import fsum

from metrics import periods, words
from metrics.indicator import Indicator
from metrics.periods import MONTHS, Grain
from metrics.problem import Text
from metrics.series import Series

_FIXED = Text(
    sv="I {base} års prisnivå enligt {name}, publicerat {published}.",
    en="In {base} prices by the {name}, published {published}.",
)
_FIXED_NARROW = Text(
    sv="I prisnivån för {base} enligt {name}, publicerat {published}.",
    en="In the prices of {base} by the {name}, published {published}.",
)


@dataclass(frozen=True, kw_only=True)
class PriceIndex:
    """A published price index, as dated data: nothing of it stands in code.

    In      name          which index, such as the one for regions' or municipalities' costs
            published_on  the day this version of it came: an index is revised
            values        index by first day of its periods, all of one grain
    """

    name: Text
    published_on: date
    grain: Grain
    values: Mapping[date, float]

    def on(self, day: date) -> float | None:
        """The index of the period that holds the day; None where none is published."""
        return self.values.get(periods.start(periods.index(day, self.grain), self.grain))


def in_fixed_prices(series: Series, index: PriceIndex, base: date) -> Series:
    """A series of amounts in the prices of the index period that holds `base`.

    Rule    amount · index of the base / index of the period. A period the index does not cover has no fixed price:
            the last known one is never carried on
    Fails   ValueError where the index has no value at the base
    """
    level = index.on(base)
    if not level:
        raise ValueError("the price index has no value for the year whose prices are asked for")
    factors = [None if not (own := index.on(on)) else level / own for on in series.periods]
    return replace(
        series,
        values=tuple(_times(series.values, factors)),
        numerators=tuple(_times(series.numerators, factors)),
        flags=tuple(
            "no_data" if factor is None and flag == "ok" else flag
            for factor, flag in zip(factors, series.flags, strict=True)
        ),
    )


def base_of(index: PriceIndex) -> date:
    """The period whose prices figures are shown in: the latest that the index covers."""
    return max(index.values)


def in_prices(indicator: Indicator) -> bool:
    """Whether its figures are kronor, whose worth changes from year to year."""
    return indicator.unit == "sek_per_person"


def priced(indicator: Indicator, series: Series, index: PriceIndex | None) -> Series:
    """The series as it is read over time: amounts in fixed prices where an index is in force, all else as published.

    Rule    a share of two amounts of one period is the same in any prices
    """
    if index is None or not in_prices(indicator):
        return series
    return in_fixed_prices(series, index, base_of(index))


def price_note(index: PriceIndex, base: date) -> Text:
    """Whose prices, by which index, of which day: said wherever a fixed price is shown.

    >>> spring = date(2026, 2, 20)
    >>> index = PriceIndex(name=Text("LPIK", "LPIK"), published_on=spring, grain="year", values={date(2025, 1, 1): 100})
    >>> price_note(index, date(2025, 1, 1)).en
    'In 2025 prices by the LPIK, published 20 February 2026.'
    """
    said = _FIXED if index.grain == "year" else _FIXED_NARROW
    return said.format(
        base=words.period(periods.start(periods.index(base, index.grain), index.grain), index.grain),
        name=index.name,
        published=index.published_on,
    )


@dataclass(frozen=True, kw_only=True)
class Split:
    """The region's agreed share of the joint net cost, in force between two days by a decision."""

    region_share: float
    from_on: date
    to_on: date | None
    decision_id: str


@dataclass(frozen=True, kw_only=True)
class AgainstSplit:
    """One period's actual share beside the agreed one, both of the same organisation.

    Out     difference  actual less agreed; None where either is missing
    """

    period_start: date
    actual: float | None
    agreed: float | None

    @property
    def difference(self) -> float | None:
        """How far the actual share lies above the agreed one."""
        return None if self.actual is None or self.agreed is None else self.actual - self.agreed


def against_split(series: Series, splits: Iterable[Split]) -> tuple[AgainstSplit, ...]:
    """Actual shares of the joint net cost against the split in force, period by period.

    In      series  one organisation's share of the joint amount
    Rule    the agreed share of a period is the mean of its months', each by the split in force on the month's first
            day; a period with a month without a split has none
    """
    known = sorted(splits, key=lambda each: each.from_on, reverse=True)
    agreed = [_agreed(on, series.grain, known) for on in series.periods]
    if series.organisation == "municipality":
        agreed = [None if share is None else 1 - share for share in agreed]
    rows = zip(series.periods, series.values, agreed, strict=True)
    return tuple(AgainstSplit(period_start=on, actual=actual, agreed=share) for on, actual, share in rows)


_SPLIT = Text(
    sv="{whose} bar {actual} av den gemensamma nettokostnaden {period}; avtalat var {agreed}, en skillnad på {points} "
    "procentenheter.",
    en="{whose} carried {actual} of the joint net cost in {period}; {agreed} was agreed, a difference of {points} "
    "percentage points.",
)
_NO_SPLIT = Text(
    sv="Det finns ingen period med både en faktisk andel och en avtalad fördelning.",
    en="There is no period with both an actual share and an agreed split.",
)


def split_sentence(series: Series, rows: Iterable[AgainstSplit]) -> Text:
    """The latest period that has both shares, in words."""
    last = next((row for row in reversed(tuple(rows)) if row.difference is not None), None)
    if last is None or last.actual is None or last.agreed is None or series.organisation == "both":
        return _NO_SPLIT
    return _SPLIT.format(
        whose=words.capitalised(words.ORGANISATION[series.organisation]),
        actual=words.amount(last.actual, "share", 1),
        agreed=words.amount(last.agreed, "share", 1),
        points=words.number(100 * (last.actual - last.agreed), 1),
        period=words.period(last.period_start, series.grain),
    )


def _agreed(period_start: date, grain: Grain, newest_first: list[Split]) -> float | None:
    """The mean over the months of a period of the share in force on each month's first day."""
    first = periods.index(period_start, "month")
    months = [periods.start(first + step, "month") for step in range(MONTHS[grain])]
    shares = [next((each.region_share for each in newest_first if _in_force(each, day)), None) for day in months]
    known = [share for share in shares if share is not None]
    return fsum(known) / len(known) if len(known) == len(months) else None


def _in_force(split: Split, day: date) -> bool:
    return split.from_on <= day and (split.to_on is None or day <= split.to_on)


def _times(amounts: Iterable[float | None], factors: Iterable[float | None]) -> list[float | None]:
    return [
        None if amount is None or factor is None else amount * factor
        for amount, factor in zip(amounts, factors, strict=True)
    ]
