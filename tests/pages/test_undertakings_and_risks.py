"""Projects, posts, funding and risks: what ends first, how grave, and how each is entered, ended and cancelled."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard import data
from dashboard.components.register_titles import titled
from dashboard.components.risk_page import section as risk_section
from dashboard.components.undertaking_page import end, section
from dashboard.view import View
from dashboard.writes import closing, risks, undertakings
from dashboard.writes.sent import FieldProblem, Saved, Sent
from governance import audit
from governance.entries import Agreement, AnyEntry, Clause, Contents, Risk, Undertaking, Unit, UnitChange
from governance.keeping import Held
from governance.register import Register, open_register
from metrics.problem import Text, UserProblem
from tests.pages.reading import Open, html_of, words_of
from tests.registers import text

TODAY = date(2026, 1, 15)
WRITES = {**undertakings.WRITES, **risks.WRITES, **closing.WRITES}
AGREEMENT = Agreement(id="AV-1", title=text("Together"), text=text("x"), owner="region", from_on=date(2020, 1, 1))
POST = {
    "title": "Arbetsterapeut", "kind": "shared_post", "organisation": "joint", "from_on": "2026-02-01", "to_on": "",
    "amount_sek": "650 000 kr", "region_share": "52,5 %", "agreement_id": "AV-1", "unit_id": "",
}  # fmt: skip
FALL: dict[str, str | list[str]] = {
    "title": "Bidraget tar slut", "text": "Stödet faller", "organisation": "municipality", "severity": "high",
    "review_on": "2026-01-10", "agreement_id": "", "indicators": ["P10", "U1"],
}  # fmt: skip


def an_undertaking(id: str, to_on: date | None) -> Undertaking:
    return Undertaking(
        id=id, kind="project", title=text(id), organisation="region", from_on=date(2020, 1, 1), to_on=to_on
    )


def a_risk(id: str, **changes: Any) -> Risk:
    usual: dict[str, Any] = {"severity": "middle", "organisation": "joint", "review_on": date(2026, 3, 1)}
    return Risk(id=id, title=text(id), text=text(id), **(usual | changes))


def held(entry: AnyEntry, cancelled: Text | None = None) -> Held[AnyEntry]:
    at = datetime(2026, 1, 15, tzinfo=UTC)
    return Held(entry=entry, version=1, added_at=at, changed_at=at, cancelled=cancelled)


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Register:
    tmp_path.joinpath("published").mkdir()
    monkeypatch.setenv(data.JOINT, str(tmp_path))
    monkeypatch.setattr(data, "today", lambda: TODAY)
    made = open_register(tmp_path / "register.sqlite")
    made.add(AGREEMENT)
    return made


def sent(register: Register, form: str, values: dict[str, Any], seen: int = 0) -> Saved:
    return WRITES[form](Sent(register=register, values=values, seen=seen, by="region-1"))


# --- the lists --------------------------------------------------------------------------------------------------


def test_what_ends_first_stands_first_and_what_is_over_is_folded() -> None:
    days = {"later": date(2027, 1, 1), "over": date(2025, 12, 31), "always": None, "soon": date(2026, 3, 1)}
    every = [held(an_undertaking(name, day)) for name, day in days.items()]
    wrong = held(an_undertaking("wrong", None), text("Twice"))
    words = words_of(section([*every, wrong], Contents(), TODAY, View(page="agreements", language="en")))
    assert "First to end: soon in English, 1 March 2026." in words
    order = ["soon", "later", "always", "Ended (1)", "over", "Cancelled (1)", "wrong in English Twice"]
    places = [words.index(name) for name in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("to_on", "said"),
    [
        (None, "inget slutdatum"),
        (date(2026, 1, 14), "slutade 14 januari 2026"),
        (date(2026, 1, 16), "slutar 16 januari 2026, om 1\u00a0dag"),
        (date(2027, 1, 15), "slutar 15 januari 2027, om tolv månader"),
    ],
)
def test_an_end_is_told_in_the_words_of_its_distance(to_on: date | None, said: str) -> None:
    assert end(an_undertaking("AT-1", to_on), TODAY, "sv") == said


def test_the_gravest_risk_stands_first_with_where_it_would_show() -> None:
    small = a_risk("small", severity="low")
    grave = a_risk("grave", severity="high", review_on=date(2026, 1, 1), indicators=("P10",))
    over = a_risk("over", status="closed")
    wrong = held(a_risk("wrong", status="cancelled"), text("Twice"))
    html = risk_section([held(small), held(over), held(grave), wrong], Contents(), TODAY, View(page="agreements"))
    words = words_of(html)
    assert "Öppna risker: 2. Dagen för översyn har passerat för 1." in words
    assert "grave på svenska allvar: hög skulle ha setts över 1 januari 2026 Båda · skulle synas i" in words
    assert words.index("grave på") < words.index("small på") < words.index("Stängda (1) over på")
    assert "Återkallade (1) wrong på svenska Twice på svenska" in words
    assert ('class="severity high"' in html, "/indicator?id=P10" in html) == (True, True)


def test_a_line_elsewhere_calls_each_by_its_words_and_leads_to_it() -> None:
    contents = Contents(
        agreements=(AGREEMENT,),
        clauses=(Clause(agreement_id="AV-1", number=2, text=text("x"), kind="coordination"),),
        risks=(a_risk("RI-1"),),
        units=(Unit(id="old", name=text("Old unit"), kind="mobile"),),
        unit_changes=(UnitChange(id="E-1", unit_id="old", kind="closed", on=TODAY, text=text("x")),),
    )
    said = [
        titled(kind, object_id, contents, {}, View(language="en"))
        for kind, object_id in (("clause", "AV-1/2"), ("risk", "RI-1"), ("unit_change", "E-1"))
    ]
    assert said == [
        '<a href="/agreements?id=AV-1&amp;lang=en">Clause 2 of “Together in English”</a>',
        '<a href="/agreements?id=RI-1&amp;lang=en">Risk: RI-1 in English</a>',
        '<a href="/members?id=old&amp;lang=en">Change of Old unit in English on 15 January 2026</a>',
    ]


# --- writing ----------------------------------------------------------------------------------------------------


def test_a_shared_post_is_entered_changed_and_ended_with_its_history(
    register: Register, tmp_path: Path, open_page: Open
) -> None:
    saved = sent(register, "undertaking_add", POST)
    assert "/agreements?id=AT-2026-1" in saved.to
    sent(register, "undertaking_change", POST | {"id": "AT-2026-1", "amount_sek": "", "organisation": "region"}, 1)
    sent(register, "entry_end", {"of": "undertaking", "id": "AT-2026-1", "to_on": "2026-12-31", "why": "Prövat"}, 2)
    kept = register.wanted(Undertaking, "AT-2026-1").entry
    assert (kept.amount_sek, kept.region_share, kept.to_on) == (None, 0.525, date(2026, 12, 31))
    words = words_of(html_of(open_page(tmp_path, "agreements", id="AT-2026-1")))
    assert "Arbetsterapeut Delad tjänst, börjar 1 februari 2026" in words
    assert "Vilar på avtalet Together på svenska" in words
    assert "Skäl: Prövat" in words
    assert "Organisationen Båda Regionen" in words
    assert "Arbetsterapeut" in words_of(html_of(open_page(tmp_path, "agreements", id="AV-1")))


def test_a_last_day_is_moved_and_taken_back_with_a_reason_and_never_by_a_change(
    register: Register, tmp_path: Path, open_page: Open
) -> None:
    sent(register, "undertaking_add", POST | {"to_on": "2026-06-30"})
    own = {"of": "undertaking", "id": "AT-2026-1"}
    sent(register, "undertaking_change", POST | {"id": "AT-2026-1", "title": "Läkare", "to_on": "2026-12-31"}, 1)
    assert register.wanted(Undertaking, "AT-2026-1").entry.to_on == date(2026, 6, 30)
    for wrong in ({"to_on": "2026-12-31", "why": ""}, {"to_on": "2026-01-31", "why": "Fel år"}):
        with pytest.raises(FieldProblem) as told:
            sent(register, "entry_end", own | wrong, 2)
        assert told.value.field == ("why" if not wrong["why"] else "to_on")
    html = html_of(open_page(tmp_path, "agreements", id="AT-2026-1"))
    assert "Ändra eller ta tillbaka sista dagen" in words_of(html)
    assert (html.count('data-field="to_on"'), html.count('value="2026-06-30"')) == (1, 1)  # only there, and as it is
    sent(register, "entry_end", own | {"to_on": "", "why": "Förlängt tills vidare"}, 2)
    assert register.wanted(Undertaking, "AT-2026-1").entry.to_on is None
    with pytest.raises(FieldProblem, match="Fill in"):
        sent(register, "entry_end", own | {"to_on": "", "why": "Igen"}, 3)


def test_a_first_day_after_the_last_is_told_beside_it(register: Register) -> None:
    with pytest.raises(FieldProblem) as told:
        sent(register, "undertaking_add", POST | {"to_on": "2026-01-31"})
    assert told.value.field == "to_on"
    sent(register, "undertaking_add", POST | {"to_on": "2026-06-30"})
    with pytest.raises(FieldProblem, match="30 June 2026") as told:
        sent(register, "undertaking_change", POST | {"id": "AT-2026-1", "from_on": "2026-07-01"}, 1)
    assert told.value.field == "from_on"


def test_what_was_entered_by_mistake_is_cancelled_with_a_reason_and_still_found(
    register: Register, tmp_path: Path, open_page: Open
) -> None:
    sent(register, "undertaking_add", POST)
    cancel = {"of": "undertaking", "id": "AT-2026-1", "why": ""}
    with pytest.raises(FieldProblem) as told:
        sent(register, "entry_cancel", cancel, 1)
    assert told.value.field == "why"
    sent(register, "entry_cancel", cancel | {"why": "Inskriven två gånger"}, 1)
    assert register.list(Undertaking) == ()
    html = html_of(open_page(tmp_path, "agreements", id="AT-2026-1"))
    assert "Återkallat: Inskriven två gånger" in words_of(html)
    assert "undertaking_change" not in html
    assert "/agreements?id=AT-2026-2" in sent(register, "undertaking_add", POST).to


def test_what_cannot_be_is_told_beside_its_field(register: Register) -> None:
    for typed in ("101", "-1", "hälften", "nan"):
        with pytest.raises(FieldProblem) as told:
            sent(register, "undertaking_add", POST | {"region_share": typed})
        assert told.value.field == "region_share"
    with pytest.raises(FieldProblem) as told:
        sent(register, "risk_add", FALL | {"indicators": ["Z9"]})
    assert told.value.field == "indicators"


def test_a_risk_is_closed_with_a_reason_and_opened_again_with_another(register: Register) -> None:
    assert "/agreements?id=RI-2026-1" in sent(register, "risk_add", FALL).to
    with pytest.raises(FieldProblem):
        sent(register, "risk_close", {"id": "RI-2026-1", "why": ""}, 1)
    sent(register, "risk_close", {"id": "RI-2026-1", "why": "Bidraget förlängdes"}, 1)
    sent(register, "risk_reopen", {"id": "RI-2026-1", "why": "Bara ett år"}, 2)
    sent(register, "risk_change", FALL | {"id": "RI-2026-1", "indicators": [], "review_on": "2026-09-01"}, 3)
    kept = register.wanted(Risk, "RI-2026-1").entry
    assert (kept.status, kept.indicators, kept.review_on) == ("open", (), date(2026, 9, 1))
    changes = audit.of_object(register, Risk, "RI-2026-1")
    reasons = [each.reason() for each in changes]
    assert [each.sv for each in reasons if each] == ["Bidraget förlängdes", "Bara ett år"]


def test_a_cancelled_risk_rests_on_no_agreement(register: Register, tmp_path: Path, open_page: Open) -> None:
    sent(register, "risk_add", FALL | {"agreement_id": "AV-1"})
    assert "Bidraget tar slut" in words_of(html_of(open_page(tmp_path, "agreements", id="AV-1")))
    sent(register, "entry_cancel", {"of": "risk", "id": "RI-2026-1", "why": "Inskriven två gånger"}, 1)
    assert "Bidraget tar slut" not in words_of(html_of(open_page(tmp_path, "agreements", id="AV-1")))


def test_what_is_not_there_says_so(register: Register, tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match="AT-9") as told:
        sent(register, "undertaking_change", POST | {"id": "AT-9"}, 1)
    assert told.value.code == "entry_unknown"
    with pytest.raises(UserProblem, match="AT-9"):
        open_register(tmp_path / "none.sqlite", read_only=True).wanted(Undertaking, "AT-9")
