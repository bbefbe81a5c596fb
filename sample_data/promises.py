"""What the made-up committee promises to do after its decisions, what it expects of it, and when it looks again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np

Rows = list[dict[str, Any]]

LAST_DAY = date(2025, 12, 31)
EXPECTED = {
    "B-2016-002": ("municipality", "U5", "increase"),
    "B-2019-011": ("municipality", "U1", "decrease"),
    "B-2021-007": ("region", "P2", "increase"),
    "B-2022-005": ("municipality", "R1", "decrease"),
    "B-2022-011": ("region", "L1", "increase"),
    "B-2023-004": ("region", "P1", "increase"),
    "B-2024-008": ("region", "P10", "increase"),
    "B-2025-003": ("municipality", "P2", "increase"),
    "B-2025-006": ("region", "U1", "decrease"),
}
"""Who promised first after a decision, and what the promise was to move: some moved as hoped, some not, one the other
way; the last ones wait for their day."""
UNITS = {
    "B-2018-002": "beroendeteamet",
    "B-2019-011": "dagcentrum",
    "B-2022-005": "vastra_mottagningen",
    "B-2023-004": "neuropsykiatriska_teamet",
    "B-2024-008": "aldreteamet",
}
"""Decisions that are about one unit."""


FIRST_TASK = {"B-2024-008": ("Utlys tjänsterna som samordnare", "Advertise the posts as coordinator")}
"""What is promised first where it is not a routine."""
TASKS = (
    ("Skriv om rutinen och sprid den", "Rewrite the routine and spread it"),
    ("Informera enhetscheferna", "Inform the heads of units"),
    ("Redovisa läget för styrgruppen", "Report to the committee"),
)


def actions(random: np.random.Generator, decisions: Rows) -> Rows:
    """Two or three promises from each decision, most of them kept, some late, a few given up."""
    rows: Rows = []
    for decision in decisions:
        opened = date.fromisoformat(decision["decided_on"])
        for number, task in enumerate(TASKS[: 2 + int(random.integers(2))]):
            organisation = ("region", "municipality")[(len(rows)) % 2]
            said = FIRST_TASK.get(decision["id"], task) if number == 0 else task
            effect = EXPECTED.get(decision["id"]) if number == 0 else None
            organisation = effect[0] if effect else organisation
            due = opened + timedelta(days=int(random.integers(60, 240)))
            closed = due + timedelta(days=int(random.integers(-50, 60)))
            given_up = random.random() < 0.06
            is_done = closed <= LAST_DAY and not given_up
            rows.append(
                {
                    "id": f"A-{decision['id'].removeprefix('B-')}-{number + 1}",
                    "title": {
                        "sv": f"{said[0]}: {decision['title']['sv']}",
                        "en": f"{said[1]}: {decision['title']['en']}",
                    },
                    "organisation": organisation,
                    "owner": f"{organisation}-{2 + number % 2}",
                    "opened_on": opened.isoformat(),
                    "due_on": due.isoformat(),
                    "closed_on": closed.isoformat() if is_done else None,
                    "status": "cancelled" if given_up else "done" if is_done else "open",
                    "decision_id": decision["id"],
                    "unit_id": UNITS.get(decision["id"]),
                    "expects_indicator": effect[1] if effect else None,
                    "expects_direction": effect[2] if effect else None,
                    "expects_on": (due + timedelta(days=365)).isoformat() if effect else None,
                }
            )
    return rows


REVIEWED = (
    "Siffran lästes med diagrammet framme. Den visar inte varför.",
    "The figure was read with its chart. It does not show why.",
)


def effect_reviews(actions: Rows, meetings: Rows) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """An item of the first meeting after the day an effect was to show, and what was said of it."""
    held = [meeting for meeting in meetings if meeting["status"] == "held"]
    found: list[tuple[dict[str, Any], dict[str, Any]]] = []
    for action in actions:
        after = [meeting["id"] for meeting in held if meeting["held_on"] >= (action["expects_on"] or "9999")]
        if not after or action["status"] == "cancelled":
            continue
        position = 5 + sum(item["meeting_id"] == after[0] for item, _ in found)
        item = {
            "id": f"{after[0]}-{position}",
            "meeting_id": after[0],
            "position": position,
            "kind": "discussion",
            "title": {"sv": f"Blev det någon effekt? {action['title']['sv']}"}
            | {"en": f"Was there an effect? {action['title']['en']}"},
            "indicators": [action["expects_indicator"]],
            "minutes": 10,
            "source": "effect_review",
            "about": f"action/{action['id']}",
            "status": "taken",
        }
        found.append((item, {"item_id": item["id"], "conclusion": words(REVIEWED)}))
    return found


def words(pair: tuple[str, str]) -> dict[str, str]:
    """Swedish and English as the register's file has them."""
    return dict(zip(("sv", "en"), pair, strict=True))
