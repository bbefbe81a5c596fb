"""The scorecard: both sides of every measure, five perspectives, filters in the address."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dashboard.components.scorecard_sheet import scorecard_sheet
from dashboard.components.scorecard_table import scorecard_table
from dashboard.view import View
from governance.entries import Decision, Target
from governance.register import open_register
from metrics import scorecard
from metrics.indicator import PERSPECTIVES
from metrics.problem import Text
from tests.builders import an_indicator, cells
from tests.joint import a_joint_zone, without_a_unit
from tests.pages.reading import Open, cell_of, html_of, row_of, words_of

RISEN = (0.9,) * 8
FALLEN = (0.3,) * 8
SAID = Text(sv="Ett senare beslut", en="A later decision")


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One release in which P2 rises in the region, P10 falls in the municipality and P7 is hidden in the region."""
    return a_joint_zone(
        tmp_path_factory.mktemp("joint"),
        overrides={
            ("P2", "region"): RISEN,
            ("P10", "municipality"): FALLEN,
            ("P7", "region"): ("suppressed",),
            ("P1", "region"): ("structural_zero",),
            ("U5", "region"): ("no_data",),
            ("P1", "municipality"): (0.0,),
        },
    )


def test_every_perspective_stands_with_its_measures(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "scorecard"))
    assert html.count('<th scope="rowgroup"') == len(PERSPECTIVES)
    assert "Inga mått ännu" not in html


def test_a_perspective_without_measures_stands_and_says_so() -> None:
    html = scorecard_table((), View(page="scorecard"), "", frozenset())
    assert html.count('<th scope="rowgroup"') == html.count("Inga mått ännu i denna utgåva.") == len(PERSPECTIVES)


@pytest.mark.parametrize(
    ("measure", "side", "letter", "word"),
    [("P2", "region", "F", "förbättring"), ("P10", "municipality", "O", "oroande")],
)
def test_a_signal_has_a_shape_a_letter_and_a_word(
    joint: Path, open_page: Open, measure: str, side: str, letter: str, word: str
) -> None:
    cell = cell_of(row_of(html_of(open_page(joint, "scorecard")), measure), f"value {side}")
    assert '<i class="shape ' in cell
    assert f">{letter}</b>" in cell
    assert f'<span class="vh">{word}</span>' in cell


def test_the_mark_carries_the_sentence_of_the_signal(joint: Path, open_page: Open) -> None:
    cell = cell_of(row_of(html_of(open_page(joint, "scorecard")), "P2"), "value region")
    assert "Har legat över sitt medelvärde i åtta kvartal i rad" in cell


@pytest.mark.parametrize(
    ("measure", "side", "kind", "shown"),
    [
        ("P7", "region", "nothing suppressed", "skyddad"),
        ("P1", "region", "nothing none", "–"),
        ("U5", "region", "nothing missing", "saknas"),
    ],
)
def test_three_kinds_of_nothing_look_different(
    joint: Path, open_page: Open, measure: str, side: str, kind: str, shown: str
) -> None:
    cell = cell_of(row_of(html_of(open_page(joint, "scorecard")), measure), f"value {side}")
    assert f'class="explain {kind}"' in cell
    assert words_of(cell).startswith(shown)


@pytest.mark.parametrize(
    ("language", "said"),
    [("sv", "skyddad för få personer för att visas"), ("en", "protected too few people to be shown")],
)
def test_the_legend_has_the_word_that_stands_for_a_hidden_value(
    joint: Path, open_page: Open, language: str, said: str
) -> None:
    words = words_of(html_of(open_page(joint, "scorecard", lang=language)))
    assert said in words
    assert "<5" not in words


def test_zero_is_a_value(joint: Path, open_page: Open) -> None:
    cell = cell_of(row_of(html_of(open_page(joint, "scorecard")), "P1"), "value municipality")
    assert "<data>0\u00a0%</data>" in cell


