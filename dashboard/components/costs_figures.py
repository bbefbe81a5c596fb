"""What the page about costs is made of, worked out once per release, register and view, before any word or tag."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

import polars as pl
import streamlit as st

from dashboard import data
from dashboard.view import View
from governance.entries import Contents, CostSplit, Undertaking, UnitCostSplit
from metrics import catalogue
from metrics.cost_questions import Change, Check, Question, checks, questions
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.periods import MONTHS
from metrics.prices import AgainstSplit, PriceIndex, Split, against_split, priced
from metrics.scorecard import Row
from metrics.series import Flag, Series, arrange, series_from
from pipelines.published import Published

SHOWN = ("R1", "R2", "R3", "U2")
"""What a cost is never seen without stands last: how needs are met."""

CHANGES_SERVICES = ("service_opened", "service_closed", "agreement")
MOVES_MONEY = ("cost", "service", "volume", "agreement")


@dataclass(frozen=True, kw_only=True)
class BudgetYear:
    """One organisation's budget and what it cost, over the months of a year that have both.

    Out     deviation  cost less budget, as a part of the budget
    """

    year: int
    months: int
    difference: float
    budget: float

    @property
    def deviation(self) -> float | None:
        """How far the cost is over the budget; None without a budget."""
        return self.difference / self.budget if self.budget else None


@dataclass(frozen=True, kw_only=True)
class NetYear:
    """One organisation's net cost over the months of a year that have one, in the prices of the page."""

    months: int
    amount: float


@dataclass(frozen=True, kw_only=True)
class UnitCost:
    """One unit in the last period published: what it costs each side, per user and in all, and how that is divided."""

    unit: str
    per_user: Mapping[Organisation, tuple[float | None, Flag]]
    amounts: Mapping[Organisation, float | None]
    region_share: float | None
    agreed: float | None


@dataclass(frozen=True, kw_only=True)
class Costs:
    """All that the page shows.

    In      against   the region's actual share of the joint net cost beside the agreed one, period by period
            nets      by organisation and year
            budgets   by organisation, newest year first
            units     in the committee's own order; none where one unit is chosen
            period    first day of the period `units` is about
    """

    rows: Mapping[str, Row]
    against: tuple[AgainstSplit, ...]
    splits: tuple[Split, ...]
    checks: tuple[Check, ...]
    questions: tuple[Question, ...]
    nets: Mapping[Organisation, Mapping[int, NetYear]]
    budgets: Mapping[Organisation, tuple[BudgetYear, ...]]
    units: tuple[UnitCost, ...]
    period: date | None
    funding: tuple[Undertaking, ...]
    index: PriceIndex | None


@st.cache_resource(show_spinner=False, max_entries=64)
def kept(key: str, view: View, _shown: Published, units: tuple[str, ...]) -> Costs:
    """The figures of one view, from memory where they have been worked out before."""
    cells, until = data.cells_until(_shown.cells, view.until), view.until
    rows = data.rows(view.breakdown, view.member, until)
    return costs(rows, cells, data.register_entries(until), data.price_index(until), units, view)


def costs(
    rows: Sequence[Row],
    cells: pl.DataFrame,
    register: Contents,
    index: PriceIndex | None,
    units: Sequence[str],
    view: View,
) -> Costs:
    """The figures of one view.

    In      rows   the scorecard's, already of the unit the view asks for
            cells  of the release, as far as the view counts
            units  ids, in the committee's own order
    """
    by_id = {row.indicator.id: row for row in rows}
    shown = {name: by_id[name] for name in SHOWN}
    splits = splits_of(register, view.unit)
    found = checks(rows, changes(register, view.unit))
    unit_costs, period = _units(cells, register, index, units) if not view.unit else ((), None)
    return Costs(
        rows=shown,
        against=against_split(shown["R2"].region.series, splits),
        splits=splits,
        checks=found,
        questions=questions(found),
        nets={which: net_years(shown["R1"].of(which).series) for which in ORGANISATIONS},
        budgets={which: budget_years(shown["R3"].of(which).series) for which in ORGANISATIONS},
        units=unit_costs,
        period=period,
        funding=funding(register, view.unit),
        index=index,
    )


