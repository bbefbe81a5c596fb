"""The made-up committee's small trials: plan, do, study, act, ever more often with a measured result."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np

TRIALS = (
    ("P2", "Påminnelse före uppföljning", "A reminder before follow-up"),
    ("U5", "CAN i planmötet", "CAN in the planning meeting"),
    ("P10", "Samordnaren på kallelsen", "The coordinator on the call"),
    ("P7", "Biståndsbeslut vid mötet", "Support decided at the meeting"),
)
TRIED = {"sv": "Prövas på en enhet. (Påhittat exempel.)", "en": "Tried in one unit. (Made-up example.)"}


def cycles(random: np.random.Generator, last_day: date) -> list[dict[str, Any]]:
    """Small trials, two a year on each side; the share that ends in a measured result rises over the years."""
    rows: list[dict[str, Any]] = []
    for year in range(2016, 2026):
        for turn, organisation in enumerate(("region", "municipality", "region", "municipality")):
            indicator, sv, en = TRIALS[int(random.integers(len(TRIALS)))]
            started = date(year, 2 if turn < 2 else 9, 1 + int(random.integers(27)))
            closed = started + timedelta(days=int(random.integers(120, 330)))
            is_closed = closed <= last_day and random.random() < 0.85
            is_measured = is_closed and random.random() < 0.35 + 0.05 * (year - 2016)
            before = round(0.5 + 0.2 * float(random.random()), 2)
            rows.append(
                {
                    "id": f"F-{year}-{turn + 1}",
                    "title": {"sv": sv, "en": en},
                    "organisation": organisation,
                    "indicator_id": indicator,
                    "started_on": started.isoformat(),
                    "closed_on": closed.isoformat() if is_closed else None,
                    "plan": TRIED,
                    "before": before if is_measured else None,
                    "after": round(before + 0.12 * float(random.random()), 2) if is_measured else None,
                }
            )
    return rows
