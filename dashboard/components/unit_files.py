"""The units beside each other, to take away: their figures as a table, and the drawing ready to stand alone."""

from __future__ import annotations

from typing import Any

from dashboard.components import funnel_chart
from dashboard.components.chart_guide import lines
from dashboard.components.chart_image import framed
from dashboard.components.data_table import Sheet, Value
from dashboard.components.funnel_chart import Units
from dashboard.components.take_away import take_away
from dashboard.texts import indicator as say
from dashboard.texts import texts
from dashboard.view import View
from metrics import periods
from metrics.indicator import ORGANISATIONS
from metrics.problem import Language
from pipelines.published import Published

MARKS = {"region": "●", "municipality": "■"}
"""The shapes of the chart, as they are written."""


def take_units(units: Units, key: str, view: View, shown: Published) -> None:
    """The buttons for one measure's units."""
    language = view.language
    name = f"{shown.release_id}_{units.indicator.id}_{say.UNITS_FILE[language]}"
    take_away(
        lambda: sheet(units, language, shown.release_id),
        name,
        view,
        lambda: image(units, key, view, shown),
        part="_units",
    )


def sheet(units: Units, language: Language, release: str) -> Sheet:
    """One line per organisation and unit, in the committee's own order; shares as 0-1, hidden ones empty."""
    period = periods.label(units.period_start, units.indicator.breakdowns["unit"], language)
    rows: list[tuple[Value, ...]] = [
        (
            release,
            units.indicator.id,
            period,
            units.organisations[which][language],
            units.names[unit][language],
            figure.value,
            figure.n,
            figure.flag,
        )
        for which in ORGANISATIONS
        for unit in units.order
        if (figure := units.figures.get((which, unit))) is not None
    ]
    return Sheet(say.UNITS_TITLE[language], tuple(say.UNITS_SHEET[language].split(";")), tuple(rows))


def image(units: Units, key: str, view: View, shown: Published) -> dict[str, Any]:
    """The chart with its finding above, what it is, and which release."""
    language, t = view.language, texts(view.language)
    drawing = funnel_chart.built(units, key, language, "light", view.unit)
    if "vconcat" not in drawing:  # one line per unit is a single view; what frames a picture wants them in a column
        own = {name: drawing[name] for name in ("layer", "height")}
        drawing = {name: value for name, value in drawing.items() if name not in own} | {"vconcat": [own]}
    period = periods.label(units.period_start, units.indicator.breakdowns["unit"], language)
    marks = " ".join(f"{MARKS[which]} {units.organisations[which][language]}" for which in ORGANISATIONS)
    below = [marks, units.indicator.name[language], period, t.foot_release.format(release=shown.release_id)]
    below += [t.synthetic] if shown.manifest["committee"]["synthetic"] else []
    return framed(drawing, funnel_chart.found(units, language), " · ".join(below), lines("units", language))
