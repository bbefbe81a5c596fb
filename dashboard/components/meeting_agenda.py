"""A meeting's agenda and attendance: what stands, what waits as proposals, who came and whether they may decide."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dashboard import data
from dashboard.components import meeting_reading as reading
from dashboard.components.meeting_reading import Sitting
from dashboard.components.register_form import Field, button, form
from dashboard.texts import meetings as say
from dashboard.texts import minutes as minutes_say
from dashboard.view import View
from governance.agenda import Draft
from governance.entries import AgendaItem, Contents, Seat
from governance.keeping import Held
from metrics.problem import Language, Text, long_date


def agenda(seen: Sitting, contents: Contents, language: Language) -> str:
    """The items in their order, each with its reason and, while the agenda is open, the ways to change it."""
    if not seen.items:
        return f'<p class="quiet">{escape(say.AGENDA_NONE[language])}</p>'
    titles = {seat.id: seat.title for seat in contents.seats}
    lines = "".join(
        f'<li id="item-{escape(held.entry.id)}">{_item(held, titles, language)}'
        f"{_changes(seen, held, contents, language) if seen.is_open else ''}</li>"
        for held in seen.items
    )
    return f'{_time(seen, language)}{_stands(seen, language)}<ol class="agenda">{lines}</ol>'


def proposals(seen: Sitting, draft: Draft, contents: Contents, language: Language) -> str:
    """What waits for the meeting, each matter with its reason; those that fit are ticked."""
    waiting = (*draft.items, *draft.left_out)
    taken = _dealt_with(seen, contents, language)
    if not waiting:
        return f'<p class="quiet">{escape(say.DRAFT_NONE[language])}</p>{taken}'
    fields = [
        Field(name="meeting_id", kind="hidden", value=seen.meeting.entry.id),
        Field(
            name="about",
            label=say.DRAFT_ITEMS[language],
            kind="many",
            value="\n".join(item.about for item in draft.items),
            choices=[(item.about, _proposed(item, language)) for item in waiting],
        ),
    ]
    meeting = seen.meeting.entry.id
    submit = say.ACCEPT[language]
    drawn = form("agenda_accept", fields, about=f"meeting/{meeting}", language=language, submit=submit, focus="agenda")
    return f'<p class="quiet">{escape(say.DRAFT_TEXT[language])}</p>{drawn}{taken}'


def _dealt_with(seen: Sitting, contents: Contents, language: Language) -> str:
    """Worrying signals that are not proposed, each with the meeting that took it up."""
    lines = []
    for row, meeting in reading.dealt_with(seen.meeting.entry, contents):
        to = escape(View(page="meetings", item=meeting.id, language=language).address)
        day = escape(long_date(meeting.held_on, language))
        lines.append(f'<li>{escape(row.indicator.name[language])}, <a href="{to}">{day}</a></li>')
    said = f'<p class="quiet">{escape(say.DRAFT_DEALT_WITH[language])}</p>'
    return f'{said}<ul class="lines">{"".join(lines)}</ul>' if lines else ""


def own_item(seen: Sitting, contents: Contents, language: Language) -> str:
    """An item of the secretary's own."""
    meeting = seen.meeting.entry.id
    fields = [Field(name="meeting_id", kind="hidden", value=meeting), *_fields(None, contents, language)]
    return form("item_add", fields, about=f"meeting/{meeting}", language=language, submit=say.ADD_ITEM[language])


def removed(seen: Sitting, language: Language) -> str:
    """What was taken from the agenda, and why."""
    if not seen.removed:
        return ""
    lines = "".join(
        f"<li><b>{escape(held.entry.title[language])}</b><p>{escape(held.cancelled[language])}</p></li>"
        for held in seen.removed
        if held.cancelled is not None
    )
    return f'<h3 class="kind">{escape(say.REMOVED[language])}</h3><ul class="lines">{lines}</ul>'


