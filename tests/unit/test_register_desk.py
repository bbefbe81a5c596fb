"""The desk where forms are sent: what is saved, what is refused, and how the writer is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from dashboard import data, register_desk
from governance.entries import CostSplit, Cycle, Meeting, Seat, Target, Undertaking
from governance.register import Register, open_register
from metrics.problem import Text
from tests.loops import elsewhere
from tests.registers import a_decision

Post = Callable[..., dict[str, Any]]
SEAT = Seat(id="region-1", party="region", title=Text(sv="Chef", en="Head"), from_on=date(2020, 1, 1))
UNDERTAKING = {
    "id": "AT-2026-1", "title": "Sagt", "kind": "project", "organisation": "joint", "from_on": "2025-01-01",
    "agreement_id": "", "unit_id": "",
}  # fmt: skip
FORM = {"held_on": "2026-06-02", "starts_at": "13:00", "minutes": "120", "place": "Huset", "called_by": "joint"}


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Register:
    monkeypatch.setenv(data.JOINT, str(tmp_path))
    opened = open_register(tmp_path / "register.sqlite")
    opened.add(SEAT, by="t")
    return opened


@pytest.fixture
def post(register: Register) -> Post:
    """Send a form as a page does; `cookie` and `headers` may be others."""
    through = httpx.ASGITransport(app=Starlette(routes=list(register_desk.ROUTES)))

    async def answered(body: dict[str, Any], cookie: str, headers: dict[str, str]) -> dict[str, Any]:
        cookies = {register_desk.ROLE_COOKIE: cookie}
        async with httpx.AsyncClient(transport=through, base_url="http://desk", cookies=cookies) as client:
            answer: dict[str, Any] = (await client.post("/register?lang=sv", json=body, headers=headers)).json()
            return answer

    def sent(
        form: str,
        values: dict[str, Any],
        seen: int = 0,
        cookie: str = "region-1",
        header: str = "x-samsyn",
        **more: str,
    ) -> dict[str, Any]:
        body = {"form": form, "values": values, "seen": seen}
        return elsewhere(answered(body, cookie, {header: "1", **more}))

    return sent


def test_a_form_is_saved_under_the_seat_one_writes_as(post: Post, register: Register) -> None:
    answer = post("meeting_add", FORM)
    told = {"said": "Mötet är planerat.", "to": "/meetings?id=M-2026-06-02&lang=sv"}
    assert answer == told | {"state": register.state()}  # the page knows by it when it is drawn anew
    assert [each.place for each in register.list(Meeting)] == [Text(sv="Huset", en="Huset")]


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("held_on", "", "Fyll i det här fältet."),
        ("held_on", "2026-02-30", "Skriv en dag som finns"),
        ("starts_at", "25:00", "Skriv ett klockslag"),
        ("minutes", "9", "Skriv ett tal från 15 till 480."),
        ("called_by", "nobody", "Välj något i listan."),
    ],
)
def test_what_is_wrong_is_told_of_its_field_and_nothing_is_saved(
    post: Post, register: Register, field: str, typed: str, told: str
) -> None:
    answer = post("meeting_add", FORM | {field: typed})
    assert answer["field"] == field
    assert told in answer["problem"]
    assert register.list(Meeting) == ()


@pytest.mark.parametrize("cookie", ["", "somebody-else"])
def test_nobody_writes_without_a_seat_there_is(post: Post, register: Register, cookie: str) -> None:
    assert post("meeting_add", FORM, cookie=cookie)["code"] == "role_missing"
    assert register.list(Meeting) == ()


@pytest.mark.parametrize("request_", [{"header": "x-other"}, {"origin": "http://evil.example"}])
def test_another_site_cannot_send_a_form(post: Post, register: Register, request_: dict[str, str]) -> None:
    assert post("meeting_add", FORM, **request_)["code"] == "not_from_here"
    assert register.list(Meeting) == ()


def test_the_second_of_two_writers_gets_both_texts(post: Post, register: Register) -> None:
    post("meeting_add", FORM)
    own = FORM | {"id": "M-2026-06-02"}
    post("meeting_change", own | {"place": "Rådhuset"}, seen=1)
    answer = post("meeting_change", own | {"place": "Sjukhuset"}, seen=1)
    assert answer["conflict"] == [{"field": "place", "yours": "Sjukhuset", "theirs": "Rådhuset"}]
    assert answer["seen"] == 2
    assert post("meeting_change", own | {"place": "Sjukhuset"}, seen=2)["said"] == "Sparat."


@pytest.mark.parametrize(
    ("form", "about", "field", "both"),
    [
        ("set_correct", {"kind": "target", "id": "P2/region/2025-01-01"}, "value", ("65 %", "72,5 %")),
        ("set_correct", {"kind": "cost_split", "id": "2025-01-01"}, "region_share", ("60 %", "57,5 %")),
        ("cycle_measure", {"id": "F-2026-1"}, "before", ("0,5", "12")),
        ("undertaking_change", UNDERTAKING, "region_share", ("0,5 %", "40 %")),
        ("undertaking_change", UNDERTAKING, "amount_sek", ("41250", "41250,5")),
    ],
)
def test_a_figure_in_conflict_is_one_that_can_be_chosen_and_sent(
    post: Post, register: Register, form: str, about: dict[str, str], field: str, both: tuple[str, str]
) -> None:
    words, day = Text(sv="Sagt", en="Said"), date(2025, 1, 1)
    register.add_all(
        [
            a_decision(),
            Target(indicator_id="P2", organisation="region", value=0.7, from_on=day, decision_id="B-1"),
            CostSplit(from_on=day, region_share=0.5, decision_id="B-1"),
            Cycle(id="F-2026-1", title=words, organisation="region", indicator_id="U3", plan=words, started_on=day),
            Undertaking(id="AT-2026-1", kind="project", title=words, organisation="joint", from_on=day),
        ]
    )
    yours, theirs = both
    sent = about | {"why": "Fel"}
    post(form, sent | {field: theirs}, seen=1)
    answer = post(form, sent | {field: yours}, seen=1)
    assert answer["conflict"] == [{"field": field, "yours": yours, "theirs": theirs}]
    for seen, chosen in enumerate(both, start=answer["seen"]):
        assert "said" in post(form, sent | {field: chosen}, seen=seen)


def test_the_same_words_from_both_are_no_conflict(post: Post) -> None:
    post("meeting_add", FORM)
    own = FORM | {"id": "M-2026-06-02", "place": "Rådhuset"}
    post("meeting_change", own, seen=1)
    assert post("meeting_change", own, seen=1)["said"] == "Sparat."


def test_what_somebody_else_has_changed_is_not_said_to_be_cancelled(post: Post, register: Register) -> None:
    post("meeting_add", FORM)
    own = {"id": "M-2026-06-02", "why": "Ingen kan komma"}
    post("meeting_change", FORM | own | {"place": "Rådhuset"}, seen=1)
    answer = post("meeting_cancel", own, seen=1)
    assert "M-2026-06-02 har ändrats av någon annan sedan du öppnade den, och är inte återkallad." in answer["problem"]
    assert [each.status for each in register.list(Meeting)] == ["planned"]
    assert "said" in post("meeting_cancel", own, seen=2)
    assert "said" in post("meeting_cancel", own, seen=2)  # somebody else had: it is cancelled all the same


def test_words_not_touched_keep_their_translation(post: Post, register: Register) -> None:
    register.add(Meeting(id="M-1", held_on=date(2026, 6, 2), place=Text(sv="Huset", en="The house")), by="t")
    post("meeting_change", FORM | {"id": "M-1", "minutes": "90"}, seen=1)
    [meeting] = register.list(Meeting)
    assert (meeting.minutes, meeting.place) == (90, Text(sv="Huset", en="The house"))


def test_an_agenda_takes_no_more_than_the_meeting_has(post: Post, register: Register) -> None:
    register.add(Meeting(id="M-1", held_on=date(2026, 6, 2), minutes=30), by="t")
    item = {"meeting_id": "M-1", "title": "Läget", "kind": "discussion", "perspective": "", "indicators": ""}
    assert "said" in post("item_add", item | {"minutes": "20"})
    assert "10 av 30 minuter kvar; det här är 5 för mycket" in post("item_add", item | {"minutes": "15"})["problem"]
