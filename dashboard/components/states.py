"""What a page shows when it has no figures to show: what is so, and what to do about it."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.texts import texts
from dashboard.texts.sv import Swedish
from metrics.problem import Language, UserProblem


def state(title: str, text: str, *, steps: tuple[str, ...] = (), commands: tuple[str, ...] = ()) -> str:
    """A whole page's worth of "nothing here yet": a heading, a sentence, and the way on."""
    ways = "".join(f"<li>{escape(step)}</li>" for step in steps)
    lines = "".join(f"<code>{escape(command)}</code>" for command in commands)
    return (
        f'<section class="state"><h1>{escape(title)}</h1><p>{escape(text)}</p>'
        + (f"<ol>{ways}</ol>" if ways else "")
        + (f'<p class="commands">{lines}</p>' if lines else "")
        + "</section>"
    )


def nothing_published(t: Swedish) -> None:
    """The first start: no release has been made, and what makes one."""
    commands = ("samsyn load region FIL", "samsyn load municipality FIL", "samsyn release", "samsyn receive")
    st.html(
        state(t.nothing_title, t.nothing_text, steps=t.nothing_steps, commands=commands)
        + f'<section class="state"><p>{escape(t.nothing_try)}</p>'
        + '<p class="commands"><code>samsyn demo</code></p></section>'
    )


def failed(language: Language) -> None:
    """A fault of ours: said plainly, without a traceback."""
    t = texts(language)
    st.html(state(t.failed_title, t.failed_text))


def problem(found: UserProblem, language: Language) -> None:
    """Something the reader, or whoever runs the server, can mend."""
    st.html(state(texts(language).problem_title, found.text[language]))


def notice(text: str, *, kind: str = "note") -> str:
    """One line set apart, above what it is about."""
    return f'<p class="notice {escape(kind)}" role="status">{escape(text)}</p>'
