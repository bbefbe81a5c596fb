"""SIE, line by line: its characters, its fields, and what each label that matters here must have.

#TRANS 5010 {1 "217" 6 "P1"} 1250.00 20240105 "Hyra januari"
label  account  objects      amount  date     text
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from metrics.problem import Text, UserProblem

PLACES_SHOWN = 5

_LINE_END = re.compile(r"\r\n|\n|\r")
_QUOTED = r'"(?:[^"\\]|\\"|\\)*?"'
_FIELD = re.compile(
    rf'\s*(?:(?P<quoted>{_QUOTED})(?=[\s}}]|$)|\{{(?P<objects>(?:{_QUOTED}|[^{{}}"])*)\}}|(?P<plain>[^\s"{{}}]+))'
)
_AMOUNT = re.compile(r"[-+]?[0-9]{1,15}(?:\.[0-9]{1,6})?")
_PERIOD = re.compile(r"[0-9]{4}(?:0[1-9]|1[0-2])")
_ACCOUNT = re.compile(r"[0-9]{3,10}")
# å, ä, ö, é and their capitals, as each code page writes them; the two sets have no byte in common.
_PAGE_437 = b"\x86\x84\x94\x82\x8f\x8e\x99\x90"
_PAGE_1252 = b"\xe5\xe4\xf6\xe9\xc5\xc4\xd6\xc9"

Objects = tuple[tuple[str, str], ...]
"""What a line is charged to: dimension and object, in pairs."""


class MalformedError(Exception):
    """A line that is not what its label says; the reader names its number."""


@dataclass(frozen=True)
class Line:
    """A line with a label: its number in the file, the label without its mark, and its fields."""

    number: int
    label: str
    fields: tuple[str | Objects, ...]

    def text(self, place: int) -> str:
        """The field at `place` as text; empty where the line is shorter."""
        field = self.fields[place] if place < len(self.fields) else ""
        if not isinstance(field, str):
            raise MalformedError
        return field

    def account(self, place: int) -> str:
        """The account at `place`."""
        return self._matching(place, _ACCOUNT)

    def period(self, place: int) -> str:
        """The month at `place`, as 2024-03."""
        found = self._matching(place, _PERIOD)
        return f"{found[:4]}-{found[4:]}"

    def amount(self, place: int) -> Decimal:
        """The amount at `place`."""
        return Decimal(self._matching(place, _AMOUNT))

    def day(self, place: int) -> str:
        """The date at `place`, as the file writes it; empty where there is none."""
        written = self.text(place)
        if written:
            try:
                date.fromisoformat(f"{written[:4]}-{written[4:6]}-{written[6:]}")
            except ValueError:
                raise MalformedError from None
        return written

    def objects(self, place: int) -> Objects:
        """The objects at `place`."""
        field = self.fields[place] if place < len(self.fields) else ""
        if isinstance(field, str):
            raise MalformedError
        return field

    def _matching(self, place: int, pattern: re.Pattern[str]) -> str:
        found = self.text(place)
        if not pattern.fullmatch(found):
            raise MalformedError
        return found


def decoded(content: bytes) -> tuple[str, bool]:
    """The file's text, and whether it was written in Windows-1252 instead of code page 437.

    Rule    the standard's code page is 437; many programs write UTF-8 or Windows-1252 and still say 437
    >>> decoded("Måltider".encode("cp437")), decoded("Måltider".encode("cp1252")), decoded("Måltider".encode())
    (('Måltider', False), ('Måltider', True), ('Måltider', False))
    """
    try:
        return content.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        pass
    is_1252 = sum(map(content.count, _bytes(_PAGE_1252))) > sum(map(content.count, _bytes(_PAGE_437)))
    return content.decode("cp1252" if is_1252 else "cp437", errors="replace"), is_1252


def _bytes(characters: bytes) -> list[bytes]:
    return [bytes([one]) for one in characters]


def lines(text: str) -> Iterator[Line | int]:
    """The lines that say something; the number of one that follows no rule in its place.

    >>> [line.label for line in lines('#GEN 20240105\\n#VER A 1 20240105 "Hyra"\\n{\\n}') if isinstance(line, Line)]
    ['GEN', 'VER', '{', '}']
    """
    for number, line in enumerate(_LINE_END.split(text), 1):
        written = line.strip(" \t\x1a")
        if written in ("{", "}"):
            yield Line(number, written, ())
        elif written:
            try:
                label, *fields = _fields(written)
            except MalformedError:
                yield number
                continue
            if isinstance(label, str) and re.fullmatch("#[A-Za-z0-9_]+", label):
                yield Line(number, label[1:].upper(), tuple(fields))
            else:
                yield number


def _fields(line: str) -> list[str | Objects]:
    found: list[str | Objects] = []
    start = 0
    while start < len(line):
        field = _FIELD.match(line, start)
        if field is None:
            raise MalformedError
        if field["objects"] is not None:
            found.append(_objects(field["objects"]))
        else:
            found.append(_unquoted(field["quoted"] or field["plain"]))
        start = field.end()
    return found


def _objects(written: str) -> Objects:
    parts = _fields(written.strip())
    if len(parts) % 2 or not all(isinstance(part, str) for part in parts):
        raise MalformedError
    texts = [str(part) for part in parts]
    return tuple(zip(texts[::2], texts[1::2], strict=True))


def _unquoted(written: str) -> str:
    return written[1:-1].replace('\\"', '"') if written.startswith('"') else written


def malformed(numbers: Sequence[int]) -> UserProblem:
    """The problem of lines that follow no rule."""
    return UserProblem(
        "sie_malformed",
        Text(
            sv="Rad {rows} följer inte SIE-formatet: etikett, konto, objekt inom klamrar, belopp med decimalpunkt och "
            "datum ÅÅÅÅMMDD. Exportera på nytt ur ekonomisystemet; rätta inte filen för hand.",
            en="Row {rows} does not follow the SIE format: label, account, objects in braces, amount with a decimal "
            "point and date YYYYMMDD. Export again from the ledger; do not mend the file by hand.",
        ).format(rows=_places(numbers)),
    )


def unbalanced(numbers: Sequence[int]) -> UserProblem:
    """The problem of vouchers whose lines do not sum to zero."""
    return UserProblem(
        "sie_unbalanced",
        Text(
            sv="Verifikationen på rad {rows} summerar inte till noll: rader saknas eller är ändrade. Exportera på nytt "
            "ur ekonomisystemet.",
            en="The voucher in row {rows} does not sum to zero: lines are missing or were changed. Export again from "
            "the ledger.",
        ).format(rows=_places(numbers)),
    )


def _places(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:PLACES_SHOWN])) + (" …" if len(numbers) > PLACES_SHOWN else "")
