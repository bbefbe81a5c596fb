"""A meeting's minutes: what was said of each item in one fixed structure, what was decided, and the way to locked."""

from __future__ import annotations

from html import escape

from dashboard import data
from dashboard.components.history import seat_name
from dashboard.components.meeting_reading import Sitting
from dashboard.components.register_form import Field, button, form, text_of
from dashboard.texts import long_date, texts
from dashboard.texts import meetings as say
from dashboard.texts import minutes as minutes_say
from dashboard.writes.minutes import unwritten
from governance.entries import AgendaItem, Amendment, ItemMinutes, Minutes
from governance.keeping import Held
from metrics.indicator import ORGANISATIONS
from metrics.problem import Language, Text

PARTS = (("background", say.BACKGROUND), ("discussion", say.DISCUSSION), ("views", say.VIEWS))
WHOLE = (*PARTS, ("conclusion", say.CONCLUSION))


def writing_form(seen: Sitting, held: Held[AgendaItem], language: Language) -> str:
    """The four parts of an item's minutes, to be written."""
    said = seen.said.get(held.entry.id)
    values = said.entry if said else None
    fields = [
        Field(name="item_id", kind="hidden", value=held.entry.id),
        *(
            Field(name=name, label=label[language], kind="long", value=text_of(_part(values, name), language), rows=2)
            for name, label in WHOLE
        ),
    ]
    return form(
        "item_minutes",
        fields,
        about=f"item_minutes/{held.entry.id}",
        seen=said.version if said else 0,
        language=language,
        label=held.entry.title[language],
        focus="record-decision",
    )


def as_read(said: ItemMinutes | None, language: Language) -> str:
    """An item's minutes to read."""
    if said is None:
        return f'<p class="quiet">{escape(say.ITEM_STATUSES["planned"][language])}</p>'
    parts = (*((label, _part(said, name)) for name, label in PARTS), (say.CONCLUSION, said.conclusion))
    lines = "".join(
        f"<dt>{escape(label[language])}</dt><dd>{escape(text[language])}</dd>" for label, text in parts if text
    )
    return f'<dl class="said">{lines}</dl>'


def way(seen: Sitting, acting: str, *, is_as_locked: bool, language: Language) -> str:
    """How far the minutes have come, and the one step that is next."""
    if seen.minutes is None and seen.meeting.entry.held_on > data.today():
        return f'<p class="quiet">{escape(say.MEETING_AHEAD.format(day=seen.meeting.entry.held_on)[language])}</p>'
    if seen.minutes is None:
        return button(
            "minutes_begin",
            say.BEGIN[language],
            about=f"meeting/{seen.meeting.entry.id}",
            language=language,
            values={"meeting_id": seen.meeting.entry.id},
        )
    minutes, meeting = seen.minutes.entry, seen.meeting.entry.id
    steps = "".join(
        f"<li{' aria-current=step' if name == minutes.status else ''}>{escape(words[language])}</li>"
        for name, words in minutes_say.STEPS.items()
    )
    about, own = f"minutes/{meeting}", {"meeting_id": meeting}
    why = f"<p>{escape(minutes_say.CORRECTION.format(why=minutes.why)[language])}</p>" if minutes.why else ""
    if minutes.status == "draft":
        step = _circulate(seen, seen.minutes, language)
    elif minutes.status == "circulated":
        who = f" {minutes_say.APPROVE_AS[language].format(seat=seat_name(acting, language))}" if acting else ""
        note = minutes_say.APPROVE_BY[language] + who
        step = f'<p class="quiet">{escape(note)}</p>' + button(
            "minutes_approve",
            minutes_say.APPROVE[language],
            about=f"{about}/{acting}",
            language=language,
            values=own | {"read": seen.fingerprint},
            focus="way",
        )
        step += _correction(seen.minutes, language)
    else:
        step = _locked(seen.minutes, is_as_locked, language)
    return f'<ol class="steps">{steps}</ol>{why}{_approvals(seen, language)}<div class="step">{step}</div>'


def amendments(seen: Sitting, language: Language) -> str:
    """The wishes for another wording, each with its answer or a way to answer it, and a form for another."""
    drawn = "".join(f"<li>{_amendment(seen, each, language)}</li>" for each in seen.amendments)
    listed = f'<ul class="lines amendments">{drawn}</ul>' if drawn else ""
    if seen.status != "circulated" or seen.minutes is None:
        return listed
    meeting = seen.meeting.entry.id
    fields = [
        Field(name="meeting_id", kind="hidden", value=meeting),
        Field(name="edition", kind="hidden", value=str(seen.minutes.entry.edition)),
        Field(
            name="item_id",
            label=minutes_say.AMEND_ITEM[language],
            kind="choice",
            choices=[(each.entry.id, each.entry.title[language]) for each in seen.items if each.entry.id in seen.said],
            wide=True,
        ),
        Field(
            name="part",
            label=minutes_say.AMEND_PART[language],
            kind="choice",
            value="conclusion",
            choices=[(name, label[language]) for name, label in WHOLE],
        ),
        Field(
            name="text",
            label=minutes_say.AMEND_TEXT[language],
            kind="long",
            note=minutes_say.AMEND_NOTE[language],
            rows=2,
        ),
    ]
    wish = form(
        "minutes_amend",
        fields,
        about=f"meeting/{meeting}",
        language=language,
        submit=minutes_say.AMEND[language],
        focus="amendments",
    )
    return f'{listed}<h3 class="kind">{escape(minutes_say.AMEND_TITLE[language])}</h3>{wish}'


