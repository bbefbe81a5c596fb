"""What a bundle must satisfy before the joint zone believes it: one small function per rule, all run, all reported."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from metrics import periods
from metrics.catalogue import catalogue, catalogue_hash
from metrics.indicator import Breakdown, Indicator
from metrics.problem import Text
from pipelines.bundle import CELLS_CSV, CELLS_PARQUET, FORMAT, Bundle
from pipelines.published import CELL_SCHEMA
from pipelines.workspace import Workspace

FLAGS = ("ok", "suppressed", "structural_zero", "no_data")
RATERS = ("", "user", "staff", "carer")
DOMAINS = range(1, 23)
SMALL = 5
"""Counts from 1 to one less than this never leave a zone."""

_KEY = ("indicator_id", "breakdown", "group", "rater", "domain", "period_start", "grain")
_FIGURES = ("numerator", "denominator", "value", "low", "high", "n_shown")
_SUM = re.compile(r"^[0-9a-f]{16,64}$")
_METHOD = re.compile(r"^[A-Za-z0-9 ,.;:=()+/-]{1,120}$")
_DELIVERY: Mapping[str, tuple[type, ...]] = {
    "source": (str,), "period": (str,), "version": (int,), "sequence": (int,), "loaded_at": (str,),
    "rows_in": (int, str), "accepted": (int, str), "refused": (int, str), "reasons": (list,), "normalised": (list,),
    "profile": (str,),
}  # fmt: skip
_COUNTED: Mapping[str, tuple[type, ...]] = {"code": (str,), "rows": (int, str), "text": (dict,)}
_COUNTS = {"rows_in", "accepted", "refused", "rows"}
_LESS = re.compile(r"^<[0-9]{1,12}$")
_PERSONAL = re.compile(r"\b[0-9]{6}([0-9]{2})?[-+ ]?[0-9]{4}\b|\b[a-z][0-9a-f]{10}\b")
"""An identity number however it is written, valid or not, and a pseudonym of one letter and ten signs."""


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What the joint zone knows without the bundle, and holds it against."""

    committee: Mapping[str, Any]
    catalogue_hash: str
    indicators: Mapping[str, Indicator]
    groups: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Broken:
    """One rule a bundle breaks: its code and what is wrong, without any value from the bundle."""

    code: str
    text: Text


def expect(workspace: Workspace) -> Expected:
    """What the joint zone of `workspace` holds every bundle against."""
    return Expected(
        committee=workspace.block(),
        catalogue_hash=catalogue_hash(workspace.indicators),
        indicators={indicator.id: indicator for indicator in catalogue(workspace.indicators)},
        groups={
            "all": ("",),
            "unit": (*(unit.id for unit in workspace.units), "other"),
            "target_group": (*(group.id for group in workspace.target_groups), "other"),
            "domain": tuple(str(domain) for domain in DOMAINS),
        },
    )


def broken(bundle: Bundle, expected: Expected) -> list[Broken]:
    """Every rule the bundle breaks, in the order of `CHECKS`; empty where it can be believed.

    Rule    the later rules presuppose the form that the first ones check
    """
    for group in (FORM, CHECKS):
        found = [Broken(check.__name__, text) for check in group for text in check(bundle, expected)]
        if found:
            return found
    return []


# --- form -----------------------------------------------------------------------------------------------------


