"""One part of a page: under its heading, or folded until asked for."""

from __future__ import annotations

from html import escape

from metrics.problem import Language, Text


def section(title: Text, body: str, language: Language) -> str:
    """One part of the page under its heading."""
    return f"<section><h2>{escape(title[language])}</h2>{body}</section>"


def folded(title: Text, body: str, language: Language, *, place: str = "", is_open: bool = False) -> str:
    """A part that is seldom used, folded until asked for.

    In      place    its id, for what leads to it
            is_open  where it is what comes next
    """
    own, shown = f' id="{escape(place)}"' if place else "", " open" if is_open else ""
    return f'<details class="older"{shown}><summary{own}>{escape(title[language])}</summary>{body}</details>'
