"""The glossary: every word once, found by either language, with what each side says; and the words in the foot."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.components import explain
from dashboard.components.chart_guide import guide
from dashboard.components.glossary_page import matching
from dashboard.texts.chart_guides import GUIDES
from dashboard.texts.glossary import CHART_TERMS, SUBJECTS, TERMS
from dashboard.view import View
from dashboard.writes import closing, own_words
from dashboard.writes.sent import FieldProblem, Sent
from governance.entries import Word
from governance.register import open_register
from metrics.problem import Text
from tests.joint import a_joint_zone
from tests.pages.reading import Open, html_of, words_of

WRITES = {**own_words.WRITES, **closing.WRITES}


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release, and a register in which the committee has noted two words, one of them also ours."""
    zone = a_joint_zone(tmp_path_factory.mktemp("joint"))
    register = open_register(zone / "register.sqlite")
    for name, word in (("user", Text(sv="Brukare", en="User")), ("visit", Text(sv="Besök", en="Visit"))):
        register.add(
            Word(
                id=name,
                word=word,
                region=Text(sv=f"{word.sv} i regionen", en=f"{word.en} in the region"),
                municipality=Text(sv=f"{word.sv} i kommunen", en=f"{word.en} in the municipality"),
            ),
            by="secretary",
        )
    return zone


def test_no_word_is_explained_twice() -> None:
    names = [term.id for subject in SUBJECTS for term in subject.terms]
    assert len(names) == len(set(names)) == len(TERMS)
    for language in ("sv", "en"):
        said = [term.name[language].casefold() for term in TERMS.values()]
        assert sorted(set(said)) == sorted(said)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_word_stands_at_its_own_place_with_what_it_means(joint: Path, open_page: Open, language: str) -> None:
    html = html_of(open_page(joint, "glossary", lang=language))
    said = words_of(html)
    lacking = [
        term.id
        for term in TERMS.values()
        if f'<div id="{term.id}"' not in html or (term.text.sv not in said and term.text.en not in said)
    ]
    assert lacking == []


def test_what_each_side_says_stands_beside_ours_or_by_itself(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "glossary"))
    beside = html.split('<div id="user"')[1].split('<div id="')[0]
    assert "Brukare i kommunen" in beside
    alone = html.split('class="own"')[1].split("</section>")[0]
    assert ("Besök i regionen" in alone, "Brukare i regionen" in alone) == (True, False)


@pytest.mark.parametrize(("query", "found"), [("funnel", "Tratt"), ("TRATT", "Tratt"), ("zzz", "Inget ord innehåller")])
def test_a_word_is_found_in_either_language(joint: Path, open_page: Open, query: str, found: str) -> None:
    app = open_page(joint, "glossary")
    app.text_input(key="q").set_value(query).run()
    assert found in words_of(html_of(app))
    assert "Styrdiagram" not in words_of(html_of(app)).split("Ord på den här sidan")[0]


def test_what_others_call_a_coordinator_leads_to_our_word() -> None:
    assert [term.id for term in matching("case manager", "sv")] == ["coordinator"]


def test_no_explanation_begins_by_saying_the_word_again() -> None:
    every = [(term.name[each], term.text[each]) for term in TERMS.values() for each in ("sv", "en")]
    assert [said for name, said in every if said.startswith(f"{name}:")] == []


def test_the_foot_of_a_page_explains_its_own_words_and_leads_to_all(joint: Path, open_page: Open) -> None:
    foot = html_of(open_page(joint, "plans")).split('class="page-words"')[1]
    assert re.findall(r'data-term="(\w+)"', foot) == [term.id for term in TERMS.values() if term.page == "plans"]
    assert '<a href="/glossary?lang=sv">Hela ordlistan</a>' in foot


def test_a_charts_guide_explains_the_words_it_takes() -> None:
    assert set(CHART_TERMS) <= set(GUIDES)
    drawn = guide("follow_up_curve", "en")
    assert re.findall(r'data-term="(\w+)"', drawn) == list(CHART_TERMS["follow_up_curve"])
    assert "Words in the chart" not in guide("year_wheel", "en")


def test_the_browser_is_told_every_explanation_as_data() -> None:
    told = explain.words("sv")
    assert told.count("<") == 2  # its own tag: nothing in it can end the script
    assert TERMS["laney"].text.sv in told


def test_only_words_that_are_said_are_explained() -> None:
    assert explain.within("Laneys gränser <b>", "sv", "laney", "funnel").count("<button") == 1
    with pytest.raises(KeyError):
        explain.term("x", "no_such_term")
    assert 'data-term="sip"' in explain.of_page(View(page="plans"))


def test_a_word_is_entered_once_changed_and_cancelled(tmp_path: Path) -> None:
    register = open_register(tmp_path / "register.sqlite")

    def sent(form: str, values: dict[str, str], seen: int = 0) -> None:
        WRITES[form](Sent(register=register, values=values, seen=seen, by="region-1"))

    new = {"word": "Uppföljning", "region": "Bokat möte", "municipality": "Genomgång av beslut", "together": ""}
    sent("word_add", new)
    with pytest.raises(FieldProblem) as told:
        sent("word_add", new | {"word": "uppföljning"})
    assert told.value.field == "word"
    sent("word_change", new | {"id": "uppfoljning", "together": "Möte om planen"}, 1)
    [kept] = register.list(Word)
    assert (kept.id, kept.together) == ("uppfoljning", Text(sv="Möte om planen", en="Möte om planen"))
    sent("entry_cancel", {"of": "word", "id": "uppfoljning", "why": "Samma på båda sidor"}, 2)
    sent("word_add", new)
    assert [each.id for each in register.list(Word)] == ["uppfoljning_2"]


def test_each_word_has_its_form_and_history_below_the_list(joint: Path, open_page: Open) -> None:
    own = words_of(html_of(open_page(joint, "glossary")).split('id="own-words"')[1])
    assert own.index("Skriv in ett ord") < own.index("Ändra ”Brukare”") < own.index("Historik ändringar: 1")
