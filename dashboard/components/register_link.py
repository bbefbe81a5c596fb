"""The id of a decision or an action as a badge that leads to it, wherever it stands."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from html import escape

from dashboard.view import PATHS, PageName, View
from governance.entries import Contents

_PAGE_OF: dict[str, str] = {
    "decision": "decisions",
    "action": "decisions",
    "action_update": "decisions",
    "cycle": "decisions",
    "target_group": "services",
    "agenda_item": "meetings",
    "item_minutes": "meetings",
    "agreement": "agreements",
    "clause": "agreements",
    "revision": "agreements",
    "consultation": "agreements",
    "undertaking": "agreements",
    "risk": "agreements",
    "body": "members",
    "seat": "members",
    "term": "members",
    "unit": "members",
    "unit_change": "members",
    "word": "glossary",
    "proposal": "review",
    "gap": "review",
    "voice": "review",
    "review_step": "review",
    "conclusion": "review",
}


def link(view: View, object_id: str) -> str:
    """The badge of one decision or action."""
    return f'<a class="ref" href="{escape(view.to("decisions", item=object_id))}">{escape(object_id)}</a>'


def with_links(html: str, contents: Contents, view: View) -> str:
    """A piece of finished HTML in which every decision's id that stands as a word has become its badge."""
    known = _known(tuple(each.id for each in contents.decisions))
    return known.sub(lambda found: link(view, found.group()), html) if known else html


@lru_cache(maxsize=8)
def _known(ids: tuple[str, ...]) -> re.Pattern[str] | None:
    """A pattern for these ids between other text, never inside a tag or a longer word."""
    either = "|".join(re.escape(escape(each)) for each in sorted(ids, key=len, reverse=True))
    return re.compile(rf"(?<![\w=/-])(?:{either})(?![\w-]|[^<]*>)") if ids else None


def address(kind: str, object_id: str, contents: Contents, view: View) -> str:
    """Where an entry of the register stands whole; "" where no page shows its kind."""
    if kind in ("event", "evaluation"):
        return happening(view, object_id)
    page = _PAGE_OF.get(kind, "")
    names: dict[str, PageName] = {name: name for name in PATHS}
    return view.to(names[page], item=_shown_by(kind, object_id, contents)) if page in names else ""


def happening(view: View, object_id: str) -> str:
    """Where an event or an evaluation stands whole: on the timeline, whose id in the address is a measure."""
    return replace(view, page="timeline", item="", more=(("entry", object_id),), tour=0).address


def _shown_by(kind: str, object_id: str, contents: Contents) -> str:
    """The id of what a page is about, for an entry that is part of it."""
    if kind == "action_update":
        return next((each.action_id for each in contents.action_updates if each.id == object_id), object_id)
    if kind in ("agenda_item", "item_minutes"):
        return next((each.meeting_id for each in contents.agenda_items if each.id == object_id), object_id)
    if kind == "unit_change":
        return next((each.unit_id for each in contents.unit_changes if each.id == object_id), object_id)
    if kind == "term":
        return next((each.seat_id for each in contents.terms if each.id == object_id), object_id)
    if kind == "gap":
        return next((each.review_id for each in contents.gaps if each.id == object_id), object_id)
    if kind == "proposal":
        return next((each.review_id for each in contents.proposals if each.id == object_id), object_id)
    return object_id.split("/")[0]