def manifest_form(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """The manifest has exactly the entries a bundle of this format has."""
    wanted: dict[str, type] = {
        "format": int, "release_id": str, "organisation": str, "created_at": str, "code_version": str,
        "catalogue_hash": str, "key_id": str, "method": str, "data_from": str, "data_to": str,
        "committee": dict, "deliveries": list, "cells": int, "cells_suppressed": int, "files": dict,
    }  # fmt: skip
    manifest = bundle.manifest
    wrong = sorted(
        {name for name in wanted if type(manifest.get(name)) is not wanted[name]} | (set(manifest) - set(wanted))
    )
    if not wrong and manifest["format"] != FORMAT:
        wrong = ["format"]
    if wrong:
        yield Text(
            sv=f"manifestet saknar eller har oväntade uppgifter ({_named(wrong)})",
            en=f"the manifest lacks entries or has unexpected ones ({_named(wrong)})",
        )


def columns(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """The cells have the published columns and no other: an extra one could be about a person."""
    for name, frame in ((CELLS_PARQUET, bundle.cells), (CELLS_CSV, bundle.rows_csv)):
        if frame.schema != pl.Schema(CELL_SCHEMA):
            yield Text(
                sv=f"{name} har inte exakt de kolumner och typer som får passera",
                en=f"{name} does not have exactly the columns and types that may cross",
            )


FORM: tuple[Callable[[Bundle, Expected], Iterator[Text]], ...] = (manifest_form, columns)


# --- whose it is ----------------------------------------------------------------------------------------------


def named_alike(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """The file's name, the manifest and every row say the same release and organisation."""
    said = {(bundle.manifest["release_id"], bundle.manifest["organisation"])}
    said |= set(bundle.cells.select("release_id", "organisation").unique().iter_rows())
    if said != {(bundle.release_id, bundle.organisation)}:
        yield Text(
            sv="filnamnet, manifestet och raderna anger olika organisation eller frisläppning",
            en="the file's name, the manifest and the rows name different organisations or releases",
        )


def same_committee(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Zone and joint zone know the same committee, units, target groups and years."""
    differing = sorted(
        name
        for name in set(expected.committee) | set(bundle.manifest["committee"])
        if expected.committee.get(name) != bundle.manifest["committee"].get(name)
    )
    if differing:
        yield Text(
            sv=f"samsyn.toml skiljer sig mellan zonen och den gemensamma zonen ({_named(differing)})",
            en=f"samsyn.toml differs between the zone and the joint zone ({_named(differing)})",
        )


def same_catalogue(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Both sides count by the same definitions."""
    if bundle.manifest["catalogue_hash"] != expected.catalogue_hash:
        yield Text(
            sv="paketet är räknat efter en annan indikatorkatalog. Använd samma version av programmet på båda sidor",
            en="the bundle was counted by another catalogue of indicators. Use the same version of the program",
        )


# --- the same rows everywhere ---------------------------------------------------------------------------------


def same_rows(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """What people read (CSV) and what the machine reads (Parquet) are the same rows."""
    if not bundle.cells.equals(bundle.rows_csv):
        yield Text(sv="cells.csv och cells.parquet har olika rader", en="cells.csv and cells.parquet differ")


def counted_rows(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """The manifest counts the rows that are there."""
    manifest, height = bundle.manifest, bundle.cells.height
    suppressed = bundle.cells.filter(pl.col("flag") == "suppressed").height
    counts = [height, height, height, suppressed]
    stated = [
        manifest["files"][CELLS_CSV].get("rows"), manifest["files"][CELLS_PARQUET].get("rows"),
        manifest["cells"], manifest["cells_suppressed"],
    ]  # fmt: skip
    if stated != counts or height == 0:
        yield Text(
            sv="manifestets antal rader stämmer inte med innehållet, eller så är paketet tomt",
            en="the manifest's number of rows does not match the contents, or the bundle is empty",
        )


def one_row_per_figure(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """No figure is there twice."""
    repeated = bundle.cells.filter(bundle.cells.select(_KEY).is_duplicated())
    if repeated.height:
        yield _rows(repeated.height, sv="samma siffra finns flera gånger", en="the same figure is there more than once")


# --- only what the catalogue declares -------------------------------------------------------------------------


def known_indicators(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Every row belongs to an indicator of the catalogue, in its version."""
    known = pl.DataFrame(
        [(indicator.id, indicator.version) for indicator in expected.indicators.values()],
        schema={"indicator_id": pl.String(), "definition_version": pl.Int32()},
        orient="row",
    )
    strange = bundle.cells.join(known, on=("indicator_id", "definition_version"), how="anti")
    if strange.height:
        yield _rows(
            strange.height, sv="indikatorn eller dess version är okänd", en="the indicator or its version is unknown"
        )


def declared_tables(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Breakdown, period length and group are ones the catalogue and the committee have declared."""
    declared = pl.DataFrame(
        [
            (indicator.id, breakdown, group, grain)
            for indicator in expected.indicators.values()
            for breakdown, grain in indicator.breakdowns.items()
            for group in expected.groups[breakdown]
        ],
        schema={"indicator_id": pl.String(), "breakdown": pl.String(), "group": pl.String(), "grain": pl.String()},
        orient="row",
    )
    strange = bundle.cells.join(declared, on=("indicator_id", "breakdown", "group", "grain"), how="anti").height
    strange += bundle.cells.filter(
        ~pl.col("rater").is_in(RATERS) | ~(pl.col("domain").is_null() | pl.col("domain").is_in(list(DOMAINS)))
    ).height
    if strange:
        yield _rows(
            strange,
            sv="tabellen, gruppen eller periodens längd är inte deklarerad",
            en="the table, the group or the length of period is not declared",
        )


def whole_periods(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Every period is a whole one inside the committee's years."""
    first = date.fromisoformat(expected.committee["data_from"])
    last = date.fromisoformat(expected.committee["data_to"])
    allowed = pl.DataFrame(
        [(grain, start) for grain in periods.MONTHS for start in periods.between(first, last, grain)],
        schema={"grain": pl.String(), "period_start": pl.Date()},
        orient="row",
    )
    strange = bundle.cells.join(allowed, on=("grain", "period_start"), how="anti")
    if strange.height:
        yield _rows(
            strange.height,
            sv="perioden är inte en hel period inom styrgruppens år",
            en="the period is not a whole one within the committee's years",
        )


def known_words(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Flags and methods are words of the protection, not free text."""
    cells = bundle.cells
    methods = [str(method) for method in cells["method"].unique()]
    strange = cells.filter(~pl.col("flag").is_in(FLAGS)).height
    if strange or not all(_METHOD.match(method) for method in methods):
        yield Text(sv="en flagga eller metod är okänd", en="a flag or method is unknown")


# --- protected figures ----------------------------------------------------------------------------------------


def nothing_small(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """No shown count is 1-4."""
    counted = _tables(expected, lambda indicator, breakdown: indicator.measure_of(breakdown) == "share")
    small = bundle.cells.filter(_small("denominator") | _small("n_shown") | (_small("numerator") & _in(counted)))
    if small.height:
        yield _rows(small.height, sv="ett antal är mindre än 5", en="a count is smaller than 5")


def nothing_behind_a_flag(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """A row that shows nothing also holds nothing."""
    hidden = bundle.cells.filter(
        (pl.col("flag") != "ok") & pl.any_horizontal(pl.col(name).is_not_null() for name in _FIGURES)
    )
    if hidden.height:
        yield _rows(hidden.height, sv="en dold rad bär ett värde", en="a suppressed row carries a value")


def possible_figures(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Figures are finite, shares are between 0 and 1, limits lie around the value, and what is shown is there."""
    shares = _tables(expected, lambda i, breakdown: i.unit == "share" or i.measure_of(breakdown) == "share")
    divided = _tables(expected, lambda i, _: i.measure == "share_of_joint")  # the joint zone makes these values
    numbers = [name for name in _FIGURES if name != "n_shown"]
    impossible = bundle.cells.filter(
        pl.any_horizontal(~pl.col(name).fill_null(0.0).is_finite() for name in numbers)
        | pl.any_horizontal(pl.col(name) < 0 for name in ("denominator", "n_shown"))
        | (pl.col("low") > pl.col("value"))
        | (pl.col("value") > pl.col("high"))
        | ((pl.col("flag") == "ok") & pl.col("value").is_null() & ~_in(divided))
        | (_in(shares) & pl.any_horizontal(~pl.col(name).is_between(0, 1) for name in ("value", "low", "high")))
    )
    if impossible.height:
        yield _rows(impossible.height, sv="en siffra är omöjlig", en="a figure is impossible")


# --- no persons -----------------------------------------------------------------------------------------------


def told_deliveries(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """What is told of the files behind the figures has its set form, and no count of 1-4."""
    for delivery in bundle.manifest["deliveries"]:
        entries = [delivery] if isinstance(delivery, dict) else []
        forms = [(entry, _DELIVERY) for entry in entries]
        for name in ("reasons", "normalised"):
            listed = [entry.get(name) for entry in entries]
            forms += [(entry, _COUNTED) for counted in listed if isinstance(counted, list) for entry in counted]
        if not entries or not all(_has_form(entry, form) for entry, form in forms):
            yield Text(
                sv="uppgifterna om inlästa filer har fel form, eller visar ett antal som är mindre än 5",
                en="what is told of loaded files has the wrong form, or shows a count smaller than 5",
            )
            return


def no_person(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Nothing in the manifest looks like an identity number or a pseudonym; the cells' words are listed ones."""
    if any(_PERSONAL.search(text) for text in _words(bundle.manifest)):
        yield Text(
            sv="manifestet innehåller något som liknar en personuppgift. Behandla det som en incident",
            en="the manifest holds something like personal data. Treat it as an incident",
        )


CHECKS: tuple[Callable[[Bundle, Expected], Iterator[Text]], ...] = (
    named_alike,
    same_committee,
    same_catalogue,
    same_rows,
    counted_rows,
    one_row_per_figure,
    known_indicators,
    declared_tables,
    whole_periods,
    known_words,
    nothing_small,
    nothing_behind_a_flag,
    possible_figures,
    told_deliveries,
    no_person,
)


def _tables(expected: Expected, chosen: Callable[[Indicator, Breakdown], bool]) -> set[tuple[str, str]]:
    """The tables, by indicator and breakdown, that `chosen` says yes to."""
    return {
        (indicator.id, breakdown)
        for indicator in expected.indicators.values()
        for breakdown in indicator.breakdowns
        if chosen(indicator, breakdown)
    }


def _in(tables: set[tuple[str, str]]) -> pl.Expr:
    """Whether a row belongs to one of the tables."""
    return pl.concat_str("indicator_id", "breakdown", separator=" ").is_in([" ".join(table) for table in tables])


def _small(name: str) -> pl.Expr:
    return (pl.col(name) > 0) & (pl.col(name) < SMALL)


def _has_form(entry: Any, form: Mapping[str, tuple[type, ...]]) -> bool:
    return (
        isinstance(entry, dict)
        and set(entry) == set(form)
        and all(type(entry[name]) in kinds for name, kinds in form.items())
        and not any(type(entry[name]) is int and 0 < entry[name] < SMALL for name in _COUNTS & set(entry))
        and all(type(entry[name]) is int or _LESS.match(entry[name]) for name in _COUNTS & set(entry))
    )


def _rows(rows: int, *, sv: str, en: str) -> Text:
    return Text(sv=f"{sv} ({rows} rader)", en=f"{en} ({rows} rows)")


def _named(names: list[str]) -> str:
    """At most five names; what stands in a bundle is not trusted, so only plain words are repeated."""
    plain = [name for name in names if re.fullmatch(r"[a-z_]{1,30}", name)]
    return ", ".join(plain[:5]) or "…"


def _words(entry: Any) -> Iterator[str]:
    """Every text in a manifest, names of entries too, except the sums, which look like anything."""
    if isinstance(entry, dict):
        for key, value in entry.items():
            yield str(key)
            yield from _words(value)
    elif isinstance(entry, list):
        for value in entry:
            yield from _words(value)
    elif not (isinstance(entry, str) and _SUM.match(entry)):
        yield json.dumps(entry, ensure_ascii=False)
