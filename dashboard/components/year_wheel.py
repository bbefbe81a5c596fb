"""The committee's year as a wheel: twelve months, the meetings on the rim and what belongs to each month every year."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import Final
from urllib.parse import quote

from dashboard import data
from dashboard.components.chart_guide import guide
from dashboard.components.data_table import Sheet, Value
from dashboard.texts import meetings as say
from dashboard.texts import texts
from dashboard.theme import FONT, PALETTE, Colour, Mode
from dashboard.view import View
from governance.entries import Meeting, Yearly
from metrics import words
from metrics.problem import Language, Text

SIZE, CENTRE, MARGIN = 340, 170, 12
RIM, INNER, NAMES, DOTS = 150, 92, 121, 164
"""Radii: of the ring of months, its hole, the months' names, and the meetings outside it."""
MODES: Final[tuple[Mode, Mode]] = ("light", "dark")


def wheel(year: int, meetings: Sequence[Meeting], round_: Sequence[Yearly], view: View) -> str:
    """The wheel, and beside it the same as a table with the links."""
    language = view.language
    alt = say.WHEEL_TEXT.format(year=year, found=found(meetings))[language]
    # A picture of its own, as the small series of the scorecard are: drawn inside the page it would be taken out.
    # A picture has no fonts but the computer's, so that the page writes the names upon it.
    svg = quote(drawing(year, meetings, round_, language, MODES, has_names=False))
    image = f'<img class="wheel" alt="{escape(alt)}" src="data:image/svg+xml,{svg}">'
    upon = "".join(_name(*each) for each in _names(year, language))
    image = f'<div class="rim">{image}{upon}</div>'
    title = f'<h3 class="chart-title">{escape(found(meetings)[language].removesuffix("."))}</h3>'
    return (
        f'{title}<div class="year">{image}{_table(year, meetings, round_, view)}</div>{guide("year_wheel", language)}'
    )


def is_passed(meeting: Meeting) -> bool:
    """Whether it is planned for a day that has been: nobody has said that it was held."""
    return meeting.status == "planned" and meeting.held_on < data.today()


def status(meeting: Meeting) -> Text:
    """Planned, held, cancelled, or planned for a day that has been."""
    return say.PASSED_STATUS if is_passed(meeting) else say.STATUSES[meeting.status]


def found(meetings: Sequence[Meeting]) -> Text:
    """How many meetings the year has, held and to come, and the longest time between two of them."""
    days = [each.held_on for each in meetings if each.status != "cancelled"]
    passed = sum(is_passed(each) for each in meetings)
    count = {name: sum(each.status == name for each in meetings) for name in say.STATUSES}
    count["planned"] -= passed
    told = [
        one.format(n=1) if n == 1 else more.format(n=n)
        for name, (one, more) in say.WHEEL_COUNTS.items()
        if (n := count[name])
    ]
    counts = Text(sv=", ".join(each.sv for each in told), en=", ".join(each.en for each in told))
    said = [say.WHEEL_FOUND.format(counts=counts)] if told else []
    said += [say.WHEEL_PASSED.format(n=passed)] if passed else []
    if len(days) > 1:
        gap = max((after - before).days for before, after in pairwise(sorted(days)))
        said.append(say.WHEEL_GAP.format(days=gap))
    return words.joined(*said) if said else say.WHEEL_NONE


def drawing(
    year: int,
    meetings: Sequence[Meeting],
    round_: Sequence[Yearly],
    language: Language,
    modes: Sequence[Mode],
    *,
    has_names: bool = True,
) -> str:
    """The wheel as SVG, in one theme, or in both as the reader's computer prefers."""
    months = "".join(_month(month, round_) for month in range(1, 13))
    dots = "".join(_meeting(each) for each in meetings)
    names = "".join(
        f'<text x="{x}" y="{y}" class="{kind}">{escape(name)}</text>' for name, x, y, kind in _names(year, language)
    )
    box = f'viewBox="{-MARGIN} {-MARGIN} {SIZE + 2 * MARGIN} {SIZE + 2 * MARGIN}"'
    style = f"<style>{_style(modes)}</style>"
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{style}{months}{names if has_names else ""}{dots}</svg>'


def sheet(year: int, meetings: Sequence[Meeting], round_: Sequence[Yearly], language: Language) -> Sheet:
    """The wheel as a table: a line for what each month takes up and for each meeting."""
    rows: list[tuple[Value, ...]] = [
        (year, month, each.title[language], "", "") for month in range(1, 13) for each in round_ if each.month == month
    ]
    rows += [(year, each.held_on.month, "", each.held_on, status(each)[language]) for each in meetings]
    return Sheet(str(year), tuple(say.WHEEL_SHEET[language].split(";")), tuple(rows))


