"""The top of a page: its title, what it answers, and the filters it is read through."""

from __future__ import annotations

from html import escape

from dashboard.components import states
from dashboard.texts.sv import Swedish
from dashboard.view import View
from pipelines.published import Published


def page_head(title: str, subtitle: str, view: View, t: Swedish, *, filters: str = "") -> str:
    """Title, the committee's name, filters, and what in the address could not be followed."""
    return (
        f'<div class="head"><div><h1 id="innehall">{escape(title)}</h1><p class="subtitle">{escape(subtitle)}</p></div>'
        f"{filters}</div>{ignored(view, t)}"
    )


def ignored(view: View, t: Swedish) -> str:
    """A line for every filter in the address that could not be followed: without it the whole would pass for a part."""
    return "".join(states.notice(getattr(t, f"filter_ignored_{name}")) for name in view.ignored)


def committee_name(view: View, shown: Published) -> str:
    """The name of the committee in the reader's language."""
    return str(shown.manifest["committee"]["name"][view.language])
