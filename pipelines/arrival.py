"""A file as it arrived: its name, its content's fingerprint, and the slot it belongs to.

A slot is an organisation's source and period; each delivery to a slot has a version, and the latest is in force.
"""

from __future__ import annotations

import hashlib
import json
import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import polars as pl

from metrics import periods
from metrics.problem import Text, UserProblem
from pipelines.profile import Profile

_NAME = re.compile(r"[0-9A-Za-zÅÄÖåäöÉé][0-9A-Za-zÅÄÖåäöÉé ._()+-]*")
_NAME_BYTES = 255
_UNFINISHED = (".part", ".partial", ".filepart", ".tmp", ".crdownload")


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """One file on its way in.

    period   "" where neither the name nor a manifest tells: the file then covers everything
    version  None where nobody says: it becomes the next one
    rows     how many rows the manifest promises, if there is one
    """

    path: Path
    name: str
    sha256: str
    period: str
    version: int | None
    rows: int | None
    seen: tuple[int, int, int]


def check_name(name: str) -> None:
    """Refuse a name that is no ordinary file's.

    Fails   file_name
    """
    if not _NAME.fullmatch(name) or len(name.encode()) > _NAME_BYTES:
        raise UserProblem(
            "file_name",
            Text(
                sv="Filnamnet får bara ha bokstäver, siffror, mellanslag och . _ ( ) + - (högst 255 byte). Byt namn.",
                en="A file name may only have letters, digits, spaces and . _ ( ) + - (at most 255 bytes). Rename it.",
            ),
        )


def check_file(file: Path) -> None:
    """Refuse what is no ordinary file under an ordinary name.

    Fails   file_name, file_link, file_missing (exit code 2)
    """
    check_name(file.name)
    try:
        mode = file.lstat().st_mode
    except (OSError, ValueError):
        raise UserProblem(
            "file_missing",
            Text(
                sv="Filen {name} finns inte eller får inte läsas. Kontrollera sökvägen.",
                en="The file {name} does not exist or may not be read. Check the path.",
            ).format(name=file.name),
            exit_code=2,
        ) from None
    if not stat.S_ISREG(mode):
        raise UserProblem(
            "file_link",
            Text(
                sv="{name} är en länk eller mapp och ingen fil. Lägg själva filen på plats.",
                en="{name} is a link or a folder, not a file. Put the file itself there.",
            ).format(name=file.name),
        )


def arrive(file: Path, profile: Profile) -> Arrival:
    """The file with its fingerprint and slot, checked against the manifest beside it if there is one.

    Fails   manifest_wrong, manifest_differs
    """
    named = re.fullmatch(profile.file_pattern, file.name)
    told = {key: value for key, value in (named.groupdict() if named else {}).items() if value is not None}
    manifest = _manifest(file)
    for key in ("period", "version"):
        if key in told and key in manifest and str(manifest[key]) != told[key]:
            raise _differs(key)
    seen = _seen(file)
    sha256 = _sha256(file)
    if manifest.get("sha256", sha256) != sha256:
        raise _differs("sha256")
    version = told.get("version", manifest.get("version"))
    return Arrival(
        path=file,
        name=file.name,
        sha256=sha256,
        period=str(told.get("period", manifest.get("period", ""))),
        version=None if version is None else int(version),
        rows=manifest.get("rows"),
        seen=seen,
    )


def is_whole(file: Path) -> bool:
    """Whether the file is all that the manifest beside it promises, as far as it promises anything.

    Rule    copying programs give what they have not finished a name of its own
    """
    if file.suffix.lower() in _UNFINISHED:
        return False
    try:
        promised = _manifest(file).get("sha256")
    except UserProblem:  # the loader says what is wrong with it
        return True
    return promised is None or promised == _sha256(file)


def fingerprint(file: Path) -> str:
    """What tells a file's content from every other; worked out once for as long as the file is left alone."""
    return _fingerprint(file, _seen(file))


@lru_cache(maxsize=256)
def _fingerprint(file: Path, _: tuple[int, int, int]) -> str:
    return _sha256(file)


