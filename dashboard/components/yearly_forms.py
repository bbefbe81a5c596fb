"""The year's round made the committee's own: the forms under the wheel."""

from __future__ import annotations

from html import escape

from dashboard.components.history import history
from dashboard.components.page_part import folded
from dashboard.components.register_form import Field, button, form
from dashboard.texts import meetings as meeting_say
from dashboard.texts import texts
from dashboard.texts import yearly as say
from governance.entries import Yearly
from governance.keeping import Held
from metrics.problem import Language, Text


def forms(held: tuple[Held[Yearly], ...], language: Language) -> str:
    """A button that enters the round where there is none of the committee's own; else a form for each item and another.

    In      held  every item, with its version; those taken away are passed over
    """
    standing = [each for each in held if each.cancelled is None]
    if standing:
        body = "".join(
            folded(
                say.ITEM.format(month=_month(each.entry), title=each.entry.title),
                _change(each, language) + history(Yearly, each.entry.id, language),
                language,
                place=f"yearly-{each.entry.id}",
            )
            for each in standing
        ) + folded(say.ADD, _form(None, language), language, place="yearly-add")
    else:
        body = f"<p>{escape(say.BEGINS[language])}</p>" + button(
            "yearly_begin", say.BEGIN[language], about="yearly", language=language
        )
    return folded(say.TITLE, body, language, place="yearly")


def _month(item: Yearly) -> Text:
    number = item.month - 1
    return Text(sv=texts("sv").months[number], en=texts("en").months[number])


def _change(held: Held[Yearly], language: Language) -> str:
    one = held.entry
    fields = [
        Field(name="id", kind="hidden", value=one.id),
        Field(name="why", label=say.FIELDS["why"][language], wide=True),
    ]
    remove = form(
        "yearly_remove", fields, about=f"yearly/{one.id}", language=language, seen=held.version,
        submit=say.REMOVE[language], focus="yearly",
    )  # fmt: skip
    return _form(held, language) + remove


def _form(held: Held[Yearly] | None, language: Language) -> str:
    one = held.entry if held else None
    months = [(str(number), name) for number, name in enumerate(texts(language).months, start=1)]
    perspectives = [("", "–"), *((each, name[language]) for each, name in meeting_say.PERSPECTIVES.items() if each)]
    kinds = [(each, name[language]) for each, name in meeting_say.KINDS.items()]

    def label(name: str) -> str:
        return say.FIELDS[name][language]

    fields = [
        Field(name="title", label=label("title"), value=one.title[language] if one else "", wide=True),
        Field(
            name="month", label=label("month"), kind="choice", choices=months, value=str(one.month) if one else "1"
        ),
        Field(
            name="perspective",
            label=label("perspective"),
            kind="choice",
            choices=perspectives,
            value=(one.perspective or "") if one else "",
        ),
        Field(name="kind", label=label("kind"), kind="choice", choices=kinds, value=one.kind if one else "discussion"),
        Field(
            name="minutes", label=label("minutes"), kind="number", least=5, most=240,
            value=str(one.minutes if one else 20),
        ),
    ]  # fmt: skip
    if held is None:
        return form("yearly_add", fields, about="yearly/new", language=language, focus="yearly")
    own = Field(name="id", kind="hidden", value=held.entry.id)
    return form(
        "yearly_change", [own, *fields], about=f"yearly/{held.entry.id}", language=language, seen=held.version,
        focus="yearly",
    )  # fmt: skip
