"""The catalogue: what is in it, what it refuses, and its fingerprint."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from metrics import catalogue_checks
from metrics.catalogue import by_id, catalogue, catalogue_hash
from metrics.caveats import CAVEATS
from metrics.indicator import PERSPECTIVES, Indicator
from metrics.problem import Text, UserProblem

OWN = """
from dataclasses import replace
from metrics.catalogue import by_id
INDICATOR = replace(by_id("P2"), id="X1"{changes})
"""


def own(folder: Path, name: str = "X1", changes: str = "") -> Path:
    """A committee's folder with one indicator of its own, made from P2."""
    (folder / f"{name}.py").write_text(OWN.format(changes=changes), encoding="utf-8")
    return folder


def test_indicators_come_in_scorecard_order() -> None:
    order = [(PERSPECTIVES.index(one.perspective), one.id[0], int(one.id[1:])) for one in catalogue()]
    assert order == sorted(order)


def test_about_twelve_stand_on_the_first_page() -> None:
    first_page = {"U1", "U2", "U3", "P1", "P2", "P3", "P10", "R1", "R2", "L3", "G1", "G3"}
    assert {one.id for one in catalogue() if one.headline} == first_page & {one.id for one in catalogue()}


def test_an_unknown_indicator_is_answered_with_those_that_exist() -> None:
    with pytest.raises(UserProblem) as problem:
        by_id("P99")
    assert problem.value.code == "indicator_unknown"
    assert "P10" in problem.value.text.sv


def test_every_caveat_in_use_and_every_text_is_listed() -> None:
    assert {caveat for one in catalogue() for caveat in one.caveats} == set(CAVEATS)


@pytest.mark.parametrize("indicator", catalogue(), ids=lambda one: one.id)
def test_the_swedish_is_not_the_english(indicator: Indicator) -> None:
    texts = [text for _, text in catalogue_checks._texts(indicator)]
    assert [text for text in texts if text.sv == text.en] == []


# --- a committee's own indicators ------------------------------------------------------------------------------


def test_a_committees_own_indicator_loads_beside_the_products(tmp_path: Path) -> None:
    ids = [one.id for one in catalogue(own(tmp_path))]
    assert ids.index("X1") == ids.index("R1") - 1


def test_a_file_that_is_not_an_indicator_is_named(tmp_path: Path) -> None:
    (tmp_path / "X1.py").write_text("INDICATOR = 'soon'", encoding="utf-8")
    with pytest.raises(UserProblem) as problem:
        catalogue(tmp_path)
    assert problem.value.code == "indicator_unreadable"
    assert "X1.py" in problem.value.text.sv


def test_a_misspelt_field_cannot_load(tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match="indicator_unreadable"):
        catalogue(own(tmp_path, changes=", directon='increase'"))


def test_a_file_must_be_named_by_its_indicator(tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match="indicator_unreadable"):
        catalogue(own(tmp_path, name="X2"))


def test_everything_wrong_is_reported_at_once(tmp_path: Path) -> None:
    with pytest.raises(UserProblem) as problem:
        catalogue(own(tmp_path, changes=", partner='P99', bounds=(0, 1)"))
    assert problem.value.code == "catalogue_invalid"
    assert problem.value.text.sv.count("\n- X1: ") == 2


# --- checks ----------------------------------------------------------------------------------------------------

NOTHING = Text(sv="", en="")
FAULTS: dict[str, tuple[str, dict[str, Any]]] = {
    "ids_are_short": ("P2", {"id": "p-2"}),
    "texts_are_filled": ("P2", {"why": Text(sv="Därför", en=" ")}),
    "twins_are_present": ("P2", {"twins": {"region": by_id("P2").twins["region"]}}),
    "unlike_twins_say_how": (
        "P1", {"twins": {side: replace(twin, difference=None) for side, twin in by_id("P1").twins.items()}},
    ),
    "partners_exist": ("P2", {"partner": "P2"}),
    "costs_lead_to_quality": ("R4", {"partner": "R2"}),
    "means_are_bounded": ("U1", {"bounds": (10, 0)}),
    "totals_are_published": ("P2", {"breakdowns": {"unit": "year"}}),
    "money_is_ledger": ("P2", {"disclosure": "ledger"}),
    "money_has_no_target_group": ("R1", {"breakdowns": {"all": "quarter", "target_group": "quarter"}}),
    "caveats_are_listed": ("P2", {"caveats": ("misspelt",)}),
}  # fmt: skip


@pytest.mark.parametrize("check", FAULTS)
def test_a_check_finds_its_fault(check: str) -> None:
    indicator_id, changes = FAULTS[check]
    mended = catalogue()
    broken = tuple(replace(one, **changes) if one.id == indicator_id else one for one in mended)
    run = getattr(catalogue_checks, check)
    assert (len(list(run(mended))), len(list(run(broken)))) == (0, 1)


def test_two_indicators_cannot_share_an_id() -> None:
    [found] = catalogue_checks.ids_are_unique((by_id("P2"), by_id("P2")))
    assert found.en.startswith("P2 exists 2 times")


def test_every_check_is_tested_and_run() -> None:
    assert {check.__name__ for check in catalogue_checks.CHECKS} == {*FAULTS, "ids_are_unique"}


# --- the fingerprint -------------------------------------------------------------------------------------------


def test_the_hash_is_the_same_each_time() -> None:
    assert catalogue_hash() == catalogue_hash()


@pytest.mark.parametrize(
    "changes",
    ["", ", version=2", ", decimals=1", ", breakdowns={'all': 'year'}", ", name=replace(by_id('P2').name, sv='Annat')"],
)
def test_the_hash_tells_every_change(tmp_path: Path, changes: str) -> None:
    plain, changed = tmp_path / "plain", tmp_path / "changed"
    plain.mkdir()
    changed.mkdir()
    hashes = {catalogue_hash(), catalogue_hash(own(plain)), catalogue_hash(own(changed, changes=changes))}
    assert len(hashes) == (3 if changes else 2)


def test_the_hash_tells_another_way_of_counting(tmp_path: Path) -> None:
    plain, changed = tmp_path / "plain", tmp_path / "changed"
    plain.mkdir()
    changed.mkdir()
    own(changed).joinpath("X1.py").write_text(
        OWN.format(changes="") + "\ncounted = lambda tables: tables['sip_plans']\n", encoding="utf-8"
    )
    assert catalogue_hash(own(plain)) != catalogue_hash(changed)


def test_line_endings_do_not_change_the_hash(tmp_path: Path) -> None:
    plain, windows = tmp_path / "plain", tmp_path / "windows"
    plain.mkdir()
    windows.mkdir()
    own(windows)
    file = windows / "X1.py"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert catalogue_hash(own(plain)) == catalogue_hash(windows)
