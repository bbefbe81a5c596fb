"""Identity numbers, e-mail addresses and names: a file that holds one is refused, and nothing of it is kept.

Rule    what is found is never returned, shown or logged; only where it stood
"""

from __future__ import annotations

import re
from collections.abc import Callable

import polars as pl

from metrics.problem import Text, UserProblem
from pipelines.identity_text import EMAIL, KEY, SPREADSHEET, as_typed, found_in, holds_email, holds_number
from pipelines.names import FIRST, SURNAMES
from pipelines.readers import Raw
from pipelines.readers.batch import Column, batches

__all__ = ["EXIT_INCIDENT", "holds_email", "holds_number", "refuse", "refuse_name"]

EXIT_INCIDENT = 5

# What Polars looks for in every cell; the few cells it finds are then read with care below.
_BETWEEN = r"[\s\p{Pd}\x{2212}+./_]{0,3}"
_CANDIDATE = (
    rf"\d{{2}}{_BETWEEN}\d{{2}}{_BETWEEN}\d{{2}}{_BETWEEN}(?:\d{{4}}|[A-Za-z]\d{{3}}|[A-Za-z]{{2}}\d{{2}})"
    rf"|(?i:{SPREADSHEET})"
)
_MOST_BY_CHANCE = 0.01
_FEWEST = 3
_PERSON = rf"(?i)\b(?:{FIRST})(?:-?\w+)? +(?:{SURNAMES})\b"
_PERSON_TURNED = rf"(?i)\b(?:{SURNAMES}), *(?:{FIRST})\b"
# Ten digits in a row are a telephone's or a case's too, where the column or the text says so.
_NAMED_NUMBER = re.compile(
    r"(?i)(?:\b(?:tel|mobil|phone)\w*|ärende|\b(?:dnr|diarie\w*|case|faktura\w*|invoice|ocr)\b)[^0-9]{0,12}"
)
_BARE = re.compile(r"(?<![0-9+-])[0-9]{10}(?![0-9])")


def _refused(problem: UserProblem) -> None:
    raise problem


def refuse(raw: Raw, let: Callable[[UserProblem], None] = _refused) -> None:
    """Refuse a file that holds an identity number, an e-mail address or a name anywhere: cells, header or title.

    In      let  what is asked about a number that may be something else: it returns where the file may pass
    Rule    personal, coordination and reserve numbers, 10 or 12 digits, alone or inside a text
    Fails   identity_number (exit code 5), identity_lookalike, email_address, person_name; with the column and the
            row, never the value
    """
    for place, text in enumerate((*raw.title, "\n".join(raw.header)), 1):
        if holds_number(text):
            raise _incident(place, "–")
        if holds_email(text):
            raise _email(place, "–")
    for part in batches(raw):
        for name, column in part.columns.items():
            _refuse_column(name, column, part.rows, let)


def refuse_name(name: str) -> None:
    """Refuse a file that is named by an identity number.

    Fails   identity_number (exit code 5); the name is in no message
    """
    if holds_number(name):
        raise UserProblem(
            "identity_number",
            Text(
                sv="Filens namn innehåller ett personnummer. Inget ur filen har sparats. Byt namn på den och följ "
                "organisationens rutin för personuppgiftsincidenter.",
                en="The file's name holds an identity number. Nothing from the file has been kept. Rename it, and "
                "follow the organisation's routine for personal data incidents.",
            ),
            exit_code=EXIT_INCIDENT,
        )


def _refuse_column(name: str, column: Column, rows: pl.Series, let: Callable[[UserProblem], None]) -> None:
    cells = column.texts.drop_nulls()

    def first_row(wrong: list[str]) -> int:
        return int(rows.filter(column.chosen(column.texts.is_in(wrong)))[0])

    doubtful = cells.filter(cells.str.contains(_CANDIDATE)).to_list()
    found = [cell for cell in doubtful if holds_number(cell)]
    plain = [cell for cell in found if holds_number(_without_named(name, cell))]
    disguised = [cell for cell in doubtful if KEY.search(cell) and found_in(KEY.sub(_digits_of_key, as_typed(cell)))]
    if plain:
        raise _incident(first_row(plain), name)
    if len(disguised) >= max(_FEWEST, _MOST_BY_CHANCE * len(cells)):
        raise _incident(first_row(disguised), name)
    if found:
        let(_lookalike(first_row(found), name))
    for pattern in (_PERSON, _PERSON_TURNED):
        named = cells.filter(cells.str.contains(pattern)).to_list()
        if named:
            raise _name(first_row(named), name)
    if cells.str.contains("@", literal=True).any():
        addresses = cells.filter(cells.str.contains(EMAIL)).to_list()
        if addresses:
            raise _email(first_row(addresses), name)


def _without_named(column: str, cell: str) -> str:
    """The cell without the ten digits that the column's name, or the words before them, call something else."""
    if _NAMED_NUMBER.search(column):
        return _BARE.sub(" ", cell)
    return re.sub(f"{_NAMED_NUMBER.pattern}{_BARE.pattern}", " ", cell)


def _digits_of_key(key: re.Match[str]) -> str:
    digits = key.group().lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return f" {digits} "


def _incident(row: int, column: str) -> UserProblem:
    return UserProblem(
        "identity_number",
        Text(
            sv="Filen innehåller ett personnummer, samordningsnummer eller reservnummer: kolumn {column}, rad {row}, "
            "kanske fler. Inget ur filen har sparats. Ta bort filen, följ organisationens rutin för "
            "personuppgiftsincidenter och exportera på nytt utan sådana nummer.",
            en="The file holds an identity, coordination or reserve number: column {column}, row {row}, perhaps more. "
            "Nothing from the file has been kept. Delete the file, follow the organisation's routine for personal data "
            "incidents, and export again without such numbers.",
        ).format(column=column, row=row),
        exit_code=EXIT_INCIDENT,
    )


def _lookalike(row: int, column: str) -> UserProblem:
    return UserProblem(
        "identity_lookalike",
        Text(
            sv="Filen innehåller tio siffror som kan vara ett personnummer, fast det står att de är ett telefon- eller "
            "ärendenummer: kolumn {column}, rad {row}, kanske fler. Ta bort dem ur exporten. Är det säkert att de är "
            "något annat: läs in filen med --override identity_lookalike och skäl.",
            en="The file holds ten digits that may be an identity number, though said to be a telephone or case "
            "number: column {column}, row {row}, perhaps more. Take them out of the export. If they are certainly "
            "something else, load the file with --override identity_lookalike and a reason.",
        ).format(column=column, row=row),
    )


def _name(row: int, column: str) -> UserProblem:
    return UserProblem(
        "person_name",
        Text(
            sv="Filen innehåller ett personnamn: kolumn {column}, rad {row}, kanske fler. Ta bort kolumnen eller "
            "texten ur exporten och lämna filen igen.",
            en="The file holds a person's name: column {column}, row {row}, perhaps more. Take the column or the text "
            "out of the export and deliver the file again.",
        ).format(column=column, row=row),
    )


def _email(row: int, column: str) -> UserProblem:
    return UserProblem(
        "email_address",
        Text(
            sv="Filen innehåller en e-postadress: kolumn {column}, rad {row}. Ta bort kolumnen eller texten ur "
            "exporten och lämna filen igen.",
            en="The file holds an e-mail address: column {column}, row {row}. Take the column or the text out of the "
            "export and deliver the file again.",
        ).format(column=column, row=row),
    )
