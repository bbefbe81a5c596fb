"""A release with one organisation missing says so on every page, and one that is there says who let it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines import published, refusals
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


# --- a bundle that was refused -----------------------------------------------------------------------------------


def test_a_refused_bundle_is_told_until_a_newer_one_is_taken_in(tmp_path: Path, open_page: Open) -> None:
    folder = a_joint_zone(tmp_path)
    log = folder / refusals.LOG
    first = '\n{"at": "2026-01-14T09:00:00+00:00", "bundle": "2025-Q4.region.zip", "outcome": "accepted", "why": ""}'
    broken = (
        '\n{"at": "2026-04-12T09:00:00+00:00", "bundle": "2026-Q1.region.zip", "outcome": "refused", "why": "bad_sum"}'
    )
    log.write_text(first + broken)
    assert "Det senaste paketet från regionen, 12 april 2026, togs inte emot (bad_sum)." in words_of(
        html_of(open_page(folder, "scorecard"))
    )
    log.write_text(first + broken + broken.replace("refused", "accepted"))
    assert "togs inte emot" not in words_of(html_of(open_page(folder, "scorecard")))


def test_an_old_bundle_sent_once_more_is_nobodys_loss(tmp_path: Path) -> None:
    line = '{"at": "2026-01-14T09:00:00+00:00", "bundle": "2025-Q4.region.zip", "outcome": "%s", "why": "replayed"}'
    (tmp_path / refusals.LOG).write_text("\n".join(line % outcome for outcome in ("accepted", "refused")))
    assert refusals.last_refused(tmp_path) == ()
