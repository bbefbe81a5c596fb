"""How the commands speak: the user's language, results on standard output, problems and progress on standard error."""

from __future__ import annotations

import errno
import json
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from typer.core import TyperGroup

from dashboard.commands import words
from metrics.problem import Language, Text, UserProblem

EXIT_BUG, EXIT_USAGE, EXIT_SOME_REFUSED, EXIT_REFUSED, EXIT_INCIDENT, EXIT_BUSY = 1, 2, 3, 4, 5, 75

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EISDIR}


class Commands(TyperGroup):
    """The commands as a group in which a problem is told, not thrown."""

    def invoke(self, ctx: Any) -> Any:
        """Run one command; whatever goes wrong becomes a message and an exit code.

        Rule    a `UserProblem` is told in the user's language; anything else is our bug and is logged without values
        """
        try:
            return super().invoke(ctx)
        except UserProblem as problem:
            tell(problem.text)
            raise typer.Exit(problem.exit_code) from None
        except BrokenPipeError:  # whoever reads the output has seen enough; typer ends the command quietly
            raise
        except OSError as error:
            if error.errno in _NO_ROOM | _NOT_ALLOWED:
                tell(words.NO_ROOM if error.errno in _NO_ROOM else words.NOT_ALLOWED.format(file=error.filename or "?"))
                raise typer.Exit(EXIT_REFUSED) from None
            raise _ours(error) from error
        except (typer.Exit, typer.Abort):
            raise
        except Exception as error:
            if type(error).__module__.startswith("typer"):  # a usage error, which typer itself explains
                raise
            raise _ours(error) from error


def language() -> Language:
    """The language of this run: --language, else SAMSYN_LANGUAGE, else the terminal's; Swedish where none says."""
    chosen = [os.environ.get(name, "") for name in ("SAMSYN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    said = next((value for value in chosen if value), "")
    return "en" if said.lower().startswith("en") else "sv"


def choose_language(value: str | None) -> str | None:
    """Let --language decide for the rest of the run, child processes included."""
    if value is not None:
        os.environ["SAMSYN_LANGUAGE"] = value
    return value


def show_version(asked: bool) -> None:
    """Tell which version of the product this is, and end."""
    if asked:
        sys.stdout.write(f"samsyn {version('samsyn')}\n")
        raise typer.Exit


def say(text: Text) -> None:
    """A result for people, on standard output."""
    Console(highlight=False, soft_wrap=True).print(text[language()], markup=False)


def tell(text: Text) -> None:
    """A problem or a note, on standard error."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(text[language()], markup=False)


def show_table(title: Text, columns: Sequence[Text], rows: Sequence[Sequence[str]]) -> None:
    """A table for people, on standard output: columns without frames, since a terminal is narrow."""
    table = Table(title=title[language()], title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column[language()], overflow="fold")
    for row in rows:
        table.add_row(*row)
    Console(highlight=False, markup=False).print(table)


def show_json(value: Mapping[str, Any]) -> None:
    """A result for a machine, on standard output: one JSON object and nothing else."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def plain(text: Text) -> dict[str, str]:
    """A text as JSON carries it."""
    return {"sv": text.sv, "en": text.en}


@contextmanager
def working(text: Text) -> Iterator[Callable[[Text], None]]:
    """Show a spinner in a terminal while the work inside goes on, and say how long it took.

    Out     what to call with each step of the work, to have it shown instead
    """
    console = Console(stderr=True, highlight=False)
    words_now, began = text[language()], time.monotonic()
    if console.is_terminal:
        with console.status(words_now) as status:
            yield lambda step: status.update(step[language()])
    else:
        yield lambda _: None
    console.print(f"{words_now} ({time.monotonic() - began:.1f} s)", markup=False, soft_wrap=True)


def _ours(error: Exception) -> typer.Exit:
    """Tell that the fault is ours, and write down where it happened: files, lines and kinds, never values."""
    now = datetime.now(UTC)
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    log = Path(tempfile.gettempdir()) / f"samsyn-{now:%Y%m%dT%H%M%S}-{os.getpid()}.log"
    log.write_text("\n".join([now.isoformat(), name, *places, ""]), encoding="utf-8")
    tell(words.OUR_BUG.format(kind=name, log=log))
    return typer.Exit(EXIT_BUG)
