"""Training by staff member: a member of staff is somebody too, and is never named in a message."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipelines import vault
from pipelines.load import load
from pipelines.sources.staff_development import SOURCE
from tests.intake import ENOUGH, a_file, a_zone, codes


def test_training_comes_in(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    assert load(zone, "region", a_file(zone, "staff_development")).accepted == ENOUGH
    assert vault.rows(zone.vault("region"), "staff_development").drop("delivery_id").row(0, named=True) == {
        "staff": "r0000000abc",
        "unit": "norra_mottagningen",
        "training": "Samordning",
        "joint": True,
        "on": date(2024, 1, 1),
        "hours": 7.5,
        "compulsory": None,
    }


def test_a_name_for_a_pseudonym_refuses_the_file_and_is_not_repeated(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    report = load(zone, "region", a_file(zone, "staff_development", {"staff": "Kim Andersson"}))
    assert (report.file_refused, codes(report)[0]) == (True, "person_pattern")
    assert "Andersson" not in "".join(reason.text.sv + reason.text.en for reason in report.reasons)


def test_the_same_training_on_another_day_is_another(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    same = {"staff": "r00000000aa", "on": "2024-05-06"}
    report = load(zone, "region", a_file(zone, "staff_development", same, same, same | {"on": "2024-05-07"}))
    assert [(reason.code, reason.places) for reason in report.reasons] == [("duplicate", (3,))]


def test_whatever_is_about_the_member_of_staff_is_personal() -> None:
    assert {name for name in SOURCE.columns if not SOURCE.about(name).personal} == {"unit", "training"}
