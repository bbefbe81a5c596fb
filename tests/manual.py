"""The manual of methods, made from what the code says of itself and from the tables its tests are drawn as.

    python -m tests.manual

writes `docs/methods.md`. A test fails when that file is not what this would write.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.manual_sections import SECTIONS, Section

ROOT = Path(__file__).parent.parent
MANUAL = ROOT / "docs/methods.md"
WIDEST = 60
"""Characters of a cell beyond which a column of numbers is left out of a table; its rows have names instead."""

HEADINGS = ("Rule", "Source", "Fails")
"""What a docstring says of the method; what goes in and out is for those who call it."""

_OPENING = """# Methods

How every figure, limit and verdict is made: the formula, where it comes from, an example to check by hand, and what the
tests hold it to. Written by `python -m tests.manual` from the code's own words and the tables its tests are drawn as;
change those, never this file.
"""


def main() -> None:
    """Write the manual."""
    MANUAL.parent.mkdir(exist_ok=True)
    MANUAL.write_text(manual(), encoding="utf-8")


def manual() -> str:
    """The manual as Markdown."""
    contents = [f"- [{section.title}](#{_anchor(section.title)})" for section in SECTIONS]
    return "\n".join([_OPENING, *contents, *(line for section in SECTIONS for line in _section(section))]) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"## {section.title}", "", inspect.cleandoc(section.text))
    for method in section.methods:
        yield from _method(method)
    if section.table is not None:
        yield from ("", (ROOT / section.table).read_text(encoding="utf-8").strip())
    tests = [test for spec in section.specs for test in _tests(spec)]
    if tests:
        yield from ("", "### What the tests hold it to")
    for test in tests:
        yield from _test(test)


# --- methods ---------------------------------------------------------------------------------------------------


def _method(method: Callable[..., Any]) -> Iterator[str]:
    """A method's first sentence, its rule and source, and its example."""
    said, _, example = (inspect.getdoc(method) or "").partition(">>>")
    first, *rest = re.split(r"\n\s*\n", said.strip(), maxsplit=1)
    yield from ("", f"### `{method.__qualname__}`", "", _joined(first))
    for heading in HEADINGS:
        if found := re.search(rf"^{heading} {{2,}}(.*?)(?=^\S|\Z)", "".join(rest), re.M | re.S):
            yield from ("", f"*{heading}.* {_joined(found[1])}")
    if example:
        yield from ("", "```python", f">>>{example}".rstrip(), "```")


def _joined(text: str) -> str:
    return " ".join(text.split())


# --- tests -----------------------------------------------------------------------------------------------------


def _tests(spec: str) -> Iterator[Callable[..., Any]]:
    """The tests of a module, in the order they are written."""
    module = import_module(f"tests.{spec}")
    found = [each for name, each in vars(module).items() if name.startswith("test_") and inspect.isfunction(each)]
    yield from sorted(found, key=lambda each: each.__code__.co_firstlineno)


def _test(test: Callable[..., Any]) -> Iterator[str]:
    """A test as the sentence its name is, and the table it is drawn as."""
    sentence = test.__name__.removeprefix("test_").replace("_", " ")
    why = f" {_joined(test.__doc__)}" if test.__doc__ else ""
    yield from ("", f"**{sentence[0].upper()}{sentence[1:]}.**{why}")
    for mark in reversed(getattr(test, "pytestmark", [])):
        if mark.name == "parametrize":
            yield from _table(*mark.args, ids=mark.kwargs.get("ids"))


def _table(names: str | Sequence[str], cases: Sequence[Any], *, ids: Any) -> Iterator[str]:
    columns = [each.strip() for each in names.split(",")] if isinstance(names, str) else list(names)
    rows = [list(case) if len(columns) > 1 else [case] for case in cases]
    written = [[_cell(value) for value in row] for row in rows]
    told = [_fits(at, rows, written) for at in range(len(columns))]
    named = isinstance(ids, list | tuple)
    header = [*(["case"] if named else []), *(name for name, fits in zip(columns, told, strict=True) if fits)]
    if not header:
        return
    yield from ("", f"| {' | '.join(header)} |", f"|{'---|' * len(header)}")
    for at, row in enumerate(written):
        name = [str(ids[at])] if named else []
        yield f"| {' | '.join([*name, *(cell for cell, fits in zip(row, told, strict=True) if fits)])} |"


def _fits(at: int, rows: Sequence[Sequence[Any]], written: Sequence[Sequence[str]]) -> bool:
    """Whether a column is told: words of any length are, numbers and objects only where they are short."""
    return all(isinstance(row[at], str) or len(cell[at]) <= WIDEST for row, cell in zip(rows, written, strict=True))


def _cell(value: Any) -> str:
    """One value as people write it."""
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: "none"}[value]
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, list | tuple):
        return " ".join(_cell(each) for each in value) or "nothing"
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_cell(each)}" for name, each in value.items()) or "nothing"
    if callable(value) and hasattr(value, "__name__"):
        return str(value.__name__)
    text = str(value).replace("\u00a0", " ").replace("|", "\\|")
    return text if text.strip() else "nothing"


def _anchor(title: str) -> str:
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


if __name__ == "__main__":
    main()
