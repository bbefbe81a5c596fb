"""The pictures of the page about needs: the profile, the four kinds of well-being, and what changed."""

from __future__ import annotations

from typing import Any

import altair as alt

from dashboard.components.control_chart import SHAPES
from dashboard.components.indicator_words import Names
from dashboard.components.needs_reading import Moved, Reading, Side
from dashboard.components.row_chart import ROW, Bar, Note, Panel, broken, row_axis
from dashboard.components.square_chart import Square, drawing
from dashboard.texts import needs as say
from dashboard.texts import texts
from dashboard.theme import PALETTE, Mode
from metrics import words
from metrics.can_domains import NAMES
from metrics.distribution import DOMAINS
from metrics.indicator import Rater
from metrics.needs_profile import DIMENSION_NAMES, DIMENSIONS
from metrics.problem import Language

SHOWN: tuple[Rater, ...] = ("user", "staff")
DIMENSION_HEIGHT = 30
SHADES = (0.02, 0.05, 0.10, 0.15, 0.20)
"""Shares of the rated from which a square is one step darker."""


def rows(language: Language) -> tuple[list[str], list[str]]:
    """The 22 domains under the kinds of well-being they belong to: every row in order, and which are headings."""
    found, headings = [], []
    for dimension, domains in DIMENSIONS.items():
        headings.append(words.capitalised(DIMENSION_NAMES[dimension])[language])
        found += [headings[-1], *(row(domain, language) for domain in domains)]
    return found, headings


def row(domain: int, language: Language) -> str:
    """The name of a domain as it stands beside its row."""
    return broken(NAMES[domain][language])


def profile_panel(side: Side, rater: Rater, title: str, language: Language) -> Panel:
    """One organisation's 22 domains: unmet and met needs, the users' above the staff's.

    In      rater  relatives stand in the staff's place where they are chosen
    """
    order, headings = rows(language)
    bars, notes = [], []
    for lane, who in enumerate(("user", rater) if rater == "carer" else SHOWN):
        for shares, counts in zip(side.shares[who], side.counts[who], strict=True):
            name = row(shares.domain, language)
            if shares.unmet is None or shares.need is None:
                notes.append(Note(row=name, at=0.0, text=texts(language).suppressed, lane=lane))
                continue
            rated = sum(each or 0.0 for each in (counts.no_need, counts.met, counts.unmet))
            said = say.PROFILE_SAID[language].format(
                domain=NAMES[shares.domain][language],
                rater=say.USERS_SHORT[who][language].lower(),
                unmet=words.amount(shares.unmet, "share")[language],
                met=words.amount(shares.need - shares.unmet, "share")[language],
                n=words.number(rated)[language],
            )
            bars.append(Bar(row=name, start=0.0, end=shares.unmet, fill="full", said=said, lane=lane))
            bars.append(Bar(row=name, start=shares.unmet, end=shares.need, fill="part", said=said, lane=lane))
    return Panel(
        organisation=side.organisation,
        title=title,
        rows=order,
        headings=headings,
        bars=bars,
        notes=notes,
        lanes=2,
    )


def change_panel(side: Side, title: str, reach: float, language: Language) -> Panel:
    """One organisation's flows: no longer unmet on the left, still unmet in the middle, new on the right.

    In      reach  how far either way the longest row goes, alike on both sides
    """
    order, headings = rows(language)
    bars, notes = [], []
    for moved in side.moved:
        flows, name = moved.flows, row(moved.domain, language)
        if flows is None or flows.pairs is None or flows.new is None or flows.resolved is None:
            notes.append(Note(row=name, at=0.0, text=texts(language).suppressed))
            continue
        half, pairs = (flows.still or 0.0) / flows.pairs / 2, flows.pairs
        new, resolved = flows.new / pairs, flows.resolved / pairs
        said = say.CHANGE_SAID[language].format(
            domain=NAMES[moved.domain][language],
            resolved=words.number(flows.resolved)[language],
            still=texts(language).suppressed if flows.still is None else words.number(flows.still)[language],
            new=words.number(flows.new)[language],
            pairs=words.number(pairs)[language],
        )
        bars += [
            Bar(row=name, start=-half - resolved, end=-half, fill="outline", said=said),
            Bar(row=name, start=-half, end=half, fill="part", said=said),
            Bar(row=name, start=half, end=half + new, fill="full", said=said),
        ]
        for count, at, before in ((flows.resolved, -half - resolved, True), (flows.new, half + new, False)):
            mark = ("▲" if (moved.difference or 0.0) > 0 else "▼") if moved.noticed and not before else ""
            text = f"{words.number(count)[language]} {mark}".strip()
            notes.append(Note(row=name, at=at, text=text, is_before=before, is_strong=moved.noticed))
    return Panel(
        organisation=side.organisation,
        title=title,
        rows=order,
        headings=headings,
        bars=bars,
        notes=notes,
        reach=(-reach, reach),
        has_axis=False,
    )


def reach_of(reading: Reading) -> float:
    """How far the longest row goes on any side, with room for what stands beside it: of flows from the middle."""
    shares = [
        max(each.shares.before, each.shares.after) for side in reading.sides for each in side.moved if each.shares
    ]
    if shares:
        return 1.15 * max(shares)
    ends = [
        max(each.flows.new, each.flows.resolved) / each.flows.pairs + (each.flows.still or 0.0) / each.flows.pairs / 2
        for side in reading.sides
        for each in side.moved
        if each.flows and each.flows.pairs and each.flows.new is not None and each.flows.resolved is not None
    ]
    return 1.25 * max(ends, default=0.1)


