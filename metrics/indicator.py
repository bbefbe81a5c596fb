"""The typed record of an indicator: what is counted, on each side, how it is read and protected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol

import narwhals as nw

from metrics.periods import Grain
from metrics.problem import Text

Organisation = Literal["region", "municipality"]
ORGANISATIONS: tuple[Organisation, ...] = ("region", "municipality")

Perspective = Literal["needs", "process", "resources", "learning", "governance"]
PERSPECTIVES: tuple[Perspective, ...] = ("needs", "process", "resources", "learning", "governance")

Direction = Literal["increase", "decrease", "neutral"]
Comparable = Literal["identical", "comparable", "not_comparable"]
DisclosureClass = Literal["person", "process", "ledger"]
Breakdown = Literal["all", "unit", "target_group", "domain", "dimension", "party", "category"]
Unit = Literal["share", "per_person", "sek_per_person", "days", "days_per_100", "points", "index", "months"]
PARTS_OF_ONE: frozenset[Unit] = frozenset({"share", "points"})
"""Units whose figures are kept as parts of one and said a hundred times as large: 0.42 is 42 %, or 42 points."""

Measure = Literal[
    "share", "mean", "amount_per_person", "share_of_joint", "ratio_of_amounts", "median", "gap", "result", "exact"
]
"""share            numerator / denominator, both counts, the numerator inside the denominator
mean             sum of a bounded amount per person / persons (`bounds` say what one person can add)
amount_per_person  a ledger amount in SEK / shared users
share_of_joint   own ledger amount / both organisations' amounts; each side publishes its own, the joint zone divides
ratio_of_amounts  one ledger amount / another, exact kronor on both sides
median           the middle waiting time, from declared bins, of things that may not have happened yet
gap              the distance between the highest and the lowest of a few shares
result           a figure that a survey already published, with how many answered
exact            a figure of the committee's own register, from no person"""

PARTED: frozenset[Measure] = frozenset({"median", "gap"})
"""Measures put together from several counts: raw cells have one row per part, and each is protected by itself."""

Chart = Literal["xmr", "run", "p", "laney_p", "u", "laney_u"]
"""xmr      individual values: the default for a share, rate or mean over time
run      a median and no limits: for short or skewed series
p, u     a share, or a rate, whose limits follow how many each period counts
laney_p, laney_u  the same where many are counted, so that chance alone would give limits far too narrow"""

Rater = Literal["", "user", "staff", "carer"]

Caveat = Literal[
    "protected",
    "protected_mean",
    "not_linked",
    "shared_by_own_record",
    "own_plans_only",
    "several_groups",
    "self_rated",
    "latest_unit",
    "rolling_year",
    "registration",
    "open_until_closed",
    "no_due_date",
    "half_done_counts_half",
    "leader_invites",
    "maybe_already_planned",
    "unrecorded_is_none",
    "two_days_a_year_apart",
    "told_when_it_ends",
    "nearer_zero_is_better",
    "budget_by_month",
    "volume_not_quality",
    "capped",
    "current_prices",
    "ledgers_differ",
    "answers_only",
    "trained_staff_only",
    "as_written_down",
    "one_committee",
]

Tables = Mapping[str, nw.LazyFrame[Any]]
"""Source tables by name, in the shape of their contracts, and three small calendars made by `calculate`:

periods    one row per period: period_start, period_end
months     month_number | period_start, period_end      the period a month lies in
year_back  month_number | period_start, period_end      every period whose last twelve months hold the month"""


