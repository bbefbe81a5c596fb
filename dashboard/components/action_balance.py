"""Who has been given the committee's actions, who has them open, and whose are late: both organisations alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

import altair as alt
import streamlit as st

from dashboard.components import chart_image, row_chart
from dashboard.components.chart_guide import guide, lines
from dashboard.components.data_table import Cell, as_html
from dashboard.components.row_chart import Bar, Fill, Note, Panel
from dashboard.texts import decisions as say
from dashboard.texts import organisation, texts
from dashboard.theme import Mode
from governance.entries import Action
from metrics import words
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Language

Counts = Mapping[str, Mapping[Organisation, int]]
"""given, open, late, done_late -> how many each organisation has."""

EVEN = 0.1
"""How far from half of the actions an organisation may have before it is told."""
_FILLS: Mapping[str, Fill] = {"given": "part", "open": "part", "late": "full", "done_late": "full"}


def is_open(action: Action) -> bool:
    """Whether somebody still has it to do."""
    return action.status in ("open", "under_way")


def days_late(action: Action, today: date) -> int:
    """How many days past its day an open action is; 0 for one that is in time, has no day or has ended."""
    if not is_open(action) or action.due_on is None:
        return 0
    return max(0, (today - action.due_on).days)


def counts(actions: Sequence[Action], today: date) -> Counts:
    """Given, open, late and done late, of each organisation; a cancelled action is given to nobody."""
    standing = [each for each in actions if each.status != "cancelled"]
    tests: dict[str, Callable[[Action], bool]] = {
        "given": lambda _: True,
        "open": is_open,
        "late": lambda each: days_late(each, today) > 0,
        "done_late": lambda each: bool(each.closed_on and each.due_on and each.closed_on > each.due_on),
    }
    return {
        name: {which: sum(each.organisation == which and test(each) for each in standing) for which in ORGANISATIONS}
        for name, test in tests.items()
    }


def title(found: Counts, language: Language) -> str:
    """What the chart shows: who has been given more, or that it is even."""
    given = found["given"]
    every = sum(given.values())
    most = max(ORGANISATIONS, key=lambda which: given[which])
    if not every or given[most] / every <= 0.5 + EVEN:
        return say.BALANCE_EVEN[language]
    part = words.amount(given[most] / every, "share")[language]
    return say.BALANCE_MORE[language].format(who=say.LANES[most][language], part=part)


def show(found: Counts, key: str, language: Language, mode: Mode) -> None:
    """The chart under its finding, and the same counts as a table."""
    st.html(
        f"<section><h2>{escape(say.BALANCE[language])}</h2>"
        f'<h3 class="chart-title">{escape(title(found, language))}</h3></section>'
    )
    row_chart.show(lambda shade: drawing(found, language, shade), "balance", key, language, mode, said(found, language))
    told = guide("action_balance", language) + table(found, language)
    st.html(f'<p class="chart-sub">{escape(say.BALANCE_SUB[language])}</p>{told}')


def drawing(found: Counts, language: Language, mode: Mode) -> dict[str, Any]:
    """One panel for each organisation, on one scale."""
    return row_chart.finished(_panels(found, language, mode), language, mode)


def framed_picture(found: Counts, language: Language) -> dict[str, Any]:
    """The chart to take away, ready to stand alone."""
    panels = row_chart.together([_panel(found, which, language, "light") for which in ORGANISATIONS], language)
    return chart_image.framed(
        panels, title(found, language), say.BALANCE_SUB[language], lines("action_balance", language)
    )


def _panels(found: Counts, language: Language, mode: Mode) -> Any:
    return alt.vconcat(*(_panel(found, which, language, mode) for which in ORGANISATIONS), spacing=16)


def _panel(found: Counts, which: Organisation, language: Language, mode: Mode) -> Any:
    name = organisation(texts(language), which)
    most = max(max(each.values()) for each in found.values())
    labels = {kind: say.COUNTS[kind][language] for kind in found}
    panel = Panel(
        organisation=which,
        title=name,
        rows=list(labels.values()),
        bars=[
            Bar(
                row=labels[kind],
                start=0,
                end=each[which],
                fill=_FILLS[kind],
                said=f"{name}, {labels[kind]}: {each[which]}",
            )
            for kind, each in found.items()
        ],
        notes=[Note(row=labels[kind], at=each[which], text=str(each[which])) for kind, each in found.items()],
        reach=(0, most * 1.15 or 1),
        has_axis=False,
    )
    return row_chart.drawing(panel, language, mode)


def table(found: Counts, language: Language) -> str:
    """The same counts as a table."""
    t = texts(language)
    rows = [
        (say.COUNTS[kind][language], [Cell(str(each[which])) for which in ORGANISATIONS])
        for kind, each in found.items()
    ]
    head = [say.ACTIONS[language], *(organisation(t, which) for which in ORGANISATIONS)]
    return as_html(say.BALANCE_CAPTION[language], head, rows, figures=2, main=2)


def said(found: Counts, language: Language) -> str:
    """What the chart shows, for those who do not see it."""
    t = texts(language)
    parts = [
        f"{organisation(t, which)}: "
        + ", ".join(f"{say.COUNTS[kind][language].lower()} {each[which]}" for kind, each in found.items())
        for which in ORGANISATIONS
    ]
    return ". ".join([title(found, language), *parts])
