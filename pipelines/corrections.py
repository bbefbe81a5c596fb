"""Corrections: a known error in a delivery, mended by a dated entry until the source itself is mended.

The entries of an organisation lie in its own zone, in corrections/<organisation>.toml:

    [[correction]]
    on = 2025-02-10
    source = "contacts"
    period = "2024"                    # optional: only deliveries that hold it
    where = { unit = "dagcentrum", from_on = 2024-03-05 }
    action = "set"                     # set | drop
    column = "minutes"
    expected = 1440                    # "" for no value
    value = 45
    reason = "Start och slut förväxlade vid en uppdatering av systemet"
    reported_by = "system_owner"

Rule    values are written in the contract's words, after cleaning; a message names entries and columns, never values
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Sequence
from datetime import date
from functools import reduce
from operator import and_
from pathlib import Path
from typing import Annotated, Literal, get_args

import dataframely as dy
import polars as pl
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from metrics.indicator import Organisation
from metrics.problem import Text, UserProblem
from pipelines import arrival, identity
from pipelines.contract import Source
from pipelines.reasons import Reason
from pipelines.settings import Role
from pipelines.sources import SOURCES
from pipelines.workspace import Workspace

Value = bool | int | float | date | str

_CORRECTED = Text(
    sv="rättade enligt organisationens förteckning över kända fel",
    en="corrected by the organisation's list of known errors",
)


class Correction(BaseModel):
    """One known error: where it is, what to do about it, why, and which role reported it.

    expected  what the column holds in every row that `where` finds; once it does not, the source has changed
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    on: date
    source: str
    period: str = ""
    where: Annotated[dict[str, Value], Field(min_length=1)]
    action: Literal["set", "drop"]
    column: str = ""
    expected: Value | None = None
    value: Value | None = None
    reason: Annotated[str, Field(min_length=10)]
    reported_by: Role


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    correction: list[Correction] = Field(default_factory=list)


def place(workspace: Workspace, organisation: Organisation) -> Path:
    """Where an organisation's corrections are written; there need not be any."""
    return workspace.zone(organisation) / "corrections" / f"{organisation}.toml"


def entries(workspace: Workspace, organisation: Organisation) -> tuple[Correction, ...]:
    """Every correction of the organisation, in the order they are written.

    Fails   correction_wrong (exit code 2), naming the entry by its number and the key
    """
    file = place(workspace, organisation)
    try:
        read = _File.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError:
        raise _wrong(file, Text("filen är inte UTF-8", "the file is not UTF-8")) from None
    except tomllib.TOMLDecodeError as error:
        at = str(error).rpartition("(at ")[2].rstrip(")")
        raise _wrong(file, Text(f"inte läsbar TOML ({at})", f"not readable TOML ({at})")) from None
    except ValidationError as error:
        raise _wrong(file, _said(error)) from None
    for number, entry in enumerate(read.correction, 1):
        for problem in _problems(entry):
            raise _wrong(file, Text(f"post {number}: {problem.sv}", f"entry {number}: {problem.en}"))
    return tuple(read.correction)


def read_with(profile_sha256: str, known: Sequence[Correction], source: str) -> str:
    """What tells one way of reading a source's files from another: its profile and the corrections of it."""
    own = [entry.model_dump_json() for entry in known if entry.source == source]
    return hashlib.sha256("\n".join([profile_sha256, *own]).encode()).hexdigest() if own else profile_sha256


def correct(
    rows: pl.DataFrame, unread: pl.DataFrame, source: Source, period: str, known: Sequence[Correction]
) -> tuple[pl.DataFrame, pl.DataFrame, int]:
    """The rows with every entry about them carried out, what could not be read in those that remain, and how many.

    In      known   all corrections of the organisation; those of other sources and periods are passed over
    Fails   correction_expired: an entry finds no row, or not the value it expects; says which entries
    """
    changed: list[pl.DataFrame] = []
    expired: list[tuple[int, Correction, bool]] = []
    for number, entry in enumerate(known, 1):
        if entry.source != source.name or not _within(entry.period, period):
            continue
        found = reduce(and_, (_holds(column, value, source) for column, value in entry.where.items()))
        hit = rows.filter(found)
        as_expected = not entry.column or hit.filter(_holds(entry.column, entry.expected, source)).height == hit.height
        if hit.is_empty() or not as_expected:
            expired.append((number, entry, hit.is_empty()))
            continue
        changed.append(hit.select("record"))
        if entry.action == "drop":
            rows = rows.filter(~found)
            unread = unread.join(hit.select("record"), on="record", how="anti")
        else:
            new = pl.lit(_plain(entry.value), dtype=source.columns[entry.column].dtype)
            rows = rows.with_columns(pl.when(found).then(new).otherwise(pl.col(entry.column)).alias(entry.column))
    if expired:
        raise _expired(expired)
    return rows, unread, pl.concat(changed)["record"].n_unique() if changed else 0


def told(rows: int) -> tuple[Reason, ...]:
    """What the report says of corrected rows, beside the other things that were evened out."""
    return (Reason(code="corrected", rows=rows, rule=_CORRECTED),) if rows else ()