def test_the_target_stands_with_its_decision_and_each_side(joint: Path, open_page: Open) -> None:
    cell = words_of(cell_of(row_of(html_of(open_page(joint, "scorecard")), "P2"), "target"))
    assert cell.startswith("75 % B-2025-003")


def test_a_target_lost_by_a_concern_is_not_said_to_be_met_sometimes(tmp_path: Path, open_page: Open) -> None:
    fallen = a_joint_zone(tmp_path, overrides={("P2", "municipality"): (0.95, 0.7) * 4 + (0.7,) * 8})
    html = html_of(open_page(fallen, "scorecard"))
    assert "Kommun nås inte nu" in words_of(cell_of(row_of(html, "P2"), "target"))


def test_both_are_one_figure_only_where_they_may_be(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "scorecard"))
    assert words_of(cell_of(row_of(html, "P2"), "value both")) == "77 %"
    assert words_of(cell_of(row_of(html, "R1"), "value both")) == "– (läggs inte ihop)"


@pytest.mark.parametrize(("measure", "shown"), [("P2", "samma går isär"), ("R2", "jämförbar")])
def test_sides_are_said_to_move_only_where_they_are_not_parts_of_one_sum(
    joint: Path, open_page: Open, measure: str, shown: str
) -> None:
    assert words_of(cell_of(row_of(html_of(open_page(joint, "scorecard")), measure), "same")) == shown


def test_a_measure_links_to_its_page_with_language_and_filters(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "scorecard", lang="en", unit="dagcentrum"))
    assert '<a href="/indicator?id=P2&amp;unit=dagcentrum&amp;lang=en">SIP followed up in time</a>' in html


def test_a_filter_in_the_address_is_a_badge_on_the_page(joint: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(joint, "scorecard", unit="dagcentrum", until="2025-Q2")))
    assert "Enhet Dagcentrum" in words
    assert "Period 2025 kv 2" in words


def test_a_measure_that_is_not_reported_for_the_selection_is_not_missing(joint: Path, open_page: Open) -> None:
    row = row_of(html_of(open_page(joint, "scorecard", group="psychosis")), "R1")
    assert "redovisas inte med denna indelning" in row
    assert words_of(cell_of(row, "value region")).startswith("–")


def test_a_hidden_side_does_not_show_the_target_of_its_last_figure_as_in_force(tmp_path: Path, open_page: Open) -> None:
    hidden: tuple[float | str, ...] = ("suppressed",) * 5
    html = html_of(open_page(a_joint_zone(tmp_path, overrides={("P2", "region"): hidden}), "scorecard"))
    assert words_of(cell_of(row_of(html, "P2"), "target")) == "75 % B-2025-003 Kommun nås ibland"


@pytest.mark.parametrize(
    ("language", "said"),
    [("sv", "För få personer: räknas in i Övriga."), ("en", "Too few people: counted under Other.")],
)
@pytest.mark.parametrize("side", ["value municipality", "value both"])
def test_a_unit_too_small_for_figures_of_its_own_is_not_said_to_be_missing(
    tmp_path: Path, open_page: Open, language: str, said: str, side: str
) -> None:
    joint = without_a_unit(a_joint_zone(tmp_path), "P2", "municipality", "dagcentrum")
    html = html_of(open_page(joint, "scorecard", unit="dagcentrum", lang=language))
    assert words_of(cell_of(row_of(html, "P2"), side)) == said
    assert "merged" in cell_of(row_of(html, "P2"), side), "the sentence is let to break over lines"


def test_the_file_to_take_away_says_where_a_small_unit_is_counted() -> None:
    of_one_side = cells([0.5], breakdown="unit", group="dagcentrum", grain="year")
    rows = scorecard.build((an_indicator(partner="P2"),), of_one_side, (), (), "unit", "dagcentrum")
    [line] = scorecard_sheet(rows, "sv", frozenset({("P2", "municipality")})).rows
    assert "För få personer: räknas in i Övriga." in line
    assert "saknas" not in line


