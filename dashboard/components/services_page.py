"""The page about services put together: how people meet, how much, for whom, and what opened and closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from dashboard.components import icons, line_panels, scorecard_table
from dashboard.components.chart_guide import guide
from dashboard.components.data_table import Cell, Sheet, Value, as_html
from dashboard.components.entry_page import linked
from dashboard.components.line_panels import Line, Panel, Panels
from dashboard.components.register_link import happening
from dashboard.components.services_figures import KINDS, NAMES, Services, span
from dashboard.data import Merged
from dashboard.texts import long_date, organisation, texts
from dashboard.texts import services as say
from dashboard.theme import mode
from dashboard.view import View
from governance.entries import Event
from metrics import periods, words
from metrics.caveats import CAVEATS
from metrics.distributed import Part
from metrics.distributions import contact_types
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Language, Text

GRAIN = contact_types.DISTRIBUTION.grain
PANEL_HEIGHT = 74


def opening(found: Services, language: Language) -> str:
    """How the mix of contacts has changed on each side: the kind whose part has grown most."""
    said = [text for which in found.shown if (text := _mix(found, which)) is not None]
    if not said:
        return f'<p class="finding">{escape(say.MIX_NONE[language])}</p>'
    first, *rest = (f"{text[language]}." for text in said)
    return f'<p class="finding"><b>{escape(first)}</b> {escape(" ".join(rest))}</p>'


def _mix(found: Services, which: Organisation) -> Text | None:
    side = found.sides[which]
    first, last = side.halves[0], side.halves[-1]
    grown = {kind: (side.part(kind, first), side.part(kind, last)) for kind in KINDS}
    known = {kind: (then, now) for kind, (then, now) in grown.items() if then is not None and now is not None}
    if not known:
        return None
    kind = max(known, key=lambda each: known[each][1] - known[each][0])
    then, now = known[kind]
    return say.MIX.format(
        whose=words.capitalised(words.ORGANISATION[which]),
        kind=say.PLURAL[kind],
        now=words.amount(now, "share"),
        before=words.amount(then, "share"),
        first=words.period(first, GRAIN),
        last=words.period(last, GRAIN),
    )


def kinds_title(found: Services) -> Text:
    """The finding above the panels: which kinds rose and fell most, where both sides agree on it."""
    risen, fallen = (_most(found, sign) for sign in (1, -1))
    if risen is None or fallen is None:
        return contact_types.DISTRIBUTION.name
    side = found.sides[found.shown[0]]
    return words.capitalised(
        say.KINDS_FOUND.format(
            risen=say.PLURAL[risen],
            fallen=say.PLURAL[fallen],
            first=words.period(side.halves[0], GRAIN),
            last=words.period(side.halves[-1], GRAIN),
        )
    )


def _most(found: Services, sign: int) -> str | None:
    """The kind that moved most one way, if it is the same with every organisation shown."""
    most = set()
    for which in found.shown:
        moved = {kind: sign * change for kind in KINDS if (change := found.sides[which].change(kind)) is not None}
        kind = max(moved, key=lambda each: moved[each]) if moved else None
        most.add(kind if kind and moved[kind] > 0 else None)
    return most.pop() if len(most) == 1 else None


def show_kinds(found: Services, panels: Panels, key: str, language: Language) -> None:
    """The kinds of contact on the page: the chart under its finding, and the table."""
    title = kinds_title(found)[language]
    st.html(
        f'<section><h2>{escape(say.KINDS_TITLE[language])}</h2><h3 class="chart-title">{escape(title)}</h3>'
        f'<p class="chart-sub">{escape(say.KINDS_SUB[language])}</p></section>'
    )
    line_panels.show(panels, f"{key} kinds", language, mode(), f"{title}. {say.KINDS_SUB[language]}")
    st.html(guide("contact_kinds", language) + kinds_table(found, language))


def kinds_chart(found: Services) -> Panels | None:
    """A panel for each kind of contact, one scale in all of them; None where nothing is published."""
    axis = span(found)
    if axis is None:
        return None
    values = [
        part.value
        for which in found.shown
        for by_period in found.sides[which].kinds.values()
        for part in by_period.values()
        if part.value is not None
    ]
    panels = tuple(
        Panel(
            title=words.capitalised(say.PLURAL[kind]),
            unit="per_person",
            decimals=1,
            lines=tuple(_line(found, which, kind) for which in found.shown),
            height=PANEL_HEIGHT,
            from_zero=True,
            up_to=max(values, default=1.0),
        )
        for kind in KINDS
    )
    return Panels(panels=panels, span=axis)


def _line(found: Services, which: Organisation, kind: str) -> Line:
    side = found.sides[which]
    every = [side.kinds[kind][on] for on in side.halves]
    return Line(
        organisation=which,
        name=words.capitalised(words.ORGANISATION[which]),
        grain=GRAIN,
        periods=side.halves,
        values=tuple(part.value for part in every),
        flags=tuple(part.flag for part in every),
    )


def kinds_table(found: Services, language: Language) -> str:
    """Contacts per user and reach of each kind, the last period with the first below, a table for each organisation."""
    head = [text[language] for text in (say.KIND, say.PER_USER, say.REACHED)]
    tables = []
    for which in found.shown:
        side = found.sides[which]
        first, last = (periods.label(side.halves[at], GRAIN, language) for at in (0, -1))
        rows = [
            (
                words.capitalised(NAMES[kind])[language],
                [
                    _then(side.kinds[kind][side.halves[-1]], side.kinds[kind][side.halves[0]], first, "mean", language),
                    _shown(side.reach[kind], "share", language),
                ],
            )
            for kind in KINDS
        ]
        name = organisation(texts(language), which)
        caption = say.KINDS_CAPTION[language].format(organisation=name, first=first, last=last)
        tables.append(_twin(which, caption, head, rows))
    return f'<div class="twins">{"".join(tables)}</div>'


def _twin(which: Organisation, caption: str, head: list[str], rows: list[tuple[str, list[Cell]]]) -> str:
    """One organisation's table, beside the other's where there is room."""
    mark = '<i class="dot" aria-hidden="true"></i>'
    return f'<div class="twin {which}">{as_html(caption, head, rows, figures=len(head) - 1, mark=mark)}</div>'


def _shown(part: Part, kind: str, language: Language) -> Cell:
    if part.value is None:
        return Cell(words.NOTHING.get(part.flag, words.MISSING)[language], part.flag)
    text = words.amount(part.value, "share") if kind == "share" else words.number(part.value, 1)
    return Cell(text[language])


def _then(now: Part, before: Part, first: str, kind: str, language: Language) -> Cell:
    """A figure with what it was in the first period below it."""
    shown = _shown(now, kind, language)
    note = say.BEFORE[language].format(first=first, value=_shown(before, kind, language).text)
    return Cell(shown.text, shown.kind, note=note)


def measures(found: Services, view: View, small: Merged) -> str:
    """Volume, waiting and coordinators as the scorecard shows them."""
    language = view.language
    titles = {"volume": say.VOLUME, "waiting": say.WAITING, "coordinators": say.COORDINATORS}
    parts = [(titles[name][language], rows) for name, rows in found.sections.items()]
    return scorecard_table.table(parts, view, say.TABLE[language], small)


def groups(found: Services, names: Mapping[str, Text], language: Language) -> str:
    """Which target groups have surely grown or shrunk, then each group's part then and now and how much it is met."""
    t = texts(language)
    shown = [which for which in ORGANISATIONS if found.sides[which].years]
    if not shown:
        return ""
    head = [text[language] for text in (say.GROUP, say.PART, say.CONTACTS)]
    said, tables = "", []
    for which in shown:
        side = found.sides[which]
        first, last = side.years[0].year, side.years[-1].year
        sure = [each.sentence[language] for each in side.growth if each.verdict in ("more", "less")]
        said += (
            f"<li>{icons.side(which, organisation(t, which))} "
            f"{escape(' '.join(sure) or say.GROUPS_STEADY[language].format(first=first))}</li>"
        )
        rows = []
        for group, name in names.items():
            before, now = side.groups[group]
            part = _then(now, before, str(first), "share", language)
            rows.append((name[language], [part, _mean(found, group, which, language)]))
        caption = say.GROUPS_CAPTION[language].format(organisation=organisation(t, which), first=first, last=last)
        tables.append(_twin(which, caption, head, rows))
    return (
        f'<ul class="lines">{said}</ul><div class="twins">{"".join(tables)}</div>'
        f'<p class="note">{escape(say.GROUPS_NOTE[language])}</p>'
    )