def difference_drawing(side: Side, title: str, reach: float, language: Language, mode: Mode) -> Any:
    """One organisation's two years, not neighbours: a ring for the earlier, a filled mark for the later.

    In      reach  the largest share of the scale, alike on both sides
    """
    colour = PALETTE[mode]
    order, headings = rows(language)
    known = [_two_years(moved, language) for moved in side.moved if moved.shares]
    y, x = row_axis(order, headings, mode, has_bars=False), _share_axis("before", language, [0.0, reach])
    data = alt.InlineData(
        values=known or [{"row": order[0], "before": 0.0, "after": 0.0, "end": 0.0, "said": "", "mark": ""}]
    )
    hue, shape = colour[side.organisation], SHAPES[side.organisation]
    tip = [alt.Tooltip("said:N", title="")]
    base = alt.Chart(data)
    layers = [
        base.mark_rule(color=hue, strokeWidth=2, aria=False).encode(x=x, x2="after:Q", y=y),
        base.mark_point(
            shape=shape, size=50, filled=True, fill=colour["paper"], stroke=hue, strokeWidth=1.5, opacity=1, aria=False
        ).encode(x=x, y=y),
        base.mark_point(shape=shape, size=60, filled=True, color=hue, opacity=1).encode(
            x=alt.X("after:Q"), y=y, description="said:N", tooltip=tip
        ),
        base.mark_text(dx=10, align="left", fontSize=15, fontWeight=700, color=colour["ink"], aria=False).encode(
            x=alt.X("end:Q"), y=y, text="mark:N"
        ),
    ]
    drawn = alt.layer(*layers).properties(height=len(order) * ROW)
    return drawn.properties(title=alt.TitleParams(title, color=hue, offset=6))


def dimensions_drawing(reading: Reading, names: Names, language: Language, mode: Mode) -> Any:
    """The four kinds of well-being: the share of needs met, the region a disc and the municipality a square."""
    colour = PALETTE[mode]
    order = [broken(words.capitalised(DIMENSION_NAMES[each])[language]) for each in DIMENSIONS]
    data = [
        {
            "row": name,
            "share": found.needs_met,
            "organisation": side.organisation,
            "said": f"{names[side.organisation][language]}, {DIMENSION_NAMES[found.dimension][language]}: "
            f"{words.amount(found.needs_met, 'share')[language]}",
        }
        for side in reading.sides
        for name, found in zip(order, side.value.dimensions, strict=True)
        if found.needs_met is not None
    ]
    y, x = row_axis(order, (), mode, has_bars=False), _share_axis("share", language, [0.0, 1.0])
    layers: list[Any] = [
        alt.Chart(alt.InlineData(values=[{"row": name, "share": 0.0} for name in order]))
        .mark_point(opacity=0, aria=False)
        .encode(x=x, y=y)
    ]
    for side in reading.sides:
        own = [each for each in data if each["organisation"] == side.organisation]
        if own:
            layers.append(
                alt.Chart(alt.InlineData(values=own))
                .mark_point(
                    shape=SHAPES[side.organisation], size=110, filled=True, color=colour[side.organisation], opacity=1
                )
                .encode(x=x, y=y, description="said:N", tooltip=[alt.Tooltip("said:N", title="")])
            )
    return alt.layer(*layers).properties(height=DIMENSION_HEIGHT * len(order))


def heat_drawing(side: Side, title: str, language: Language) -> Any:
    """One organisation's domains through the years as a drawing: what the table shows, to take away."""
    squares = [
        Square(
            row=NAMES[found.domain][language],
            column=str(year.year),
            text="·" if found.unmet is None else words.bare(found.unmet, "share")[language],
            step=0 if found.unmet is None else sum(round(found.unmet, 2) >= each for each in SHADES),
        )
        for year, domains in side.through.items()
        for found in domains
    ]
    rows, columns = [NAMES[each][language] for each in DOMAINS], [str(year.year) for year in side.through]
    return drawing(title, rows, columns, squares, side.organisation)


def _two_years(moved: Moved, language: Language) -> dict[str, Any]:
    change = moved.shares
    if change is None:
        raise ValueError("only a domain that is shown in both years has a row")
    mark = "▲" if change.difference > 0 else "▼"
    said = say.DIFFERENCE_SAID[language].format(
        domain=NAMES[moved.domain][language],
        before=words.amount(change.before, "share")[language],
        after=words.amount(change.after, "share")[language],
        low=words.bare(change.low, "points")[language],
        high=words.bare(change.high, "points")[language],
    )
    return {
        "row": row(moved.domain, language),
        "before": change.before,
        "after": change.after,
        "end": max(change.before, change.after),
        "mark": mark if moved.noticed else "",
        "said": said,
    }


def _share_axis(field: str, language: Language, ends: list[float]) -> alt.X:
    label = "format(100 * datum.value, '.0f')" + {"sv": " + '\u00a0%'", "en": " + '%'"}[language]
    axis = alt.Axis(title=None, tickCount=5, labelExpr=label, grid=True, aria=False, orient="top")
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=ends, nice=False, zero=False, clamp=True), axis=axis)
