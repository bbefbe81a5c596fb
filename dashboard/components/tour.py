"""The tour of the made-up example: a stop beside the page it is about, and the invitation to it."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from dashboard.texts import tour as say
from dashboard.texts.tour import STOPS
from dashboard.view import View
from metrics.problem import Text
from pipelines.published import Published

EXAMPLE = "demo"
"""The committee whose ten years the tour tells of."""


def is_told_of(shown: Published | None) -> bool:
    """Whether what is shown is the made-up example: of any other committee the tour's story would not be true."""
    if shown is None:
        return False
    committee = shown.manifest["committee"]
    return bool(committee["synthetic"]) and committee["id"] == EXAMPLE


def address(number: int, view: View) -> str:
    """Where a stop is; the first is 1."""
    stop = STOPS[number - 1]
    return View(
        page=stop.page, language=view.language, item=stop.item, unit=stop.unit, group=stop.group, tour=number
    ).address


def strip(view: View) -> str:
    """The stop the reader is at; on the overview without one, the invitation. Whoever said no sees it no more."""
    if 1 <= view.tour <= len(STOPS):
        return _stop(view)
    if view.page != "overview":
        return ""
    language = view.language
    return (
        f'<aside class="invite" aria-label="{escape(say.NAME[language])}"><p>{escape(say.INVITE[language])}</p>'
        f'<p class="turns">{_link(address(1, view), "next", say.BEGIN, view)}'
        f'<button type="button" class="no">{escape(say.NOT_NOW[language])}</button></p></aside>'
    )


def _stop(view: View) -> str:
    language, stop = view.language, STOPS[view.tour - 1]
    last = view.tour == len(STOPS)
    back = _link(address(view.tour - 1, view), "prev", say.BACK, view) if view.tour > 1 else ""
    on = "" if last else _link(address(view.tour + 1, view), "next", say.NEXT, view)
    end = _link(replace(view, tour=0).address, "end", say.DONE if last else say.END, view)
    of = say.STOP.format(n=view.tour, all=len(STOPS))[language]
    return (
        f'<aside class="tour" aria-label="{escape(say.NAME[language])}" data-stop="{view.tour}" '
        f'data-at="{escape(stop.at)}"><p class="of">{escape(of)}</p>'
        f'<p class="title" tabindex="-1">{escape(stop.title[language])}</p><p>{escape(stop.text[language])}</p>'
        f'<p class="turns">{back}{end}{on}</p><p class="of keys">{escape(say.KEYS[language])}</p></aside>'
    )


def _link(to: str, way: str, text: Text, view: View) -> str:
    rel = f' rel="{way}"' if way in ("prev", "next") else ""
    return f'<a class="{way}"{rel} href="{escape(to)}">{escape(text[view.language])}</a>'
