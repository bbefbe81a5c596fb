"""Cleaning: rows of text in the file's own shape become rows of the contract, and what could not is written down.

In      raw      the file's columns as text, a few hundred thousand rows at a time
Out     rows     the contract's columns; a value that could not be read is null
        failures one row per value that could not be read: record, row, column, code
        counted  what was evened out, by code, with how many values
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import dataframely as dy
import polars as pl

from pipelines import values
from pipelines.contract import Source
from pipelines.profile import NULL_REASONS, Profile, allowed_codes
from pipelines.readers import ROW

FAILURES = {"record": pl.Int64, "row": pl.Int64, "column": pl.String, "code": pl.String}
_TEXT = "text of "


@dataclass(frozen=True)
class Cleaned:
    """A batch of rows in the contract's shape, and what happened on the way."""

    rows: pl.DataFrame
    failures: pl.DataFrame
    counted: Counter[str]


def clean(
    raw: pl.DataFrame, source: Source, profile: Profile, code_lists: Mapping[str, Collection[str]], first_record: int
) -> Cleaned:
    """The batch in the contract's shape, its records numbered from `first_record`."""
    texts = _texts(raw, source, profile).with_columns(
        pl.int_range(pl.len(), dtype=pl.Int64).alias("record") + first_record
    )
    counted = _reasons(texts, source, profile)
    why = _why_empty(texts, source, profile)
    absent = [spelling for reason in NULL_REASONS for spelling in getattr(profile.nulls, reason)]
    present = pl.when(~pl.col(f"^{_TEXT}.*$").is_in(["", *absent])).then(pl.col(f"^{_TEXT}.*$"))
    texts = texts.with_columns(present).with_columns(why.get_columns())
    if profile.unpivot and not why.width:
        # A column that holds nothing for a row is no row of the contract.
        texts = texts.filter(pl.col(_TEXT + profile.unpivot.value).is_not_null())
        texts = texts.with_columns(pl.int_range(pl.len(), dtype=pl.Int64).alias("record") + first_record)
    typed = texts.with_columns(
        _value(source, column, kind, profile, code_lists).alias(column) for column, kind in source.columns.items()
    )
    failures = _failures(typed, source, profile)
    typed, opened = _open_ends(typed, source)
    counted.update(opened)
    counted.update(_spellings(texts, source, profile))
    rows = source.tidy(typed.select("record", "row", *source.columns))
    return Cleaned(rows, failures, Counter({code: times for code, times in counted.items() if times}))


def _texts(raw: pl.DataFrame, source: Source, profile: Profile) -> pl.DataFrame:
    frame = raw.select(
        pl.col(ROW).alias("row"),
        *(pl.col(name).str.strip_chars().alias(_TEXT + column) for column, name in profile.columns.items()),
        *(pl.col(name) for name in (profile.unpivot.columns if profile.unpivot else ())),
    )
    if profile.unpivot:
        spread = profile.unpivot
        frame = (
            frame.unpivot(
                on=list(spread.columns),
                index=["row", *(_TEXT + column for column in profile.columns)],
                variable_name=_TEXT + spread.name,
                value_name=_TEXT + spread.value,
            )
            .with_columns(
                pl.col(_TEXT + spread.name).replace_strict(spread.columns, return_dtype=pl.String),
                pl.col(_TEXT + spread.value).str.strip_chars(),
            )
            .sort("row", maintain_order=True)
        )
    given = {column: pl.lit(None, dtype=pl.String) for column in source.columns if _TEXT + column not in frame.columns}
    return frame.with_columns(expression.alias(_TEXT + column) for column, expression in given.items())


def _value(
    source: Source, column: str, kind: dy.Column, profile: Profile, code_lists: Mapping[str, Collection[str]]
) -> pl.Expr:
    if column in profile.constants:
        return pl.lit(profile.constants[column]).cast(kind.dtype)
    text = pl.col(_TEXT + column)
    decimal = decimal_of(profile)
    allowed = allowed_codes(source, column, code_lists)
    match kind:
        case dy.Date():
            return values.day(text, profile.date_format, monthly=source.about(column).monthly)
        case dy.Int32():
            return values.whole(text, profile.thousands)
        case dy.Float64():
            return values.number(text, decimal, profile.thousands)
        case dy.Bool():
            return values.truth(text, profile.true_values, profile.false_values)
        case dy.List():
            known = profile.codes.get(column, {name: name for name in allowed or ()})
            return values.codes(text, profile.lists.get(column, ""), known)
        case _ if source.about(column).person:
            return pl.when(text.str.contains(profile.person_pattern)).then(text)
        case _ if column in profile.codes:
            return values.code(text, profile.codes[column])
        case _ if allowed:
            return pl.when(text.is_in(allowed)).then(text)
        case _:
            return pl.when(~values.spoiled(text) & ~values.became_day(text)).then(text)


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


