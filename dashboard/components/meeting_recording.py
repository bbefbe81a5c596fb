"""What came of an item: its decisions and actions, and the forms that record them as they are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from dashboard import data
from dashboard.components import decision_forms
from dashboard.components.history import seat_name
from dashboard.components.meeting_reading import Sitting, seats_of
from dashboard.components.register_form import Field, button, form
from dashboard.texts import long_date, texts
from dashboard.texts import meetings as say
from governance.entries import Action, AgendaItem, Contents
from governance.keeping import Held
from metrics.indicator import ORGANISATIONS
from metrics.problem import Language, Text


def came_of_it(seen: Sitting, item: AgendaItem, language: Language, level: int = 3) -> str:
    """The decisions and actions recorded under an item, each under a heading of this level."""
    decisions = "".join(
        f"<li><b>{escape(each.id)}</b> {escape(each.title[language])}<p>{escape(each.text[language])}</p></li>"
        for each in seen.decisions
        if each.item_id == item.id
    )
    actions = "".join(
        f"<li><b>{escape(each.id)}</b> {escape(each.title[language])}<p>{_promise(each, language)}</p></li>"
        for each in seen.actions
        if each.item_id == item.id
    )
    return "".join(
        f'<h{level} class="kind">{escape(title[language])}</h{level}><ul class="lines">{lines}</ul>'
        for title, lines in ((say.DECISIONS, decisions), (say.ACTIONS, actions))
        if lines
    )


def recording(seen: Sitting, held: Held[AgendaItem], contents: Contents, language: Language) -> str:
    """Forms for a decision and an action of the item, and for putting it off."""
    item = held.entry
    own = Field(name="item_id", kind="hidden", value=item.id)
    decision = form(
        "item_decision",
        [own, *_decision_fields(item, language)],
        about=f"agenda_item/{item.id}",
        language=language,
        submit=say.RECORD_DECISION[language],
        focus="record-action",
    )
    action = form(
        "item_action",
        [own, *_action_fields(seen, item, contents, language)],
        about=f"agenda_item/{item.id}",
        language=language,
        submit=say.RECORD_ACTION[language],
        focus="record-action",
    )
    put_off = button(
        "item_postpone",
        say.POSTPONE[language],
        about=f"agenda_item/{item.id}",
        seen=held.version,
        language=language,
        values={"id": item.id},
    )
    return (
        f'<details class="record"><summary id="record-decision">{escape(say.RECORD_DECISION[language])}</summary>'
        f'{decision}</details><details class="record"><summary id="record-action">{escape(say.RECORD_ACTION[language])}'
        f"</summary>{action}</details>{put_off if item.status == 'planned' else ''}"
    )


def _promise(action: Action, language: Language) -> str:
    """Whose action it is and by when."""
    due = long_date(texts(language), action.due_on) if action.due_on else "–"
    owner = seat_name(action.owner, language) if action.owner else ""
    parts = (say.LANES[action.organisation][language], owner, f"{say.DUE[language].lower()} {due}")
    return escape(", ".join(part for part in parts if part))


def _decision_fields(item: AgendaItem, language: Language) -> list[Field]:
    """What every decision says first, then the rest in a fold."""
    frozen = say.EVIDENCE.format(ids=", ".join(item.indicators))[language] if item.indicators else ""
    rest = [
        Field(
            name="kind",
            label=say.DECISION_KIND[language],
            kind="choice",
            choices=_choices(say.DECISION_KINDS, language),
        ),
        Field(name="review_on", label=say.REVIEW_ON[language], kind="date"),
        *(Field(name=name, label=label[language]) for name, label in say.MANDATES.items()),
        Field(name="other_views", label=say.OTHER_VIEWS[language], kind="long", rows=2),
        *decision_forms.alternatives(None, language),
        *decision_forms.evidence(language),
    ]
    return [
        Field(name="title", label=say.DECISION_TITLE[language], value=item.title[language], wide=True),
        Field(name="text", label=say.DECISION_TEXT[language], kind="long", note=frozen, rows=2),
        Field(name="reason", label=say.REASON[language], kind="long", rows=2),
        *(Field(name=name, label=label[language], kind="long", rows=2) for name, label in say.CONSEQUENCES.items()),
        Field(
            name="consensus",
            label=say.CONSENSUS[language],
            kind="choice",
            choices=_choices(say.CONSENSUS_CHOICES, language),
        ),
        *(replace(each, fold=say.MORE_OF_DECISION[language]) for each in rest),
    ]


def _action_fields(seen: Sitting, item: AgendaItem, contents: Contents, language: Language) -> list[Field]:
    nothing = ("", say.NOT_CHOSEN[language])
    owners = [(seat.id, seat.title[language]) for seat in seats_of(contents, data.today())]
    decisions = [(each.id, f"{each.id} {each.title[language]}") for each in seen.decisions if each.item_id == item.id]
    return [
        Field(name="title", label=say.ACTION_TITLE[language], wide=True),
        Field(
            name="organisation",
            label=say.ORGANISATION[language],
            kind="choice",
            choices=[(which, say.LANES[which][language]) for which in ORGANISATIONS],
        ),
        Field(name="owner", label=say.OWNER[language], kind="choice", choices=[nothing, *owners]),
        Field(name="due_on", label=say.DUE[language], kind="date"),
        decision_forms.unit_of(contents, None, language),
        Field(
            name="decision_id",
            label=say.FROM_DECISION[language],
            kind="choice",
            value=decisions[-1][0] if decisions else "",
            choices=[nothing, *decisions],
        ),
        Field(
            name="expects_indicator",
            label=say.EXPECTS[language],
            kind="choice",
            choices=[nothing, *((each, each) for each in item.indicators)],
        ),
        Field(
            name="expects_direction",
            label=say.EXPECTS_WAY[language],
            kind="choice",
            choices=_choices(say.WAYS, language),
        ),
        Field(name="expects_on", label=say.EXPECTS_ON[language], kind="date"),
    ]


def _choices(words: Mapping[str, Text], language: Language) -> list[tuple[str, str]]:
    return [(value, text[language]) for value, text in words.items()]
