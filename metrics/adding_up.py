"""Why a total is not the sum of its parts: one example out of a release, parts and total as they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from metrics.indicator import ORGANISATIONS, Organisation

WHOLE = "can_profile"
"""A distribution whose categories are all of what they are among: whoever was rated has one answer a domain."""

RATER = "user"
CLEAR = 3  # apart by so many, nobody takes it for a slip of the pen


@dataclass(frozen=True, kw_only=True)
class Example:
    """The answers of one domain in one year, and how many answered.

    Out     parts  category and number, as shown
            total  how many they are together, as shown
    """

    organisation: Organisation
    year: date
    domain: int
    parts: tuple[tuple[str, int], ...]
    total: int

    @property
    def together(self) -> int:
        """What the parts add up to."""
        return sum(number for _, number in self.parts)

    @property
    def apart(self) -> int:
        """How far that is from the total."""
        return abs(self.together - self.total)


def example(cells: pl.DataFrame, categories: Sequence[str]) -> Example | None:
    """Of the latest year, the first domain in which parts that are all shown are clearly apart from the total, else
    the one where they are furthest from it; None where they agree everywhere.

    In      cells       of a release
            categories  the parts, in reading order
    """
    shown = cells.filter(
        pl.col("indicator_id") == WHOLE, pl.col("rater") == RATER, pl.col("group").is_in(list(categories)), flag="ok"
    )
    found = []
    for _, rows in shown.filter(pl.col("period_start") == pl.col("period_start").max()).group_by(
        "organisation", "domain", maintain_order=True
    ):
        numbers = {row["group"]: round(row["numerator"]) for row in rows.iter_rows(named=True)}
        if set(numbers) == set(categories):
            first = rows.row(0, named=True)
            one = Example(
                organisation=first["organisation"],
                year=first["period_start"],
                domain=first["domain"],
                parts=tuple((name, numbers[name]) for name in categories),
                total=round(first["denominator"]),
            )
            found.append(one)
    order = {one: (-min(one.apart, CLEAR), ORGANISATIONS.index(one.organisation), one.domain) for one in found}
    chosen = min(found, key=lambda one: order[one], default=None)
    return chosen if chosen and chosen.apart else None
