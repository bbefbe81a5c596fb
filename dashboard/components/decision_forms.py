"""The forms about decisions and actions: new, completed, superseding, an update, a new status."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape

from dashboard import data, register_desk
from dashboard.components.register_form import Field, form, text_of, writing
from dashboard.measures import figures
from dashboard.texts import decisions as say
from dashboard.view import View
from dashboard.writes.decisions import ALTERNATIVES, EVIDENCE
from governance.entries import Action, AgendaItem, Contents, Decision
from governance.keeping import Held
from metrics import catalogue
from metrics.problem import Language, Text


def page(title: str, back: str, body: str, view: View) -> str:
    """A form on a page of its own: what it is, the way back, who one writes as, and the form."""
    return (
        f'<nav class="crumbs"><ol><li><a href="{escape(back)}">{escape(say.BACK[view.language])}</a></li></ol></nav>'
        f'<div class="head"><div><h1 id="innehall">{escape(title)}</h1></div></div>{writing(view)}{body}'
    )


def decision(
    contents: Contents, view: View, *, held: Held[Decision] | None = None, replaces: str = "", measure: str = ""
) -> str:
    """A decision: a new one, one that takes another's place, or one to be completed.

    In      held      of a change: the decision as it is
            replaces  id of the decision a new one takes the place of
            measure   id of the indicator a new one is to set a target for
    """
    language, before = view.language, held.entry if held else None
    if held:
        hidden = [Field(name="id", kind="hidden", value=held.entry.id)]
        why = [Field(name="why", label=say.F_WHY_CHANGE[language], wide=True)]
        fields = [*hidden, *_decision(before, contents, language, ""), *why]
        about, name, seen = f"decision/{held.entry.id}", "decision_change", held.version
    else:
        hidden = [Field(name="supersedes", kind="hidden", value=replaces)] if replaces else []
        fields = [*hidden, *_decision(None, contents, language, measure)]
        about, name, seen = f"decision/new{replaces}{measure}", "decision_supersede" if replaces else "decision_add", 0
    return form(
        name, fields, about=about, language=language, seen=seen, submit=say.SAVE_DECISION[language], focus="innehall"
    )


def _decision(before: Decision | None, contents: Contents, language: Language, measure: str) -> list[Field]:
    def long(name: str, label: Text, note: str = "") -> Field:
        return Field(name=name, label=label[language], kind="long", value=_said(before, name, language), note=note)

    today = before.decided_on if before else data.today()
    kinds = [(kind, text[language]) for kind, text in say.DECISION_KINDS.items()]
    consensus = {True: "yes", False: "no", None: ""}[before.consensus if before else None]
    return [
        Field(name="title", label=say.F_TITLE[language], value=_said(before, "title", language), wide=True),
        Field(name="decided_on", label=say.F_DAY[language], kind="date", value=today.isoformat()),
        Field(
            name="kind",
            label=say.F_KIND[language],
            kind="choice",
            value=before.kind if before else "target" if measure else "other",
            choices=kinds,
        ),
        Field(
            name="item_id",
            label=say.F_ITEM[language],
            kind="choice",
            value=(before.item_id or "") if before else "",
            choices=_items(contents, before, language),
        ),
        long("text", say.F_TEXT),
        long("reason", say.F_REASON),
        Field(
            name="indicators",
            label=say.F_MEASURES[language],
            value=" ".join(before.indicators) if before else measure,
            note=say.F_MEASURES_NOTE[language],
        ),
        *evidence(language),
        long("consequence_region", say.F_REGION),
        long("consequence_municipality", say.F_MUNICIPALITY),
        long("consequence_users", say.F_USERS),
        Field(
            name="mandate_region",
            label=say.F_MANDATE_REGION[language],
            value=_said(before, "mandate_region", language),
            note=say.F_MANDATE_NOTE[language],
        ),
        Field(
            name="mandate_municipality",
            label=say.F_MANDATE_MUNICIPALITY[language],
            value=_said(before, "mandate_municipality", language),
        ),
        Field(
            name="consensus",
            label=say.F_CONSENSUS[language],
            kind="choice",
            value=consensus,
            choices=[(value, text[language]) for value, text in say.CONSENSUS_CHOICES.items()],
        ),
        long("other_views", say.F_VIEWS),
        *alternatives(before, language),
        Field(
            name="review_on",
            label=say.F_REVIEW[language],
            kind="date",
            value=before.review_on.isoformat() if before and before.review_on else "",
        ),
    ]


def _said(before: Decision | Action | None, name: str, language: Language) -> str:
    return text_of(getattr(before, name), language) if before else ""


def _items(contents: Contents, before: Decision | None, language: Language) -> list[tuple[str, str]]:
    """The items of the two latest meetings and of those to come, whose minutes are not out; and the decision's own."""
    out = {each.meeting_id for each in contents.minutes if each.status != "draft"}
    late = sorted((each.held_on, each.id) for each in contents.meetings if each.status != "cancelled")
    today = data.today()
    near = {id for day, id in late if day > today} | {id for _, id in [each for each in late if each[0] <= today][-2:]}
    items: list[AgendaItem] = [
        each
        for each in contents.agenda_items
        if each.meeting_id in near - out or (before is not None and each.id == before.item_id)
    ]
    days = {each.id: each.held_on for each in contents.meetings}
    return [("", say.F_NO_ITEM[language])] + [
        (each.id, f"{days[each.meeting_id]}: {each.title[language]}") for each in items
    ]


