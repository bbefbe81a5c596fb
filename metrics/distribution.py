"""The typed record of a distribution: what needs rows about persons to be counted, and is no indicator.

An indicator is one figure over time. A distribution is many counts side by side: ratings by domain, steps of a plan,
contacts by kind. It crosses by the same path, under the same protection, and no scorecard row is made of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import narwhals as nw

from metrics.indicator import Breakdown, DisclosureClass, Measure, Organisation, Rater, Tables, Unit
from metrics.periods import Grain
from metrics.problem import Text

DOMAINS = tuple(range(1, 23))

Counted = Literal["once", "persons", "things", "mean"]
"""once     a person is in one category only (of "all"), or in each once (of "category"): cheap to count where many are
persons  a person counts once in a category, however many rows
things   every row counts: plans, agencies at plans
mean     the row's `amount`, summed per person within `bounds`, over the persons"""

Of = Literal["all", "category"]
"""all       a category is part of all rows of its period, rater and domain
category  a category is part of its own rows: those where `inside` is true"""


@dataclass(frozen=True, kw_only=True)
class Distribution:
    """How something is spread over categories, the same for both organisations.

    In      rows        tables, organisation -> one row per person and category: period_start, person, category and,
                        where declared, rater, domain, inside (of "category"), amount (of "mean"). A category "" counts
                        among all and is not itself published
            categories  every category and its name, in reading order; "target_groups": the committee's own, by id
            sums        categories that are several others together, such as "new": every way from not unmet to unmet.
                        They are counted on their own, with a key of their own, as totals are
            of          what a category's count is seen against: its share is the count over that
            raters      whose ratings are told apart, never pooled; `has_domains`: the 22 domains too
            lookback_months  as of an indicator
    Rule    two variables and the period at most: rater and domain say whose rating of what, the category is the one
            that is free. A category that joins two things, such as a step and an agency, names both:
            "present:primary_care"
    """

    id: str
    version: int = 1
    name: Text
    counted_text: Text
    source: str
    rows: Callable[[Tables, Organisation], nw.LazyFrame[Any]]
    categories: Mapping[str, Text] | Literal["target_groups"]
    counted: Counted
    of: Of
    grain: Grain
    disclosure: DisclosureClass
    raters: tuple[Rater, ...] = ("",)
    has_domains: bool = False
    sums: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bounds: tuple[float, float] | None = None
    lookback_months: int = 0

    @property
    def breakdowns(self) -> Mapping[Breakdown, Grain]:
        """The one table it is published as."""
        return {"category": self.grain}

    def measure_of(self, breakdown: Breakdown) -> Measure:
        """How its figures are protected: a count within another as a share is, a mean as a mean."""
        return "mean" if self.counted == "mean" else "share"

    @property
    def unit(self) -> Unit:
        """What its values are: parts of a whole, or means per person."""
        return "per_person" if self.counted == "mean" else "share"

    @property
    def divides_money(self) -> bool:
        """No distribution is of kronor."""
        return False
