"""The house keeps its own rules: sizes, recipes, pinned versions, and nothing that does not belong in the project."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("metrics", "governance", "pipelines", "dashboard", "sample_data", "tests")
PYTHON = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
SOURCES = (
    "persons", "coordinators", "needs", "contacts", "costs", "sip_plans", "sip_interventions", "sip_participants",
    "staff_development", "surveys",
)  # fmt: skip
PAGE_LINES = 120


def committed() -> list[Path]:
    """Files git knows; a tree without git (an unpacked archive) has nothing to check here."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="ignore")


# --- sizes and names -------------------------------------------------------------------------------------------


def test_no_file_is_over_400_lines() -> None:
    assert [str(p.relative_to(ROOT)) for p in PYTHON if len(text_of(p).splitlines()) > 400] == []


def test_most_files_are_under_200_lines() -> None:
    short = [p for p in PYTHON if len(text_of(p).splitlines()) < 200]
    assert len(short) > 0.7 * len(PYTHON)


def test_no_file_is_named_after_nothing() -> None:
    empty_words = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
    assert [p.name for p in PYTHON if p.stem in empty_words] == []


# --- recipes: one indicator, one source, one page = one file ---------------------------------------------------

INDICATORS = sorted(p.stem for p in (ROOT / "metrics/indicators").glob("[A-Z]*.py"))


@pytest.mark.parametrize("indicator", INDICATORS)
def test_an_indicator_is_one_file_named_by_its_id(indicator: str) -> None:
    from metrics.catalogue import by_id

    assert by_id(indicator).id == indicator


@pytest.mark.parametrize("indicator", INDICATORS)
def test_every_indicator_has_a_drawn_table_test(indicator: str) -> None:
    assert (ROOT / f"tests/spec/test_{indicator}.py").exists()


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_is_one_file_and_both_organisations_deliver_a_sample(source: str) -> None:
    assert (ROOT / f"pipelines/sources/{source}.py").exists()
    profiles = ROOT / "sample_data/workspace/sources"
    assert {p.name.split(".")[0] for p in profiles.glob(f"*.{source}*.toml")} == {"region", "municipality"}


def test_a_page_is_one_file_and_one_line_in_pages() -> None:
    from dashboard.app import PAGES

    files = {p.stem for p in (ROOT / "dashboard/app_pages").glob("*.py")} - {"__init__"}
    assert {page.name for page in PAGES} == files


def test_a_page_is_short_because_it_only_asks_and_shows() -> None:
    pages = (ROOT / "dashboard/app_pages").glob("*.py")
    assert [p.name for p in pages if len(text_of(p).splitlines()) > PAGE_LINES] == []


def test_every_command_is_documented() -> None:
    from typer.main import get_command

    from dashboard.cli import app

    documented = text_of(ROOT / "docs/commands.md")
    commands = getattr(get_command(app), "commands", {})
    assert commands
    assert [name for name in commands if f"samsyn {name}" not in documented] == []


# --- what must never be in the project -------------------------------------------------------------------------


def test_no_committed_file_names_a_package_registry_or_index() -> None:
    hosts = r"https?://[^\s\"')]*(/simple\b|pythonhosted|pypi\.org)"
    address = re.compile(hosts + r"|(extra-)?index-url\s*=|--index-url |find-links", re.IGNORECASE)
    own = {"test_project.py"}
    assert [str(p.relative_to(ROOT)) for p in committed() if p.name not in own and address.search(text_of(p))] == []


def test_uv_lock_is_not_committed_since_it_records_addresses() -> None:
    assert ROOT / "uv.lock" not in committed()


def test_no_committed_file_holds_a_path_of_a_machine() -> None:
    path = re.compile(r"(?<![\w.])/(home|Users|root|work)/[a-z]")
    own = {"test_project.py"}
    assert [str(p.relative_to(ROOT)) for p in committed() if p.name not in own and path.search(text_of(p))] == []


# --- pinned versions -------------------------------------------------------------------------------------------


def pins(lines: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9][a-z0-9._-]*==[^\s;\\]+)", lines, re.M))


def test_the_lock_and_the_constraints_hold_the_same_versions() -> None:
    locked = pins(text_of(ROOT / "requirements.lock"))
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    constrained = pins("\n".join(project["tool"]["uv"]["constraint-dependencies"]))
    assert locked
    assert locked - constrained == set()


def test_every_locked_version_carries_a_hash() -> None:
    entries = re.split(r"\n(?=[a-z0-9])", text_of(ROOT / "requirements.lock").strip())
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_every_direct_dependency_is_pinned() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    extras = [line for lines in project["project"]["optional-dependencies"].values() for line in lines]
    wanted = {re.split(r"[\[<>=]", line)[0] for line in [*project["project"]["dependencies"], *extras]}
    assert wanted - {pin.split("==")[0] for pin in pins(text_of(ROOT / "requirements.lock"))} == set()


# --- import rules ----------------------------------------------------------------------------------------------


def test_arrows_point_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
