"""The tables of the page about plans: the steps, the curve, who takes the initiative, and who comes."""

from __future__ import annotations

from html import escape
from typing import Any

from dashboard.components.data_table import Cell, Sheet, Value, as_html
from dashboard.components.figures import nothing
from dashboard.components.indicator_words import Names
from dashboard.components.plans_charts import step_names
from dashboard.components.plans_reading import Led, Reading, missing
from dashboard.components.square_chart import Square, drawing
from dashboard.texts import plans as say
from dashboard.texts import texts
from metrics import words
from metrics.distributed import NOTHING, Part
from metrics.plans_from_cells import AgencyAtPlans
from metrics.populations import agencies
from metrics.populations.pathway import NOT_DOCUMENTED
from metrics.problem import Language

SHADES = (0.10, 0.25, 0.50, 0.75, 0.90)
"""Parts of the plans that needed an agency, from which its absence is one step darker."""
SECTIONS = (agencies.REGION, agencies.MUNICIPALITY, agencies.STATE, ("relative_or_other",))
ROLES = (say.NEEDED, say.INVITED, say.CAME, say.MISSING)
DOT = '<i class="dot" aria-hidden="true"></i>'


def way_table(reading: Reading, names: Names, language: Language) -> str:
    """Each step: how many of how many, and the limits of the share."""
    steps = step_names()
    head = [say.STEP[language], *(names[side.organisation][language] for side in reading.sides)]
    lines = [
        (
            words.capitalised(name)[language],
            [_share_cell(side.steps[step], language) for side in reading.sides],
        )
        for step, name in steps.items()
    ]
    table = as_html(say.WAY[language], head, lines, figures=len(head) - 1, main=len(reading.sides))
    return _folded(say.WAY_TABLE[language].format(year=reading.year.year), table)


def time_table(reading: Reading, names: Names, language: Language) -> str:
    """The share still waiting after each span of days."""
    followed = [side for side in reading.sides if side.follow_up]
    days = sorted({day for side in followed if side.follow_up for day in side.follow_up.curve.times})
    head = [say.DAYS[language]]
    head += [say.WAITING[language].format(organisation=names[side.organisation][language]) for side in followed]
    lines = [(words.number(day)[language], [_waiting(side, day, language) for side in followed]) for day in days]
    medians = [Cell(_median(side, language)) for side in followed]
    rows = [*lines, (say.MEDIAN[language], medians)]
    table = as_html(say.TIME[language], head, rows, figures=len(medians), main=len(medians))
    return _folded(say.TIME_TABLE[language].format(year=reading.year.year), table)


def initiative_table(reading: Reading, names: Names, language: Language) -> str:
    """Who takes the initiative: the share of the plans each organisation leads."""
    names_of = {**agencies.NAMES, NOT_DOCUMENTED: say.NOT_DOCUMENTED}
    told = {agency: [side.initiators.get(agency, NOTHING) for side in reading.sides] for agency in names_of}
    shown = {agency: parts for agency, parts in told.items() if any(part.value is not None for part in parts)}
    head = [say.AGENCY[language], *(names[side.organisation][language] for side in reading.sides)]
    lines = [
        (names_of[agency][language], [_share_cell(part, language) for part in parts]) for agency, parts in shown.items()
    ]
    hidden = "; ".join(names_of[agency][language] for agency in names_of if agency not in shown)
    rest = f'<p class="note">{escape(say.TOO_FEW_TO_TELL[language].format(agencies=hidden))}</p>' if hidden else ""
    return as_html(say.INITIATIVE[language], head, lines, figures=len(head) - 1, main=len(reading.sides)) + rest