def _table(year: int, meetings: Sequence[Meeting], round_: Sequence[Yearly], view: View) -> str:
    """Month, what is taken up, and the meetings: the wheel for who cannot see it, and on paper."""
    language, t = view.language, texts(view.language)
    rows = []
    for month in range(1, 13):
        tasks = "<br>".join(escape(each.title[language]) for each in round_ if each.month == month)
        own = ", ".join(
            f'<a href="{escape(view.to("meetings", item=each.id))}">{each.held_on.day} {t.months[month - 1]}</a>'
            f"{'' if each.status == 'held' else ' (' + escape(status(each)[language].lower()) + ')'}"
            for each in meetings
            if each.held_on.month == month
        )
        rows.append(f'<tr><th scope="row">{t.months[month - 1]}</th><td>{tasks or "–"}</td><td>{own or "–"}</td></tr>')
    heads = "".join(f'<th scope="col">{escape(each[language])}</th>' for each in (say.MONTH, say.TASKS, say.TITLE))
    return (
        f'<table class="round"><caption class="vh">{escape(say.WHEEL.format(year=year)[language])}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _names(year: int, language: Language) -> list[tuple[str, float, float, str]]:
    """The year and its months: name, the middle of its place, and its kind."""
    months = [(name[:3], *_at(NAMES, 30 * at + 15), "name") for at, name in enumerate(texts(language).months)]
    return [(str(year), CENTRE, CENTRE, "hub"), *months]


def _name(name: str, x: float, y: float, kind: str) -> str:
    """A name upon the picture, in parts of its width and height."""
    left, top = (f"{100 * (each + MARGIN) / (SIZE + 2 * MARGIN):.1f}%" for each in (x, y))
    return f'<span class="{kind}" aria-hidden="true" style="left:{left};top:{top}">{escape(name)}</span>'


def _month(month: int, round_: Sequence[Yearly]) -> str:
    start, end = (month - 1) * 30, month * 30
    corners = [_at(RIM, start), _at(RIM, end), _at(INNER, end), _at(INNER, start)]
    (a, b), (c, d), (e, f), (g, h) = corners
    path = f"M{a} {b}A{RIM} {RIM} 0 0 1 {c} {d}L{e} {f}A{INNER} {INNER} 0 0 0 {g} {h}Z"
    tasks = sum(each.month == month for each in round_)
    return f'<path class="{"month due" if tasks else "month"}" d="{path}"/>'


def _meeting(meeting: Meeting) -> str:
    day = (meeting.held_on.month - 1) * 30 + min(meeting.held_on.day, 30) - 0.5
    x, y = _at(DOTS, day)
    shapes = {
        "held": f'<circle cx="{x}" cy="{y}" r="7" class="held"/>',
        "planned": f'<circle cx="{x}" cy="{y}" r="6" class="planned"/>',
        "cancelled": f'<path class="cancelled" d="M{x - 5} {y - 5}l10 10m0 -10l-10 10"/>',
    }
    return shapes[meeting.status]


def _style(modes: Sequence[Mode]) -> str:
    light, *dark = (_colours(PALETTE[which]) for which in modes)
    in_the_dark = f"@media(prefers-color-scheme:dark){{{dark[0]}}}" if dark else ""
    letters = (
        f"text{{font:13px {FONT};text-anchor:middle;dominant-baseline:central}}.hub{{font-size:30px;font-weight:650}}"
    )
    return f"{letters}{light}{in_the_dark}"


def _colours(colour: Mapping[Colour, str]) -> str:
    return (
        f"text{{fill:{colour['ink']}}}.month{{fill:{colour['surface']};stroke:{colour['paper']};stroke-width:2}}"
        f".month.due{{fill:{colour['line']}}}.held{{fill:{colour['ink']}}}"
        f".planned{{fill:{colour['paper']};stroke:{colour['ink']};stroke-width:2.5}}"
        f".cancelled{{fill:none;stroke:{colour['muted']};stroke-width:2.5}}"
    )


def _at(radius: float, degrees: float) -> tuple[float, float]:
    """A point of the wheel; January begins at the top, and the year goes with the clock."""
    angle = math.radians(degrees - 90)
    return round(CENTRE + radius * math.cos(angle), 1), round(CENTRE + radius * math.sin(angle), 1)
