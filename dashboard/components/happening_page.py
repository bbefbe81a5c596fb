"""Events and evaluations: the forms that enter them, what has waited for a response, and one of them whole."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape

from dashboard import data
from dashboard.components import closing, entry_page, states
from dashboard.components.entry_form import Fields, entry_form
from dashboard.components.entry_page import linked, whose
from dashboard.components.page_part import folded, section
from dashboard.components.register_form import Field, form, writing
from dashboard.components.register_link import happening, link
from dashboard.texts import happenings as say
from dashboard.texts import long_date, texts
from dashboard.view import View
from governance.entries import Contents, Evaluation, Event
from governance.keeping import Held
from metrics import catalogue
from metrics.problem import Language, Text


def one(view: View, contents: Contents) -> str:
    """The event or evaluation the address names, whole; "" where it names none."""
    register, entry_id = data.register(), dict(view.more).get("entry", "")
    if not entry_id:
        return ""
    if event := register.held(Event, entry_id):
        return _event(event, contents, view)
    evaluation = register.held(Evaluation, entry_id)
    return _evaluation(evaluation, contents, view) if evaluation else ""


def unknown(view: View) -> str:
    """That the event or evaluation the address names is not in the register; nothing where it names none."""
    entry_id = dict(view.more).get("entry", "")
    return states.notice(say.UNKNOWN[view.language].format(id=entry_id)) if entry_id else ""


def waiting(contents: Contents, today: date, view: View) -> str:
    """The evaluations that have waited half a year for the committee's response; nothing where none has."""
    found = [each for each in contents.evaluations if each.has_waited(today)]
    if not found:
        return ""
    named = ", ".join(linked(happening(view, each.id), each.title, view) for each in found)
    said = say.WAITING_ONE if len(found) == 1 else say.WAITING
    before, after = said[view.language].format(n=len(found), which="\n").split("\n")
    return f'<p class="notice">{escape(before)}{named}{escape(after)}</p>'


def enter(contents: Contents, view: View) -> str:
    """The forms for a new event and a new evaluation, and those that were cancelled."""
    language, register = view.language, data.register()
    entered: tuple[Held[Event] | Held[Evaluation], ...] = (*register.held_all(Event), *register.held_all(Evaluation))
    gone = [(linked(happening(view, each.entry.id), each.entry.title, view), each) for each in entered]
    body = (
        f"<p>{escape(say.WRITE_NOTE[language])}</p>{writing(view)}"
        + folded(say.NEW_EVENT, _event_form(None, contents, language), language, place="event-new")
        + folded(say.NEW_EVALUATION, _evaluation_form(None, contents, language), language, place="found-new")
        + closing.cancelled(gone, language)
    )
    return section(say.WRITE, body, language)


# --- an event ---------------------------------------------------------------------------------------------------


def _event(held: Held[Event], contents: Contents, view: View) -> str:
    language, event = view.language, held.entry
    names = {each.id: each.name for each in catalogue.catalogue()}
    places = data.unit_names(contents.units)
    measures = ", ".join(
        linked(view.to("indicator", item=each), names[each], view) if each in names else escape(each)
        for each in event.indicators
    )
    facts = (
        (say.EVENT_FIELDS["organisation"], whose(event.organisation, language, say.LANES["joint"])),
        (say.MARKED, measures or escape(say.EVERY_MEASURE[language])),
        (say.UNITS, _named(event.units, places, language) or escape(say.EVERY_UNIT[language])),
    )
    line = say.EVENT_LINE.format(kind=say.EVENT_KINDS[event.kind], day=event.on)[language]
    forms = folded(say.CHANGE, _event_form(held, contents, language), language) + closing.cancel(held, language)
    return (
        entry_page.top(held, event.title, line, facts, view, say.BACK, lede=event.text)
        + f'<p class="note">{escape(say.NOT_A_CAUSE[language])}</p>'
        + entry_page.below(held, forms, view)
    )


