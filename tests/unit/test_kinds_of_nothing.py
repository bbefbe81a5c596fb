"""Protected, missing, not reached, cannot occur: each has one look, one word and one explanation, wherever it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard import components
from dashboard.components.data_table import Cell, as_html
from dashboard.components.figures import LOOKS, nothing, sample
from dashboard.texts import texts

T = texts("sv")
WORDS = {
    "suppressed": T.suppressed,
    "no_data": T.missing,
    "not_reached": T.not_reached,
    "structural_zero": T.not_applicable,
}


def look_of(html: str) -> tuple[str, str]:
    """The classes and the term of the one explained thing in it."""
    [(looks, term)] = re.findall(r'class="explain ([^"]*)" data-term="([^"]*)"', html)
    return looks, term


@pytest.mark.parametrize("flag", LOOKS)
def test_in_a_sentence_and_in_a_table_it_is_the_same(flag: str) -> None:
    table = as_html("x", ["", "n"], [("a", [Cell(WORDS[flag], flag)])], figures=1)
    assert look_of(table) == look_of(nothing(flag, T)) == (LOOKS[flag], flag)


@pytest.mark.parametrize("flag", LOOKS)
def test_it_is_a_word_with_its_reason_for_those_who_listen(flag: str) -> None:
    said = re.sub(r"<[^>]+>", "", nothing(flag, T))
    assert said.startswith(f"{WORDS[flag]} (")


def test_no_two_kinds_share_their_word() -> None:
    assert len({*WORDS.values(), "0"}) == len(WORDS) + 1


def test_a_cell_that_leads_somewhere_looks_the_same() -> None:
    table = as_html("x", ["", "n"], [("a", [Cell(T.suppressed, "suppressed", href="/data")])], figures=1)
    assert f'<a class="{LOOKS["suppressed"]}" href="/data">' in table
    assert LOOKS["suppressed"] in sample(T)


def test_only_one_component_knows_how_nothing_looks() -> None:
    folder = Path(components.__file__).parent
    looks = re.compile(r"""["' ]nothing (suppressed|missing|none)""")
    assert [path.name for path in folder.glob("*.py") if looks.search(path.read_text(encoding="utf-8"))] == [
        "figures.py"
    ]
