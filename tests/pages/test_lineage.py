"""From a figure on the screen back to what it rests on, and published figures beside a measure."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.joint import a_delivery, a_joint_zone
from tests.pages.reading import Open, html_of, row_of, words_of

SCB = {
    "key": "TAB4242:2",
    "by": "Statistics Sweden (SCB), OE0107, table TAB4242",
    "licence": "CC0",
    "group": "Riket",
    "period": "2024",
    "status": "ok",
    "value": 33710.0,
    "unit": "million_SEK",
}
ASSISTANCE = SCB | {
    "key": "N31001",
    "by": "Kolada",
    "status": "refused",
    "group": "",
    "period": "",
    "value": None,
    "unit": "",
}


def published(**changes: Any) -> dict[str, Any]:
    return SCB | changes


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release with deliveries of two sources and two periods, and one published figure on each side."""
    deliveries = [
        a_delivery(source="sip_plans", period="2024-2025", version=3, profile="a1b2c3"),
        a_delivery(source="sip_plans", period="2016-2023"),
        a_delivery(source="costs", period="2016-2025"),
    ]
    return a_joint_zone(
        tmp_path_factory.mktemp("joint"),
        deliveries={"region": deliveries},
        overrides={("P2", "municipality"): ("suppressed",)},
        comparators={"region": [SCB], "municipality": [ASSISTANCE]},
    )


# --- from a figure back -----------------------------------------------------------------------------------------


def test_a_figure_of_the_table_leads_to_the_bundle_and_deliveries_it_rests_on(joint: Path, open_page: Open) -> None:
    table = html_of(open_page(joint, "indicator", id="P2"))
    traced = re.search(r'href="(/data\?id=P2\.region\.2025-10-01[^"]*)"', table)
    assert traced, "no figure of the table leads anywhere"
    words = words_of(html_of(open_page(joint, "data", id="P2.region.2025-10-01")))
    for part in (
        "SIP uppföljd i tid, Region, 2025 kv 4: 64 %",
        "Definition P2, version 1",
        "Paketets SHA-256 " + "3f" * 32,
    ):
        assert part in words
    found = words.partition("Leveranser som siffran vilar på")[2].partition("Tillbaka till måttet")[0]
    assert "Samordnade planer (SIP) 2024-2025 3 12 januari 2026 a1b2c3" in found
    assert "2016-2023" not in found
    assert "Kostnader" not in found


def test_the_scorecards_figures_lead_there_too_in_the_same_cut(joint: Path, open_page: Open) -> None:
    row = unescape(row_of(html_of(open_page(joint, "scorecard", unit="dagcentrum")), "P2"))
    [address] = re.findall(r'class="traced" href="([^"]*region[^"]*)"', row)
    assert "unit=dagcentrum" in address
    item = re.search(r"id=([^&]*)", address)
    assert item
    words = words_of(html_of(open_page(joint, "data", id=item[1], unit="dagcentrum")))
    assert "SIP uppföljd i tid, Dagcentrum, Region" in words


def test_a_protected_figure_is_followed_without_being_shown(joint: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(joint, "data", id="P2.municipality.2025-10-01", lang="en")))
    assert "2025 Q4: protected, too few people to be shown" in words


@pytest.mark.parametrize("item", ["P2.region.1999-01-01", "<b>"])
def test_a_figure_that_is_not_there_is_said(joint: Path, open_page: Open, item: str) -> None:
    assert "Siffran i adressen finns inte i denna frisläppning." in words_of(html_of(open_page(joint, "data", id=item)))


# --- the data page ----------------------------------------------------------------------------------------------


def test_refusals_are_added_up_by_rule_and_overrides_named_where_the_manifest_has_them(
    tmp_path: Path, open_page: Open
) -> None:
    reason = {"code": "x", "rows": 20, "text": {"sv": "Okänd enhet", "en": "Unknown unit"}}
    few = reason | {"rows": "<10"}
    let = a_delivery(
        refused=20, reasons=[reason], overrides=[{"code": "rows_changed", "reason": "Två enheter slogs ihop"}]
    )
    joint = a_joint_zone(
        tmp_path,
        deliveries={
            "region": [let, a_delivery(refused=20, reasons=[reason])],
            "municipality": [a_delivery(reasons=[few])],
        },
    )
    words = words_of(html_of(open_page(joint, "data")))
    assert "Okänd enhet 40" in words
    assert "Okänd enhet <10" in words
    assert "rows_changed: Två enheter slogs ihop" in words


def test_the_next_release_is_held_against_the_plan(joint: Path, open_page: Open) -> None:
    assert "15 maj 2026" in words_of(html_of(open_page(joint, "data")))


def test_a_steward_is_told_the_command_and_no_page_leads_into_a_zone(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "data"))
    assert "samsyn zone --organisation municipality" in html
    assert re.findall(r'href="[^"]*(?:8502|/zone)', html) == []


def test_published_figures_are_listed_with_publisher_and_licence(joint: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(joint, "data", lang="en")))
    assert "Regions' net cost, specialised psychiatric care The whole country 2024 SEK 33,710 million R1, R2" in words
    assert "Statistics Sweden (SCB), OE0107, table TAB4242. CC0" in words


# --- beside a measure -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("measure", ["R1", "R2"])
def test_a_published_figure_stands_beside_with_what_differs_and_is_marked_real(
    joint: Path, open_page: Open, measure: str
) -> None:
    words = words_of(html_of(open_page(joint, "indicator", id=measure)))
    for part in (
        "Verkliga uppgifter",
        "Riket 2024 33 710 mkr",
        "Det nationella talet räknar årets nettokostnad med läkemedel",
        "Vårt mått tar bara de gemensamma enheternas bokförda kostnad",
        "Källa: Statistics Sweden (SCB), OE0107, table TAB4242. Licens: CC0.",
    ):
        assert part in words


def test_a_key_figure_that_may_not_be_compared_is_refused_with_the_reason(joint: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(joint, "indicator", id="R1", lang="en")))
    assert "N31001 (Kolada) is not compared. Cost of economic assistance per inhabitant: income support" in words


def test_what_may_be_compared_and_was_not_brought_is_named(joint: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(joint, "indicator", id="P10")))
    assert "Får läsas bredvid, men inga värden är lämnade: Personligt ombud erbjuds (U28500)." in words


def test_a_figure_its_publisher_hides_is_not_shown_as_missing(tmp_path: Path, open_page: Open) -> None:
    joint = a_joint_zone(tmp_path, comparators={"region": [published(status="suppressed", value=None)]})
    assert "Riket 2024 dolt av utgivaren" in words_of(html_of(open_page(joint, "indicator", id="R1")))
