"""The page of one meeting put together: its head and parts, and what each part shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from html import escape

import streamlit as st

from dashboard import data, register_desk
from dashboard.components import control_chart, history, indicator_page, register_form, year_wheel
from dashboard.components import indicator_words as words
from dashboard.components import meeting_agenda as agenda
from dashboard.components import meeting_forms as forms
from dashboard.components import meeting_minutes as said
from dashboard.components import meeting_reading as reading
from dashboard.components import meeting_recording as recording
from dashboard.components.chart_marks import Mark
from dashboard.components.meeting_agenda import section
from dashboard.components.meeting_reading import Sitting
from dashboard.texts import long_date, texts
from dashboard.texts import meetings as say
from dashboard.texts import minutes as minutes_say
from dashboard.theme import mode
from dashboard.view import View
from governance import minutes
from governance.entries import AgendaItem, Contents, ItemMinutes, Meeting, Minutes
from governance.keeping import Held
from metrics.problem import Language, Text


def part_of(view: View) -> str:
    """Which part of the meeting the address asks for."""
    asked = dict(view.more).get("part", "")
    return asked if asked in say.PARTS else "agenda"


def address(view: View, part: str, item: str = "") -> str:
    """The address of a part of the meeting, and of one item in it."""
    more = (("part", part), *((("item", item),) if item else ()))
    return replace(view, more=more).address


def head(seen: Sitting, view: View) -> str:
    """When and where, how far it has come, and the ways to its parts."""
    language, meeting = view.language, seen.meeting.entry
    here = part_of(view)
    links = "".join(
        f'<li><a href="{escape(address(view, part))}"{" aria-current=page" if part == here else ""}>'
        f"{escape(name[language])}</a></li>"
        for part, name in say.PARTS.items()
    )
    when = say.WHEN.format(start=meeting.starts_at, end=ends_at(meeting))[language]
    facts = [when]
    if meeting.place is not None:
        facts.append(meeting.place[language])
    facts.append(f"{say.CALLED_BY[language]}: {say.LANES[meeting.called_by][language].lower()}")
    facts.append(year_wheel.status(meeting)[language])
    title = say.ONE_TITLE.format(day=_day(meeting, language))[language]
    return (
        f'<div class="head"><div><h1 id="innehall">{escape(title)}</h1>'
        f'<p class="subtitle">{escape(" · ".join(facts))}</p></div>'
        f'<a href="{escape(view.to("meetings"))}">{escape(say.ALL_MEETINGS[language])}</a></div>'
        f'<nav class="parts" aria-label="{escape(say.PARTS_LABEL[language])}"><ul>{links}</ul></nav>'
        f'<p class="finding">{escape(lede(seen, language))}</p>'
    )


def lede(seen: Sitting, language: Language) -> str:
    """The one sentence that says where the meeting stands."""
    meeting, items = seen.meeting, len(seen.items)
    if meeting.cancelled is not None:
        return say.LEDE_CANCELLED.format(why=meeting.cancelled)[language]
    minutes_ = seen.minutes.entry if seen.minutes else None
    if minutes_ is None and not items:
        draft = reading.drafted(meeting.entry.id)
        return say.LEDE_EMPTY.format(waiting=len(draft.items) + len(draft.left_out))[language]
    if minutes_ is None:
        return say.LEDE_PLANNED.format(items=items, planned=seen.planned, most=meeting.entry.minutes)[language]
    t = texts(language)
    if minutes_.status == "locked" and minutes_.locked_on:
        return say.LEDE_LOCKED.format(day=long_date(t, minutes_.locked_on))[language]
    if minutes_.status == "circulated" and minutes_.circulated_on:
        given = {each.organisation for each in seen.approvals if each.sha256 == seen.fingerprint}
        day = long_date(t, minutes_.circulated_on)
        return say.LEDE_CIRCULATED.format(day=day, approvals=len(given))[language]
    written = sum(each.entry.id in seen.said for each in seen.items)
    return say.LEDE_DRAFT.format(written=written, items=items)[language]


def agenda_part(seen: Sitting, contents: Contents, view: View) -> None:
    """What stands on the agenda, what waits, who came, and the meeting itself."""
    language, is_open = view.language, seen.is_open
    left = [section("agenda", say.AGENDA, [agenda.agenda(seen, contents, language)], language)]
    if is_open:
        draft = reading.drafted(seen.meeting.entry.id)
        left.append(section("draft", say.DRAFT, [agenda.proposals(seen, draft, contents, language)], language))
        left.append(section("own", say.OWN_ITEM, [agenda.own_item(seen, contents, language)], language))
    left.append(agenda.removed(seen, language))
    right = [
        section("attendance", say.ATTENDANCE_TITLE, [agenda.attendance(seen, contents, language)], language),
        to_see_to(seen, language),
        section("meeting", say.MEETING_ITSELF, [_itself(seen, language)], language),
    ]
    st.html(
        head(seen, view)
        + register_form.writing(view)
        + f'<div class="columns"><div>{"".join(left)}</div><div>{"".join(right)}</div></div>'
    )


def minutes_part(seen: Sitting, contents: Contents, view: View) -> None:
    """One item at a time: its minutes being written, beside its measure's chart."""
    language = view.language
    st.html(head(seen, view) + register_form.writing(view))
    if not seen.items:
        st.html(f'<p class="quiet">{escape(say.AGENDA_NONE[language])}</p>')
        return
    held = chosen(seen, view)
    at = seen.items.index(held)
    aside, main, beside = st.columns([2, 5, 5], gap="large")
    with aside:
        st.html(_contents(seen, held, view))
    with main:
        told = (minutes_say.OUT_TO_BE_READ, minutes_say.ACTION_ELSEWHERE) if seen.status == "circulated" else ()
        is_out = f'<p class="quiet">{escape(" ".join(each[language] for each in told))}</p>' if told else ""
        read = is_out + said.as_read(_said(seen, held), language)
        written = said.writing_form(seen, held, language) if seen.is_open else read
        can_record = seen.is_open and seen.meeting.entry.held_on <= data.today()
        record = recording.recording(seen, held, contents, language) if can_record else ""
        st.html(
            f'<section class="item"><h2 id="item">{at + 1}. {escape(held.entry.title[language])}</h2>'
            f'<p class="facts">{agenda.item_facts(held.entry, _titles(contents), language)}</p>'
            f"{_why(held.entry, language)}{written}{recording.came_of_it(seen, held.entry, language)}{record}"
            f"{_turns(seen, at, 'minutes', view)}</section>"
        )
    with beside:
        chart(held.entry, contents, view)


