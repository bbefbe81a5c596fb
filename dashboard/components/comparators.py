"""Published figures beside a measure: whose they are, what they count, and what differs; never in the chart."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from dashboard.components import explain
from dashboard.components.data_table import Cell, as_html
from dashboard.texts import data as say
from metrics import comparators, words
from metrics.comparator import Comparator
from metrics.indicator import ORGANISATIONS, Indicator
from metrics.problem import Language
from pipelines.published import Published

Figure = dict[str, Any]
"""One entry of the manifest: key, by, licence, group, period, status, value, unit."""


def told(shown: Published) -> list[Figure]:
    """Every published figure a release brings, the region's first, each key figure once per area and period."""
    found: dict[tuple[str, str, str], Figure] = {}
    for which in ORGANISATIONS:
        for entry in shown.manifest["organisations"].get(which, {}).get("comparators", ()):
            found.setdefault((entry["key"], entry["group"], entry["period"]), entry)
    return list(found.values())


def beside(indicator: Indicator, shown: Published, language: Language) -> str:
    """The part of the indicator page; nothing where no key figure is declared for the measure."""
    declared, figures = comparators.of(indicator.id), told(shown)
    refused = _refused(indicator, figures, language)
    if not declared and not refused:
        return ""
    synthetic = bool(shown.manifest["committee"]["synthetic"])
    there = [(each, [entry for entry in figures if entry["key"] == each.key]) for each in declared]
    parts = "".join(_one(each, entries, synthetic, language) for each, entries in there if entries)
    lacking = "; ".join(f"{each.name[language]} ({each.key})" for each, entries in there if not entries)
    quiet = f'<p class="quiet">{escape(say.NOT_BROUGHT.format(names=lacking)[language])}</p>' if lacking else ""
    intro = f"<p>{escape(say.COMPARED_TEXT[language])}</p>"
    return (
        f'<section class="compared"><h2>{escape(say.COMPARED[language])}</h2>{intro}{parts}{refused}{quiet}</section>'
    )


def _one(declared: Comparator, entries: Sequence[Figure], synthetic: bool, language: Language) -> str:
    """One key figure: its name, its values, what it counts and what we count instead, its source and licence."""
    by, licence = entries[0]["by"], entries[0]["licence"]
    note = say.REAL_NOTE.format(by=by)[language]
    badge = f" {explain.mark(escape(say.REAL[language]), 'published', looks='real', says=note)}" if synthetic else ""
    lines = [
        (area(entry["group"], language), [Cell(entry["period"]), cell(entry, language)]) for entry in _latest(entries)
    ]
    title = f"{declared.name[language]} ({declared.key})"
    table = as_html(title, say.COMPARED_HEAD[language].split(";"), lines, figures=0)
    return (
        f'<h3 class="kind">{escape(title)}{badge}</h3>{table}'
        f"<p>{escape(say.COUNTS.format(counts=declared.counts)[language])} {escape(declared.ours[language])}</p>"
        f'<p class="quiet">{escape(say.SOURCE.format(by=by, licence=licence)[language])}</p>'
    )


def _latest(entries: Sequence[Figure]) -> list[Figure]:
    """Newest first; what came before them stands on the Data page."""
    return sorted(entries, key=lambda entry: (entry["period"], entry["group"]), reverse=True)[:8]


def cell(entry: Figure, language: Language) -> Cell:
    """A value with its unit; where there is none, its publisher's reason."""
    value = entry["value"]
    if value is None:
        flag = {"suppressed": "suppressed", "not_applicable": "structural_zero"}.get(entry["status"], "no_data")
        return Cell(say.NO_VALUE[entry["status"]][language], flag)
    shown = value * 100 if entry["unit"] == "share" else value
    return Cell(say.UNITS[entry["unit"]].format(value=words.number(shown))[language])


def _refused(indicator: Indicator, figures: Sequence[Figure], language: Language) -> str:
    """Key figures that were loaded and may not be compared, each with the reason."""
    why = comparators.refused_for(indicator.id)
    lines = "".join(
        f"<li><b>{escape(say.MAY_NOT.format(key=entry['key'], by=entry['by'])[language])}</b> "
        f"{escape(why[entry['key']][language])}</li>"
        for entry in figures
        if entry["status"] == "refused" and entry["key"] in why
    )
    return f'<ul class="lines">{lines}</ul>' if lines else ""


def area(name: str, language: Language) -> str:
    """Where a figure is from, as its source names it; the country in the reader's language."""
    return say.COUNTRY[language] if name == say.COUNTRY.sv else name


def every(shown: Published, language: Language) -> str:
    """The Data page's table: all published figures that may be read beside some measure."""
    lines = []
    for entry in told(shown):
        declared = comparators.by_key(entry["key"])
        if declared is not None:
            cells = (Cell(area(entry["group"], language)), Cell(entry["period"]), cell(entry, language))
            whose = Cell(f"{entry['by']}. {entry['licence']}")
            lines.append((declared.name[language], [*cells, Cell(", ".join(declared.indicators)), whose]))
    if not lines:
        return ""
    table = as_html(say.PUBLISHED[language], say.ALL_HEAD[language].split(";"), lines, figures=0)
    return f'<div class="brought">{table}</div>'
