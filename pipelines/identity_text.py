"""How an identity number or an e-mail address looks in a text, however it is typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

SPREADSHEET = "[0-9][.,][0-9]{8,11}E[+]?1[01]"  # twelve digits as a spreadsheet shows what it took for an amount
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
# Year, month and day are set apart alike or not at all: a single point among digits is a decimal point. A month and a
# day after the last four digits make them a year.
_NUMBER = re.compile(
    r"(?<![0-9])(?P<century>1[89]|20)?"
    r"(?P<year>[0-9]{2})(?P<apart>[-./_ ]?)(?P<month>[0-9]{2})(?P=apart)(?P<day>[0-9]{2})"
    r"(?P<mark>[-+/_ ]{0,3})"
    r"(?P<last>[0-9]{4}|[TRSUWXJKLMN][0-9]{3}|TF[0-9]{2})(?![0-9]|[-./][0-9]{2}[-./][0-9]{2})",
    re.IGNORECASE,
)
# Made-up keys are hexadecimal, with at most one letter before; some of them look like numbers by chance.
KEY = re.compile(
    r"\b(?=[0-9]*[a-z])[a-z]?[0-9a-f]{8,64}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", re.IGNORECASE
)
EMAIL = r"[^\s@;,<>]+@[^\s@;,<>]+\.[A-Za-z]{2,}"


def holds_number(text: str) -> bool:
    """Whether an identity number stands in `text`.

    >>> holds_number("ring 19121212-1212"), holds_number("20240305"), holds_number("r1212121212")
    (True, False, False)
    """
    return found_in(KEY.sub(" ", as_typed(text)))


def holds_email(text: str) -> bool:
    """Whether an e-mail address stands in `text`.

    >>> holds_email("skriv till nagon@example.org"), holds_email("a @ b")
    (True, False)
    """
    return re.search(EMAIL, text) is not None


def as_typed(text: str) -> str:
    """The text as it would be typed by hand: plain digits, hyphens and blanks, and no powers of ten.

    >>> as_typed("19121212\u20131212"), as_typed("1,91212121212E+11")
    ('19121212-1212', '191212121212')
    """
    typed = unicodedata.normalize("NFKC", text).translate(_DASHES)
    typed = re.sub(r"\s", " ", typed)
    return re.sub(f"(?i){SPREADSHEET}", lambda found: str(round(float(found.group().replace(",", ".")))), typed)


def found_in(text: str) -> bool:
    """Whether an identity number stands in a text that is as typed by hand."""
    return any(_is_number(found) for found in _matches(text))


def _matches(text: str) -> Iterable[re.Match[str]]:
    # A number may begin inside something that only looked like one, so every place is tried.
    start = 0
    while found := _NUMBER.search(text, start):
        yield found
        start = found.start() + 1


def _is_number(found: re.Match[str]) -> bool:
    century, last = found["century"], found["last"].upper()
    if not _is_birth_date(century, int(found["year"]), int(found["month"]), int(found["day"])):
        return False
    if last.isdigit():
        return _check_digit_holds(found["year"] + found["month"] + found["day"] + last)
    # Reserve numbers have letters and no common check digit: the shape has to be whole.
    return bool(century or found["mark"])


def _is_birth_date(century: str | None, year: int, month: int, day: int) -> bool:
    if day > 60:
        day -= 60  # a coordination number
    return any(_exists(int(c) * 100 + year, month, day) for c in ([century] if century else ["19", "20"]))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _check_digit_holds(ten: str) -> bool:
    total = 0
    for place, digit in enumerate(ten):
        doubled = int(digit) * (2 - place % 2)
        total += doubled // 10 + doubled % 10
    return total % 10 == 0
