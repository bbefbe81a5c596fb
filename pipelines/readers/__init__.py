"""Reading files that may be broken or hostile: always in a child process with limits, always as plain text.

The child decides whether the file can be read at all and writes its rows as text into a scratch folder inside
the zone. Whatever happens to the child, the loader lives on and the file is refused. Every file has a child of its own,
forked from a process that has seen no file: starting Python anew for each would cost more than most files do.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import signal
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any, Literal

import polars as pl

from metrics.problem import Text, UserProblem

ROW = "__row__"
"""The column the reader adds: the row's place in the file, counted as a spreadsheet counts."""

Format = Literal["csv", "xlsx", "xls", "parquet", "sie", "kolada", "json-stat"]
"""The kinds of file there is a reader for."""

ANSWER = "answer.json"
"""What the child has to say, beside the rows."""

_ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, kw_only=True)
class Layout:
    """How a file is written: what the reader must know of its profile."""

    format: Format = "csv"
    encoding: Literal["utf-8", "windows-1252"] = "utf-8"
    separator: str = ";"
    sheet: str = ""
    title_rows: int = 0
    total_rows: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    date_format: str = "%Y-%m-%d"
    dimensions: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a file may cost before it is refused."""

    memory_bytes: int = 4 * 1024**3
    seconds: int = 600
    file_bytes: int = 1024**3
    unpacked_bytes: int = 1024**3
    cells: int = 30_000_000
    field_chars: int = 10_000


@dataclass(frozen=True, kw_only=True)
class Raw:
    """A file as read: every cell as text, an empty cell as null.

    title       the lines above the header
    header      the names of the columns
    rows        how many rows there are
    normalised  what the reader evened out, by code, with how many times
    """

    title: tuple[str, ...]
    header: tuple[str, ...]
    rows: int
    normalised: dict[str, int] = field(default_factory=dict)
    batches: tuple[Path, ...] = ()

    def frames(self) -> Iterator[pl.DataFrame]:
        """The rows, some at a time: the file's columns by name, and ROW."""
        for path in self.batches:
            yield pl.read_ipc(path).with_columns(pl.col(pl.Categorical).cast(pl.String), pl.col(ROW).cast(pl.Int64))


@contextmanager
def read(file: Path, layout: Layout, scratch: Path, limits: Limits | None = None) -> Iterator[Raw]:
    """The rows of `file`, read by a child process; they live in `scratch` until the block ends.

    Fails   whatever the child refuses the file for; reader_stopped or reader_slow where the child died or took too long
    """
    limits = limits or Limits()
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(mode=0o700, parents=True)
    try:
        yield _raw(_ask(file, layout, scratch, limits), scratch)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _ask(file: Path, layout: Layout, scratch: Path, limits: Limits) -> dict[str, Any]:
    question = {"file": str(file), "into": str(scratch), "layout": asdict(layout), "limits": asdict(limits)}
    with _server() as server:
        server.asked.write(json.dumps(question).encode() + b"\n")
        server.asked.flush()
        reply: dict[str, Any] = json.loads(server.told.readline() or b'{"code": -1}')
    if reply["code"] in (None, -signal.SIGXCPU):
        raise _too_slow(limits)
    if reply["code"] != 0:
        raise UserProblem(
            "reader_stopped",
            Text(
                sv="Filen gick inte att läsa: läsaren avbröts (kod {code}), troligen för att filen är skadad eller tar "
                "mer minne än {memory} GB. Exportera filen på nytt, eller dela den i flera perioder.",
                en="The file could not be read: the reader was stopped (code {code}), probably because the file is "
                "damaged or takes more than {memory} GB of memory. Export it again, or split it into several periods.",
            ).format(code=reply["code"], memory=round(limits.memory_bytes / 1024**3)),
        )
    answer: dict[str, Any] = json.loads((scratch / ANSWER).read_bytes())
    return answer


@dataclass(frozen=True)
class _Server:
    """A process that has seen no file and makes a child for each: `pipelines.readers.child`."""

    process: subprocess.Popen[bytes]
    asked: IO[bytes]
    told: IO[bytes]


_idle: dict[int, list[_Server]] = defaultdict(list)
"""By process: a fork of this one has none of its own yet."""


@contextmanager
def _server() -> Iterator[_Server]:
    """A server for one question: one that has nothing to do, or a new one; it is kept for the next question."""
    idle = _idle[os.getpid()]
    server = idle.pop() if idle else _started()
    if server.process.poll() is not None:  # somebody has ended it since
        _end(server)
        server = _started()
    try:
        yield server
    except BaseException:
        _end(server)  # it may still be at work
        raise
    idle.append(server)


def _started() -> _Server:
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "pipelines.readers.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("a reader without its pipes")
    return _Server(process, process.stdin, process.stdout)


def _end(server: _Server) -> None:
    server.process.terminate()
    server.process.communicate()


@atexit.register
def _end_all() -> None:
    for server in _idle.pop(os.getpid(), []):
        _end(server)


def _environment() -> dict[str, str]:
    # The child needs nothing from the caller's environment, and one that is parsing a hostile file should have nothing.
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    return {**kept, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"}


def _raw(answer: dict[str, Any], scratch: Path) -> Raw:
    if problem := answer.get("problem"):
        raise UserProblem(problem["code"], Text(sv=problem["sv"], en=problem["en"]), exit_code=problem["exit_code"])
    return Raw(
        title=tuple(answer["title"]),
        header=tuple(answer["header"]),
        rows=answer["rows"],
        normalised=answer["normalised"],
        batches=tuple(sorted(scratch.glob("*.arrow"))),
    )


def _too_slow(limits: Limits) -> UserProblem:
    return UserProblem(
        "reader_slow",
        Text(
            sv="Filen tog mer än {seconds} sekunder att läsa och avbröts. Dela den i flera perioder.",
            en="The file took more than {seconds} seconds to read and was stopped. Split it into several periods.",
        ).format(seconds=limits.seconds),
    )
