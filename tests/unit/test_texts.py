"""Both languages say everything."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.texts.en import English
from dashboard.texts.sv import Swedish

ROOT = Path(__file__).parents[2]
KEYS = sorted(name for name in vars(Swedish) if not name.startswith("__"))


def test_one_word_is_used_for_letting_figures_go() -> None:
    said = " ".join(str(getattr(Swedish, key)) for key in KEYS).lower()
    assert re.findall(r"\bsläpp\w*", said) == []


def test_one_word_is_used_for_a_need_that_is_met() -> None:
    words = [*ROOT.glob("dashboard/texts/*.py"), *ROOT.glob("metrics/**/*.py"), ROOT / "sample_data/register.json"]
    assert [path.name for path in words if "tillgodo" in path.read_text(encoding="utf-8").lower()] == []


def test_a_day_on_a_page_is_written_in_words() -> None:
    shown = re.compile(r"(Cell|escape|format)\([^\n]*isoformat\(\)")
    pages = [*ROOT.glob("dashboard/components/*.py"), *ROOT.glob("dashboard/app_pages/*.py")]
    assert [path.name for path in pages if shown.search(path.read_text(encoding="utf-8"))] == []


def test_english_says_each_text_itself() -> None:
    assert sorted(name for name in vars(English) if not name.startswith("__")) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_fill_in_the_same_things(key: str) -> None:
    swedish, english = (re.findall(r"\{(\w+)\}", str(getattr(words, key))) for words in (Swedish, English))
    assert sorted(swedish) == sorted(english)


@pytest.mark.parametrize("key", [key for key in KEYS if len(str(getattr(Swedish, key))) > 12])
def test_no_text_was_left_in_the_other_language(key: str) -> None:
    assert getattr(Swedish, key) != getattr(English, key)
