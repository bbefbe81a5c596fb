"""Lists of earlier years come in by a page: shown first, with what could not be read, then written whole."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from dashboard import data
from dashboard.texts import lists as say
from dashboard.writes.lists import WRITES, waiting
from dashboard.writes.sent import FieldProblem, Saved, Sent
from governance.entries import Decision, Meeting
from governance.register import Register, open_register
from metrics.problem import Language, UserProblem
from tests.pages.reading import Open, html_of, words_of

LIST = "Datum;Punkt;Slutsats;Beslut\n2003-05-14;Boende;Fler platser;\n2003-05-14;Samordnare;;Var och en får två\n"
WRONG = "Datum;Punkt;Slutsats\ni våras;Boende;Fler\n2003-05-14;Samordnare;Två\n"


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Register:
    tmp_path.joinpath("published").mkdir()
    monkeypatch.setenv(data.JOINT, str(tmp_path))
    return open_register(tmp_path / "register.sqlite")


def sent(register: Register, form: str, values: dict[str, str]) -> Saved:
    return WRITES[form](Sent(register=register, values=values, seen=0, by="secretary", language="sv"))


def look(register: Register, content: str, name: str = "2003.csv") -> str:
    """The token of a list that has been read."""
    chosen = {"file_name": name, "file": base64.b64encode(content.encode()).decode()}
    return sent(register, "list_look", chosen).to.rpartition("list=")[2]


def test_a_list_is_shown_before_anything_is_written(register: Register, tmp_path: Path, open_page: Open) -> None:
    token = look(register, LIST)
    words = words_of(html_of(open_page(tmp_path, "members", do="lists", list=token)))
    assert (
        "2003.csv: vad som skrivs in Nya möten: 1. Punkter: 2. Slutsatser: 2. Beslut: 1. Tillsammans 6 poster." in words
    )
    assert "14 maj 2003 Samordnare Var och en får två B-2003-001 ny" in words
    assert "Skriv in 6 poster i registret" in words
    assert register.contents().entries() == ()


def test_each_row_says_whether_the_register_has_it_already(register: Register, tmp_path: Path, open_page: Open) -> None:
    sent(register, "list_write", {"list": look(register, LIST.rpartition("2003")[0])})
    token = look(register, LIST)
    words = words_of(html_of(open_page(tmp_path, "members", do="lists", list=token)))
    assert (
        "14 maj 2003 Boende Fler platser finns redan 14 maj 2003 Samordnare Var och en får två B-2003-001 ny" in words
    )


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_template_to_take_away_is_itself_a_list_that_can_be_read(register: Register, language: Language) -> None:
    look(register, say.TEMPLATE_ROWS[language])
    assert register.contents().entries() == ()


def test_the_page_offers_the_template_and_the_way_back_to_the_decisions(tmp_path: Path, open_page: Open) -> None:
    app = open_page(tmp_path, "members", do="lists")
    html = html_of(app)
    [button] = app.get("download_button")
    assert button.proto.label == "Ta med en mall (CSV) med en exempelrad"
    assert '<li><a href="/decisions?lang=sv">Beslut' in html


def test_what_is_shown_is_written_whole_by_the_writers_seat(register: Register) -> None:
    token = look(register, LIST)
    assert sent(register, "list_write", {"list": token}).said.sv == "6 poster är inskrivna i registret."
    assert ([each.id for each in register.list(Meeting)], len(register.list(Decision))) == (["M-2003-05-14"], 1)
    again = sent(register, "list_write", {"list": token})
    assert again.said.sv == "0 poster är inskrivna i registret."


def test_rows_that_cannot_be_read_are_told_and_keep_the_rest_out(
    register: Register, tmp_path: Path, open_page: Open
) -> None:
    rows = "".join(f"i våras;Boende {number};Fler\n" for number in range(36))
    token = look(register, f"{WRONG}{rows}2003-05-14;;Två\n")
    html = html_of(open_page(tmp_path, "members", do="lists", list=token, lang="en"))
    assert "37 rows (2, 4, 5, 6, 7 …): The day cannot be read." in words_of(html)
    assert "Row 40: The title is missing." in words_of(html)
    assert "list_write" not in html
    with pytest.raises(UserProblem) as refused:
        sent(register, "list_write", {"list": token})
    assert (refused.value.code, register.contents().entries()) == ("rows_wrong", ())


@pytest.mark.parametrize(
    ("name", "content"),
    [("lista.pdf", LIST), ("lista.docx", LIST), ("lista.csv", "a;b\n1;2\n"), ("lista.csv", "x" * 4_000_001)],
)
def test_a_file_that_is_no_list_is_told_beside_its_field(register: Register, name: str, content: str) -> None:
    with pytest.raises(FieldProblem) as refused:
        look(register, content, name)
    assert refused.value.field == "file"


def test_a_list_the_server_no_longer_has_is_chosen_again(register: Register, tmp_path: Path, open_page: Open) -> None:
    first = look(register, LIST)
    for number in range(8):
        look(register, LIST.replace("Boende", f"Boende {number}"))
    assert waiting(first) is None
    words = words_of(html_of(open_page(tmp_path, "members", do="lists", list=first)))
    assert "Servern har inte listan kvar. Välj filen igen." in words
