"""A zone with data in force, made once and copied for every case."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipelines.workspace import Workspace, open_workspace
from tests.ninety import a_loaded_zone


@pytest.fixture(scope="session")
def zone_in_force(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder to copy."""
    return a_loaded_zone(tmp_path_factory.mktemp("in_force")).path


@pytest.fixture
def here(tmp_path: Path, zone_in_force: Path) -> Workspace:
    """A zone with 400 contacts in force."""
    return open_workspace(shutil.copytree(zone_in_force, tmp_path / "committee"))
