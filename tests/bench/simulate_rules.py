"""How often the charts cry wolf, and how soon they see a real change, before and after figures are protected.

    python -m tests.bench.simulate_rules

writes `tests/bench/simulated_rules.md`, which the manual holds. It takes some minutes, and gives the same table every
time: the same seed, and the product's own charts and protection.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from metrics.disclosure.cell_key import KEYS
from metrics.disclosure.perturbation import noise
from metrics.spc import ControlChart, g_chart, laney_p, p_chart, run_chart, t_chart, xmr
from metrics.spc.rules import RULES

SERIES = 10_000
PERIODS = 40
BEFORE = 28
WITHIN = (4, 8, 12)
SIZES = (30, 100, 300)
LEVEL = 0.5
SEED = 20_260_101
TABLE = Path(__file__).parent / "simulated_rules.md"

Counts = NDArray[np.int64]


def main() -> None:
    """Simulate, and write the table."""
    TABLE.write_text(tables(SERIES), encoding="utf-8")


def tables(series: int) -> str:
    """Both tables as Markdown, from so many series of each kind."""
    return "\n".join([*_false_alarms(series), "", *_detections(series)]) + "\n"


# --- false alarms ----------------------------------------------------------------------------------------------


def _false_alarms(series: int) -> list[str]:
    rows = [
        f"**False alarms.** {series:,} series of {PERIODS} periods in which nothing changes: how many show a sign at "
        "their last period, and how many anywhere.",
        "",
        "| chart | what is drawn | at the last period | anywhere |",
        "|---|---|---:|---:|",
    ]
    for name, what, marks in _in_control(series):
        last, anywhere = np.mean([each[-1] for each in marks]), np.mean([any(each) for each in marks])
        at_last = "–" if name == _RUN_CHART else f"{last:.1%}"
        rows.append(f"| {name} | {what} | {at_last} | {anywhere:.1%} |")
    return rows


def _in_control(series: int) -> list[tuple[str, str, list[list[bool]]]]:
    """(chart, what is drawn, per series whether each point bears a sign)."""
    chance = np.random.default_rng(SEED)
    normal = chance.normal(size=(series, PERIODS))
    few = chance.exponential(60, size=(series, PERIODS))
    cases = chance.geometric(1 / 40, size=(series, PERIODS)) - 1
    found = [
        (f"XmR, only: {rule}", "normal", [_by_rule(at, each) for each in normal]) for at, rule in enumerate(_NAMES)
    ]
    found.append(("XmR, all four rules", "normal", [_signs(xmr(each)) for each in normal.tolist()]))
    found.append(("XmR, all four rules", "exponential (lopsided)", [_signs(xmr(each)) for each in few.tolist()]))
    found.append((_RUN_CHART, "normal", [_run_signs(each) for each in normal.tolist()]))
    found.append((_RUN_CHART, "exponential (lopsided)", [_run_signs(each) for each in few.tolist()]))
    found.append(("t chart", "exponential waits", [_signs(t_chart(each)) for each in few.tolist()]))
    found.append(("g chart", "geometric waits", [_signs(g_chart(each)) for each in cases.tolist()]))
    for size in SIZES:
        counts = chance.binomial(size, LEVEL, size=(series, PERIODS))
        for protected in (False, True):
            numerators, denominators = _shown(counts, size, chance if protected else None)
            what = f"{'protected ' if protected else ''}shares of {size}"
            for name, kind in _CHARTS.items():
                drawn = [_signs(kind(*each)) for each in zip(numerators, denominators, strict=True)]
                found.append((name, what, drawn))
    return found


_RUN_CHART = "run chart"
_NAMES = ("outside a limit", "trend of seven", "two of three near a limit", "shift of seven")


def _by_rule(at: int, values: NDArray[np.float64]) -> list[bool]:
    points = values.tolist()
    chart = xmr(points)
    return [bool(side) for side in RULES[at][0](points, chart.lines(0))]


def _signs(chart: ControlChart) -> list[bool]:
    return [cause != "common_cause" for cause in chart.special_cause]


def _run_signs(values: Sequence[float]) -> list[bool]:
    """A run chart's verdict is on the whole series."""
    return [run_chart(values).signal] * len(values)


# --- protection ------------------------------------------------------------------------------------------------


def _xmr_of(numerators: Sequence[float], denominators: Sequence[float]) -> ControlChart:
    return xmr([n / d for n, d in zip(numerators, denominators, strict=True)])


_CHARTS: dict[str, Callable[[Sequence[float], Sequence[float]], ControlChart]] = {
    "XmR, all four rules": _xmr_of,
    "p chart": p_chart,
    "Laney p′": laney_p,
}


def _shown(counts: Counts, size: int, chance: np.random.Generator | None) -> tuple[list[list[int]], list[list[int]]]:
    """Numerators and denominators as published; as counted where there is no chance in the protection."""
    sizes = np.full_like(counts, size)
    if chance is None:
        return counts.tolist(), sizes.tolist()
    numerators, denominators = _protected(counts, chance), _protected(sizes, chance)
    return np.minimum(numerators, denominators).tolist(), denominators.tolist()


def _protected(counts: Counts, chance: np.random.Generator) -> Counts:
    keys = chance.integers(0, KEYS, size=counts.size, dtype=np.int64)
    return counts + noise(counts.ravel(), keys).reshape(counts.shape)


# --- detection -------------------------------------------------------------------------------------------------


def _detections(series: int) -> list[str]:
    rows = [
        f"**A real change.** {series:,} series of {BEFORE} periods at {LEVEL:.0%}, and then one standard deviation "
        "higher: how many show it within so many periods, with what is known by then.",
        "",
        f"| chart | shares of | figures | {' | '.join(f'within {within}' for within in WITHIN)} |",
        "|---|---:|---|" + "---:|" * len(WITHIN),
    ]
    chance = np.random.default_rng(SEED + 1)
    for size in SIZES:
        higher = LEVEL + (LEVEL * (1 - LEVEL) / size) ** 0.5
        levels = [LEVEL] * BEFORE + [higher] * max(WITHIN)
        counts = chance.binomial(size, levels, size=(series, len(levels)))
        for figures, protection in (("as counted", None), ("protected", chance)):
            pairs = list(zip(*_shown(counts, size, protection), strict=True))
            for name in ("XmR, all four rules", "Laney p′"):
                seen = [np.mean([_sees(_CHARTS[name], within, *each) for each in pairs]) for within in WITHIN]
                rows.append(f"| {name} | {size} | {figures} | {' | '.join(f'{each:.0%}' for each in seen)} |")
    return rows


def _sees(
    kind: Callable[[Sequence[float], Sequence[float]], ControlChart],
    within: int,
    numerators: Sequence[float],
    denominators: Sequence[float],
) -> bool:
    """Whether a chart of what is known by then has an upward sign since the change."""
    chart = kind(numerators[: BEFORE + within], denominators[: BEFORE + within])
    return any(cause in _UP for cause in chart.special_cause[BEFORE:])


_UP = frozenset({high for _, high, _ in RULES})

if __name__ == "__main__":
    main()
