"""The page about costs put together: what matters first, then needs, budget, units and what has an end date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape

from dashboard import data
from dashboard.components import costs_shift, costs_split, undertaking_page
from dashboard.components.chart_rows import end_of
from dashboard.components.costs_figures import BudgetYear, Costs, NetYear, UnitCost
from dashboard.components.costs_split import line_of
from dashboard.components.data_table import Cell, Sheet, Value, as_html
from dashboard.components.indicator_page import Place
from dashboard.components.line_panels import Panel, Panels
from dashboard.components.page_part import section
from dashboard.texts import costs as say
from dashboard.texts import long_date, organisation, texts
from dashboard.view import View
from metrics import periods, words
from metrics.caveats import CAVEATS
from metrics.indicator import ORGANISATIONS, Indicator, Organisation, Unit
from metrics.prices import base_of, price_note
from metrics.problem import Language, Text
from metrics.series import Series
from pipelines.published import Published


def opening(found: Costs, language: Language) -> str:
    """What matters in one sentence: the questions where there are any, else the split; then in whose prices."""
    said = [costs_shift.count(found), costs_split.sentence(found)]
    first, second = said if found.questions else reversed(said)
    return (
        f'<p class="finding"><b>{escape(first[language])}</b> {escape(second[language])}</p>'
        f'<p class="subtitle">{escape(prices(found)[language])}</p>'
    )


def prices(found: Costs) -> Text:
    """Whose prices, by which index; or that they are current."""
    return price_note(found.index, base_of(found.index)) if found.index else say.CURRENT_PRICES


def beside_needs(found: Costs) -> Panels | None:
    """The cost per shared user over the part of needs that are met, on one time axis; None without any cost."""
    rows = [found.rows["R1"], found.rows["U2"]]
    every = [row.of(which).series for row in rows for which in ORGANISATIONS]
    starts = [each.periods[0] for each in every if each.periods]
    if not any(value is not None for each in every for value in each.values):
        return None
    last = max(end_of(each.periods[-1], each.grain) for each in every if each.periods)
    panels = tuple(
        Panel(
            title=row.indicator.name,
            unit=row.indicator.unit,
            decimals=row.indicator.decimals,
            lines=tuple(
                line_of(row.of(which).series, words.capitalised(words.ORGANISATION[which])) for which in ORGANISATIONS
            ),
            most=1.0 if row.indicator.unit == "share" else None,
        )
        for row in rows
    )
    return Panels(panels=panels, span=(min(starts), last - timedelta(days=1)))


def needs_found(found: Costs) -> Text:
    """How cost and needs met have moved from the first figure to the last, on each side; without a cause."""
    parts = []
    for which in ORGANISATIONS:
        ends = [_ends(found.rows[name].of(which).series) for name in ("R1", "U2")]
        if ends[0] and ends[1] and ends[0][0]:
            (cost, now), (met, met_now) = ends[0], ends[1]
            parts.append(
                say.NEEDS_MOVED.format(
                    organisation=words.ORGANISATION[which],
                    cost=_signed(now / cost - 1, "share"),
                    met=_signed(met_now - met, "points"),
                )
            )
    joined = Text(sv="; ".join(part.sv for part in parts), en="; ".join(part.en for part in parts))
    return say.NEEDS_FOUND.format(parts=joined) if parts else say.NEEDS_UNKNOWN


def _ends(series: Series) -> tuple[float, float] | None:
    known = [value for value in series.values if value is not None]
    return (known[0], known[-1]) if len(known) > 1 else None


def _signed(value: float, unit: Unit) -> Text:
    said = words.amount(value, unit)
    return Text(sv=f"+{said.sv}", en=f"+{said.en}") if value > 0 else said


def needs_words(found: Costs, language: Language) -> str:
    """What the two panels show, one sentence for each organisation and measure."""
    said = [
        f"{words.capitalised(words.ORGANISATION[which])[language]}, {row.indicator.name[language].lower()}: "
        f"{row.of(which).sentence[language]}"
        for row in (found.rows["R1"], found.rows["U2"])
        for which in ORGANISATIONS
    ]
    return " ".join(said)


def needs_table(found: Costs, language: Language) -> str:
    """The table twin of the two panels: the latest periods of each measure, both sides."""
    t = texts(language)
    head = [say.PERIOD[language], *(organisation(t, which) for which in ORGANISATIONS)]
    tables = []
    for row in (found.rows["R1"], found.rows["U2"]):
        sides = [row.of(which).series for which in ORGANISATIONS]
        every = sorted({on for each in sides for on in each.periods}, reverse=True)[: costs_split.RECENT]
        lines = [
            (
                periods.label(on, sides[0].grain, language),
                [_figure(row.indicator, each, on, language) for each in sides],
            )
            for on in every
        ]
        table = as_html(row.indicator.name[language], head, lines, figures=2, main=2)
        tables.append(f'<div class="twin">{table}</div>')
    return f'<div class="twins">{"".join(tables)}</div>'


def _figure(indicator: Indicator, series: Series, on: date, language: Language) -> Cell:
    if on not in series.periods:
        return Cell(words.MISSING[language], "no_data")
    at = series.periods.index(on)
    return Cell(words.figure(indicator, series.values[at], series.flags[at])[language], series.flags[at])


def years(found: Costs, language: Language) -> str:
    """Net cost year by year of each organisation and of both, with the deviation from budget below."""
    t = texts(language)
    every = sorted({year for side in found.nets.values() for year in side}, reverse=True)
    budgets = {which: {each.year: each for each in found.budgets[which]} for which in ORGANISATIONS}
    rows = [
        (
            str(year),
            [
                *(_net(found.nets[which].get(year), budgets[which].get(year), language) for which in ORGANISATIONS),
                _net(_together([found.nets[which].get(year) for which in ORGANISATIONS]), None, language),
            ],
        )
        for year in every
    ]
    head = [say.YEAR[language], *(organisation(t, which) for which in ORGANISATIONS), say.TOGETHER[language]]
    if not rows:
        return f'<p class="quiet">{escape(t.missing_note.capitalize())}.</p>'
    return as_html(say.YEARS_CAPTION[language], head, rows, figures=3, main=2)


def _together(sides: Sequence[NetYear | None]) -> NetYear | None:
    """Both organisations' cost of the same months; None where either lacks some."""
    known = [each for each in sides if each is not None]
    if len(known) < len(sides) or len({each.months for each in known}) > 1:
        return None
    return NetYear(months=known[0].months, amount=sum(each.amount for each in known))


