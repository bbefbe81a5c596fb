"""The process that reads files: `python -m pipelines.readers.child`, questions on stdin, how each ended on stdout.

For each question it forks a child, which limits itself before it touches the file and leaves its answer beside the
rows. A refusal is an answer; anything else that goes wrong ends the child, and the parent refuses the file. What asks
sees no difference from a new process for each file but the time it takes to start one.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from metrics.problem import UserProblem
from pipelines.readers import ANSWER, Layout, Limits

_READ_FIRST = ("csv", "excel")
"""The readers that every child has from the start; the rest are imported where they are needed."""


def main() -> None:
    """Let a child of its own answer each question, until there are no more."""
    told = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what a reader prints is no answer
    for name in _READ_FIRST:
        import_module(f"pipelines.readers.{name}")
    for line in sys.stdin:
        json.dump({"code": _ended(json.loads(line), told.fileno())}, told)
        told.write("\n")
        told.flush()


def _ended(question: dict[str, Any], told: int) -> int | None:
    """How the child that was asked ended: 0 where it has answered, None where it took too long.

    In      told  where this process tells it: not for the child to write to
    """
    limits = Limits(**question["limits"])
    held, holding = os.pipe()  # is closed at the other end when the child ends, however it does
    child = os.fork()
    if not child:
        _answer_and_exit(question, limits, not_its_own=(sys.stdin.fileno(), told))
    os.close(holding)
    in_time, _, _ = select.select([held], [], [], limits.seconds)
    if not in_time:
        os.kill(child, signal.SIGKILL)
    os.close(held)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) if in_time else None


def _answer_and_exit(question: dict[str, Any], limits: Limits, not_its_own: tuple[int, ...]) -> None:
    """What the child does, and nothing after it: what is its parent's must not run twice."""
    code = 1
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for each in not_its_own:
            os.dup2(nothing, each)
        _limit(limits)
        told = question["layout"]
        layout: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in told.items()}
        into = Path(question["into"])
        answer = _answer(Path(question["file"]), Layout(**layout), limits, into)
        (into / ANSWER).write_text(json.dumps(answer), encoding="utf-8")
        code = 0
    finally:
        os._exit(code)


def _limit(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 5))
    # A core dump would leave the file's rows outside the zone.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(file: Path, layout: Layout, limits: Limits, into: Path) -> dict[str, object]:
    try:
        name = {"xlsx": "excel", "json-stat": "jsonstat"}.get(layout.format, layout.format)
        reader = import_module(f"pipelines.readers.{name}")
        answer: dict[str, object] = reader.read(file, layout, limits, into)
    except UserProblem as problem:
        text = {"sv": problem.text.sv, "en": problem.text.en}
        return {"problem": {"code": problem.code, "exit_code": problem.exit_code, **text}}
    return answer


if __name__ == "__main__":
    main()
