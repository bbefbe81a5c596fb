"""The timeline in words: what matters first, the filters, every moment as a row, and how all of it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from dashboard.components import badges, explain
from dashboard.components.data_table import Sheet
from dashboard.components.register_link import happening
from dashboard.components.timeline_chart import state, years
from dashboard.components.timeline_moments import Moment, Shown
from dashboard.texts import timeline as say
from dashboard.view import PATHS, View
from metrics.indicator import Indicator
from metrics.problem import Language, Text

TITLE_LENGTH = 60
USUAL = ("done", "context", "span")
"""States that the event itself or its lane already tells."""


def finding(found: Shown, language: Language) -> str:
    """How much has happened, how much of it answers something, and the longest chain."""
    first, last = found.years
    head = say.FINDING[language].format(n=len(found.moments), first=first, last=last, chained=found.chained)
    steps = " → ".join(f"{each.title[language]} ({each.first.year})" for each in found.longest)
    more = escape(say.LONGEST[language].format(steps=steps)) if steps else ""
    return f'<p class="finding"><b>{escape(head)}</b> {more}</p>'


def _short(title: str) -> str:
    """A title cut at a word, where it is too long for a sentence."""
    if len(title) <= TITLE_LENGTH:
        return title
    return title[:TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def filters(view: View, chosen: Mapping[str, str], first: int, last: int, measures: Mapping[str, Indicator]) -> str:
    """Lane, theme, years and the measure on top; every choice is a link."""
    language = view.language

    def to(**changes: str) -> str:
        own = {name: value for name, value in (dict(chosen) | changes).items() if value}
        return replace(view, more=tuple(own.items())).address

    def menu(name: Text, which: str, choices: Mapping[str, Text]) -> str:
        listed = [(text[language], to(**{which: key}), chosen.get(which, "") == key) for key, text in choices.items()]
        now = next((text for text, _, is_chosen in listed if is_chosen), say.ALL[language])
        return badges.menu(name[language], now, listed)

    spans = [("", "")] + [(str(a), str(min(a + 9, last))) for a in range(first - first % 10, last + 1, 10)]
    spans += [(str(a), str(last)) for a in (2016,) if first < a <= last]
    in_force = (chosen.get("from", ""), chosen.get("to", ""))
    year_choices = [
        (f"{a}–{b}" if a else say.ALL[language], to(**{"from": a, "to": b}), (a, b) == in_force) for a, b in spans
    ]
    named = "–".join(in_force) if any(in_force) else say.ALL[language]
    none = [(say.NONE[language], replace(view, item="").address, not view.item)]
    overlays = none + [
        (f"{key} {one.name[language]}", replace(view, item=key).address, key == view.item)
        for key, one in measures.items()
    ]
    on_top = measures[view.item].name[language] if view.item else say.NONE[language]
    return (
        f'<div class="badges" role="group" aria-label="{escape(say.FILTERS[language])}">'
        + menu(say.LANE, "lane", {"": say.ALL, **say.LANES})
        + menu(say.THEME, "theme", {"": say.ALL, **say.THEMES})
        + badges.menu(say.YEARS[language], named, year_choices)
        + badges.menu(say.OVERLAY[language], on_top, overlays)
        + "</div>"
    )


def mark(theme: str, language: Language, *, coded: bool = True) -> str:
    """A theme's letter in its own shape and colour, the same mark as in the chart; its name stands beside it."""
    at = list(say.THEMES).index(theme) + 1
    letter = escape(say.LETTERS[theme][language])
    return f'<span class="theme t{at}{"" if coded else " hollow"}"><b aria-hidden="true">{letter}</b></span>'


def legend(language: Language, *, synthetic: bool) -> str:
    """The four themes and the two ways a mark is filled."""
    themes = "".join(
        f"<span>{mark(theme, language)} {escape(name[language])}</span>" for theme, name in say.THEMES.items()
    )
    hollow = say.HOLLOW_SYNTHETIC if synthetic else say.HOLLOW
    first = next(iter(say.THEMES))
    return (
        f'<p class="legend">{themes}<span>{mark(first, language)} {escape(say.FILLED[language])}</span>'
        f"<span>{mark(first, language, coded=False)} {escape(hollow[language])}</span></p>"
    )


def table(found: Shown, view: View, *, synthetic: bool) -> str:
    """Every moment as a row, earliest first; on a narrow screen a card. A chain's link goes to the row it answers."""
    language = view.language
    head = say.HEAD[language].split(";")
    top = "".join(f'<th role="columnheader" scope="col">{escape(text)}</th>' for text in head)
    rows = "".join(_row(each, found, view, head, synthetic=synthetic) for each in found.moments)
    return (
        f'<section><h2>{escape(say.TABLE[language])}</h2><table class="moments" role="table">'
        f'<caption class="vh">{escape(say.TABLE[language])}</caption>'
        f'<thead role="rowgroup"><tr role="row">{top}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
        "</section>"
    )


