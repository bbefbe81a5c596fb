"""The meetings' page: what it says in each state, before anything is pressed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard import data
from dashboard.components import meeting_reading as reading
from dashboard.components.history import history
from governance import minutes
from governance.entries import AgendaItem, Attendance, ItemMinutes, Meeting, Seat
from governance.register import open_register
from metrics.problem import Text
from tests.joint import a_joint_zone
from tests.pages.reading import Open, html_of, words_of
from tests.registers import a_decision, a_held_meeting, an_item

HELD = Meeting(id="M-1", held_on=date(2026, 1, 13), status="held")
CONSEQUENCES = ["consequence_region", "consequence_municipality", "consequence_users"]
NEXT = Meeting(id="M-2", held_on=date(2026, 3, 10))


def text(words: str) -> Text:
    return Text(sv=words, en=f"{words} (en)")


@pytest.fixture(autouse=True)
def _the_day_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "today", lambda: date(2026, 1, 20))


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A signal, a meeting held with one of the two organisations there, and the next one planned."""
    folder = a_joint_zone(tmp_path_factory.mktemp("meetings"), overrides={("P2", "region"): (0.9,) * 8})
    register = open_register(folder / "register.sqlite")
    for party in ("region", "municipality", "association"):
        seat = Seat(id=f"{party}-1", party=party, title=text(f"Plats {party}"), from_on=date(2020, 1, 1))
        register.add(seat, by="t")
    register.add_all([HELD, NEXT], by="t")
    register.add(
        AgendaItem(id="M-1-1", meeting_id="M-1", position=1, kind="decision", title=text("Uppföljning")), by="t"
    )
    register.add_all(
        [
            Attendance(meeting_id="M-1", seat_id="region-1", status="present"),
            Attendance(meeting_id="M-1", seat_id="municipality-1", status="apologies"),
            ItemMinutes(item_id="M-1-1", conclusion=text("Vi bokar tid direkt")),
        ],
        by="t",
    )
    minutes.begin(register, "M-1", by="t")
    minutes.circulate(register, "M-1", 1, on=date(2026, 1, 15), by="t")
    return folder


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The minutes of a meeting being written, with a decision just taken; the next item is not written, the last is
    about a measure that worries, then as now."""
    folder = a_joint_zone(tmp_path_factory.mktemp("written"), overrides={("P2", "region"): (0.02,) * 8}, register=False)
    register = open_register(folder / "register.sqlite")
    a_held_meeting(register)
    register.add_all(
        [
            a_decision(item_id="M-1-1"),
            an_item(id="M-1-2", position=2, status="planned"),
            an_item(id="M-1-3", position=3, indicators=("P2",)),
            replace(NEXT, held_on=date(2026, 1, 27)),
        ]
    )
    minutes.begin(register, "M-1", by="t")
    return folder


def said(open_page: Open, joint: Path, **query: str) -> str:
    return words_of(html_of(open_page(joint, "meetings", **query)))


def test_the_list_begins_with_the_next_meeting_and_what_waits(open_page: Open, joint: Path) -> None:
    words = said(open_page, joint)
    assert "Nästa möte är 10 mars 2026 . Protokoll som väntar på justering: 1 ( 13 januari 2026 )." in words
    assert "10 mars 2026 Båda Planerat 0 inte påbörjat" in words


def test_minutes_that_wait_are_a_link_to_their_approval(open_page: Open, joint: Path) -> None:
    finding = html_of(open_page(joint, "meetings")).split('class="finding"')[1].split("</p>")[0]
    assert re.search(r'href="[^"]*id=M-1&amp;part=approval|href="[^"]*part=approval&amp;id=M-1', finding)


def test_a_planned_meeting_whose_day_has_passed_is_told_apart(
    open_page: Open, joint: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "today", lambda: date(2026, 3, 11))
    words = said(open_page, joint)
    assert "Möten vars dag har passerat utan protokoll: 1 ( 10 mars 2026 )." in words
    assert "10 mars 2026 Båda Passerat, protokoll saknas" in words
    assert "Möten under året: 1 hållet. Passerade utan protokoll: 1." in words


def test_the_year_wheel_has_a_table_that_says_the_same(open_page: Open, joint: Path) -> None:
    html = html_of(open_page(joint, "meetings"))
    assert re.search(r'alt="Årshjul 2026. Möten under året: \d hållet, \d planerat', html)
    assert "februari Årlig genomgång av behov och insatser –" in words_of(html)


def test_without_meetings_it_says_so_and_offers_the_form(open_page: Open, tmp_path: Path) -> None:
    words = said(open_page, a_joint_zone(tmp_path))
    assert "Inget möte är planerat." in words
    assert "Planera mötet" in words


def test_a_signal_the_meeting_before_could_see_is_not_new(open_page: Open, joint: Path) -> None:
    assert "SIP uppföljd i tid: ny signal" not in said(open_page, joint, id="M-2")
    assert "SIP uppföljd i tid: ny signal" in {item.title.sv for item in reading.drafted("M-1").items}


def test_a_worrying_signal_a_meeting_has_taken_up_is_not_proposed_but_told_with_that_meeting(
    open_page: Open, written: Path
) -> None:
    html = html_of(open_page(written, "meetings", id="M-2"))
    listed = html.split("Oroande signaler som redan har tagits upp det senaste året:")[1].split("</ul>")[0]
    assert re.findall(r"id=(M-\d)[^>]*>([^<]*)<", listed) == [("M-1", "4 februari 2025")]
    assert words_of(listed).startswith("SIP uppföljd i tid, 4 februari 2025")
    assert "SIP uppföljd i tid:" not in words_of(html)


def test_the_draft_has_the_yearly_round_and_the_minutes_that_wait(open_page: Open, joint: Path) -> None:
    words = said(open_page, joint, id="M-2")
    assert "Protokoll från 13 januari 2026" in words
    assert "Årlig genomgång av behov och insatser årshjulet, 30 minuter. Står i årshjulet." in words


def test_an_organisation_that_was_not_there_makes_no_quorum(open_page: Open, joint: Path) -> None:
    words = said(open_page, joint, id="M-1")
    assert "Regionen 1 av 1 platser, beslutför" in words
    assert "Kommunen 0 av 1 platser, inte beslutför" in words
    assert "Kommunen hade 0 av 1 platser besatta. Besluten behöver bekräftas." in words


def test_what_is_sent_out_is_changed_by_a_correction_alone(open_page: Open, joint: Path) -> None:
    html = html_of(open_page(joint, "meetings", id="M-1"))
    assert set(re.findall(r'data-write="(\w+)"', html)) == set()
    assert words_of(html).count("närvaro och dagordning står i det. Ska de ändras öppnas en rättelse: Öppna") == 2
    assert 'data-write="minutes_correct"' in html_of(open_page(joint, "meetings", id="M-1", part="approval"))


def test_an_item_something_was_written_of_has_no_way_off_the_agenda(open_page: Open, written: Path) -> None:
    said_of, other = html_of(open_page(written, "meetings", id="M-1")).split('id="item-M-1-')[1:3]
    assert ('data-write="item_remove"' in said_of, "står därför kvar" in said_of) == (False, True)
    assert 'data-write="item_remove"' in other


def test_minutes_out_to_be_read_say_who_has_approved(open_page: Open, joint: Path) -> None:
    words = said(open_page, joint, id="M-1", part="approval")
    assert "Protokollet är ute för läsning sedan 15 januari 2026; 0 av 2 organisationer har justerat." in words
    assert "Vi bokar tid direkt" in words


def test_meeting_mode_shows_one_item_at_a_time(open_page: Open, joint: Path) -> None:
    assert "Punkt 1 av 1" in said(open_page, joint, id="M-1", part="projector")


def test_a_meeting_there_is_not_says_the_way_back(open_page: Open, joint: Path) -> None:
    assert "Mötet M-9 finns inte" in said(open_page, joint, id="M-9")


def test_before_the_first_release_meetings_can_still_be_planned(open_page: Open, tmp_path: Path) -> None:
    assert "Planera mötet" in said(open_page, tmp_path)


@pytest.mark.parametrize("query", [{}, {"id": "M-2"}, {"id": "M-1", "part": "approval"}])
def test_english_has_no_swedish_left(open_page: Open, joint: Path, query: dict[str, str]) -> None:
    words = said(open_page, joint, lang="en", **query).replace("Svenska", "")
    assert [word for word in ("Möte", "punkt", "Närvar", "Protokoll", "Spara", "Skäl") if word in words] == []


def test_a_decision_is_written_from_what_it_is_and_the_rest_is_folded(open_page: Open, written: Path) -> None:
    html = html_of(open_page(written, "meetings", id="M-1", part="minutes", item="M-1-1"))
    form = html.split('data-write="item_decision"')[1].split("</form>")[0]
    first, rest = form.split('<details class="fold')
    assert re.findall(r'data-field="(\w+)"', first)[1:] == ["title", "text", "reason", *CONSEQUENCES, "consensus"]
    assert {"kind", "mandate_region", "alternative_1", "evidence_1"} <= set(re.findall(r'data-field="(\w+)"', rest))


def test_an_action_follows_from_the_decision_just_taken(open_page: Open, written: Path) -> None:
    html = html_of(open_page(written, "meetings", id="M-1", part="minutes", item="M-1-1"))
    choice = html.split('data-field="decision_id"')[1].split("</select>")[0]
    assert re.findall(r'<option value="([^"]*)"( selected)?', choice) == [("", ""), ("B-1", " selected")]


def test_sending_out_half_written_minutes_asks_first(open_page: Open, written: Path) -> None:
    assert "Skicka ändå. Punkter som inte är skrivna: 1" in said(open_page, written, id="M-1", part="approval")


def test_before_its_day_only_apologies_can_be_noted(open_page: Open, joint: Path) -> None:
    html = html_of(open_page(joint, "meetings", id="M-2"))
    choice = html.split('data-field="seat region-1"')[1].split("</select>")[0]
    assert re.findall(r'<option value="([^"]*)"', choice) == ["", "apologies"]
    assert "Alla övriga närvarande" not in html


def test_history_tells_days_states_and_seats_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(data.JOINT, str(tmp_path))
    register = open_register(tmp_path / "register.sqlite")
    region = Seat(id="region-1", party="region", title=text("Plats region"), from_on=date(2020, 1, 1))
    register.add_all([region, NEXT, an_item(meeting_id="M-2", id="M-2-1", kind="decision")], by="t")
    register.change(replace(NEXT, held_on=date(2026, 3, 17), status="held"), 1, by="t")
    register.change(an_item(meeting_id="M-2", id="M-2-1", kind="information", presenter="region-1"), 1, by="t")
    moved = words_of(history(Meeting, "M-2", "sv"))
    assert "Mötesdagen 10 mars 2026 17 mars 2026 Läget Planerat Hållet" in moved
    told = words_of(history(AgendaItem, "M-2-1", "sv"))
    assert "Slaget Beslut Information" in told
    assert "Föredraganden – Plats region" in told
