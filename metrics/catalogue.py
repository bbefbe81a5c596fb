"""The catalogue: every indicator there is, in scorecard order, checked, and its fingerprint.

Rule    what a release may hold is what the catalogue declares, so both organisations sign its hash
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from metrics.catalogue_checks import CHECKS
from metrics.distribution import Distribution
from metrics.indicator import PERSPECTIVES, Indicator
from metrics.problem import Text, UserProblem

Catalogue = tuple[Indicator, ...]
_OWN = Path(__file__).parent / "indicators"
_DISTRIBUTIONS = Path(__file__).parent / "distributions"
_POPULATIONS = Path(__file__).parent / "populations"


def catalogue(folder: Path | None = None) -> Catalogue:
    """Every indicator, by perspective and number: the product's and, from `folder`, a committee's own.

    Fails   catalogue_invalid, with everything that is wrong at once
    """
    found = _read(folder)
    problems = [problem for check in CHECKS for problem in check(found)]
    if problems:
        listed = Text(sv=_listed([one.sv for one in problems]), en=_listed([one.en for one in problems]))
        raise UserProblem(
            "catalogue_invalid",
            Text(
                sv="Indikatorerna kan inte användas förrän detta är rättat:" + listed.sv,
                en="The indicators cannot be used until this is mended:" + listed.en,
            ),
        )
    return tuple(sorted(found, key=_scorecard_order))


def by_id(indicator_id: str, folder: Path | None = None) -> Indicator:
    """One indicator.

    Fails   indicator_unknown, naming those that exist
    """
    known = {indicator.id: indicator for indicator in catalogue(folder)}
    if indicator_id not in known:
        raise UserProblem(
            "indicator_unknown",
            Text(
                sv="Det finns ingen indikator med det namnet. De som finns är {known}.",
                en="There is no indicator by that name. Those that exist are {known}.",
            ).format(known=", ".join(known)),
        )
    return known[indicator_id]


def distributions() -> tuple[Distribution, ...]:
    """Every distribution that crosses beside the indicators, by id; they are the product's alone."""
    return tuple(_distribution(path.stem) for path in sorted(_DISTRIBUTIONS.glob("[a-z]*.py")))


def catalogue_hash(folder: Path | None = None) -> str:
    """SHA-256 over every definition and the source of what it counts.

    Rule    equal on every machine; two organisations with different hashes do not measure the same thing
    """
    definitions = [_canonical(one) for one in (*catalogue(folder), *distributions())]
    beside = [*sorted(_DISTRIBUTIONS.glob("*.py")), *sorted(_POPULATIONS.glob("*.py"))]
    sources = [_source(path) for path in [*_files(folder), *beside]]
    text = json.dumps([definitions, sources], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _listed(lines: list[str]) -> str:
    return "".join(f"\n- {line}" for line in lines)


def _read(folder: Path | None) -> Catalogue:
    return tuple(_load(path) for path in _files(folder))


def _files(folder: Path | None) -> list[Path]:
    folders = [_OWN] if folder is None or not folder.is_dir() else [_OWN, folder]
    return [path for here in folders for path in sorted(here.glob("[A-Z]*.py"))]


@cache
def _distribution(name: str) -> Distribution:
    found: Distribution = importlib.import_module(f"metrics.distributions.{name}").DISTRIBUTION
    if found.id != name:
        raise RuntimeError("a distribution is named by its file")
    return found


@cache
def _load(path: Path) -> Indicator:
    """The `INDICATOR` of one file; a file is read once per process."""
    spec = importlib.util.spec_from_file_location(f"metrics_indicator_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise RuntimeError("an indicator file could not be opened")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        indicator = module.INDICATOR
    except Exception as mistake:
        raise UserProblem("indicator_unreadable", _unreadable(path, mistake)) from mistake
    if not isinstance(indicator, Indicator) or indicator.id != path.stem:
        raise UserProblem("indicator_unreadable", _unreadable(path, ValueError("INDICATOR")))
    return indicator


def _unreadable(path: Path, mistake: Exception) -> Text:
    return Text(
        sv="Filen {file} kan inte läsas som en indikator ({mistake}). Den ska ha en INDICATOR = Indicator(...) vars id "
        "är filens namn.",
        en="The file {file} cannot be read as an indicator ({mistake}). It must hold an INDICATOR = Indicator(...) "
        "whose id is the file's name.",
    ).format(file=path.name, mistake=f"{type(mistake).__name__}: {mistake}")


def _scorecard_order(indicator: Indicator) -> tuple[int, str, int]:
    letters = indicator.id.rstrip("0123456789")
    return PERSPECTIVES.index(indicator.perspective), letters, int(indicator.id.removeprefix(letters) or 0)


def _canonical(value: Any) -> Any:
    """`value` as plain data; functions and expressions are left to the source text beside it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _canonical(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): _canonical(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_canonical(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | None) else "see source"


def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8")  # every kind of line ending is read as one
