"""The made-up committee's small trials: plan, do, study, act, ever more often with a measured result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Trial:
    """Something small that is tried again and again: the measure, about how high it lies, and each step in words."""

    indicator: str
    level: float
    title: Pair
    plan: Pair
    do: Pair
    study: Pair
    act: Pair


TRIALS = (
    Trial(
        indicator="P2",
        level=0.60,
        title=("Påminnelse före uppföljning", "A reminder before follow-up"),
        plan=(
            "En enhet får en påminnelse 30 dagar innan en plan ska följas upp.",
            "One unit gets a reminder 30 days before a plan is to be followed up.",
        ),
        do=("Påminnelserna gick ut varje måndag.", "The reminders went out every Monday."),
        study=(
            "Några påminnelser gällde planer som redan var avslutade.",
            "Some reminders were about plans that had already been closed.",
        ),
        act=(
            "Listan rensas före utskick. Provet görs om på en större enhet.",
            "The list is cleared before it goes out. The trial is done again in a larger unit.",
        ),
    ),
    Trial(
        indicator="U5",
        level=0.72,
        title=("CAN i planmötet", "CAN in the planning meeting"),
        plan=("Skattningen görs i planmötet på en enhet.", "The rating is done in the planning meeting in one unit."),
        do=("Mötena blev en kvart längre.", "The meetings became a quarter of an hour longer."),
        study=(
            "Fler skattade själva när frågorna låg på bordet.",
            "More rated for themselves when the questions lay on the table.",
        ),
        act=("Enheten fortsätter så. En enhet till provar.", "The unit goes on so. One more unit tries."),
    ),
    Trial(
        indicator="P10",
        level=0.88,
        title=("Samordnaren på kallelsen", "The coordinator on the call"),
        plan=(
            "Kallelsen till planmötet säger vem som är samordnare.",
            "The call to the planning meeting says who the coordinator is.",
        ),
        do=("En enhet skrev om sin kallelse.", "One unit rewrote its call."),
        study=(
            "Där namn saknades märktes det redan vid kallelsen.",
            "Where no name could be given it was noticed as early as the call.",
        ),
        act=("Kallelsen används på alla enheter.", "The call is used in every unit."),
    ),
    Trial(
        indicator="P7",
        level=0.66,
        title=("Biståndsbeslut vid mötet", "Support decided at the meeting"),
        plan=(
            "Biståndshandläggaren kommer till planmötet med rätt att besluta.",
            "The officer who decides on support comes to the planning meeting with the right to decide.",
        ),
        do=("Sex möten hölls så på en enhet.", "Six meetings were held so in one unit."),
        study=(
            "Tiderna var svåra att få ihop, och två möten flyttades.",
            "Finding a time was hard, and two meetings were moved.",
        ),
        act=("Fasta tider bokas en gång i månaden.", "Fixed times are booked once a month."),
    ),
)
NOT_MEASURED = (
    "Provet avslutades utan att måttet togs efteråt.",
    "The trial was closed without the measure being taken afterwards.",
)


def cycles(random: np.random.Generator, last_day: date) -> list[dict[str, Any]]:
    """Small trials, two a year on each side; the share that ends in a measured result rises over the years."""
    rows: list[dict[str, Any]] = []
    for year in range(2016, 2026):
        for turn, organisation in enumerate(("region", "municipality", "region", "municipality")):
            trial = TRIALS[int(random.integers(len(TRIALS)))]
            started = date(year, 2 if turn < 2 else 9, 1 + int(random.integers(27)))
            closed = started + timedelta(days=int(random.integers(120, 330)))
            is_closed = closed <= last_day and random.random() < 0.85
            is_measured = is_closed and random.random() < 0.35 + 0.05 * (year - 2016)
            before = round(trial.level - 0.05 + 0.1 * float(random.random()), 2)
            rows.append(
                {
                    "id": f"F-{year}-{turn + 1}",
                    "title": _both(trial.title),
                    "organisation": organisation,
                    "indicator_id": trial.indicator,
                    "started_on": started.isoformat(),
                    "closed_on": closed.isoformat() if is_closed else None,
                    "plan": _both(trial.plan, " (Påhittat exempel.)", " (Made-up example.)"),
                    "do": _both(trial.do) if is_closed or turn == 3 else None,
                    "study": _both(trial.study) if is_measured else None,
                    "act": _both(trial.act if is_measured else NOT_MEASURED) if is_closed else None,
                    "before": before if is_measured or not is_closed else None,
                    "after": round(before - 0.02 + 0.1 * float(random.random()), 2) if is_measured else None,
                }
            )
    return rows


def _both(pair: Pair, sv: str = "", en: str = "") -> dict[str, str]:
    """Swedish and English as the register's file has them, with something after each."""
    return {"sv": pair[0] + sv, "en": pair[1] + en}
