"""What every table must satisfy, whatever file it came in: a usable header, whole rows, and rows at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from metrics.problem import Text, UserProblem
from pipelines.readers import Limits


def check_header(header: Sequence[str], row: int) -> None:
    """Refuse a header that does not name each column once.

    Fails   header_one_column, header_unnamed, header_repeated
    """
    if len(header) < 2:
        raise UserProblem(
            "header_one_column",
            Text(
                sv="Rad {row} ska vara rubrikraden men har bara en kolumn. Antingen är skiljetecknet ett annat än "
                "profilen anger, eller så är antalet rader ovanför rubriken ett annat. Exportera som profilen säger, "
                "eller rätta separator och title_rows i den.",
                en="Row {row} should be the header but has only one column. Either the separator is another than the "
                "profile says, or the number of rows above the header is. Export as the profile says, or mend "
                "separator and title_rows in it.",
            ).format(row=row),
        )
    unnamed = [place for place, name in enumerate(header, 1) if not name.strip()]
    if unnamed:
        raise UserProblem(
            "header_unnamed",
            Text(
                sv="Rubrikraden, rad {row}: kolumn nummer {place} saknar namn. Ge den ett namn eller ta bort den.",
                en="The header, row {row}: column number {place} has no name. Name it or take it away.",
            ).format(row=row, place=unnamed[0]),
        )
    repeated = [name for name, times in Counter(header).items() if times > 1]
    if repeated:
        raise UserProblem(
            "header_repeated",
            Text(
                sv="Rubrikraden, rad {row}: kolumnnamnet ”{name}” finns flera gånger. Ge varje kolumn ett eget namn.",
                en='The header, row {row}: the column name "{name}" occurs more than once. Each column needs its own.',
            ).format(row=row, name=repeated[0][:60]),
        )


def check_size(size: int, limits: Limits) -> None:
    """Refuse a file of nothing, or of more than may be read.

    Fails   file_empty, file_too_large
    """
    if size == 0:
        raise empty()
    if size > limits.file_bytes:
        raise UserProblem(
            "file_too_large",
            Text(
                sv="Filen är större än {most} MB. Dela den i flera perioder.",
                en="The file is larger than {most} MB. Split it into several periods.",
            ).format(most=limits.file_bytes // 1024**2),
        )


def empty() -> UserProblem:
    """The problem of a file without rows."""
    return UserProblem(
        "file_empty",
        Text(
            sv="Filen har inga rader med uppgifter. Kontrollera exportens urval; förra leveransen gäller fortfarande.",
            en="The file has no rows of data. Check the export's selection; the data from last time remain in force.",
        ),
    )


def ragged(row: int, found: int, expected: int) -> UserProblem:
    """The problem of a row with too few or too many fields."""
    return UserProblem(
        "row_ragged",
        Text(
            sv="Rad {row} har {found} fält, rubrikraden har {expected}. En avbruten export eller ett skiljetecken inne "
            "i ett värde ger det felet. Exportera filen på nytt med citattecken kring texterna.",
            en="Row {row} has {found} fields, the header has {expected}. An export cut short or a separator inside a "
            "value makes this error. Export the file again with quotes around its texts.",
        ).format(row=row, found=found, expected=expected),
    )


def too_long(row: int, most: int) -> UserProblem:
    """The problem of a field no register would hold."""
    return UserProblem(
        "field_too_long",
        Text(
            sv="Rad {row} har ett fält med fler än {most} tecken. Ett citattecken som aldrig stängs kan ge samma fel. "
            "Rätta raden och exportera på nytt.",
            en="Row {row} has a field of more than {most} characters. A quote that is never closed gives the same "
            "error. Mend the row and export again.",
        ).format(row=row, most=most),
    )
