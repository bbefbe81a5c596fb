"""What needs our attention today: signals in plain words, targets not reached, and how signals are spread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from dashboard.components import icons
from dashboard.components.figures import figure
from dashboard.components.finding import Found, signals
from dashboard.components.scorecard_table import latest_day, value_at
from dashboard.texts import long_date, organisation, texts
from dashboard.texts.sv import Swedish
from dashboard.view import View
from metrics.indicator import ORGANISATIONS, Indicator, Organisation
from metrics.scorecard import Row
from metrics.sentences import reaches
from metrics.series import Target


def signal_list(rows: Sequence[Row], view: View) -> str:
    """Signals one to a line, concern first; each opens its measure."""
    t = texts(view.language)
    found = signals(rows)
    if not found:
        return f'<p class="quiet">{escape(t.overview_no_signals)}</p>'
    titles = {"concern": t.overview_concerns, "improvement": t.overview_improvements, "neutral": t.overview_changes}
    return "".join(
        f'<h3 class="kind {kind}">{escape(title)}</h3><ul class="signals">'
        + "".join(_signal(each, view, t) for each in found if each.kind == kind)
        + "</ul>"
        for kind, title in titles.items()
        if any(each.kind == kind for each in found)
    )


def _signal(found: Found, view: View, t: Swedish) -> str:
    address = escape(view.to("indicator", item=found.indicator.id))
    return (
        f'<li>{icons.variation(found.signal, t, view.language)}<div><span class="sides">'
        f'<a href="{address}">{escape(found.indicator.name[view.language])}</a>'
        f"{icons.side(found.organisation, organisation(t, found.organisation))}</span>"
        f"<p>{escape(found.signal.sentence[view.language])}</p></div></li>"
    )


def targets_not_met(rows: Sequence[Row], view: View) -> str:
    """Targets in force that the latest figure does not reach: a measure to a line, with the decision behind it."""
    t = texts(view.language)
    lines = []
    for row in rows:
        short = [
            (which, value, side.target)
            for which in ORGANISATIONS
            for side in (row.of(which),)
            for value in (value_at(side.series, row.indicator, latest_day(row))[0],)
            if side.target is not None and value is not None and not reaches(row.indicator, value, side.target.value)
        ]
        sides = "".join(
            f"<span>{icons.side(which, organisation(t, which))} {figure(row.indicator, value, view.language)}, "
            + escape(_target(row.indicator, target, t.overview_target, view))
            + "</span>"
            for which, value, target in short
        )
        if short:
            address = escape(view.to("indicator", item=row.indicator.id))
            name = escape(row.indicator.name[view.language])
            lines.append(f'<li><a href="{address}">{name}</a><p class="sides">{sides}</p></li>')
    in_force = any(row.of(which).target for row in rows for which in ORGANISATIONS)
    return _lines(lines, t.overview_targets_reached if in_force else t.overview_no_targets)


def coming_targets(targets: Sequence[Target], rows: Sequence[Row], today: date, view: View) -> str:
    """Targets that begin or end ahead of us: what the committee has already promised itself."""
    t = texts(view.language)
    known = {row.indicator.id: row.indicator for row in rows}
    dated = [(each.from_on, each, t.overview_target_begins) for each in targets if each.from_on > today]
    dated += [(each.to_on, each, t.overview_target_ends) for each in targets if each.to_on and each.to_on >= today]
    ahead: dict[tuple[date, str, str], list[Organisation]] = {}
    for day, each, said in dated:
        if each.indicator_id in known:
            text = _target(known[each.indicator_id], each, said, view)
            ahead.setdefault((day, each.indicator_id, text), []).append(each.organisation)
    lines = [
        f"<li><b>{escape(long_date(t, day))}</b> {escape(known[indicator_id].name[view.language])}"
        f'<p class="sides">{_sides(sides, t)}'
        f"<span>{escape(text)}</span></p></li>"
        for (day, indicator_id, text), sides in sorted(ahead.items())
    ]
    return _lines(lines, t.overview_no_coming)


def _target(indicator: Indicator, target: Target, said: str, view: View) -> str:
    return said.format(target=figure(indicator, target.value, view.language), decision=target.decision_id)


def _sides(sides: Sequence[Organisation], t: Swedish) -> str:
    return "".join(icons.side(which, organisation(t, which)) for which in ORGANISATIONS if which in sides)


def _lines(lines: Sequence[str], otherwise: str) -> str:
    return f'<ul class="lines">{"".join(lines)}</ul>' if lines else f'<p class="quiet">{escape(otherwise)}</p>'