def _holds(column: str, value: Value | None, source: Source) -> pl.Expr:
    """Whether a row has the value; "" stands for none, so that both can be written in TOML."""
    plain = _plain(value)
    if plain is None:
        return pl.col(column).is_null()
    return pl.col(column).eq_missing(pl.lit(plain, dtype=source.columns[column].dtype))


def _plain(value: Value | None) -> Value | None:
    return None if value == "" else value


def _within(part: str, whole: str) -> bool:
    """Whether a delivery of the period `whole` holds the period an entry is about."""
    if part in ("", whole) or whole == "":
        return True
    inner, outer = arrival.span(part), arrival.span(whole)
    return inner is not None and outer is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


# --- what an entry may say --------------------------------------------------------------------------------------


def _problems(entry: Correction) -> Iterable[Text]:
    source = SOURCES.get(entry.source)
    if source is None:
        known = ", ".join(SOURCES)
        yield Text(f"okänd källa. Tillåtna: {known}", f"unknown source. Allowed: {known}")
        return
    if entry.period and arrival.span(entry.period) is None:
        yield Text("period skrivs 2024, 2024-Q1 eller 2024-03", "a period is written 2024, 2024-Q1 or 2024-03")
    columns = ", ".join(source.columns)
    for column in (*entry.where, *([entry.column] if entry.column else [])):
        if column not in source.columns or isinstance(source.columns[column], dy.List):
            yield Text(
                f"kolumnen går inte att rätta här. Kolumner i {source.name}: {columns}",
                f"the column cannot be corrected here. Columns of {source.name}: {columns}",
            )
            return
    if (entry.action == "set" or entry.expected is not None) and not entry.column:
        yield Text("column saknas", "column is missing")
        return
    if entry.column and entry.expected is None:
        yield Text('expected saknas ("" om inget värde väntas)', 'expected is missing ("" where no value is expected)')
    if (entry.action == "set") != (entry.value is not None):
        yield Text('value hör till action = "set", och bara dit', 'value belongs to action = "set", and only there')
    given = [*entry.where.items(), (entry.column, entry.expected), (entry.column, entry.value)]
    for column, value in given:
        if value is not None and value != "" and not _fits(value, source.columns[column]):
            yield Text(f"värdet för {column} är av fel slag", f"the value for {column} is of the wrong kind")
    if identity.holds_number(entry.reason) or "@" in entry.reason:
        yield Text("reason får inte peka ut någon", "reason must not point at anybody")


def _fits(value: Value, kind: dy.Column) -> bool:
    match kind:
        case dy.Date():
            return isinstance(value, date)
        case dy.Bool():
            return isinstance(value, bool)
        case dy.Int32():
            return isinstance(value, int) and not isinstance(value, bool)
        case dy.Float64():
            return isinstance(value, int | float) and not isinstance(value, bool)
        case _:
            return isinstance(value, str)


def _said(error: ValidationError) -> Text:
    first = error.errors(include_url=False, include_input=False)[0]
    number = next((part + 1 for part in first["loc"] if isinstance(part, int)), 1)
    key = next((part for part in first["loc"][2:] if isinstance(part, str)), "correction")
    allowed = ", ".join(get_args(Role)) if key == "reported_by" else ", ".join(Correction.model_fields)
    if key == "reported_by":
        return Text(
            f"post {number}: reported_by är en roll. Tillåtna: {allowed}",
            f"entry {number}: reported_by is a role. Allowed: {allowed}",
        )
    return Text(
        f"post {number}: {key} saknas eller går inte att använda. Nycklar: {allowed}",
        f"entry {number}: {key} is missing or cannot be used. Keys: {allowed}",
    )


def _wrong(file: Path, what: Text) -> UserProblem:
    return UserProblem(
        "correction_wrong",
        Text(
            sv=f"Rättelserna i {file.name}: {what.sv}. Ändra posten i zonens mapp corrections.",
            en=f"The corrections in {file.name}: {what.en}. Change the entry in the zone's folder corrections.",
        ),
        exit_code=2,
    )


def _expired(found: Sequence[tuple[int, Correction, bool]]) -> UserProblem:
    none, other = Text("ingen rad hittas", "no row is found"), Text("annat värde än väntat", "not the value expected")
    places = [
        Text(f"post {number} från {entry.on}", f"entry {number} of {entry.on}")
        if not entry.column
        else Text(
            f"post {number} från {entry.on}, kolumnen {entry.column}",
            f"entry {number} of {entry.on}, column {entry.column}",
        )
        for number, entry, _ in found
    ]
    why = [none if is_gone else other for _, _, is_gone in found]
    listed = Text(
        sv="; ".join(f"{place.sv} ({reason.sv})" for place, reason in zip(places, why, strict=True)),
        en="; ".join(f"{place.en} ({reason.en})" for place, reason in zip(places, why, strict=True)),
    )
    return UserProblem(
        "correction_expired",
        Text(
            sv="En rättelse passar inte längre: {listed}. Är källan rättad: ta bort posten ur zonens corrections. "
            "Gäller den bara en viss period: ange period i posten. Läs sedan in filen igen.",
            en="A correction no longer fits: {listed}. If the source is mended, take the entry out of the zone's "
            "corrections. If it is about one period only, name the period in the entry. Then load the file again.",
        ).format(listed=listed),
    )
