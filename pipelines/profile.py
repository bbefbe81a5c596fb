"""Mapping profiles: how one kind of file from one organisation becomes a contract.

A person has confirmed the profile. What it names is read; what it does not name is refused, never guessed.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import polars as pl
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from metrics.indicator import Organisation
from metrics.problem import Text, UserProblem
from pipelines.contract import Contract, Source
from pipelines.readers import Format, Layout
from pipelines.settings import meant
from pipelines.sources import SOURCES

NullReason = Literal["missing", "suppressed", "not_applicable"]
NULL_REASONS: tuple[NullReason, ...] = ("missing", "suppressed", "not_applicable")
UNCONFIRMED = re.compile(r"^confirmed[ \t]*=[ \t]*false\b", re.MULTILINE)
_STATEMENT = re.compile(r"['\"].*;|;\s*--|/\*")
_FILE_PATTERN = re.compile(r"^file_pattern[ \t]*=[ \t]*'([^'\n]*)'", re.MULTILINE)
Constant = str | bool | int | float | date


def _name_pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(str(error)) from None
    return value


def _cell_pattern(value: str) -> str:
    # Cells are matched by Polars, whose patterns know no looking ahead or behind.
    try:
        pl.Series([""]).str.contains(value)
    except pl.exceptions.ComputeError:
        raise ValueError("not a pattern for cells") from None
    return value


def _whole_date(value: str) -> str:
    if not all(part in value for part in ("%Y", "%m", "%d")):
        raise ValueError("a date format needs %Y, %m and %d")
    return value


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Nulls(_Table):
    """How the file writes that a value is not there, and why it is not."""

    missing: tuple[str, ...] = ()
    suppressed: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()


class Ignore(_Table):
    """Columns of the file that are left where they are."""

    columns: tuple[str, ...] = ()


class Unpivot(_Table):
    """Columns that hold one value each of the same thing: `columns` says which, by the file's names."""

    name: str
    value: str
    columns: dict[str, str]


class Sie(_Table):
    """Which of a ledger's dimensions become columns, by number or name, the units' own first.

    left_out  objects of the first dimension that are no concern of the committee's: codes, * for any end, "" for none
    """

    dimensions: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


class Published(_Table):
    """Who published the statistics a file holds, and on what terms: without it they stay in the zone.

    table   the publisher's table, where its codes mean one thing in each
    groups  which of the file's groups are read beside the committee's figures
    """

    by: str = Field(pattern=r"^.{2,120}$")
    licence: str = Field(pattern=r"^.{2,120}$")
    table: str = ""
    groups: tuple[str, ...] = ("00", "0000", "Riket")


class Profile(_Table):
    """One kind of file: how it is written, and what its columns are called in the contract."""

    source: str
    organisation: Organisation
    confirmed: bool = True
    variant: str = Field(default="", pattern="^[a-z0-9_]*$")
    format: Format = "csv"
    file_pattern: Annotated[str, AfterValidator(_name_pattern)]
    encoding: Literal["utf-8", "windows-1252"] = "utf-8"
    separator: Literal[";", ",", "\t", "|"] = ";"
    sheet: str = ""
    title_rows: int = Field(default=0, ge=0, le=50)
    total_rows: tuple[str, ...] = ()
    decimal: Literal[",", "."] = ","
    thousands: Literal["", ".", ",", "'"] = ""
    date_format: Annotated[str, AfterValidator(_whole_date)] = "%Y-%m-%d"
    nulls: Nulls = Nulls()
    true_values: tuple[str, ...] = ()
    false_values: tuple[str, ...] = ()
    person_pattern: Annotated[str, AfterValidator(_cell_pattern)] = ""
    columns: dict[str, str]
    constants: dict[str, Constant] = Field(default_factory=dict)
    ignore: Ignore = Ignore()
    codes: dict[str, dict[str, str]] = Field(default_factory=dict)
    lists: dict[str, str] = Field(default_factory=dict)
    unpivot: Unpivot | None = None
    sie: Sie = Sie()
    published: Published | None = None

    @property
    def sha256(self) -> str:
        """What tells this profile from every other, and from itself before a change."""
        return hashlib.sha256(self.model_dump_json(exclude={"confirmed", "published"}).encode()).hexdigest()

    @property
    def file_columns(self) -> tuple[str, ...]:
        """Every column the file must have, by the file's names."""
        unpivoted = tuple(self.unpivot.columns) if self.unpivot else ()
        return (*self.columns.values(), *unpivoted, *self.ignore.columns)

    def in_file(self, column: str) -> str:
        """What the file calls a column of the contract."""
        if column in self.columns:
            return self.columns[column]
        if self.unpivot and column in (self.unpivot.name, self.unpivot.value):
            names = list(self.unpivot.columns)
            return f"{names[0]}–{names[-1]}"
        return column

    def layout(self, source: Source) -> Layout:
        """What the reader must know."""
        kinds = source.schema.columns()
        return Layout(
            format=self.format,
            encoding=self.encoding,
            separator=self.separator,
            sheet=self.sheet,
            title_rows=self.title_rows,
            total_rows=self.total_rows,
            dates=tuple(name for column, name in self.columns.items() if type(kinds[column]).__name__ == "Date"),
            date_format=self.date_format,
            dimensions=self.sie.dimensions,
            left_out=self.sie.left_out,
        )


