"""Files the readers were not designed on go the way a data steward would take them: proposed, decided, loaded.

How they were made stands in `tests/foreign.py`. What a steward writes in the proposal is written here as he would.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner, Result

from dashboard.cli import app
from pipelines import vault
from pipelines.workspace import Workspace, create
from tests import foreign

SAMPLE = Path(__file__).parent.parent.parent / "sample_data" / "workspace"
CLI = CliRunner()

VISITS = "Utförda insatser jan-maj 2024.xlsx"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """What `samsyn init` makes: the example's profiles, and nothing loaded."""
    return create(tmp_path_factory.mktemp("foreign") / "ours", SAMPLE, own_until=date(2026, 12, 31))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("exports")
    foreign.visits_workbook(made / VISITS)
    (made / "bokslut2024.se").write_bytes(foreign.ledger())
    (made / "CAN_export.txt").write_bytes(foreign.can_export())
    (made / "kolada.json").write_bytes(foreign.key_figure())
    (made / "tab_boendestod.json").write_bytes(foreign.table())
    return made


def samsyn(workspace: Workspace, *words: str) -> Result:
    return CLI.invoke(
        app, [*words, "--path", str(workspace.path), "--organisation", "municipality", "--language", "en"]
    )


def profiled(workspace: Workspace, file: Path, name: str, *more: str, **written: str) -> str:
    """What was told of the proposal, once a steward has written in it what was left to decide, and confirmed it."""
    told = samsyn(workspace, "profile", str(file), "--save", *more)
    assert told.exit_code == 0, told.stderr
    path = workspace.sources / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    for code, meaning in written.items():
        assert f'# "{code}" = ""' in text, code
        text = text.replace(f'# "{code}" = ""', f'"{code}" = "{meaning}"')
    path.write_text(text, encoding="utf-8")
    return told.stderr


def write(workspace: Workspace, name: str, after: str, lines: str) -> None:
    """A steward's lines, put in the profile after a line or, with "", at its end."""
    path = workspace.sources / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert after in text, after
    path.write_text(text.replace(after, f"{after}\n{lines}", 1) if after else text + lines, encoding="utf-8")


def loaded(workspace: Workspace, file: Path, name: str) -> Result:
    confirmed = CLI.invoke(app, ["profile", str(file), "--confirm", name, "--path", str(workspace.path)])
    assert confirmed.exit_code == 0, confirmed.stderr
    return samsyn(workspace, "load", str(file))


def rows(workspace: Workspace, source: str) -> pl.DataFrame:
    return vault.rows(workspace.vault("municipality"), source)


def test_a_visit_list_with_titles_a_header_over_the_header_days_as_text_and_a_sum(
    workspace: Workspace, folder: Path
) -> None:
    name, file = "municipality.contacts.utforda_insatser_jan_maj", folder / VISITS
    codes = {"Videosamtal": "digital", "Gruppträff": "group", "Besök på enheten": "visit"}
    told = profiled(workspace, file, name, "--source", "contacts", **codes)
    assert "3 rows above the header, 241 rows" in told
    assert "BR" not in told  # whom a row is about is not shown
    columns = 'planned = "Planerad insats"\nattended = "Brukaren kom"\nto_on = "Avslutad"'
    write(workspace, name, "[columns]", columns)
    write(workspace, name, 'date_format = "%d/%m/%Y"', 'true_values = ["Ja"]\nfalse_values = ["Nej"]')
    write(workspace, name, "", '\n[ignore]\ncolumns = ["Anmärkning"]\n')
    assert loaded(workspace, file, name).exit_code == 0
    contacts = rows(workspace, "contacts")
    assert contacts.height == foreign.VISITS
    assert (contacts["from_on"].min(), contacts["from_on"].max()) == (date(2024, 1, 2), date(2024, 5, 29))
    assert contacts["attended"].null_count() == len(range(0, foreign.VISITS, 29))
    assert set(contacts["contact_type"]) == {"home_visit", "phone", "digital", "group", "visit"}


