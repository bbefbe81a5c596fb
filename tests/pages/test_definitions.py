"""The definitions page: every measure in full, a search, and the short manual."""

from __future__ import annotations

from pathlib import Path

import pytest

from metrics.catalogue import by_id, catalogue, catalogue_hash
from metrics.caveats import CAVEATS
from tests.joint import a_joint_zone
from tests.pages.reading import Open, html_of, words_of


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Any release: the page is about definitions."""
    return a_joint_zone(tmp_path_factory.mktemp("joint"))


def article_of(html: str, measure: str) -> str:
    """One measure's article."""
    return html.split(f'id="{measure}"')[1].split("</article>")[0]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("measure", [one.id for one in catalogue()])
def test_a_measure_is_defined_in_full(joint: Path, open_page: Open, measure: str, language: str) -> None:
    one = by_id(measure)
    said = words_of(article_of(html_of(open_page(joint, "definitions", lang=language)), measure))
    texts = [one.name, one.why, one.numerator_text, one.denominator_text, one.owner, one.checker, one.reference]
    texts += [twin.counted for twin in one.twins.values()]
    texts += [twin.difference for twin in one.twins.values() if twin.difference]
    texts += [CAVEATS[name] for name in one.caveats]
    assert [text.en for text in texts if " ".join(text[language].split()) not in said] == []  # type: ignore[index]


def test_a_measure_links_to_its_partner_on_the_page_and_to_its_figures(joint: Path, open_page: Open) -> None:
    article = article_of(html_of(open_page(joint, "definitions")), "P2")
    assert '<a href="#P7">' in article
    assert '<a href="/indicator?id=P2&amp;lang=sv">' in article


@pytest.mark.parametrize(
    ("measure", "language", "said", "unsaid"),
    [
        ("R4", "sv", "Medelvärdet visas från tio personer", "minst 20 personer"),
        ("R4", "en", "The mean is shown from ten people", "at least 20 persons"),
        ("U1", "sv", "Andelen per behovsområde: gäller vad en person är", "Skydd Gäller"),
        ("P2", "sv", "Visas bara när minst tio ligger bakom", "Medelvärdet visas"),
    ],
)
def test_protection_is_told_as_the_measure_is_protected(
    joint: Path, open_page: Open, measure: str, language: str, said: str, unsaid: str
) -> None:
    article = words_of(article_of(html_of(open_page(joint, "definitions", lang=language)), measure))
    assert said in article
    assert unsaid not in article


def test_what_is_asked_of_the_organisations_is_counted(joint: Path, open_page: Open) -> None:
    assert "3 fält: Kostnader (enhet, månad, belopp)." in words_of(html_of(open_page(joint, "definitions")))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("p2", f"1 av {len(catalogue())} mått"),
        ("otillfredsställda egenskattning", f"av {len(catalogue())} mått"),
        ("TANDLÄKARE", "Inget mått innehåller"),
    ],
)
def test_the_search_finds_measures_by_any_of_their_words(joint: Path, open_page: Open, query: str, found: str) -> None:
    app = open_page(joint, "definitions")
    app.text_input(key="q").set_value(query).run()
    assert found in words_of(html_of(app))


def test_a_search_that_finds_nothing_says_what_to_do(joint: Path, open_page: Open) -> None:
    app = open_page(joint, "definitions")
    app.text_input(key="q").set_value("<i>zzz</i>").run()
    assert "Inget mått innehåller ”<i>zzz</i>”. Prova ett kortare ord" in words_of(html_of(app))
    assert "<i>zzz</i>" not in html_of(app)


def test_the_catalogue_carries_its_fingerprint(joint: Path, open_page: Open) -> None:
    html = html_of(open_page(joint, "definitions"))
    assert f"<code>{catalogue_hash()}</code>" in html
    assert "nyare än siffrorna" not in html


def test_definitions_newer_than_the_figures_say_so(
    joint: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dashboard.components import definition

    assert "nyare än siffrorna" in definition.fingerprint("a" * 64, "b" * 64, "sv")


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("sv", ("Otillfredsställt behov", "samordnad individuell plan", "sju punkter i rad", "Fyra slags ingenting")),
        ("en", ("Unmet need", "coordinated individual plan", "seven points in a row", "Four kinds of nothing")),
    ],
)
def test_the_page_teaches_how_to_read(joint: Path, open_page: Open, language: str, parts: tuple[str, ...]) -> None:
    said = words_of(html_of(open_page(joint, "definitions", lang=language)))
    assert [part for part in parts if part not in said] == []
