"""The scorecard: per indicator and organisation one signal, made by one function for table, chart and text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import polars as pl

from metrics.alignment import Alignment, align
from metrics.chart_notes import notes
from metrics.charts import chart_of
from metrics.indicator import Breakdown, Indicator, Organisation
from metrics.prices import PriceIndex, priced
from metrics.problem import Text
from metrics.sentences import meets_now, misses_now, sentence
from metrics.series import (
    Recalculation,
    Series,
    Target,
    arrange,
    decided_for,
    levels,
    series_from,
    targets_in_force,
    together,
)
from metrics.spc import ENOUGH, SETTLED, Assurance, ControlChart, Variation
from metrics.spc.runs import present_run

State = Literal["none", "few", "trial", "enough", "constant"]


@dataclass(frozen=True, kw_only=True)
class Signal:
    """What one organisation's series says.

    Out     chart       its control chart, without lines in phases too short for limits; None where all are
            state       none: no value is shown · few: under seven points in the last phase, no icon · trial: under
                        twelve · constant: never varied · enough
            latest      position of the last shown point, which need not be the last period
            variation, assurance  the icons; None where the last period shows no value: an icon speaks of today
            missed_now  whether the last period is a concern that does not reach a target usual variation reaches: what
                        the sentence then says in place of the assurance
            met_now     whether the last period is an improvement that reaches a target usual variation does not
            since       first day of the period where the run behind the variation icon begins
            target      in force at the last shown point
            level       what it asks for in that period
            sentence    all of it in words
            notes       what makes the chart less sure than it looks, and which chart would fit better
    """

    series: Series
    chart: ControlChart | None
    state: State
    latest: int | None
    variation: Variation | None
    assurance: Assurance | None
    missed_now: bool
    met_now: bool
    since: date | None
    target: Target | None
    level: float | None
    sentence: Text
    notes: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One indicator on the scorecard: both organisations, both as one where that means something, and its partner."""

    indicator: Indicator
    region: Signal
    municipality: Signal
    both: Series | None
    alignment: Alignment
    partner: Indicator

    def of(self, organisation: Organisation) -> Signal:
        """The signal of one organisation."""
        return self.region if organisation == "region" else self.municipality


def signal(
    indicator: Indicator, series: Series, targets: Iterable[Target], recalculations: Iterable[Recalculation]
) -> Signal:
    """The signal of a series: the one function behind its row, its chart, its place on the overview and its words.

    In      targets, recalculations  of any indicator and organisation; those of the series are picked out
    Rule    limits start anew only where a recalculation is recorded; the target is the one in force at the last point;
            both are decided for the whole of an organisation, and count for none of its units, groups or domains
    """
    targets, recalculations = decided_for(series, targets), decided_for(series, recalculations)
    whole = chart_of(indicator, series, targets, recalculations)
    latest = series.latest
    target = None if latest is None else targets_in_force(series, targets)[latest]
    level = None if latest is None else levels(series, targets)[latest]
    shown = _as_shown(whole)
    run = present_run(whole) if shown and shown.variation else None
    return Signal(
        series=series,
        chart=shown,
        state=_state(whole),
        latest=latest,
        variation=shown.variation if shown else None,
        assurance=shown.assurance if shown else None,
        missed_now=shown is not None and misses_now(indicator, shown, level),
        met_now=shown is not None and meets_now(indicator, shown, level),
        since=None if run is None else series.periods[run.start],
        target=target,
        level=level,
        sentence=sentence(indicator, series, whole, level),
        notes=notes(indicator, series, whole),
    )


def build(
    catalogue: Sequence[Indicator],
    cells: pl.DataFrame,
    targets: Sequence[Target],
    recalculations: Sequence[Recalculation],
    breakdown: Breakdown = "all",
    group: str = "",
    prices: PriceIndex | None = None,
) -> tuple[Row, ...]:
    """The scorecard's rows, in the catalogue's order.

    In      prices  the index in force, if there is one: amounts over time are then in fixed prices
    Fails   ValueError where an indicator names a partner that is not in the catalogue
    """
    by_id = {indicator.id: indicator for indicator in catalogue}
    arranged = arrange(cells, breakdown, group)
    rows = []

    def shown(indicator: Indicator, organisation: Organisation) -> Series:
        return priced(indicator, series_from(arranged, indicator, organisation), prices)

    for indicator in catalogue:
        if indicator.partner not in by_id:
            raise ValueError(f"{indicator.id} is read together with {indicator.partner}, which is not in the catalogue")
        region = signal(indicator, shown(indicator, "region"), targets, recalculations)
        municipality = signal(indicator, shown(indicator, "municipality"), targets, recalculations)
        rows.append(
            Row(
                indicator=indicator,
                region=region,
                municipality=municipality,
                both=together(indicator, region.series, municipality.series),
                alignment=align(
                    indicator.comparable,
                    region.chart,
                    municipality.chart,
                    parts_of_one_sum=indicator.measure_of(breakdown) == "share_of_joint",
                ),
                partner=by_id[indicator.partner],
            )
        )
    return tuple(rows)


def _state(chart: ControlChart) -> State:
    at = chart.latest
    if at is None:
        return "none"
    if chart.phase_points[at] < ENOUGH:
        return "few"
    if chart.is_constant:
        return "constant"
    return "trial" if chart.phase_points[at] < SETTLED else "enough"


def _as_shown(chart: ControlChart) -> ControlChart | None:
    """The chart as a reader is shown it: phases too short for limits have none, and a silent last period no icons."""
    enough = [points >= ENOUGH for points in chart.phase_points]
    if not any(enough):
        return None
    silent = chart.values[-1] is None
    return replace(
        chart,
        mean=_where(enough, chart.mean),
        lower=_where(enough, chart.lower),
        upper=_where(enough, chart.upper),
        special_cause=[each if fit else "common_cause" for fit, each in zip(enough, chart.special_cause, strict=True)],
        point_type=[each if fit else "common_cause" for fit, each in zip(enough, chart.point_type, strict=True)],
        variation=None if silent else chart.variation,
        assurance=None if silent else chart.assurance,
    )


def _where(enough: Sequence[bool], line: Sequence[float | None]) -> list[float | None]:
    return [value if fit else None for fit, value in zip(enough, line, strict=True)]
