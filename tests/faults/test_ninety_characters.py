"""Bad inputs 1-10, 31, 32 and 80: what a file's characters may be."""

from __future__ import annotations

import pytest

from pipelines.workspace import Workspace
from tests.ninety import NOTE, Given, book, cells, contacts_profile, evened, judge, note, raw, refused, text

WINDOWS = {"contacts": contacts_profile(encoding='"windows-1252"')}
LETTERS = "möte på åtta håll"
DASHES = "kl 9–10 ”akut”"

CASES: dict[str, tuple[Given, ...]] = {
    "1 UTF-8 with BOM": (evened("byte_order_mark", text(lambda t: t.encode("utf-8-sig"))),),
    "2 Latin-1 letters": (
        refused("encoding_wrong", text(lambda t: t.encode("latin-1"), Anteckning=LETTERS)),
        evened("windows_1252", text(lambda t: t.encode("latin-1"), Anteckning=LETTERS), profile=WINDOWS),
    ),
    "3 Windows-1252 dash and quotes": (
        refused("encoding_wrong", text(lambda t: t.encode("cp1252"), Anteckning=DASHES)),
        evened("windows_1252", text(lambda t: t.encode("cp1252"), Anteckning=DASHES), profile=WINDOWS),
    ),
    "4 UTF-16": (
        refused("encoding_utf16", text(lambda t: t.encode("utf-16"))),
        refused("character_nul", text(lambda t: t.encode("utf-16-le"))),
    ),
    "5 two encodings in one file": (
        refused(
            "encoding_wrong",
            text(lambda t: t[:9000].encode() + t[9000:].encode("cp1252"), Anteckning=LETTERS),
        ),
    ),
    "6 mojibake": (
        refused("encoding_garbled", note("mÃ¶te pÃ¥")),
        refused("encoding_garbled", book("contacts", {NOTE: "mÃ¶te pÃ¥"})),
    ),
    "7 letters in two parts": (
        evened("decomposed_letters", note("a\u030atta")),
        evened("decomposed_letters", book("needs", {"assessment_id": "a\u030atta"}), holds={"assessment_id": "åtta"}),
    ),
    "8 NUL": (refused("character_nul", note("a\0b")),),
    "9 invisible characters in codes": (
        refused("character_invisible", cells("contacts", {"contact_type": "vis\u200bit"})),
        refused("character_invisible", cells("contacts", {"unit": "\u200fnorra_mottagningen"})),
        refused("character_invisible", book("contacts", {"unit": "norra\u200b_mottagningen"})),
    ),
    "10 a look-alike letter in a code": (
        refused("unit_unknown", cells("contacts", {"unit": "norra_mott\u0430gningen"})),
        refused("unit_unknown", book("contacts", {"unit": "norra_mott\u0430gningen"})),
    ),
    "31 a line break in a quoted field": (evened("line_breaks_in_text", note("ring\nsedan")),),
    "32 carriage returns alone, or mixed": (
        evened("line_ends", text(lambda t: t.replace("\r\n", "\r", 100))),
    ),
    "80 a field of a million characters": (
        refused("field_too_long", note("x" * 1_000_000)),
        refused("field_too_long", raw("a;b\r\n1;2\r\n3;" + '"' + "x\n" * 500_000 + '"')),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_characters(here: Workspace, case: str) -> None:
    judge(here, *CASES[case])
