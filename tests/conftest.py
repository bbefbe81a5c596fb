"""Two whole workspaces, made once a session by the flows people use: the demonstration, and a small one.

The tests' workers share them: whoever comes first makes one while the others wait. A test that changes one copies it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from governance.register import load_sample, open_register
from metrics.indicator import ORGANISATIONS, Organisation
from pipelines import inbox
from pipelines.approval import STEWARD, approve
from pipelines.load import load
from pipelines.receive import receive
from pipelines.release import release
from pipelines.trust import exchange
from pipelines.workspace import KEY_BYTES, Workspace, create, open_workspace
from sample_data.make import FIRST_YEAR, make

SAMPLE = Path(__file__).parent.parent / "sample_data"
SMALL_FIRST_YEAR = 2022


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The demonstration at scale 1, with its release in force and its register: about a minute the first time."""
    return _made_once(tmp_path_factory, "samsyn-demo", _demonstration)


@pytest.fixture(scope="session")
def small_demo(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The same from the small set kept with the code: a tenth of the people, 2022-2025; some seconds."""
    return _made_once(tmp_path_factory, "samsyn-small", _small)


def _made_once(factory: pytest.TempPathFactory, name: str, making: Callable[[Path], Workspace]) -> Workspace:
    """The workspace `name` of this session, made by the first worker that asks for it."""
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = shared / f"{name}.made"
        if not made.exists():
            making(shared / name)
            made.touch()
    return open_workspace(shared / name)


def _demonstration(path: Path) -> Workspace:
    workspace = create(path, SAMPLE / "workspace")
    make({organisation: workspace.inbox(organisation) for organisation in ORGANISATIONS})
    return _published(workspace)


def _small(path: Path) -> Workspace:
    template = shutil.copytree(SAMPLE / "workspace", path.with_name(f"{path.name}-template"))
    settings = (template / "samsyn.toml").read_text(encoding="utf-8")
    later = settings.replace(f"data_from = {FIRST_YEAR}-01-01", f"data_from = {SMALL_FIRST_YEAR}-01-01")
    (template / "samsyn.toml").write_text(later, encoding="utf-8")
    workspace = create(path, template)
    for organisation in ORGANISATIONS:
        shutil.copytree(SAMPLE / "small" / organisation, workspace.inbox(organisation), dirs_exist_ok=True)
    return _published(workspace)


def _published(workspace: Workspace) -> Workspace:
    """The workspace with both organisations' files loaded, released and received."""
    for number, organisation in enumerate(ORGANISATIONS):
        # A key that is the same in every session gives the same noise: a test that holds today holds tomorrow.
        workspace.key(organisation).write_bytes(bytes([number]) * KEY_BYTES)
    exchange(workspace)
    with ThreadPoolExecutor() as zones:
        _all(zones.map(lambda organisation: _bundle(workspace, organisation), ORGANISATIONS))
    receive(workspace)
    load_sample(open_register(workspace.register), SAMPLE / "register.json")
    return workspace


def _bundle(workspace: Workspace, organisation: Organisation) -> None:
    for file in inbox.waiting(workspace, organisation):
        report = load(workspace, organisation, file)
        assert not report.file_refused, [reason.text.en for reason in report.reasons]
    release(workspace, organisation)
    approve(workspace, organisation, STEWARD.sv)


def _all(results: Iterable[None]) -> None:
    """Wait for every result, and fail with the first that failed."""
    for _ in results:
        pass
