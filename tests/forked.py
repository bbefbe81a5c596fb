"""Work in a process of its own, ready to be killed: forked from a server that has already imported what it needs."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from types import FrameType
from typing import Any

from metrics.problem import UserProblem
from pipelines.load import load
from pipelines.workspace import Workspace, open_workspace

_NOBODY = 65534
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload([__name__, "tests.zones", "pipelines.receive"])


@contextmanager
def loading(
    zone: Workspace, file: Path, *, largest_file: int = resource.RLIM_INFINITY, may_write: bool = True
) -> Iterator[ForkServerProcess]:
    """A process that is just about to load `file`, its children in its own group; it ends with the load's exit code.

    In      may_write  False for one that has lost every right that files do not give to all
    """
    here, there = FORKS.Pipe()
    process = FORKS.Process(target=_load, args=(there, zone.path, file, largest_file, may_write))
    process.start()
    here.recv()
    yield process
    process.join()
    here.close()


def kill(process: ForkServerProcess) -> None:
    """SIGKILL to the process and its children; one that has just finished needs none."""
    assert process.pid
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _load(there: Connection, workspace: Path, file: Path, largest_file: int, may_write: bool) -> None:
    os.setpgrp()
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
    zone = open_workspace(workspace)
    if not may_write and os.geteuid() == 0:  # whom no file refuses
        os.setuid(_NOBODY)
    there.send("begins")
    try:
        exit_code = load(zone, "region", file).exit_code
    except UserProblem as problem:
        exit_code = problem.exit_code
    sys.exit(exit_code)


def killed_at(
    line: int, folder: Path, work: Callable[[Path], object], watched: Sequence[Callable[..., object]]
) -> tuple[int | None, list[int]]:
    """How a process ended that kills itself (SIGKILL) before the given line of what is watched, counted as they run.

    Out     its exit code and, where it lives since the line is 0, the lines before which files had changed, and
            last how many lines there were
    """
    here, there = FORKS.Pipe()
    process = FORKS.Process(target=_kill_itself, args=(there, line, folder, work, watched))
    process.start()
    there.close()
    changed = here.recv() if line == 0 else []
    process.join()
    here.close()
    return process.exitcode, changed


def _kill_itself(
    there: Connection, line: int, folder: Path, work: Callable[[Path], object], watched: Sequence[Callable[..., object]]
) -> None:
    codes = {function.__code__ for function in watched}
    count, before, changed = 0, None, []

    def files() -> set[tuple[str, int]]:
        return {(str(path), path.stat().st_size) for path in folder.rglob("*") if path.is_file()}

    def watch(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count, before
        if frame.f_code not in codes:
            return None
        if event == "line":
            count += 1
            if count == line:
                os.kill(os.getpid(), signal.SIGKILL)
            if line == 0 and files() != before:
                before = files()
                changed.append(count)
        return watch

    sys.settrace(watch)
    work(folder)
    sys.settrace(None)
    there.send([*changed, count])
