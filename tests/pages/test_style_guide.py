"""The style guide: every building block in every state, made by the code that makes the pages."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from dashboard import style_pictures, style_samples
from dashboard.components.figures import LOOKS
from dashboard.components.icons import MARKS
from dashboard.texts import style_guide as say
from dashboard.texts import timeline as timeline_say
from dashboard.theme import PALETTE, SPACES
from metrics.indicator import ORGANISATIONS
from metrics.problem import Language
from tests.joint import a_joint_zone
from tests.pages.reading import Open, html_of, words_of


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_joint_zone(tmp_path_factory.mktemp("joint"), register=False)


def test_the_samples_are_in_every_state_a_figure_can_be_in() -> None:
    signals = [row.of(which) for row in style_samples.rows() for which in ORGANISATIONS]
    assert {one.state for one in signals} == {"none", "few", "trial", "enough", "constant"}
    assert {one.assurance for one in signals} >= {"met", "missed", "hit_or_miss", None}
    kinds = {re.sub("_(high|low)$", "", one.variation) for one in signals if one.variation}
    assert kinds == {"improvement", "concern", "neutral", "common_cause"}
    assert {one.series.flags[-1] for one in signals} == {"ok", "suppressed", "no_data", "structural_zero"}
    assert {row.alignment.grade for row in style_samples.rows()} == {"identical", "comparable", "not_comparable"}
    assert {row.alignment.movement for row in style_samples.rows()} == {"together", "apart", "one_silent"}


def test_the_pictures_are_in_every_state_their_pages_show() -> None:
    moved = [each for side in style_pictures.needs().sides for each in side.moved]
    assert {each.difference is None for each in moved} == {each.noticed for each in moved} == {True, False}
    assert {part.flag for side in style_pictures.plans().sides for part in side.steps.values()} == {"ok", "suppressed"}
    moments = style_pictures.timeline().moments
    assert {(each.lane, each.theme) for each in moments} == set(product(timeline_say.LANES, timeline_say.THEMES))
    assert {each.coded for each in moments} == {True, False}
    assert {each.status for each in style_pictures.meetings(2025)} == {"held", "planned", "cancelled"}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_shows_colours_distances_marks_and_kinds_of_nothing(
    joint: Path, open_page: Open, language: Language
) -> None:
    html = html_of(open_page(joint, "style_guide", lang=language))
    wanted = [f"background:var(--{name.replace('_', '-')})" for name in PALETTE["light"]]
    wanted += [f"width:var(--space-{name})" for name in SPACES]
    wanted += [f'class="explain {looks}"' for looks in LOOKS.values()]
    wanted += [f'class="pill {mark.kind}"' for mark in MARKS.values()]
    wanted += [f'data-field="sample_{kind}"' for kind in ("text", "long", "date", "time", "number", "choice", "tick")]
    pictures = (say.PROFILE, say.CHANGE, say.DIMENSIONS, say.HEAT, say.WAY, say.CURVE, say.MATRIX, say.TIMELINE)
    wanted += [f'class="chart-title">{title[language]}<' for title in pictures]
    wanted += ['class="figures heat matrix"', 'class="wheel"']
    assert [each for each in wanted if each not in html] == []


def test_it_stands_beside_the_way_around(joint: Path, open_page: Open) -> None:
    assert 'href="/style_guide' not in html_of(open_page(joint))
    assert "Stilguide" in words_of(html_of(open_page(joint, "style_guide")))
