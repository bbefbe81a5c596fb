"""Recognising a file: which source its columns are like, and what its columns and codes are in the contract's words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import dataframely as dy
import polars as pl

from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text, UserProblem
from pipelines.contract import Source
from pipelines.profile import Profile, allowed_codes
from pipelines.readers import Layout
from pipelines.sources import SOURCES

CodeLists = Mapping[str, Collection[str]]

MOST_CODES = 60
ALIKE = 0.84
MISSING = ("", "-", ".", "..", "NULL", "Uppgift saknas")
SUPPRESSED = ("*", "<5")
NOT_APPLICABLE = ("x", "X")
_LIST_SEPARATORS = ("|", "/", ",", "+")


@dataclass(frozen=True)
class Match:
    """One source tried against the file's header: contract column -> the file's, and the columns to unpivot."""

    source: Source
    columns: Mapping[str, str]
    unpivoted: Mapping[str, str]

    @property
    def found(self) -> int:
        """How many columns were recognised."""
        return len(self.columns) + len(self.unpivoted)


@dataclass(frozen=True, kw_only=True)
class Seen:
    """All that is known when the profile is written; `alike` are the profiles of the same source."""

    layout: Layout
    organisation: Organisation
    match: Match
    alike: Sequence[Profile]
    rows: pl.DataFrame
    code_lists: CodeLists

    def values(self, column: str) -> list[str]:
        """The different texts of a contract column in the file, first seen first."""
        return (
            self.rows[self.match.columns[column]].drop_nulls().str.strip_chars().unique(maintain_order=True).to_list()
        )


def recognised(header: Sequence[str], known: Sequence[Profile], wanted: str | None) -> Match:
    """The source whose columns the header is most like."""
    if wanted is not None and wanted not in SOURCES:
        raise UserProblem(
            "source_unknown",
            Text(
                sv="Det finns ingen källa {name}. Källorna är: {known}.",
                en="There is no source {name}. The sources are: {known}.",
            ).format(name=wanted, known=", ".join(SOURCES)),
            exit_code=2,
        )
    tried = [_match(header, source, known) for name, source in SOURCES.items() if wanted in (None, name)]
    best = max(tried, key=lambda match: (match.found, -len(match.source.columns)))
    if best.found < 2 and wanted is None:
        raise UserProblem(
            "not_recognised",
            Text(
                sv="Kolumnerna ({columns}) liknar ingen källa. Ange vilken det är med --source: {known}.",
                en="The columns ({columns}) are like no source. Say which it is with --source: {known}.",
            ).format(columns=", ".join(header)[:400], known=", ".join(SOURCES)),
            exit_code=2,
        )
    return best


def _match(header: Sequence[str], source: Source, known: Sequence[Profile]) -> Match:
    names = {_plain(column): column for column in source.columns}
    spread: dict[str, str] = {}
    for profile in (profile for profile in known if profile.source == source.name):
        names |= {_plain(name): column for column, name in profile.columns.items()}
        spread |= {_plain(name): to for name, to in (profile.unpivot.columns.items() if profile.unpivot else ())}
    unpivoted = {name: spread[_plain(name)] for name in header if _plain(name) in spread}
    columns: dict[str, str] = {}
    left = [name for name in header if name not in unpivoted]
    for cutoff in (1.0, ALIKE):  # what is called the same first, so that what is nearly the same cannot take its place
        for name in left:
            column = _alike(name, names, cutoff)
            if column and column not in columns and name not in columns.values():
                columns[column] = name
    ordered = {column: columns[column] for column in source.columns if column in columns}
    return Match(source, ordered, unpivoted)


def _alike(name: str, names: Mapping[str, str], cutoff: float) -> str | None:
    close = difflib.get_close_matches(_plain(name), names, n=1, cutoff=cutoff)
    return names[close[0]] if close else None


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9åäö]", "", name.casefold())


def whose(header: Sequence[str], alike: Sequence[Profile]) -> Organisation:
    """The organisation whose profile for the source shares most column names with the file."""
    shared = dict.fromkeys(ORGANISATIONS, 0)
    for profile in alike:
        shared[profile.organisation] = len(set(header) & set(profile.file_columns))
    return max(ORGANISATIONS, key=lambda name: shared[name])


def missing_columns(seen: Seen) -> tuple[str, ...]:
    """Contract columns that must be there and that nothing in the file was recognised as."""
    spread = {profile.unpivot.name for profile in seen.alike if profile.unpivot and seen.match.unpivoted}
    spread |= {profile.unpivot.value for profile in seen.alike if profile.unpivot and seen.match.unpivoted}
    return tuple(
        column
        for column, kind in seen.match.source.columns.items()
        if not kind.nullable and column not in seen.match.columns and column not in spread
        if not seen.match.source.about(column).reason_of
    )


def is_coded(seen: Seen, column: str) -> bool:
    """Whether the column holds codes that a profile maps."""
    kind = seen.match.source.columns[column]
    listed = allowed_codes(seen.match.source, column, seen.code_lists)
    return listed is not None and isinstance(kind, dy.String | dy.List)


def codes_of(seen: Seen, column: str) -> dict[str, str]:
    """The file's codes and what they mean; "" for one that nobody has mapped before."""
    found, known = seen.values(column), _known_codes(seen, column)
    if isinstance(seen.match.source.columns[column], dy.List):
        found = _parts(found, list_separator(seen, column))
    empty = {*MISSING, *SUPPRESSED, *NOT_APPLICABLE}
    return {code: known.get(code, "") for code in found[:MOST_CODES] if code not in empty}


def list_separator(seen: Seen, column: str) -> str:
    """What stands between several codes in one cell: the sign that leaves the fewest codes nobody knows.

    Rule    a code may itself hold one of the signs, so the first that occurs need not be it
    """
    found, known = seen.values(column), _known_codes(seen, column)
    return min(_LIST_SEPARATORS, key=lambda sign: len(set(_parts(found, sign)) - set(known)))


def _known_codes(seen: Seen, column: str) -> dict[str, str]:
    """Codes the profiles map, the organisation's own before the other's."""
    known = {name: name for name in allowed_codes(seen.match.source, column, seen.code_lists) or ()}
    for profile in sorted(seen.alike, key=lambda one: one.organisation == seen.organisation):
        known |= profile.codes.get(column, {})
    return known


def _parts(found: Sequence[str], separator: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for text in found for part in text.split(separator)))
