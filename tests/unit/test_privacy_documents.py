"""What a data protection officer reads: every column has its reason, and the parameters are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from metrics.disclosure import STANDARD, STRONGER
from metrics.disclosure.classes import MEAN_FROM, RULES, THRESHOLD
from metrics.disclosure.gate.attacks import ATTACKS
from metrics.disclosure.parts import MEDIAN_FROM
from pipelines.sources import SOURCES

DOCS = Path(__file__).parents[2] / "docs"
STUDY = "sip_cases"  # a published study, in one row: it is never released


def columns_told(text: str) -> dict[str, set[str]]:
    """The columns in the table of columns, by source."""
    told, source = dict[str, set[str]](), ""
    for row in re.findall(r"^\| (\w*) ?\| (.+?) \| .+ \|$", text, re.MULTILINE):
        source = row[0] or source
        told.setdefault(source, set()).update(re.findall(r"`(\w+)`", row[1]))
    return told


@pytest.mark.parametrize("document", ["privacy.md", "integritet.md"])
def test_every_column_of_every_source_has_its_reason_and_no_other(document: str) -> None:
    told = columns_told((DOCS / document).read_text(encoding="utf-8"))
    there = {name: set(source.columns) for name, source in SOURCES.items() if name != STUDY}
    assert {name: told.get(name) for name in there} == there


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (
            "privacy.md",
            ("D | {d} ({more} ", "V | {v:g} ({most:g})", "at least | {least},", "from {person} persons, at"),
        ),
        (
            "integritet.md",
            ("D | {d} ({more} ", "V | {v:g} ({most:g})", "minst | {least},", "från {person} personer, m"),
        ),
    ],
)
def test_the_parameters_are_those_of_the_code(document: str, said: tuple[str, ...]) -> None:
    text = (DOCS / document).read_text(encoding="utf-8")
    known = {"d": STANDARD.d, "v": STANDARD.v, "more": STRONGER.d, "most": STRONGER.v, "least": THRESHOLD}
    known["person"] = RULES["person"].denominator
    assert [each for each in said if each.format(**known) not in text] == []
    assert (RULES["process"].denominator, MEAN_FROM, MEDIAN_FROM, len(ATTACKS)) == (10, 10, 20, 14)  # as told there
