"""Target groups as the register knows them: seen, included, with a service of their own or a gap; and one whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape

from dashboard import data
from dashboard.components import closing, entry_page
from dashboard.components.entry_form import Fields, entry_form
from dashboard.components.entry_page import linked
from dashboard.components.page_part import folded, section
from dashboard.components.register_form import writing
from dashboard.components.register_link import link
from dashboard.texts import long_date, texts
from dashboard.texts import target_groups as say
from dashboard.view import View
from governance.entries import Contents, TargetGroup
from governance.keeping import Held
from metrics.problem import Language


def listed(contents: Contents, view: View) -> str:
    """How many groups are known and what they lack, each as a row, and the form for another."""
    language = view.language
    groups = sorted(contents.target_groups, key=lambda each: (each.identified_on, each.id))
    said = say.COUNTS.format(
        n=len(groups),
        out=sum(each.included_on is None for each in groups),
        gaps=sum(each.gap is not None for each in groups),
    )
    counts = (said if groups else say.NOTHING)[language]
    gone = [
        (linked(_to(each.entry, view), each.entry.name, view), each) for each in data.register().held_all(TargetGroup)
    ]
    body = (
        f'<p class="finding">{escape(counts)}</p>{_table(groups, view) if groups else ""}{writing(view)}'
        + folded(say.NEW, _form(None, contents, language), language, place="group-new")
        + closing.cancelled(gone, language)
    )
    return section(say.TITLE, body, language)


def one(view: View, contents: Contents) -> str:
    """The group the address names, whole; "" where it names none."""
    held = data.register().held(TargetGroup, view.item) if view.item else None
    if held is None:
        return ""
    language, group = view.language, held.entry
    title = next((each.title[language] for each in contents.decisions if each.id == group.decision_id), "")
    facts = (
        (say.FIELDS["included_on"], escape(_included(group, language))),
        (say.FIELDS["service"], escape(_service(group, language))),
        (say.FIELDS["gap"], escape(group.gap[language]) if group.gap else ""),
        (say.FIELDS["decision_id"], f"{link(view, group.decision_id)} {escape(title)}" if group.decision_id else ""),
        (say.FIELDS["figures"], _figures(group, view)),
    )
    forms = folded(say.CHANGE, _form(held, contents, language), language) + closing.cancel(held, language)
    line = say.LINE.format(day=group.identified_on)[language]
    return entry_page.top(held, group.name, line, facts, view, say.BACK) + entry_page.below(held, forms, view)


def _to(group: TargetGroup, view: View) -> str:
    return view.to("services", item=group.id)


def _table(groups: Sequence[TargetGroup], view: View) -> str:
    language = view.language
    heads = say.HEAD[language].split(";")
    head = "".join(f'<th scope="col" role="columnheader">{escape(each)}</th>' for each in heads)
    body = "".join(_row(each, heads[1:], view) for each in groups)
    return (
        f'<table class="moments groups" role="table"><caption class="vh">{escape(say.TITLE[language])}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(group: TargetGroup, heads: Iterable[str], view: View) -> str:
    language = view.language
    cells = (
        escape(long_date(texts(language), group.identified_on)),
        escape(_included(group, language)),
        escape(_service(group, language)),
        escape(group.gap[language]) if group.gap else "–",
        link(view, group.decision_id) if group.decision_id else "–",
        _figures(group, view),
    )
    drawn = "".join(
        f'<td role="cell" data-label="{escape(label)}">{cell}</td>' for label, cell in zip(heads, cells, strict=True)
    )
    name = linked(_to(group, view), group.name, view)
    return f'<tr role="row"><th scope="row" role="rowheader">{name}</th>{drawn}</tr>'


def _included(group: TargetGroup, language: Language) -> str:
    return long_date(texts(language), group.included_on) if group.included_on else say.NOT_INCLUDED[language]


def _service(group: TargetGroup, language: Language) -> str:
    return (group.service or say.NO_SERVICE)[language]


def _figures(group: TargetGroup, view: View) -> str:
    """The scorecard of the group alone, where the figures carry its id."""
    if group.id not in data.groups_of_release():
        return escape(say.NO_FIGURES[view.language])
    to = replace(view, page="scorecard", item="", group=group.id, more=(), tour=0).address
    name = f'<span class="vh">, {escape(group.name[view.language])}</span>'
    return f'<a href="{escape(to)}">{escape(say.SCORECARD[view.language])}{name}</a>'


def _form(held: Held[TargetGroup] | None, contents: Contents, language: Language) -> str:
    group, of, none = held.entry if held else None, Fields(say.FIELDS, language), ("", say.NONE[language])
    entered = {each.id for each in contents.target_groups}
    left = {each: name for each, name in data.groups_of_release().items() if each not in entered}
    decisions = [none, *((each.id, f"{each.id} {each.title[language]}") for each in reversed(contents.decisions))]
    which = [of.choice("group", [("", say.OTHER[language]), *of.words(left)])] if held is None else []
    fields = [
        *which,
        of.line("name", group.name if group else None, note="" if held else say.NAME_NOTE[language]),
        of.day("identified_on", group.identified_on if group else None),
        of.day("included_on", group.included_on if group else None, note=say.INCLUDED_NOTE[language]),
        of.choice("decision_id", decisions, group.decision_id if group else ""),
        of.long("service", group.service if group else None),
        of.long("gap", group.gap if group else None),
    ]
    return entry_form(TargetGroup, held, fields, language)
