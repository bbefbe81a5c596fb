"""What an attacker may know between counts: sums, parts of wholes, numerators within denominators.

Rule    a relation that the definitions allow and that the true counts keep in every period is given to the attacker
        as certain; which are equations and which inequalities is therefore never guessed too low
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, cast

import polars as pl

from metrics.disclosure.gate.figures import SAME_CELL

Kind = Literal["equal", "at_least", "at_most"]

NESTED: tuple[tuple[str, str], ...] = (("U2", "U1"), ("P1", "R1"), ("P1", "R4"))
"""Indicators whose persons are, by definition, among another's in the same group on the same last day."""

ROUNDING = 1e-6

Joined = Mapping[str, Mapping[str, Sequence[str]]]

_Key = tuple[str, str, date]  # breakdown, group, first day


@dataclass(frozen=True)
class Sum:
    """Parts of a whole, by their unknowns: their sum is equal to, at least or at most the sum of the wholes."""

    kind: Kind
    parts: tuple[int, ...]
    wholes: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Relations:
    """Everything that ties the unknowns together.

    Out     pairs  (part, whole): the part is never more than the whole
    """

    sums: tuple[Sum, ...]
    pairs: tuple[tuple[int, int], ...]


def relations(counts: pl.DataFrame, joined: Joined) -> Relations:
    """The relations of all counts, of the release being made and of those before it.

    In      joined  per distribution, the categories that are several others together
    """
    sums: dict[Sum, None] = {}
    for _, each in _categories(counts, joined):
        if _can_be(each.kind, sum(count.release > 0 for count in (*each.parts, each.whole))):
            sums[Sum(each.kind, tuple(part.unknown for part in each.parts), (each.whole.unknown,))] = None
    pairs = {*_inside(counts), *_nested(counts)}
    for _, table in _tables(counts):
        for tie in table.ties():
            for release in table.releases:
                parts, wholes = table.unknowns(tie.parts, release), table.unknowns(tie.wholes, release)
                if tie.kind and _can_be(tie.kind, table.changed((*tie.parts, *tie.wholes), release)):
                    sums[Sum(tie.kind, parts, wholes)] = None
                if tie.within and len(wholes) == 1:
                    pairs |= {(part, wholes[0]) for part in parts}
                elif tie.within:
                    sums |= {Sum("at_most", (part,), wholes): None for part in parts}
    # A whole of one part is that part: the difference says nothing.
    alone = {(each.parts[0], each.wholes[0]) for each in sums if each.kind == "equal" and len(each.parts) == 1}
    return Relations(sums=tuple(sums), pairs=tuple(sorted(pair for pair in pairs - alone if pair[0] != pair[1])))


def unseen(counts: pl.DataFrame, joined: Joined) -> set[tuple[int, str, int]]:
    """Wholes that have changed since an earlier release though they show the same: (release, indicator, unknown).

    Rule    of what adds up to them one part alone shows that it has changed; it can only be somebody who came or went
    """
    found = set()
    for indicator, table in _tables(counts):
        for tie in table.ties():
            for release in table.releases:
                changed = table.changed(tie.parts, release), table.changed(tie.wholes, release)
                if tie.kind == "equal" and len(tie.wholes) == 1 and changed == (1, 0):
                    found.add((release, indicator, table.unknowns(tie.wholes, release)[0]))
    for indicator, each in _categories(counts, joined):
        releases = [part.release for part in each.parts if part.release]
        if each.kind == "equal" and len(releases) == 1 and not each.whole.release:
            found.add((releases[0], indicator, each.whole.unknown))
    return found


@dataclass(frozen=True)
class _Tie:
    """The parts and the wholes of one period, and what holds between them.

    kind    what their sums are to each other in every period, if anything
    within  whether each part alone is within the wholes, in every period
    """

    parts: tuple[_Key, ...]
    wholes: tuple[_Key, ...]
    kind: Kind | None
    within: bool


