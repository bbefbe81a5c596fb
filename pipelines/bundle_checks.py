"""What a bundle must satisfy before the joint zone believes it: one small function per rule, all run, all reported.

bundle_expected   what the joint zone knows without the bundle
bundle_manifest   rules for what it says of itself
bundle_cells      rules for its rows
bundle_figures    rules for its figures, and the arithmetic of each measure
bundle_comparators  rules for the published figures it brings to be read beside them
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from metrics.problem import Text, UserProblem
from pipelines.bundle import Bundle
from pipelines.bundle_cells import (
    columns,
    counted_rows,
    declared_tables,
    known_indicators,
    known_words,
    one_row_per_figure,
    same_rows,
    whole_periods,
)
from pipelines.bundle_comparators import told_comparators
from pipelines.bundle_expected import Expected, Rule, expect
from pipelines.bundle_figures import nothing_behind_a_flag, nothing_small, possible_figures
from pipelines.bundle_manifest import (
    gate_of_these_figures,
    manifest_form,
    named_alike,
    no_person,
    passed_gate,
    same_catalogue,
    same_committee,
    told_deliveries,
)

__all__ = ["CHECKS", "FORM", "Broken", "Expected", "broken", "expect", "refused"]

FORM: tuple[Rule, ...] = (manifest_form, columns)
CHECKS: tuple[Rule, ...] = (
    named_alike,
    passed_gate,
    same_committee,
    same_catalogue,
    same_rows,
    counted_rows,
    one_row_per_figure,
    known_indicators,
    declared_tables,
    whole_periods,
    known_words,
    nothing_small,
    nothing_behind_a_flag,
    possible_figures,
    gate_of_these_figures,
    told_deliveries,
    told_comparators,
    no_person,
)


@dataclass(frozen=True)
class Broken:
    """One rule a bundle breaks: its code and what is wrong, without any value from the bundle."""

    code: str
    text: Text


def broken(bundle: Bundle, expected: Expected) -> list[Broken]:
    """Every rule the bundle breaks, in the order of `CHECKS`; empty where it can be believed.

    Rule    the later rules presuppose the form that the first ones check
    """
    for group in (FORM, CHECKS):
        found = [Broken(check.__name__, text) for check in group for text in check(bundle, expected)]
        if found:
            return found
    return []


def refused(path: Path, found: list[Broken]) -> UserProblem:
    """All that is wrong with a bundle in one problem; what looks like a person makes it an incident."""
    is_incident = any(rule.code == "no_person" for rule in found)
    return UserProblem(
        f"bundle_{found[0].code}",
        Text(
            sv=f"Paketet {path.name} tas inte emot: {'; '.join(rule.text.sv for rule in found)}. "
            "Gör en ny frisläppning i zonen. Gällande frisläppning är oförändrad.",
            en=f"Bundle {path.name} is not received: {'; '.join(rule.text.en for rule in found)}. "
            "Make the release again in its zone. The release in force is unchanged.",
        ),
        exit_code=5 if is_incident else 4,
    )