def attendance(seen: Sitting, contents: Contents, language: Language) -> str:
    """Who came, by part of the committee, and whether each part was there in force."""
    meeting = seen.meeting.entry
    seats = reading.seats_of(contents, meeting.held_on)
    told = "".join(_quorum(each, language) for each in reading.quorum(seen, contents))
    if not seen.is_open:
        lines = "".join(
            f"<li>{escape(seat.title[language])}<p>{escape(_came(seen, seat)[language])}</p></li>" for seat in seats
        )
        return f'<ul class="quorum">{told}</ul>{_stands(seen, language)}<ul class="lines">{lines}</ul>'
    is_ahead = meeting.held_on > data.today()
    fields = [Field(name="meeting_id", kind="hidden", value=meeting.id)]
    for seat in sorted(seats, key=lambda each: list(say.PARTY).index(each.party)):
        now = seen.attendance[seat.id].status if seat.id in seen.attendance else ""
        fields += [
            Field(name=f"was {seat.id}", kind="hidden", value=now),
            Field(
                name=f"seat {seat.id}",
                label=seat.title[language],
                kind="choice",
                value=now,
                note=say.PARTY[seat.party][language],
                choices=[
                    (value, words[language])
                    for value, words in say.ATTENDANCE.items()
                    if (value or not now) and (value in ("", now, "apologies") or not is_ahead)
                ],
            ),
        ]
    about = f"meeting/{meeting.id}"
    drawn = form("attendance", fields, about=about, language=language, submit=say.ATTENDANCE_SAVE[language])
    if is_ahead:
        return f'<p class="quiet">{escape(say.ATTENDANCE_AHEAD.format(day=meeting.held_on)[language])}</p>{drawn}'
    missing = len(seen.attendance) < len(seats)
    everybody = button(
        "attendance",
        say.ALL_PRESENT[language],
        about=f"{about}/all",
        language=language,
        values={"meeting_id": meeting.id, "all": "yes"},
        focus="attendance",
    )
    return f'<ul class="quorum">{told}</ul>{everybody if missing else ""}{drawn}'


def item_facts(item: AgendaItem, titles: dict[str, Text], language: Language) -> str:
    """What sort of item it is, in one line: kind, minutes, perspective, who presents it, which measures."""
    facts = [say.KINDS[item.kind][language], say.MINUTES_WORD.format(n=item.minutes)[language]]
    if item.perspective:
        facts.append(say.PERSPECTIVES[item.perspective][language])
    if item.presenter in titles:
        facts.append(titles[item.presenter][language])
    facts += item.indicators
    return escape(" · ".join(facts))


def _item(held: Held[AgendaItem], titles: dict[str, Text], language: Language) -> str:
    item = held.entry
    why = ""
    if item.why is not None:
        source = say.SOURCES[item.source][language]
        why = f'<p class="why"><b>{escape(source[:1].upper() + source[1:])}.</b> {escape(item.why[language])}</p>'
    return f'<h3>{escape(item.title[language])}</h3><p class="facts">{item_facts(item, titles, language)}</p>{why}'


def _stands(seen: Sitting, language: Language) -> str:
    """Why nothing here can be changed any more, with the way to a correction; nothing while it can."""
    if seen.is_open or seen.minutes is None:
        return ""
    view = View(page="meetings", item=seen.meeting.entry.id, language=language, more=(("part", "approval"),))
    link = f'<a href="{escape(view.address)}#way">{escape(minutes_say.CORRECT[language])}</a>'
    return f'<p class="quiet">{escape(minutes_say.STANDS[seen.status][language])} {link}</p>'


