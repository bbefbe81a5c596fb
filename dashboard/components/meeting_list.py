"""The meetings of one year as a list: when, who called, how many items, how far the minutes have come."""

from __future__ import annotations

from html import escape

from dashboard import data
from dashboard.texts import long_date, texts
from dashboard.texts import meetings as say
from dashboard.view import View
from governance.entries import AgendaItem, Contents, Meeting, Minutes


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
        (say.STATUS, say.STATUSES[meeting.status][language]),
        (say.ITEMS, str(items)),
        (say.MINUTES, say.MINUTES_STATUSES[minutes][language]),
    )
    rest = "".join(f'<td data-label="{escape(label[language])}">{escape(words)}</td>' for label, words in cells)
    day = escape(long_date(texts(language), meeting.held_on))
    return f'<tr data-href="{to}"><th scope="row"><a href="{to}">{day}</a></th>{rest}</tr>'
