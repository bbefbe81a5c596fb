"""Checks of a delivery's units and codes against what is in force: units that changed, codes that came or went."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import polars as pl

from metrics import periods
from metrics.problem import Text
from pipelines.delivered import Delivered

LEAST_ROWS = 10
"""A unit or code with fewer rows comes and goes by chance."""

_SHOWN = 5


def unit_changed(seen: Delivered) -> Iterator[Text]:
    """A unit appears in the month in which another disappears, and nobody has said that it should.

    Rule    it is said by an entry under breaks in samsyn.toml, or where both units have their opening and closing days
    """
    now = pl.concat([seen.beside, seen.monthly])
    opened = {unit.id for unit in seen.committee.units if unit.opened_on}
    closed = {unit.id for unit in seen.committee.units if unit.last_day(seen.organisation)}
    new, gone = _appeared(seen, now), _disappeared(seen, now)
    for old, left in gone.items():
        for unit, came in new.items():
            is_told = old in closed and unit in opened
            if left in (came, None) and not is_told and not _approved(seen, old, unit, left):
                yield Text(
                    sv="Enheten {old} upphör och {new} börjar samma månad ({month}). Har enheten bytts, slagits "
                    "samman eller delats: lägg till en godkänd post under breaks i samsyn.toml. Är det två skilda "
                    "saker: läs in filen med --override unit_changed och skäl, som sparas.",
                    en="The unit {old} ends and {new} begins in the same month ({month}). If the unit was "
                    "replaced, merged or split, put an approved entry under breaks in samsyn.toml. If these are two "
                    "different things, load the file with --override unit_changed and a reason, which is kept.",
                ).format(old=old, new=unit, month=f"{came:%Y-%m}")


def outside_opening(seen: Delivered) -> Iterator[Text]:
    """Rows at a unit before the day it opened or after the day it closed."""
    if "unit" not in seen.source.columns or seen.source.dated is None:
        return
    day, unit = pl.col(seen.source.dated), pl.col("unit")
    for each in seen.committee.units:
        opened, closed = each.opened_on or date.min, each.last_day(seen.organisation) or date.max
        is_dated = (opened, closed) != (date.min, date.max)
        if is_dated and (rows := seen.rows.filter(unit == each.id, ~day.is_between(opened, closed)).height):
            yield Text(
                sv="{rows} rader gäller enheten {unit} före dess öppning eller efter dess stängning enligt "
                "samsyn.toml. Kontrollera dagarna där eller i källsystemet.",
                en="{rows} rows are about the unit {unit} before it opened or after it closed by samsyn.toml. Check "
                "the days there or at the source.",
            ).format(rows=rows, unit=each.id)


def code_new(seen: Delivered) -> Iterator[Text]:
    """Codes that have never been delivered before, in a source that has been."""
    for column, codes in seen.codes.items():
        known = seen.codes_before.get(column)
        if known and (new := sorted(set(codes) - set(known))):
            yield Text(
                sv="Nytt i kolumnen {column}: {codes}. Det har aldrig funnits förut. Kontrollera att koden är avsedd.",
                en="New in column {column}: {codes}. It was never there before. Check that the code is meant.",
            ).format(column=column, codes=_listed(new))


def code_vanished(seen: Delivered) -> Iterator[Text]:
    """Codes that what is replaced, or else in force, has often and the delivery has not at all."""
    if not seen.replaced:
        return
    for column, known in seen.codes_before.items():
        gone = sorted(
            code for code, rows in known.items() if rows >= LEAST_ROWS and code not in seen.codes.get(column, {})
        )
        if gone:
            yield Text(
                sv="Borta ur kolumnen {column}: {codes}. Det fanns i förra leveransen. Kontrollera exportens urval.",
                en="Gone from column {column}: {codes}. It was in the delivery before. Check the export's selection.",
            ).format(column=column, codes=_listed(gone))


def codes_unmapped(seen: Delivered) -> Iterator[Text]:
    """The share of rows whose code is in no code list."""
    if seen.unmapped:
        yield Text(
            sv="{share:.2%} av raderna har koder som profilen inte översätter och är avvisade. Lägg till koderna i "
            "profilen när de är godkända, och läs in filen igen.",
            en="{share:.2%} of the rows have codes that the profile does not map, and are refused. Put the codes in "
            "the profile once they are approved, and load the file again.",
        ).format(share=seen.unmapped / seen.rows.height)


def _appeared(seen: Delivered, now: pl.DataFrame) -> dict[str, date]:
    """Units that nothing in force had, with the first month of each; where the data begin, all units are new."""
    known, start = set(seen.before["unit"]), now["month"].min()
    found = now.group_by("unit").agg(first=pl.col("month").min(), rows=pl.col("rows").sum())
    big = found.filter(pl.col("rows") >= LEAST_ROWS).sort("unit")
    return {
        unit: first for unit, first, _ in big.iter_rows() if unit and unit not in known and (known or first != start)
    }


def _disappeared(seen: Delivered, now: pl.DataFrame) -> dict[str, date | None]:
    """Units without rows any more, with the first month that lacks them though others have rows.

    Out     None for a unit that only what is replaced had: it is gone from every month
    """
    end, gone = now["month"].max(), dict[str, date | None]()
    counted = pl.concat([seen.before, now]).group_by("unit").agg(rows=pl.col("rows").sum()).sort("unit")
    for unit, rows in counted.iter_rows():
        last = now.filter(pl.col("unit") == unit)["month"].max()
        if unit and rows >= LEAST_ROWS and last != end:
            after = periods.start(periods.index(last, "month") + 1, "month") if isinstance(last, date) else None
            gone[unit] = after
    return gone


def _approved(seen: Delivered, old: str, new: str, month: date | None) -> bool:
    """Whether a break in samsyn.toml says that the one became the other, about then."""
    return any(
        old in entry.units_before
        and new in entry.units_after
        and entry.organisation in (None, seen.organisation)
        and (month is None or abs(periods.index(entry.on, "month") - periods.index(month, "month")) <= 1)
        for entry in seen.committee.breaks
    )


def _listed(codes: list[str]) -> str:
    return ", ".join(codes[:_SHOWN]) + (" …" if len(codes) > _SHOWN else "")
