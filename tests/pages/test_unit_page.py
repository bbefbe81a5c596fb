"""The page about a unit: its two leaders, its measures, its place among units, and what the leaders confirm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard import register_desk
from dashboard.data import JOINT
from dashboard.writes.sent import Sent
from dashboard.writes.units import confirm
from governance.conflict import Conflict
from governance.entries import Confirmation
from governance.register import open_register
from metrics.problem import UserProblem
from tests.joint import a_joint_zone
from tests.pages.reading import Open, cell_of, html_of, row_of, words_of
from tests.resources import a_zone_of_resources

OWN = "norra_mottagningen"
TOLD = {"unit_id": OWN, "organisation": "region", "period": "2025-Q4", "note": "Läst på APT", "raised": "Väntetider"}


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_zone_of_resources(tmp_path_factory.mktemp("joint"))


def words(joint: Path, open_page: Open, unit: str = OWN, **query: str) -> str:
    return words_of(html_of(open_page(joint, "unit", id=unit, **query)))


def sent(joint: Path, *, by: str = "region-2", seen: int = 0, **values: str) -> Sent:
    filled: dict[str, Any] = TOLD | values
    return Sent(register=open_register(joint / "register.sqlite"), values=filled, seen=seen, by=by)


def test_both_leaders_are_named_by_their_roles(joint: Path, open_page: Open) -> None:
    shown = words(joint, open_page)
    assert "Region Enhetschef i region" in shown
    assert "Kommun Enhetschef i municipality" in shown


def test_only_measures_reported_by_unit_are_rows_and_the_others_are_named(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "unit", id=OWN))
    assert row_of(html, "P2")
    assert 'data-href="/indicator?id=P11' not in html
    assert "Väntan på utskrivning eller första kontakt" in words_of(html)


def test_a_protected_figure_is_protected_and_a_left_unit_is_closed(joint: Path, open_page: Open) -> None:
    own, left = (html_of(open_page(joint, "unit", id=unit)) for unit in (OWN, "dagcentrum"))
    assert "nothing suppressed" in cell_of(row_of(own, "P7"), "value region")
    assert words_of(cell_of(row_of(left, "P7"), "value region")) == "stängd 31 december 2023"
    assert "Regionen lämnade enheten 31 december 2023" in words_of(left)


def test_its_place_among_units_is_words_and_no_rank(joint: Path, open_page: Open) -> None:
    shown = words(joint, open_page)
    assert "jämförda siffror ligger inom det som slumpen ger en enhet av den här storleken" in shown
    assert "Ingen rangordning" in shown


def test_an_action_that_is_late_says_so(joint: Path, open_page: Open) -> None:
    assert "Boka möten A-1 skulle ha varit klar 1 juni 2025 Region · Enhetschef i region" in words(joint, open_page)


def test_what_has_happened_to_the_unit_is_dated(joint: Path, open_page: Open) -> None:
    shown = words(joint, open_page, "dagcentrum")
    assert "31 december 2023 Regionen lämnar dagcentrum Verksamhet stängd" in shown


def test_a_leader_confirms_and_what_is_raised_is_shown(tmp_path: Path, open_page: Open) -> None:
    zone = a_zone_of_resources(tmp_path)
    assert "Inte bekräftat ännu" in words(zone, open_page)
    confirm(sent(zone))
    shown = words(zone, open_page)
    assert shown.count("Ändra bekräftelsen") == 1  # what unfolds the form; its button is another
    assert "Anteckning: Läst på APT Lyfts till styrgruppen: Väntetider" in shown
    assert shown.count("Inte bekräftat ännu") == 2  # the municipality's, above and in its own part


def test_who_writes_as_one_leader_has_no_form_of_the_others(
    joint: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_desk, "acting", lambda view: "region-2")
    html = html_of(open_page(joint, "unit", id=OWN))
    assert html.count('data-write="unit_confirm"') == 1
    assert "Här bekräftar bara Enhetschef i municipality." in words_of(html)


def test_a_question_to_the_committee_is_found_by_its_name(joint: Path, open_page: Open) -> None:
    assert words(joint, open_page).count("Lyft en fråga till styrgruppen") == 2


def test_only_the_units_own_leader_confirms(joint: Path) -> None:
    with pytest.raises(UserProblem) as caught:
        confirm(sent(joint, by="municipality-2"))
    assert caught.value.code == "unit_not_led"
    assert "Enhetschef i region" in caught.value.text.sv


def test_a_confirmation_is_changed_from_the_version_seen_and_from_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zone = a_zone_of_resources(tmp_path)
    monkeypatch.setenv(JOINT, str(zone))  # a confirmation is dated by the day its release stands at
    confirm(sent(zone))
    confirm(sent(zone, seen=1, note="Läst på två möten"))
    held = open_register(zone / "register.sqlite").held(Confirmation, f"{OWN}/region/2025-Q4")
    assert held is not None
    assert (held.version, held.entry.note and held.entry.note.sv) == (2, "Läst på två möten")
    with pytest.raises(Conflict):
        confirm(sent(zone, seen=1, note="En tredje lydelse"))


def test_without_an_id_all_units_are_offered(joint: Path, open_page: Open) -> None:
    shown = words_of(html_of(open_page(joint, "unit")))
    assert "Välj en enhet" in shown
    assert "Dagcentrum" in shown


def test_an_unknown_unit_is_said_to_be_unknown(joint: Path, open_page: Open) -> None:
    assert "Enheten ”moon” finns inte" in words(joint, open_page, "moon")


def test_without_a_register_the_figures_stand_alone(tmp_path: Path, open_page: Open) -> None:
    shown = words(a_joint_zone(tmp_path, register=False), open_page)
    assert "Enheten finns inte i registret ännu" in shown
    assert "Inga öppna åtgärder" in shown


def test_one_organisation_alone_is_shown_with_the_other_awaited(tmp_path: Path, open_page: Open) -> None:
    shown = words(a_zone_of_resources(tmp_path, organisations=("region",)), open_page)
    assert "saknas" in shown


def test_before_the_first_release_it_says_what_to_do(tmp_path: Path, open_page: Open) -> None:
    assert "samsyn release" in words(tmp_path, open_page)