def approval_part(seen: Sitting, view: View) -> None:
    """The whole of the minutes to read, and their way to approved and locked."""
    language = view.language
    as_locked = seen.status == "locked" and minutes.is_as_locked(data.register(), seen.meeting.entry.id)
    way = said.way(seen, register_desk.acting(view), is_as_locked=as_locked, language=language)
    whole = "".join(
        f"<h3>{number}. {escape(held.entry.title[language])}</h3>{said.as_read(_said(seen, held), language)}"
        f"{recording.came_of_it(seen, held.entry, language)}"
        for number, held in enumerate(seen.items, start=1)
    )
    trail = history.history(Minutes, seen.meeting.entry.id, language) if seen.minutes else ""
    wishes = said.amendments(seen, language)
    st.html(
        head(seen, view)
        + register_form.writing(view)
        + f'<div class="columns"><div>{section("minutes", say.MINUTES, [whole], language)}</div><div>'
        + section("way", minutes_say.WAY, [way], language)
        + (section("amendments", minutes_say.AMEND, [wishes], language) if wishes else "")
        + to_see_to(seen, language)
        + f"{trail}</div></div>"
    )


def projector_part(seen: Sitting, contents: Contents, view: View) -> None:
    """One item at a time on a big screen, with its chart; the arrow keys turn the pages."""
    language = view.language
    if not seen.items:
        st.html(head(seen, view) + f'<p class="quiet">{escape(say.AGENDA_NONE[language])}</p>')
        return
    held = chosen(seen, view)
    at = seen.items.index(held)
    of = say.ITEM_OF.format(n=at + 1, all=len(seen.items))[language]
    facts = agenda.item_facts(held.entry, _titles(contents), language)
    back = escape(address(view, "minutes", held.entry.id))
    with st.container(key="projector"):
        item, beside = st.columns([5, 8], gap="medium") if held.entry.indicators else (st.container(), None)
        marks = ""
        if beside is not None:
            with beside:
                shown = chart(held.entry, contents, view, height=control_chart.SCREEN_PANEL_HEIGHT)
            marks = words.marks_list(shown, language, level=2)
        with item:
            st.html(
                f'<div class="projector"><p class="of">{escape(of)} · {facts}</p>'
                f'<h1 id="innehall">{escape(held.entry.title[language])}</h1>{_why(held.entry, language)}'
                f"{_concluded(_said(seen, held), language)}"
                f"{recording.came_of_it(seen, held.entry, language, level=2)}{marks}</div>"
            )
        st.html(
            f'{_turns(seen, at, "projector", view)}<p class="quiet turning">{escape(say.KEYS[language])} '
            f'<a href="{back}">{escape(say.PARTS["minutes"][language])}</a></p>'
        )


