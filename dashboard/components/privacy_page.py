"""The parts of the page about privacy that explain: totals, approval, withdrawal, whom to ask."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from html import escape

import polars as pl

from dashboard.components import icons
from dashboard.components.data_table import Cell, as_html
from dashboard.components.deliveries import day_of
from dashboard.components.figures import count
from dashboard.texts import long_date, organisation, texts
from dashboard.texts import privacy as say
from metrics import adding_up, can_domains, words
from metrics.catalogue import distributions
from metrics.indicator import ORGANISATIONS
from metrics.problem import Language, Text
from pipelines.published import Published


def opening(shown: Published, attacked: int, language: Language) -> str:
    """The answer in a few words: how many figures, how many hidden, how many kinds of attack they withstood."""
    parts = shown.manifest["organisations"].values()
    cells, hidden = (sum(part[name] for part in parts) for name in ("cells", "cells_suppressed"))
    said = say.LEDE[language].format(
        release=shown.release_id, cells=count(cells, language), hidden=count(hidden, language)
    )
    if attacked:
        said = f"{said} {say.LEDE_GATE[language].format(attacks=words.in_words(attacked)[language])}"
    return f'<p class="lede">{escape(said)}</p>'


def paragraph(text: Text, language: Language) -> str:
    """One paragraph, no wider than is easily read."""
    return f'<p class="narrow">{escape(text[language])}</p>'


def totals(cells: pl.DataFrame, language: Language) -> str:
    """Why parts and totals disagree, with parts and a total of this very release where there are such."""
    said = paragraph(say.TOTALS_TEXT, language)
    names = _answers()
    found = adding_up.example(cells, list(names))
    if found is not None:
        rows = [(words.capitalised(names[part])[language], number) for part, number in found.parts]
        rows += [(say.TOGETHER[language], found.together), (say.TOTAL[language], found.total)]
        caption = say.EXAMPLE[language].format(
            domain=can_domains.NAMES[found.domain][language].lower(),
            organisation=words.ORGANISATION[found.organisation][language],
            year=found.year.year,
        )
        body = [(name, [Cell(count(number, language))]) for name, number in rows]
        apart = say.APART[language].format(apart=words.in_words(found.apart)[language])
        table = as_html(caption, say.EXAMPLE_HEAD[language].split(";"), body, figures=1)
        said += f'<div class="sums">{table}</div><p class="narrow">{escape(apart)}</p>'
    return said + paragraph(say.WITHIN, language)


def _answers() -> Mapping[str, Text]:
    """The answers whose numbers are the example's parts, by name."""
    [answers] = [one.categories for one in distributions() if one.id == adding_up.WHOLE]
    return answers if isinstance(answers, Mapping) else {}


def approvals(shown: Published, language: Language) -> str:
    """Who let each organisation's figures out, when and with which key."""
    t, lines = texts(language), []
    for which in ORGANISATIONS:
        part = shown.manifest["organisations"].get(which)
        if part is None:
            continue
        given = part.get("approved")
        if given:
            at = datetime.fromisoformat(given["approved_at"])
            day = long_date(t, day_of(given["approved_at"]))
            who = say.APPROVED_BY[language].format(role=given["role"], day=day, time=f"{at:%H:%M}")
            body = f"<p>{escape(who)}</p>"
            if "key" in given:
                body += f"<p>{escape(say.APPROVED_KEY[language])}: <code>{escape(given['key'])}</code></p>"
        else:
            body = f"<p>{escape(say.NOT_APPROVED[language])}</p>"
        lines.append(f"<li>{icons.side(which, organisation(t, which))}<div>{body}</div></li>")
    return f'<ul class="lines">{"".join(lines)}</ul>' + paragraph(say.APPROVED_KEY_TEXT, language)


def remains(language: Language) -> str:
    """What the protection does not do."""
    return f'<ul class="withdrawal">{"".join(f"<li>{escape(risk[language])}</li>" for risk in say.REMAINS_RISKS)}</ul>'


def withdrawal(language: Language) -> str:
    """How somebody is left out, step by step."""
    steps = "".join(f"<li>{escape(step[language])}</li>" for step in say.WITHDRAWAL_STEPS)
    return f'<ol class="withdrawal">{steps}</ol>'


def ask(language: Language) -> str:
    """Whom to ask about what."""
    asked = "".join(
        f"<div><dt>{escape(what[language])}</dt><dd>{escape(whom[language])}</dd></div>" for what, whom in say.ASKED
    )
    return f'<dl class="ask">{asked}</dl>'
