"""Both languages say everything."""

from __future__ import annotations

import re

import pytest

from dashboard.texts.en import English
from dashboard.texts.sv import Swedish

KEYS = sorted(name for name in vars(Swedish) if not name.startswith("__"))


def test_one_word_is_used_for_letting_figures_go() -> None:
    said = " ".join(str(getattr(Swedish, key)) for key in KEYS).lower()
    assert re.findall(r"\bsläpp\w*", said) == []


def test_english_says_each_text_itself() -> None:
    assert sorted(name for name in vars(English) if not name.startswith("__")) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_fill_in_the_same_things(key: str) -> None:
    swedish, english = (re.findall(r"\{(\w+)\}", str(getattr(words, key))) for words in (Swedish, English))
    assert sorted(swedish) == sorted(english)


@pytest.mark.parametrize("key", [key for key in KEYS if len(str(getattr(Swedish, key))) > 12])
def test_no_text_was_left_in_the_other_language(key: str) -> None:
    assert getattr(Swedish, key) != getattr(English, key)
