"""The data steward's page: what waits, what became of it, a profile made by hand, and what is loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.zone import jobs, place
from metrics.problem import Text
from pipelines import profile
from pipelines.load import load
from pipelines.workspace import Workspace
from tests.intake import a_file, a_table, a_zone, as_csv, written
from tests.pages.reading import html_of, words_of

APP = Path(__file__).parents[2] / "dashboard/zone/app.py"
SECONDS = 60
PERSON = "r0000000abc"

OpenZone = Callable[..., AppTest]


@pytest.fixture
def open_zone(monkeypatch: pytest.MonkeyPatch) -> OpenZone:
    """A page of one region's zone: `open_zone(workspace, "loaded", lang="en")`."""

    def opened(workspace: Workspace, page: str = "files", lang: str = "sv") -> AppTest:
        monkeypatch.setenv(place.WORKSPACE, str(workspace.path))
        monkeypatch.setenv(place.ORGANISATION, "region")
        app = AppTest.from_file(str(APP), default_timeout=SECONDS)
        app.query_params["lang"] = lang
        app.run()
        if page != "files":
            app.switch_page(f"desk_pages/{page}.py").run()
        assert not app.exception, app.exception
        return app

    return opened


def press(app: AppTest, start: str) -> AppTest:
    """Press the button whose text begins so."""
    [button] = [one for one in app.button if one.label.startswith(start)]
    button.click().run()
    assert not app.exception, app.exception
    return app


def said(app: AppTest) -> str:
    return words_of(html_of(app))


# --- loading ----------------------------------------------------------------------------------------------------


def test_an_empty_zone_says_what_to_do_first(tmp_path: Path, open_zone: OpenZone) -> None:
    words = said(open_zone(a_zone(tmp_path)))
    assert "Inget är inläst ännu. Lägg till den första filen här nedanför." in words
    assert "Inga filer väntar." in words


def test_a_file_with_some_wrong_rows_is_loaded_and_each_rule_told(tmp_path: Path, open_zone: OpenZone) -> None:
    zone = a_zone(tmp_path)
    a_file(zone, "contacts", {"contact_type": "dans"})
    app = press(open_zone(zone), "Läs in contacts_2024_v1.csv")
    assert "Inläst: 400 rader godtagna, 1 nekade." in said(app)
    assert "En rad. Kolumnen contact_type: okänd kod." in said(app)
    assert "Nästa steg" in said(app)
    assert "dans" not in said(app)
    later = said(press(app, "Klar, visa inkorgen"))
    assert "Frisläpp när allt för perioden är inne: samsyn release --organisation region" in later
    assert "Kontakter och vårdtillfällen: en rad i det som gäller är nekad." in later
    assert 'href="/loaded?lang=sv#karantan">Se varför' in html_of(app)


def test_a_refused_file_waits_with_its_reason_until_it_is_taken_away(tmp_path: Path, open_zone: OpenZone) -> None:
    zone = a_zone(tmp_path)
    file = a_file(zone, "contacts", *[{"person": ""}] * 3, good=20)
    load(zone, "region", file)
    app = open_zone(zone, lang="en")
    assert "One file was refused. Read why, mend it at the source and deliver it again." in said(app)
    assert "3 rows. Column person: empty but must be given." in said(app)
    press(app, "Remove contacts_2024_v1.csv")
    assert not file.exists()


def test_a_file_copied_anew_is_told_as_loaded_until_it_would_be_read_another_way(
    tmp_path: Path, open_zone: OpenZone
) -> None:
    zone = a_zone(tmp_path, "contacts")
    file = a_file(zone, "contacts", good=30)
    load(zone, "region", file)
    content = file.read_bytes()
    file.unlink()
    (zone.inbox("region") / "contacts_2024_v2.csv").write_bytes(content)
    words = said(open_zone(zone))
    assert "Inga filer väntar. En fil i inkorgen är redan inläst." in words
    assert "contacts_2024_v2.csv" in words
    mapping = zone.sources / "region.contacts.toml"
    mapping.write_text(
        mapping.read_text(encoding="utf-8") + '[codes.contact_type]\n"Besök" = "visit"\n', encoding="utf-8"
    )
    assert "En fil väntar i inkorgen." in said(open_zone(zone))


def test_an_incident_shows_neither_name_nor_place_nor_number(tmp_path: Path, open_zone: OpenZone) -> None:
    zone = a_zone(tmp_path)
    a_file(zone, "contacts", {"person": "19121212-1212"}, name="contacts_2024_v7.csv")
    app = press(open_zone(zone), "Läs in")
    assert "Filen stoppades: den kan innehålla personnummer." in said(app)
    again = said(press(app, "Klar, visa inkorgen"))
    for words in (said(app), again):
        assert "1212" not in words
    assert "contacts_2024_v7" not in again


