"""What a chart says, in a sentence a lay member understands: what changed since when, never why.

A sentence speaks of the run that gives the latest signal, of the target where one is in force, and says openly when
there is too little to speak of.
"""

from __future__ import annotations

from collections.abc import Mapping

from metrics import words
from metrics.indicator import Indicator
from metrics.periods import Grain
from metrics.problem import Text
from metrics.series import Flag, Series
from metrics.spc import ENOUGH, SETTLED, Assurance, ControlChart, RunChart, SpecialCause
from metrics.spc.runs import Run, present_run

_RUN: Mapping[SpecialCause, Text] = {
    "shift_high": Text(sv="har legat över {middle} i {run} i rad", en="has been above {middle} for {run} in a row"),
    "shift_low": Text(sv="har legat under {middle} i {run} i rad", en="has been below {middle} for {run} in a row"),
    "trend_rising": Text(sv="har stigit {run} i rad", en="has risen for {run} in a row"),
    "trend_falling": Text(sv="har sjunkit {run} i rad", en="has fallen for {run} in a row"),
    "above_limit": Text(
        sv="har legat över sin vanliga variation i {run} i rad",
        en="has been above its usual variation for {run} in a row",
    ),
    "below_limit": Text(
        sv="har legat under sin vanliga variation i {run} i rad",
        en="has been below its usual variation for {run} in a row",
    ),
    "two_of_three_high": Text(
        sv="har legat nära den övre gränsen för sin vanliga variation minst två av de tre senaste {several}",
        en="has been near the upper limit of its usual variation in at least two of the last three {several}",
    ),
    "two_of_three_low": Text(
        sv="har legat nära den undre gränsen för sin vanliga variation minst två av de tre senaste {several}",
        en="has been near the lower limit of its usual variation in at least two of the last three {several}",
    ),
}

_ONCE: Mapping[SpecialCause, Text] = {
    "above_limit": Text(sv="ligger över sin vanliga variation {latest}", en="is above its usual variation in {latest}"),
    "below_limit": Text(
        sv="ligger under sin vanliga variation {latest}", en="is below its usual variation in {latest}"
    ),
}

_SEVERAL: Mapping[Grain, Text] = {
    "month": Text(sv="månaderna", en="months"),
    "quarter": Text(sv="kvartalen", en="quarters"),
    "half-year": Text(sv="halvåren", en="half-years"),
    "year": Text(sv="åren", en="years"),
}

_MEAN = Text(sv="sitt medelvärde", en="its average")
_MEDIAN = Text(sv="sin median", en="its median")

_GOOD = Text(sv=", vilket är en förbättring", en=", which is an improvement")
_BAD = Text(sv=", vilket är oroande", en=", which is a concern")
_PLAIN = Text(sv="", en="")

_COMMON = Text(
    sv="ingen säker förändring, bara vanlig variation",
    en="no reliable change, only usual variation",
)
_COMMON_OF_LATEST = Text(
    sv="ingen säker förändring i de senaste värdena, men serien som helhet ligger inte som slumpen brukar ge",
    en="no reliable change in the latest values, but the series as a whole does not lie as chance usually has it",
)
_CONSTANT = Text(sv="har varit {value} i alla {run} som visas", en="has been {value} in all {run} shown")
_TRIAL = Text(
    sv="Gränserna för vanlig variation är preliminära: de bygger på {count} värden.",
    en="The limits of usual variation are preliminary: they rest on {count} values.",
)
_FEW = Text(
    sv="för få värden för att tala om förändring ({count} av de {enough} som behövs)",
    en="too few values to speak of change ({count} of the {enough} needed)",
)
_FEW_ANEW = Text(
    sv="för få värden för att tala om förändring sedan gränserna räknades om ({count} av de {enough} som behövs)",
    en="too few values to speak of change since the limits were recalculated ({count} of the {enough} needed)",
)

