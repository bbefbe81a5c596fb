"""The scorecard as one table: five perspectives of equal weight, a measure a row, both organisations side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import explain, icons, lineage
from dashboard.components.figures import closed, figure, merged, nothing, sample
from dashboard.components.register_link import with_links
from dashboard.components.sparkline import sparkline
from dashboard.texts import organisation, perspective, texts
from dashboard.texts.sv import Swedish
from dashboard.view import View
from metrics import periods
from metrics.indicator import ORGANISATIONS, PERSPECTIVES, Indicator, Organisation
from metrics.problem import Language
from metrics.scorecard import Row, Signal
from metrics.series import Flag, Series
from metrics.spc.icons import Assurance

COLUMNS = 8


def show(view: View) -> None:
    """The table of one view, made once and then only sent."""
    st.html(_made(data.key(), view))


@lru_cache(maxsize=128)
def _made(key: str, view: View) -> str:
    t = texts(view.language)
    caption = t.scorecard_caption.format(release=key.split()[0])
    small = data.merged(view.breakdown, view.member)
    made = scorecard_table(data.rows(view.breakdown, view.member, view.until), view, caption, small)
    return with_links(made, data.register_entries(), view)


def scorecard_table(rows: Sequence[Row], view: View, caption: str, small: data.Merged) -> str:
    """The whole scorecard as HTML.

    In      small  where the unit or target group of the view is counted among the others
    Rule    a perspective without measures is shown with the words that say so: what is not measured is also a fact
    """
    t = texts(view.language)
    parts = [
        (perspective(t, name), [row for row in rows if row.indicator.perspective == name]) for name in PERSPECTIVES
    ]
    return table(parts, view, caption, small)


def table(parts: Sequence[tuple[str, Sequence[Row]]], view: View, caption: str, small: data.Merged) -> str:
    """Some measures as the scorecard shows them, in parts.

    In      parts  the heading of each, "" for none, and its rows
    """
    t = texts(view.language)
    heads = (
        (escape(t.column_measure), ""),
        (icons.side("region", t.region), ' class="value sided"'),
        (icons.side("municipality", t.municipality), ' class="value sided"'),
        (icons.side("both", t.both), ' class="value"'),
        (escape(t.column_series), ""),
        (escape(t.column_target), ""),
        (escape(t.column_same), ""),
        (escape(t.column_partner), ""),
    )
    head = "".join(f'<th scope="col" role="columnheader"{kind}>{text}</th>' for text, kind in heads)
    body = "".join(_part(title, rows, view, t, small) for title, rows in parts)
    return (
        f'<table class="scorecard" role="table"><caption class="vh">{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>{body}</table>'
    )


def legend(t: Swedish) -> str:
    """What the marks mean, on one line above the table."""
    words = {
        "improvement_high": t.improvement,
        "concern_low": t.concern,
        "neutral_high": t.neutral_high,
        "neutral_low": t.neutral_low,
        "common_cause": t.common_cause,
    }
    terms = (("target", t.legend_target), ("twins", t.legend_twins), ("partner", t.column_partner.lower()))
    return (
        f'<p class="legend">{icons.side("region", t.region)}{icons.side("municipality", t.municipality)}'
        + "".join(_key(icons.pill(kind, t), word, icons.term_of(kind)) for kind, word in words.items())
        + _key(sample(t), t.suppressed_note, "suppressed")
        + "".join(f'<span class="ask">{explain.term(word, name)}</span>' for name, word in terms)
        + "</p>"
    )


def _key(drawn: str, word: str, of: str) -> str:
    return f'<span><span aria-hidden="true">{drawn}</span>{explain.term(word, of)}</span>'


def _part(title: str, rows: Sequence[Row], view: View, t: Swedish, small: data.Merged) -> str:
    lines = "".join(_row(row, view, t, small) for row in rows)
    if not rows:
        lines = (
            f'<tr role="row" class="empty"><td role="cell" colspan="{COLUMNS}">{escape(t.perspective_empty)}</td></tr>'
        )
    head = (
        f'<tr role="row" class="perspective"><th scope="rowgroup" role="rowheader" colspan="{COLUMNS}">{escape(title)}'
        "</th></tr>"
    )
    return f'<tbody role="rowgroup">{head if title else ""}{lines}</tbody>'


def _row(row: Row, view: View, t: Swedish, small: data.Merged) -> str:
    indicator, language = row.indicator, view.language
    day = latest_day(row)
    reported = row.region.series.breakdown in indicator.breakdowns
    when = periods.label(day, row.region.series.grain, language) if day else t.no_period if reported else t.not_reported
    address = escape(view.to("indicator", item=indicator.id))
    cells = (
        ("value region", t.region, _side(indicator, row.region, day, t, view, small)),
        ("value municipality", t.municipality, _side(indicator, row.municipality, day, t, view, small)),
        ("value both", t.both, _both(indicator, row.both, day, t, language, small)),
        ("series", t.column_series, sparkline(indicator, row.region.series, row.municipality.series, t, language)),
        ("target", t.column_target, _targets(row, t, language)),
        ("same", t.column_same, _alignment(row, t)),
        ("partner", t.column_partner, _partner(row, view)),
    )
    rest = "".join(
        f'<td role="cell" class="{kind}" data-label="{escape(label)}">{content}</td>' for kind, label, content in cells
    )
    return (
        f'<tr role="row" class="measure" data-href="{address}"><th scope="row" role="rowheader">'
        f'<a href="{address}">{escape(indicator.name[language])}</a>'
        f"<small>{escape(indicator.unit_text[language])} · {escape(when)}</small></th>{rest}</tr>"
    )


def latest_day(row: Row) -> date | None:
    """The first day of the last period either organisation has published."""
    ends = [side.series.periods[-1] for side in (row.region, row.municipality) if side.series.periods]
    return max(ends, default=None)


def value_at(series: Series, indicator: Indicator, day: date | None) -> tuple[float | None, Flag]:
    """A series' value in one period, and the flag that says why there is none."""
    if series.breakdown not in indicator.breakdowns:
        return None, "structural_zero"
    if day is None or day not in series.periods:
        return None, "no_data"
    at = series.periods.index(day)
    return series.values[at], series.flags[at]


