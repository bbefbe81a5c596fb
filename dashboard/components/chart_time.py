"""The time axis that panels stand on one above the other: the same days in all, years written once."""

from __future__ import annotations

from datetime import date

import altair as alt

from dashboard.components import chart_rows as rows


def time_axis(ends: tuple[str, str], *, axis: alt.Axis | None = None) -> alt.X:
    """The one time scale, from the first moment to the last."""
    return alt.X("on:T", scale=alt.Scale(type="utc", domain=list(ends), nice=False), axis=axis)


def years(span: tuple[date, date], *, labels: bool) -> alt.Axis:
    """A line where each year begins; only the lowest panel writes which."""
    values, form = rows.time_ticks(*span)
    return alt.Axis(
        title=None,
        values=values,
        tickCount=len(values),
        labelExpr=f"utcFormat(datum.value, '{form}')",
        grid=True,
        labels=labels,
        labelAlign="left",
        labelBound=False,
        labelFlush=False,
        labelOverlap="parity",
        labelSeparation=7,
        aria=False,
    )