_NOT_SHOWN: Mapping[Flag, Text] = {
    "suppressed": Text(
        sv="{latest} visas inte: för få personer.",
        en="{latest} is not shown: too few people.",
    ),
    "no_data": Text(sv="Uppgift saknas för {latest}.", en="There is no figure for {latest}."),
    "structural_zero": Text(sv="Det finns inget att mäta {latest}.", en="There is nothing to measure in {latest}."),
    "not_reached": Text(sv="För {latest} väntar mer än hälften ännu.", en="For {latest} more than half still wait."),
}
_UNTIL = Text(sv="Till och med {period}: {said}", en="Up to {period}: {said}")

_NONE: Mapping[Flag, Text] = {
    "suppressed": Text(
        sv="Inga värden visas: för få personer.",
        en="No values are shown: too few people.",
    ),
    "structural_zero": Text(sv="Det finns inget att mäta här.", en="There is nothing to measure here."),
    "no_data": Text(sv="Inga uppgifter har publicerats.", en="No figures have been published."),
    "not_reached": Text(sv="Mer än hälften väntar ännu.", en="More than half still wait."),
}
_NOT_REPORTED = Text(sv="Redovisas inte med den här indelningen.", en="Not reported for this selection.")

_ASSURANCE: Mapping[Assurance, Text] = {
    "met": Text(
        sv="Målet {target} nås stadigt: hela den vanliga variationen ligger på rätt sida om det.",
        en="The target of {target} is met consistently: all usual variation lies on the right side of it.",
    ),
    "missed": Text(
        sv="Målet {target} nås inte: hela den vanliga variationen ligger på fel sida om det.",
        en="The target of {target} is missed consistently: all usual variation lies on the wrong side of it.",
    ),
    "hit_or_miss": Text(
        sv="Målet {target} nås ibland: det ligger inom den vanliga variationen.",
        en="The target of {target} is met sometimes: it lies within usual variation.",
    ),
}
_ASSURANCE_CONSTANT: Mapping[Assurance, Text] = {
    "met": Text(sv="Målet {target} nås hela tiden.", en="The target of {target} is met all the time."),
    "missed": Text(sv="Målet {target} nås aldrig.", en="The target of {target} is never met."),
}
_MISSED_NOW = Text(sv="Målet {target} nås inte nu.", en="The target of {target} is not met now.")
_MET_NOW = Text(
    sv="Målet {target} nås nu; den vanliga variationen räknas från tiden före och ligger på fel sida om det.",
    en="The target of {target} is met now; usual variation is of the time before and lies on the wrong side of it.",
)
_MISSED_THEN = Text(sv="Målet {target} nåddes inte då.", en="The target of {target} was not met then.")


def sentence(indicator: Indicator, series: Series, chart: ControlChart, target: float | None) -> Text:
    """The signal in words: the latest period where it is not shown, then the change, then the target.

    In      chart   the chart of all values, before any line is withheld from the reader
            target  the level in force at the last shown period
    Rule    where a concern is why the last shown point does not reach the target, that is said, and not how usual
            variation lies: a fall widens the limits it is measured by, until they reach the target it fell from; where
            an improvement reaches a target usual variation does not, that is said first
    """
    if series.latest is None:
        return nothing_shown(indicator, series)
    said = _full_stop(change(indicator, series, chart))
    return words.joined(*_opened(series, said), _trial(chart), _assured(indicator, chart, target))


def misses_now(indicator: Indicator, chart: ControlChart, target: float | None) -> bool:
    """Whether the last shown point is a concern that does not reach the target, which usual variation does."""
    at = chart.latest
    if at is None or target is None or chart.assurance in (None, "missed") or chart.point_type[at] != "concern":
        return False
    value = chart.values[at]
    return value is not None and (value < target if indicator.direction == "increase" else value > target)


def meets_now(indicator: Indicator, chart: ControlChart, target: float | None) -> bool:
    """Whether the last period is an improvement that reaches the target, which usual variation does not."""
    at = len(chart.values) - 1
    if target is None or chart.assurance != "missed" or chart.latest != at or chart.point_type[at] != "improvement":
        return False
    value = chart.values[at]
    return value is not None and reaches(indicator, value, target)


