"""The measures as pages and forms read them: which there are, and their figures as said, typed and published."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final

import streamlit as st

from dashboard import data
from dashboard.texts import decision_sets as say
from governance.checks.standing import targets_are_balanced
from governance.entries import Contents, Figure, Target, id_of
from metrics import catalogue, periods, words
from metrics.indicator import ORGANISATIONS, PARTS_OF_ONE, Indicator, Organisation, Unit
from metrics.problem import Language, Text

OFFERED: Final = 12
"""How many of the latest periods a value can be chosen from."""


@cache
def measures() -> Mapping[str, Indicator]:
    """Every measure by its id, read once."""
    return {each.id: each for each in catalogue.catalogue()}


def targeted() -> tuple[Indicator, ...]:
    """The measures that can have a target: not the share of joint costs, whose level is the agreed split."""
    return tuple(each for each in measures().values() if each.measure != "share_of_joint")


def known(indicator_id: str) -> Indicator | None:
    """A measure of the catalogue; None where it has been taken out of it."""
    return measures().get(indicator_id)


def unit_of(field: str, indicator_id: str | None) -> Unit:
    """The unit of a figure in the register: that of its entry's measure, where the entry has one.

    In      field         what the figure is called in its entry
            indicator_id  the entry's measure

    >>> unit_of("region_share", None), unit_of("value", "R1"), unit_of("value", None)
    ('share', 'sek_per_person', 'index')
    """
    if field == "region_share":
        return "share"
    measure = known(indicator_id or "")
    return measure.unit if measure else "index"


def shown(value: float | None, unit: Unit, language: Language) -> str:
    """A kept figure as one would type it, with every decimal it has.

    >>> shown(0.575, "share", "sv"), shown(41250.0, "sek_per_person", "en"), shown(None, "days", "sv")
    ('57,5 %', '41250', '')
    """
    if value is None:
        return ""
    typed = f"{_as_said(value, unit).normalize():f}" + (" %" if unit == "share" else "")
    return typed.replace(".", ",") if language == "sv" else typed


def exact(value: float, unit: Unit, decimals: int = 0) -> Text:
    """A kept figure with its unit, with every decimal it has and at least those its measure is shown with.

    >>> exact(0.575, "share").en, exact(0.6, "share").en
    ('57.5%', '60%')
    """
    has = _as_said(value, unit).normalize().as_tuple().exponent
    return words.amount(value, unit, max(decimals, -has if isinstance(has, int) else 0))


def as_shown(value: float, indicator: Indicator, *, finer: int = 0) -> Decimal:
    """A value with no more decimals than a page shows of it, or so many more."""
    step = Decimal(1).scaleb(-indicator.decimals - finer - (2 if indicator.unit in PARTS_OF_ONE else 0))
    return Decimal(str(value)).quantize(step, rounding=ROUND_HALF_UP)


def values(indicator_id: str, organisation: Organisation) -> dict[str, float]:
    """The latest published values of a measure, as they are shown, by the period's code, the latest first."""
    return _values(indicator_id, organisation, data.key())


@st.cache_resource(show_spinner=False, max_entries=64)
def _values(indicator_id: str, organisation: Organisation, key: str) -> dict[str, float]:
    row = next((each for each in data.rows() if each.indicator.id == indicator_id), None)
    if row is None:
        return {}
    series = row.of(organisation).series
    published = [
        (periods.code(start, series.grain), float(as_shown(value, row.indicator)))
        for start, value in zip(series.periods, series.values, strict=True)
        if value is not None
    ]
    return dict(reversed(published[-OFFERED:]))


def figures() -> dict[str, Figure]:
    """Every figure a decision can cite, "P2/region" -> the latest that is published, as it is shown.

    Rule    frozen in one way, whichever language it was chosen in: the page shows it in the reader's own
    """
    return _figures(data.key())


@st.cache_resource(show_spinner=False, max_entries=4)
def _figures(key: str) -> dict[str, Figure]:
    shown = data.release()
    found = {}
    for row in data.rows() if shown else ():
        for which in ORGANISATIONS:
            signal = row.of(which)
            if shown and signal.latest is not None:
                series = signal.series
                found[f"{row.indicator.id}/{which}"] = Figure(
                    indicator_id=row.indicator.id,
                    organisation=which,
                    period=periods.code(series.periods[signal.latest], series.grain),
                    shown=words.figure(row.indicator, series.values[signal.latest]).sv,
                    release_id=shown.release_id,
                )
    return found


def unbalanced(target: Target, contents: Contents) -> Text | None:
    """Of a target for volume or cost: that what is to balance it has no target on the same side, the day it begins."""
    limits = data.limits()
    if target.indicator_id not in limits.weighed:
        return None
    found = targets_are_balanced(contents, max(target.from_on, data.today()), limits)
    if all(each.object_id != id_of(target) for each in found):
        return None
    partner = limits.partners[target.indicator_id]
    return say.UNBALANCED.format(partner=measures()[partner].name)


def _as_said(value: float, unit: Unit) -> Decimal:
    return Decimal(str(value)) * (100 if unit in PARTS_OF_ONE else 1)
