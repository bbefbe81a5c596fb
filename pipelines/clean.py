"""Cleaning: rows of text in the file's own shape become rows of the contract, and what could not is written down.

In      raw      some of the file's rows
Out     rows     the contract's columns; a value that could not be read is null
        failures one row per value that could not be read: record, row, column, code
        counted  what was evened out, by code, with how many values
Rule    what a text means is worked out once for each different text of a column, and then put on its rows
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import dataframely as dy
import polars as pl

from pipelines import values
from pipelines.contract import Source
from pipelines.profile import NULL_REASONS, Profile, Unpivot, allowed_codes
from pipelines.readers.batch import Batch, Column

FAILURES = {"record": pl.Int64, "row": pl.Int64, "column": pl.String, "code": pl.String}
_TEXT = pl.col("text")


@dataclass(frozen=True)
class Cleaned:
    """A batch of rows in the contract's shape, and what happened on the way."""

    rows: pl.DataFrame
    failures: pl.DataFrame
    counted: Counter[str]


def clean(
    raw: Batch, source: Source, profile: Profile, code_lists: Mapping[str, Collection[str]], first_record: int
) -> Cleaned:
    """The batch in the contract's shape, its records numbered from `first_record`."""
    told = _told(raw, profile)
    counted = _reasons(told, profile)
    held = _held(told, source, profile)
    record = pl.int_range(len(held.rows), dtype=pl.Int64, eager=True) + first_record
    places = pl.DataFrame({"record": record, "row": held.rows})
    columns, failures = [], [pl.DataFrame(schema=FAILURES)]
    for name, kind in source.columns.items():
        column = held.columns[name]
        texts = pl.DataFrame({"text": column.texts})
        read = texts.select(_value(source, name, kind, profile, code_lists).alias(name)).to_series()
        lost = column.texts.is_not_null() & read.is_null()
        if lost.any():
            code = column.on_rows(texts.select(_failure(source, name, profile)).to_series())
            failures.append(places.with_columns(column=pl.lit(name), code=code).filter(column.chosen(lost)))
        if isinstance(kind, dy.Date) and kind.nullable:
            is_open = read.dt.year() == int(values.OPEN_END[:4])
            counted["open_end"] += column.count(is_open)
            read = read.set(is_open.fill_null(value=False), None)
        if isinstance(kind, dy.Int32 | dy.Float64):
            spelled = texts.select(**_spellings(profile))
            counted.update({code: column.count(spelled[code]) for code in spelled.columns})
        columns.append(column.on_rows(read))
    rows = source.tidy(places.with_columns(columns))
    return Cleaned(rows, pl.concat(failures), Counter({code: times for code, times in counted.items() if times}))


def _told(raw: Batch, profile: Profile) -> Batch:
    """What the file tells, by the contract's names."""
    if profile.unpivot:
        raw = _unpivoted(raw, profile.columns, profile.unpivot)
    names = {name: name for name in raw.columns} if profile.unpivot else profile.columns
    columns = {column: raw.columns[name] for column, name in names.items()}
    return Batch(raw.rows, {column: Column(one.texts.str.strip_chars(), one.at) for column, one in columns.items()})


def _unpivoted(raw: Batch, columns: Mapping[str, str], spread: Unpivot) -> Batch:
    """Each row once for each of the columns that hold the same thing, in their order."""
    height, wide = len(raw.rows), len(spread.columns)
    each = pl.int_range(height * wide, eager=True)
    row, place = each // wide, each % wide
    found = {
        column: Column(raw.columns[name].texts, raw.columns[name].at.gather(row)) for column, name in columns.items()
    }
    found[spread.name] = Column(pl.Series(list(spread.columns.values())), place)
    cells, texts, at = [raw.columns[name] for name in spread.columns], pl.Series(dtype=pl.String), []
    for cell in cells:
        at.append(cell.at + len(texts))
        texts = pl.concat([texts, cell.texts])
    found[spread.value] = Column(texts, pl.concat(at).gather(place * height + row))
    return Batch(raw.rows.gather(row), found)


def _reasons(told: Batch, profile: Profile) -> Counter[str]:
    # Only what the file could have said counts: columns it lacks are nothing it left out.
    counted: Counter[str] = Counter()
    for column in told.columns.values():
        for reason in NULL_REASONS:
            found = column.texts.is_in(getattr(profile.nulls, reason))
            counted[reason] += column.count(found | column.texts.is_null() if reason == "missing" else found)
    return counted


