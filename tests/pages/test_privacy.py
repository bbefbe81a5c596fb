"""The page about privacy: what leaves and what stays, in numbers; what the gate tried; who approved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from metrics.disclosure.gate import words
from metrics.disclosure.gate.attacks import ATTACKS
from pipelines import published
from tests.joint import a_delivery, a_joint_zone
from tests.pages.reading import Open, html_of, words_of
from tests.zones import a_hidden_cell, some_answers

APPROVED = {"role": "Datasteward", "approved_at": "2026-01-16T09:05:00+00:00", "key": "00030 45078 53761 45280"}


def a_report(**changes: Any) -> dict[str, Any]:
    """A report of the gate as a bundle carries it: nothing found but by the control and the guesses."""
    shares = {"control": (1.0, 0.99), "best_guess": (0.295, 0.38), "presence": (0.596, 0.6)}
    attacks = []
    for name in ATTACKS:
        found, limit = shares.get(name, (0.0, 0.0))
        text = words.told(name, tried=1234, found=found, limit=limit)
        tried = {"attack": name, "tried": 1234, "found": found, "limit": limit, "passed": True, "failing": []}
        attacks.append(tried | {"seconds": 0.1, "text": {"sv": text.sv, "en": text.en}})
    return {"passed": True, "d": 3, "v": 2.0, "releases": 2, "families": {}, "attacks": attacks, "tries": []} | changes


def published_with(folder: Path, parts: dict[str, dict[str, Any]], **changes: Any) -> Path:
    """A joint zone whose organisations' parts say more, and whose answers do not add up."""
    joint = a_joint_zone(folder, **changes)
    last = published.read(joint, published.in_force(joint))
    for which, more in parts.items():
        last.manifest["organisations"][which] |= more
    cells = some_answers(80.0, 30.0, 12.0, 9.0, total=127.0)
    hidden = [a_hidden_cell(), a_hidden_cell(flag="not_reached")]
    more_cells = pl.concat([cells, pl.DataFrame(hidden, schema=cells.schema, orient="row")])
    whole = pl.concat([last.cells, more_cells.select(last.cells.columns)])
    published.publish(joint, f"{last.release_id}-2", whole, last.manifest)
    return joint


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    again = [
        {"d": 3, "v": 2.0, "dropped": [], "passed": False, "failing": ["U2"]},
        {"d": 4, "v": 3.0, "dropped": ["U2 unit"], "passed": True, "failing": []},
    ]
    return published_with(
        tmp_path_factory.mktemp("privacy"),
        {
            "region": {"gate": a_report(), "approved": APPROVED},
            "municipality": {"gate": a_report(d=4, v=3.0, tries=again), "approved": APPROVED},
        },
    )


@pytest.fixture
def said(joint: Path, open_page: Open) -> str:
    return words_of(html_of(open_page(joint, "privacy")))


def test_what_leaves_and_what_stays_is_told_in_numbers(said: str) -> None:
    assert "2 468 i frisläppning 2025-Q4-2, varav 112 är dolda" in said
    assert "nio slags angrepp" in said
    assert "Cirka 4 100 rader ur en källa" in said
    assert "9 angrepp på 1 234 antal och skillnader: klarade, liksom 5 kontroller" in said
    assert "1 234 siffror i" in said
    assert "56 av dem dolda (4,5 %)" in said


def test_parts_and_a_total_of_this_release_do_not_add_up(said: str) -> None:
    assert "egna svar om bostad, regionen 2025" in said
    assert "Delarna tillsammans 131 Totalen, som den visas 127" in said
    assert "De skiljer fyra" in said


def test_every_kind_of_nothing_is_told_and_counted(joint: Path, open_page: Open) -> None:
    words_said = words_of(html_of(open_page(joint, "privacy", lang="en")))
    assert "protected 1 0 Too few people to be shown." in words_said
    assert "not reached 1 0 No median yet" in words_said


def test_every_attack_is_told_with_what_was_found_and_the_limit(said: str) -> None:
    assert "Kontroll: angriparen själv Region 100,0 % av 1 234; minst 99,0 %" in said
    assert "Vad som är säkert Region 0 av 1 234; högst 0" in said
    assert "Bästa gissning Region 29,5 % av 1 234; högst 38,0 %" in said
    assert "Klarade alla 9 angrepp och 5 kontroller. Brus: högst 3, varians 2." in said
    assert "Tidigare frisläppningar som angreps samtidigt: 2." in said


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_attack_is_without_words(joint: Path, open_page: Open, language: str) -> None:
    html = html_of(open_page(joint, "privacy", lang=language))
    assert [name for name in ATTACKS if f">{name}<" in html] == []


def test_what_gave_way_is_told_too(said: str) -> None:
    assert "Första försöket gav vika och gjordes om: brus högst 4, utan U2 unit." in said


def test_who_approved_when_and_with_which_key(said: str) -> None:
    assert said.count("Datasteward, 16 januari 2026 kl. 09:05 (UTC) Nyckelns fingeravtryck: 00030 45078") == 2


def test_what_the_protection_does_not_do_is_said(said: str) -> None:
    assert "rätt i 68 % av talen" in said


def test_an_older_release_says_that_there_is_no_report(tmp_path: Path, open_page: Open) -> None:
    old = words_of(html_of(open_page(a_joint_zone(tmp_path), "privacy", lang="en")))
    assert "The release is from before the gate's report travelled with it." in old
    assert "The release is from before approvals were signed." in old
    assert "Method: ckm" in old
    assert "kinds of attack" not in old


def test_an_organisation_that_has_sent_nothing_is_named(tmp_path: Path, open_page: Open) -> None:
    joint = published_with(tmp_path, {"region": {"gate": a_report()}}, organisations=["region"])
    words_said = words_of(html_of(open_page(joint, "privacy")))
    assert "Inga siffror har kommit från kommunen." in words_said
    assert "Klarade alla 9 angrepp och 5 kontroller." in words_said


def test_nothing_published_says_what_to_do(tmp_path: Path, open_page: Open) -> None:
    assert "samsyn release --organisation region" in html_of(open_page(tmp_path, "privacy"))


def test_a_report_that_says_little_is_not_filled_in(tmp_path: Path, open_page: Open) -> None:
    little = {"passed": True, "attacks": [{"attack": "<i>new</i>", "passed": True}], "cells_sha256": "0" * 64}
    html = html_of(open_page(published_with(tmp_path, {"region": {"gate": little}}), "privacy"))
    assert "&lt;i&gt;new&lt;/i&gt;" in html
    assert "<i>new" not in html


def test_rows_that_are_few_are_not_counted_up(tmp_path: Path, open_page: Open) -> None:
    deliveries: Any = {"region": [a_delivery(accepted="<10"), a_delivery(source="needs", accepted=900)]}
    words_said = words_of(html_of(open_page(a_joint_zone(tmp_path, deliveries=deliveries), "privacy")))
    assert "Cirka 900 rader ur 2 källor" in words_said