def _side(indicator: Indicator, signal: Signal, day: date | None, t: Swedish, view: View, small: data.Merged) -> str:
    value, flag = value_at(signal.series, indicator, day)
    if value is None and (indicator.id, signal.series.organisation) in small:
        return merged(t)
    left = {str(side): day for side, day in data.last_days(view.unit).items()}.get(signal.series.organisation)
    if flag == "structural_zero" and left:
        return f'<span class="pair">{closed(t, left)}</span>'
    if value is None or day is None:
        return f'<span class="pair">{nothing(flag, t)}</span>'
    written = figure(indicator, value, view.language)
    traced = escape(lineage.address(view, indicator.id, signal.series.organisation, day))
    return (
        f'<span class="pair"><a class="traced" href="{traced}"><data>{written}</data></a>'
        f"{icons.variation(signal, t, view.language)}</span>"
    )


def _both(
    indicator: Indicator, series: Series | None, day: date | None, t: Swedish, language: Language, small: data.Merged
) -> str:
    if series is None:
        return nothing("structural_zero", t, t.not_summed_note)
    value, flag = value_at(series, indicator, day)
    if value is None and any((indicator.id, which) in small for which in ORGANISATIONS):
        return merged(t)
    if value is None:
        return nothing(flag, t)
    return f"<data>{figure(indicator, value, language)}</data>"


def _targets(row: Row, t: Swedish, language: Language) -> str:
    indicator = row.indicator
    if indicator.direction == "neutral":
        return f'<span class="quiet">{escape(t.target_neutral)}</span>'
    every = [(which, row.of(which), target) for which in ORGANISATIONS if (target := row.of(which).target) is not None]
    # A side that shows no figure now has the target of its last figure, which may be another than the one in force.
    held = [each for each in every if value_at(each[1].series, indicator, latest_day(row))[0] is not None] or every
    if not held:
        return f'<span class="quiet">{escape(t.target_none if data.register_found() else t.target_unknown)}</span>'
    levels = [signal.level for _, signal, _ in held if signal.level is not None]
    values = list(dict.fromkeys(figure(indicator, level, language) for level in levels))
    decisions = list(dict.fromkeys(target.decision_id for _, _, target in held))
    verdicts = "".join(
        f'<span class="verdict {_standing(signal) or "unsure"}">{_verdict(which, signal, t)}</span>'
        for which, signal, _ in held
    )
    decided = f'<small class="decision">{escape(", ".join(decisions))}</small>'
    return f'{" / ".join(values)} {decided}<div class="verdicts">{verdicts}</div>'


def _standing(signal: Signal) -> Assurance | None:
    """How a target is coloured: by how it stands now, where that is not as usual."""
    if signal.met_now:
        return "hit_or_miss"
    return "missed" if signal.missed_now else signal.assurance


def _verdict(which: Organisation, signal: Signal, t: Swedish) -> str:
    found = "missed_now" if signal.missed_now else "met_now" if signal.met_now else signal.assurance
    words = {
        "met": t.assurance_met,
        "missed": t.assurance_missed,
        "hit_or_miss": t.assurance_hit_or_miss,
        "missed_now": t.assurance_missed_now,
        "met_now": t.assurance_met_now,
    }
    said = icons.side(which, words[found] if found else t.assurance_unknown, name=organisation(t, which))
    return explain.mark(said, found) if found else said


def _alignment(row: Row, t: Swedish) -> str:
    grades = {
        "identical": t.grade_identical,
        "comparable": t.grade_comparable,
        "not_comparable": t.grade_not_comparable,
    }
    moves = {"together": t.move_together, "apart": t.move_apart, "one_silent": t.move_one_silent}
    movement = row.alignment.movement
    moved = explain.mark(escape(moves[movement]), movement, looks=f"move {movement}") if movement else ""
    return explain.mark(escape(grades[row.alignment.grade]), row.alignment.grade, looks="badge") + moved


def _partner(row: Row, view: View) -> str:
    address = escape(view.to("indicator", item=row.partner.id))
    return f'<a href="{address}">{escape(row.partner.name[view.language])}</a>'
