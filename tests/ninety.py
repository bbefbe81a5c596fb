"""The ninety bad inputs: how a case is drawn, and what must hold whatever the case.

    "13 decimal comma": (evened("decimal_comma", cells("costs", amount_sek="1000,50")),),

A case is one or more files on their way into a zone that already holds a delivery; each says what must become of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

import polars as pl
import xlsxwriter

from pipelines import vault
from pipelines.identity import holds_email, holds_number
from pipelines.load import LoadReport, load
from pipelines.readers import Limits
from pipelines.reasons import Reason
from pipelines.sources import SOURCES
from pipelines.workspace import Workspace
from tests.intake import ENOUGH, a_profile, a_table, a_zone, as_csv, codes, written

GOOD = "contacts_2024_v1.csv"
NOTE = "Anteckning"
"""A column of free text that the profile of contacts leaves where it is."""

WORKBOOKS = ("contacts", "costs", "needs")
"""The sources that may come as workbooks too."""

Make = Callable[[Workspace], Path]
Outcome = Literal["refused", "evened", "row refused", "incident", "accepted"]

_PSEUDONYM = re.compile(r"\br[0-9a-f]{10}\b")
_ALLOWED_IS_LISTED = ("unit_unknown", "code_unknown", "not_allowed", "not_a_date", "date_style", "not_yes_or_no")
_TO_DO = re.compile(
    r"(?i)\b(exportera|spara|rätta|ta bort|byt|ge|gör|lägg|lämna|dela|ange|skriv|kontrollera|vänta|läs in|ställ)\b"
)
_TO_DO_ENGLISH = re.compile(
    r"(?i)\b(export|save|mend|take|rename|give|make|put|deliver|split|name|write|check|wait|load|set|remove|open|delete)\b"
)


@dataclass(frozen=True, kw_only=True)
class Given:
    """One file of a case, and what must become of it.

    code     why it is refused, or what is counted as evened out
    secret   what must not stand in any message or log
    profile  a profile to have instead of the plain one, by source
    holds    what the vault has of the file's first row, by column
    """

    make: Make
    outcome: Outcome
    code: str = ""
    secret: tuple[str, ...] = ()
    profile: dict[str, str] = field(default_factory=dict)
    limits: Limits | None = None
    holds: dict[str, Any] = field(default_factory=dict)


def refused(code: str, make: Make, **more: Any) -> Given:
    """A file that goes to quarantine whole."""
    return Given(make=make, outcome="refused", code=code, **more)


def evened(code: str, make: Make, **more: Any) -> Given:
    """A file that is loaded, with something evened out and counted."""
    return Given(make=make, outcome="evened", code=code, **more)


def row_refused(code: str, make: Make, **more: Any) -> Given:
    """A file of which only the wrong rows are left out."""
    return Given(make=make, outcome="row refused", code=code, **more)


def incident(make: Make, *secret: str) -> Given:
    """A file that holds an identity number: refused, and the number nowhere."""
    return Given(make=make, outcome="incident", code="identity_number", secret=secret)


def accepted(make: Make, **more: Any) -> Given:
    """A file that is loaded as it is."""
    return Given(make=make, outcome="accepted", **more)


# --- files ------------------------------------------------------------------------------------------------------


def rows(source: str, *special: dict[str, str], good: int = ENOUGH, **every: str) -> list[dict[str, Any]]:
    """The special rows, then right ones; `every` is what all of them say."""
    note = {NOTE: ""} if source == "contacts" else {}
    return [{**row, **note, **every, **changed} for row, changed in _with(source, special, good)]


def _with(source: str, special: tuple[dict[str, str], ...], good: int) -> list[tuple[dict[str, str], dict[str, str]]]:
    changes = [*special, *[{}] * (good - len(special))]
    return list(zip(a_table(source, good=len(changes)), changes, strict=True))


def cells(source: str, *special: dict[str, str], name: str = "", **every: Any) -> Make:
    """A CSV file with some wrong rows, or something wrong in all of them."""
    return lambda zone: written(zone, name or f"{source}_2024_v2.csv", as_csv(rows(source, *special, **every)))


def text(change: Callable[[str], str | bytes], source: str = "contacts", **every: Any) -> Make:
    """The right CSV file, its text changed."""
    return lambda zone: written(zone, f"{source}_2024_v2.csv", change(as_csv(rows(source, **every))))


def raw(content: str | bytes, name: str = "contacts_2024_v2.csv") -> Make:
    """A file with exactly this content."""
    return lambda zone: written(zone, name, content)


def book(source: str, *special: dict[str, Any], change: Callable[[Any, Any], Any] | None = None, **every: Any) -> Make:
    """The same as a workbook: dates are date cells; `options` are the workbook's own."""
    options = every.pop("options", {})

    def make(zone: Workspace) -> Path:
        file = zone.inbox("region") / f"{source}_2024_v1.xlsx"
        workbook = xlsxwriter.Workbook(file, options)
        sheet, dated = workbook.add_worksheet("Blad"), workbook.add_format({"num_format": "yyyy-mm-dd"})
        table = rows(source, *special, **every)
        sheet.write_row(0, 0, list(rows(source, good=1)[0]))
        for y, row in enumerate(table, 1):
            for x, value in enumerate(row.values()):
                if isinstance(value, date):
                    sheet.write_datetime(y, x, datetime(value.year, value.month, value.day), dated)  # noqa: DTZ001
                elif value != "":
                    sheet.write(y, x, value)
        if change:
            change(workbook, sheet)
        workbook.close()
        return file

    return make


def note(content: str, column: str = NOTE) -> Make:
    """A CSV file whose free text says this in one row."""
    return cells("contacts", {}, {}, {column: content})


# --- the zone they come to --------------------------------------------------------------------------------------