def _named(ids: Iterable[str], names: dict[str, Text], language: Language) -> str:
    return escape(", ".join(names[each][language] if each in names else each for each in ids))


def _event_form(held: Held[Event] | None, contents: Contents, language: Language) -> str:
    event, of = held.entry if held else None, Fields(say.EVENT_FIELDS, language)
    measures = [(each.id, f"{each.id} {each.name[language]}") for each in catalogue.catalogue()]
    places = of.words(data.unit_names(contents.units))
    folds = {name: label[language] for name, label in say.EVENT_FIELDS.items()}
    fields = [
        of.line("title", event.title if event else None, wide=True),
        of.long("text", event.text if event else None),
        of.choice("kind", of.words(say.EVENT_KINDS), event.kind if event else "context"),
        of.day("on", event.on if event else data.today()),
        of.choice("organisation", of.words(say.LANES), event.organisation if event else "joint"),
        of.many("indicators", measures, event.indicators if event else (), fold=folds["indicators"]),
        of.many("units", places, event.units if event else (), fold=folds["units"]),
    ]
    return entry_form(Event, held, fields, language)


# --- an evaluation ----------------------------------------------------------------------------------------------


def _evaluation(held: Held[Evaluation], contents: Contents, view: View) -> str:
    language, found = view.language, held.entry
    title = next((each.title[language] for each in contents.decisions if each.id == found.decision_id), "")
    decision = f"{link(view, found.decision_id)} {escape(title)}" if found.decision_id else ""
    line = say.EVENT_LINE.format(kind=say.EVALUATION_KINDS[found.kind], day=found.on)[language]
    write = say.CHANGE_ANSWER if found.response else say.WRITE_ANSWER
    waits = found.response is None
    forms = (
        folded(write, _answer_form(held, contents, language), language, is_open=waits)
        + folded(say.CHANGE, _evaluation_form(held, contents, language), language)
        + closing.cancel(held, language)
    )
    facts = ((say.EVALUATION_FIELDS["decision_id"], decision),) if decision else ()
    return (
        entry_page.top(held, found.title, line, facts, view, say.BACK, lede=found.finding)
        + section(say.ANSWER, _answer(found, language), language)
        + entry_page.below(held, forms, view)
    )


def _answer(found: Evaluation, language: Language) -> str:
    """The committee's response with its day, or that there is none."""
    if found.response is None:
        return f'<p class="quiet">{escape(say.NO_ANSWER[language])}</p>'
    day = found.responded_on
    when = say.ANSWERED[language].format(day=long_date(texts(language), day)) if day else ""
    return f'<p>{escape(found.response[language])}</p><p class="note">{escape(when)}</p>'


def _evaluation_form(held: Held[Evaluation] | None, contents: Contents, language: Language) -> str:
    found, of = held.entry if held else None, Fields(say.EVALUATION_FIELDS, language)
    fields = [
        of.line("title", found.title if found else None, wide=True),
        of.long("finding", found.finding if found else None),
        of.choice("kind", of.words(say.EVALUATION_KINDS), found.kind if found else "internal"),
        of.day("on", found.on if found else data.today()),
        _decision(of, found, contents),
    ]
    return entry_form(Evaluation, held, fields, language)


def _answer_form(held: Held[Evaluation], contents: Contents, language: Language) -> str:
    found, of = held.entry, Fields(say.EVALUATION_FIELDS, language)
    fields = [
        Field(name="id", kind="hidden", value=found.id),
        of.long("response", found.response),
        of.day("responded_on", found.responded_on),
        _decision(of, found, contents),
    ]
    about = f"evaluation/{found.id}/response"
    return form("evaluation_answer", fields, about=about, language=language, seen=held.version)


def _decision(of: Fields, found: Evaluation | None, contents: Contents) -> Field:
    language = of.language
    decisions = [(each.id, f"{each.id} {each.title[language]}") for each in reversed(contents.decisions)]
    return of.choice("decision_id", [("", say.NONE[language]), *decisions], found.decision_id if found else "")
