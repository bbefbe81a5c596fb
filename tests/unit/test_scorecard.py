"""The scorecard's rows: one signal per organisation, the same for table and chart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl
import pytest

from metrics.catalogue import by_id
from metrics.scorecard import Row, Signal, build, signal
from metrics.series import Recalculation, Target, series
from metrics.spc import xmr
from tests.builders import an_indicator, both_languages, cells

USUAL = [0.5, 0.6] * 8
P2, P7 = an_indicator(), an_indicator(id="P7", partner="P2")


def of(values: list[Any], targets: list[Target] | None = None, anew: list[Recalculation] | None = None) -> Signal:
    return signal(P2, series(cells(values), P2, "region"), targets or [], anew or [])


def a_target(value: float, from_on: date = date(2020, 1, 1), to_on: date | None = None) -> Target:
    return Target(
        indicator_id="P2", organisation="region", value=value, from_on=from_on, to_on=to_on, decision_id="B-2024-001"
    )


def anew(on: date) -> Recalculation:
    return Recalculation(
        indicator_id="P2",
        organisation="region",
        from_on=on,
        reason=both_languages("new routine"),
        decision_id="B-2024-001",
    )


# --- the state of a series -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ([], "none"),
        (["suppressed"] * 9, "none"),
        (USUAL[:6], "few"),
        (USUAL[:7], "trial"),
        (USUAL[:11], "trial"),
        (USUAL[:12], "enough"),
        ([0.5] * 12, "constant"),
        ([0.5] * 6, "few"),
        ([*USUAL[:6], "suppressed", "suppressed"], "few"),  # periods are not points
    ],
)
def test_state(values: list[Any], state: str) -> None:
    assert of(values).state == state


def test_too_few_points_are_a_run_chart_without_lines() -> None:
    assert (of(USUAL[:6]).chart, of(USUAL[:6]).variation) == (None, None)


def test_a_phase_too_short_for_limits_shows_none() -> None:
    found = of([*USUAL, 0.9, 0.9, 0.8], anew=[anew(date(2027, 1, 1))])
    assert found.chart is not None
    assert (found.chart.upper[15] is None, found.chart.upper[16:]) == (False, [None, None, None])


def test_the_latest_figure_is_the_last_one_shown() -> None:
    assert of([*USUAL, "suppressed"]).latest == 15


# --- icons -----------------------------------------------------------------------------------------------------


def test_the_icon_of_the_row_is_the_icon_of_the_chart() -> None:
    found = of([*USUAL, 0.95], [a_target(0.9)])
    assert found.chart is not None
    assert (found.variation, found.assurance) == (found.chart.variation, found.chart.assurance)


def test_the_icons_are_those_of_the_plain_chart() -> None:
    plain = xmr([*USUAL, 0.95], direction="increase", target=0.8)
    found = of([*USUAL, 0.95], [a_target(0.8)])
    assert (
        (found.variation, found.assurance) == (plain.variation, plain.assurance) == ("improvement_high", "hit_or_miss")
    )


@pytest.mark.parametrize("gap", ["suppressed", "no_data"])
def test_a_silent_last_period_has_no_icon_in_row_or_chart(gap: str) -> None:
    found = of([*USUAL, 0.95, gap], [a_target(0.9)])
    assert found.chart is not None
    assert (found.variation, found.assurance, found.since) == (None, None, None)
    assert (found.chart.variation, found.chart.assurance) == (None, None)


@pytest.mark.parametrize(
    ("values", "missed_now"),
    [([*USUAL, 0.1], True), ([*USUAL, 0.1, "suppressed"], False), (USUAL, False), ([*USUAL, 0.95], False)],
    ids=["a concern", "a silent last period", "chance", "an improvement"],
)
def test_a_target_is_missed_now_where_a_concern_loses_it(values: list[Any], missed_now: bool) -> None:
    assert of(values, [a_target(0.28)]).missed_now == missed_now


def test_since_is_the_first_day_of_the_run() -> None:
    assert of([0.4, 0.3] * 8 + [0.6, 0.7] * 4).since == date(2027, 1, 1)


def test_chance_has_no_since() -> None:
    assert of(USUAL).since is None


# --- targets and recalculations --------------------------------------------------------------------------------


def test_the_target_is_the_one_in_force_at_the_last_point() -> None:
    past, present = a_target(0.1, to_on=date(2024, 12, 31)), a_target(0.9, from_on=date(2025, 1, 1))
    found = of(USUAL, [past, present])
    assert (found.target, found.assurance) == (present, "missed")


def test_a_target_per_person_is_not_held_against_a_share_within_one_domain() -> None:
    u1, target = by_id("U1"), replace(a_target(1.7), indicator_id="U1")
    whole = cells(USUAL, indicator="U1", grain="half-year")
    domain = cells(USUAL, indicator="U1", grain="half-year", breakdown="domain", group="5")
    assert signal(u1, series(whole, u1, "region"), [target], []).target == target
    assert signal(u1, series(domain, u1, "region", "domain", "5"), [target], []).target is None


def test_what_was_decided_for_the_whole_does_not_judge_a_target_group() -> None:
    group = cells([*USUAL, 0.9, 0.9], breakdown="target_group", group="psychosis")
    found = signal(
        an_indicator(breakdowns={"all": "quarter", "target_group": "quarter"}),
        series(group, P2, "region", "target_group", "psychosis"),
        [a_target(0.2)],
        [anew(date(2027, 1, 1))],
    )
    assert (found.target, found.level, found.assurance, found.state) == (None, None, None, "enough")


def test_a_target_that_has_ended_gives_no_assurance() -> None:
    found = of(USUAL, [a_target(0.1, to_on=date(2024, 12, 31))])
    assert (found.target, found.assurance) == (None, None)


def test_limits_start_anew_only_by_a_recorded_decision() -> None:
    step = [*USUAL, *[0.8, 0.9] * 8]
    without, with_one = of(step), of(step, anew=[anew(date(2027, 1, 1))])
    assert without.chart is not None
    assert with_one.chart is not None
    assert (set(without.chart.phase_start), set(with_one.chart.phase_start)) == ({0}, {0, 16})


# --- rows ------------------------------------------------------------------------------------------------------

BOTH = pl.concat(
    [
        cells([0.5, 0.6] * 8, indicator=indicator, organisation=organisation)
        for indicator in ("P2", "P7")
        for organisation in ("region", "municipality")
    ]
)


def rows(frame: pl.DataFrame = BOTH, *catalogue: Any, **chosen: Any) -> tuple[Row, ...]:
    return build(catalogue or (P2, P7), frame, [], [], **chosen)


def test_rows_stand_in_the_catalogues_order() -> None:
    assert [row.indicator.id for row in rows(BOTH, P7, P2)] == ["P7", "P2"]


def test_a_row_has_its_partner_beside_it() -> None:
    assert [row.partner.id for row in rows()] == ["P7", "P2"]


def test_a_partner_outside_the_catalogue_is_refused() -> None:
    with pytest.raises(ValueError, match="P2 is read together with P7"):
        rows(BOTH, P2)


def test_a_row_holds_the_signal_function_gives() -> None:
    assert rows()[0].municipality == signal(P2, series(BOTH, P2, "municipality"), [], [])


def test_both_stands_only_where_the_twins_are_comparable() -> None:
    apart = an_indicator(comparable="not_comparable")
    assert [row.both is None for row in rows(BOTH, apart, P7)] == [True, False]


def test_an_organisation_that_has_not_published_has_an_empty_row() -> None:
    row = rows(BOTH.filter(organisation="region"))[0]
    assert (row.municipality.state, row.region.state, row.alignment.movement) == ("none", "enough", "one_silent")


@pytest.mark.parametrize(("measure", "movement"), [("share_of_joint", None), ("share", "together")])
def test_shares_of_one_joint_amount_do_not_move_together_or_apart(measure: str, movement: str | None) -> None:
    assert rows(BOTH, an_indicator(measure=measure), P7)[0].alignment.movement == movement


def test_a_breakdown_shows_its_own_group() -> None:
    unit = cells([0.1, 0.2, 0.3], breakdown="unit", group="north", grain="year")
    row = rows(pl.concat([BOTH, unit]), breakdown="unit", group="north")[0]
    assert (row.region.series.values, row.region.series.grain) == ((0.1, 0.2, 0.3), "year")
