"""What the style guide shows its components with: drawn series, one for each state a figure can be in.

The figures say nothing of anybody. They are counted, judged and worded by the same functions as real ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dashboard.components import line_panels, row_chart
from dashboard.components.chart_marks import Mark
from dashboard.components.control_chart import Pair
from dashboard.components.funnel_chart import UnitFigure, Units
from dashboard.texts import texts
from metrics import periods
from metrics.alignment import align
from metrics.catalogue import by_id
from metrics.funnel import Funnel, FunnelPoint, position
from metrics.indicator import ORGANISATIONS, Indicator, Organisation
from metrics.problem import Language, Text
from metrics.scorecard import Row, signal
from metrics.series import Flag, Series, Target, together

FIRST, LAST = date(2021, 1, 1), date(2025, 12, 31)
CLOSED: Final = date(2022, 6, 30)
"""When a unit closed."""
LEVEL: Final = (0.60, 0.66, 0.58, 0.64, 0.61, 0.65, 0.59, 0.63, 0.62, 0.66, 0.60, 0.64)
RISES: Final = (*LEVEL, 0.86, 0.88, 0.87, 0.89, 0.88, 0.90, 0.87, 0.89)
FALLS: Final = (*LEVEL, 0.36, 0.35, 0.37, 0.34, 0.36, 0.35, 0.36, 0.34)
LONG: Final = (*LEVEL, *LEVEL[:8])
Drawn = Sequence[float | Flag]
NAMES: Final[Mapping[Organisation, Text]] = {
    "region": Text(sv="Regionen", en="The region"),
    "municipality": Text(sv="Kommunen", en="The municipality"),
}

STATES: Final[tuple[tuple[str, Drawn, Drawn, float | None], ...]] = (
    ("P2", RISES, LONG, 0.55),
    ("P10", FALLS, LONG, 0.80),
    ("P1", LEVEL[:9], LEVEL[:4], 0.62),
    ("P4", (0.7,) * 20, (*LONG[:12], "no_data", "no_data", *LONG[14:]), None),
    ("P5", (*LONG[:19], "suppressed"), (*LONG[:19], "no_data"), None),
    ("P7", (*LONG[:12], *("structural_zero",) * 8), ("suppressed",) * 20, None),
    ("R4", RISES, FALLS, None),
)
"""Measure, the region's series, the municipality's, and the target: between them every state of a row.