def _row(one: Moment, found: Shown, view: View, head: list[str], *, synthetic: bool) -> str:
    language = view.language
    shown = {each.id for each in found.moments}
    answers = ", ".join(
        _answer(found.by_id[each], view, is_shown=each in shown) for each in one.answers if each in found.by_id
    )
    title = escape(one.title[language])
    if to := _whole(one, view):
        title = f'<a href="{escape(to)}">{title}</a>'
    source = say.FROM_MINUTES if one.coded else say.FROM_SYNTHETIC if synthetic else say.FROM_REGISTER
    named = f"{mark(one.theme, language, coded=one.coded)} {escape(say.SHORT[one.theme][language])}"
    cells = [
        ("lane", escape(say.LANES[one.lane][language])),
        ("", explain.mark(named, "theme", says=say.THEMES[one.theme][language])),
        ("", "" if one.state in USUAL else escape(state(one)[language])),
        ("answers", answers),
        ("source", escape(source[language])),
    ]
    body = "".join(
        f'<td role="cell" class="{kind}{"" if text else " none"}" data-label="{escape(label)}">{text}</td>'
        for (kind, text), label in zip(cells, head[2:], strict=True)
    )
    return (
        f'<tr role="row" id="{escape(one.id)}" tabindex="-1"><td role="cell" class="moment-year">{years(one)}</td>'
        f'<th role="rowheader" scope="row">{title}</th>{body}</tr>'
    )


def _whole(one: Moment, view: View) -> str:
    """Where a moment is told whole; "" where no page tells it."""
    if one.page == "timeline":
        return happening(view, one.id)
    page = next((name for name in PATHS if name == one.page), None)
    return view.to(page, item=one.id) if page else ""


def _answer(one: Moment, view: View, *, is_shown: bool) -> str:
    text = escape(f"{_short(one.title[view.language])} ({one.first.year})")
    return f'<a href="{escape(view.address)}#{escape(one.id)}">{text}</a>' if is_shown else text


def how(found: Shown, language: Language, *, synthetic: bool) -> str:
    """Whose coding it is, what the register adds and by which rule, and what the order of time does not show."""
    lines = []
    coded = [each for each in found.moments if each.coded]
    for source in dict.fromkeys(each.source for each in coded):
        own = [each for each in coded if each.source == source]
        told = say.SOURCES.get(source, Text(sv=source, en=source))
        lines.append(_span(say.CODED, own, language).format(source=told[language]))
    if entered := [each for each in found.moments if not each.coded]:
        made_up = f" {say.SYNTHETIC[language]}" if synthetic else ""
        lines.append(_span(say.REGISTERED, entered, language) + made_up)
    lanes = "; ".join(f"{name[language]}: {say.LANE_IS[lane][language]}" for lane, name in say.LANES.items())
    lines += [f"{lanes}.", say.NOT_CAUSE[language]]
    listed = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<section><h2>{escape(say.HOW[language])}</h2><ul class="cannot">{listed}</ul></section>'


def _span(text: Text, own: list[Moment], language: Language) -> str:
    first, last = min(each.first.year for each in own), max(each.last.year for each in own)
    return text[language].replace("{first}", str(first)).replace("{last}", str(last)).replace("{n}", str(len(own)))


def chart_text(found: Shown, language: Language) -> str:
    """What the chart shows, for those who do not see it."""
    lanes = ", ".join(
        say.LANE_SAID[language].format(lane=name[language], n=sum(each.lane == lane for each in found.moments))
        for lane, name in say.LANES.items()
    )
    first, last = found.years
    return say.CHART_SAID[language].format(first=first, last=last, lanes=lanes)


def sheet(found: Shown, language: Language) -> Sheet:
    """The moments as rows of a file."""
    rows = tuple(
        (
            each.id,
            each.first.year,
            each.last.year,
            each.title[language],
            say.LANES[each.lane][language],
            say.THEMES[each.theme][language],
            each.kind[language],
            state(each)[language],
            say.ACTORS.get(each.actor, Text(sv=each.actor, en=each.actor))[language],
            ", ".join(each.answers),
            each.source if each.coded else say.FROM_REGISTER[language],
        )
        for each in found.moments
    )
    return Sheet(say.FILE[language], tuple(say.SHEET_HEAD[language].split(";")), rows)


def chart_head(overlay: Text | None, language: Language, *, synthetic: bool) -> str:
    """What the chart is, its marks, and the measure that lies over it."""
    over = f" {say.OVERLAY_NOTE[language].format(name=overlay[language])}" if overlay else ""
    return f'<p class="chart-sub">{escape(say.CHART[language] + over)}</p>{legend(language, synthetic=synthetic)}'


def notes(language: Language) -> list[str]:
    """The letters explained, for a drawing that stands alone."""
    return [f"{say.LETTERS[theme][language]} = {name[language]}" for theme, name in say.THEMES.items()]
