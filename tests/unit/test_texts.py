"""Both languages say everything."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from dashboard.texts.codes import coded
from dashboard.texts.en import English
from dashboard.texts.sv import Swedish
from governance.entries import KINDS, Alignment, Word
from governance.words import field_name

ROOT = Path(__file__).parents[2]
KEYS = sorted(name for name in vars(Swedish) if not name.startswith("__"))


def test_one_word_is_used_for_letting_figures_go() -> None:
    said = " ".join(str(getattr(Swedish, key)) for key in KEYS).lower()
    assert re.findall(r"\bsläpp\w*", said) == []


def written(*places: str) -> dict[str, str]:
    """The text of every file at the places, by its name."""
    files = [file for place in places for file in ROOT.glob(place)]
    assert len(files) >= len(places)
    return {str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in files}


def test_one_word_is_used_for_a_need_that_is_met() -> None:
    words = written("dashboard/**/*.py", "governance/**/*.py", "metrics/**/*.py", "sample_data/register.json")
    assert [name for name, said in words.items() if re.search(r"tillgodo|\btillg\.", said, re.IGNORECASE)] == []


def raw_days(source: str) -> list[str]:
    """Where a day would stand on a page as 2026-01-20: told by `isoformat`, or put into a text as it is."""
    tree = ast.parse(source)
    told = [ast.unparse(each) for each in ast.walk(tree) if isinstance(each, ast.Call) and _tells(each)]
    for part in (tree, *(each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef))):
        days = {each.arg for each in part.args.args if _is_day(each)} if isinstance(part, ast.FunctionDef) else set()
        told += [ast.unparse(each) for each in ast.walk(part) if isinstance(each, ast.JoinedStr) and _holds(each, days)]
    return sorted(set(told))


def _is_day(argument: ast.arg) -> bool:
    return argument.annotation is not None and "date" in ast.unparse(argument.annotation).split(" | ")


def _tells(call: ast.Call) -> bool:
    shows = ast.unparse(call.func).split(".")[-1] in ("Cell", "escape", "format")
    return shows and any(isinstance(each, ast.Attribute) and each.attr == "isoformat" for each in ast.walk(call))


def _holds(text: ast.JoinedStr, days: set[str]) -> bool:
    """Whether a text for reading (with a space or a tag) holds a day outside `<time datetime="…">`."""
    words = [str(each.value) if isinstance(each, ast.Constant) else "" for each in text.values]
    return bool(re.search("[ <]", "".join(words))) and any(
        isinstance(each, ast.FormattedValue)
        and each.format_spec is None
        and not left.endswith('datetime="')
        and re.fullmatch(r".*(\.|_)on" + "".join(f"|{day}" for day in days), ast.unparse(each.value)) is not None
        for left, each in zip(["", *words], text.values, strict=False)
    )


@pytest.mark.parametrize(
    "raw",
    [
        "escape(one.day.isoformat())",
        "say.format(\n    name=name(one),\n    day=one.isoformat(),\n)",
        "def told(day: date | None) -> str:\n    return f'<b>{day}</b>'",
        "f'<b>{one.held_on}</b>'",
    ],
)
def test_a_day_left_as_it_is_would_be_seen(raw: str) -> None:
    assert len(raw_days(raw)) == 1


def test_a_day_on_a_page_is_written_in_words() -> None:
    pages = written("dashboard/components/*.py", "dashboard/app_pages/*.py")
    assert {name: found for name, source in pages.items() if (found := raw_days(source))} == {}


def test_english_says_each_text_itself() -> None:
    assert sorted(name for name in vars(English) if not name.startswith("__")) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_fill_in_the_same_things(key: str) -> None:
    swedish, english = (re.findall(r"\{(\w+)\}", str(getattr(words, key))) for words in (Swedish, English))
    assert sorted(swedish) == sorted(english)


@pytest.mark.parametrize("key", [key for key in KEYS if len(str(getattr(Swedish, key))) > 12])
def test_no_text_was_left_in_the_other_language(key: str) -> None:
    assert getattr(Swedish, key) != getattr(English, key)


FIELDS = [(kind, field) for kind in KINDS.values() for field in get_type_hints(kind) if field.islower()]
"""Every field of everything in the register."""


def fixed_words(hint: Any) -> list[str]:
    """The words a field may hold, where it holds one of a few."""
    inner = get_args(hint)
    return list(inner) if get_origin(hint) is Literal else [word for each in inner for word in fixed_words(each)]


def test_every_field_of_the_register_has_a_name() -> None:
    assert [
        f"{kind.__name__}.{field}" for kind, field in FIELDS if field_name(kind, field).sv.startswith("Fältet")
    ] == []


def test_every_fixed_word_in_the_register_is_said_in_words() -> None:
    kept = [(kind, field, word) for kind, field in FIELDS for word in fixed_words(get_type_hints(kind)[field])]
    assert len(kept) > 100
    assert [f"{kind.__name__}.{field}: {word}" for kind, field, word in kept if coded(kind, field, word) is None] == []


def test_a_field_is_called_what_its_own_kind_means_by_it() -> None:
    said = [field_name(kind, "region").sv for kind in (Alignment, Word)]
    assert said == ["Läget hos regionen", "Regionens betydelse"]
