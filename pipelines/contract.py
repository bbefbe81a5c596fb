"""What a source must look like once it is cleaned: the words every contract in `sources/` is written in.

A contract is a dataframely schema. Each column says what it means in both languages, whether it is about a
person, and what it may hold; the loader, its messages and the definition pages all read it from there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import dataframely as dy
import polars as pl

from metrics.periods import Grain
from metrics.problem import Text

CodeList = Literal["units", "target_groups"]
"""Code lists that differ between committees and are named in samsyn.toml."""


class Contract(dy.Schema):
    """The columns every cleaned delivery carries while it is checked; they are not kept in the vault.

    record  position of the row among the delivery's cleaned rows, from 0
    row     where it stood in the file, counted as a spreadsheet counts: title rows and header included
    """

    record = dy.Int64()
    row = dy.Int64()


@dataclass(frozen=True, kw_only=True)
class About:
    """What a column is, beside its type.

    personal  describes a person: its values are never shown in a message
    key       says who or where the row belongs to: one wrong value and the whole file is refused
    allowed   the values it may hold, or the committee's code list they come from
    happened  a date of something that has happened, so never later than the delivery's period
    additive  an amount whose total row must equal its sum
    monthly   a date that names a month and may be written 2024-03 or 202403
    person    the organisation's own pseudonym, whose shape the profile gives
    reason_of the column this one speaks of: whether it holds a value, and if not, which of the profile's nulls it was
    """

    meaning: Text
    personal: bool = False
    key: bool = False
    allowed: tuple[str, ...] | CodeList | None = None
    happened: bool = False
    additive: bool = False
    monthly: bool = False
    person: bool = False
    reason_of: str = ""


@dataclass(frozen=True, kw_only=True)
class Broken:
    """A rule between columns, said to the person who must mend the file: the column to look at, and the rule."""

    column: str
    text: Text


@dataclass(frozen=True, kw_only=True)
class Source:
    """One kind of file both organisations deliver, each in its own shape.

    unique    columns that together may occur once; the first row is kept and later ones are refused
    same      columns by which a row of a corrected delivery is found again in the one before; `unique` unless told
    refers_to (column, source): its values must exist in that source, loaded before
    rules     the schema's rules between columns, by name
    tidy      what is left to clean when every column has its type
    standing  rows say who or what there is, not what happened: their days do not tell the file's period
    pace      the shortest period that always has rows: figures end with the last one that has, whatever the file says
    """

    name: str
    label: Text
    one_row: Text
    schema: type[Contract]
    unique: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    refers_to: tuple[str, str] | None = None
    rules: Mapping[str, Broken] = field(default_factory=dict)
    tidy: Callable[[pl.DataFrame], pl.DataFrame] = lambda frame: frame
    standing: bool = False
    pace: Grain | None = None

    @cached_property  # the schema works its columns out anew each time it is asked
    def columns(self) -> dict[str, dy.Column]:
        """The contract's columns in order, as the vault keeps them."""
        return {name: column for name, column in self.schema.columns().items() if name not in Contract.columns()}

    @property
    def dated(self) -> str | None:
        """The column that says when what a row tells of happened; None where none does."""
        happened = (name for name in self.columns if self.about(name).happened)
        return None if self.standing else next(happened, None)

    def about(self, column: str) -> About:
        """What a column is, beside its type."""
        found: About = (self.columns[column].metadata or {})["about"]
        return found


def pseudonym(sv: str, en: str, *, person: bool = False, key: bool = True) -> dy.String:
    """A column that points at somebody without saying who."""
    return dy.String(metadata={"about": About(meaning=Text(sv, en), personal=True, key=key, person=person)})


def reference(sv: str, en: str) -> dy.String:
    """A column that ties rows of different files together."""
    return dy.String(metadata={"about": About(meaning=Text(sv, en), key=True)})


