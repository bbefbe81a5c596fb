"""The forms about agreements: enter one, revise it, change it, add a clause, ask an association."""

from __future__ import annotations

from html import escape

from dashboard.components.register_form import Field, FieldKind, form
from dashboard.texts import agreements as say
from governance.entries import Agreement, Contents
from governance.keeping import Held
from governance.words import ORGANISATIONS
from metrics import catalogue
from metrics.problem import Language, Text
from metrics.words import capitalised


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
    measures = [
        ("", say.NONE[language]),
        *((each.id, f"{each.id} {each.name[language]}") for each in catalogue.catalogue()),
    ]
    kinds = [(key, text[language]) for key, text in say.CLAUSE_KIND.items()]
    clause = form(
        "clause_add",
        [
            _about(one),
            Field(name="text", label=say.FIELDS["clause"][language], kind="long"),
            Field(name="kind", label=say.FIELDS["kind"][language], kind="choice", choices=kinds),
            Field(name="indicator_id", label=say.FIELDS["indicator_id"][language], kind="choice", choices=measures),
        ],
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
    return "".join(_folded(title, body, language) for title, body in parts)


def _folded(title: Text, body: str, language: Language) -> str:
    return f'<details class="older"><summary>{escape(title[language])}</summary>{body}</details>'


def _about(one: Agreement) -> Field:
    return Field(name="id", kind="hidden", value=one.id)


def _field(name: str, language: Language, *, kind: FieldKind = "text", value: str = "", wide: bool = False) -> Field:
    return Field(name=name, label=say.FIELDS[name][language], kind=kind, value=value, wide=wide)


def _decision(contents: Contents, language: Language) -> Field:
    """The decision behind it, the latest first."""
    decisions = [(each.id, f"{each.id} {each.title[language]}") for each in reversed(contents.decisions)]
    choices = [("", say.NONE[language]), *decisions]
    return Field(name="decision_id", label=say.FIELDS["decision_id"][language], kind="choice", choices=choices)
