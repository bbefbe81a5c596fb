"""Recognising a file: which source its columns are like, and what its columns and codes are in the contract's words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import dataframely as dy
import polars as pl

from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text, UserProblem
from pipelines import aliases
from pipelines.contract import Source
from pipelines.profile import Profile, allowed_codes
from pipelines.readers import ROW, Layout
from pipelines.sources import SOURCES

CodeLists = Mapping[str, Collection[str]]

MOST_CODES = 60
MISSING = ("", "-", ".", "..", "NULL", "Missing", "Uppgift saknas")
SUPPRESSED = ("*", "<5")
NOT_APPLICABLE = ("x", "X")
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}|(19|20)[0-9]{6}|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}"
_PSEUDONYM = "[A-Za-z]{0,3}[0-9a-f]{6,}|[A-Za-z]{0,3}[0-9A-F]{6,}"
_AMOUNT = "-?[0-9]{1,3}([   ]?[0-9]{3})*[.,][0-9]{1,2}-?"
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
    """All that is known when the profile is written; `alike` are the profiles of the same source.

    names  what the committee calls its units and target groups, by code list: name -> id
    called  what the file itself calls its codes: a ledger's objects
    """

    layout: Layout
    organisation: Organisation
    match: Match
    alike: Sequence[Profile]
    rows: pl.DataFrame
    code_lists: CodeLists
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    called: Mapping[str, str] = field(default_factory=dict)

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
    names = {aliases.plain(name): column for name, column in aliases.column_names(source).items()}
    spread: dict[str, str] = {}
    for profile in (profile for profile in known if profile.source == source.name):
        names |= {aliases.plain(name): column for column, name in profile.columns.items()}
        spread |= {aliases.plain(name): to for name, to in (profile.unpivot.columns.items() if profile.unpivot else ())}
    # CAN1 and CAN11 are nearly the same name, so what is spread over columns must be called just that.
    unpivoted = {name: spread[aliases.plain(name)] for name in header if aliases.plain(name) in spread}
    if source.name == "needs" and not unpivoted:
        unpivoted = aliases.spread_areas(header)
    left = [name for name in header if name not in unpivoted]
    pairs = [
        (score, column, name)
        for name in left
        for called, column in names.items()
        if (score := aliases.alike(name, called)) >= aliases.ALIKE
    ]
    columns: dict[str, str] = {}
    # What is called the same first, so that what is nearly the same cannot take its place.
    for _, column, name in sorted(pairs, key=lambda pair: (-pair[0], left.index(pair[2]))):
        if column not in columns and name not in columns.values():
            columns[column] = name
    ordered = {column: columns[column] for column in source.columns if column in columns}
    return Match(source, ordered, unpivoted)


def whose(header: Sequence[str], alike: Sequence[Profile]) -> Organisation:
    """The organisation whose profile for the source shares most column names with the file."""
    shared = dict.fromkeys(ORGANISATIONS, 0)
    for profile in alike:
        shared[profile.organisation] = len(set(header) & set(profile.file_columns))
    return max(ORGANISATIONS, key=lambda name: shared[name])


def missing_columns(seen: Seen) -> tuple[str, ...]:
    """Contract columns that must be there and that nothing in the file was recognised as."""
    spread = spread_over(seen)
    return tuple(
        column
        for column, kind in seen.match.source.columns.items()
        if not kind.nullable and column not in seen.match.columns and column not in spread
        if not seen.match.source.about(column).reason_of
    )


def spread_over(seen: Seen) -> tuple[str, ...]:
    """The contract columns that name and hold what the file spreads over columns of its own; none where it does not."""
    if not seen.match.unpivoted:
        return ()
    told = next((profile.unpivot for profile in seen.alike if profile.unpivot), None)
    return (told.name, told.value) if told else ("domain", "rating")


def by_content(seen: Seen) -> Match:
    """The match with those columns that must be there found by what they hold, where only one column can be meant."""
    match = seen.match
    taken = {*match.columns.values(), *match.unpivoted, ROW}
    wanted = missing_columns(seen)
    held = {name: _texts(seen.rows[name]) for name in seen.rows.columns if name not in taken}
    fitting = {column: [name for name, texts in held.items() if _fits(seen, column, texts)] for column in wanted}
    meant = [name for names in fitting.values() for name in names]
    found = {column: names[0] for column, names in fitting.items() if len(names) == 1 and meant.count(names[0]) == 1}
    columns = dict(match.columns) | found
    return replace(match, columns={column: columns[column] for column in match.source.columns if column in columns})


def _fits(seen: Seen, column: str, texts: Sequence[str]) -> bool:
    """Whether a column of the file can hold what the contract's column holds: all of it, not just some."""
    kind, about = seen.match.source.columns[column], seen.match.source.about(column)
    allowed = allowed_codes(seen.match.source, column, seen.code_lists)
    if not texts:
        return False
    if about.person:
        # Digits alone are days and numbers too.
        return any(map(str.isalpha, "".join(texts))) and all(re.fullmatch(_PSEUDONYM, text) for text in texts)
    if isinstance(kind, dy.Date):
        shape = "[0-9]{4}-?(0[1-9]|1[0-2])" if about.monthly else _DAY
        return all(re.fullmatch(shape, text) for text in texts)
    if isinstance(kind, dy.Float64):
        return about.additive and all(re.fullmatch(_AMOUNT, text) for text in texts)
    if isinstance(kind, dy.Int32):
        return set(texts) <= set(allowed or ())
    if not isinstance(kind, dy.String) or not allowed:
        return False
    called = aliases.code_names(seen.match.source, column, _names(seen, column)) | _known_codes(seen, column)
    return all(aliases.nearest(text, called) for text in texts)


def _texts(column: pl.Series) -> list[str]:
    texts = column.drop_nulls().str.strip_chars().unique(maintain_order=True).head(MOST_CODES).to_list()
    return [text for text in texts if text not in (*MISSING, *SUPPRESSED, *NOT_APPLICABLE)]


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
    called = aliases.code_names(seen.match.source, column, _names(seen, column)) | known
    said = {code: aliases.nearest(seen.called[code], called) if column == "unit" and code in seen.called else ""
            for code in found}  # fmt: skip
    return {
        code: known.get(code) or aliases.nearest(code, called) or said[code]
        for code in found[:MOST_CODES]
        if code not in empty
    }


def list_separator(seen: Seen, column: str) -> str:
    """What stands between several codes in one cell: the sign that leaves the fewest codes nobody knows.

    Rule    a code may itself hold one of the signs, so the first that occurs need not be it
    """
    found, known = seen.values(column), _known_codes(seen, column)
    return min(_LIST_SEPARATORS, key=lambda sign: len(set(_parts(found, sign)) - set(known)))


def _names(seen: Seen, column: str) -> Mapping[str, str]:
    allowed = seen.match.source.about(column).allowed
    return seen.names.get(allowed, {}) if isinstance(allowed, str) else {}


def _known_codes(seen: Seen, column: str) -> dict[str, str]:
    """Codes the profiles map, the organisation's own before the other's."""
    known = {name: name for name in allowed_codes(seen.match.source, column, seen.code_lists) or ()}
    for profile in sorted(seen.alike, key=lambda one: one.organisation == seen.organisation):
        known |= profile.codes.get(column, {})
    return known


def _parts(found: Sequence[str], separator: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for text in found for part in text.split(separator)))
