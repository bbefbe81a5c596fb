"""Work that takes its time: one file after the other, in a thread that closing the browser does not stop."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from metrics.problem import Text

Progress = Callable[[Text], None]

_ONE_AT_A_TIME = ThreadPoolExecutor(max_workers=1, thread_name_prefix="zone")
_latest: dict[Path, Job] = {}


@dataclass
class Job:
    """Something done with one file: what it is doing now, and, when it has ended, its result or its problem."""

    file: Path
    said: Text
    future: Future[Any] = field(default_factory=Future)

    @property
    def is_done(self) -> bool:
        """Whether it has ended, well or badly."""
        return self.future.done()


def start(file: Path, said: Text, work: Callable[[Progress], Any]) -> Job:
    """Begin `work` on `file`, or stand in line for it; it tells by its argument how far it has come."""
    job = Job(file, said)

    def tell(now: Text) -> None:
        job.said = now

    job.future = _ONE_AT_A_TIME.submit(work, tell)
    _latest[file] = job
    return job


def of(file: Path) -> Job | None:
    """The latest job of a file."""
    return _latest.get(file)


def running(folder: Path) -> Job | None:
    """The job that now works on a file of the folder."""
    return next((job for file, job in _latest.items() if file.parent == folder and not job.is_done), None)


def forget(file: Path) -> None:
    """Leave a job behind, once its result has been seen."""
    _latest.pop(file, None)
