"""What a steward may let through against a check's advice, with a reason that is kept beside the delivery."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from metrics.problem import Text, UserProblem
from pipelines.delivery_checks import WARNINGS, Finding
from pipelines.identity import holds_email, holds_number

MAY_BE_LET = (*WARNINGS, "identity_lookalike")
"""The checks that can be wrong about a right file; no other refusal can be overridden."""

_SHORTEST = 10


@dataclass(frozen=True)
class Steward:
    """What a steward has said may pass in one load, by code with the reason, and what of it was needed."""

    reasons: Mapping[str, str]
    used: dict[str, str] = field(default_factory=dict)

    def let(self, problem: UserProblem) -> None:
        """Go on where the steward has given a reason to; otherwise refuse the file.

        Fails   the problem itself
        """
        if problem.code not in self.reasons:
            raise problem
        self.used[problem.code] = self.reasons[problem.code]

    def stopped(self, found: Iterable[Finding]) -> list[UserProblem]:
        """What stops the file of all that its checks found: all but notes, and warnings that the steward lets pass."""
        stopping = []
        for finding in found:
            code, severity = finding.check.code, finding.check.severity
            if severity == "warn" and code in self.reasons:
                self.used[code] = self.reasons[code]
            elif severity != "note":
                stopping.append(finding.problem)
        return stopping

    def kept(self) -> list[dict[str, str]]:
        """What was overridden, as a delivery and the log keep it."""
        return [{"code": code, "reason": reason} for code, reason in self.used.items()]


def steward(overrides: Mapping[str, str] | None = None) -> Steward:
    """The steward's overrides, where they may be made and say why.

    Fails   override_unknown, override_reason (exit code 2)
    """
    for code, reason in (overrides or {}).items():
        if code not in MAY_BE_LET:
            raise UserProblem(
                "override_unknown",
                Text(
                    sv="Kontrollen {code} går inte att åsidosätta. Det går med: {known}. Rätta i stället filen.",
                    en="The check {code} cannot be overridden. These can: {known}. Mend the file instead.",
                ).format(code=code[:40], known=", ".join(MAY_BE_LET)),
                exit_code=2,
            )
        if len(reason.strip()) < _SHORTEST or holds_number(reason) or holds_email(reason):
            raise UserProblem(
                "override_reason",
                Text(
                    sv="Skälet till att åsidosätta {code} sparas: skriv minst {least} tecken, och inget om personer.",
                    en="The reason to override {code} is kept: write at least {least} characters, and nothing about "
                    "persons.",
                ).format(code=code, least=_SHORTEST),
                exit_code=2,
            )
    return Steward(dict(overrides or {}))
