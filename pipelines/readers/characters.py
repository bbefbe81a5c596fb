"""The characters of a file: in the encoding the profile says, and none that cannot be seen."""

from __future__ import annotations

import mmap
import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from metrics.problem import Text, UserProblem
from pipelines.readers import Layout

Encoding = Literal["utf-8", "windows-1252"]
_LINE_END = re.compile(rb"\r\n|\n|\r")
_PIECE_BYTES = 32 * 1024**2
_COMBINING = (b"\xcc", b"\xcd")  # the first byte of U+0300-U+036F in UTF-8, and of nothing else that is composed
# "å", "ä", "ö", "Å", "Ä", "Ö", "é" and curly quotes in UTF-8, read as if they were Windows-1252.
MOJIBAKE = ("Ã¥", "Ã¤", "Ã¶", "Ã…", "Ã„", "Ã–", "Ã©", "â€", "\ufffd")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff"


def refuse_characters(content: mmap.mmap | bytes, start: int, layout: Layout) -> None:
    """Refuse a file whose bytes cannot be the text its profile says.

    Fails   encoding_utf16, character_nul, encoding_garbled, character_invisible; each names the row
    """
    if content[start : start + 2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UserProblem(
            "encoding_utf16",
            Text(
                sv="Filen är sparad som UTF-16 (”Unicode-text”). Spara den som ”CSV UTF-8”.",
                en='The file is saved as UTF-16 ("Unicode text"). Save it as "CSV UTF-8".',
            ),
        )
    if (at := content.find(b"\0", start)) >= 0:
        raise UserProblem(
            "character_nul",
            Text(
                sv="Rad {row} innehåller tecknet NUL, som ingen text har: filen är skadad, eller sparad som UTF-16. "
                "Exportera den på nytt.",
                en="Row {row} holds the character NUL, which no text has: the file is damaged, or saved as UTF-16. "
                "Export it again.",
            ).format(row=_row(content, at)),
        )
    for at in _places(content, start, MOJIBAKE, layout.encoding):
        raise garbled(_row(content, at), layout.encoding)
    for at in _places(content, start, tuple(_INVISIBLE), layout.encoding):
        raise invisible(_row(content, at), content[at : at + 3].decode(layout.encoding, "ignore")[0])


def garbled(row: int, encoding: str = "") -> UserProblem:
    """The problem of letters that were read in one encoding and saved in another.

    In      encoding  what the profile says, where it says any
    """
    said = Text(sv=" Profilen säger {encoding}.", en=" The profile says {encoding}.").format(encoding=encoding)
    mend = Text(sv=", eller rätta profilen", en=", or mend the profile's encoding")
    none = Text(sv="", en="")
    return UserProblem(
        "encoding_garbled",
        Text(
            sv="Rad {row} har förvanskade tecken, till exempel ”Ã¥” i stället för ”å”: filen har sparats om "
            "med fel teckenkodning.{said} Exportera på nytt{mend}.",
            en='Row {row} has garbled characters, such as "Ã¥" instead of "å": the file was saved again in the '
            "wrong encoding.{said} Export it again{mend}.",
        ).format(row=row, said=said if encoding else none, mend=mend if encoding else none),
    )


def invisible(row: int, character: str) -> UserProblem:
    """The problem of a character nobody can see, which makes two equal codes different."""
    return UserProblem(
        "character_invisible",
        Text(
            sv="Rad {row} innehåller ett osynligt tecken (U+{number:04X}). Koder som ser lika ut blir då olika. "
            "Ta bort tecknet i källan och exportera på nytt.",
            en="Row {row} holds an invisible character (U+{number:04X}). Codes that look the same then differ. "
            "Remove the character at the source and export again.",
        ).format(row=row, number=ord(character)),
    )


def first_invisible(text: str) -> str | None:
    """The first character of `text` that nobody can see; None where there is none."""
    return next((character for character in text if character in _INVISIBLE), None)


def decode(data: bytes, encoding: Encoding, first_row: int) -> str:
    """`data` as text, strictly.

    Fails   encoding_wrong, with the row
    """
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        row = first_row + _ends(data[: error.start])
        raise UserProblem(
            "encoding_wrong",
            Text(
                sv="Rad {row} har tecken som inte är {encoding}, som profilen säger. Spara filen i den kodningen, "
                "eller ange rätt encoding i profilen (utf-8 eller windows-1252).",
                en="Row {row} has characters that are not {encoding}, which the profile says. Save the file in that "
                "encoding, or give the right encoding in the profile (utf-8 or windows-1252).",
            ).format(row=row, encoding=encoding),
        ) from None


def composed(text: str, data: bytes) -> tuple[str, int]:
    """`text` with letters and their accents in one character (NFC), and how many accents were joined."""
    if not any(mark in data for mark in _COMBINING) or unicodedata.is_normalized("NFC", text):
        return text, 0
    joined = unicodedata.normalize("NFC", text)
    return joined, len(text) - len(joined)


def _places(content: mmap.mmap | bytes, start: int, wanted: tuple[str, ...], encoding: str) -> Iterator[int]:
    encoded = [found for characters in wanted if (found := _encoded(characters, encoding))]
    for begun in range(start, len(content), _PIECE_BYTES):
        piece = content[begun : begun + _PIECE_BYTES + max(map(len, encoded))]
        # Most files hold none of them, so what they begin with is looked for first.
        ones = {one for one in {found[:1] for found in encoded} if one in piece}
        twos = {two for two in {found[:2] for found in encoded if found[:1] in ones} if two in piece}
        places = (piece.find(found) for found in encoded if found[:2] in twos)
        yield from (begun + at for at in places if at >= 0)


def _encoded(characters: str, encoding: str) -> bytes:
    try:
        return characters.encode(encoding)
    except UnicodeEncodeError:
        return b""  # the encoding has no such character, so the file cannot hold it


def _row(content: mmap.mmap | bytes, at: int) -> int:
    return _ends(content[:at]) + 1


def _ends(data: bytes) -> int:
    return len(_LINE_END.findall(data))
