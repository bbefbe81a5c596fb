"""Survey results by question and unit: what a result may be, and that a hidden one stays hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines import vault
from pipelines.load import load
from pipelines.sources.surveys import SOURCE
from tests.intake import ENOUGH, a_file, a_profile, a_zone, codes

COLUMNS = "\n".join(f'{name} = "{name}"' for name in SOURCE.columns if name != "status")
BY_ITS_CELLS = f'[columns]\n{COLUMNS}\n[ignore]\ncolumns = ["status"]'


def test_results_come_in_with_how_many_answered(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    assert load(zone, "region", a_file(zone, "surveys")).accepted == ENOUGH
    row = vault.rows(zone.vault("region"), "surveys").drop("delivery_id").row(0, named=True)
    assert row == {
        "instrument": "Brukarundersökning",
        "item": "fråga 0",
        "unit": "norra_mottagningen",
        "period": "2024",
        "value": 4.1,
        "respondents": 40,
        "invited": 100,
        "status": "ok",
    }


@pytest.mark.parametrize(("cell", "status"), [("*", "suppressed"), ("-", "missing"), ("4,1", "ok")])
def test_a_hidden_result_keeps_its_reason(tmp_path: Path, cell: str, status: str) -> None:
    zone = a_zone(tmp_path, surveys=a_profile("surveys", BY_ITS_CELLS))
    load(zone, "region", a_file(zone, "surveys", {"value": cell}))
    assert vault.rows(zone.vault("region"), "surveys")["status"][0] == status


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"respondents": "101"}, "more_answers_than_asked"),
        ({"respondents": "0"}, "result_of_nobody"),
        ({"respondents": "", "invited": ""}, ""),
        ({"respondents": "0", "value": "", "status": "missing"}, ""),
        ({"period": "vt 2024"}, "period_unclear"),
    ],
)
def test_a_result_rests_on_answers(tmp_path: Path, changes: dict[str, str], code: str) -> None:
    zone = a_zone(tmp_path)
    assert codes(load(zone, "region", a_file(zone, "surveys", changes))) == [code][: bool(code)]


def test_a_question_has_one_result_per_unit_and_period(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    same = {"item": "F1"}
    report = load(zone, "region", a_file(zone, "surveys", same, same, same | {"unit": "dagcentrum"}))
    assert [(reason.code, reason.places) for reason in report.reasons] == [("duplicate", (3,))]


def test_nothing_in_it_is_about_a_person() -> None:
    assert [name for name in SOURCE.columns if SOURCE.about(name).personal] == []
