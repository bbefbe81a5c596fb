"""Which of the gate's findings are of attacks, and which of controls: the report has both in one list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

CONTROLS: Final = ("control", "within_noise", "exact", "same_figures", "usefulness")
"""What holds the attacker and the protection to what they say; the rest tries to work figures back."""


def attacks_and_controls(report: Mapping[str, Any]) -> tuple[int, int]:
    """How many attacks and how many controls a report holds, as it stands in a manifest.

    >>> attacks_and_controls({"attacks": [{"attack": "bounds"}, {"attack": "usefulness"}, {"attack": "insider"}]})
    (2, 1)
    """
    controls = sum(each["attack"] in CONTROLS for each in report["attacks"])
    return len(report["attacks"]) - controls, controls
