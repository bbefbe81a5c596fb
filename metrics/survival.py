"""Time until something happens, such as how long a plan waits for its follow-up, when some wait still.

What has not happened when the data end is *censored*: it has waited for as long as it was seen, and is neither taken
for done nor left out.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lifelines import KaplanMeierFitter
from lifelines.statistics import logrank_test

STRATUM_AT_LEAST = 20
"""How many each of two groups must follow before they are compared."""


@dataclass(frozen=True, kw_only=True)
class Curve:
    """The share still waiting, over time.

    Out     times    days, or the unit given, at which the curve steps; the first is 0
            waiting  share still waiting after each time, 0-1
            low, high  its 95 % limits; the curve itself where the method gives none
            median   the first time at which half or fewer wait; None means "not reached", never the longest time
            n        how many were followed
    """

    times: tuple[float, ...]
    waiting: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    median: float | None
    n: float


def curve(durations: Sequence[float], happened: Sequence[bool], counts: Sequence[float] | None = None) -> Curve:
    """The curve of time to an event.

    In      durations  time to the event, or to the end of what was seen
            happened   whether the event came; False is censored
            counts     how many each entry stands for; one each where left out
    Source  Kaplan & Meier 1958; limits by Greenwood's formula on the log(-log) scale
    >>> found = curve([1, 2, 3, 4], [True, True, False, True])
    >>> found.waiting, found.median
    ((1.0, 0.75, 0.5, 0.5, 0.0), 2.0)
    >>> curve([5, 9, 9], [True, False, False]).median is None
    True
    """
    if not durations:
        return Curve(times=(), waiting=(), low=(), high=(), median=None, n=0)
    fitter = KaplanMeierFitter().fit(durations, happened, weights=counts)
    # A product of fractions can leave 0.5000000000000002 where 0.5 is meant; the median would slip to the next time.
    waiting = [round(float(share), 12) for share in fitter.survival_function_.iloc[:, 0]]
    times = [float(time) for time in fitter.survival_function_.index]
    limits = fitter.confidence_interval_survival_function_
    return Curve(
        times=tuple(times),
        waiting=tuple(waiting),
        low=_filled(limits.iloc[:, 0], waiting),
        high=_filled(limits.iloc[:, 1], waiting),
        median=next((time for time, share in zip(times, waiting, strict=True) if share <= 0.5), None),
        n=float(len(durations) if counts is None else sum(counts)),
    )


def curve_from_bins(ends: Sequence[float], happened: Sequence[float], censored: Sequence[float]) -> Curve:
    """The curve from protected bins.

    In      ends      upper edge of each declared bin, such as 30, 60, 90 days
            happened  how many events in each; censored  how many were last seen in it without one
    Rule    all that is in a bin is placed at its upper edge, so the curve steps at declared edges only and no single
            value can be read off it; waiting is shown as rather longer than it was, never shorter
    >>> curve_from_bins([30, 60], [10, 5], [0, 5]).waiting
    (1.0, 0.5, 0.25)
    """
    entries = [(end, True, count) for end, count in zip(ends, happened, strict=True) if count > 0]
    entries += [(end, False, count) for end, count in zip(ends, censored, strict=True) if count > 0]
    return curve([end for end, _, _ in entries], [came for _, came, _ in entries], [count for _, _, count in entries])


@dataclass(frozen=True)
class LogRank:
    """Whether two curves differ, over their whole length."""

    statistic: float
    p: float


def log_rank(first: Sequence[tuple[float, bool]], second: Sequence[tuple[float, bool]]) -> LogRank | None:
    """The comparison of two groups; None where either follows fewer than twenty.

    In      (time, whether the event came) of each
    Source  Mantel 1966
    >>> log_rank([(1.0, True)], [(2.0, True)]) is None
    True
    """
    if min(len(first), len(second)) < STRATUM_AT_LEAST:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # lifelines calls pandas as later pandas will refuse
        found = logrank_test(
            [time for time, _ in first],
            [time for time, _ in second],
            [came for _, came in first],
            [came for _, came in second],
        )
    return LogRank(float(found.test_statistic), float(found.p_value))


def _filled(limits: Iterable[float], waiting: Sequence[float]) -> tuple[float, ...]:
    """The limits, with the curve itself where nobody, or everybody, has left it."""
    return tuple(float(limit) if math.isfinite(limit) else share for limit, share in zip(limits, waiting, strict=True))