def evidence(language: Language) -> list[Field]:
    """Figures to cite: each is frozen as it stands when the form is saved."""
    names = {each.id: each.name[language] for each in catalogue.catalogue()}
    choices = [("", say.F_NO_FIGURE[language])] + [
        (
            key,
            f"{each.indicator_id} {names[each.indicator_id]}, "
            f"{say.LANES[each.organisation][language].lower()}: {each.shown}, {each.period}",
        )
        for key, each in figures().items()
    ]
    return [
        Field(
            name=f"evidence_{number}",
            label=say.F_EVIDENCE[language].format(n=number),
            kind="choice",
            choices=choices,
            wide=True,
        )
        for number in range(1, EVIDENCE + 1)
    ]


def alternatives(before: Decision | None, language: Language) -> list[Field]:
    """What was considered and not chosen, each with its reason."""
    held = before.alternatives if before else ()
    fields = []
    for number in range(1, max(ALTERNATIVES, len(held)) + 1):
        old = held[number - 1] if number <= len(held) else None
        fields += [
            Field(
                name=f"alternative_{number}",
                label=say.F_ALTERNATIVE[language].format(n=number),
                kind="long",
                rows=2,
                value=old.text[language] if old else "",
            ),
            Field(
                name=f"alternative_{number}_why",
                label=say.F_ALTERNATIVE_WHY[language].format(n=number),
                kind="long",
                rows=2,
                value=old.reason[language] if old else "",
            ),
        ]
    return fields


def action(contents: Contents, view: View, *, held: Held[Action] | None = None, decision_id: str = "") -> str:
    """An action: a new one, after a decision or on its own, or one to be changed."""
    language, before = view.language, held.entry if held else None
    if held:
        hidden = [Field(name="id", kind="hidden", value=held.entry.id)]
        ids = [(each.id, f"{each.id} {each.title[language]}") for each in reversed(contents.decisions)]
        none = ("", say.F_NO_ITEM[language])
        tied = [
            _choice(
                "decision_id",
                say.F_DECISION,
                held.entry.decision_id or "",
                [none, *_with(ids, held.entry.decision_id)],
                language,
            )
        ]
        about, name, seen = f"action/{held.entry.id}", "action_change", held.version
    else:
        hidden, tied = [Field(name="decision_id", kind="hidden", value=decision_id)], []
        about, name, seen = f"action/new{decision_id}", "action_add", 0
    return form(
        name,
        [*hidden, *_action(before, contents, language), *tied],
        about=about,
        language=language,
        seen=seen,
        submit=say.SAVE_ACTION[language],
        focus="innehall",
    )


