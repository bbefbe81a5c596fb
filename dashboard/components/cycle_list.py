"""Improvement cycles as a list: those under way first, each with its measure before and after and what it lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from html import escape

from dashboard.components import icons
from dashboard.components.data_table import Sheet
from dashboard.components.page_part import folded
from dashboard.measures import as_shown, exact
from dashboard.texts import cycles as say
from dashboard.texts import long_date, organisation, texts
from dashboard.view import View
from governance.entries import Cycle
from metrics import words
from metrics.indicator import Indicator
from metrics.problem import Language, Text

LONG = timedelta(days=365)
"""A cycle that has been under way for longer has perhaps been forgotten."""
YEARS_SHOWN = 3
"""How many years of closed cycles stand unfolded."""
LATEST = 3
"""How many of a measure's cycles stand beside its chart."""
PART = "cycles"
"""The part of the page of decisions that lists them, as the address names it."""
LACKING = tuple(say.LACKS)


def lacks(cycle: Cycle) -> tuple[str, ...]:
    """What a cycle under way still lacks, in the order it is filled in; nothing where it is closed."""
    return () if cycle.closed_on else tuple(name for name in LACKING if getattr(cycle, name) is None)


def opening(cycles: Sequence[Cycle], today: date, language: Language) -> str:
    """How many are under way, how many of them for long, and how many of the closed have a measured result."""
    running = [each for each in cycles if each.closed_on is None]
    long = sum(today - each.started_on > LONG for each in running)
    closed = [each for each in cycles if each.closed_on is not None]
    first = _running(len(running), long)
    n, of = words.in_words(len(running), common=True), words.in_words(long, common=True)
    said = words.capitalised(first.format(n=n, long=of))
    measured = say.MEASURED.format(n=len(closed), m=sum(each.is_measured for each in closed))
    rest = escape(measured[language]) if closed else ""
    return f'<p class="finding"><b>{escape(said[language])}</b> {rest}</p>'


def _running(running: int, long: int) -> Text:
    """How it is said that so many are under way, and so many of them for long."""
    if not running:
        return say.NONE_RUNS
    if long > 1:
        return say.RUNNING_LONG
    if long:
        return say.RUNS_LONG if running == 1 else say.RUNNING_LONG_ONE
    return say.RUNNING


def lists(cycles: Sequence[Cycle], measures: Mapping[str, Indicator], view: View) -> str:
    """Those under way, those closed in the last years, and the earlier ones folded; the latest first."""
    language = view.language
    latest = sorted(cycles, key=lambda each: (each.closed_on or each.started_on, each.id), reverse=True)
    running = [each for each in latest if each.closed_on is None]
    closed = [(each.closed_on.year, each) for each in latest if each.closed_on is not None]
    first = closed[0][0] - YEARS_SHOWN if closed else 0
    late = [each for year, each in closed if year > first]
    early = [each for year, each in closed if year <= first]
    parts = [
        f"<section><h2>{escape(title[language])}</h2>{_table(title, own, measures, view)}{more}</section>"
        for title, own, more in (
            (say.OPEN_ONES, running, ""),
            (say.CLOSED_ONES, late, _earlier(early, measures, view)),
        )
        if own
    ]
    return "".join(parts) + f'<p class="note">{escape(say.NOTE[language])}</p>'


def _earlier(cycles: Sequence[Cycle], measures: Mapping[str, Indicator], view: View) -> str:
    said = say.EARLIER_ONE if len(cycles) == 1 else say.EARLIER.format(n=len(cycles))
    table = _table(said, cycles, measures, view)
    return folded(said, table, view.language) if cycles else ""