def _changes(seen: Sitting, held: Held[AgendaItem], contents: Contents, language: Language) -> str:
    """Up, down, change and take off, each said with what it is about."""
    item = held.entry
    about, title = f"agenda_item/{item.id}", item.title[language]
    moves = "".join(
        button(
            "item_move",
            label[language],
            about=f"{about}/{way}",
            language=language,
            seen=held.version,
            values={"id": item.id, "way": way},
            described=title,
        )
        for way, label in (("up", say.UP), ("down", say.DOWN))
    )
    own = Field(name="id", kind="hidden", value=item.id)
    change = form(
        "item_change",
        [own, *_fields(item, contents, language)],
        about=about,
        seen=held.version,
        language=language,
        focus=f"change-{item.id}",
    )
    why = Field(name="why", label=say.WHY[language], wide=True)
    remove = form(
        "item_remove",
        [own, why],
        about=about,
        seen=held.version,
        language=language,
        submit=say.REMOVE[language],
        focus="agenda",
    )
    if seen.is_spoken_of(item.id):
        remove = f'<p class="quiet">{escape(minutes_say.SPOKEN_OF[language])}</p>'
    return (
        f'<div class="changes">{moves}<details><summary id="change-{escape(item.id)}">{escape(say.CHANGE[language])}'
        f'<span class="vh"> {escape(title)}</span></summary>{change}{remove}</details></div>'
    )


def _fields(item: AgendaItem | None, contents: Contents, language: Language) -> list[Field]:
    seats = reading.seats_of(contents, data.today())
    kinds = [(value, words[language]) for value, words in say.KINDS.items()]
    perspectives = [(value, words[language]) for value, words in say.PERSPECTIVES.items()]
    nobody = ("", say.NOT_CHOSEN[language])
    presenters = [nobody, *((seat.id, seat.title[language]) for seat in seats)]
    return [
        Field(name="title", label=say.ITEM_TITLE[language], value=item.title[language] if item else "", wide=True),
        Field(
            name="kind",
            label=say.KIND[language],
            kind="choice",
            value=item.kind if item else "discussion",
            choices=kinds,
        ),
        Field(
            name="minutes",
            label=say.LASTS[language],
            kind="number",
            value=str(item.minutes if item else 10),
            least=1,
            most=240,
        ),
        Field(
            name="perspective",
            label=say.PERSPECTIVE[language],
            kind="choice",
            value=(item.perspective or "") if item else "",
            choices=[nobody, *perspectives],
        ),
        Field(
            name="indicators",
            label=say.INDICATORS[language],
            value=", ".join(item.indicators) if item else "",
            note=say.INDICATORS_NOTE[language],
        ),
        Field(
            name="presenter",
            label=say.PRESENTER[language],
            kind="choice",
            value=(item.presenter or "") if item else "",
            choices=presenters,
        ),
    ]


def _time(seen: Sitting, language: Language) -> str:
    """How much of the meeting the items take, in words and as a bar."""
    planned, most = seen.planned, seen.meeting.entry.minutes
    words = escape(say.TIME.format(planned=planned, most=most)[language])
    bar = f'<meter min="0" max="{most}" value="{planned}" aria-label="{words}"></meter>'
    return f'<p class="planned-time">{bar} {words}</p>'


def _proposed(item: AgendaItem, language: Language) -> str:
    facts = [say.SOURCES[item.source][language], say.MINUTES_WORD.format(n=item.minutes)[language]]
    why = item.why[language] if item.why else ""
    return f"{item.title[language]}\n{', '.join(facts)}. {why}"


def _quorum(found: reading.Quorum, language: Language) -> str:
    said = say.QUORATE[found.party == "association", found.is_enough]
    seats = say.QUORUM.format(there=found.there, seats=found.seats)[language]
    name = say.PARTY[found.party][language]
    who = f'<span class="side {found.party}"><i class="dot"></i>{escape(name)}</span>'
    kind = "enough" if found.is_enough else "short"
    return f'<li class="{kind}">{who} {escape(seats)}, <b>{escape(said[language])}</b></li>'


def _came(seen: Sitting, seat: Seat) -> Text:
    return say.ATTENDANCE[seen.attendance[seat.id].status if seat.id in seen.attendance else ""]


def section(place: str, title: Text, parts: Sequence[str], language: Language) -> str:
    """One part of the page under its heading, which the focus can go to."""
    return f'<section><h2 id="{place}">{escape(title[language])}</h2>{"".join(parts)}</section>'
