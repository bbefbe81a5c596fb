"""What leaves an organisation and what stays, drawn with the release's own numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

import polars as pl

from dashboard.components import icons, states
from dashboard.components.data_table import Cell, as_html
from dashboard.components.figures import count
from dashboard.texts import organisation, source_name, texts
from dashboard.texts import privacy as say
from metrics import words
from metrics.disclosure.controls import attacks_and_controls
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Language
from pipelines.published import Published


def flow(shown: Published, tables: dict[str, int], language: Language) -> str:
    """Both organisations' zones, what is done there, and what comes out; a line where nothing has come."""
    return "".join(
        _one(which, shown.manifest["organisations"].get(which), tables.get(which, 0), language)
        for which in ORGANISATIONS
    )


def tables(cells: pl.DataFrame) -> dict[str, int]:
    """How many tables each organisation has in the release."""
    counted = cells.select("organisation", "indicator_id", "breakdown", "rater").unique().group_by("organisation").len()
    return dict(counted.iter_rows())


def _one(which: Organisation, part: dict[str, Any] | None, tables: int, language: Language) -> str:
    name = icons.side(which, organisation(texts(language), which))
    if part is None:
        waiting = say.AWAITED[language].format(organisation=words.ORGANISATION[which][language])
        return f"<h3>{name}</h3>{states.notice(waiting, kind='awaiting')}"
    columns = (
        (say.STAYS, _stays(part, language)),
        (say.GATE, _gate(part, language)),
        (say.LEAVES, _leaves(part, tables, language)),
    )
    steps = "".join(f"<li><h4>{escape(title[language])}</h4>{_list(lines)}</li>" for title, lines in columns)
    return f'<h3>{name}</h3><ol class="flow {which}">{steps}</ol>'


def _stays(part: dict[str, Any], language: Language) -> list[str]:
    t, by_source = texts(language), dict[str, int]()
    for delivery in part["deliveries"]:
        accepted = delivery["accepted"]
        by_source[delivery["source"]] = by_source.get(delivery["source"], 0) + (
            accepted if type(accepted) is int else 0
        )
    several = say.ROWS if len(by_source) != 1 else say.ROWS_ONE
    total = several[language].format(rows=count(sum(by_source.values()), language), sources=len(by_source))
    each = [
        say.ROWS_OF[language].format(source=source_name(t, source), rows=count(rows, language))
        for source, rows in by_source.items()
    ]
    return [f"<b>{escape(total)}</b>{_list(map(escape, each))}", escape(say.ALSO_STAYS[language])]


def _gate(part: dict[str, Any], language: Language) -> list[str]:
    report = part.get("gate")
    if not report:
        method = say.NOISE_OTHER[language].format(method=part["method"])
        return [escape(line) for line in (method, say.UNDER[language], say.NO_REPORT[language])]
    attacks = report["attacks"]
    tried = sum(each.get("tried", 0) for each in attacks if each["attack"] == "bounds")
    tries, controls = attacks_and_controls(report)
    withstood = say.WITHSTOOD[language].format(attacks=tries, controls=controls, tried=count(tried, language))
    noise = say.NOISE[language].format(d=report.get("d", 3))
    return [escape(noise), escape(say.UNDER[language]), f"<b>{escape(withstood)}</b>"]


def _leaves(part: dict[str, Any], tables: int, language: Language) -> list[str]:
    cells, hidden = part["cells"], part["cells_suppressed"]
    share = words.amount(hidden / cells if cells else 0.0, "share", 1)[language]
    told = say.FIGURES[language].format(cells=count(cells, language), tables=count(tables, language))
    lost = say.HIDDEN[language].format(hidden=count(hidden, language), share=share)
    return [f"<b>{escape(told)}</b>", escape(lost), escape(say.WITHOUT[language])]


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def kinds(cells: pl.DataFrame, there: Sequence[Organisation], language: Language) -> str:
    """Every kind of figure and of nothing: how it stands, what it means, and how many there are of each."""
    t = texts(language)
    found = {(which, flag): n for which, flag, n in cells.group_by("organisation", "flag").len().iter_rows()}
    rows = [
        (
            looks[language],
            [*(Cell(count(found.get((which, flag), 0), language)) for which in there), Cell(means[language])],
        )
        for flag, (looks, means) in say.KINDS.items()
    ]
    stands, means = say.NOTHING_HEAD[language].split(";")
    head = [stands, *(organisation(t, which) for which in there), means]
    table = as_html(say.NOTHING_CAPTION[language], head, rows, figures=len(there), main=len(there))
    return f'<div class="kinds">{table}</div>'