def _tables(counts: pl.DataFrame) -> Iterator[tuple[str, _Table]]:
    """Each side of each indicator that is no distribution."""
    tables = counts.filter(pl.col("category").is_null())
    for (indicator, _), rows in tables.group_by("indicator", "side", maintain_order=True):
        yield str(indicator), _Table(rows)


class _Table:
    """One side of one indicator: its cells by breakdown, group and period, in each release."""

    def __init__(self, rows: pl.DataFrame) -> None:
        self._unknown: dict[tuple[int, _Key], int] = {}
        self._true: dict[_Key, float] = {}
        self._periods: dict[str, dict[tuple[date, date], list[_Key]]] = defaultdict(lambda: defaultdict(list))
        columns = ("breakdown", "group", "period_start", "period_end", "release", "unknown", "true")
        for breakdown, group, start, end, release, unknown, true in rows.select(columns).iter_rows():
            key = (breakdown, group, start)
            self._unknown[release, key] = unknown
            if release == 0:
                self._true[key] = true
                self._periods[breakdown][start, end].append(key)
        self.releases = sorted({release for release, _ in self._unknown})

    def unknowns(self, keys: tuple[_Key, ...], release: int) -> tuple[int, ...]:
        """The unknowns of cells in a release; a cell that has not changed since is today's."""
        return tuple(self._unknown.get((release, key), self._unknown[0, key]) for key in keys)

    def changed(self, keys: tuple[_Key, ...], release: int) -> int:
        """How many of the cells an earlier release told otherwise; of today's release none."""
        return sum((release, key) in self._unknown for key in keys) if release else 0

    def ties(self) -> Iterator[_Tie]:
        """Every period's parts and wholes, with what holds for that table in all periods."""
        whole = {period: keys[0] for period, keys in self._periods.get("all", {}).items()}
        for breakdown, parts in self._periods.items():
            if breakdown == "all":
                continue
            for wholes_of in (_last, _inner):
                found = [(tuple(keys), wholes_of(whole, *period)) for period, keys in parts.items()]
                found = [(keys, wholes) for keys, wholes in found if wholes]
                apart = [self._sum(keys) - self._sum(wholes) for keys, wholes in found]
                within = all(self._true[key] <= self._sum(wholes) + ROUNDING for keys, wholes in found for key in keys)
                yield from (_Tie(keys, wholes, _kind(apart), within) for keys, wholes in found)

    def _sum(self, keys: tuple[_Key, ...]) -> float:
        return sum(self._true[key] for key in keys)


class _Named(NamedTuple):
    """A category's count."""

    name: str
    unknown: int
    true: float | None
    release: int


class _Joined(NamedTuple):
    """Categories, and what they are together."""

    kind: Kind
    parts: list[_Named]
    whole: _Named


def _categories(counts: pl.DataFrame, joined: Joined) -> Iterator[tuple[str, _Joined]]:
    """Categories against all that they are among, and those that join several against what they join."""
    categories = counts.filter(pl.col("category").is_not_null())
    for (indicator,), rows in categories.group_by("indicator", maintain_order=True):
        sums = joined.get(str(indicator), {})
        kinds: dict[str, Kind | None] = {}
        for release in sorted(rows["release"].unique()):
            # What has not changed since an earlier release is today's.
            now = rows.filter(pl.col("release").is_in([0, release])).sort("release", descending=True)
            now = now.unique([*SAME_CELL[:-1], "side"], keep="first", maintain_order=True)
            found: dict[str, list[tuple[list[_Named], _Named]]] = defaultdict(list)
            for above, below in _together(now):
                for name, parts, whole in _joined(above, below, sums):
                    found[name].append((parts, whole))
            if release == 0:  # only today's truth is known in the zone
                kinds = {name: _kind([_apart(*tie) for tie in ties]) for name, ties in found.items()}
            for name, ties in found.items():
                if (kind := kinds.get(name)) is not None:
                    yield from ((str(indicator), _Joined(kind, parts, whole)) for parts, whole in ties)


