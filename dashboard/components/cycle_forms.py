"""The forms about improvement cycles: begin one, write each of its four steps, note the measure before and after."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import data
from dashboard.components.register_form import Field, form, text_of
from dashboard.texts import cycles as say
from dashboard.texts import organisation, texts
from dashboard.writes.cycles import values
from governance.entries import Contents, Cycle
from governance.keeping import Held
from metrics import catalogue, periods, words
from metrics.indicator import ORGANISATIONS, Indicator
from metrics.problem import Language, Text


def begin(contents: Contents, language: Language) -> str:
    """Begin a cycle; its measure can be noted at once as it is published now."""
    latest = Field(name="latest", label=say.F_LATEST[language], kind="tick", value="yes")
    return form(
        "cycle_begin",
        [*_planned(None, contents, language), latest],
        about="cycle/new",
        language=language,
        focus="innehall",
    )


def step(name: str, held: Held[Cycle], contents: Contents, language: Language) -> str:
    """The form of one of the four steps."""
    cycle = held.entry
    if name == "plan":
        return _form(name, held, _planned(cycle, contents, language), language)
    text = Field(
        name=name,
        label=say.STEPS[name][language],
        kind="long",
        value=text_of(getattr(cycle, name), language),
        note=say.ASKS[name][language],
    )
    closed = Field(
        name="closed_on",
        label=say.F_CLOSED[language],
        kind="date",
        value=cycle.closed_on.isoformat() if cycle.closed_on else "",
        note=say.F_CLOSED_NOTE[language],
    )
    return _form(name, held, [text, closed] if name == "act" else [text], language)


def measure(held: Held[Cycle], indicator: Indicator, language: Language) -> str:
    """The measure before and after: each a published value, or one's own."""
    cycle = held.entry
    offered = [("", say.F_NO_PERIOD[language])]
    for code, value in values(indicator.id, cycle.organisation).items():
        start = periods.coded(code)
        when = periods.label(*start, language) if start else code
        offered.append((code, f"{when}: {words.amount(value, indicator.unit, indicator.decimals)[language]}"))
    fields = [
        each
        for name, chosen, own in (
            ("before", say.F_BEFORE_FROM, say.F_BEFORE),
            ("after", say.F_AFTER_FROM, say.F_AFTER),
        )
        for each in (
            Field(name=f"{name}_from", label=chosen[language], kind="choice", choices=offered),
            Field(
                name=name,
                label=own[language],
                value=_shown(getattr(cycle, name), indicator, language),
                note=say.F_OWN_NOTE[language],
            ),
        )
    ]
    return _form("measure", held, fields, language)


def _shown(value: float | None, indicator: Indicator, language: Language) -> str:
    return "" if value is None else words.bare(value, indicator.unit, indicator.decimals)[language]


def _form(name: str, held: Held[Cycle], fields: Sequence[Field], language: Language) -> str:
    own = Field(name="id", kind="hidden", value=held.entry.id)
    about = f"cycle/{held.entry.id}/{name}"
    return form(f"cycle_{name}", [own, *fields], about=about, language=language, seen=held.version, focus=name)


def _planned(cycle: Cycle | None, contents: Contents, language: Language) -> list[Field]:
    """What a cycle is, whose, about which measure, and its plan."""
    t = texts(language)
    sides = [(which, organisation(t, which)) for which in ORGANISATIONS]
    measures = [("", say.F_NONE[language])]
    measures += [(each.id, f"{each.id} {each.name[language]}") for each in catalogue.catalogue()]
    decisions = [("", say.F_NONE[language])]
    decisions += [(each.id, f"{each.id} {each.title[language]}") for each in reversed(contents.decisions)]
    started = cycle.started_on if cycle else data.today()

    def choice(name: str, label: Text, value: str, choices: Sequence[tuple[str, str]]) -> Field:
        return Field(name=name, label=label[language], kind="choice", value=value, choices=choices)

    return [
        Field(
            name="title",
            label=say.F_TITLE[language],
            value=text_of(cycle.title if cycle else None, language),
            wide=True,
        ),
        choice("organisation", say.F_ORGANISATION, cycle.organisation if cycle else "region", sides),
        choice("indicator_id", say.F_MEASURE, (cycle.indicator_id or "") if cycle else "", measures),
        Field(name="started_on", label=say.F_STARTED[language], kind="date", value=started.isoformat()),
        choice("decision_id", say.F_DECISION, (cycle.decision_id or "") if cycle else "", decisions),
        Field(
            name="plan",
            label=say.STEPS["plan"][language],
            kind="long",
            value=text_of(cycle.plan if cycle else None, language),
            note=say.ASKS["plan"][language],
        ),
    ]
