"""Units beside each other: a funnel where chance is known, else a line per unit; always in the committee's order."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from dashboard.components import funnel_chart
from dashboard.components.funnel_chart import Units
from dashboard.theme import PALETTE
from metrics.indicator import Organisation
from tests.builders import an_indicator, both_languages, cells

NAMES = {name: both_languages(name.title()) for name in ("zeta", "alfa", "mitt")}
ORGANISATIONS: dict[Organisation, Any] = {
    "region": both_languages("Regionen"),
    "municipality": both_languages("Kommunen"),
}


def units(figures: dict[tuple[Organisation, str], float | str], **indicator: Any) -> Units:
    """The units of one year."""
    one = an_indicator(breakdowns={"all": "quarter", "unit": "year"}, **indicator)
    drawn = [
        cells([value], organisation=organisation, breakdown="unit", group=unit, grain="year", n=200)
        for (organisation, unit), value in figures.items()
    ]
    found = funnel_chart.units(pl.concat(drawn), one, NAMES, ORGANISATIONS)
    assert found is not None
    return found


EVEN: dict[tuple[Organisation, str], float | str] = {
    ("region", "alfa"): 0.60,
    ("region", "zeta"): 0.62,
    ("region", "mitt"): 0.61,
    ("municipality", "alfa"): 0.70,
}
APART = EVEN | {("region", "mitt"): 0.50}
"""One unit so far below that chance does not take a unit of its size there; the others stay within."""


@pytest.mark.parametrize(("low", "high"), [("alfa", "zeta"), ("zeta", "alfa")])
def test_the_table_keeps_the_committees_order_whatever_the_values(low: str, high: str) -> None:
    table = funnel_chart.table(units({("region", low): 0.2, ("region", high): 0.8}), "sv")
    assert table.index("Zeta") < table.index("Alfa")


def test_each_organisation_has_its_own_middle() -> None:
    spec = funnel_chart.spec(units(EVEN), "sv", "light")
    middles = [
        {
            round(row["centre"], 2)
            for layer in panel["layer"]
            for row in spec["datasets"][layer["data"]["name"]]
            if "centre" in row
        }
        for panel in spec["vconcat"]
    ]
    assert middles == [{0.61}, {0.7}]


def test_a_unit_outside_its_funnel_is_hollow_and_named_and_the_others_are_not() -> None:
    spec = funnel_chart.spec(units(APART), "sv", "light")
    rows = [
        row
        for layer in spec["vconcat"][0]["layer"]
        for row in spec["datasets"][layer["data"]["name"]]
        if "outside" in row
    ]
    assert {(row["name"], row["outside"]) for row in rows} == {("Mitt", True), ("", False)}
    [fill] = {
        layer["encoding"]["fill"]["condition"]["value"]
        for layer in spec["vconcat"][0]["layer"]
        if "fill" in layer["encoding"]
    }
    assert fill == PALETTE["light"]["paper"]


def test_units_outside_are_asked_about_never_blamed() -> None:
    assert funnel_chart.found(units(APART), "sv") == "Utanför gränserna: Mitt (regionen)"
    text = funnel_chart.words_of(units(APART), "sv")
    assert "fråga först vad som skiljer den" in text
    assert "ingen rangordning" in text


def test_a_protected_unit_is_said_in_words() -> None:
    text = funnel_chart.words_of(units(EVEN | {("municipality", "zeta"): "suppressed"}), "sv")
    assert "Visas inte, eftersom de bygger på för få personer: Zeta (kommunen)." in text


def test_a_mean_has_no_funnel_and_says_why() -> None:
    found = units(EVEN, measure="mean", unit="per_person", bounds=(0, 10))
    assert found.funnel is None
    assert "finns ingen tratt" in funnel_chart.words_of(found, "sv")


def test_units_of_a_mean_stand_in_the_committees_order_on_the_axis() -> None:
    spec = funnel_chart.spec(units(EVEN, measure="mean", unit="per_person", bounds=(0, 10)), "sv", "light")
    assert spec["layer"][0]["encoding"]["y"]["sort"] == ["Zeta", "Alfa", "Mitt"]


def test_small_units_put_together_come_last() -> None:
    assert units({("region", "other"): 0.5, ("region", "mitt"): 0.5}).order == ("mitt", "other")


def test_without_units_there_is_nothing_to_show() -> None:
    assert funnel_chart.units(cells([0.5]), an_indicator(), NAMES, ORGANISATIONS) is None


def test_a_units_share_of_the_joint_cost_is_divided_though_no_cell_holds_it() -> None:
    shown = units_of_a_joint_cost({("region", "alfa"): 300.0, ("municipality", "alfa"): 100.0})
    row = funnel_chart.table(shown, "sv")
    assert "75,0\u00a0%" in row
    assert "25,0\u00a0%" in row
    assert "saknas" not in row


def test_kronor_are_never_written_as_a_number_of_persons() -> None:
    shown = units_of_a_joint_cost({("region", "alfa"): 300.0, ("municipality", "alfa"): 100.0})
    assert {figure.n for figure in shown.figures.values()} == {None}


def test_a_unit_whose_cost_only_one_side_has_booked_has_no_share() -> None:
    shown = units_of_a_joint_cost({("region", "alfa"): 300.0})
    assert [figure.flag for figure in shown.figures.values()] == ["no_data"]


def units_of_a_joint_cost(amounts: dict[tuple[Organisation, str], float]) -> Units:
    """Each side's own amount as a release holds it: a numerator without a value."""
    drawn = [
        cells([1.0], organisation=organisation, breakdown="unit", group=unit, grain="year", n=amount)
        for (organisation, unit), amount in amounts.items()
    ]
    published = pl.concat(drawn).with_columns(value=pl.lit(None, pl.Float64), denominator=pl.lit(None, pl.Float64))
    one = an_indicator(breakdowns={"all": "quarter", "unit": "year"}, measure="share_of_joint", decimals=1)
    found = funnel_chart.units(published, one, NAMES, ORGANISATIONS)
    assert found is not None
    return found
