"""The accessibility statement: complete in both languages, honest, and with somebody to tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard.data import CONTACT
from dashboard.texts import accessibility as say
from metrics.problem import Language, Text
from tests.joint import a_joint_zone
from tests.pages.reading import Open, html_of, words_of

LISTS = (say.MET_LIST, say.TRIED_LIST, say.GAPS_LIST)


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_joint_zone(tmp_path_factory.mktemp("joint"))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_says_what_is_met_what_was_tried_and_what_is_lacking(
    joint: Path, open_page: Open, language: Language
) -> None:
    said = words_of(html_of(open_page(joint, "accessibility", lang=language)))
    texts: list[Text] = [say.LEDE, say.TELL_TEXT, say.AUTHORITY, *(text for each in LISTS for text in each)]
    assert [text.en for text in texts if text[language] not in said] == []
    assert ("WCAG 2.2" in said, "2026" in said) == (True, True)


def test_the_committees_own_contact_is_named_or_the_way_to_its_secretary(
    joint: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = html_of(open_page(joint, "accessibility"))
    assert '<a href="/members?lang=sv">ledamöterna</a>' in html
    assert "samsyn.toml" not in html
    monkeypatch.setenv(CONTACT, json.dumps(["Sekreteraren", "The secretary", "sekr@samsyn.example"]))
    html = html_of(open_page(joint, "accessibility"))
    assert 'Sekreteraren, <a href="mailto:sekr@samsyn.example">' in html


@pytest.mark.parametrize(("synthetic", "said"), [(True, "är syntetiska"), (False, "har var för sig räknat")])
def test_it_says_who_made_the_figures(tmp_path: Path, open_page: Open, synthetic: bool, said: str) -> None:
    zone = a_joint_zone(tmp_path, committee={"synthetic": synthetic}, register=False)
    assert said in words_of(html_of(open_page(zone, "accessibility")))


def test_it_can_be_read_before_anything_is_published(tmp_path: Path, open_page: Open) -> None:
    assert say.LEDE.sv in words_of(html_of(open_page(tmp_path, "accessibility")))


def test_every_page_leads_to_it(joint: Path, open_page: Open) -> None:
    assert '<a href="/accessibility?lang=en">Accessibility statement</a>' in html_of(open_page(joint, lang="en"))
