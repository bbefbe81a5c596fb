"""One entry of the register on a page of its own: what it is, its facts, its forms and its history."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dashboard.components import icons
from dashboard.components.closing import notice
from dashboard.components.history import history
from dashboard.components.page_head import page_head
from dashboard.components.register_form import writing
from dashboard.texts import organisation, texts
from dashboard.texts.decisions import LANES
from dashboard.view import View
from governance.entries import AnyEntry, Lane, id_of
from governance.keeping import Held
from metrics.problem import Language, Text

Facts = Sequence[tuple[Text, str]]
"""What is known of an entry: the name of each fact, and the fact as HTML; an empty one is left out."""


def top(
    held: Held[AnyEntry], title: Text, line: str, facts: Facts, view: View, back: Text, *, lede: Text | None = None
) -> str:
    """The way back, the entry's name, that it no longer counts where it does not, what it says, and the facts.

    In      line  what stands under its name
            back  the words of the link to the page it stands on
    """
    language = view.language
    every = f'<a href="{escape(view.to(view.page))}">{escape(back[language])}</a>'
    rows = "".join(f"<dt>{escape(name[language])}</dt><dd>{body}</dd>" for name, body in facts if body)
    return (
        f'<nav class="crumbs"><ol><li>{every}</li></ol></nav>'
        + page_head(title[language], line, view, texts(language))
        + notice(held, language)
        + (f'<p class="lede">{escape(lede[language])}</p>' if lede else "")
        + f'<dl class="lineage">{rows}</dl>'
    )


def below(held: Held[AnyEntry], forms: str, view: View) -> str:
    """The forms of an entry that counts, and its history.

    In      forms  as HTML
    """
    written = "" if held.cancelled else f"<section>{writing(view)}{forms}</section>"
    return written + history(type(held.entry), id_of(held.entry), view.language)


def linked(to: str, text: Text, view: View) -> str:
    """A fact that leads to where it stands."""
    return f'<a href="{escape(to)}">{escape(text[view.language])}</a>'


def whose(lane: Lane, language: Language, joint: Text = LANES["joint"]) -> str:
    """Whose something is: an organisation's behind its mark.

    In      joint  what it is called where it is not one organisation's
    """
    if lane == "joint":
        return escape(joint[language])
    return icons.side(lane, organisation(texts(language), lane))
