"""The meetings of one year as a list: when, who called, how many items, how far the minutes have come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from dashboard import data
from dashboard.components import year_wheel
from dashboard.components.take_away import take_away
from dashboard.texts import long_date, texts
from dashboard.texts import meetings as say
from dashboard.view import View
from governance import annual
from governance.entries import AgendaItem, Contents, Meeting, Minutes
from metrics.problem import Text


def year_of(view: View, contents: Contents) -> int:
    """The year the address asks for; else that of the next meeting, or of the last."""
    asked = dict(view.more).get("year", "")
    if asked.isdigit() and int(asked) in _years(contents):
        return int(asked)
    coming = next_meeting(contents)
    if coming is not None:
        return coming.held_on.year
    return contents.meetings[-1].held_on.year if contents.meetings else data.today().year


def lede(contents: Contents, view: View) -> str:
    """When the committee meets next, and how many minutes wait for approval."""
    language, coming = view.language, next_meeting(contents)
    said = say.NO_NEXT[language]
    if coming is not None:
        day = escape(long_date(texts(language), coming.held_on))
        link = f'<a href="{escape(view.to("meetings", item=coming.id))}">{day}</a>'
        said = escape(say.NEXT[language]).format(day=link)
    begun = {each.meeting_id for each in contents.minutes if each.status != "locked"}
    waiting = [each for each in contents.meetings if each.id in begun]
    passed = [each for each in contents.meetings if year_wheel.is_passed(each)]
    more = _counted(say.WAITING, waiting, "approval", view) + _counted(say.PASSED, passed, "agenda", view)
    return f'<p class="finding">{said}{more}</p>'


def _counted(said: Text, meetings: Sequence[Meeting], part: str, view: View) -> str:
    """How many meetings it is so of, and which, each a link to its part; nothing where there is none."""
    here = replace(view, page="meetings")
    days = ", ".join(
        f'<a href="{escape(replace(here, item=each.id, more=(("part", part),)).address)}">'
        f"{escape(long_date(texts(view.language), each.held_on))}</a>"
        for each in meetings
    )
    return f" {escape(said[view.language]).format(n=len(meetings), days=days)}" if meetings else ""


def years(here: int, contents: Contents, view: View) -> str:
    """Links to the years that have meetings, the latest first."""
    links = "".join(
        f'<li><a href="{escape(replace(view, more=(("year", str(year)),)).address)}"'
        f"{' aria-current=true' if year == here else ''}>{year}</a></li>"
        for year in sorted(_years(contents), reverse=True)
    )
    return f'<nav class="parts years" aria-label="{escape(say.YEARS[view.language])}"><ul>{links}</ul></nav>'


def wheel_of(year: int, meetings: Sequence[Meeting], contents: Contents, view: View) -> str:
    """The year's wheel with its table, and how to read it."""
    return year_wheel.wheel(year, meetings, annual.round_of(contents), view)


def take_wheel(year: int, meetings: Sequence[Meeting], contents: Contents, view: View) -> None:
    """The wheel and its table to take away."""
    language, round_ = view.language, annual.round_of(contents)
    take_away(
        lambda: year_wheel.sheet(year, meetings, round_, language),
        f"{say.WHEEL_FILE[language]}_{year}",
        view,
        picture=lambda: year_wheel.drawing(year, meetings, round_, language, ("light",)),
    )


def _years(contents: Contents) -> set[int]:
    return {each.held_on.year for each in contents.meetings}


def next_meeting(contents: Contents) -> Meeting | None:
    """The first meeting that is planned for today or later."""
    today = data.today()
    return next((each for each in contents.meetings if each.status == "planned" and each.held_on >= today), None)


def meeting_rows(contents: Contents, meetings: tuple[Meeting, ...], view: View) -> str:
    """One row per meeting, the latest first; each leads to its page."""
    language = view.language
    if not meetings:
        return f'<p class="quiet">{escape(say.NONE[language])}</p>'
    heads = (say.DAY, say.CALLED_BY, say.STATUS, say.ITEMS, say.MINUTES)
    head = "".join(f'<th scope="col">{escape(each[language])}</th>' for each in heads)
    rows = "".join(_row(contents, each, view) for each in reversed(meetings))
    return f'<table class="deliveries meetings"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(contents: Contents, meeting: Meeting, view: View) -> str:
    language = view.language
    to = escape(view.to("meetings", item=meeting.id))
    items = sum(each.status != "cancelled" for each in contents.of(AgendaItem, meeting_id=meeting.id))
    minutes = next((each.status for each in contents.of(Minutes, meeting_id=meeting.id)), "")
    cells = (
        (say.CALLED_BY, say.LANES[meeting.called_by][language]),
        (say.STATUS, year_wheel.status(meeting)[language]),
        (say.ITEMS, str(items)),
        (say.MINUTES, say.MINUTES_STATUSES[minutes][language]),
    )
    rest = "".join(f'<td data-label="{escape(label[language])}">{escape(words)}</td>' for label, words in cells)
    day = escape(long_date(texts(language), meeting.held_on))
    return f'<tr data-href="{to}"><th scope="row"><a href="{to}">{day}</a></th>{rest}</tr>'
