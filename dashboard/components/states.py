"""What a page shows when it has no figures to show: what is so, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.texts import texts
from dashboard.view import View
from metrics.problem import Language, UserProblem


def state(title: str, text: str, *, steps: Sequence[tuple[str, str]] = ()) -> str:
    """A whole page's worth of "nothing here yet": a heading, a sentence, and the way on.

    In      steps  what to do, and the command that does it
    """
    ways = "".join(f"<li>{escape(step)} <code>{escape(command)}</code></li>" for step, command in steps)
    listed = f"<ol>{ways}</ol>" if ways else ""
    return f'<section class="state"><h1 id="innehall">{escape(title)}</h1><p>{escape(text)}</p>{listed}</section>'


def nothing_published(view: View) -> None:
    """The first start: no release has been made, what makes one, and what can be done before."""
    t = texts(view.language)
    commands = (
        f"samsyn load --organisation region {t.file_word}",
        "samsyn release --organisation region",
        "samsyn receive",
    )
    meetings = f'<a href="{escape(view.to("meetings"))}">{escape(t.page_meetings)}</a>'
    tried = (
        f'<p class="try">{escape(t.nothing_register)} {meetings}</p>'
        f'<p class="try">{escape(t.nothing_try)} <code>samsyn demo</code></p>'
    )
    whole = state(t.nothing_title, t.nothing_text, steps=tuple(zip(t.nothing_steps, commands, strict=True)))
    st.html(whole.replace("</section>", f"{tried}</section>"))


def failed(language: Language) -> None:
    """A fault of ours: said plainly, without a traceback."""
    t = texts(language)
    st.html(state(t.failed_title, t.failed_text))


def problem(found: UserProblem, language: Language) -> None:
    """Something the reader, or whoever runs the server, can mend."""
    st.html(state(texts(language).problem_title, found.text[language]))


def notice(text: str, *, kind: str = "") -> str:
    """One line set apart, above what it is about."""
    return f'<p class="notice {escape(kind)}">{escape(text)}</p>'