def _net(net: NetYear | None, against: BudgetYear | None, language: Language) -> Cell:
    if net is None:
        return Cell(words.MISSING[language], "no_data")
    notes = [] if net.months == 12 else [say.PART_OF_YEAR[language].format(months=net.months)]
    if against is not None and against.deviation is not None:
        sign = "+" if against.deviation > 0 else ""
        share, amount = words.amount(against.deviation, "share", 1)[language], _million(against.difference, language)
        notes.append(say.AGAINST_BUDGET[language].format(share=f"{sign}{share}", amount=f"{sign}{amount}"))
    return Cell(_million(net.amount, language), note=", ".join(notes))


def _million(value: float, language: Language) -> str:
    return say.MILLION[language].format(n=words.number(value / 1e6, 1)[language])


def units(found: Costs, place: Place, view: View) -> str:
    """What every unit costs each side and how that is divided, in the committee's own order."""
    language, t = view.language, texts(view.language)
    if not found.units or found.period is None:
        return ""
    cost = found.rows["R1"].indicator
    has_own = any(each.agreed is not None for each in found.units)
    head = [
        say.UNIT[language],
        *(organisation(t, which) for which in ORGANISATIONS),
        say.REGION_SHARE[language],
        *([say.AGREED[language]] if has_own else []),
    ]
    rows = [
        (
            place.units[each.unit][language],
            [
                *(_per_user(each, which, cost, language) for which in ORGANISATIONS),
                _part(
                    each.region_share, words.NOT_APPLICABLE if data.last_days(each.unit) else words.MISSING, language
                ),
                *([_part(each.agreed, words.NOT_APPLICABLE, language)] if has_own else []),
            ],
        )
        for each in found.units
    ]
    caption = say.UNITS_CAPTION[language].format(period=periods.label(found.period, cost.breakdowns["unit"], language))
    table = as_html(caption, head, rows, figures=len(head) - 1, main=2)
    return section(say.UNITS_TITLE, f'<div class="units narrow">{table}</div>', language)