def contacts_profile(**changes: str) -> str:
    """The profile of contacts, with its column of free text."""
    return a_profile("contacts", f'[ignore]\ncolumns = ["{NOTE}"]', **changes)


def a_loaded_zone(folder: Path) -> Workspace:
    """A zone with a delivery of contacts in force, whose contacts, costs and needs may come as workbooks too."""
    zone = a_zone(folder, "persons", "contacts", "costs", "needs", contacts=contacts_profile())
    for source in WORKBOOKS:
        ignored = f'[ignore]\ncolumns = ["{NOTE}"]' if source == "contacts" else ""
        profile = a_profile(
            source,
            ignored,
            variant='"book"',
            format='"xlsx"',
            sheet='"Blad"',
            file_pattern=rf"'^{source}_(?P<period>[0-9]{{4}})_v(?P<version>[0-9]+)\.xlsx$'",
        )
        (zone.sources / f"region.{source}.book.toml").write_text(profile, encoding="utf-8")
    assert load(zone, "region", cells("contacts", name=GOOD)(zone)).accepted == ENOUGH
    return zone


@dataclass(frozen=True)
class State:
    """What is in force, and what has been noted of every file: outcome, name and reasons.

    Rule    two states are the same where the same deliveries and rows are in force, whatever has been noted since
    """

    deliveries: tuple[tuple[str, str, int, int], ...]
    rows: dict[str, pl.DataFrame]
    log: tuple[tuple[str, str, str], ...]

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, State)
            and self.deliveries == other.deliveries
            and all(self.rows[name].equals(other.rows[name]) for name in SOURCES)
        )

    __hash__ = None  # type: ignore[assignment]


def in_force(zone: Workspace) -> State:
    """What the region's vault holds."""
    with vault.reading(zone, "region") as connection:
        found = vault.in_force(connection)
        tables = {name: pl.DataFrame(table.to_arrow_table()) for name, table in vault.tables(connection).items()}
        log = connection.sql("SELECT outcome, file, reasons FROM load_log ORDER BY sequence").fetchall()
    return State(tuple((one.source, one.period, one.version, one.delivery_id) for one in found), tables, tuple(log))


# --- what must hold ---------------------------------------------------------------------------------------------


def judge(zone: Workspace, *cases: Given) -> None:
    """The files come in one after the other; all that the outcome of each means is asserted."""
    before = in_force(zone)
    for given in cases:
        for source, profile in given.profile.items():
            (zone.sources / f"region.{source}.toml").write_text(profile, encoding="utf-8")
        report = load(zone, "region", given.make(zone), limits=given.limits)
        now = in_force(zone)
        if given.outcome in ("refused", "incident"):
            is_refused(report, given.code, before, now)
            assert report.exit_code == (5 if given.outcome == "incident" else 4)
        else:
            _is_loaded(report, given, now)
        nothing_sensitive(report, now, *given.secret)
        before = now


def refuses(zone: Workspace, file: Path, code: str) -> LoadReport:
    """A load of the file, refused whole by this code."""
    before = in_force(zone)
    report = load(zone, "region", file)
    now = in_force(zone)
    is_refused(report, code, before, now)
    nothing_sensitive(report, now)
    return report


def _is_loaded(report: LoadReport, given: Given, now: State) -> None:
    assert report.exit_code == (3 if given.outcome == "row refused" else 0), codes(report)
    assert report.accepted + report.refused_rows >= ENOUGH
    assert now.log[-1][0] == "accepted"
    if given.outcome == "row refused":
        assert given.code in codes(report)
        assert 0 < report.refused_rows <= 2
        for reason in report.reasons:
            tells_what_to_do(reason)
            tells_where(reason)
    if given.holds:
        first = now.rows[report.source].filter(delivery_id=report.delivery_id).row(0, named=True)
        assert {column: first[column] for column in given.holds} == given.holds
    if given.outcome == "evened":
        assert {change.code: change.rows for change in report.normalised}.get(given.code, 0) > 0, report.normalised


def is_refused(report: LoadReport, code: str, before: State, now: State) -> None:
    """The whole file is refused by this code, told in both languages with what to do, noted, and changes nothing."""
    assert (codes(report)[:1], report.file_refused, report.accepted) == ([code], True, 0)
    for reason in report.reasons:
        tells_what_to_do(reason)
        tells_where(reason)
    assert now == before
    assert now.log[-1][0] == ("incident" if report.incident else "refused")


def tells_what_to_do(reason: Reason) -> None:
    """A message says what is wrong and what to do, in Swedish and in English."""
    assert _TO_DO.search(reason.text.sv), reason.text.sv
    assert _TO_DO_ENGLISH.search(reason.text.en), reason.text.en
    assert reason.text.sv != reason.text.en


def tells_where(reason: Reason) -> None:
    """What is said of rows names the column, the first of the rows, and what is allowed where that can be listed."""
    if reason.rows:
        assert ("(rad " in reason.text.sv, "(row " in reason.text.en) == (True, True)
        if reason.column:
            assert reason.text.sv.startswith("Kolumnen ")
        if reason.code in _ALLOWED_IS_LISTED:
            assert ("Tillåtet: " in reason.text.sv, "Allowed: " in reason.text.en) == (True, True)


def nothing_sensitive(report: LoadReport, now: State, *secret: str) -> None:
    """No pseudonym, number, address or other secret in what is said or noted of this file."""
    told = (*report.reasons, *report.normalised, *report.notes)
    for words in (*(text for one in told for text in (one.text.sv, one.text.en)), *now.log[-1]):
        assert not _PSEUDONYM.search(words)
        assert not holds_number(words)
        assert not holds_email(words)
        assert [value for value in secret if value in words] == []
