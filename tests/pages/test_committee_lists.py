"""What both sides make alike, and the committee's own year: read on their pages, and changed by their forms."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dashboard import data
from dashboard.writes import alignments, yearly
from dashboard.writes.sent import Saved, Sent, Write
from governance import annual
from governance.entries import Alignment, Yearly
from governance.register import Register, open_register
from tests.pages.reading import Open, html_of, words_of

WAY = {"title": "Boka uppföljning", "kind": "routine", "region": "in_use", "municipality": "under_way", "note": ""}
ITEM = {"title": "Hur mår personalen?", "month": "3", "perspective": "learning", "kind": "discussion", "minutes": "30"}


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Register:
    tmp_path.joinpath("published").mkdir()
    monkeypatch.setenv(data.JOINT, str(tmp_path))
    monkeypatch.setattr(data, "today", lambda: date(2026, 1, 20))
    return open_register(tmp_path / "register.sqlite")


def sent(register: Register, write: Write, values: dict[str, str], seen: int = 0) -> Saved:
    return write(Sent(register=register, values=values, seen=seen, by="secretary", language="sv"))


def test_how_far_each_side_has_come_is_told_and_changed(register: Register, tmp_path: Path, open_page: Open) -> None:
    sent(register, alignments.add, WAY)
    sent(register, alignments.change, WAY | {"id": "SA-1", "municipality": "in_use", "review_on": "2026-05-19"}, 1)
    words = words_of(html_of(open_page(tmp_path, "agreements")))
    assert "Samordnade arbetssätt" in words
    assert "1 av 1 används på båda sidor." in words
    assert "Boka uppföljning rutin används används 19 maj 2026" in words
    assert "Historik ändringar: 2" in words


def test_the_round_a_committee_begins_with_becomes_its_own(register: Register, tmp_path: Path, open_page: Open) -> None:
    assert annual.round_of(register.contents()) == annual.ROUND
    assert "yearly_begin" in html_of(open_page(tmp_path, "meetings"))
    sent(register, yearly.begin, {})
    sent(register, yearly.add, ITEM)
    sent(register, yearly.remove, {"id": "Y-1", "why": "Ingår i annat"}, 1)
    own = annual.round_of(register.contents())
    assert [each.id for each in own] == ["Y-2", "Y-9", "Y-3", "Y-4", "Y-5", "Y-6", "Y-7", "Y-8"]
    html = html_of(open_page(tmp_path, "meetings"))
    assert "mars Hur mår personalen? –" in words_of(html)
    assert "yearly_begin" not in html
    assert "Året som gick" not in words_of(html)


def test_an_item_of_the_year_moves_to_another_month(register: Register) -> None:
    sent(register, yearly.add, ITEM)
    sent(register, yearly.change, ITEM | {"id": "Y-1", "month": "4"}, 1)
    assert [(each.month, each.perspective, each.minutes) for each in register.list(Yearly)] == [(4, "learning", 30)]


def test_a_list_can_be_asked_for_by_a_field_called_kind(register: Register) -> None:
    sent(register, alignments.add, WAY)
    assert [each.id for each in register.list(Alignment, kind="routine")] == ["SA-1"]
    assert register.list(Alignment, kind="it") == ()
    assert register.contents().of(Alignment, kind="it") == ()
