"""The demonstration: two organisations' made-up files, taken the same way as real ones to a release on screen."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

import sample_data
from dashboard.commands import words
from dashboard.commands.terminal import language, say, working
from governance.register import load_sample, open_register
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import UserProblem
from pipelines import inbox, published, real_files
from pipelines.approval import STEWARD, approve
from pipelines.load import load
from pipelines.receive import receive
from pipelines.release import release
from pipelines.trust import exchange
from pipelines.workspace import SETTINGS, Workspace, create, open_workspace
from sample_data.make import SEED, make

SAMPLE = Path(sample_data.__file__).parent
TEMPLATE = SAMPLE / "workspace"
MARK = ".demonstration"
"""Lies in a workspace that `samsyn demo` made; no other workspace is ever deleted."""


def prepare(path: Path, *, fresh: bool, scale: float, seed: int | None) -> Workspace:
    """A workspace of made-up data with a release in force; one that is there already is used as it is.

    Fails   not_a_demonstration where the folder holds another workspace: it is never touched
    """
    if (path / SETTINGS).exists():
        here = _made_by_us(path)
        if not fresh and published.current(here.joint):
            say(words.DEMO_KEPT.format(path=path))
            return here
        _remove(path)  # asked for, or stopped half-way the last time
    path.mkdir(parents=True, exist_ok=True)
    (path / MARK).touch()
    here = create(path, TEMPLATE)
    exchange(here)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=len(ORGANISATIONS), mp_context=context) as zones:
        with working(words.STEP_GENERATE):
            _in_each_zone(zones, _generate, here, scale, SEED if seed is None else seed)
        with working(words.STEP_LOAD):
            _in_each_zone(zones, _load_all, here)
        with working(words.STEP_RELEASE):
            _in_each_zone(zones, _release, here)
    with working(words.STEP_REGISTER):
        load_sample(open_register(here.register), SAMPLE / "register.json")
    with working(words.STEP_RECEIVE):  # last: a release in force is what says that the demonstration is whole
        received = receive(here)
    say(words.DEMO_READY.format(path=path, release=received.release_id))
    return here


def _made_by_us(path: Path) -> Workspace:
    here = open_workspace(path)
    if path.is_symlink() or not (path / MARK).is_file() or not here.synthetic:
        raise UserProblem("not_a_demonstration", words.NOT_A_DEMONSTRATION.format(path=path), exit_code=2)
    return here


def _remove(path: Path) -> None:
    """Take away what a demonstration made, and nothing else that may lie in the folder."""
    for name in ("zones", "joint", "sources", "indicators"):
        if (path / name).is_dir():
            shutil.rmtree(path / name)
    (path / SETTINGS).unlink()


def _in_each_zone(zones: Executor, work: Callable[..., None], here: Workspace, *settings: float) -> None:
    """Let each organisation do its own work in a process of its own, as it would on its own computer."""
    for done in [zones.submit(work, here.path, organisation, *settings) for organisation in ORGANISATIONS]:
        done.result()


def _generate(path: Path, organisation: Organisation, scale: float, seed: int) -> None:
    """Write one organisation's exports into its inbox, where they stay for who wants to look; beside them real figures
    that others have published.
    """
    here = open_workspace(path)
    make({organisation: here.inbox(organisation)}, seed=seed, scale=scale, organisations=(organisation,))
    real_files.lend(here, organisation)


def _load_all(path: Path, organisation: Organisation) -> None:
    here = open_workspace(path)
    for file in inbox.waiting(here, organisation):
        report = load(here, organisation, file)
        if report.file_refused:
            raise UserProblem(report.reasons[0].code, report.reasons[0].text)


def _release(path: Path, organisation: Organisation) -> None:
    """Make the bundle and approve it, as the organisation's own steward would."""
    here = open_workspace(path)
    release(here, organisation)
    approve(here, organisation, STEWARD[language()])
