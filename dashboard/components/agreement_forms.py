"""The forms about agreements: enter one, revise it, change it, its clauses, and what the associations are asked."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from textwrap import shorten

from dashboard.components.closing import cancel, cancelled, folded
from dashboard.components.entry_form import Fields, entry_form
from dashboard.components.history import kept
from dashboard.components.register_form import Field, FieldKind, form
from dashboard.texts import agreements as say
from dashboard.texts import long_date, texts
from governance.entries import Agreement, AnyEntry, Clause, Consultation, Contents, id_of
from governance.keeping import Held
from governance.words import ORGANISATIONS
from metrics import catalogue
from metrics.problem import Language, Text
from metrics.words import capitalised

LONGEST = 72
"""How many letters of a clause name the fold it is changed in."""


def new(contents: Contents, language: Language) -> str:
    """Enter an agreement."""
    bodies = [(each.id, each.name[language]) for each in contents.bodies if each.kind != "association"]
    agreements = [
        ("", say.NONE[language]),
        *((each.id, f"{each.id} {each.title[language]}") for each in contents.agreements),
    ]
    owners = [(key, capitalised(ORGANISATIONS[key])[language]) for key in ("region", "municipality")]
    fields = [
        _field("title", language, wide=True),
        _field("text", language, kind="long"),
        _field("from_on", language, kind="date"),
        _field("to_on", language, kind="date"),
        _field("review_on", language, kind="date"),
        Field(name="owner", label=say.FIELDS["owner"][language], kind="choice", choices=owners),
        Field(name="supersedes", label=say.FIELDS["supersedes"][language], kind="choice", choices=agreements),
        _decision(contents, language),
        Field(
            name="parties", label=say.FIELDS["parties"][language], kind="many", choices=bodies,
            value="\n".join(each.id for each in contents.bodies if each.kind == "organisation"),
        ),
    ]  # fmt: skip
    return form("agreement_add", fields, about="agreement/new", language=language)


def revise(one: Agreement, contents: Contents, today: str, language: Language) -> str:
    """Note a revision."""
    fields = [
        _about(one),
        _field("revised_on", language, kind="date", value=today),
        _decision(contents, language),
        Field(name="text", label=say.FIELDS["changed"][language], kind="long"),
    ]
    return form("agreement_revise", fields, about=f"agreement/{one.id}/revision", language=language)


def others(held: Held[Agreement], contents: Contents, language: Language) -> str:
    """The forms that are seldom used, folded."""
    one = held.entry
    change = form(
        "agreement_change",
        [
            _about(one),
            _field("title", language, value=one.title[language], wide=True),
            _field("text", language, kind="long", value=one.text[language]),
            _field("to_on", language, kind="date", value=one.to_on.isoformat() if one.to_on else ""),
            _field("review_on", language, kind="date", value=one.review_on.isoformat() if one.review_on else ""),
        ],
        about=f"agreement/{one.id}",
        language=language,
        seen=held.version,
    )
    clause = form(
        "clause_add",
        [_about(one), *_clause(None, language)],
        about=f"agreement/{one.id}/clause",
        language=language,
    )
    bodies = [(each.id, each.name[language]) for each in contents.bodies if each.kind == "association"]
    asked = form(
        "agreement_consult",
        [
            _about(one),
            Field(name="body_id", label=say.FIELDS["body_id"][language], kind="choice", choices=bodies),
            _field("asked_on", language, kind="date"),
            _field("answered_on", language, kind="date"),
            _field("view", language, kind="long"),
        ],
        about=f"agreement/{one.id}/consultation",
        language=language,
    )
    parts = ((say.CHANGE, change), (say.ADD_CLAUSE, clause), (say.CONSULT, asked))
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
    names = {each.id: each.name for each in contents.bodies}
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


def _field(name: str, language: Language, *, kind: FieldKind = "text", value: str = "", wide: bool = False) -> Field:
    return Field(name=name, label=say.FIELDS[name][language], kind=kind, value=value, wide=wide)


def _decision(contents: Contents, language: Language) -> Field:
    """The decision behind it, the latest first."""
    decisions = [(each.id, f"{each.id} {each.title[language]}") for each in reversed(contents.decisions)]
    choices = [("", say.NONE[language]), *decisions]
    return Field(name="decision_id", label=say.FIELDS["decision_id"][language], kind="choice", choices=choices)