_TABLES: Mapping[str, type[_Table]] = {
    "nulls": Nulls, "ignore": Ignore, "unpivot": Unpivot, "sie": Sie, "published": Published,
}  # fmt: skip


def find(
    folder: Path,
    organisation: Organisation,
    file_name: str,
    source: str | None = None,
    code_lists: Mapping[str, Collection[str]] | None = None,
) -> Profile:
    """The one profile in `folder` that knows a file of this name from this organisation.

    Rule    a named source is believed whatever the file is called, unless the name says it is the other side's
    Fails   profile_missing, profile_several, profile_unconfirmed, wrong_organisation; profile_*
            where a profile itself is wrong
    """
    paths = sorted(folder.glob("*.toml"))
    waiting = [path for path in paths if not is_confirmed(path)]
    every = [_opened(path, code_lists or {}) for path in paths if path not in waiting]
    named = [profile for profile in every if re.fullmatch(profile.file_pattern, file_name)]
    found = [p for p in named if p.organisation == organisation and source in (None, p.source)]
    if not named:
        _refuse_unconfirmed(waiting, organisation, file_name)
    if source and not named:
        found = [p for p in every if (p.organisation, p.source) == (organisation, source)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserProblem(
            "profile_several",
            Text(
                sv="Flera profiler känner igen filnamnet: {names}. Gör file_pattern snävare i en av dem, "
                "eller ange källan med --source.",
                en="Several profiles know the file's name: {names}. Make file_pattern narrower in one of them, "
                "or name the source with --source.",
            ).format(names=", ".join(f"{p.organisation}.{p.source}" for p in found)),
        )
    if named and not any(profile.organisation == organisation for profile in named):
        raise UserProblem(
            "wrong_organisation",
            Text(
                sv="Filen hör enligt sitt namn till den andra organisationen och läses inte in här. Lämna den till den "
                "organisationens zon, eller rätta namnet.",
                en="By its name the file belongs to the other organisation, and is not loaded here. Deliver it to that "
                "organisation's zone, or mend its name.",
            ),
        )
    raise UserProblem(
        "profile_missing",
        Text(
            sv="Ingen profil känner igen filnamnet. Profiler finns för: {known}. Ge filen ett namn enligt profilen, "
            "ange källan med --source eller gör en ny profil med `samsyn profile FIL`.",
            en="No profile knows the file's name. There are profiles for: {known}. Name the file as its profile says, "
            "name its source with --source, or make a new profile with `samsyn profile FILE`.",
        ).format(known=", ".join(sorted({p.source for p in every if p.organisation == organisation})) or "–"),
    )


def wrong_ones(folder: Path, code_lists: Mapping[str, Collection[str]]) -> tuple[UserProblem, ...]:
    """What is wrong with each profile of the folder that cannot be used; while there is one, no file is loaded."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        try:
            if is_confirmed(path):
                _opened(path, code_lists)
        except UserProblem as problem:
            found.append(problem)
    return tuple(found)


def is_confirmed(path: Path) -> bool:
    """Whether a person has confirmed the profile; a proposal that waits for that says `confirmed = false`."""
    return not UNCONFIRMED.search(path.read_text(encoding="utf-8", errors="replace"))


def _refuse_unconfirmed(waiting: Iterable[Path], organisation: Organisation, file_name: str) -> None:
    for path in waiting:
        told = _FILE_PATTERN.search(path.read_text(encoding="utf-8", errors="replace"))
        if path.name.startswith(f"{organisation}.") and told and re.fullmatch(told[1], file_name):
            raise UserProblem(
                "profile_unconfirmed",
                Text(
                    sv="Profilen {name} är ett förslag som ingen har bekräftat. Granska den i mappen sources och "
                    "bekräfta med `samsyn profile FIL --confirm {name}`, eller skriv confirmed = true i den.",
                    en="The profile {name} is a proposal nobody has confirmed. Check it in the folder sources and "
                    "confirm it with `samsyn profile FILE --confirm {name}`, or write confirmed = true in it.",
                ).format(name=path.stem),
            )


def _opened(path: Path, code_lists: Mapping[str, Collection[str]]) -> Profile:
    try:
        return parse(path.read_text(encoding="utf-8"), path.name, code_lists)
    except UnicodeDecodeError:
        raise _wrong(path.name, Text("filen är inte UTF-8", "the file is not UTF-8")) from None


def parse(text: str, name: str, code_lists: Mapping[str, Collection[str]] | None = None) -> Profile:
    """The profile written in `text`; `name` is what a problem calls it.

    Fails   profile_wrong, naming the key and what it may be
    """
    try:
        profile = Profile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _wrong(name, Text(f"inte läsbar TOML ({error})", f"not readable TOML ({error})")) from None
    except ValidationError as error:
        raise _wrong(name, _said(error)) from None
    for problem in _problems(profile, code_lists or {}):
        raise _wrong(name, problem)
    return profile


def _said(error: ValidationError) -> Text:
    found = error.errors(include_url=False, include_input=False)
    # A misspelt key that must be there is missing too: how it is spelt says more.
    first = next((one for one in found if one["type"] == "extra_forbidden"), found[0])
    key = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        *where, written = map(str, first["loc"])
        return _unknown(
            Text("okänd nyckel {key}", "unknown key {key}").format(key=key),
            written,
            (_TABLES[where[0]] if where else Profile).model_fields,
        )
    if first["type"] == "missing":
        return Text(f"nyckeln {key} saknas", f"the key {key} is missing")
    return Text(
        f"värdet för {key} går inte att använda ({first['msg']})", f"the value of {key} cannot be used ({first['msg']})"
    )


def _unknown(what: Text, written: str, allowed: Collection[str]) -> Text:
    """What is unknown, what it was probably meant to be, and what may stand there."""
    said = Text("{what}.{meant} Tillåtna: {allowed}", "{what}.{meant} Allowed: {allowed}")
    return said.format(what=what, meant=meant(written, allowed), allowed=", ".join(allowed))


def _problems(profile: Profile, code_lists: Mapping[str, Collection[str]]) -> Iterable[Text]:
    source = SOURCES.get(profile.source)
    if source is None:
        named = Text("okänd källa {source}", "unknown source {source}").format(source=profile.source)
        yield _unknown(named, profile.source, SOURCES)
        return
    spread = (profile.unpivot.name, profile.unpivot.value) if profile.unpivot else ()
    given = (*profile.columns, *profile.constants, *spread)
    for column in {*given, *profile.codes, *profile.lists} - set(source.columns):
        none = Text("{source} har ingen kolumn {column}", "{source} has no column {column}")
        yield _unknown(none.format(source=source.name, column=column), column, source.columns)
    for column in (name for name in source.columns if given.count(name) > 1):
        yield Text(f"kolumnen {column} anges flera gånger", f"the column {column} is given more than once")
    for column, kind in source.columns.items():
        if column not in given and not kind.nullable and not source.about(column).reason_of:
            yield Text(
                f"kolumnen {column} måste finnas: ange den under columns eller constants",
                f"the column {column} must be there: give it under columns or constants",
            )
    for column, codes in profile.codes.items():
        yield from _unknown_codes(source, column, codes, code_lists)
        if any(_STATEMENT.search(code) for code in codes):
            yield Text(
                f"codes.{column}: en kod ser ut som ett kommando till en databas. Skriv koden som i källsystemet",
                f"codes.{column}: a code looks like a command to a database. Write the code as the source system does",
            )
    if profile.thousands == profile.decimal:
        yield Text(
            "thousands och decimal är samma tecken: då går 1.234 att läsa på två sätt",
            "thousands and decimal are the same mark: then 1.234 can be read in two ways",
        )
    if "person" in source.columns and not profile.person_pattern:
        yield Text(
            "person_pattern saknas: så ser en pseudonym ut", "person_pattern is missing: what a pseudonym is like"
        )


def _unknown_codes(
    source: Source, column: str, codes: Mapping[str, str], code_lists: Mapping[str, Collection[str]]
) -> Iterable[Text]:
    if column in Contract.columns() or (known := allowed_codes(source, column, code_lists)) is None:
        return
    for value in sorted(set(codes.values()) - set(known)):
        none = Text("codes.{column}: {value} finns inte", "codes.{column}: no such {value}")
        yield _unknown(none.format(column=column, value=value), value, known)


def allowed_codes(source: Source, column: str, code_lists: Mapping[str, Collection[str]]) -> tuple[str, ...] | None:
    """What a column of codes may hold in this committee; None where it is not a column of codes."""
    allowed = source.about(column).allowed
    if isinstance(allowed, str):
        return tuple(code_lists[allowed]) if allowed in code_lists else None
    return allowed


def _wrong(name: str, what: Text) -> UserProblem:
    return UserProblem(
        "profile_wrong",
        Text(
            sv=f"Profilen {name}: {what.sv}. Rätta den i mappen sources.",
            en=f"The profile {name}: {what.en}. Mend it in the folder sources.",
        ),
        exit_code=2,
    )
