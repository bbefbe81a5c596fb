"""The short manual at the end of the definitions: ratings, plans, marks, rules, and the kinds of nothing."""

from __future__ import annotations

from html import escape

from dashboard.components import icons
from dashboard.texts import how_to_read as say
from dashboard.texts import texts
from metrics.problem import Language, Text


def how_to_read(language: Language) -> str:
    """All of it as one section of the page."""
    t = texts(language)
    ratings = _pairs([(f"{number} {name[language]}", text[language]) for number, name, text in say.RATINGS])
    rules = "".join(f"<li>{escape(rule[language])}</li>" for rule in say.RULES)
    marks = "".join(f"<li>{icons.pill(kind, t)} <span>{escape(text[language])}</span></li>" for kind, text in say.ICONS)
    parts = (
        (say.SIGNALS_TITLE, f"{_p(say.SIGNALS_TEXT, language)}<ol>{rules}</ol>{_p(say.RULES_NOTE, language)}"),
        (say.TARGETS_TITLE, _pairs([(name[language], text[language]) for name, text in say.TARGETS])),
        (say.MARKS_TITLE, f'<ul class="icons">{marks}</ul>'),
        (
            say.NOTHING_TITLE,
            _pairs([(name[language], text[language]) for name, text in say.NOTHING])
            + _p(say.PROTECTION_NOTE, language),
        ),
        (say.NEEDS_TITLE, _p(say.NEEDS_TEXT, language) + ratings),
        (say.SIP_TITLE, _p(say.SIP_TEXT, language)),
    )
    blocks = "".join(f"<div><h3>{escape(title[language])}</h3>{body}</div>" for title, body in parts)
    return (
        f'<section class="how" id="so-laser-du"><h2>{escape(say.TITLE[language])}</h2>'
        f'<div class="blocks">{blocks}</div></section>'
    )


def _p(text: Text, language: Language) -> str:
    return f"<p>{escape(text[language])}</p>"


def _pairs(pairs: list[tuple[str, str]]) -> str:
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(text)}</dd></div>" for name, text in pairs)
    return f"<dl>{rows}</dl>"