def _per_user(of: UnitCost, which: Organisation, cost: Indicator, language: Language) -> Cell:
    value, flag = of.per_user[which]
    if flag == "structural_zero" and (left := data.last_days(of.unit).get(which)):
        t = texts(language)
        return Cell(t.unit_closed, flag, note=long_date(t, left))
    amount = of.amounts[which]
    note = "" if value is None or amount is None else _million(amount, language)
    return Cell(words.figure(cost, value, flag)[language], flag, note=note)


def _part(share: float | None, otherwise: Text, language: Language) -> Cell:
    if share is None:
        return Cell(otherwise[language], "no_data" if otherwise is words.MISSING else "structural_zero")
    return Cell(words.amount(share, "share", 1)[language])


def funding(found: Costs, today: date, view: View) -> str:
    """Money, projects and posts for a time, and when each ends."""
    if not found.funding:
        return f'<p class="quiet">{escape(say.FUNDING_NONE[view.language])}</p>'
    ahead = sorted(found.funding, key=lambda each: each.to_on is not None and each.to_on < today)
    return f'<ul class="lines">{"".join(undertaking_page.line(each, today, view) for each in ahead)}</ul>'


def caveats(found: Costs, language: Language) -> str:
    """How the page is read, and what its measures cannot show, each said once."""
    names = dict.fromkeys(name for row in found.rows.values() for name in row.indicator.caveats)
    if found.index:
        names.pop("current_prices", None)
    lines = [text[language] for text in (*say.HOW, *(CAVEATS[name] for name in names))]
    return f'<ul class="cannot">{"".join(f"<li>{escape(line)}</li>" for line in lines)}</ul>'


def image_line(what: Text, shown: Published, language: Language) -> str:
    """What stands under the title of a drawing that is taken away: what it is, of which release, if it is made up."""
    t = texts(language)
    parts = [what[language], t.foot_release.format(release=shown.release_id)]
    parts += [t.synthetic] if shown.manifest["committee"]["synthetic"] else []
    return " · ".join(parts)


def sheet(found: Costs, measures: Sequence[str], place: Place, view: View, release: str) -> Sheet:
    """Every figure of some of the page's measures, one line per organisation and period; shares as 0-1."""
    language = view.language
    agreed = {each.period_start: each.agreed for each in found.against}
    member = place.member(view)
    lines: list[tuple[Value, ...]] = []
    for row in (found.rows[name] for name in measures):
        for which in ORGANISATIONS:
            series = row.of(which).series
            for at, on in enumerate(series.periods):
                share = agreed.get(on) if row.indicator.id == "R2" else None
                lines.append(
                    (
                        release,
                        row.indicator.id,
                        row.indicator.name[language],
                        place.organisations[which][language],
                        member[language] if member else "",
                        periods.label(on, series.grain, language),
                        on,
                        series.values[at],
                        series.numerators[at],
                        series.denominators[at],
                        series.flags[at],
                        share if share is None or which == "region" else 1 - share,
                        prices(found)[language] if row.indicator.unit == "sek_per_person" else None,
                    )
                )
    return Sheet(texts(language).page_costs, tuple(say.SHEET_HEAD[language].split(";")), tuple(lines))
