"""Whether costs or volumes have moved from one organisation to the other after a dated change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from metrics import words
from metrics.indicator import ORGANISATIONS, Indicator, Organisation
from metrics.problem import Text
from metrics.scorecard import Signal
from metrics.spc.runs import sign_between

WINDOW = 4
"""Whole periods after the change in which both sides must show their sign."""

Shift = Literal["opposite", "none", "too_early", "silent"]

_SAID: Mapping[Shift, Text] = {
    "opposite": Text(
        sv="{measure}: inom {window} efter {day} steg {up} och sjönk {down}, båda utöver sin vanliga variation. Fråga "
        "om något har flyttats mellan organisationerna; siffrorna visar inte varför.",
        en="{measure}: within {window} of {day} {up} rose and {down} fell, both beyond their usual variation. Ask "
        "whether something has moved between the organisations; the figures do not show why.",
    ),
    "none": Text(
        sv="{measure}: inom {window} efter {day} har organisationerna inte rört sig åt var sitt håll.",
        en="{measure}: within {window} of {day} the organisations have not moved in opposite directions.",
    ),
    "too_early": Text(
        sv="{measure}: det är för tidigt att säga om något har flyttats. Det behövs {window} efter {day}.",
        en="{measure}: it is too early to say whether anything has moved. It takes {window} after {day}.",
    ),
    "silent": Text(
        sv="{measure}: det går inte att säga om något har flyttats efter {day}. Minst en sida har för få värden.",
        en="{measure}: it cannot be said whether anything has moved after {day}. At least one side has too few values.",
    ),
}


@dataclass(frozen=True, kw_only=True)
class CostShift:
    """What the two sides did after a change.

    Out     shift     opposite: one rose and the other fell · none · too early: fewer than four periods have passed ·
                      silent: a side has too few values to tell
            up        who rose, where the shift is opposite
            since     first day of the period where each side's sign begins, where the shift is opposite
    """

    changed_on: date
    shift: Shift
    up: Organisation | None
    since: Mapping[Organisation, date]
    sentence: Text


def cost_shift(indicator: Indicator, region: Signal, municipality: Signal, changed_on: date) -> CostShift:
    """Whether the two organisations' series of a cost or a volume moved in opposite directions after a change.

    Rule    each side's special cause is one on its own chart, and begins in the first four whole periods after the
            change: a movement that had begun before it is another matter
    """
    sides: dict[Organisation, Signal] = {"region": region, "municipality": municipality}
    signs = {organisation: _sign(signal, changed_on) for organisation, signal in sides.items()}
    ways = {organisation: sign[1] for organisation, sign in signs.items() if sign is not None}
    found: Shift = "none"
    if sorted(ways.values()) == [-1, 1]:
        found = "opposite"
    elif any(signal.chart is None for signal in sides.values()):
        found = "silent"
    elif any(_passed(signal, changed_on) < WINDOW for signal in sides.values()):
        found = "too_early"
    up = next((each for each in ORGANISATIONS if ways.get(each) == 1), None) if found == "opposite" else None
    down: Organisation = "municipality" if up == "region" else "region"
    return CostShift(
        changed_on=changed_on,
        shift=found,
        up=up,
        since={each: sides[each].series.periods[sign[0]] for each, sign in signs.items() if sign and up},
        sentence=_SAID[found].format(
            measure=indicator.name,
            window=words.some_periods(WINDOW, region.series.grain),
            day=changed_on,
            up=words.ORGANISATION[up or "region"],
            down=words.ORGANISATION[down],
        ),
    )


def _sign(signal: Signal, changed_on: date) -> tuple[int, int] | None:
    first = _first_after(signal, changed_on)
    return None if signal.chart is None else sign_between(signal.chart, first, first + WINDOW - 1)


def _first_after(signal: Signal, changed_on: date) -> int:
    """The position of the first whole period that begins on the day or after it."""
    every = signal.series.periods
    return next((at for at, on in enumerate(every) if on >= changed_on), len(every))


def _passed(signal: Signal, changed_on: date) -> int:
    return len(signal.series.periods) - _first_after(signal, changed_on)
