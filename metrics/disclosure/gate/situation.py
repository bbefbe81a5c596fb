"""Everything an attacker has: the unknowns, what ties them together, and what would be worth finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl

from metrics.disclosure.gate.bounds import Floats, System, matrix, system
from metrics.disclosure.gate.figures import SAME_CELL, Part, counts
from metrics.disclosure.gate.relations import Relations, relations, unseen
from metrics.disclosure.perturbation import Strength


@dataclass(frozen=True, kw_only=True)
class Situation:
    """One organisation's release, seen by an attacker who knows the method and every earlier release.

    Out     steady      whether something is supposed between releases, which may be wrong
            counts      see `figures.counts`
            unknowns    one row per unknown: true (null where only an earlier release knew), shown, lo, hi, step
            known       the relations and the targets in matrix form, less what cannot have been as supposed
            indicators  whose figure each target is
            cells       how many of the targets are counts; the rest are differences
    """

    parts: Sequence[Part]
    strength: Strength
    releases: int
    steady: bool
    counts: pl.DataFrame
    unknowns: pl.DataFrame
    relations: Relations
    known: System
    indicators: tuple[str, ...]

    @property
    def cells(self) -> int:
        """How many of the targets are counts; the rest are differences."""
        return self.unknowns.height

    @cached_property
    def lo(self) -> Floats:
        """The least each unknown can be, by its own figure."""
        return self.unknowns["lo"].to_numpy()

    @cached_property
    def hi(self) -> Floats:
        """The most each unknown can be, by its own figure."""
        return self.unknowns["hi"].to_numpy()

    @cached_property
    def true(self) -> Floats:
        """What each unknown is; not a number where only an earlier release knew."""
        return self.unknowns["true"].fill_null(float("nan")).to_numpy()


def situation(
    parts: Sequence[Part], earlier: Sequence[pl.DataFrame], strength: Strength, *, steady: bool = True
) -> Situation:
    """What an attacker has, of the release being made and those before it.

    In      steady  whether the attacker supposes that a count whose figures are the same in two releases has not
                    changed in between, and so may add counts of both
    """
    told = counts(parts, earlier, strength)
    joined = {part.definition.id: part.sums for part in parts}
    if steady and earlier:
        told = _with_unseen(told, unseen(told, joined))
    found = relations(told if steady else told.filter(release=0), joined)
    unknowns = _unknowns(told)
    pairs = [*found.pairs, *_corrected(told)]
    entries = [(row, row, 1) for row in range(unknowns.height)]
    for row, (part, whole) in enumerate(pairs, start=unknowns.height):
        entries += [(row, whole, 1), (row, part, -1)]
    whose = unknowns["indicator"].to_list()
    whose += [whose[part] for part, _ in pairs]
    equal = {(frozenset(each.parts), frozenset(each.wholes)) for each in found.sums if each.kind == "equal"}
    for each in found.sums:
        # What one indicator keeps in every period is no secret where another has the very same counts.
        known = (frozenset(each.parts), frozenset(each.wholes)) in equal
        if each.kind != "equal" and len(each.parts) > 1 and not known:
            row = len(whose)
            entries += [(row, whole, 1) for whole in each.wholes] + [(row, part, -1) for part in each.parts]
            whose.append(whose[each.parts[0]])
    earlier_only = (unknowns["release"] > 0).to_numpy()
    ties = system(found, earlier_only, matrix(entries, (len(whose), unknowns.height)))
    return Situation(
        parts=parts,
        strength=strength,
        releases=len(earlier),
        steady=steady and bool(earlier),
        counts=told,
        unknowns=unknowns,
        relations=found,
        known=ties.fitting(unknowns["lo"].to_numpy(), unknowns["hi"].to_numpy()),
        indicators=tuple(whose),
    )


def _with_unseen(told: pl.DataFrame, changed: set[tuple[int, str, int]]) -> pl.DataFrame:
    """The counts, with those that an earlier release told alike and that have changed all the same."""
    names = ("release", "indicator", "unknown")
    schema = {name: told.schema[name] for name in names}
    then = pl.DataFrame(sorted(changed), schema=schema, orient="row").with_columns(
        new=told["unknown"].n_unique() + pl.int_range(pl.len(), dtype=pl.Int64)
    )
    again = told.filter(pl.col("shown").is_not_null(), release=0).drop("release")
    again = again.join(then, on=["indicator", "unknown"]).with_columns(
        unknown="new", true=pl.lit(None, pl.Float64), key=pl.lit(None, pl.Int64)
    )
    again = again.select(told.columns).join(told, on=[*SAME_CELL, "side"], how="anti")
    return pl.concat([told, again]).with_columns(unknown=pl.col("unknown").rank("dense").cast(pl.Int64) - 1)


def _unknowns(told: pl.DataFrame) -> pl.DataFrame:
    """One row per unknown. A count that nothing limits is at most what no count of the release comes near."""
    first = pl.col("indicator", "family", "side", "true", "shown", "lo", "hi", "step", "release").first()
    most = 4 * float(np.nanmax([*told["true"].drop_nulls(), *told["shown"].drop_nulls(), 1.0])) + 1000
    rows = told.sort("unknown", pl.col("shown").is_null(), "indicator").group_by("unknown", maintain_order=True)
    return rows.agg(first).with_columns(pl.col("hi").fill_null(most))


def _corrected(told: pl.DataFrame) -> list[tuple[int, int]]:
    """Counts that an earlier release told otherwise: (then, now)."""
    cell = [*SAME_CELL[:-1], "side"]
    now = told.filter(release=0).select(*cell, "unknown")
    then = told.filter(pl.col("release") > 0).join(now, on=cell, suffix="_now")
    return sorted(set(then.select("unknown", "unknown_now").iter_rows()))