def check_rows(arrival: Arrival, rows: int) -> None:
    """Refuse a file that does not hold the rows its manifest promises, or that changed while it was read.

    Fails   manifest_differs, file_changed
    """
    if arrival.rows is not None and arrival.rows != rows:
        raise _differs("rows")
    if _seen(arrival.path) != arrival.seen:
        raise UserProblem(
            "file_changed",
            Text(
                sv="Filen ändrades medan den lästes. Vänta tills kopieringen är klar och läs in den igen.",
                en="The file changed while it was being read. Wait until it has been copied, and load it again.",
            ),
        )


span = periods.covered
"""The first and last day of a period as deliveries write it; None where it cannot be told."""


def check_period(period: str, today: date) -> None:
    """Refuse a file whose name or manifest gives a period that is none, or has not begun.

    Fails   period_unknown, period_future
    """
    days = span(period)
    if period and days is None:
        raise UserProblem(
            "period_unknown",
            Text(
                sv="Filens period är varken år, kvartal eller månad (2024, 2024-2025, 2024-Q1 eller 2024-03); veckor "
                "används inte. Ge filen en sådan period i namnet eller i manifest.json.",
                en="The file's period is no year, quarter or month (2024, 2024-2025, 2024-Q1 or 2024-03); weeks are "
                "not used. Give the file such a period in its name or in manifest.json.",
            ),
        )
    if days and days[0] > today:
        raise UserProblem(
            "period_future",
            Text(
                sv="Filens period {period} har inte börjat. Rätta perioden i filnamnet, eller datorns klocka.",
                en="The file's period {period} has not begun. Mend the period in the file's name, or the computer's "
                "clock.",
            ).format(period=period),
        )


def told_by(days: pl.Series) -> str:
    """The period that rows tell of themselves, where neither the file's name nor a manifest does.

    In      days  when what the rows are about happened
    Out     a month, a quarter or whole years; "" where there are no days
    >>> told_by(pl.Series([date(2025, 1, 3), date(2025, 3, 31)]))
    '2025-Q1'
    """
    first, last = days.min(), days.max()
    if not isinstance(first, date) or not isinstance(last, date):
        return ""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    if periods.index(first, "quarter") == periods.index(last, "quarter"):
        return f"{first.year}-Q{(first.month + 2) // 3}"
    return f"{first.year}-{last.year}" if first.year != last.year else f"{first.year}"


def holes(spans: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    """The days between the spans, which are in order, that none of them holds.

    >>> holes([(date(2022, 1, 1), date(2023, 12, 31)), (date(2025, 1, 1), date(2025, 12, 31))])
    [(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))]
    """
    day, holes = timedelta(days=1), []
    until = spans[0][1]
    for start, end in spans[1:]:
        if start > until + day:
            holes.append((until + day, start - day))
        until = max(until, end)
    return holes


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _manifest(file: Path) -> dict[str, Any]:
    path = file.parent / "manifest.json"
    if not path.is_file():
        return {}
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        entries = told if isinstance(told, list) else [told]
        found = [entry for entry in entries if entry["file"] == file.name]
        return _checked(found[0]) if found else {}
    except (ValueError, TypeError, KeyError):
        raise UserProblem(
            "manifest_wrong",
            Text(
                sv="manifest.json går inte att läsa. Den ska ange file, rows, sha256, version och period.",
                en="manifest.json cannot be read. It must give file, rows, sha256, version and period.",
            ),
        ) from None


def _checked(entry: dict[str, Any]) -> dict[str, Any]:
    """The entry with its counts as numbers and its fingerprint in small letters, however a program wrote them."""
    counts = {key: int(entry[key]) for key in ("version", "rows") if key in entry}
    prints = {"sha256": str(entry["sha256"]).lower()} if "sha256" in entry else {}
    return entry | counts | prints


def _differs(key: str) -> UserProblem:
    return UserProblem(
        "manifest_differs",
        Text(
            sv="Filen stämmer inte med sitt manifest ({key}): den är avbruten, ändrad eller fel fil. Lämna om den.",
            en="The file does not agree with its manifest ({key}): it is cut short, changed or the wrong file. "
            "Deliver it again.",
        ).format(key=key),
    )


def _seen(file: Path) -> tuple[int, int, int]:
    status = file.lstat()
    return status.st_ino, status.st_size, status.st_mtime_ns
