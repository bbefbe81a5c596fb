"""From one published figure back to the release, the bundle, the definitions and the deliveries it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import polars as pl

from dashboard.components import states
from dashboard.components.burden import READ
from dashboard.components.data_table import Cell, as_html
from dashboard.texts import data as say
from dashboard.texts import indicator as measure_words
from dashboard.texts import long_date, organisation, source_name, texts
from dashboard.view import View
from metrics import catalogue, periods, words
from metrics.indicator import ORGANISATIONS, Indicator, Organisation
from metrics.problem import Language
from pipelines.published import Published


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One published figure: which measure, whose, when, and its cell in the release."""

    indicator: Indicator
    organisation: Organisation
    start: date
    cell: dict[str, Any]


def address(view: View, indicator_id: str, which: str, start: date) -> str:
    """The address that follows a figure back, in the same cut.

    >>> address(View(unit="dagcentrum"), "P2", "region", date(2025, 10, 1))
    '/data?id=P2.region.2025-10-01&unit=dagcentrum&lang=sv'
    """
    return view.to("data", item=f"{indicator_id}.{which}.{start}")


def found(view: View, shown: Published) -> Figure | None:
    """The figure the address names; None where the release has no such."""
    name, _, rest = view.item.partition(".")
    side, _, day = rest.partition(".")
    indicators = {one.id: one for one in catalogue.catalogue()}
    which = next((known for known in ORGANISATIONS if known == side), None)
    if name not in indicators or which is None:
        return None
    cells = shown.cells.filter(
        pl.col("indicator_id") == name,
        pl.col("organisation") == which,
        pl.col("breakdown") == view.breakdown,
        pl.col("group") == view.member,
        pl.col("period_start").cast(pl.String) == day,
    )
    if cells.height != 1:
        return None
    [cell] = cells.to_dicts()
    return Figure(indicator=indicators[name], organisation=which, start=cell["period_start"], cell=cell)


def section(view: View, shown: Published) -> str:
    """The figure and, step by step, what it was made of; nothing where the address names none."""
    language = view.language
    if not view.item:
        return ""
    figure = found(view, shown)
    if figure is None:
        return states.notice(say.FIGURE_UNKNOWN[language])
    back = f'<p><a href="{escape(view.to("indicator", item=figure.indicator.id))}">{escape(say.BACK[language])}</a></p>'
    return (
        f'<section class="figure"><h2>{escape(say.FIGURE[language])}</h2>'
        f'<p class="finding"><b>{escape(_named(figure, view, shown))}</b></p>'
        f"{_steps(figure, shown, language)}{_deliveries(figure, shown, language)}{back}</section>"
    )


def _named(figure: Figure, view: View, shown: Published) -> str:
    language, t, cell = view.language, texts(view.language), figure.cell
    committee = shown.manifest["committee"]
    members = {one["id"]: one["name"][language] for one in (*committee["units"], *committee["target_groups"])}
    value = (
        words.figure(figure.indicator, cell["value"], cell["flag"])[language]
        if cell["flag"] != "ok" or cell["value"] is not None
        else words.amount(cell["numerator"], "sek_per_person", 0)[language]
    )
    if cell["flag"] in measure_words.NOTHING_SAID:
        value = measure_words.NOTHING_SAID[cell["flag"]][language]
    said = say.FIGURE_MEMBER if view.member else say.FIGURE_IS
    return said.format(
        name=figure.indicator.name,
        member=members.get(view.member, view.member),
        organisation=organisation(t, figure.organisation),
        period=periods.label(figure.start, cell["grain"], language),
        value=value,
    )[language]


def _steps(figure: Figure, shown: Published, language: Language) -> str:
    t, manifest, cell = texts(language), shown.manifest, figure.cell
    part = manifest["organisations"].get(figure.organisation, {})
    steps = {
        "release": shown.release_id,
        "published": _day(manifest["published_at"], language),
        "definition": say.VERSION.format(id=cell["indicator_id"], version=cell["definition_version"])[language],
        "catalogue": str(manifest["catalogue_hash"]),
        "code": str(part.get("code_version", manifest["code_version"])),
        "method": str(cell["method"]),
    }
    if part and not figure.indicator.of_register:
        steps |= {
            "bundle": str(part.get("bundle_release_id", shown.release_id)),
            "released": _day(part["released_at"], language),
            "sha256": str(part["bundle_sha256"]),
        }
    lines = "".join(f"<dt>{escape(say.STEP[key][language])}</dt><dd>{escape(text)}</dd>" for key, text in steps.items())
    return f'<dl class="lineage" aria-label="{escape(t.lineage_title)}">{lines}</dl>'


def _day(moment: str, language: Language) -> str:
    return long_date(texts(language), date.fromisoformat(moment[:10]))


def _deliveries(figure: Figure, shown: Published, language: Language) -> str:
    """The deliveries of the sources the measure reads that cover any day the figure looks at."""
    if figure.indicator.of_register:
        return f"<p>{escape(say.FROM_REGISTER[language])}</p>"
    part = shown.manifest["organisations"].get(figure.organisation, {})
    sources = READ.get(figure.indicator.id) or {figure.indicator.twins[figure.organisation].source: ()}
    rests = [one for one in part.get("deliveries", ()) if one["source"] in sources and _covers(one["period"], figure)]
    if not rests:
        return f'<p class="quiet">{escape(say.NO_DELIVERY[language])}</p>'
    t = texts(language)
    lines = [
        (
            source_name(t, one["source"]),
            [
                Cell(str(one["period"] or t.period_all)),
                Cell(str(one["version"])),
                Cell(_day(one["loaded_at"], language)),
                Cell(str(one["profile"])[:16]),
            ],
        )
        for one in rests
    ]
    return as_html(say.RESTS_ON[language], say.RESTS_HEAD[language].split(";"), lines, figures=0)


def _covers(period: str, figure: Figure) -> bool:
    """Whether a delivery's days and the figure's, with those it looks back on, meet."""
    days = periods.covered(str(period))
    if days is None:
        return True  # it covers everything
    grain = figure.cell["grain"]
    back = periods.index(figure.start, "month") - figure.indicator.lookback_months
    first, last = periods.start(back, "month"), periods.end(periods.index(figure.start, grain), grain)
    return days[0] <= last and first <= days[1]