def test_a_check_that_can_be_wrong_is_let_pass_with_a_reason_that_is_kept(tmp_path: Path, open_zone: OpenZone) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "contacts", good=300))
    a_file(zone, "contacts", good=30, name="contacts_2024_v2.csv")
    app = press(open_zone(zone), "Läs in contacts_2024_v2.csv")
    assert "Filen nekades." in said(app)
    app.text_input[0].set_value("Två mottagningar slogs ihop i mars")
    app = press(app, "Läs in ändå")
    assert "Inläst: 30 rader godtagna" in said(app)
    loaded = said(open_zone(zone, "loaded"))
    assert "rows_changed Två mottagningar slogs ihop i mars" in loaded
    assert "Mot version 1: 0 nya rader, 270 borttagna, 0 ändrade" in loaded


# --- a profile --------------------------------------------------------------------------------------------------


def test_an_unknown_file_is_mapped_by_hand_saved_and_loaded(tmp_path: Path, open_zone: OpenZone) -> None:
    zone = a_zone(tmp_path)
    rows = [
        {"Löpnr": str(n), "Var": row.pop("unit"), **row} for n, row in enumerate(a_table("contacts", good=30), start=1)
    ]
    written(zone, "uttag_2024_v1.csv", as_csv(rows))
    app = press(open_zone(zone), "Visa hur uttag_2024_v1.csv skulle läsas")
    assert "Filens kolumner som inget är valt för: Löpnr" in said(app)
    assert PERSON not in said(app)
    choose(app, "Filens kolumn Löpnr", "-")
    choose(app, "Filens kolumn Var", "unit")
    app = press(app, "Visa förslaget igen")
    assert "Alla kolumner och koder är bestämda." in said(app)
    app = press(app, "Profilen stämmer, spara den")
    assert profile.find(zone.sources, "region", "uttag_2024_v1.csv").ignore.columns == ("Löpnr",)
    assert "Inläst: 30 rader godtagna, inga nekade." in said(press(app, "Läs in uttag_2024_v1.csv"))


def test_a_profile_that_cannot_read_its_file_stays_unconfirmed(tmp_path: Path, open_zone: OpenZone) -> None:
    zone = a_zone(tmp_path)
    written(zone, "uttag_2024_v1.csv", as_csv([{"Löpnr": "1", **a_table("contacts", good=1)[0]}]))
    app = press(open_zone(zone), "Visa hur uttag_2024_v1.csv skulle läsas")
    app = press(app, "Profilen stämmer, spara den")
    assert "Filen har kolumner som profilen inte känner: Löpnr." in said(app)
    assert [path.name for path in zone.sources.glob("*uttag*") if profile.is_confirmed(path)] == []


def test_what_no_source_is_like_asks_what_it_holds(tmp_path: Path, open_zone: OpenZone) -> None:
    zone = a_zone(tmp_path)
    written(zone, "okänd.csv", "aaa;bbb\n1;2\n")
    app = press(open_zone(zone), "Visa hur okänd.csv skulle läsas")
    assert "liknar ingen källa" in said(app)
    assert [box.label for box in app.selectbox] == ["Vad innehåller filen?"]


def choose(app: AppTest, label: str, option: str) -> None:
    [box] = [one for one in app.selectbox if one.label == label]
    box.set_value(option)


# --- what is loaded ---------------------------------------------------------------------------------------------


def test_what_is_loaded_refused_and_late_stands_in_words_and_counts(tmp_path: Path, open_zone: OpenZone) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "contacts", {"contact_type": "dans"}))
    app = open_zone(zone, "loaded", lang="en")
    words = said(app)
    assert 'data-term="quarantine">quarantine</button>, readable by' in html_of(app)
    assert "Contacts and stays 31 December 2024 17 March 2025" in words
    assert "days late" in words
    assert "Contacts and stays 401 400 1 2024 1" in words
    assert "contacts_2024_v1.csv 1 Column contact_type: unknown code." in words


def test_worklists_are_counts_on_the_page_and_rows_in_the_zone(tmp_path: Path, open_zone: OpenZone) -> None:
    zone = a_zone(tmp_path)
    load(zone, "region", a_file(zone, "sip_plans", {"follow_up_due_on": "2024-02-01"}, good=3))
    app = open_zone(zone, "worklists")
    assert "Uppföljning försenad" in said(app)
    assert PERSON not in said(app)
    app = press(app, "Skriv listorna till zonen")
    assert "zones/region/worklists" in said(app)
    assert list((zone.zone("region") / "worklists").glob("*.xlsx"))


def test_a_zone_never_named_says_how_to_start_it(
    open_zone: OpenZone, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = open_zone(a_zone(tmp_path))
    monkeypatch.delenv(place.ORGANISATION)
    assert "samsyn zone --organisation region" in said(app.run())


def test_a_job_says_how_far_it_has_come_and_is_left_behind_once_seen(tmp_path: Path) -> None:
    job = jobs.start(tmp_path / "a.csv", Text("Börjar", "Beginning"), lambda tell: tell(Text("Läser", "Reading")))
    job.future.result(timeout=SECONDS)
    assert (job.said.sv, jobs.of(tmp_path / "a.csv"), jobs.running(tmp_path)) == ("Läser", job, None)
    jobs.forget(tmp_path / "a.csv")
    assert jobs.of(tmp_path / "a.csv") is None