def _held(told: Batch, source: Source, profile: Profile) -> Batch:
    """The columns of the contract: null for what the file says has no value, or why, in a column that asks for it."""
    absent = ["", *(spelling for reason in NULL_REASONS for spelling in getattr(profile.nulls, reason))]
    nothing = Column(pl.Series([None], dtype=pl.String), pl.zeros(len(told.rows), dtype=pl.UInt32, eager=True))
    given = {*profile.columns, *profile.constants}
    asking = {name: source.about(name).reason_of for name in source.columns if name not in given}
    columns = {}
    for name in source.columns:
        column = told.columns.get(asking.get(name) or name, nothing)
        said = _why(profile) if asking.get(name) else pl.when(~_TEXT.is_in(absent)).then(_TEXT)
        columns[name] = Column(pl.DataFrame({"text": column.texts}).select(said).to_series(), column.at)
    if profile.unpivot and not any(asking.values()):
        # A column that holds nothing for a row is no row of the contract.
        value = columns[profile.unpivot.value]
        return Batch(told.rows, columns).filter(value.chosen(value.texts.is_not_null()))
    return Batch(told.rows, columns)


def _value(
    source: Source, column: str, kind: dy.Column, profile: Profile, code_lists: Mapping[str, Collection[str]]
) -> pl.Expr:
    if column in profile.constants:
        return pl.lit(profile.constants[column]).cast(kind.dtype)
    decimal = decimal_of(profile)
    allowed = allowed_codes(source, column, code_lists)
    match kind:
        case dy.Date():
            return values.day(_TEXT, profile.date_format, monthly=source.about(column).monthly)
        case dy.Int32():
            return values.whole(_TEXT, profile.thousands)
        case dy.Float64():
            return values.number(_TEXT, decimal, profile.thousands)
        case dy.Bool():
            return values.truth(_TEXT, profile.true_values, profile.false_values)
        case dy.List():
            known = profile.codes.get(column, {name: name for name in allowed or ()})
            return values.codes(_TEXT, profile.lists.get(column, ""), known)
        case _ if source.about(column).person:
            return pl.when(_TEXT.str.contains(profile.person_pattern)).then(_TEXT)
        case _ if column in profile.codes:
            return values.code(_TEXT, profile.codes[column])
        case _ if allowed:
            return pl.when(_TEXT.is_in(allowed)).then(_TEXT)
        case _:
            return pl.when(~values.spoiled(_TEXT) & ~values.became_day(_TEXT)).then(_TEXT)


def failure_code(source: Source, column: str, profile: Profile) -> str:
    """What it is called when a value of this column cannot be read."""
    kind, about = source.columns[column], source.about(column)
    if about.person:
        return "person_pattern"
    if column == "unit":
        return "unit_unknown"
    if isinstance(kind, dy.Date):
        return "not_a_date"
    if isinstance(kind, dy.Int32):
        return "not_a_whole_number"
    if isinstance(kind, dy.Float64):
        return "not_a_number"
    return "not_yes_or_no" if isinstance(kind, dy.Bool) else "code_unknown"


def _failure(source: Source, column: str, profile: Profile) -> pl.Expr:
    """What it is called that a value could not be read: its own fault, or that of how the whole file is written."""
    kind = source.columns[column]
    spoiled, style, code = values.spoiled(_TEXT), pl.lit(value=False), failure_code(source, column, profile)
    if isinstance(kind, dy.Int32 | dy.Float64):
        style = values.other_style(_TEXT, decimal_of(profile))
        other = "number_style"
    elif isinstance(kind, dy.Date):
        style = values.other_day(_TEXT, profile.date_format, monthly=source.about(column).monthly)
        other = "date_style"
    else:
        spoiled, other = spoiled | values.became_day(_TEXT), ""
    return pl.when(spoiled).then(pl.lit("spoiled")).when(style).then(pl.lit(other)).otherwise(pl.lit(code))


def decimal_of(profile: Profile) -> str:
    """What may stand before the decimals: outside CSV a number cell comes with a point, whatever its texts have."""
    return ".," if profile.format != "csv" else profile.decimal


def _why(profile: Profile) -> pl.Expr:
    why = pl.when(_TEXT.is_null() | _TEXT.is_in(["", *profile.nulls.missing])).then(pl.lit("missing"))
    hidden = _TEXT.is_in(profile.nulls.suppressed), _TEXT.is_in(profile.nulls.not_applicable)
    return (
        why.when(hidden[0])
        .then(pl.lit("suppressed"))
        .when(hidden[1])
        .then(pl.lit("not_applicable"))
        .otherwise(pl.lit("ok"))
    )


def _spellings(profile: Profile) -> dict[str, pl.Expr]:
    return {
        "thousands_mark": values.grouped(_TEXT, profile.thousands or "\0"),
        "decimal_comma": _TEXT.str.contains(",", literal=True),
        "thousands_space": _TEXT.str.contains(f"[0-9][{values.SPACES}][0-9]"),
        "minus_sign": _TEXT.str.contains(f"{values.MINUS}|[0-9] ?-$"),
    }
