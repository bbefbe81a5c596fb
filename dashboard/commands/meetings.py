"""`samsyn meetings`: the committee's meetings as a list, or as a file for the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.commands.options import HERE, JsonOption, LanguageOption, PathOption
from dashboard.commands.terminal import language as language_now
from dashboard.commands.terminal import say, show_json, tell
from dashboard.texts import meetings as words
from metrics.problem import Text, UserProblem
from pipelines import workspace

if TYPE_CHECKING:
    from governance.entries import Meeting
    from governance.keeping import Held
    from governance.register import Register

UNKNOWN = Text(sv="Mötet {id} finns inte i registret.", en="The meeting {id} is not in the register.")
WRITTEN = Text(sv="Skrivet till {file}.", en="Written to {file}.")
LINE = Text(
    sv="{id}  {held_on} {starts_at}  {minutes} min  {status}", en="{id}  {held_on} {starts_at}  {minutes} min  {status}"
)


def meetings(
    ics: Annotated[Path | None, typer.Option("--ics", help="Write them to this file, for a calendar.")] = None,
    meeting: Annotated[
        str | None, typer.Option("--meeting", help="Only this one, as an invitation, update or cancellation.")
    ] = None,
    path: PathOption = HERE,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """List the committee's meetings, or write them as iCalendar: a meeting keeps its place in the calendar it is in."""
    from governance.entries import Meeting
    from governance.register import open_register

    here = workspace.open_workspace(path)
    register = open_register(here.register_place, read_only=True, key=here.register_key)
    held = [each for each in register.held_all(Meeting) if meeting in (None, each.entry.id)]
    if meeting is not None and not held:
        raise UserProblem("meeting_unknown", UNKNOWN.format(id=meeting))
    if ics is not None:
        ics.write_bytes(_calendar(register, held, (here.id, here.name), is_one=meeting is not None))
        tell(WRITTEN.format(file=ics))
    elif as_json:
        show_json({"meetings": [_told(each.entry) for each in held]})
    elif not held:
        tell(words.NONE)
    else:
        for each in held:
            told = _told(each.entry) | {"status": words.STATUSES[each.entry.status]}
            say(LINE.format(**told))


def _told(meeting: Meeting) -> dict[str, object]:
    return {
        "id": meeting.id,
        "held_on": str(meeting.held_on),
        "starts_at": meeting.starts_at,
        "minutes": meeting.minutes,
        "status": meeting.status,
    }


def _calendar(register: Register, held: Sequence[Held[Meeting]], committee: tuple[str, Text], *, is_one: bool) -> bytes:
    """One meeting as an invitation, update or cancellation; several as a calendar to follow."""
    from dashboard.packs import calendar
    from governance.entries import AgendaItem

    whole = [
        (one, tuple(item for item in register.list(AgendaItem, meeting_id=one.entry.id) if item.status != "cancelled"))
        for one in held
    ]
    if is_one:
        return calendar.of_meeting(*whole[0], committee, language_now())
    return calendar.of_meetings(whole, committee, language_now())
