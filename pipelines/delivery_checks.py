"""The checks of whole deliveries, in one list: all are run, and all that is found is told.

refuse  it cannot be right: the file is refused
warn    it may be right: the file is refused until a steward lets it through with a reason, which is kept
note    it is worth knowing: the file is loaded and the report says so
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from metrics.problem import Text, UserProblem
from pipelines import checks_codes, checks_figures, checks_history
from pipelines.delivered import Delivered

Severity = Literal["refuse", "warn", "note"]


@dataclass(frozen=True)
class Check:
    """One rule: how grave it is to break it, and what finds that."""

    severity: Severity
    find: Callable[[Delivered], Iterator[Text]]

    @property
    def code(self) -> str:
        """What the rule is called in reports, overrides and logs."""
        return self.find.__name__


@dataclass(frozen=True)
class Finding:
    """What one check found, in words."""

    check: Check
    text: Text

    @property
    def problem(self) -> UserProblem:
        """The same as a reason to refuse the file."""
        return UserProblem(self.check.code, self.text)


CHECKS: tuple[Check, ...] = (
    Check("refuse", checks_history.period_wrong),
    Check("warn", checks_history.rows_changed),
    Check("warn", checks_history.month_outside_history),
    Check("warn", checks_history.repeats_in_force),
    Check("warn", checks_codes.unit_changed),
    Check("note", checks_figures.share_against_counts),
    Check("warn", checks_figures.total_outside_bounds),
    Check("note", checks_figures.persons_above_inhabitants),
    Check("note", checks_figures.followed_up_after_closing),
    Check("note", checks_figures.referred_after_contact),
    Check("note", checks_figures.outcome_before_follow_up),
    Check("note", checks_codes.outside_opening),
    Check("note", checks_codes.code_new),
    Check("note", checks_codes.code_vanished),
    Check("note", checks_codes.codes_unmapped),
    Check("note", checks_history.period_gap),
    Check("note", checks_history.clock_back),
)

WARNINGS = tuple(check.code for check in CHECKS if check.severity == "warn")


def findings(seen: Delivered) -> tuple[Finding, ...]:
    """Everything the checks find in a delivery, in the order of the list."""
    return tuple(Finding(check, text) for check in CHECKS for text in check.find(seen))