Better, worse and by chance; on trial and too few; never varying; a hole; protected, missing and cannot occur now;
changed where neither way is better; a target met, missed and met sometimes.
"""


def rows() -> tuple[Row, ...]:
    """A scorecard in which each row is in another state."""
    return tuple(row(*state) for state in STATES)


def row(measure: str, region: Drawn, municipality: Drawn, target: float | None) -> Row:
    """One measure with the two series drawn."""
    indicator = by_id(measure)
    height = 1.0 if indicator.unit == "share" else 3.0
    both = {
        which: series(indicator, which, drawn, height)
        for which, drawn in zip(ORGANISATIONS, (region, municipality), strict=True)
    }
    set_to = [
        Target(
            indicator_id=measure, organisation=which, value=target, from_on=FIRST, to_on=None, decision_id="B-2021-001"
        )
        for which in ORGANISATIONS
        if target is not None
    ]
    signals = {which: signal(indicator, one, set_to, ()) for which, one in both.items()}
    charts = [signals[which].chart for which in ORGANISATIONS]
    return Row(
        indicator=indicator,
        region=signals["region"],
        municipality=signals["municipality"],
        both=together(indicator, both["region"], both["municipality"]),
        alignment=align(indicator.comparable, charts[0], charts[1]),
        partner=by_id(indicator.partner),
    )


def series(indicator: Indicator, organisation: Organisation, drawn: Drawn, height: float = 1.0) -> Series:
    """A series as published: a hundred behind every figure, and a reason where there is none."""
    values = tuple(None if isinstance(each, str) else each * height for each in drawn)
    flags: tuple[Flag, ...] = tuple(each if isinstance(each, str) else "ok" for each in drawn)
    start = periods.index(LAST, indicator.grain) - len(drawn) + 1
    return Series(
        indicator_id=indicator.id,
        organisation=organisation,
        breakdown="all",
        group="",
        grain=indicator.grain,
        periods=tuple(periods.start(start + n, indicator.grain) for n in range(len(values))),
        values=values,
        numerators=tuple(None if value is None else round(100 * value) for value in values),
        denominators=tuple(None if value is None else 100.0 for value in values),
        low=tuple(None if value is None else value - 0.08 for value in values),
        high=tuple(None if value is None else value + 0.08 for value in values),
        flags=flags,
    )


def chart() -> tuple[Row, Pair]:
    """A pair of control charts with a target, a decision and an event."""
    drawn = row("P2", RISES, (*LONG[:16], "suppressed", *LONG[17:]), 0.55)
    signals = {which: drawn.of(which) for which in ORGANISATIONS}
    marks = (
        Mark(
            number=1,
            on=date(2023, 11, 14),
            kind="decision",
            id="B-2023-001",
            title=Text(sv="Ett beslut", en="A decision"),
        ),
        Mark(
            number=2, on=date(2024, 5, 2), kind="context", id="H-2024-01", title=Text(sv="En händelse", en="An event")
        ),
    )
    targets = [signals[which].target for which in ORGANISATIONS]
    return drawn, Pair(
        indicator=drawn.indicator,
        names=NAMES,
        signals=signals,
        targets=[replace(each, organisation=which) for each, which in zip(targets, ORGANISATIONS, strict=True) if each],
        marks=marks,
        span=(FIRST, LAST),
    )


UNITS: Final = tuple("ABCDEFGHIJ")
SHARES: Final = (0.60, 0.66, 0.58, 0.64, 0.61, 0.65, 0.31, 0.63, 0.72, 0.62)
HIDDEN: Final[tuple[Organisation, str]] = ("municipality", "J")


def units() -> Units:
    """Ten units of both organisations in a funnel: one far outside, one protected."""
    indicator = by_id("P2")
    shown = {
        (which, unit): (share, 40.0 + 12 * n)
        for which in ORGANISATIONS
        for n, (unit, share) in enumerate(zip(UNITS, SHARES, strict=True))
    }
    points = tuple(
        FunnelPoint(organisation=which, unit=unit, n=n, value=share, centre=0.62, position=position(share, 0.62, n))
        for (which, unit), (share, n) in shown.items()
        if (which, unit) != HIDDEN
    )
    figures: dict[tuple[Organisation, str], UnitFigure] = {
        key: UnitFigure(value=share, n=n, flag="ok") for key, (share, n) in shown.items()
    }
    return Units(
        indicator=indicator,
        period_start=date(2025, 1, 1),
        order=UNITS,
        names={unit: Text(sv=f"Enhet {unit}", en=f"Unit {unit}") for unit in UNITS},
        organisations=NAMES,
        figures=figures | {HIDDEN: UnitFigure(value=None, n=None, flag="suppressed")},
        funnel=Funnel(
            period_start=date(2025, 1, 1),
            points=points,
            suppressed=(HIDDEN,),
            centres={"region": 0.62, "municipality": 0.62},
            between={"region": 0.0, "municipality": 0.0},
        ),
    )


def bars(language: Language) -> row_chart.Panel:
    """Rows with a full bar, a pale one, an outline, and a protected one."""
    names = [Text(sv=f"Rad {n}", en=f"Row {n}")[language] for n in range(1, 5)]
    return row_chart.Panel(
        organisation="region",
        title=NAMES["region"][language],
        rows=names,
        bars=[
            row_chart.Bar(row=names[0], start=0, end=0.7, fill="full", said="70 %"),
            row_chart.Bar(row=names[1], start=0, end=0.5, fill="part", said="50 %"),
            row_chart.Bar(row=names[2], start=0, end=0.9, fill="outline", said="90 %"),
        ],
        notes=[row_chart.Note(row=names[3], at=0.0, text=texts(language).suppressed)],
    )


def lines() -> line_panels.Panels:
    """Two lines with a gap, beside what was agreed."""
    drawn: Mapping[Organisation, Drawn] = {"region": LONG, "municipality": (*RISES[:6], "no_data", *RISES[7:])}
    both = [series(by_id("P2"), which, drawn[which]) for which in ORGANISATIONS]
    return line_panels.Panels(
        panels=(
            line_panels.Panel(
                title=Text(sv="Två linjer med ett glapp", en="Two lines with a gap"),
                unit="share",
                decimals=0,
                lines=tuple(
                    line_panels.Line(
                        organisation=which,
                        name=NAMES[which],
                        grain=one.grain,
                        periods=one.periods,
                        values=one.values,
                        flags=one.flags,
                    )
                    for which, one in zip(ORGANISATIONS, both, strict=True)
                ),
                levels=(line_panels.Level(from_on=FIRST, to_on=LAST, value=0.5, name=Text(sv="avtalat", en="agreed")),),
            ),
        ),
        span=(FIRST, LAST),
    )
