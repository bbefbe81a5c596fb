"""The child process that reads one file: `python -m pipelines.readers.child`, a question on stdin, an answer on stdout.

It limits itself before it touches the file. A refusal is an answer; anything else that goes wrong ends the process,
and the parent refuses the file.
"""

from __future__ import annotations

import json
import resource
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from metrics.problem import UserProblem
from pipelines.readers import Layout, Limits


def main() -> None:
    """Read the file the question names and write the answer."""
    question = json.load(sys.stdin)
    limits = Limits(**question["limits"])
    _limit(limits)
    told = question["layout"]
    kept: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    layout = Layout(**kept)
    answer = _answer(Path(question["file"]), layout, limits, Path(question["into"]))
    json.dump(answer, sys.stdout)


def _limit(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 5))
    # A core dump would leave the file's rows outside the zone.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(file: Path, layout: Layout, limits: Limits, into: Path) -> dict[str, object]:
    try:
        # Only the reader that is needed is imported: a load waits for its child to start.
        name = {"xlsx": "excel", "json-stat": "jsonstat"}.get(layout.format, layout.format)
        reader = import_module(f"pipelines.readers.{name}")
        answer: dict[str, object] = reader.read(file, layout, limits, into)
    except UserProblem as problem:
        text = {"sv": problem.text.sv, "en": problem.text.en}
        return {"problem": {"code": problem.code, "exit_code": problem.exit_code, **text}}
    return answer


if __name__ == "__main__":
    main()
