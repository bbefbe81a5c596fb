"""CSV is read strictly: what is right comes through as text, what is not is refused with its row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from metrics.problem import UserProblem
from pipelines.readers import ROW, Layout, Limits, Raw, characters, csv, records


def reading(folder: Path, content: str | bytes, *, limits: Limits | None = None, **layout: Any) -> dict[str, Any]:
    """What the reader answers about a file with this content."""
    file = folder / "file.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    into = folder / "read"
    into.mkdir(exist_ok=True)
    return csv.read(file, Layout(**layout), limits or Limits(), into)


def rows(folder: Path, content: str | bytes, **layout: Any) -> list[tuple[Any, ...]]:
    """The rows read, each with its place in the file."""
    reading(folder, content, **layout)
    left = Raw(title=(), header=(), rows=0, batches=tuple(sorted((folder / "read").glob("*"))))
    return pl.concat(left.frames()).rows()


def refusal(folder: Path, content: str | bytes, **told: Any) -> UserProblem:
    """Why the reader refuses this content."""
    with pytest.raises(UserProblem) as problem:
        reading(folder, content, **told)
    return problem.value


LETTERS = "åäö–“ ”"

# --- what is read ----------------------------------------------------------------------------------------------


def test_rows_come_as_text_with_their_place_in_the_file(tmp_path: Path) -> None:
    assert rows(tmp_path, "a;b\n01;x\n2;\n") == [("01", "x", 2), ("2", None, 3)]


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    assert rows(tmp_path, "Uttag ur\n\na;b\n1;2\n", title_rows=2) == [("1", "2", 4)]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_profile_says_what_separates(tmp_path: Path, separator: str) -> None:
    assert rows(tmp_path, f"a{separator}b\n1{separator}2\n", separator=separator) == [("1", "2", 2)]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_ends_a_line(tmp_path: Path, ends: str) -> None:
    assert rows(tmp_path, ends.join(["a;b", "1;2", "3;4"])) == [("1", "2", 2), ("3", "4", 3)]


def test_mixed_line_ends_are_counted(tmp_path: Path) -> None:
    assert reading(tmp_path, "a;b\r\n1;2\r3;4\n")["normalised"] == {"line_ends": 1}


def test_blank_lines_may_end_a_file(tmp_path: Path) -> None:
    assert rows(tmp_path, "a;b\n1;2\n\n\n") == [("1", "2", 2)]


def test_a_byte_order_mark_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    read = reading(tmp_path, b"\xef\xbb\xbfa;b\n1;2\n")
    assert (read["header"], read["normalised"]) == (["a", "b"], {"byte_order_mark": 1})


def test_windows_1252_is_read_where_the_profile_says_so(tmp_path: Path) -> None:
    assert rows(tmp_path, f"å;b\n{LETTERS};2\n".encode("cp1252"), encoding="windows-1252") == [(LETTERS, "2", 2)]


def test_letters_in_two_parts_become_one_and_are_counted(tmp_path: Path) -> None:
    content = "a;b\na\u030a;2\n"
    assert rows(tmp_path, content) == [("å", "2", 2)]
    assert reading(tmp_path, content)["normalised"] == {"decomposed_letters": 1}


def test_a_quoted_field_may_hold_separators_quotes_and_line_breaks(tmp_path: Path) -> None:
    assert rows(tmp_path, 'a;b\n"x;y";"sa ""hej""\nsedan"\n3;4\n') == [("x;y", 'sa "hej"\nsedan', 2), ("3", "4", 3)]


def test_a_quoted_empty_field_is_as_empty_as_any(tmp_path: Path) -> None:
    assert rows(tmp_path, 'a;b\n"";2\n') == [(None, "2", 2)]


def test_quoted_letters_in_two_parts_become_one(tmp_path: Path) -> None:
    assert rows(tmp_path, 'a;b\n"a\u030a";2\n') == [("å", "2", 2)]


def test_a_total_row_may_be_shorter_than_the_others(tmp_path: Path) -> None:
    assert rows(tmp_path, "a;b;c\n1;2;3\nSumma;2\n", total_rows=("Summa",))[1] == ("Summa", "2", None, 3)


def test_a_file_of_many_blocks_is_read_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv, "BLOCK_BYTES", 64)
    content = "a;b\r\n" + "".join(f"{n};å{n}\r\n" for n in range(500))
    assert rows(tmp_path, content) == [(str(n), f"å{n}", n + 2) for n in range(500)]


def test_a_quoted_file_of_many_batches_is_read_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "BATCH_ROWS", 7)
    content = "a;b\n" + "".join(f'{n};"å\n{n}"\n' for n in range(50))
    assert rows(tmp_path, content) == [(str(n), f"å\n{n}", n + 2) for n in range(50)]


def test_a_field_of_two_lines_late_in_the_file_changes_nothing_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv, "BLOCK_BYTES", 64)
    content = "a;b\n" + "".join(f'{n};"x{n}"\n' for n in range(50)) + '50;"x\n50"\n51;"å"\n'
    assert rows(tmp_path, content)[49:] == [("49", "x49", 51), ("50", "x\n50", 52), ("51", "å", 53)]


# --- what is refused -------------------------------------------------------------------------------------------

REFUSED: dict[str, tuple[str | bytes, str, str]] = {
    "0 bytes": ("", "file_empty", ""),
    "header only": ("a;b\n", "file_empty", ""),
    "fewer lines than title rows": ("a;b", "file_empty", ""),
    "comma for semicolon": ("a,b\n1,2\n", "header_one_column", "Rad 1"),
    "a name twice": ("a;b;a\n1;2;3\n", "header_repeated", "rad 1"),
    "no name": ("a;;c\n1;2;3\n", "header_unnamed", "rad 1"),
    "a short row": ("a;b\n1;2\n3\n4;5\n", "row_ragged", "Rad 3"),
    "a long row": ("a;b\n1;2\n3;4;5\n", "row_ragged", "Rad 3"),
    "a short row, and a long one that makes up for it": ("a;b;c\n1;2;3\n4;5\n6;7;8;9\n", "row_ragged", "Rad 3"),
    "a long row, and a short one that makes up for it": ("a;b;c\r\n1;2;3;4\r\n5;6\r\n", "row_ragged", "Rad 2"),
    "a torn last row": ("a;b;c\n1;2;3\n4;5", "row_ragged", "Rad 3"),
    "a blank line inside": ("a;b\n1;2\n\n3;4\n", "row_ragged", "Rad 3"),
    "a short quoted row": ('a;b\n"1";2\n3\n', "row_ragged", "Rad 3"),
    "a blank line among quoted": ('a;b\n"1";2\n\n3;4\n', "row_ragged", "Rad 3"),
    "an unclosed quote": ('a;b\n1;2\n3;"4\n5;6\n', "quote_wrong", "Rad 3"),
    "text after a quote": ('a;b\n"1"x;2\n', "quote_wrong", "Rad 2"),
    "UTF-16": ("a;b\n1;2\n".encode("utf-16"), "encoding_utf16", ""),
    "UTF-16 without its mark": ("a;b\n1;2\n".encode("utf-16-le"), "character_nul", "Rad 1"),
    "NUL": ("a;b\n1;2\n3;\0\n", "character_nul", "Rad 3"),
    "Latin-1 where the profile says UTF-8": ("a;b\n1;2\n3;å\n".encode("latin-1"), "encoding_wrong", "Rad 3"),
    "two encodings": ("a;b\nå;2\n".encode() + "å;3\n".encode("latin-1"), "encoding_wrong", "Rad 3"),
    "two encodings, quoted": ('a;b\n"å";2\n'.encode() + "å;3\n".encode("latin-1"), "encoding_wrong", "Rad 3"),
    "mojibake": ("a;b\n1;Ã¥\n", "encoding_garbled", "Rad 2"),
    "a replacement character": ("a;b\n1;\ufffd\n", "encoding_garbled", "Rad 2"),
    "a zero-width space": ("a;b\n2\u200b17;2\n", "character_invisible", "U+200B"),
    "a right-to-left mark": ("a;b\n2\u200f17;2\n", "character_invisible", "U+200F"),
    "a soft hyphen": ("a;b\n2\u00ad17;2\n", "character_invisible", "U+00AD"),
    "a field of 10 001 characters": (f"a;b\n1;2\n3;{'x' * 10_001}\n", "field_too_long", "Rad 3"),
    "a quoted field of 10 001": (f'a;b\n1;2\n3;"{"x" * 10_001}"\n', "field_too_long", "Rad 3"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_right_is_refused_by_name_and_place(tmp_path: Path, case: str) -> None:
    content, code, place = REFUSED[case]
    problem = refusal(tmp_path, content)
    assert problem.code == code
    assert place in problem.text.sv


def test_what_cannot_be_seen_is_found_across_the_border_of_two_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for piece in range(1, 9):
        monkeypatch.setattr(characters, "_PIECE_BYTES", piece)
        assert refusal(tmp_path, "a;b\n2\u200b17;2\n").code == "character_invisible"


def test_utf8_where_the_profile_says_windows_1252_is_garbled(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a;b\n1;å\n", encoding="windows-1252").code == "encoding_garbled"


def test_a_byte_windows_1252_does_not_have_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"a;b\n1;\x81\n", encoding="windows-1252").code == "encoding_wrong"


def test_only_a_named_total_row_may_be_short(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a;b;c\n1;2;3\nSumma;2\n").code == "row_ragged"


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a;b\n1;2\n", limits=Limits(file_bytes=5)).code == "file_too_large"


def test_nothing_is_changed_in_the_rows(tmp_path: Path) -> None:
    content = " x ;=1+1\n\t-5;'a'\n"
    assert rows(tmp_path, "a;b\n" + content) == [(" x ", "=1+1", 2), ("\t-5", "'a'", 3)]


def test_the_place_column_is_the_readers_own(tmp_path: Path) -> None:
    reading(tmp_path, "a;b\n1;2\n")
    assert pl.read_ipc(tmp_path / "read" / "00000.arrow").columns == ["a", "b", ROW]
