"""A workspace: what it consists of, what its settings may be, and who may use its key."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import dedent

import pytest

from metrics.indicator import ORGANISATIONS
from metrics.problem import UserProblem
from pipelines import committee, retention, workspace
from tests.zones import SETTINGS, a_template, a_workspace


def problem_of(folder: Path, settings: str) -> UserProblem:
    with pytest.raises(UserProblem) as caught:
        a_workspace(folder, settings)
    return caught.value


def test_a_new_workspace_has_a_folder_for_each_step_of_each_zone(tmp_path: Path) -> None:
    made = a_workspace(tmp_path)
    for organisation in ORGANISATIONS:
        assert made.inbox(organisation).is_dir()
        assert made.outbox(organisation).is_dir()
        assert made.quarantine(organisation).is_dir()
        assert made.vault(organisation).parent.is_dir()


def test_settings_are_read_as_they_are_written(tmp_path: Path) -> None:
    made = a_workspace(tmp_path)
    assert (made.name.sv, made.inhabitants, made.data_to) == ("Provgruppen", 1000, date(2025, 12, 31))
    assert [unit.opened_on for unit in made.units] == [None, date(2025, 3, 1)]
    assert made.organisations["municipality"].sv == "Kommunen"


def test_one_organisation_may_leave_a_unit_that_the_other_stays_in(tmp_path: Path) -> None:
    left = SETTINGS.replace('kind = "co_located"', 'kind = "co_located"\nleft_on = { region = 2024-06-30 }')
    made = a_workspace(tmp_path, left)
    assert [made.units[0].last_day(each) for each in ORGANISATIONS] == [date(2024, 6, 30), None]
    assert made.block()["units"][0]["left_on"] == {"region": "2024-06-30"}


def test_a_made_up_example_stands_at_its_own_day(tmp_path: Path) -> None:
    made = a_workspace(tmp_path, SETTINGS.replace("synthetic = true", "synthetic = true\ntoday = 2026-01-27"))
    assert made.now().date() == date(2026, 1, 27)
    assert made.block()["today"] == "2026-01-27"


def test_a_real_committee_goes_by_the_real_clock(tmp_path: Path) -> None:
    made = a_workspace(tmp_path, SETTINGS.replace("synthetic = true", "synthetic = false"))
    before = datetime.now(UTC)
    assert before <= made.now() <= datetime.now(UTC)


def test_a_committee_made_from_the_example_takes_neither_its_day_nor_its_label(tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "sample_data" / "workspace"
    made = workspace.create(tmp_path / "own", example, own_until=date(2030, 12, 31))
    assert (made.today, made.synthetic, made.data_to) == (None, False, date(2030, 12, 31))
    assert "2026-01-27" not in (made.path / "samsyn.toml").read_text(encoding="utf-8")


def test_opening_gives_what_was_created(tmp_path: Path) -> None:
    made = a_workspace(tmp_path)
    assert workspace.open_workspace(made.path) == made


def test_a_zone_is_closed_to_other_users_of_the_computer(tmp_path: Path) -> None:
    made = a_workspace(tmp_path)
    assert made.inbox("region").stat().st_mode & 0o077 == 0


def test_each_zone_gets_a_key_of_its_own_that_only_its_owner_reads(tmp_path: Path) -> None:
    made = a_workspace(tmp_path)
    region, municipality = (workspace.zone_key(made, organisation) for organisation in ORGANISATIONS)
    assert region != municipality
    assert len(region) == len(municipality) == 32
    assert made.key("region").stat().st_mode & 0o777 == 0o600


def test_a_key_that_exists_is_never_replaced(tmp_path: Path) -> None:
    made = a_workspace(tmp_path)
    key = workspace.zone_key(made, "region")
    (made.path / "samsyn.toml").unlink()
    assert workspace.zone_key(workspace.create(made.path, a_template(tmp_path)), "region") == key


def test_a_workspace_is_not_made_on_top_of_another(tmp_path: Path) -> None:
    a_workspace(tmp_path)
    with pytest.raises(UserProblem) as caught:
        a_workspace(tmp_path)
    assert caught.value.code == "workspace_exists"


def test_a_folder_without_settings_says_which_command_makes_them(tmp_path: Path) -> None:
    with pytest.raises(UserProblem) as caught:
        workspace.open_workspace(tmp_path)
    assert (caught.value.code, caught.value.exit_code) == ("workspace_missing", 2)
    assert "samsyn init" in caught.value.text.sv


@pytest.mark.parametrize(
    ("written", "instead", "named"),
    [
        ('id = "test"', "", "committee.id"),
        ('id = "test"', 'id = "Test 1"', "committee.id"),
        ("inhabitants = 1000", 'inhabitants = "1000"', "committee.inhabitants"),
        ("synthetic = true", "synthetic = 1", "committee.synthetic"),
        ("synthetic = true", "synthetic = false\ntoday = 2026-01-27", "committee.today"),
        ("data_to = 2025-12-31", "data_to = 2025-12-31T00:00:00", "committee.data_to"),
        ("data_to = 2025-12-31", "data_to = 2023-12-31", "committee.data_to"),
        ("[organisations.municipality]", "[organisations.region.council]", "organisations.municipality"),
        ('id = "dagcentrum"', 'id = "norra_mottagningen"', "units.id"),
        ('id = "dagcentrum"', 'id = "other"', "units[2].id"),
        ('sv = "Dagcentrum", en', "en", "units[2].name.sv"),
        ("opened_on = 2025-03-01", 'opened_on = "mars"', "units[2].opened_on"),
        ("opened_on = 2025-03-01", "left_on = { council = 2025-03-01 }", "units[2].left_on"),
        ("opened_on = 2025-03-01", 'left_on = { region = "mars" }', "units[2].left_on.region"),
        ("[[target_groups]]", "[target_groups]", "target_groups"),
        ("[committee]", '[register]\nurl = "mysql://db"\n[committee]', "register.url"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, written: str, instead: str, named: str) -> None:
    problem = problem_of(tmp_path, SETTINGS.replace(written, instead))
    assert problem.code == "settings_wrong"
    assert f" {named}," in problem.text.sv
    assert f" {named} " in problem.text.en


@pytest.mark.parametrize(
    ("written", "instead", "named", "meant"),
    [
        ("synthetic = true", "synthetic = true\nsyntetic = true", "committee.syntetic", "synthetic"),
        ("opened_on = 2025-03-01", "open_on = 2025-03-01", "units[2].open_on", "opened_on"),
        ("[committee]", "[retain]\nyears = 10\n[committee]", "retain", ""),
        ("[committee]", "[retension]\nyears = 10\n[committee]", "retension", "retention"),
        ("[organisations.municipality]", "[organisations.municipalty]", "organisations.municipalty", "municipality"),
        ("[committee]", '[contact]\naddres = "x"\n[committee]', "contact.addres", "address"),
        ("[[target_groups]]", "[[target_groups]]\nnames = 1", "target_groups[1].names", "name"),
    ],
)
def test_a_setting_that_does_not_exist_is_named_with_what_was_meant(
    tmp_path: Path, written: str, instead: str, named: str, meant: str
) -> None:
    problem = problem_of(tmp_path, SETTINGS.replace(written, instead))
    question = (f" Menade du {meant}?", f" Did you mean {meant}?") if meant else ("", "")
    assert problem.code == "settings_wrong"
    assert f" {named}.{question[0]} Där får stå: " in problem.text.sv
    assert f" {named}.{question[1]} These may stand there: " in problem.text.en


def test_the_documented_settings_are_read_and_no_setting_is_left_out(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "workspace.md").read_text(encoding="utf-8")
    example = dedent("".join(f"{line}\n" for line in page.splitlines() if line.startswith("    ") or not line))
    made = a_workspace(tmp_path, example)
    assert (made.id, made.units[0].last_day("region"), retention.years(made)) == ("example", date(2028, 6, 30), 10)
    every = [*committee.SECTIONS, *committee.COMMITTEE, *committee.UNIT]
    assert [key for key in every if f"`{key}`" not in page] == []


def test_the_register_is_a_file_in_the_joint_zone_unless_the_settings_name_a_server(tmp_path: Path) -> None:
    assert a_workspace(tmp_path / "one").register_place == tmp_path / "one/committee/joint/register.sqlite"
    on_server = a_workspace(tmp_path / "two", f'{SETTINGS}\n[register]\nurl = "postgresql+psycopg://db/c"\n')
    assert on_server.register_place == "postgresql+psycopg://db/c"
    assert "postgresql" not in str(on_server.block())


def test_settings_that_are_not_toml_are_said_to_be_so(tmp_path: Path) -> None:
    assert problem_of(tmp_path, "[committee\n").code == "settings_unreadable"


def test_a_missing_key_stops_everything_and_is_not_made_anew(tmp_path: Path) -> None:
    made = a_workspace(tmp_path)
    made.key("region").unlink()
    with pytest.raises(UserProblem) as caught:
        workspace.zone_key(made, "region")
    assert caught.value.code == "key_missing"
    assert not made.key("region").exists()


@pytest.mark.parametrize("spoiled", [b"", b"x" * 31, b"x" * 33])
def test_a_key_of_another_length_is_refused(tmp_path: Path, spoiled: bytes) -> None:
    made = a_workspace(tmp_path)
    made.key("region").write_bytes(spoiled)
    with pytest.raises(UserProblem) as caught:
        workspace.zone_key(made, "region")
    assert caught.value.code == "key_wrong"


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    made = a_workspace(tmp_path)
    made.key("region").chmod(0o640)
    with pytest.raises(UserProblem) as caught:
        workspace.zone_key(made, "region")
    assert caught.value.code == "key_wrong"


def test_the_name_of_a_key_tells_two_keys_apart_and_holds_neither() -> None:
    one, other = b"a" * 32, b"b" * 32
    assert workspace.key_id(one) != workspace.key_id(other)
    assert one.hex() not in workspace.key_id(one)


def test_two_at_once_is_one_and_a_problem_with_exit_code_75(tmp_path: Path) -> None:
    with workspace.alone(tmp_path / "lock"), pytest.raises(UserProblem) as caught, workspace.alone(tmp_path / "lock"):
        pass
    assert caught.value.exit_code == 75


def test_the_profiles_come_with_the_template(tmp_path: Path) -> None:
    template = a_template(tmp_path)
    (template / "sources" / "region.needs.toml").write_text('source = "needs"\n', encoding="utf-8")
    made = workspace.create(tmp_path / "other", template)
    assert [file.name for file in made.sources.iterdir()] == ["region.needs.toml"]
