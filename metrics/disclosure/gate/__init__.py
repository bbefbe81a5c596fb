"""The gate: every figure of a release is attacked, inside the zone, before it may leave.

    report = attack(parts, earlier, strength)

The attacker knows the method, the catalogue and every figure that was ever released; what he may assume is written in
`docs/decisions/0011-the-attacker.md`. True counts come in here, and only numbers of cells come out.
"""

from __future__ import annotations

from metrics.disclosure.gate.attacks import attack
from metrics.disclosure.gate.figures import Part
from metrics.disclosure.gate.report import Finding, Report

__all__ = ["Finding", "Part", "Report", "attack"]