def matrix(reading: Reading, names: Names, language: Language) -> str:
    """Who was needed, invited, present and missing: a row per agency, by whom it belongs to."""
    top = "".join(
        f'<th scope="colgroup" colspan="{len(ROLES)}" class="{side.organisation}">{DOT}'
        f"{escape(names[side.organisation][language])}</th>"
        for side in reading.sides
    )
    heads = "".join(f'<th scope="col" class="num">{escape(role[language])}</th>' for role in ROLES) * len(reading.sides)
    body = ""
    for title, section in zip(say.SECTIONS, SECTIONS, strict=True):
        width = 1 + len(ROLES) * len(reading.sides)
        body += f'<tr class="belongs"><th scope="rowgroup" colspan="{width}">{escape(title[language])}</th></tr>'
        for agency in section:
            cells = "".join(
                _agency(next(each for each in side.agencies if each.agency == agency), side, language)
                for side in reading.sides
            )
            body += f'<tr><th scope="row">{escape(agencies.NAMES[agency][language])}</th>{cells}</tr>'
    label = escape(say.PRESENT[language], quote=True)
    return (
        f'<div class="table-frame" role="region" aria-label="{label}" tabindex="0"><table class="figures heat matrix">'
        f'<caption class="vh">{label}</caption><thead><tr><td></td>{top}</tr>'
        f'<tr><th scope="col">{escape(say.AGENCY[language])}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def matrix_drawing(side: Led, title: str, language: Language) -> Any:
    """One organisation's part of the matrix as a drawing: what the table shows, to take away."""
    by_id = {each.agency: each for each in side.agencies}
    order = [agency for section in SECTIONS for agency in section]
    squares = []
    for agency in order:
        found, name = by_id[agency], agencies.NAMES[agency][language]
        absent = missing(found)
        shares = (found.needed.value, found.invited.value, found.present.value, absent)
        for role, share in zip(ROLES, shares, strict=True):
            step = sum((absent or 0) >= each for each in SHADES) if role is say.MISSING else 0
            text = "·" if share is None else words.amount(share, "share")[language]
            squares.append(Square(row=name, column=role[language], text=text, step=step))
    rows, columns = [agencies.NAMES[each][language] for each in order], [role[language] for role in ROLES]
    return drawing(title, rows, columns, squares, side.organisation)


def way_sheet(reading: Reading, names: Names, language: Language, release: str) -> Sheet:
    """The steps as a file."""
    steps = step_names()
    lines: list[tuple[Value, ...]] = [
        (*_of(reading, side, names, language, release), steps[step][language], *_figures(part), part.flag)
        for side in reading.sides
        for step, part in side.steps.items()
    ]
    return Sheet(say.FILE[language], tuple(say.WAY_SHEET[language].split(";")), tuple(lines))


def time_sheet(reading: Reading, names: Names, language: Language, release: str) -> Sheet:
    """The curves as a file."""
    lines: list[tuple[Value, ...]] = [
        (*_of(reading, side, names, language, release), *point)
        for side in reading.sides
        if side.follow_up
        for curve in (side.follow_up.curve,)
        for point in zip(curve.times, curve.waiting, curve.low, curve.high, strict=True)
    ]
    return Sheet(say.FILE[language], tuple(say.TIME_SHEET[language].split(";")), tuple(lines))


def present_sheet(reading: Reading, names: Names, language: Language, release: str) -> Sheet:
    """Who took the initiative, was needed, invited and present, as a file."""
    lines: list[tuple[Value, ...]] = []
    for side in reading.sides:
        start = _of(reading, side, names, language, release)
        for agency, part in side.initiators.items():
            name = say.NOT_DOCUMENTED if agency == NOT_DOCUMENTED else agencies.NAMES[agency]
            lines.append((*start, name[language], say.INITIATIVE[language], *_figures(part)[:3], part.flag))
        for each in side.agencies:
            for role, part in ((say.NEEDED, each.needed), (say.INVITED, each.invited), (say.CAME, each.present)):
                name = agencies.NAMES[each.agency]
                lines.append((*start, name[language], role[language], *_figures(part)[:3], part.flag))
    return Sheet(say.FILE[language], tuple(say.PRESENT_SHEET[language].split(";")), tuple(lines))


def _of(reading: Reading, side: Led, names: Names, language: Language, release: str) -> tuple[Value, ...]:
    return release, names[side.organisation][language], reading.year.year


def _figures(part: Part) -> tuple[Value, ...]:
    return part.count, part.of, part.value, part.low, part.high


def _share_cell(part: Part, language: Language) -> Cell:
    if part.value is None or part.count is None or part.of is None:
        return _word(part, language)
    count, of = (words.number(each)[language] for each in (part.count, part.of))
    told = [say.OF_PLANS[language].format(count=count, of=of)]
    if part.low is not None and part.high is not None:
        low, high = (words.bare(each, "share")[language] for each in (part.low, part.high))
        told.append(say.LIMITS[language].format(low=low, high=high))
    return Cell(words.amount(part.value, "share")[language], note=", ".join(told))


def _word(part: Part, language: Language) -> Cell:
    t = texts(language)
    return Cell(t.suppressed if part.flag == "suppressed" else t.missing, kind=part.flag)


def _waiting(side: Led, day: float, language: Language) -> Cell:
    curve = side.follow_up.curve if side.follow_up else None
    if curve is None or day not in curve.times:
        return Cell(texts(language).suppressed, kind="suppressed")
    at = curve.times.index(day)
    low, high = (words.bare(each[at], "share")[language] for each in (curve.low, curve.high))
    return Cell(
        words.amount(curve.waiting[at], "share")[language], note=say.LIMITS[language].format(low=low, high=high)
    )


def _median(side: Led, language: Language) -> str:
    median = side.follow_up.curve.median if side.follow_up else None
    return say.NOT_REACHED[language] if median is None else say.DAY[language].format(n=words.number(median)[language])


def _agency(found: AgencyAtPlans, side: Led, language: Language) -> str:
    absent = missing(found)
    shade = 0 if absent is None else sum(absent >= each for each in SHADES)
    cells = "".join(
        f'<td class="num">{_percent(part.value, part.flag, language)}</td>'
        for part in (found.needed, found.invited, found.present)
    )
    flag = found.present.flag
    return f'{cells}<td class="num {side.organisation} shade{shade}">{_percent(absent, flag, language)}</td>'


def _percent(value: float | None, flag: str, language: Language) -> str:
    return nothing(flag, texts(language)) if value is None else escape(words.amount(value, "share")[language])


def _folded(summary: str, table: str) -> str:
    return f'<details class="older domains"><summary>{escape(summary)}</summary>{table}</details>'