def test_a_ledger_with_two_dimensions_repeats_and_a_label_nobody_knows(workspace: Workspace, folder: Path) -> None:
    name, file = "municipality.costs.bokslut", folder / "bokslut2024.se"
    told = profiled(workspace, file, name, **{"4100": "norra_mottagningen"})
    assert "Must be there but were not found: activity; funding" in told
    assert "# Norra mottagningen, råd och stöd" in (workspace.sources / f"{name}.toml").read_text(encoding="utf-8")
    write(workspace, name, "", '\n[constants]\nactivity = "Socialpsykiatri"\nfunding = "base"\n')
    assert loaded(workspace, file, name).exit_code == 0
    costs = rows(workspace, "costs").group_by("unit").agg(pl.col("amount_sek", "budget_sek").sum())
    # Twelve months of 100 000.00 + 12 500.50, and of 75 000.00 + 13 466.00: nothing twice, and the bank nowhere.
    assert dict(costs.select("unit", "amount_sek").iter_rows()) == {
        "norra_mottagningen": 1_350_006.0,
        "boendestodet": 1_061_592.0,
    }
    assert costs["budget_sek"].sum() == 100_000.0


def test_a_ledger_a_krona_out_is_refused_with_the_vouchers_row(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "bokslut2025.se"
    file.write_bytes(foreign.ledger(balanced=False))
    lines = foreign.ledger(balanced=False).decode("cp437").splitlines()
    [ninth] = [number for number, line in enumerate(lines, 1) if line.startswith('#VER "A" 9 ')]
    told = samsyn(workspace, "profile", str(file))
    assert told.exit_code == 4
    assert f"The voucher in row {ninth} " in told.stderr


def test_a_can_form_with_a_column_for_each_area(workspace: Workspace, folder: Path) -> None:
    name, file = "municipality.needs.can_export", folder / "CAN_export.txt"
    told = profiled(workspace, file, name)
    assert "windows-1252, '\\t', 2 rows above the header, 60 rows" in told
    assert "27 of 27 columns are recognised" in told
    assert loaded(workspace, file, name).exit_code == 0
    needs = rows(workspace, "needs")
    assert needs.height == 60 * 22 - sum((n + area) % 31 == 0 for n in range(60) for area in range(22))
    money = needs.filter(pl.col("assessed_on") == date(2024, 1, 8), pl.col("domain") == 21)
    assert money["rating"].to_list() == [(20 * 20) % 3]


def test_a_key_figure_saved_as_it_was_answered(workspace: Workspace, folder: Path) -> None:
    name, file = "municipality.statistics", folder / "kolada.json"
    told = profiled(workspace, file, name)
    assert "N31001" in told  # a figure is about nobody, and nothing of it is masked
    write(workspace, name, "", '\n[constants]\nbreakdown = "municipality"\nvalue_unit = "SEK_per_inhabitant"\n')
    path = workspace.sources / f"{name}.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('["count", ', '["gender", "count", '), encoding="utf-8")
    assert loaded(workspace, file, name).exit_code == 0
    assert rows(workspace, "statistics")["status"].value_counts(sort=True).rows() == [("ok", 11), ("missing", 1)]


def test_a_table_split_by_sex_is_refused_with_what_to_do(workspace: Workspace, folder: Path) -> None:
    name, file = "municipality.statistics.tab_boendestod", folder / "tab_boendestod.json"
    profiled(workspace, file, name)
    assert 'variant = "tab_boendestod"' in (workspace.sources / f"{name}.toml").read_text(encoding="utf-8")
    write(workspace, name, "", '\n[constants]\nbreakdown = "municipality"\n')
    path = workspace.sources / f"{name}.toml"
    ignored = '["Kon", "Kon (text)", "Tid (text)", "status"]'
    path.write_text(path.read_text(encoding="utf-8").replace('["status"]', ignored), encoding="utf-8")
    told = loaded(workspace, file, name)
    assert told.exit_code == 4
    assert "export without that split" in told.stderr


def test_a_proposal_somebody_may_have_written_in_is_left_alone_by_another_files(
    workspace: Workspace, tmp_path: Path
) -> None:
    for name in ("ett.json", "tva.json"):
        (tmp_path / name).write_bytes(foreign.table())
        assert samsyn(workspace, "profile", str(tmp_path / name), "--save").exit_code == 0
    waiting = [path for path in workspace.sources.glob("*statistics*.toml") if "confirmed = false" in path.read_text()]
    assert len([path for path in waiting if "ett" in path.read_text() or "tva" in path.read_text()]) == 2