def test_a_unit_of_an_organisation_that_has_not_released_is_missing_not_small(tmp_path: Path, open_page: Open) -> None:
    joint = a_joint_zone(tmp_path, organisations=("region",))
    row = row_of(html_of(open_page(joint, "scorecard", unit="dagcentrum")), "P2")
    assert words_of(cell_of(row, "value municipality")) == "saknas (ingen uppgift har lämnats)"


def test_an_earlier_period_shows_the_scorecard_as_it_stood(joint: Path, open_page: Open) -> None:
    row = words_of(row_of(html_of(open_page(joint, "scorecard", until="2024-Q4")), "P2"))
    assert "2024 kv 4" in row
    assert "2025" not in row


@pytest.mark.parametrize(("until", "target"), [("2024-Q4", "inget mål beslutat"), ("2025-Q1", "75 % B-2025-003")])
def test_a_target_is_not_held_against_figures_from_before_it_was_decided(
    tmp_path: Path, open_page: Open, until: str, target: str
) -> None:
    joint = a_joint_zone(tmp_path)
    register = open_register(joint / "register.sqlite")
    later = Decision(id="B-2026-001", decided_on=date(2026, 1, 20), title=SAID, text=SAID, reason=SAID)
    register.add_decision(later)
    backdated = Target(
        indicator_id="P1", organisation="region", value=0.5, from_on=date(2020, 1, 1), decision_id="B-2026-001"
    )
    register.add_target(backdated)
    html = html_of(open_page(joint, "scorecard", until=until))
    assert words_of(cell_of(row_of(html, "P2"), "target")).startswith(target)
    assert words_of(cell_of(row_of(html, "P1"), "target")) == "inget mål beslutat"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("unit", "moon", "Enheten i adressen finns inte i denna utgåva."),
        ("unit", "<script>alert(1)</script>", "Enheten i adressen finns inte i denna utgåva."),
        ("group", "moon", "Målgruppen i adressen kan inte visas."),
        ("until", "2031-Q1", "Perioden i adressen finns inte bland de publicerade."),
        ("until", "DROP TABLE", "Perioden i adressen finns inte bland de publicerade."),
    ],
)
def test_an_unknown_filter_is_named_and_never_echoed(
    joint: Path, open_page: Open, name: str, value: str, said: str
) -> None:
    html = html_of(open_page(joint, "scorecard", **{name: value}))
    assert said in html
    assert value not in html


def test_a_missing_organisation_is_said_and_its_side_says_missing(tmp_path: Path, open_page: Open) -> None:
    html = html_of(open_page(a_joint_zone(tmp_path, organisations=["region"]), "scorecard"))
    assert "Inväntar kommunen" in html
    assert "saknas" in words_of(cell_of(row_of(html, "P2"), "value municipality"))


def test_without_a_register_the_page_says_why_there_are_no_targets(tmp_path: Path, open_page: Open) -> None:
    html = html_of(open_page(a_joint_zone(tmp_path, register=False), "scorecard"))
    assert "Registret över beslut saknas." in html
    assert words_of(cell_of(row_of(html, "P2"), "target")) == "register saknas"


def test_synthetic_figures_are_labelled(joint: Path, open_page: Open) -> None:
    assert "Syntetiska data" in html_of(open_page(joint, "scorecard"))


def test_real_figures_are_not_labelled_synthetic(tmp_path: Path, open_page: Open) -> None:
    html = html_of(open_page(a_joint_zone(tmp_path, committee={"synthetic": False}), "scorecard"))
    assert "Syntetiska" not in html


def test_a_new_release_shows_at_the_next_look(tmp_path: Path, open_page: Open) -> None:
    a_joint_zone(tmp_path, overrides={("P2", "region"): (0.5,)})
    app = open_page(tmp_path, "scorecard")
    assert "50\u00a0%" in cell_of(row_of(html_of(app), "P2"), "value region")
    a_joint_zone(tmp_path, overrides={("P2", "region"): (0.8,)}, register=False, release_id="2025-Q4-2")
    assert "80\u00a0%" in cell_of(row_of(html_of(app.run()), "P2"), "value region")
