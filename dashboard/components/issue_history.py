"""A matter's way through the meetings: every item, its minutes and every decision about the same measures."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from html import escape

from dashboard.components.register_link import address, link
from dashboard.texts import decisions as say
from dashboard.texts import long_date, texts
from dashboard.view import View
from governance.entries import AgendaItem, Contents, Decision, ItemMinutes
from metrics.problem import Text


@dataclass(frozen=True, kw_only=True)
class Step:
    """One time the matter was up.

    In      entry  the item or the decision
            said   what the item came to; None where nothing is written
    """

    on: date
    entry: AgendaItem | Decision
    said: Text | None = None


def steps(contents: Contents, indicators: Collection[str], about: Collection[str]) -> tuple[Step, ...]:
    """Each time a meeting took the matter up, the first first.

    In      indicators  the measures it is about
            about       ids of the decision and actions it is about
    Rule    an item counts where it names a measure or an entry of the matter, or a decision of the matter was made
            under it; a decision stands for the item it was made under
    """
    held = {each.id: each.held_on for each in contents.meetings if each.status == "held"}
    said = {each.item_id: each for each in contents.item_minutes}
    decided = [each for each in contents.decisions if each.id in about or set(indicators) & set(each.indicators)]
    under = {each.item_id for each in decided}
    found = [Step(on=each.decided_on, entry=each, said=_conclusion(said.get(each.item_id or ""))) for each in decided]
    found += [
        Step(on=held[item.meeting_id], entry=item, said=_conclusion(said.get(item.id)))
        for item in contents.agenda_items
        if item.meeting_id in held
        and item.id not in under
        and (set(indicators) & set(item.indicators) or item.about.partition("/")[2] in about)
    ]
    return tuple(sorted(found, key=lambda step: (step.on, step.entry.id)))


def _conclusion(minutes: ItemMinutes | None) -> Text | None:
    return minutes.conclusion if minutes else None


def issue(found: Collection[Step], here: str, contents: Contents, view: View) -> str:
    """The steps as a list; the one the page is about says so."""
    language, t = view.language, texts(view.language)
    if not any(step.entry.id != here for step in found):
        return f'<p class="quiet">{escape(say.ISSUE_NONE[language])}</p>'
    return (
        '<ol class="decided-list issue">'
        + "".join(
            f"<li{' class=here' if step.entry.id == here else ''}>"
            f'<div class="when">{_badge(step, contents, view)} '
            f'<time datetime="{step.on}">{escape(long_date(t, step.on))}</time></div>'
            f'<div><p class="what">{escape(step.entry.title[language])}'
            + (f" <small>{escape(say.ISSUE_HERE[language])}</small>" if step.entry.id == here else "")
            + "</p>"
            + (f"<p>{escape(step.said[language])}</p>" if step.said and step.entry.id != here else "")
            + "</div></li>"
            for step in found
        )
        + "</ol>"
    )


def _badge(step: Step, contents: Contents, view: View) -> str:
    if isinstance(step.entry, Decision):
        return link(view, step.entry.id)
    to, name = address("agenda_item", step.entry.id, contents, view), escape(say.KINDS["agenda_item"][view.language])
    return f'<a class="ref" href="{escape(to)}">{name}</a>' if to else f'<span class="ref">{name}</span>'
