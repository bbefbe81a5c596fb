"""The checks every cleaned delivery goes through before it may enter the vault.

In      rows  the contract's columns, one row per thing delivered
Out     one row per broken rule: record, row, column, code; `reasons` puts words to them
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import dataframely as dy
import polars as pl

from metrics.problem import Text, UserProblem
from pipelines.clean import FAILURES
from pipelines.contract import Source
from pipelines.profile import Profile

MOST_REFUSED = 0.005
"""A file with a larger share of refused rows is refused whole."""

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
WHOLE = ("spoiled", "date_style", "number_style")
"""How the file is written, not what a row says: one such value and the next may be wrong without looking so."""

_KEY_CODES = ("person_pattern", "unit_unknown", "code_unknown", "required_empty", "not_allowed")


def problems(
    rows: pl.DataFrame, unread: pl.DataFrame, source: Source, latest: date, known: Collection[str]
) -> pl.DataFrame:
    """Every rule of the contract that a row breaks, beside the values that could not be read at all.

    In      unread  the values that could not be read: their rows are refused already, and break no further rule
            latest  the last day on which anything in the delivery can have happened
            known   what the source's reference may point at
    """
    found = pl.concat([_contract(rows, source), _dates(rows, source, latest), _dangling(rows, source, known)])
    broken = pl.concat([unread, without(found, unread)])
    return pl.concat([broken, _repeated(rows, broken, source)])


def without(rows: pl.DataFrame, failures: pl.DataFrame) -> pl.DataFrame:
    """The rows no failure is about, in the order they had."""
    if failures.is_empty():
        return rows
    return rows.filter(~pl.col("record").is_in(failures["record"].unique().implode()))


def refuses_file(failures: pl.DataFrame, source: Source, rows: int) -> UserProblem | None:
    """Why the file is refused whole: a key column fails, or too large a share of its rows."""
    keys = [column for column in source.columns if source.about(column).key]
    broken = failures.filter(pl.col("column").is_in(keys) & pl.col("code").is_in(_KEY_CODES))
    if broken.height:
        return UserProblem(
            broken["code"][0],
            Text(
                sv="Filen avvisas: en nyckelkolumn, som säger vem eller vilken enhet raden gäller, har fel. Rätta den "
                "enligt nedan och lämna filen igen.",
                en="The file is refused: a key column, which says whom or which unit a row is about, is wrong. Mend it "
                "as told below and deliver the file again.",
            ),
        )
    wrong = [code for code in WHOLE if (failures["code"] == code).any()]
    if wrong:
        return UserProblem(
            wrong[0],
            Text(
                sv="Filen avvisas: den är skriven på ett annat sätt än profilen säger, så inte heller dess andra "
                "värden går att lita på. Se kolumnen nedan, rätta och lämna filen igen.",
                en="The file is refused: it is written in another way than the profile says, so its other values "
                "cannot be trusted either. See the column below, mend it and deliver the file again.",
            ),
        )
    refused = failures["record"].n_unique()
    if refused > MOST_REFUSED * rows:
        return UserProblem(
            "rows_refused",
            Text(
                sv="Filen avvisas: {refused} av {rows} rader har fel, och högst en av 200 får ha det. Rätta dem "
                "enligt nedan och lämna filen igen.",
                en="The file is refused: {refused} of {rows} rows are wrong, and at most one in 200 may be. Mend them "
                "as told below and deliver the file again.",
            ).format(refused=refused, rows=rows),
        )
    return None


def columns(header: Sequence[str], profile: Profile) -> None:
    """Refuse a file whose columns are not exactly those the profile names.

    Fails   columns_missing, columns_unknown; an unknown column may be about persons, so it is never just left out
    """
    expected = profile.file_columns
    missing = [name for name in expected if name not in header]
    unknown = [name for name in header if name not in expected]
    if missing:
        raise UserProblem(
            "columns_missing",
            Text(
                sv="Kolumner saknas i filen: {missing}. Filen har: {header}. Exportera med kolumnerna, eller rätta "
                "profilen om de har bytt namn.",
                en="Columns are missing from the file: {missing}. The file has: {header}. Export with the columns, or "
                "mend the profile if they have new names.",
            ).format(missing=", ".join(missing), header=", ".join(header)),
        )
    if unknown:
        raise UserProblem(
            "columns_unknown",
            Text(
                sv="Filen har kolumner som profilen inte känner: {unknown}. Profilen känner: {expected}. Ta bort dem "
                "ur exporten, eller nämn dem under ignore i profilen.",
                en="The file has columns the profile does not know: {unknown}. The profile knows: {expected}. Take "
                "them out of the export, or name them under ignore in the profile.",
            ).format(unknown=", ".join(unknown), expected=", ".join(expected)),
        )


def reordered(header: Sequence[str], profile: Profile) -> int:
    """1 where the file has its columns in another order than the profile, else 0."""
    named = list(profile.columns.values())
    return int([name for name in header if name in named] != named)


def _contract(rows: pl.DataFrame, source: Source) -> pl.DataFrame:
    failure = source.schema.filter(rows.lazy()).failure
    counts = failure.counts()
    if not counts:
        return pl.DataFrame(schema=FAILURES)
    details = failure.details()
    parts = []
    for rule in counts:
        column, _, check = rule.partition("|")
        code = rule if not check else "required_empty" if check == "nullability" else "not_allowed"
        about = source.rules[rule].column if not check else column
        broken = details.filter(pl.col(rule) == "invalid")
        parts.append(broken.select("record", "row", column=pl.lit(about), code=pl.lit(code)))
    return pl.concat(parts)


def _dates(rows: pl.DataFrame, source: Source, latest: date) -> pl.DataFrame:
    parts = [pl.DataFrame(schema=FAILURES)]
    for column, kind in source.columns.items():
        if isinstance(kind, dy.Date):
            last = latest if source.about(column).happened else LATEST
            broken = rows.filter(~pl.col(column).is_between(EARLIEST, last))
            parts.append(broken.select("record", "row", column=pl.lit(column), code=pl.lit("date_implausible")))
    return pl.concat(parts)


def _repeated(rows: pl.DataFrame, broken: pl.DataFrame, source: Source) -> pl.DataFrame:
    if not source.unique:
        return pl.DataFrame(schema=FAILURES)
    # Whole rows are compared only where their hashes agree, and a large delivery has few that do.
    hashes = rows.select(source.unique).hash_rows()
    ordered = hashes.sort()
    twice = ordered.filter(ordered == ordered.shift())
    if twice.is_empty():
        return pl.DataFrame(schema=FAILURES)
    # The copy of a refused row is a copy of nothing that is kept.
    alike = without(rows.filter(hashes.is_in(twice.unique().implode())), broken)
    again = alike.filter(~alike.select(pl.struct(source.unique).is_first_distinct()).to_series())
    return again.select("record", "row", column=pl.lit(""), code=pl.lit("duplicate"))


def _dangling(rows: pl.DataFrame, source: Source, known: Collection[str]) -> pl.DataFrame:
    if source.refers_to is None:
        return pl.DataFrame(schema=FAILURES)
    column, _ = source.refers_to
    broken = rows.filter(~pl.col(column).is_in(list(known)))
    return broken.select("record", "row", column=pl.lit(column), code=pl.lit("plan_unknown"))
