"""The register as plain tables: what indicators about the committee's own work are counted from."""

from __future__ import annotations

from typing import Any

from governance.entries import AgendaItem, Contents

Table = tuple[dict[str, object], ...]


def tables(contents: Contents) -> dict[str, Table]:
    """The register's tables for indicators, each row a plain dict.

    Out     meetings    meeting_id, held_on, called_by | one per meeting held
            seats       meeting_id, held_on, party, seat, attended | one per permanent seat that was called
            follow_ups  decision_id, organisation, due_on, recorded_on
            agreements  agreement_id, organisation, valid_from, valid_to, revised_on | one per revision, the first
                        being the day the agreement began to hold
            cycles      cycle_id, organisation, started_on, closed_on, has_measured_result
            actions     action_id, organisation, opened_on, due_on, closed_on, status
    """
    return {
        "meetings": _meetings(contents),
        "seats": _seats(contents),
        "follow_ups": tuple(
            {
                "decision_id": each.decision_id,
                "organisation": each.organisation,
                "due_on": each.due_on,
                "recorded_on": each.recorded_on,
            }
            for each in contents.follow_ups
        ),
        "agreements": _agreements(contents),
        "cycles": tuple(
            {
                "cycle_id": each.id,
                "organisation": each.organisation,
                "started_on": each.started_on,
                "closed_on": each.closed_on,
                "has_measured_result": each.is_measured,
            }
            for each in contents.cycles
        ),
        "actions": tuple(
            {
                "action_id": each.id,
                "organisation": each.organisation,
                "opened_on": each.opened_on,
                "due_on": each.due_on,
                "closed_on": each.closed_on,
                "status": each.status,
            }
            for each in contents.actions
        ),
    }


def matters(contents: Contents) -> Table:
    """What the committee took up: on, perspective, indicators | one per agenda item taken and per decision.

    Rule    a decision has the perspective of the item it was made under, and none without one
    """
    held = {meeting.id: meeting.held_on for meeting in contents.meetings if meeting.status == "held"}
    items = {item.id: item for item in contents.agenda_items}
    taken: list[dict[str, Any]] = [
        {"on": held[item.meeting_id], "perspective": item.perspective, "indicators": item.indicators}
        for item in items.values()
        if item.meeting_id in held and item.status == "taken"
    ]
    taken += [
        {
            "on": each.decided_on,
            "perspective": _perspective(items.get(each.item_id or "")),
            "indicators": each.indicators,
        }
        for each in contents.decisions
    ]
    return tuple(sorted(taken, key=lambda row: row["on"]))


def _perspective(item: AgendaItem | None) -> str | None:
    return item.perspective if item else None


def _meetings(contents: Contents) -> Table:
    return tuple(
        {"meeting_id": each.id, "held_on": each.held_on, "called_by": each.called_by}
        for each in contents.meetings
        if each.status == "held"
    )


def _seats(contents: Contents) -> Table:
    held = {meeting.id: meeting.held_on for meeting in contents.meetings if meeting.status == "held"}
    seats = {seat.id: seat for seat in contents.seats if seat.kind == "permanent"}
    return tuple(
        {
            "meeting_id": each.meeting_id,
            "held_on": held[each.meeting_id],
            "party": seats[each.seat_id].party,
            "seat": each.seat_id,
            "attended": each.status in ("present", "substitute"),
        }
        for each in contents.attendance
        if each.meeting_id in held and each.seat_id in seats
    )


def _agreements(contents: Contents) -> Table:
    days = {each.id: [each.from_on] for each in contents.agreements}
    for revision in contents.revisions:
        days[revision.agreement_id].append(revision.revised_on)
    return tuple(
        {
            "agreement_id": each.id,
            "organisation": each.owner,
            "valid_from": each.from_on,
            "valid_to": each.to_on,
            "revised_on": day,
        }
        for each in contents.agreements
        for day in sorted(set(days[each.id]))
    )
