"""Target groups that grow or wait, and which services answer the domains with many unmet needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from dashboard.components import icons
from dashboard.components.data_table import Cell, as_html
from dashboard.components.indicator_words import Names
from dashboard.components.needs_reading import MANY_UNMET, Reading, many_unmet
from dashboard.texts import long_date, texts
from dashboard.texts import needs as say
from dashboard.view import View
from governance.entries import Contents
from metrics import words
from metrics.can_domains import ANSWERED_BY, NAMES
from metrics.catalogue import catalogue
from metrics.problem import Language, Text
from metrics.words import uncapitalised

DECISIONS_TOLD = 5


def target_groups(
    reading: Reading, register: Contents, names: Names, groups: Mapping[str, Text], language: Language
) -> str:
    """Which groups are a larger part of the users than before, and which more often wait with unmet needs."""
    found = [
        f"<li>{icons.side(side.organisation, names[side.organisation][language])}"
        f"<span>{escape(each.sentence[language])}</span></li>"
        for side in reading.sides
        for each in side.growing
        if each.verdict in ("more", "less")
    ]
    grown = "".join(found) or f"<li>{escape(say.NO_GROWTH[language])}</li>"
    title = say.GROWING[language].format(since=reading.since.year, year=reading.year.year)
    return (
        f'<section><h2>{escape(say.GROUPS[language])}</h2><h3 class="kind">{escape(title)}</h3>'
        f'<ul class="lines named">{grown}</ul>{_unserved(reading, names, groups, language)}{_known(register, language)}'
        f'<p class="note">{escape(say.GROUPS_NOTE[language])}</p></section>'
    )


def services(reading: Reading, register: Contents, committee: dict[str, Any], names: Names, view: View) -> str:
    """Each domain with many unmet needs: how many, who answers it and since when, and that it asks for a response."""
    language, flagged = view.language, many_unmet(reading)
    title = f"<h2>{escape(say.SERVICES[language])}</h2>"
    if not flagged:
        return f"<section>{title}<p>{escape(say.NO_MANY[language])}</p></section>"
    head = [
        say.DOMAIN[language],
        *(names[side.organisation][language] for side in reading.sides),
        say.ANSWERS[language],
    ]
    lines = []
    for domain in flagged:
        cells = [
            _share(side.shares[reading.rater][domain - 1].unmet, side.moved[domain - 1].noticed, language)
            for side in reading.sides
        ]
        reach = " ".join(
            f"{words.capitalised(words.ORGANISATION[side.organisation])[language]}: {said.sentence[language]}"
            for side in reading.sides
            if (said := side.services.get(domain)) is not None and said.gap is not None
        )
        lines.append(
            (
                NAMES[domain][language],
                [*cells, Cell(units_answering(domain, register, committee, language), note=reach)],
            )
        )
    sub = say.SERVICES_SUB[language].format(many=words.amount(MANY_UNMET, "share")[language])
    sides = len(reading.sides)
    table = as_html(say.SERVICES[language], head, lines, figures=sides, main=sides)
    return (
        f'<section class="services">{title}<p>{escape(sub)}</p>{table}{_responses(register, view)}'
        f'<p class="note">{escape(say.SERVICES_READ[language])}</p></section>'
    )


def _unserved(reading: Reading, names: Names, groups: Mapping[str, Text], language: Language) -> str:
    title = f'<h3 class="kind">{escape(say.UNSERVED[language].format(year=reading.year.year))}</h3>'
    tables = []
    for side in reading.sides:
        lines = [
            (
                f"{groups[group][language]}: {uncapitalised(NAMES[domain][language])}",
                [_share(found.change.after, False, language), _share(found.change.before, False, language)],
            )
            for (group, domain), found in side.unserved.items()
            if found.verdict == "more" and found.change is not None
        ]
        if lines:
            head = [say.GROUP_AND_DOMAIN[language], say.SHARE_IN[language], say.SHARE_OTHERS[language]]
            mark = '<i class="dot" aria-hidden="true"></i>'
            table = as_html(names[side.organisation][language], head, lines, figures=2, mark=mark)
            tables.append(f'<div class="twin {side.organisation}">{table}</div>')
    inside = f'<div class="twins">{"".join(tables)}</div>' if tables else f"<p>{escape(say.NO_UNSERVED[language])}</p>"
    return title + inside


def _known(register: Contents, language: Language) -> str:
    """What the register says of each target group: since when it is seen, what answers it, what is lacking."""
    items = "".join(
        f"<li><b>{escape(group.name[language])}</b> <span>"
        + escape(
            say.IDENTIFIED[language].format(
                identified=group.identified_on.year,
                service=group.service[language] if group.service else say.NO_SERVICE[language],
            )
        )
        + (f" {escape(say.KNOWN_GAP[language].format(gap=group.gap[language]))}" if group.gap else "")
        + "</span></li>"
        for group in register.target_groups
    )
    return f'<ul class="lines known">{items}</ul>' if items else ""


def units_answering(domain: int, register: Contents, committee: dict[str, Any], language: Language) -> str:
    """The units of the kinds that answer a domain: by whom they are run, and since when."""
    owners = {unit.id: unit for unit in register.units}
    found = []
    for unit in committee["units"]:
        if unit["kind"] not in ANSWERED_BY[domain]:
            continue
        known = owners.get(unit["id"])
        opened = _day(unit.get("opened_on")) or (known.opened_on if known else None)
        closed = _day(unit.get("closed_on")) or (known.closed_on if known else None)
        since = (
            say.SINCE[language].format(day=long_date(texts(language), opened))
            if opened
            else say.BEFORE_DATA[language].format(day=committee["data_from"][:4])
        )
        told = [say.RUN_BY[known.owner][language]] if known else []
        if left := unit.get("left_on"):  # whoever runs it now has not run it alone since it opened
            since = say.JOINT_UNTIL.format(day=max(map(date.fromisoformat, left.values())))[language]
        told += [since, *([say.CLOSED[language].format(day=long_date(texts(language), closed))] if closed else [])]
        found.append(f"{unit['name'][language]} ({', '.join(told)})")
    return "; ".join(found) or say.NO_UNIT[language]


def _responses(register: Contents, view: View) -> str:
    """What has been decided about the measures of need, and the question who answers."""
    language, needs = view.language, {one.id for one in catalogue() if one.perspective == "needs"}
    about = [each for each in reversed(register.decisions) if needs & set(each.indicators)][:DECISIONS_TOLD]
    if not about:
        return f"<p><b>{escape(say.ASKS[language])}</b> {escape(say.NO_DECISIONS[language])}</p>"
    items = "".join(
        f'<li><time datetime="{each.decided_on}">{escape(long_date(texts(language), each.decided_on))}</time> '
        f'<b>{escape(each.id)}</b> <a href="{escape(view.to("decisions", item=each.id))}">'
        f"{escape(each.title[language])}</a></li>"
        for each in about
    )
    return (
        f"<p><b>{escape(say.ASKS[language])}</b> {escape(say.RESPONSE_DECISIONS[language])}</p>"
        f'<ul class="lines">{items}</ul>'
    )


def _share(value: float | None, noticed: bool, language: Language) -> Cell:
    if value is None:
        return Cell(texts(language).suppressed, kind="suppressed")
    note = say.NOTICED[language] if noticed else ""
    return Cell(words.amount(value, "share")[language], note=note)


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