def _together(rows: pl.DataFrame) -> Iterable[tuple[dict[str, _Named], dict[int, _Named]]]:
    """Categories among the same in the same period: what is above the line by name, and below it by unknown."""
    found: dict[tuple[str, date], tuple[dict[str, _Named], dict[int, _Named]]] = defaultdict(lambda: ({}, {}))
    columns = ("among", "period_start", "side", "category", "unknown", "true", "release")
    for among, start, side, *told in rows.select(columns).iter_rows():
        (above, below), count = found[among, start], _Named(*told)
        if side == "n":
            above[count.name] = count
        else:
            below[count.unknown] = count
    return found.values()


def _joined(
    above: Mapping[str, _Named], below: Mapping[int, _Named], sums: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, list[_Named], _Named]]:
    """By name, the parts and the whole of each category that joins several; "" is all that categories are among."""
    for name, parts in sums.items():
        there = [above[part] for part in parts if part in above]
        if name in above and there:
            yield name, there, above[name]
    single = [each for name, each in above.items() if name not in sums]
    # What an earlier release told otherwise of one category's, it told of what all are among.
    among = [each for each in below.values() if each.release] or list(below.values())
    if len(among) == 1 and single:
        yield "", single, among[0]


def _apart(parts: Sequence[_Named], whole: _Named) -> float:
    return sum(part.true or 0.0 for part in parts) - (whole.true or 0.0)


def _kind(apart: list[float]) -> Kind | None:
    """What sums are to each other that are `apart` by so much."""
    if all(abs(each) < ROUNDING for each in apart):
        return "equal"
    if all(each > -ROUNDING for each in apart):
        return "at_least"
    return "at_most" if all(each < ROUNDING for each in apart) else None


def _can_be(kind: Kind, changed: int) -> bool:
    """Whether parts and wholes can be so to each other in an earlier release, which told so many of them otherwise.

    Rule    of counts that add up one alone cannot have changed: another has, though its figure is the same, and nobody
            can tell which. To suppose that none has would settle counts, and mostly wrongly
    """
    return kind != "equal" or changed != 1


def _last(whole: dict[tuple[date, date], _Key], start: date, end: date) -> tuple[_Key, ...]:
    """The total as it stands on the last day of the period: what is true on a day is true of every length of period."""
    return tuple(key for (first, last), key in whole.items() if last == end and first >= start)


def _inner(whole: dict[tuple[date, date], _Key], start: date, end: date) -> tuple[_Key, ...]:
    """The totals of the shorter periods within the period: what happens adds up, and persons at least cover."""
    inner = [(first, last) for first, last in whole if first >= start and last <= end]
    covers = inner and min(inner)[0] == start and max(last for _, last in inner) == end
    return tuple(whole[period] for period in inner) if covers and len(inner) > 1 else ()


def _inside(counts: pl.DataFrame) -> Iterator[tuple[int, int]]:
    """Numerators within their denominators."""
    above, below = (counts.filter(side=side).select(*SAME_CELL, "unknown") for side in ("n", "d"))
    both = above.join(below, on=SAME_CELL, suffix="_below")
    return cast(Iterator[tuple[int, int]], both.select("unknown", "unknown_below").iter_rows())


def _nested(counts: pl.DataFrame) -> Iterator[tuple[int, int]]:
    """Denominators of which one is of persons among those of another, where the true counts agree that it is so."""
    on = ("breakdown", "group", "period_end")
    today = counts.filter(release=0, side="d").select(*on, "indicator", "true", "unknown")
    for part, whole in NESTED:
        both = today.filter(indicator=part).join(today.filter(indicator=whole), on=on, suffix="_whole")
        if (both["true"] <= both["true_whole"]).all():
            yield from cast(Iterator[tuple[int, int]], both.select("unknown", "unknown_whole").iter_rows())