class Definition(Protocol):
    """What protection, and the checks of a bundle, need to know of that which a figure belongs to."""

    @property
    def id(self) -> str:
        """What the published cells call it."""

    @property
    def version(self) -> int:
        """Which wording of the definition."""

    @property
    def unit(self) -> Unit:
        """What its figures are counted in."""

    @property
    def breakdowns(self) -> Mapping[Breakdown, Grain]:
        """The tables that are published, each with its length of period."""

    @property
    def disclosure(self) -> DisclosureClass:
        """How its figures are protected."""

    @property
    def bounds(self) -> tuple[float, float] | None:
        """Of a mean: the least and the most one person can add to the sum."""

    @property
    def divides_money(self) -> bool:
        """Whether what stands below the line is kronor, and not how many are counted."""

    def measure_of(self, breakdown: Breakdown) -> Measure:
        """How figures of this breakdown are counted and protected."""


@dataclass(frozen=True, kw_only=True)
class Twin:
    """One organisation's side of an indicator.

    rows         tables -> one row per counted thing: period_start, person, unit and what the sums need
                 (an indicator of money has no person); see `metrics/populations`
    denominator  boolean (or number) per row; a row counts where it is true or above 0
    numerator    boolean or number per row; of a share or mean, only on rows the denominator lets in
    per_person   of a share: "any": a person counts once however many rows (persons as things counted)
                             "sum": every row counts (plans, interventions)
                 of a mean the persons are counted once and each person's rows are summed
    source       the contract the figure rests on first; shown on the definition page
    column       a column of it that need not be delivered, and without which there is nothing to count
    counted      what the organisation counts here, in a reader's words
    difference   how this side differs from the other; None where nothing is known to differ
    """

    source: str
    rows: Callable[[Tables], nw.LazyFrame[Any]]
    numerator: nw.Expr
    denominator: nw.Expr
    counted: Text
    column: str = ""
    per_person: Literal["any", "sum"] = "sum"
    difference: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """What the committee measures, defined once for both organisations.

    Rule    numbers that change (targets, splits, price indices) are dated data in the register, never here
    In      breakdowns    which tables are published, each with its own grain: small groups get longer periods
            bounds        for measure "mean": the least and most one person can add to the sum
            rater         whose CAN ratings the figure holds; "" where no single rater is meant
            lookback_months  how far back a period's figure reaches; a period whose look-back starts
                          before the data do has no figure, since a part of a year would look like a low year
            partner       id of the indicator it must be read together with; a volume or cost always has one
            headline      shown on the committee's first page
    """

    id: str
    version: int = 1
    name: Text
    why: Text
    numerator_text: Text
    denominator_text: Text
    perspective: Perspective
    measure: Measure
    unit: Unit
    unit_text: Text
    direction: Direction
    breakdowns: Mapping[Breakdown, Grain]
    disclosure: DisclosureClass
    bounds: tuple[float, float] | None = None
    rater: Rater = ""
    lookback_months: int = 0
    comparable: Comparable
    twins: Mapping[Organisation, Twin]
    partner: str
    chart: Chart = "xmr"
    decimals: int = 0
    headline: bool = False
    owner: Text
    checker: Text
    next_review: date
    reference: Text
    caveats: tuple[Caveat, ...] = field(default=("protected",))

    @property
    def grain(self) -> Grain:
        """The period of the organisation's total."""
        return self.breakdowns["all"]

    @property
    def reach(self) -> tuple[float | None, float | None]:
        """The least and the most that any figure can be; None where there is no end."""
        if self.measure == "ratio_of_amounts" or self.unit == "index":
            return None, None
        return 0.0, 1.0 if self.unit in PARTS_OF_ONE else None

    @property
    def divides_money(self) -> bool:
        """Whether what stands below the line is kronor, and not how many are counted."""
        return self.measure in ("share_of_joint", "ratio_of_amounts")

    @property
    def of_register(self) -> bool:
        """Whether it is counted from the committee's register, in the joint zone, and never crosses in a bundle."""
        return self.measure == "exact"

    def measure_of(self, breakdown: Breakdown) -> Measure:
        """How figures of this breakdown are counted and protected.

        Rule    within one domain a person adds 0 or 1, so a mean by domain *is* a share of persons
        """
        return "share" if breakdown == "domain" and self.measure == "mean" else self.measure
