"""The agenda that writes itself: each matter has a reason, and all of it fits the meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from governance.agenda import Draft, Notice, Situation, draft
from governance.arranging import accept, fits
from governance.entries import (
    PLURAL,
    AgendaItem,
    Agreement,
    Approval,
    Confirmation,
    Contents,
    Entry,
    Minutes,
    Undertaking,
    Unit,
    Yearly,
)
from governance.minutes import fingerprint, proceedings_in
from governance.register import Register
from tests.registers import a_meeting, an_action, an_item, text

TODAY = date(2026, 1, 15)
MEETING = a_meeting(id="M-2", held_on=date(2026, 2, 17), status="planned", minutes=120)
SAID = text("Said")
LEADS = Confirmation(
    unit_id="x", organisation="region", period="2025-Q4", confirmed_on=TODAY, raised=text("No room for groups")
)
UNIT = Unit(id="x", name=text("Unit X"), kind="mobile")
AGREEMENT = Agreement(
    id="AV-1", title=SAID, text=SAID, owner="region", from_on=date(2020, 1, 1), to_on=date(2026, 6, 30)
)
GRANT = Undertaking(
    id="AT-1", kind="temporary_funding", title=SAID, organisation="region", from_on=TODAY, to_on=date(2026, 3, 31)
)
EFFECT = an_action(status="done", closed_on=date(2025, 3, 1), expects_indicator="P2", expects_on=date(2026, 2, 1))


def drafted(
    *entries: Entry, notices: tuple[Notice, ...] = (), yearly: tuple[Yearly, ...] = (), **meeting: int
) -> Draft:
    lists: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        lists[PLURAL[type(entry)]] = (*lists.get(PLURAL[type(entry)], ()), entry)
    contents = Contents(**lists)  # type: ignore[arg-type]
    at = replace(MEETING, **meeting)  # type: ignore[arg-type]
    return draft(Situation(meeting=at, contents=contents, notices=notices, yearly=yearly, today=TODAY))


def sources(found: Draft) -> list[tuple[str, str]]:
    return [(item.source, item.about) for item in found.items]


def reasons(found: Draft) -> list[str]:
    return [item.why.sv if item.why else "" for item in found.items]


def signal(indicator: str, organisation: str = "region") -> Notice:
    return Notice(indicator_id=indicator, organisation=organisation, perspective="process", text=text(indicator))  # type: ignore[arg-type]


def test_minutes_that_wait_for_approval_come_first() -> None:
    found = drafted(a_meeting(), Minutes(meeting_id="M-1", status="circulated"), notices=(signal("P2"),))
    assert sources(found) == [("minutes", "minutes/M-1"), ("signal", "indicator/P2")]


def test_minutes_say_what_they_wait_for() -> None:
    now = fingerprint(proceedings_in(Contents(meetings=(a_meeting(),)), "M-1"))
    given = Approval(meeting_id="M-1", organisation="region", seat_id="x", approved_on=TODAY, sha256=now)
    out = Minutes(meeting_id="M-1", status="circulated")
    assert reasons(drafted(a_meeting(), Minutes(meeting_id="M-1"))) == ["Är ännu inte utskickat."]
    assert reasons(drafted(a_meeting(), out)) == ["Väntar på båda organisationernas justering."]
    assert reasons(drafted(a_meeting(), out, given)) == ["Väntar på att kommunen justerar."]
    earlier = replace(given, sha256="of another wording")
    assert reasons(drafted(a_meeting(), out, earlier)) == ["Väntar på båda organisationernas justering."]


def test_locked_minutes_need_no_time() -> None:
    assert sources(drafted(a_meeting(), Minutes(meeting_id="M-1", status="locked"))) == []


def test_both_sides_of_a_signal_are_one_matter_with_both_sentences() -> None:
    found = drafted(notices=(signal("P2"), signal("P2", "municipality"), signal("U1")))
    assert [item.indicators for item in found.items] == [("P2",), ("U1",)]
    assert found.items[0].why is not None
    assert found.items[0].why.en == "P2 in English P2 in English"


def test_a_signal_that_lasts_is_drafted_until_a_meeting_has_taken_it_up() -> None:
    lasting = replace(signal("P2"), is_new=False)
    assert [item.title.sv for item in drafted(notices=(signal("U1"), lasting)).items] == [
        "U1: ny signal",
        "P2: signalen kvarstår",
    ]
    before = a_meeting(held_on=date(2025, 12, 2))
    assert sources(drafted(before, an_item(indicators=("P2",)), notices=(lasting,))) == []
    put_off = an_item(indicators=("P2",), status="postponed", source="signal", about="indicator/P2")
    assert sources(drafted(before, put_off, notices=(lasting,))) == [("signal", "indicator/P2")]


def test_an_agreement_that_has_ended_is_said_to_have_ended() -> None:
    (item,) = drafted(replace(AGREEMENT, to_on=date(2025, 12, 31))).items
    assert item.why is not None
    assert item.why.sv.endswith(" gick ut 31 december 2025.")


def test_an_effect_is_said_of_the_measure_by_its_name() -> None:
    at = Situation(meeting=MEETING, contents=Contents(actions=(EFFECT,)), names={"P2": text("Plans")}, today=TODAY)
    (item,) = draft(at).items
    assert item.why is not None
    assert item.why.sv == "Plans på svenska skulle ha rört sig senast 1 februari 2026."


def test_an_overdue_action_says_since_when_and_whose() -> None:
    found = drafted(an_action())
    assert sources(found) == [("overdue", "action/A-1")]
    assert found.items[0].why is not None
    assert found.items[0].why.sv == "Skulle ha varit klar 1 juni 2025. Ansvarig: regionen."


def test_an_action_done_or_not_yet_due_is_left_alone() -> None:
    done = an_action(status="done", closed_on=date(2025, 5, 1))
    assert sources(drafted(done, an_action(id="A-2", due_on=TODAY))) == []


def test_an_effect_is_reviewed_when_it_was_to_show_and_once() -> None:
    assert sources(drafted(EFFECT)) == [("effect_review", "action/A-1")]
    assert sources(drafted(replace(EFFECT, expects_on=date(2026, 3, 1)))) == []
    assert sources(drafted(EFFECT, an_item(about="action/A-1", source="effect_review"))) == []


def test_what_ends_within_half_a_year_is_taken_up() -> None:
    assert sources(drafted(AGREEMENT, GRANT)) == [("expiry", "agreement/AV-1"), ("expiry", "undertaking/AT-1")]
    assert sources(drafted(replace(AGREEMENT, to_on=date(2027, 1, 1)))) == []


def test_an_agreement_with_a_successor_is_not_taken_up() -> None:
    assert sources(drafted(AGREEMENT, replace(AGREEMENT, id="AV-2", to_on=None, supersedes="AV-1"))) == []


def test_what_a_leader_raised_is_taken_up_until_it_has_been() -> None:
    about = "confirmation/x/region/2025-Q4"
    assert sources(drafted(UNIT, LEADS)) == [("raised", about)]
    assert sources(drafted(UNIT, LEADS, an_item(about=about))) == []
    assert sources(drafted(UNIT, replace(LEADS, raised=None))) == []


def test_what_was_put_off_comes_back_until_it_is_taken_up() -> None:
    later = a_meeting(id="M-1b", held_on=date(2025, 9, 2))
    off = an_item(status="postponed", minutes=25, why=text("Asked"))
    found = drafted(a_meeting(), later, off)
    assert sources(found) == [("secretary", "agenda_item/M-1-1")]
    assert (found.items[0].title, found.items[0].minutes, found.items[0].status) == (off.title, 25, "planned")
    assert reasons(found) == ["Sköts upp den 4 februari 2025. Asked på svenska"]
    again = an_item(id="M-1b-1", meeting_id="M-1b", about="agenda_item/M-1-1")
    assert sources(drafted(a_meeting(), later, off, again)) == []
    assert reasons(drafted(a_meeting(), later, off, replace(again, status="postponed"))) == [
        "Sköts upp den 2 september 2025."
    ]
    assert sources(drafted(a_meeting(), replace(later, status="cancelled"), off, again)) == [
        ("secretary", "agenda_item/M-1-1")
    ]


def test_what_is_put_off_and_has_ended_since_stays_away() -> None:
    for source in ("overdue", "signal", "expiry", "minutes"):
        assert sources(drafted(a_meeting(), an_item(status="postponed", source=source, about="action/A-1"))) == []


def test_what_waits_for_two_reasons_is_one_item_with_both() -> None:
    late = replace(EFFECT, status="open", closed_on=None)
    found = drafted(late)
    assert sources(found) == [("effect_review", "action/A-1")]
    assert reasons(found) == [
        "P2 skulle ha rört sig senast 1 februari 2026. Skulle ha varit klar 1 juni 2025. Ansvarig: regionen."
    ]


def test_what_ends_first_is_proposed_first() -> None:
    sooner = replace(AGREEMENT, id="AV-2", to_on=date(2026, 4, 30))
    assert [item.about for item in drafted(AGREEMENT, sooner).items] == ["agreement/AV-2", "agreement/AV-1"]


def test_every_matter_has_its_reason_and_stands_once() -> None:
    everything = (
        a_meeting(), Minutes(meeting_id="M-1"), an_item(status="postponed"), UNIT, LEADS, AGREEMENT, GRANT,
        replace(EFFECT, status="open", closed_on=None), an_action(id="A-2"),
    )  # fmt: skip
    round_ = (Yearly(id="Y-1", month=2, title=text("Accounts")),)
    found = drafted(*everything, notices=(signal("P2"), signal("P2", "municipality")), yearly=round_, minutes=480)
    assert [source for source, _ in sources(found)] == [
        "minutes", "signal", "secretary", "raised", "effect_review", "expiry", "expiry", "annual", "overdue",
    ]  # fmt: skip
    assert len({item.about for item in found.items}) == len(found.items)
    assert all(reasons(found))


def test_the_annual_cycle_has_its_month() -> None:
    yearly = (Yearly(id="Y-1", month=2, title=text("Accounts")), Yearly(id="Y-2", month=5, title=text("Review")))
    assert [item.title.en for item in drafted(yearly=yearly).items] == ["Accounts in English"]


def test_a_draft_takes_no_more_time_than_the_meeting_has() -> None:
    found = drafted(notices=tuple(signal(f"P{number}") for number in range(1, 11)), minutes=60)
    assert (len(found.items), found.minutes, len(found.left_out)) == (4, 60, 6)
    assert found.left_out[0].indicators == ("P10",)  # the least urgent goes first


def test_what_stands_already_takes_its_time_and_is_not_drafted_again() -> None:
    standing = an_item(id="M-2-1", meeting_id="M-2", minutes=110, about="indicator/P2", status="planned")
    found = drafted(standing, an_action(), notices=(signal("P2"),))
    assert [(item.about, item.position) for item in found.items] == [("action/A-1", 2)]


def test_what_the_secretary_removed_stays_away() -> None:
    removed = an_item(id="M-2-1", meeting_id="M-2", about="indicator/P2", status="cancelled")
    assert sources(drafted(removed, notices=(signal("P2"),))) == []


def test_accepted_items_stand_on_the_agenda(empty: Register) -> None:
    empty.add(MEETING)
    found = drafted(notices=(signal("P2"), signal("U1")))
    accept(empty, found.items, by="secretary")
    assert empty.list(AgendaItem, meeting_id="M-2") == found.items
    assert fits(MEETING, found.items)
    assert not fits(replace(MEETING, minutes=20), found.items)