def _action(before: Action | None, contents: Contents, language: Language) -> list[Field]:
    seats = [(each.id, each.title[language]) for each in register_desk.seats(contents, data.today())]
    nobody, none = ("", say.F_NO_ITEM[language]), ("", say.F_NO_MEASURE[language])
    measures = [none] + [(each.id, f"{each.id} {each.name[language]}") for each in catalogue.catalogue()]
    organisation = before.organisation if before else "region"
    return [
        Field(name="title", label=say.F_TITLE[language], value=_said(before, "title", language), wide=True),
        Field(name="text", label=say.F_WHAT[language], kind="long", value=_said(before, "text", language)),
        _choice("organisation", say.F_ORGANISATION, organisation, _lanes(language), language),
        _choice(
            "owner",
            say.F_OWNER,
            before.owner if before else "",
            [nobody, *_with(seats, before.owner if before else None)],
            language,
        ),
        _choice(
            "co_owner",
            say.F_CO_OWNER,
            (before.co_owner or "") if before else "",
            [nobody, *_with(seats, before.co_owner if before else None)],
            language,
        ),
        unit_of(contents, before.unit_id if before else None, language),
        Field(name="due_on", label=say.F_DUE[language], kind="date", value=_day(before.due_on if before else None)),
        _choice(
            "expects_indicator", say.F_EXPECTS, (before.expects_indicator or "") if before else "", measures, language
        ),
        _choice(
            "expects_direction",
            say.F_DIRECTION,
            (before.expects_direction or "") if before else "",
            [(value, text[language]) for value, text in say.DIRECTIONS.items()],
            language,
        ),
        Field(
            name="expects_on", label=say.F_BY[language], kind="date", value=_day(before.expects_on if before else None)
        ),
    ]


def unit_of(contents: Contents, unit_id: str | None, language: Language) -> Field:
    """The unit it is to be done at: one there is today, or the one already named."""
    today = data.today()
    there = [each for each in contents.units if each.id == unit_id or (each.closed_on or date.max) >= today]
    choices = [("", say.F_ALL_UNITS[language]), *((each.id, each.name[language]) for each in there)]
    return _choice("unit_id", say.F_UNIT, unit_id or "", choices, language)


def _choice(name: str, label: Text, value: str, choices: list[tuple[str, str]], language: Language) -> Field:
    return Field(name=name, label=label[language], kind="choice", value=value, choices=choices)


def _lanes(language: Language) -> list[tuple[str, str]]:
    return [(which, say.LANES[which][language]) for which in ("region", "municipality")]


def _with(seats: list[tuple[str, str]], owner: str | None) -> list[tuple[str, str]]:
    """The seats there are, and the one that is held already even if it has ended."""
    return seats if not owner or owner in dict(seats) else [*seats, (owner, owner)]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def update(action_id: str, language: Language) -> str:
    """Telling what has been done."""
    fields = [
        Field(name="action_id", kind="hidden", value=action_id),
        Field(name="text", label=say.F_UPDATE[language], kind="long"),
        Field(name="links", label=say.F_LINKS[language], kind="long", rows=2, note=say.F_LINKS_NOTE[language]),
    ]
    return form(
        "action_update",
        fields,
        about=f"action_update/{action_id}",
        language=language,
        submit=say.SAVE_UPDATE[language],
        label=say.DO_UPDATE[language],
    )


def status(held: Held[Action], language: Language) -> str:
    """Ending an action or opening it again."""
    action_ = held.entry
    names: Mapping[str, Text] = say.STATUSES
    fields = [
        Field(name="id", kind="hidden", value=action_.id),
        _choice(
            "status", say.F_STATUS, action_.status, [(each, text[language]) for each, text in names.items()], language
        ),
        Field(name="closed_on", label=say.F_CLOSED[language], kind="date", value=_day(action_.closed_on)),
        Field(name="why", label=say.F_WHY[language], note=say.F_WHY_NOTE[language], wide=True),
    ]
    return form(
        "action_status",
        fields,
        about=f"action_status/{action_.id}",
        language=language,
        seen=held.version,
        submit=say.SAVE_STATUS[language],
        label=say.DO_STATUS[language],
    )
