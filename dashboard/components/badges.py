"""Filters as badges: each says what is chosen, and opens to what else could be. Every choice is a link."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from html import escape
from typing import Any

from dashboard.texts.sv import Swedish
from dashboard.view import View
from metrics import periods
from metrics.indicator import Breakdown
from metrics.problem import Language

QUARTERS_OFFERED = 12


def badge(name: str, value: str) -> str:
    """What is chosen, where nothing else can be."""
    return f'<span class="badge">{escape(name)} <b>{escape(value)}</b></span>'


def menu(name: str, value: str, choices: Sequence[tuple[str, str, bool]]) -> str:
    """A badge that opens to a list of links.

    In      choices  (text, address, whether it is the one chosen now)
    """
    items = "".join(
        f'<li><a href="{escape(address)}"{" aria-current=true" if chosen else ""}>{escape(text)}</a></li>'
        for text, address, chosen in choices
    )
    return (
        f'<details class="menu" name="filter"><summary class="badge">{escape(name)} <b>{escape(value)}</b></summary>'
        f"<ul>{items}</ul></details>"
    )


def filters(
    view: View,
    committee: dict[str, Any],
    quarters: Sequence[str],
    t: Swedish,
    offered: Collection[Breakdown] = ("unit", "target_group"),
) -> str:
    """The three filters of a page of figures: period, unit, target group. A unit and a group exclude each other.

    In      offered  the breakdowns there are figures for
    """
    latest = quarters[0] if quarters else ""
    shown = view.until or latest
    period_choices = [
        (
            quarter_label(quarter, view.language) + (f" ({t.filter_latest})" if quarter == latest else ""),
            replace(view, until="" if quarter == latest else quarter).address,
            quarter == shown,
        )
        for quarter in quarters[:QUARTERS_OFFERED]
    ]
    units = [
        (unit["name"][view.language], replace(view, unit=unit["id"], group="").address, unit["id"] == view.unit)
        for unit in committee["units"]
    ]
    groups = [
        (group["name"][view.language], replace(view, group=group["id"], unit="").address, group["id"] == view.group)
        for group in committee["target_groups"]
    ]
    every_unit = (t.filter_all, replace(view, unit="").address, not view.unit)
    every_group = (t.filter_all, replace(view, group="").address, not view.group)
    return (
        f'<div class="badges" role="group" aria-label="{escape(t.filters)}">'
        + (menu(t.filter_period, quarter_label(shown, view.language), period_choices) if shown else "")
        + (menu(t.filter_unit, _chosen(units, t), [every_unit, *units]) if "unit" in offered else "")
        + (menu(t.filter_group, _chosen(groups, t), [every_group, *groups]) if "target_group" in offered else "")
        + "</div>"
    )


def quarter_label(quarter: str, language: Language) -> str:
    """A quarter of the address as people write it.

    >>> quarter_label("2025-Q4", "sv")
    '2025 kv 4'
    """
    return periods.label(date(int(quarter[:4]), int(quarter[-1]) * 3, 1), "quarter", language)


def _chosen(choices: Sequence[tuple[str, str, bool]], t: Swedish) -> str:
    return next((text for text, _, chosen in choices if chosen), t.filter_all)
