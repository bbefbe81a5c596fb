"""What an entry of the register is called in words, and where it is shown: for lines that tell of it elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from dashboard.components import register_link
from dashboard.components.review_gaps import name
from dashboard.texts import overview as say
from dashboard.view import View
from governance.entries import Clause, Consultation, Contents, Decision, Entry, Gap, Meeting, Target, UnitChange
from governance.entries import id_of as identity
from governance.model.tables import KIND_OF
from governance.words import NAMES, ORGANISATIONS, called
from metrics.catalogue import catalogue
from metrics.problem import Language, Text
from metrics.words import without_capital_article


def titled(kind: str, object_id: str, contents: Contents, groups: Mapping[str, Text], view: View) -> str:
    """The entry in words, as a link where a page shows it."""
    entry = next((each for each in contents.of(KIND_OF[kind]) if identity(each) == object_id), None)
    if entry is None:
        return escape(object_id)
    said, to = escape(_title(entry, contents, groups, view.language)), _way(kind, entry, contents, view)
    return f'<a href="{escape(to)}">{said}</a>' if to else f"<b>{said}</b>"


def _title(entry: Entry, contents: Contents, groups: Mapping[str, Text], language: Language) -> str:
    match entry:
        case Meeting():
            return say.THE_MEETING.format(day=entry.held_on)[language]
        case Consultation():
            body = next(each.name for each in contents.bodies if each.id == entry.body_id)
            about = next(each.title for each in contents.agreements if each.id == entry.agreement_id)
            return say.THE_CONSULTATION.format(body=without_capital_article(body), agreement=about)[language]
        case Clause():
            about = next(each.title for each in contents.agreements if each.id == entry.agreement_id)
            return say.THE_CLAUSE.format(n=entry.number, agreement=about)[language]
        case UnitChange():
            unit = next(each.name for each in contents.units if each.id == entry.unit_id)
            return say.THE_UNIT_CHANGE.format(unit=unit, day=entry.on)[language]
        case Gap():
            year = next(each.year for each in contents.annual_reviews if each.id == entry.review_id)
            return say.THE_GAP.format(gap=name(entry.domain, entry.group, groups, language), year=year)[language]
        case Target():
            named: dict[str, object] = {each.id: each.name for each in catalogue()}
            measure, who = named.get(entry.indicator_id, entry.indicator_id), ORGANISATIONS[entry.organisation]
            return say.THE_TARGET.format(measure=measure, who=who)[language]
        case Decision():
            return f"{called(entry)[language]}, {entry.title[language]}"
    own = next((said for name in ("title", "name", "word") if (said := getattr(entry, name, None))), None)
    return f"{NAMES[type(entry)][language]}: {own[language]}" if isinstance(own, Text) else called(entry)[language]


def _way(kind: str, entry: Entry, contents: Contents, view: View) -> str:
    """The address of the page where it stands; "" where none shows it."""
    match entry:
        case Meeting():
            return view.to("meetings", item=entry.id)
        case Target():
            return view.to("indicator", item=entry.indicator_id)
        case Gap():
            return replace(view, page="review", item=entry.review_id, more=(("part", "gaps"),)).address
    return register_link.address(kind, identity(entry), contents, view)