def _circulate(seen: Sitting, held: Held[Minutes], language: Language) -> str:
    """Sending the draft out; where items are not written, with a tick that says so."""
    meeting = held.entry.meeting_id
    fields = [Field(name="meeting_id", kind="hidden", value=meeting)]
    if waiting := len(unwritten((each.entry for each in seen.items), seen.said)):
        fields.append(Field(name="anyway", label=minutes_say.UNWRITTEN.format(n=waiting)[language], kind="tick"))
    return form(
        "minutes_circulate",
        fields,
        about=f"minutes/{meeting}",
        seen=held.version,
        language=language,
        submit=minutes_say.CIRCULATE[language],
        focus="way",
        kind="" if waiting else "plain",
    )


def _locked(held: Held[Minutes], is_as_locked: bool, language: Language) -> str:
    """What was locked, whether it still says so, and the way to a correction."""
    minutes = held.entry
    day = long_date(texts(language), minutes.locked_on) if minutes.locked_on else ""
    told = minutes_say.LOCKED_ON.format(day=day, edition=minutes.edition)[language]
    same = (minutes_say.AS_LOCKED if is_as_locked else minutes_say.NOT_AS_LOCKED)[language]
    return (
        f'<p><b>{escape(told)}.</b> {escape(same)}</p><p class="quiet hash">{escape(minutes_say.HASH[language])} '
        f"<code>{escape(minutes.sha256 or '')}</code></p>{_correction(held, language)}"
    )


def _correction(held: Held[Minutes], language: Language) -> str:
    """Opening a new edition of what has been sent out or locked, with what it is about."""
    fields = [
        Field(name="meeting_id", kind="hidden", value=held.entry.meeting_id),
        Field(name="why", label=minutes_say.CORRECT_WHY[language], note=minutes_say.CORRECT_NOTE[language], wide=True),
    ]
    correction = form(
        "minutes_correct",
        fields,
        about=f"minutes/{held.entry.meeting_id}",
        seen=held.version,
        language=language,
        submit=minutes_say.CORRECT[language],
        focus="way",
    )
    return f"<details><summary>{escape(minutes_say.CORRECT[language])}</summary>{correction}</details>"


def _approvals(seen: Sitting, language: Language) -> str:
    """For each organisation: who approved this very text and when, or an earlier wording of it."""
    if seen.minutes is None or seen.status == "draft":
        return ""
    edition, lines = seen.minutes.entry.edition, []
    for which in ORGANISATIONS:
        said = minutes_say.AWAITS[language]
        for each in seen.approvals:
            if each.organisation == which and each.edition == edition:
                words = minutes_say.APPROVED_BY if each.sha256 == seen.fingerprint else minutes_say.APPROVED_OLD
                day = long_date(texts(language), each.approved_on)
                said = words.format(seat=seat_name(each.seat_id, language), day=day)[language]
        lines.append(f"<dt>{escape(say.PARTY[which][language])}</dt><dd>{escape(said)}</dd>")
    return f'<dl class="lineage">{"".join(lines)}</dl>'


def _amendment(seen: Sitting, held: Held[Amendment], language: Language) -> str:
    wish = held.entry
    item = seen.of(wish.item_id)
    title = item.entry.title[language] if item else wish.item_id
    who = f"{seat_name(wish.seat_id, language)}, {long_date(texts(language), wish.proposed_on)}"
    told = (
        f"<b>{escape(title)}</b> {escape(dict(WHOLE)[wish.part][language])} <span class=quiet>{escape(who)}: "
        f"{escape(minutes_say.AMENDMENT_STATUSES[wish.status][language])}</span><p>{escape(wish.text[language])}</p>"
    )
    if wish.answer is not None:
        return f"{told}<p>{escape(minutes_say.ANSWER[language])}: {escape(wish.answer[language])}</p>"
    said = seen.said.get(wish.item_id)
    if seen.status != "circulated" or said is None:
        return told
    fields = [
        Field(name="id", kind="hidden", value=wish.id),
        Field(name="wording_seen", kind="hidden", value=str(said.version)),
        Field(
            name="verdict",
            label=minutes_say.VERDICT[language],
            kind="choice",
            choices=[(value, words[language]) for value, words in minutes_say.VERDICTS.items()],
        ),
        Field(name="answer", label=minutes_say.ANSWER[language]),
        *(
            Field(
                name=name,
                label=label[language],
                kind="long",
                value=wish.text[language] if name == wish.part else text_of(_part(said.entry, name), language),
                rows=2,
            )
            for name, label in WHOLE
        ),
    ]
    return told + form(
        "minutes_answer",
        fields,
        about=f"amendment/{wish.id}",
        seen=held.version,
        language=language,
        submit=minutes_say.ANSWER_SEND[language],
        focus="amendments",
    )


def _part(said: ItemMinutes | None, name: str) -> Text | None:
    return getattr(said, name) if said else None