def splits_of(register: Contents, unit: str = "") -> tuple[Split, ...]:
    """The agreed splits of all units together, or of one unit where it has its own: the whole's says nothing of it."""
    own: Sequence[UnitCostSplit | CostSplit] = register.cost_splits
    if unit:
        own = [each for each in register.unit_cost_splits if each.unit_id == unit]
    return tuple(
        Split(region_share=each.region_share, from_on=each.from_on, to_on=each.to_on, decision_id=each.decision_id)
        for each in own
    )


def changes(register: Contents, unit: str = "") -> tuple[Change, ...]:
    """What a cost or a volume may have moved after: services and agreements that changed, and decisions about money.

    Rule    an event that names units concerns the whole and those units; a decision counts by what it is about
    """
    found = [
        Change(id=each.id, on=each.on, title=each.title)
        for each in register.events
        if each.kind in CHANGES_SERVICES and (not unit or not each.units or unit in each.units)
    ]
    resources = {one.id for one in catalogue.catalogue() if one.perspective == "resources"}
    found += [
        Change(id=each.id, on=each.decided_on, title=each.title)
        for each in register.decisions
        if each.kind in MOVES_MONEY and resources & set(each.indicators)
    ]
    return tuple(found)


def budget_years(series: Series) -> tuple[BudgetYear, ...]:
    """Cost against budget year by year, newest first; periods without a figure are left out and seen in `months`."""
    years: dict[int, list[tuple[float, float]]] = {}
    for on, difference, budget in zip(series.periods, series.numerators, series.denominators, strict=True):
        if difference is not None and budget is not None:
            years.setdefault(on.year, []).append((difference, budget))
    return tuple(
        BudgetYear(
            year=year,
            months=MONTHS[series.grain] * len(found),
            difference=fsum(difference for difference, _ in found),
            budget=fsum(budget for _, budget in found),
        )
        for year, found in sorted(years.items(), reverse=True)
    )


def net_years(series: Series) -> dict[int, NetYear]:
    """Net cost year by year, of a series of cost per user."""
    years: dict[int, list[float]] = {}
    for on, amount in zip(series.periods, series.numerators, strict=True):
        if amount is not None:
            years.setdefault(on.year, []).append(amount)
    return {
        year: NetYear(months=MONTHS[series.grain] * len(found), amount=fsum(found)) for year, found in years.items()
    }


def funding(register: Contents, unit: str = "") -> tuple[Undertaking, ...]:
    """Projects, shared posts and money for a time, the one that ends first on top and those without an end last."""
    own = [each for each in register.undertakings if not unit or each.unit_id == unit]
    return tuple(sorted(own, key=lambda each: (each.to_on or date.max, each.from_on, each.id)))


def _units(
    cells: pl.DataFrame, register: Contents, index: PriceIndex | None, units: Sequence[str]
) -> tuple[tuple[UnitCost, ...], date | None]:
    by_unit = cells.filter((pl.col("breakdown") == "unit") & pl.col("indicator_id").is_in(["R1", "R2"]))
    if by_unit.is_empty():
        return (), None
    period: date = max(by_unit["period_start"].to_list())
    cost, share = catalogue.by_id("R1"), catalogue.by_id("R2")
    found = []
    for unit in units:
        arranged = arrange(by_unit, "unit", unit)
        divided = against_split(series_from(arranged, share, "region"), splits_of(register, unit))
        last = next((each for each in divided if each.period_start == period), None)
        sides = {which: priced(cost, series_from(arranged, cost, which), index) for which in ORGANISATIONS}
        found.append(
            UnitCost(
                unit=unit,
                per_user={which: _at(series, period) for which, series in sides.items()},
                amounts={
                    which: dict(zip(series.periods, series.numerators, strict=True)).get(period)
                    for which, series in sides.items()
                },
                region_share=last.actual if last else None,
                agreed=last.agreed if last else None,
            )
        )
    return tuple(found), period


def _at(series: Series, period: date) -> tuple[float | None, Flag]:
    """The figure of one period, and why there is none."""
    if period not in series.periods:
        return None, "no_data"
    at = series.periods.index(period)
    return series.values[at], series.flags[at]