def chart(item: AgendaItem, contents: Contents, view: View, height: int = control_chart.PANEL_HEIGHT) -> Sequence[Mark]:
    """The control chart of the item's first measure, as on the measure's own page; the marks that are on it."""
    language, release = view.language, data.release()
    rows = [row for row in data.rows() if row.indicator.id in item.indicators[:1]]
    if release is None or not rows:
        st.html(f'<p class="quiet">{escape(say.NO_CHART[language])}</p>')
        return ()
    [row] = rows
    place = indicator_page.place(release.manifest["committee"])
    pair = indicator_page.pair(row, place.organisations, data.targets(), contents, "", place.breaks)
    link = escape(View(page="indicator", item=row.indicator.id, language=language).address)
    title = escape(f"{row.indicator.id} {row.indicator.name[language]}")
    st.html(f'<h2 class="measure"><a href="{link}">{title}</a></h2><p>{escape(words.finding(row)[language])}</p>')
    if pair is None:
        return ()
    # Drawn anew when what it shows has changed, not with every word of the minutes.
    key = f"{release.release_id} {data.joint()} meeting {row.indicator.id} {pair.targets} {pair.marks}"
    control_chart.show(pair, key, language, mode(), words.chart_text(row, place.organisations, language), height)
    st.html(words.legend(row, pair, language))
    return [mark for mark in pair.marks if not mark.before]


def chosen(seen: Sitting, view: View) -> Held[AgendaItem]:
    """The item the address names; else the first that is not written yet, or the first of all."""
    asked = seen.of(dict(view.more).get("item", ""))
    return asked or next((each for each in seen.items if each.entry.id not in seen.said), seen.items[0])


def to_see_to(seen: Sitting, language: Language) -> str:
    """What the register's rules find about the meeting, in words; nothing where they find nothing."""
    found = reading.to_see_to(seen)
    lines = "".join(f"<li>{escape(each.text[language])}</li>" for each in found)
    return section("see", say.TO_SEE_TO, [f'<ul class="lines">{lines}</ul>'], language) if found else ""


def ends_at(meeting: Meeting) -> str:
    """The time of day a meeting ends."""
    start = datetime.combine(meeting.held_on, time.fromisoformat(meeting.starts_at))
    return f"{start + timedelta(minutes=meeting.minutes):%H:%M}"


def _itself(seen: Sitting, language: Language) -> str:
    """When and where it is, to be changed; and its cancelling."""
    trail = history.history(Meeting, seen.meeting.entry.id, language)
    change = forms.change_meeting(seen.meeting, language) if seen.is_open else ""
    if seen.is_open and seen.meeting.entry.status == "planned":
        title = escape(say.CANCEL_MEETING[language])
        change += f"<details><summary>{title}</summary>{forms.cancel_meeting(seen.meeting, language)}</details>"
    return change + trail


def _contents(seen: Sitting, here: Held[AgendaItem], view: View) -> str:
    """The items as a list of links, with how far each has come."""
    language = view.language
    lines = "".join(
        f'<li><a href="{escape(address(view, "minutes", held.entry.id))}"'
        f"{' aria-current=true' if held is here else ''}>{escape(held.entry.title[language])}</a>"
        f"<small>{escape(_state(seen, held)[language])}</small></li>"
        for held in seen.items
    )
    return f'<nav aria-label="{escape(say.AGENDA[language])}"><ol class="contents">{lines}</ol></nav>'


def _state(seen: Sitting, held: Held[AgendaItem]) -> Text:
    return say.ITEM_STATUSES["taken" if held.entry.id in seen.said else held.entry.status]


def _turns(seen: Sitting, at: int, part: str, view: View) -> str:
    """Links to the item before and the one after; the arrow keys follow them in meeting mode."""
    language, links = view.language, []
    for step, rel, name in ((-1, "prev", say.PREVIOUS_ITEM), (1, "next", say.NEXT_ITEM)):
        if at + step in range(len(seen.items)):
            to = seen.items[at + step].entry
            links.append(
                f'<a rel="{rel}" href="{escape(address(view, part, to.id))}">{escape(name[language])}: '
                f"{escape(to.title[language])}</a>"
            )
    return f'<p class="turns">{"".join(links)}</p>'


def _why(item: AgendaItem, language: Language) -> str:
    return f'<p class="why">{escape(item.why[language])}</p>' if item.why else ""


def _concluded(said: ItemMinutes | None, language: Language) -> str:
    """What an item came to, once it has been written."""
    if said is None or said.conclusion is None:
        return ""
    return f"<h2>{escape(say.CONCLUSION[language])}</h2><p>{escape(said.conclusion[language])}</p>"


def _said(seen: Sitting, held: Held[AgendaItem]) -> ItemMinutes | None:
    found = seen.said.get(held.entry.id)
    return found.entry if found else None


def _titles(contents: Contents) -> dict[str, Text]:
    return {seat.id: seat.title for seat in contents.seats}


def _day(meeting: Meeting, language: Language) -> str:
    return long_date(texts(language), meeting.held_on)