def unit() -> dy.String:
    """The unit, by the id both organisations know it under."""
    meaning = Text("Enhet: enligt arbetsytans lista", "Unit: from the workspace's list")
    return dy.String(metadata={"about": About(meaning=meaning, key=True, allowed="units")})


def text(sv: str, en: str, *, nullable: bool = False) -> dy.String:
    """Words or codes of the organisation's own, kept as they are."""
    return dy.String(nullable=nullable, metadata={"about": About(meaning=Text(sv, en))})


def code(allowed: tuple[str, ...], sv: str, en: str, *, nullable: bool = False, personal: bool = False) -> dy.String:
    """A column that holds one of a few agreed values."""
    return dy.String(
        nullable=nullable,
        check={"allowed": lambda column: column.is_in(allowed)},
        metadata={"about": About(meaning=Text(sv, en), allowed=allowed, personal=personal)},
    )


def codes(allowed: CodeList, sv: str, en: str) -> dy.List:
    """A column that holds any number of agreed values; none is an empty list."""
    return dy.List(dy.String(), metadata={"about": About(meaning=Text(sv, en), allowed=allowed, personal=True)})


def number(sv: str, en: str, *, among: tuple[int, ...], personal: bool = True) -> dy.Int32:
    """A whole number that may be one of a few."""
    return dy.Int32(
        check={"allowed": lambda column: column.is_in(among)},
        metadata={"about": About(meaning=Text(sv, en), allowed=tuple(map(str, among)), personal=personal)},
    )


def count(sv: str, en: str, *, least: int, most: int, nullable: bool = False) -> dy.Int32:
    """A whole number between two bounds, both allowed."""
    about = About(meaning=Text(sv, en), allowed=(f"{least}–{most}",), personal=True)
    return dy.Int32(nullable=nullable, min=least, max=most, metadata={"about": about})


def amount(sv: str, en: str, *, nullable: bool = False) -> dy.Float64:
    """An amount in SEK that adds up to its total row."""
    about = About(meaning=Text(sv, en), additive=True)
    return dy.Float64(nullable=nullable, metadata={"about": about})


def figure(sv: str, en: str, *, nullable: bool = False) -> dy.Float64:
    """A number somebody else has worked out: it may be negative, and sums of it mean nothing."""
    return dy.Float64(nullable=nullable, metadata={"about": About(meaning=Text(sv, en))})


def tally(sv: str, en: str, *, nullable: bool = False) -> dy.Int32:
    """How many there were, in a figure about nobody in particular."""
    return dy.Int32(nullable=nullable, min=0, metadata={"about": About(meaning=Text(sv, en))})


def hours(sv: str, en: str, *, most: int) -> dy.Float64:
    """Hours one person has spent."""
    about = About(meaning=Text(sv, en), personal=True, allowed=(f"0–{most}",))
    return dy.Float64(min=0, max=most, metadata={"about": about})


def reason(of: str, sv: str, en: str) -> dy.String:
    """Whether another column holds a value, and if not why; read from how the file marks that it does not."""
    known = ("ok", "suppressed", "missing", "not_applicable")
    return dy.String(
        check={"allowed": lambda column: column.is_in(known)},
        metadata={"about": About(meaning=Text(sv, en), allowed=known, reason_of=of)},
    )


def day(sv: str, en: str, *, nullable: bool = False, happened: bool = False, personal: bool = True) -> dy.Date:
    """A date."""
    about = About(meaning=Text(sv, en), personal=personal, happened=happened)
    return dy.Date(nullable=nullable, metadata={"about": about})


def month(sv: str, en: str) -> dy.Date:
    """A month, kept as its first day."""
    return dy.Date(metadata={"about": About(meaning=Text(sv, en), happened=True, monthly=True)})


def yes_no(sv: str, en: str) -> dy.Bool:
    """Yes, no, or nothing where it was not recorded."""
    return dy.Bool(nullable=True, metadata={"about": About(meaning=Text(sv, en), personal=True)})
