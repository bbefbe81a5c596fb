"""The forms about what a decision sets: something new, and what is written of what it has set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from html import escape
from typing import Final

from dashboard import data
from dashboard.components import closing
from dashboard.components.entry_form import Fields
from dashboard.components.page_part import folded
from dashboard.components.register_form import Field, form, writing
from dashboard.measures import known, measures, shown, targeted
from dashboard.texts import decision_sets as say
from dashboard.texts import decisions as decisions_say
from dashboard.view import View
from dashboard.writes.decision_sets import YEARS, Dated
from governance.entries import (
    Contents,
    CostSplit,
    Decision,
    Entry,
    FollowUp,
    PriceLevel,
    Recalculation,
    Target,
    UnitCostSplit,
    id_of,
)
from governance.keeping import Held
from governance.model.tables import name_of
from governance.words import called
from metrics.indicator import Indicator
from metrics.problem import Language

FIRST: Final[Mapping[str, str]] = {"target": "target", "volume": "target", "limits": "limits", "cost": "split"}
"""The form that belongs to a kind of decision: it stands first, and open until it has been used."""
_SET_BY: Final[Mapping[str, tuple[type[Entry], ...]]] = {
    "target": (Target,),
    "limits": (Recalculation,),
    "split": (CostSplit, UnitCostSplit),
}
_FOCUS: Final = "sets"
"""The fold of all forms: where the writer goes on once something is saved."""


def entering(decision: Decision, contents: Contents, held: Sequence[Held[Entry]], view: View) -> str:
    """All forms in a fold; the one that belongs to the kind of decision stands open before it until it has been used.

    In      held  what the decision has set; what is cancelled is passed over
    Rule    a decision that has given way to another sets nothing new
    """
    language = view.language
    standing = [each for each in held if each.cancelled is None]
    changes = [
        folded(say.CHANGE_ONE.format(what=called(each.entry)), _changing(each, language), language) for each in standing
    ]
    replaced = next((each.id for each in contents.decisions if each.supersedes == decision.id), "")
    if replaced:
        told = f"<p>{escape(say.REPLACED[language].format(id=replaced))}</p>"
        rest = told + writing(view) + "".join(changes)
        return folded(say.CHANGE, rest, language, place=_FOCUS) if changes else ""
    first = FIRST.get(decision.kind, "")
    is_open = bool(first) and not any(isinstance(each.entry, _SET_BY[first]) for each in standing)
    names = sorted(NEW, key=lambda name: name != first)
    forms = {name: NEW[name](decision, contents, language) for name in names}
    others = [folded(say.FORMS[name], forms[name], language) for name in names if not (is_open and name == first)]
    rest = "".join([*others, *changes])
    if not is_open:
        return folded(say.ENTER, writing(view) + rest, language, place=_FOCUS)
    heading = f"<h3>{escape(say.FORMS[first][language])}</h3>"
    return writing(view) + heading + forms[first] + folded(say.ENTER_MORE, rest, language, place=_FOCUS)


# --- something new -----------------------------------------------------------------------------------------------


def _fields(language: Language) -> Fields:
    return Fields(say.FIELDS, language, say.NOTES)


def _level_fields(language: Language) -> Fields:
    """The fields of a price level, whose value is an index and no target."""
    notes = {name: note for name, note in say.NOTES.items() if name != "value"}
    return Fields({**say.FIELDS, "value": say.FIELDS["level"]}, language, notes)


def _target(decision: Decision, contents: Contents, language: Language) -> str:
    of = _fields(language)
    fields = [
        _measure(decision, targeted(), of),
        _sides(of),
        of.line("value"),
        of.day("from_on"),
        of.day("to_on"),
        of.line("end_value"),
        *_ends_earlier(contents.targets, of),
    ]
    return _new("target", fields, decision, language)


def _limits(decision: Decision, contents: Contents, language: Language) -> str:
    of = _fields(language)
    fields = [
        _measure(decision, tuple(measures().values()), of),
        _sides(of),
        of.day("from_on", note=say.NOTES["limits"][language]),
        of.long("reason"),
    ]
    return _new("limits", fields, decision, language)


def _split(decision: Decision, contents: Contents, language: Language) -> str:
    of = _fields(language)
    units = [("", say.EVERY_UNIT[language]), *((each.id, each.name[language]) for each in contents.units)]
    fields = [
        of.choice("unit_id", units),
        of.line("region_share"),
        of.day("from_on"),
        of.day("to_on"),
        *_ends_earlier((*contents.cost_splits, *contents.unit_cost_splits), of),
    ]
    return _new("split", fields, decision, language)


def _price(decision: Decision, contents: Contents, language: Language) -> str:
    of, (least, most) = _level_fields(language), YEARS
    last = contents.price_levels[-1] if contents.price_levels else None
    fields = [
        of.number("year", last.year + 1 if last else None, least=least, most=most),
        of.line("value"),
        of.number("base_year", last.base_year if last else None, least=least, most=most),
        of.day("published_on"),
        of.line("name", last.name if last else None, wide=True),
        of.line("source", last.source if last else None, wide=True),
    ]
    return _new("price", fields, decision, language)


def _account(decision: Decision, contents: Contents, language: Language) -> str:
    of = _fields(language)
    return _new("account", [_sides(of), of.day("due_on")], decision, language)


NEW: Final[Mapping[str, Callable[[Decision, Contents, Language], str]]] = {
    "target": _target,
    "limits": _limits,
    "split": _split,
    "price": _price,
    "account": _account,
}


def _new(name: str, fields: Sequence[Field], decision: Decision, language: Language) -> str:
    return form(
        f"set_{name}",
        [Field(name="decision_id", kind="hidden", value=decision.id), *fields],
        about=f"decision/{decision.id}",
        language=language,
        submit=say.SAVE[name][language],
        focus=_FOCUS,
        label=say.FORMS[name][language],
    )


def _measure(decision: Decision, among: Sequence[Indicator], of: Fields) -> Field:
    """The measures with their units, those the decision is about first."""
    language = of.language
    own = [each for one in decision.indicators for each in among if each.id == one]
    ordered = {each.id: each for each in (*own, *among)}
    choices = [
        (key, f"{key} {each.name[language]} ({'%' if each.unit == 'share' else each.unit_text[language]})")
        for key, each in ordered.items()
    ]
    return of.choice("indicator_id", choices, wide=True)


def _sides(of: Fields) -> Field:
    return of.choice("organisation", of.words(decisions_say.LANES))


def _ends_earlier(every: Iterable[Dated], of: Fields) -> list[Field]:
    """The tick that lets what holds now end, where anything does."""
    today = data.today()
    holds = any((each.to_on or date.max) >= today for each in every)
    return [of.tick("end_earlier")] if holds else []


# --- of what has been set ----------------------------------------------------------------------------------------


def _changing(held: Held[Entry], language: Language) -> str:
    """What can be written of one thing: mended, ended, told of, or cancelled."""
    one, of = held.entry, _fields(language)
    why = of.line("why", wide=True)
    parts, mended = [], []
    match one:
        case Target():
            if indicator := known(one.indicator_id):
                mended = [
                    of.line("value", shown(one.value, indicator.unit, language)),
                    of.line("end_value", shown(one.end_value, indicator.unit, language)),
                    of.day("to_on", one.to_on),
                ]
        case CostSplit() | UnitCostSplit():
            share = shown(one.region_share, "share", language)
            mended = [of.line("region_share", share), of.day("to_on", one.to_on)]
        case PriceLevel():
            mended = [
                _level_fields(language).line("value", shown(one.value, "index", language)),
                of.line("source", one.source, wide=True),
            ]
        case Recalculation():
            mended = [of.long("reason", one.reason)]
    if mended:
        submit = "correct_dated" if isinstance(one, Target | CostSplit | UnitCostSplit) else "correct"
        parts.append(_about("correct", [*mended, why], held, language, submit=submit))
    if isinstance(one, Target) and one.end_value is not None:
        stop = [of.day("to_on", note=say.NOTES["stop"][language]), why]
        parts.append(_about("stop", stop, held, language, kind="quiet"))
    if isinstance(one, FollowUp):
        account = [of.day("recorded_on", one.recorded_on or data.today()), of.long("outcome", one.outcome)]
        parts.append(_about("given", account, held, language))
    return "".join([*parts, closing.cancel(held, language, focus=_FOCUS)])


def _about(
    name: str, fields: Sequence[Field], held: Held[Entry], language: Language, *, submit: str = "", kind: str = ""
) -> str:
    one, does = held.entry, say.DO[submit or name][language]
    own = [
        Field(name="kind", kind="hidden", value=name_of(type(one))),
        Field(name="id", kind="hidden", value=id_of(one)),
    ]
    return form(
        f"set_{name}",
        [*own, *fields],
        about=f"{name_of(type(one))}/{id_of(one)}",
        language=language,
        seen=held.version,
        submit=does,
        focus=_FOCUS,
        label=f"{does}: {called(one)[language]}",
        kind=kind,
    )