def _table(title: Text, cycles: Sequence[Cycle], measures: Mapping[str, Indicator], view: View) -> str:
    heads = say.HEAD[view.language].split(";")
    head = "".join(f'<th scope="col" role="columnheader">{escape(each)}</th>' for each in heads)
    body = "".join(_row(each, measures.get(each.indicator_id or ""), heads, view) for each in cycles)
    return (
        f'<table class="moments cycles" role="table"><caption class="vh">{escape(title[view.language])}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(cycle: Cycle, indicator: Indicator | None, heads: Sequence[str], view: View) -> str:
    language, t = view.language, texts(view.language)
    cells = (
        icons.side(cycle.organisation, organisation(t, cycle.organisation)),
        measure(cycle, indicator, view),
        escape(lasted(cycle, language)),
        moved(cycle, indicator, language),
        escape(state(cycle)[language]),
    )
    drawn = "".join(
        f'<td role="cell" data-label="{escape(label)}">{cell}</td>'
        for label, cell in zip(heads[1:], cells, strict=True)
    )
    to = escape(view.to("decisions", item=cycle.id))
    name = f'<a href="{to}">{escape(cycle.title[language])}</a> <small class="quiet">{escape(cycle.id)}</small>'
    return f'<tr role="row"><th scope="row" role="rowheader">{name}</th>{drawn}</tr>'


def measure(cycle: Cycle, indicator: Indicator | None, view: View) -> str:
    """The measure as a link; its id alone where the catalogue no longer has it."""
    if indicator is None:
        return escape(cycle.indicator_id or say.NO_MEASURE[view.language])
    to = escape(view.to("indicator", item=indicator.id))
    return f'<a href="{to}">{escape(indicator.name[view.language])}</a>'


def lasted(cycle: Cycle, language: Language) -> str:
    """From when to when."""
    t = texts(language)
    first = long_date(t, cycle.started_on)
    if cycle.closed_on is None:
        return say.SINCE[language].format(day=first)
    return say.FROM_TO[language].format(first=first, last=long_date(t, cycle.closed_on))


def state(cycle: Cycle) -> Text:
    """What comes next of one under way, or whether one that is closed was measured."""
    if lacking := lacks(cycle):
        return say.NEXT.format(what=say.LACKS[lacking[0]])
    return say.CLOSED if cycle.is_measured else say.CLOSED_UNMEASURED


def about(indicator: Indicator, cycles: Sequence[Cycle], view: View) -> str:
    """The latest cycles that followed a measure, under their heading; nothing where none has."""
    found = [each for each in reversed(cycles) if each.indicator_id == indicator.id]
    if not found:
        return ""
    language, t = view.language, texts(view.language)
    lines = "".join(
        f"<li>{icons.side(each.organisation, organisation(t, each.organisation))}"
        f'<a href="{escape(view.to("decisions", item=each.id))}">{escape(each.title[language])}</a>'
        f'<span class="progress">{escape(lasted(each, language))}</span>{moved(each, indicator, language)}</li>'
        for each in found[:LATEST]
    )
    title = escape(say.ABOUT[language])
    every = f'<p><a href="{escape(address(view))}">{escape(say.EVERY[language])}</a></p>'
    return f'<section class="narrow"><h2>{title}</h2><ul class="actions">{lines}</ul>{every}</section>'


def address(view: View) -> str:
    """Where all of them are listed."""
    return f"{view.to('decisions')}&part={PART}"


def moved(cycle: Cycle, indicator: Indicator | None, language: Language) -> str:
    """The measure before and after, and the way between them: higher or lower, never better or worse.

    Rule    of a measure the catalogue no longer has, the values alone, as they were noted
    """
    before, after = cycle.before, cycle.after
    lacking = f'<i class="quiet">{escape((say.NOT_MEASURED if cycle.closed_on else say.NOT_YET)[language])}</i>'
    if before is None and after is None:
        return lacking
    ends = " → ".join(
        lacking if value is None else f"<data>{escape(_noted(value, indicator)[language])}</data>"
        for value in (before, after)
    )
    if indicator is None or before is None or after is None:
        return f'<span class="moved">{ends}</span>'
    said = difference(before, after, indicator)[language]
    return f'<span class="moved">{ends}</span> <small>{escape(said)}</small>'


def _noted(value: float, indicator: Indicator | None) -> Text:
    """A value in its measure's unit; as it stands where the measure is not known."""
    return words.amount(value, indicator.unit, indicator.decimals) if indicator else exact(value, "index")


def difference(before: float, after: float, indicator: Indicator) -> Text:
    """How much higher or lower, and whether that is the way the measure is to go.

    Rule    as much as the two figures differ as they are shown
    """
    change = as_shown(after, indicator) - as_shown(before, indicator)
    if not change:
        return say.SAME
    unit = "points" if indicator.unit == "share" else indicator.unit
    by = words.amount(float(abs(change)), unit, indicator.decimals)
    said = (say.HIGHER if change > 0 else say.LOWER).format(by=by)
    if indicator.direction == "neutral":
        return said
    wanted = (change > 0) == (indicator.direction == "increase")
    return (say.WANTED if wanted else say.UNWANTED).format(moved=said)


def sheet(cycles: Sequence[Cycle], language: Language) -> Sheet:
    """Every cycle as a row of a file, in the order they began; shares as 0-1."""
    rows = tuple(
        (
            each.id,
            each.title[language],
            organisation(texts(language), each.organisation),
            each.indicator_id,
            each.started_on,
            each.closed_on,
            each.before,
            each.after,
            (say.YES if each.is_measured else say.NO)[language],
            each.decision_id,
            *(text[language] if text else None for text in (each.plan, each.do, each.study, each.act)),
        )
        for each in cycles
    )
    return Sheet(say.FILE[language], tuple(say.SHEET[language].split(";")), rows)
