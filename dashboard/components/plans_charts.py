"""The pictures of the page about plans: imagined beside done, and the share still waiting for follow-up."""

from __future__ import annotations

from typing import Any

import altair as alt

from dashboard.components.indicator_words import Names
from dashboard.components.plans_reading import Led, Reading
from dashboard.components.row_chart import Bar, Note, Panel, broken
from dashboard.texts import plans as say
from dashboard.texts import texts
from dashboard.theme import PALETTE, Colour, Mode
from metrics import words
from metrics.catalogue import distributions
from metrics.indicator import Organisation
from metrics.populations.plans import DAYS_TO_FOLLOW_UP
from metrics.problem import Language, Text

CURVE_HEIGHT = 260
BANDS: dict[Organisation, Colour] = {"region": "region_band", "municipality": "municipality_band"}
DASHES: dict[Organisation, list[int]] = {"region": [1, 0], "municipality": [6, 3]}


def step_names() -> dict[str, Text]:
    """Every step's name, as the distribution that counts them has it."""
    found = next(one for one in distributions() if one.id == "sip_steps").categories
    return dict(found) if not isinstance(found, str) else {}


def way_panel(side: Led, title: str, language: Language) -> Panel:
    """The steps of one organisation's plans: the frame is all that should, what is filled is those that did."""
    names, order, headings = step_names(), [], []
    bars, notes = [], []
    for step, part in side.steps.items():
        if step in say.PHASES:
            headings.append(say.PHASES[step][language])
            order.append(headings[-1])
        row = broken(words.capitalised(names[step])[language])
        order.append(row)
        if part.value is None or part.count is None or part.of is None:
            word = texts(language).suppressed if part.flag == "suppressed" else texts(language).missing
            notes.append(Note(row=row, at=0.0, text=word))
            continue
        share = words.amount(part.value, "share")[language]
        count, of = (words.number(each)[language] for each in (part.count, part.of))
        said = say.STEP_SAID[language].format(step=names[step][language], count=count, of=of, share=share)
        bars += [
            Bar(row=row, start=0.0, end=1.0, fill="outline", said=said),
            Bar(row=row, start=0.0, end=part.value, fill="full", said=said),
        ]
        notes.append(Note(row=row, at=1.0, text=share, is_strong=True))
    return Panel(
        organisation=side.organisation,
        title=title,
        rows=order,
        headings=headings,
        bars=bars,
        notes=notes,
        reach=(0.0, 1.18),
        has_axis=False,
    )


def curve_drawing(reading: Reading, names: Names, language: Language, mode: Mode) -> Any:
    """The share still waiting, over days: both organisations' curves with their limits, and the usual day."""
    colour = PALETTE[mode]
    longest = max((max(each.follow_up.curve.times) for each in reading.sides if each.follow_up), default=365.0)
    x = alt.X(
        "day:Q",
        scale=alt.Scale(domain=[0, longest], nice=False),
        axis=alt.Axis(title=say.DAYS[language], values=list(range(0, int(longest) + 1, 60)), grid=False, aria=False),
    )
    y = _level("waiting", language)
    usual = alt.Chart(alt.InlineData(values=[{"day": DAYS_TO_FOLLOW_UP, "waiting": 0.5}]))
    layers: list[Any] = [
        usual.mark_rule(color=colour["muted"], strokeDash=[3, 3], aria=False).encode(x=x),
        usual.mark_rule(color=colour["line"], aria=False).encode(y=y),
    ]
    for side in (each for each in reading.sides if each.follow_up):
        data = alt.InlineData(values=points(side, names[side.organisation][language], language))
        base, hue, tip = alt.Chart(data), colour[side.organisation], [alt.Tooltip("said:N", title="")]
        # The bands lie behind every line, or the second organisation's would pale the first's.
        layers.insert(
            0,
            base.mark_area(
                interpolate="step-after", color=colour[BANDS[side.organisation]], opacity=0.7, aria=False
            ).encode(x=x, y=_level("low", language), y2="high:Q"),
        )
        layers += [
            base.mark_line(
                interpolate="step-after", color=hue, strokeWidth=2.5, strokeDash=DASHES[side.organisation], aria=False
            ).encode(x=x, y=y),
            base.mark_point(size=90, opacity=0).encode(x=x, y=y, description="said:N", tooltip=tip),
        ]
    return alt.layer(*layers).properties(height=CURVE_HEIGHT)


def points(side: Led, name: str, language: Language) -> list[dict[str, Any]]:
    """One organisation's curve, step by step; nothing where it is hidden."""
    if side.follow_up is None:
        return []
    curve = side.follow_up.curve
    return [
        {
            "day": day,
            "waiting": waiting,
            "low": low,
            "high": high,
            "said": say.WAITING_SAID[language].format(
                organisation=name,
                day=words.number(day)[language],
                share=words.amount(waiting, "share")[language],
            ),
        }
        for day, waiting, low, high in zip(curve.times, curve.waiting, curve.low, curve.high, strict=True)
    ]


def _level(field: str, language: Language) -> alt.Y:
    """The scale from nobody to everybody."""
    label = "format(100 * datum.value, '.0f')" + {"sv": " + '\u00a0%'", "en": " + '%'"}[language]
    axis = alt.Axis(title=None, tickCount=5, labelExpr=label, aria=False)
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[0, 1]), axis=axis)
