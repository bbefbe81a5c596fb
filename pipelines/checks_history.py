"""Checks of a delivery against time: the period it says, what it replaces, its own history, and the days between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import polars as pl

from metrics import periods
from metrics.problem import Text
from pipelines import arrival
from pipelines.delivered import Delivered, days

MOST_LOST, MOST_GAINED, FEWEST_ROWS = -0.4, 0.6, 10
"""How far the number of rows may change between a delivery and the one that replaces it."""

HISTORY, LEAST_HISTORY = 12, 6
"""Months before a month that it is held against, and how many of them there must be."""

_SPREAD = 4
"""Chance alone moves a count by about its square root; what is within so many of those is no jump."""

_FEW = 0.1
"""Leading months with a smaller share of a usual month's rows are no history."""

_SHOWN = 5


def period_wrong(seen: Delivered) -> Iterator[Text]:
    """Most of what happened lies outside the period the file says it is about."""
    told, dated = days(seen), seen.source.dated
    if told is None or dated is None:
        return
    happened = seen.rows[dated].drop_nulls()
    if happened.is_between(*told).sum() * 2 < happened.len():
        yield Text(
            sv="De flesta av filens rader ligger utanför perioden {first}–{last}, som filen sägs gälla. Rätta "
            "perioden i filnamnet, eller exportera rätt period.",
            en="Most of the file's rows lie outside the period {first} to {last} that the file is said to be "
            "about. Mend the period in the file's name, or export the right period.",
        ).format(first=told[0], last=told[1])


def rows_changed(seen: Delivered) -> Iterator[Text]:
    """The file is much shorter or longer than what it replaces.

    Rule    at most 40 % shorter and 60 % longer, of fewer than ten rows a share says nothing; a file that covers more
            than what it replaces may be longer
    """
    rows, before = seen.rows.height, sum(delivery.rows_in for delivery in seen.replaced)
    if before < FEWEST_ROWS:
        return
    change, same_period = rows / before - 1, any(delivery.period == seen.period for delivery in seen.replaced)
    if change > MOST_LOST and (change < MOST_GAINED or not same_period):
        return
    yield Text(
        sv="Filen har {rows} rader, men den leverans som den ersätter har {before} ({change:+.0%}). Kontrollera "
        "exportens urval. Stämmer antalet: läs in filen med --override rows_changed och skäl, som sparas.",
        en="The file has {rows} rows, but the delivery it replaces has {before} ({change:+.0%}). Check the "
        "export's selection. If the number is right, load the file with --override rows_changed and a reason, "
        "which is kept.",
    ).format(rows=rows, before=before, change=change)


def month_outside_history(seen: Delivered) -> Iterator[Text]:
    """A month has far fewer or more rows than any of the months before it.

    Rule    below 60 % of the smallest of the twelve before, or above 160 % of the largest, and farther off than chance
            moves a count and than the twelve lie apart; an empty month is none, one that is not over is left out
    """
    own = _own_months(seen)
    counted = pl.concat([seen.beside, seen.monthly]).group_by("month").agg(pl.col("rows").sum())
    rows = dict.fromkeys(own, 0) | dict(counted.iter_rows())
    outside = [found for month in own if (found := _outside(month, rows))]
    if not outside:
        return
    listed = [f"{month:%Y-%m}: {now} ({low}–{high})" for month, now, low, high in outside[:_SHOWN]]
    more = " …" if len(outside) > _SHOWN else ""
    yield Text(
        sv="Antal rader långt utanför månaderna före ({listed}{more}; inom parentes de tolv föregående månadernas "
        "minsta och största). Kontrollera exportens urval. Stämmer antalet: läs in filen med --override "
        "month_outside_history och skäl, som sparas.",
        en="Numbers of rows far outside the months before ({listed}{more}; in brackets the smallest and largest of the "
        "twelve months before). Check the export's selection. If the number is right, load the file with --override "
        "month_outside_history and a reason, which is kept.",
    ).format(listed=", ".join(listed), more=more)


def repeats_in_force(seen: Delivered) -> Iterator[Text]:
    """Rows that another delivery in force already holds would count twice."""
    if seen.repeated:
        yield Text(
            sv="{rows} rader finns redan i en annan inläst leverans och skulle räknas två gånger. Kontrollera vilken "
            "period filen gäller. Ska de räknas: läs in filen med --override repeats_in_force och skäl, som sparas.",
            en="{rows} rows are already in another delivery that is loaded and would count twice. Check which period "
            "the file is about. If they are to count, load the file with --override repeats_in_force and a reason, "
            "which is kept.",
        ).format(rows=seen.repeated)


def period_gap(seen: Delivered) -> Iterator[Text]:
    """The days between the source's first and last delivery that none of them covers."""
    told = [seen.period, *(delivery.period for delivery in seen.loaded)]
    spans = sorted(span for one in told if (span := arrival.span(one)))
    for first, last in arrival.holes(spans) if spans else ():
        yield Text(
            sv="Uppgifter saknas för {first}–{last}, mellan det som är inläst. Siffror för de dagarna visas som "
            "saknade. Läs in filen för perioden när den finns.",
            en="There are no data for {first} to {last}, between what is loaded. Figures for those days are shown "
            "as missing. Load the file for the period when there is one.",
        ).format(first=first, last=last)


def clock_back(seen: Delivered) -> Iterator[Text]:
    """The computer's clock is behind the latest load; deliveries keep their order anyway."""
    if seen.last_noted is not None and seen.now < seen.last_noted:
        yield Text(
            sv="Datorns klocka går före eller efter: förra inläsningen är daterad senare än nu. Ordningen mellan "
            "leveranser följer deras löpnummer och är rätt. Ställ klockan.",
            en="The computer's clock is or was wrong: the last load is dated later than now. Deliveries are "
            "ordered by number, not by clock, so their order is right. Set the clock.",
        )


def _own_months(seen: Delivered) -> list[date]:
    """The delivery's months that are over, from the first with more than a few rows.

    Rule    a wrong date, or a spell begun long ago, makes no history of empty months
    """
    rows = seen.monthly.group_by("month").agg(pl.col("rows").sum()).sort("month")
    usual = rows["rows"].median()
    if not isinstance(usual, float):
        return []
    known = rows.filter(pl.col("rows") >= _FEW * usual)["month"].to_list()
    last = periods.end(periods.index(rows["month"][-1], "month"), "month")
    months = periods.between(known[0], last, "month")
    return [month for month in months if periods.end(periods.index(month, "month"), "month") < seen.today]


def _outside(month: date, rows: dict[date, int]) -> tuple[date, int, int, int] | None:
    """The month with its rows and the bounds it breaks; None where it breaks none."""
    place = periods.index(month, "month")
    before = [
        rows[start]
        for start in (periods.start(place - back, "month") for back in range(1, HISTORY + 1))
        if start in rows
    ]
    if len(before) < LEAST_HISTORY:
        return None
    low, high, now = min(before), max(before), rows[month]
    usual = high - low
    fewer = now < (1 + MOST_LOST) * low and low - now > max(usual, _SPREAD * low**0.5)
    more = now > (1 + MOST_GAINED) * high and now - high > max(usual, FEWEST_ROWS, _SPREAD * high**0.5)
    return (month, now, low, high) if fewer or more else None
