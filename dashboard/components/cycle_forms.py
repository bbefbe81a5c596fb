"""The forms about improvement cycles: begin one, write each of its four steps, note the measure before and after."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import data
from dashboard.components.entry_form import Fields
from dashboard.components.register_form import Field, form
from dashboard.measures import shown, values
from dashboard.texts import cycles as say
from dashboard.texts import organisation, texts
from governance.entries import Contents, Cycle
from governance.keeping import Held
from metrics import catalogue, periods, words
from metrics.indicator import ORGANISATIONS, Indicator
from metrics.problem import Language


def begin(contents: Contents, language: Language) -> str:
    """Begin a cycle; its measure can be noted at once as it is published now."""
    latest = Field(name="latest", label=say.LATEST[language], kind="tick", value="yes")
    fields = [*_planned(None, contents, language), latest]
    return form("cycle_begin", fields, about="cycle/new", language=language, focus="innehall")


def step(name: str, held: Held[Cycle], contents: Contents, language: Language) -> str:
    """The form of one of the four steps."""
    cycle, of = held.entry, Fields(say.FIELDS, language)
    if name == "plan":
        return _form(name, held, _planned(cycle, contents, language), language)
    fields = [of.long(name, getattr(cycle, name), note=say.ASKS[name][language])]
    if name == "act":
        fields.append(of.day("closed_on", cycle.closed_on, note=say.CLOSED_NOTE[language]))
    return _form(name, held, fields, language)


def measure(held: Held[Cycle], indicator: Indicator, language: Language) -> str:
    """The measure before and after: each a published value, or one's own."""
    cycle, of = held.entry, Fields(say.FIELDS, language)
    offered = [("", say.NO_PERIOD[language])]
    for code, value in values(indicator.id, cycle.organisation).items():
        start = periods.coded(code)
        when = periods.label(*start, language) if start else code
        offered.append((code, f"{when}: {words.amount(value, indicator.unit, indicator.decimals)[language]}"))
    fields = []
    for name in ("before", "after"):
        own = shown(getattr(cycle, name), indicator.unit, language)
        fields += [of.choice(f"{name}_from", offered), of.line(name, own, note=say.OWN_NOTE[language])]
    return _form("measure", held, fields, language)


def _form(name: str, held: Held[Cycle], fields: Sequence[Field], language: Language) -> str:
    own = Field(name="id", kind="hidden", value=held.entry.id)
    about = f"cycle/{held.entry.id}/{name}"
    return form(f"cycle_{name}", [own, *fields], about=about, language=language, seen=held.version, focus=name)


def _planned(cycle: Cycle | None, contents: Contents, language: Language) -> list[Field]:
    """What a cycle is, whose, about which measure, and its plan."""
    of, t, none = Fields(say.FIELDS, language), texts(language), ("", say.NONE[language])
    sides = [(which, organisation(t, which)) for which in ORGANISATIONS]
    measures = [none, *((each.id, f"{each.id} {each.name[language]}") for each in catalogue.catalogue())]
    decisions = [none, *((each.id, f"{each.id} {each.title[language]}") for each in reversed(contents.decisions))]
    return [
        of.line("title", cycle.title if cycle else None, wide=True),
        of.choice("organisation", sides, cycle.organisation if cycle else "region"),
        of.choice("indicator_id", measures, cycle.indicator_id if cycle else ""),
        of.day("started_on", cycle.started_on if cycle else data.today()),
        of.choice("decision_id", decisions, cycle.decision_id if cycle else ""),
        of.long("plan", cycle.plan if cycle else None, note=say.ASKS["plan"][language]),
    ]
