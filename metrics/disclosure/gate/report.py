"""What the gate tried and found: numbers of cells and words, never a figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from metrics.disclosure.perturbation import Strength
from metrics.problem import Text


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What came of one attack.

    Out     tried    cells, differences or guesses it was tried on
            found    what it found, by the measure the limit has: a number, a share or a mean error
            limit    the most (of the control: the least) it may find
            failing  the indicators whose figures gave way
            seconds  by the clock; told, but no part of what the report says
    """

    attack: str
    tried: int
    found: float
    limit: float
    passed: bool
    text: Text
    failing: tuple[str, ...] = ()
    seconds: float = 0.0

    def as_entry(self) -> dict[str, Any]:
        """The finding as the manifest holds it."""
        return {
            "attack": self.attack,
            "tried": self.tried,
            "found": round(self.found, 4),
            "limit": round(self.limit, 4),
            "passed": self.passed,
            "failing": list(self.failing),
            "seconds": round(self.seconds, 1),
            "text": {"sv": self.text.sv, "en": self.text.en},
        }


@dataclass(frozen=True, kw_only=True)
class Report:
    """Every attack on one release, and what they found together.

    Out     releases  how many earlier releases of the organisation were attacked along with it
            families  how many counts each attribute family held
    """

    strength: Strength
    releases: int
    families: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]

    @property
    def passed(self) -> bool:
        """Whether the release may leave the zone."""
        return all(finding.passed for finding in self.findings)

    @property
    def failing(self) -> tuple[str, ...]:
        """The indicators whose figures gave way, in order."""
        return tuple(sorted({name for finding in self.findings for name in finding.failing}))

    def as_entry(self) -> dict[str, Any]:
        """The report as the manifest holds it."""
        return {
            "passed": self.passed,
            "d": self.strength.d,
            "v": self.strength.v,
            "releases": self.releases,
            "families": dict(self.families),
            "attacks": [finding.as_entry() for finding in self.findings],
        }