def reaches(indicator: Indicator, value: float, target: float) -> bool:
    """Whether a value is on the right side of its target; where no side is right, it always is.

    Rule    compared as shown: a value that reads the same as its target reaches it
    """
    shown, wanted = (words.amount(each, indicator.unit, indicator.decimals) for each in (value, target))
    if shown == wanted or indicator.direction == "neutral":
        return True
    return value > target if indicator.direction == "increase" else value < target


def nothing_shown(indicator: Indicator, series: Series) -> Text:
    """Why there is no value at all."""
    if series.breakdown not in indicator.breakdowns:
        return _NOT_REPORTED
    order: tuple[Flag, ...] = ("suppressed", "not_reached", "structural_zero")
    return _NONE[next((flag for flag in order if flag in series.flags), "no_data")]


def change(indicator: Indicator, series: Series, chart: ControlChart) -> Text:
    """What the last shown point says of change, as the end of a sentence that begins with the indicator's name."""
    at = chart.latest
    if at is None:
        raise ValueError("a chart without a shown value says nothing of change")
    if chart.variation is None:
        few = _FEW_ANEW if chart.phase_start[at] else _FEW
        return few.format(count=words.in_words(chart.phase_points[at]), enough=words.in_words(ENOUGH))
    if chart.is_constant:
        every = words.some_periods(chart.phase_points[at], series.grain)
        return _CONSTANT.format(value=words.figure(indicator, chart.values[at]), run=every)
    run = present_run(chart)
    if run is not None:
        return _special(series.grain, chart, run)
    return _COMMON_OF_LATEST if isinstance(chart, RunChart) and chart.signal else _COMMON


def _special(grain: Grain, chart: ControlChart, run: Run) -> Text:
    """A special cause: its run, and whether that is good.

    Rule    a shift is told against the middle it is tested against, which its own points are part of: not against an
            earlier level
    """
    steps = run.length - 1 if run.cause.startswith("trend") else run.length
    said = _ONCE[run.cause] if steps == 1 and run.cause in _ONCE else _RUN[run.cause]
    worth = {"improvement": _GOOD, "concern": _BAD}.get(chart.point_type[run.start + run.length - 1], _PLAIN)
    return Text(sv=said.sv + worth.sv, en=said.en + worth.en).format(
        run=words.some_periods(steps, grain),
        latest=words.LATEST_PERIOD[grain],
        several=_SEVERAL[grain],
        middle=_MEDIAN if isinstance(chart, RunChart) else _MEAN,
    )


def _opened(series: Series, said: Text) -> tuple[Text, ...]:
    """The change, after a word about the latest period where that shows no value."""
    at = series.latest
    if at is None or at == len(series.periods) - 1:
        return (words.capitalised(said),)
    grain, on = series.grain, series.periods[at]
    hidden = words.capitalised(_NOT_SHOWN[series.flags[-1]].format(latest=words.LATEST_PERIOD[grain]))
    return hidden, _UNTIL.format(period=words.period(on, grain), said=said)


def _trial(chart: ControlChart) -> Text | None:
    at = chart.latest
    if at is None or chart.variation is None or chart.is_constant or chart.phase_points[at] >= SETTLED:
        return None
    if chart.upper[at] is None:
        return None  # there are no limits to call preliminary
    return _TRIAL.format(count=words.in_words(chart.phase_points[at]))


def _assured(indicator: Indicator, chart: ControlChart, target: float | None) -> Text | None:
    if chart.assurance is None or target is None:
        return None
    said = (_ASSURANCE_CONSTANT if chart.is_constant else _ASSURANCE)[chart.assurance]
    if misses_now(indicator, chart, target):
        said = _MISSED_THEN if chart.values[-1] is None else _MISSED_NOW
    elif meets_now(indicator, chart, target):
        said = _MET_NOW
    return said.format(target=words.figure(indicator, target))


def _full_stop(text: Text) -> Text:
    return Text(sv=f"{text.sv}.", en=f"{text.en}.")
