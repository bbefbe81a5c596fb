"""The forms about agreements: enter one, revise it, change it, its clauses, and what the associations are asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from textwrap import shorten

from dashboard.components.body_page import in_order
from dashboard.components.closing import cancel, cancelled
from dashboard.components.entry_form import Fields, entry_form
from dashboard.components.history import kept
from dashboard.components.page_part import folded
from dashboard.components.register_form import Field, form
from dashboard.texts import agreements as say
from dashboard.texts import long_date, texts
from governance.entries import Agreement, AnyEntry, Clause, Consultation, Contents, id_of
from governance.keeping import Held
from governance.words import ORGANISATIONS
from metrics import catalogue
from metrics.problem import Language, Text
from metrics.words import capitalised, without_capital_article

LONGEST = 72
"""How many letters of a clause name the fold it is changed in."""


def new(contents: Contents, language: Language) -> str:
    """Enter an agreement."""
    of = Fields(say.FIELDS, language)
    bodies = [(each.id, each.name[language]) for each in in_order(contents.bodies) if each.kind != "association"]
    agreements = [
        ("", say.NONE[language]),
        *((each.id, f"{each.id} {each.title[language]}") for each in contents.agreements),
    ]
    owners = [(key, capitalised(ORGANISATIONS[key])[language]) for key in ("region", "municipality")]
    organisations = [each.id for each in contents.bodies if each.kind == "organisation"]
    fields = [
        of.line("title", wide=True),
        of.long("text"),
        of.day("from_on"),
        of.day("to_on"),
        of.day("review_on"),
        of.choice("owner", owners),
        of.choice("supersedes", agreements),
        _decision(contents, of),
        of.many("parties", bodies, organisations),
    ]
    return entry_form(Agreement, None, fields, language)


def revise(one: Agreement, contents: Contents, today: date, language: Language) -> str:
    """Note a revision."""
    of = Fields(say.REVISION_FIELDS, language)
    fields = [_about(one), of.day("revised_on", today), _decision(contents, of), of.long("text")]
    return form("agreement_revise", fields, about=f"agreement/{one.id}/revision", language=language)


def others(held: Held[Agreement], contents: Contents, language: Language) -> str:
    """The forms that are seldom used, folded."""
    one, of = held.entry, Fields(say.FIELDS, language)
    change = [
        of.line("title", one.title, wide=True),
        of.long("text", one.text),
        of.day("to_on", one.to_on),
        of.day("review_on", one.review_on),
    ]
    bodies = [(each.id, each.name[language]) for each in contents.bodies if each.kind == "association"]
    clause = [_about(one), *_clause(None, language)]
    asked = [
        _about(one),
        of.choice("body_id", bodies),
        of.day("asked_on"),
        of.day("answered_on"),
        of.long("view"),
    ]
    about = f"agreement/{one.id}"
    parts = (
        (say.CHANGE, entry_form(Agreement, held, change, language)),
        (say.ADD_CLAUSE, form("clause_add", clause, about=f"{about}/clause", language=language)),
        (say.CONSULT, form("agreement_consult", asked, about=f"{about}/consultation", language=language)),
    )
    return "".join(folded(title, body, language) for title, body in parts)


def clauses(found: Sequence[Held[Clause]], language: Language) -> str:
    """Each clause with the form to change it, the way to cancel it, and its history."""
    return _each(
        [
            (_said(each.entry, language), each, entry_form(Clause, each, _clause(each.entry, language), language))
            for each in found
        ],
        language,
    )


def _clause(one: Clause | None, language: Language) -> list[Field]:
    of = Fields(say.CLAUSE_FIELDS, language)
    measures = [("", say.NONE[language])]
    measures += [(each.id, f"{each.id} {each.name[language]}") for each in catalogue.catalogue()]
    return [
        of.long("text", one.text if one else None),
        of.choice("kind", of.words(say.CLAUSE_KIND), one.kind if one else ""),
        of.choice("indicator_id", measures, one.indicator_id if one else ""),
    ]


def _said(one: Clause, language: Language) -> Text:
    return say.CHANGE_CLAUSE.format(n=one.number, text=shorten(one.text[language], LONGEST, placeholder=" …"))


def consultations(found: Sequence[Held[Consultation]], contents: Contents, language: Language) -> str:
    """Each consultation with the form for what was answered, the way to cancel it, and its history."""
    names = {each.id: without_capital_article(each.name) for each in contents.bodies}
    of = Fields(say.FIELDS, language)
    parts = []
    for each in found:
        one = each.entry
        fields = [of.day("answered_on", one.answered_on), of.long("view", one.view)]
        day = long_date(texts(language), one.asked_on)
        title = say.CHANGE_CONSULTATION.format(body=names.get(one.body_id, one.body_id), day=day)
        parts.append((title, each, entry_form(Consultation, each, fields, language)))
    return _each(parts, language)


def _each(parts: Sequence[tuple[Text, Held[AnyEntry], str]], language: Language) -> str:
    """What belongs to an agreement, one fold for each that counts; those cancelled in a fold of their own."""
    return "".join(
        folded(title, drawn + cancel(held, language) + kept(type(held.entry), id_of(held.entry), language), language)
        for title, held, drawn in parts
        if not held.cancelled
    ) + cancelled(((f"<b>{escape(title[language])}</b>", held) for title, held, _ in parts), language)


def _about(one: Agreement) -> Field:
    return Field(name="id", kind="hidden", value=one.id)


def _decision(contents: Contents, of: Fields) -> Field:
    """The decision behind it, the latest first."""
    decisions = [(each.id, f"{each.id} {each.title[of.language]}") for each in reversed(contents.decisions)]
    return of.choice("decision_id", [("", say.NONE[of.language]), *decisions])