def _mean(found: Services, group: str, which: Organisation, language: Language) -> Cell:
    mean = found.contacts[(group, which)]
    return Cell(words.MISSING[language], "no_data") if mean is None else Cell(words.number(mean, 1)[language])


def changes(events: Sequence[Event], view: View) -> str:
    """What opened and what closed, the latest on top, with whose it is."""
    language, t = view.language, texts(view.language)
    own = [each for each in events if each.kind in ("service_opened", "service_closed")]
    lines = "".join(
        f"<li><b>{escape(long_date(t, each.on))}</b> {linked(happening(view, each.id), each.title, view)}<p>"
        f"{_whose(each, language)} · {escape(say.CHANGE[each.kind][language])} · {escape(each.text[language])}</p></li>"
        for each in sorted(own, key=lambda each: each.on, reverse=True)
    )
    return f'<ul class="lines">{lines}</ul>' if lines else f'<p class="quiet">{escape(say.CHANGES_NONE[language])}</p>'


def _whose(each: Event, language: Language) -> str:
    if each.organisation == "joint":
        return escape(say.JOINT[language])
    return icons.side(each.organisation, organisation(texts(language), each.organisation))


def caveats(found: Services, language: Language) -> str:
    """How the page is read, and what its measures cannot show, each said once."""
    rows = [row for part in found.sections.values() for row in part]
    names = dict.fromkeys(name for row in rows for name in row.indicator.caveats)
    lines = [text[language] for text in (*say.HOW, *(CAVEATS[name] for name in names))]
    return f'<ul class="cannot">{"".join(f"<li>{escape(line)}</li>" for line in lines)}</ul>'


def sheet(found: Services, names: Mapping[str, Text], release: str, language: Language) -> Sheet:
    """Kinds of contact and target groups, one line per organisation, part and period; shares as 0-1."""
    lines: list[tuple[Value, ...]] = []
    kinds, t = contact_types.DISTRIBUTION, texts(language)
    for which in ORGANISATIONS:
        side = found.sides[which]
        for kind in KINDS:
            name = NAMES[kind][language]
            for on, part in side.kinds[kind].items():
                when = periods.label(on, GRAIN, language)
                lines.append((release, kinds.id, organisation(t, which), name, when, on, *_counted(part)))
        for group, ends in side.groups.items():
            for on, part in zip((side.years[0], side.years[-1]), ends, strict=True) if side.years else ():
                head = (release, "target_groups", organisation(t, which), names[group][language], str(on.year))
                lines.append((*head, on, *_counted(part)))
    return Sheet(t.page_services, tuple(say.SHEET_HEAD[language].split(";")), tuple(lines))


def _counted(part: Part) -> tuple[Value, ...]:
    return part.value, part.count, part.of, part.flag
