"""Beside the charts: whether both sides mean the same thing, what was decided about it, and what it cannot show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from dashboard.components import explain
from dashboard.components.decision_ways import to_target
from dashboard.components.indicator_words import Names
from dashboard.texts import indicator as say
from dashboard.texts import long_date, texts
from dashboard.view import View
from governance import entries as register_entries
from governance.entries import Contents
from metrics import words
from metrics.caveats import CAVEATS
from metrics.indicator import ORGANISATIONS, Indicator, Organisation
from metrics.prices import PriceIndex, base_of, in_prices, price_note
from metrics.problem import Language, Text
from metrics.scorecard import Row
from metrics.series import Target

NOWHERE = Text(sv="", en="")


def beside(row: Row, names: Names, register: Contents, prices: PriceIndex | None, view: View) -> str:
    """All three parts of the side column."""
    indicator, language = row.indicator, view.language
    parts = (
        same_thing(row, names, f"{view.to('definitions')}#{indicator.id}", language),
        decided(indicator, register, added(indicator, register), language, to_target(indicator, view)),
        cannot_show(indicator, prices, language),
    )
    return f'<div class="aside">{"".join(parts)}</div>'


def same_thing(row: Row, names: Names, address: str, language: Language) -> str:
    """What each organisation counts, how that differs, and how far the two figures may be read as one."""
    indicator, movement = row.indicator, row.alignment.movement
    sides = ""
    for which in ORGANISATIONS:
        twin = indicator.twins[which]
        differs = f'<dd class="differs">{escape(twin.difference[language])}</dd>' if twin.difference else ""
        sides += f"<dt>{escape(names[which][language])}</dt><dd>{escape(twin.counted[language])}</dd>{differs}"
    grade = explain.term(say.GRADE[indicator.comparable][language], indicator.comparable)
    return (
        f"<section><h2>{escape(say.SAME_TITLE[language])}</h2>"
        f'<p class="grade {indicator.comparable}"><b>{grade}</b> '
        f"{escape(say.GRADE_MEANS[indicator.comparable][language])} "
        f"{escape((say.MOVEMENT[movement] if movement else say.PARTS_OF_ONE_SUM)[language])}</p>"
        f'<dl class="counted">{sides}</dl>'
        f'<p><a href="{escape(address)}">{escape(say.WHOLE_DEFINITION[language])}</a></p></section>'
    )


def added(indicator: Indicator, register: Contents) -> Mapping[str, list[Text]]:
    """Decision id -> what it did to this measure: set a target, let limits start anew; both sides in one sentence."""
    found: dict[str, list[Text]] = {}
    targets = [each for each in register.targets if each.indicator_id == indicator.id]
    for (decision, value, end_value, day, until), sides in _together(targets).items():
        whose = _whose(sides)
        end = say.TARGET_UNTIL.format(day=until) if until else NOWHERE
        if end_value is not None:
            end = say.TARGET_MOVES.format(value=words.figure(indicator, end_value), day=until)
        set_ = say.TARGET_SET.format(value=words.figure(indicator, value), whose=whose, day=day)
        found.setdefault(decision, []).append(Text(sv=set_.sv + end.sv, en=set_.en + end.en))
    for split in register.cost_splits if indicator.measure == "share_of_joint" else ():
        region, municipality = (words.figure(indicator, part) for part in (split.region_share, 1 - split.region_share))
        said = say.AGREED_SET.format(region=region, municipality=municipality, day=split.from_on)
        found.setdefault(split.decision_id, []).append(said)
    for entry in register.recalculations:
        if entry.indicator_id == indicator.id:
            whose = _whose([entry.organisation])
            said = say.RECALCULATED.format(whose=whose, day=entry.from_on, reason=entry.reason)
            found.setdefault(entry.decision_id, []).append(said)
    return found


def agreed(indicator: Indicator, register: Contents) -> tuple[Target, ...]:
    """The agreed split of joint costs as one level per organisation and time: the two are always the whole."""
    return tuple(
        Target(
            indicator_id=indicator.id,
            organisation=which,
            value=split.region_share if which == "region" else 1 - split.region_share,
            from_on=split.from_on,
            to_on=split.to_on,
            decision_id=split.decision_id,
        )
        for split in register.cost_splits
        for which in ORGANISATIONS
    )


Set = tuple[str, float, float | None, date, date | None]
"""What a target says, whoever it is for: decision, value, end value, first and last day."""


def _together(targets: Sequence[register_entries.Target]) -> dict[Set, list[Organisation]]:
    """Both organisations' targets as one where they are the same."""
    sides: dict[Set, list[Organisation]] = {}
    for target in targets:
        key = (target.decision_id, target.value, target.end_value, target.from_on, target.to_on)
        sides.setdefault(key, []).append(target.organisation)
    return sides


def _whose(sides: Sequence[Organisation]) -> Text:
    return say.ON_BOTH_SIDES if len(sides) > 1 else say.ORGANISATION_IN[sides[0]]


def decided(
    indicator: Indicator, register: Contents, adds: Mapping[str, Sequence[Text]], language: Language, more: str
) -> str:
    """The decisions about the measure, newest first: what, why, and what they changed in the chart.

    In      more  put after them, as HTML
    """
    t = texts(language)
    own = [each for each in register.decisions if indicator.id in each.indicators or each.id in adds]
    items = "".join(
        f"<li><p><b>{escape(each.id)}</b> "
        f'<time datetime="{each.decided_on}">{escape(long_date(t, each.decided_on))}</time></p>'
        f"<p>{escape(each.title[language])}</p>"
        f'<p class="why">{escape(each.reason[language])}</p>'
        + "".join(f'<p class="adds">{escape(add[language])}</p>' for add in adds.get(each.id, ()))
        + "</li>"
        for each in sorted(own, key=lambda each: (each.decided_on, each.id), reverse=True)
    )
    body = f'<ul class="decided">{items}</ul>' if items else f"<p>{escape(say.NOTHING_DECIDED[language])}</p>"
    return f"<section><h2>{escape(say.DECIDED_TITLE[language])}</h2>{body}{more}</section>"


def cannot_show(indicator: Indicator, prices: PriceIndex | None, language: Language) -> str:
    """What the measure cannot show, each limit in its own words; of fixed prices, whose they are in place of it."""
    limits = {name: CAVEATS[name] for name in indicator.caveats}
    if prices and "current_prices" in limits and in_prices(indicator):
        limits["current_prices"] = price_note(prices, base_of(prices))
    items = "".join(f"<li>{escape(text[language])}</li>" for text in limits.values())
    return f'<section><h2>{escape(say.CANNOT_TITLE[language])}</h2><ul class="cannot">{items}</ul></section>'