def _failures(typed: pl.DataFrame, source: Source, profile: Profile) -> pl.DataFrame:
    lost = {column: pl.col(_TEXT + column).is_not_null() & pl.col(column).is_null() for column in source.columns}
    times = typed.select(expression.sum().alias(column) for column, expression in lost.items()).row(0, named=True)
    parts = [
        typed.filter(lost[column]).select(
            "record", "row", column=pl.lit(column), code=_failure(source, column, profile)
        )
        for column, found in times.items()
        if found
    ]
    return pl.concat(parts) if parts else pl.DataFrame(schema=FAILURES)


def _failure(source: Source, column: str, profile: Profile) -> pl.Expr:
    """What it is called that a value could not be read: its own fault, or that of how the whole file is written."""
    text, kind = pl.col(_TEXT + column), source.columns[column]
    spoiled, style, code = values.spoiled(text), pl.lit(value=False), failure_code(source, column, profile)
    if isinstance(kind, dy.Int32 | dy.Float64):
        style = values.other_style(text, decimal_of(profile))
        other = "number_style"
    elif isinstance(kind, dy.Date):
        style = values.other_day(text, profile.date_format, monthly=source.about(column).monthly)
        other = "date_style"
    else:
        spoiled, other = spoiled | values.became_day(text), ""
    return pl.when(spoiled).then(pl.lit("spoiled")).when(style).then(pl.lit(other)).otherwise(pl.lit(code))


def decimal_of(profile: Profile) -> str:
    """What may stand before the decimals: outside CSV a number cell comes with a point, whatever its texts have."""
    return ".," if profile.format != "csv" else profile.decimal


def _reasons(texts: pl.DataFrame, source: Source, profile: Profile) -> Counter[str]:
    # Only what the file could have said counts: columns it lacks are nothing it left out.
    spread = (profile.unpivot.name, profile.unpivot.value) if profile.unpivot else ()
    columns = [_TEXT + column for column in (*profile.columns, *spread)]
    counted: Counter[str] = Counter()
    for reason in NULL_REASONS:
        spellings = getattr(profile.nulls, reason)
        found = pl.col(columns).is_in(spellings)
        if reason == "missing":
            found = found | pl.col(columns).is_null()
        counted[reason] = texts.select(found.sum()).sum_horizontal().item()
    return counted


def _why_empty(texts: pl.DataFrame, source: Source, profile: Profile) -> pl.DataFrame:
    """The columns that tell whether another holds a value, and if not why, in a contract that asks for them."""
    told = {column: source.about(column).reason_of for column in source.columns if column not in profile.columns}
    return texts.select(_why(pl.col(_TEXT + of), profile).alias(_TEXT + column) for column, of in told.items() if of)


def _why(text: pl.Expr, profile: Profile) -> pl.Expr:
    why = pl.when(text.is_null() | text.is_in(["", *profile.nulls.missing])).then(pl.lit("missing"))
    hidden = text.is_in(profile.nulls.suppressed), text.is_in(profile.nulls.not_applicable)
    return (
        why.when(hidden[0])
        .then(pl.lit("suppressed"))
        .when(hidden[1])
        .then(pl.lit("not_applicable"))
        .otherwise(pl.lit("ok"))
    )


def _open_ends(typed: pl.DataFrame, source: Source) -> tuple[pl.DataFrame, Counter[str]]:
    dates = [name for name, kind in source.columns.items() if isinstance(kind, dy.Date) and kind.nullable]
    if not dates:
        return typed, Counter()
    is_open = pl.col(dates).dt.year() == int(values.OPEN_END[:4])
    times = typed.select(is_open.sum()).sum_horizontal().item()
    return typed.with_columns(pl.when(~is_open).then(pl.col(dates))), Counter({"open_end": times})


def _spellings(texts: pl.DataFrame, source: Source, profile: Profile) -> Counter[str]:
    numbers = [_TEXT + name for name, kind in source.columns.items() if isinstance(kind, dy.Int32 | dy.Float64)]
    if not numbers:
        return Counter()
    text = pl.col(numbers)
    found = texts.select(
        thousands_mark=pl.sum_horizontal(values.grouped(text, profile.thousands or "\0").sum()),
        decimal_comma=pl.sum_horizontal(text.str.contains(",", literal=True).sum()),
        thousands_space=pl.sum_horizontal(text.str.contains(f"[0-9][{values.SPACES}][0-9]").sum()),
        minus_sign=pl.sum_horizontal(text.str.contains(f"{values.MINUS}|[0-9] ?-$").sum()),
    )
    return Counter(found.row(0, named=True))
