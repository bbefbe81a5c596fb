"""The page about services put together: how people meet, how much, for whom, and what opened and closed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dashboard.components import icons, scorecard_table
from dashboard.components.data_table import Cell, Sheet, Value, as_html
from dashboard.components.line_panels import Line, Panel, Panels
from dashboard.components.services_figures import KINDS, NAMES, Services, span
from dashboard.data import Merged
from dashboard.texts import long_date, organisation, texts
from dashboard.texts import services as say
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
    """Contacts per user and reach of each kind, the last period with the first below."""
    t = texts(language)
    if not found.shown:
        return ""
    side = found.sides[found.shown[0]]
    first, last = (periods.label(side.halves[at], GRAIN, language) for at in (0, -1))
    head = [say.KIND[language]]
    for which in found.shown:
        head += [said[language].format(organisation=organisation(t, which)) for said in (say.PER_USER, say.REACHED)]
    rows = []
    for kind in KINDS:
        cells = []
        for which in found.shown:
            own = found.sides[which]
            cells += [
                _then(own.kinds[kind][own.halves[-1]], own.kinds[kind][own.halves[0]], first, "mean", language),
                _shown(own.reach[kind], "share", language),
            ]
        rows.append((words.capitalised(NAMES[kind])[language], cells))
    caption = say.KINDS_CAPTION[language].format(first=first, last=last)
    return as_html(caption, head, rows, figures=len(head) - 1)


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


def groups(found: Services, names: dict[str, Text], language: Language) -> str:
    """Each target group's part of the users then and now, and how much it is met; what is sure of growth in words."""
    t = texts(language)
    shown = [which for which in ORGANISATIONS if found.sides[which].years]
    if not shown:
        return ""
    years = found.sides[shown[0]].years
    head = [say.GROUP[language]]
    for which in shown:
        head += [said[language].format(organisation=organisation(t, which)) for said in (say.PART, say.CONTACTS)]
    rows = []
    for group, name in names.items():
        cells = []
        for which in shown:
            first, last = found.sides[which].groups[group]
            mean = found.contacts[(group, which)]
            cells += [
                _then(last, first, str(years[0].year), "share", language),
                Cell(words.MISSING[language], "no_data") if mean is None else Cell(words.number(mean, 1)[language]),
            ]
        rows.append((name[language], cells))
    said = [
        say.GROWTH[language].format(whose=organisation(t, which), said=each.sentence[language])
        for which in shown
        for each in found.sides[which].growth
        if each.verdict in ("more", "less")
    ] or [say.GROUPS_STEADY[language].format(first=years[0].year)]
    lines = "".join(f"<p>{escape(line)}</p>" for line in said)
    caption = say.GROUPS_CAPTION[language].format(first=years[0].year, last=years[-1].year)
    return f'{lines}<div class="units">{as_html(caption, head, rows, figures=len(head) - 1)}</div>'


def changes(events: Sequence[Event], language: Language) -> str:
    """What opened and what closed, the latest on top, with whose it is."""
    t = texts(language)
    own = [each for each in events if each.kind in ("service_opened", "service_closed")]
    lines = "".join(
        f"<li><b>{escape(long_date(t, each.on))}</b> {escape(each.title[language])}<p>"
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


def sheet(found: Services, names: dict[str, Text], release: str, language: Language) -> Sheet:
    """Kinds of contact and target groups, one line per organisation, part and period; shares as 0-1."""
    lines: list[tuple[Value, ...]] = []
    kinds, t = contact_types.DISTRIBUTION, texts(language)
    for which in ORGANISATIONS:
        side = found.sides[which]
        for kind in KINDS:
            name = NAMES[kind][language]
            for on, part in side.kinds[kind].items():
                when = periods.label(on, GRAIN, language)
                lines.append((release, kinds.id, organisation(t, which), name, when, on.isoformat(), *_counted(part)))
        for group, ends in side.groups.items():
            for on, part in zip((side.years[0], side.years[-1]), ends, strict=True) if side.years else ():
                head = (release, "target_groups", organisation(t, which), names[group][language], str(on.year))
                lines.append((*head, on.isoformat(), *_counted(part)))
    return Sheet(t.page_services, tuple(say.SHEET_HEAD[language].split(";")), tuple(lines))


def _counted(part: Part) -> tuple[Value, ...]:
    return part.value, part.count, part.of, part.flag
