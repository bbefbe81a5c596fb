"""A release with one organisation missing says so on every page, and one that is there says who let it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines import published
from tests.joint import a_joint_zone
from tests.pages.reading import Open, html_of, words_of

MISSING = {"overview": "inväntar kommunen", "scorecard": "saknas", "indicator": "saknas", "data": "inväntar kommunen"}


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A joint zone with the region's part alone, approved by its steward."""
    folder = a_joint_zone(tmp_path_factory.mktemp("partial"), organisations=("region",))
    release = published.read(folder, "2025-Q4")
    given = {"role": "Datasteward", "approved_at": "2026-01-14T09:30:00+00:00", "key": "12345 " * 6}
    release.manifest["organisations"]["region"]["approved"] = given
    published.publish(folder, "2025-Q4-2", release.cells, release.manifest)
    return folder


@pytest.mark.parametrize("page", MISSING)
def test_the_organisation_that_is_missing_is_told_of(joint: Path, open_page: Open, page: str) -> None:
    shown = open_page(joint, page, **({"id": "P2"} if page == "indicator" else {}))
    assert not shown.exception
    assert MISSING[page] in words_of(html_of(shown)).lower()


def test_who_let_the_figures_out_is_told_by_role_and_day(joint: Path, open_page: Open) -> None:
    assert "Godkänt av Datasteward 14 januari 2026." in words_of(html_of(open_page(joint, "data")))
