"""What entries about a meeting must keep: what its minutes say stands once they are out, and who may change it."""

from __future__ import annotations

from governance.checks.writing import Known, Writing
from governance.entries import (
    Action,
    AgendaItem,
    Amendment,
    Approval,
    Attendance,
    Decision,
    Entry,
    ItemMinutes,
    Meeting,
    Minutes,
    Seat,
)
from governance.words import called
from metrics.problem import Text, UserProblem


def minutes_stand(entry: Entry, writing: Writing) -> UserProblem | None:
    """What minutes that are out say of a meeting is not changed beside them: a correction opens them, with a reason.

    Rule    who was there may ask for changes, so attendance stands from the day they are sent out; what was said of an
            item is changed by the answer to such a wish, and stands once they are locked
    """
    status = "" if isinstance(entry, Decision) else minutes_of(entry, writing.known)
    if status == "locked":
        return _refused(
            "minutes_locked",
            entry,
            sv="Protokollet är låst. Öppna en rättelse under Justering och skriv vad den gäller.",
            en="The minutes are locked. Open a correction under Approval, and say what it is about.",
        )
    if status == "circulated" and not isinstance(entry, ItemMinutes):
        return _refused(
            "minutes_out",
            entry,
            sv="Protokollet är utskickat, och mötets tid, närvaro och dagordning hör till det. Öppna en rättelse under "
            "Justering och skriv vad den gäller.",
            en="The minutes are out to be read, and the meeting's time, attendance and agenda are part of them. Open a "
            "correction under Approval, and say what it is about.",
        )
    return None


def a_decision_in_minutes_stands(entry: Entry, writing: Writing) -> UserProblem | None:
    """A decision that minutes tell of is not rewritten once they are out: both organisations approve what they read."""
    if not isinstance(entry, Decision) or not isinstance(writing.before, Decision):
        return None
    if all(minutes_of(each, writing.known) in ("", "draft") for each in (writing.before, entry)):
        return None
    return _refused(
        "decision_in_minutes",
        entry,
        sv="Beslutet står i ett protokoll som är utskickat eller låst. Låt ett nytt beslut ersätta det, eller öppna en "
        "rättelse av protokollet.",
        en="The decision stands in minutes that are out or locked. Let a new decision supersede it, or open a "
        "correction of the minutes.",
    )


def an_item_spoken_of_stays(entry: Entry, writing: Writing) -> UserProblem | None:
    """An item stays on its agenda once something has been written, decided or promised under it."""
    if not isinstance(entry, AgendaItem):
        return None
    if not any(writing.known.of(kind, item_id=entry.id) for kind in (ItemMinutes, Decision, Action)):
        return None
    return _refused(
        "item_spoken_of",
        entry,
        sv="Något är skrivet, beslutat eller lovat under punkten. Den står därför kvar: ändra i protokollet.",
        en="Something has been written, decided or promised under the item, so it stays: change the minutes.",
    )


def amended_by_those_present(entry: Entry, writing: Writing) -> UserProblem | None:
    """Only who was at the meeting may ask for another wording, and only of minutes that are out to be read."""
    if not isinstance(entry, Amendment) or entry.status != "proposed":
        return None
    there = writing.known.of(Attendance, meeting_id=entry.meeting_id, seat_id=entry.seat_id)
    if not any(each.status in ("present", "substitute") for each in there):
        return _refused(
            "not_present",
            entry,
            sv="Bara den som var på mötet kan begära en ändring i protokollet.",
            en="Only those who were at the meeting can ask for a change in the minutes.",
        )
    if writing.known.of(Minutes, meeting_id=entry.meeting_id, status="circulated"):
        return None
    return _refused(
        "minutes_not_circulated",
        entry,
        sv="Protokollet är inte utskickat för läsning, eller redan låst.",
        en="The minutes are not out to be read, or are already locked.",
    )


def approved_by_own_side(entry: Entry, writing: Writing) -> UserProblem | None:
    """An organisation's approval is given from a seat of its own."""
    if not isinstance(entry, Approval) or writing.known.of(Seat, id=entry.seat_id, party=entry.organisation):
        return None
    return _refused(
        "approved_by_other_side",
        entry,
        sv="Justeringen ska göras av någon som har organisationens egen plats.",
        en="The approval must be given by somebody on a seat of the organisation itself.",
    )


def minutes_of(entry: Entry, known: Known) -> str:
    """How far the minutes that tell of an entry have come; "" where none do."""
    meeting = _meeting_of(entry, known)
    return next((held.status for held in known.of(Minutes, meeting_id=meeting)), "") if meeting else ""


def _meeting_of(entry: Entry, known: Known) -> str:
    if isinstance(entry, Meeting):
        return entry.id
    if isinstance(entry, AgendaItem | Attendance):
        return entry.meeting_id
    if isinstance(entry, ItemMinutes | Decision) and entry.item_id:
        return next((item.meeting_id for item in known.of(AgendaItem, id=entry.item_id)), "")
    return ""


def _refused(code: str, entry: Entry, *, sv: str, en: str) -> UserProblem:
    said = Text(sv="{entry}: " + sv, en="{entry}: " + en)
    return UserProblem(code, said.format(entry=called(entry)))
