"""Worklists written for staff to work from: four CSV files and one workbook, in the zone and nowhere else."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from pathlib import Path

import polars as pl
import xlsxwriter

from metrics.populations import agencies
from metrics.problem import Language, Text
from pipelines.export import without_formulas
from pipelines.worklist import Worklists
from pipelines.workspace import Workspace

_HEADINGS: Mapping[str, Text] = {
    "unit": Text("Enhet", "Unit"),
    "person": Text("Person (pseudonym)", "Person (pseudonym)"),
    "plan_id": Text("Plan", "Plan"),
    "met_on": Text("Möte", "Meeting"),
    "due_on": Text("Uppföljning senast", "Follow-up due"),
    "days_overdue": Text("Dagar försenad", "Days overdue"),
    "due_agreed": Text("Datum överenskommet", "Date agreed"),
    "closed_on": Text("Planen avslutad", "Plan closed"),
    "followed_up_on": Text("Uppföljd", "Followed up"),
    "rater": Text("Skattning saknas från", "Rating missing from"),
    "last_on": Text("Senaste skattning", "Latest rating"),
    "last_to_on": Text("Senaste uppdrag slutade", "Latest assignment ended"),
    "responsible": Text("Ansvarig verksamhet", "Responsible agency"),
    "organisation": Text("Organisation", "Organisation"),
}
_RATERS = {
    "user": Text("brukaren", "the user"),
    "staff": Text("personalen", "the staff"),
    "carer": Text("den anhöriga", "the carer"),
}
_YES, _NO = Text("ja", "yes"), Text("nej", "no")


def folder(workspace: Workspace, organisation: str) -> Path:
    """Where an organisation's worklists lie."""
    return workspace.path / "zones" / organisation / "worklists"


def write(workspace: Workspace, made: Worklists, language: Language) -> tuple[Path, ...]:
    """The files of the lists: one CSV each, then the workbook with all of them.

    Rule    readable by their owner only; a text that a spreadsheet would run as a formula gets a ' before it
    """
    into = folder(workspace, made.organisation)
    into.mkdir(parents=True, exist_ok=True, mode=0o700)
    into.chmod(0o700)
    told = [(one, without_formulas(_told(one.rows, workspace, language))) for one in made.lists if one.rows is not None]
    written = []
    for one, frame in told:
        # Swedish spreadsheets expect a semicolon, and a mark to know that the letters are UTF-8.
        content = frame.write_csv(separator=";", include_bom=True).encode()
        written.append(_private(into / f"{made.on}_{one.name}.csv", content))
    sheets = {one.title[language]: frame for one, frame in told}
    written.append(_private(into / f"{made.on}_worklists.xlsx", _workbook(sheets)))
    return tuple(written)


def _told(rows: pl.DataFrame, workspace: Workspace, language: Language) -> pl.DataFrame:
    """The rows in the reader's words: units, raters, agencies and headings."""
    words: dict[str, Mapping[str, Text]] = {
        "unit": {unit.id: unit.name for unit in workspace.units},
        "rater": _RATERS,
        "responsible": agencies.NAMES,
        "organisation": {str(name): text for name, text in workspace.organisations.items()},
    }
    named = [
        pl.col(column).replace({code: text[language] for code, text in texts.items()})
        for column, texts in words.items()
        if column in rows.columns
    ]
    truths = pl.when(pl.col(pl.Boolean)).then(pl.lit(_YES[language])).otherwise(pl.lit(_NO[language])).name.keep()
    told = rows.with_columns(named).with_columns(truths)
    return told.rename({column: _HEADINGS[column][language] for column in rows.columns})


def _workbook(sheets: Mapping[str, pl.DataFrame]) -> bytes:
    content = io.BytesIO()
    # Built in memory: xlsxwriter would otherwise leave the rows in the computer's folder for temporary files.
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        for title, frame in sheets.items():
            frame.write_excel(book, worksheet=title, autofit=True, freeze_panes=(1, 0), dtype_formats={pl.Int32: "0"})
    return content.getvalue()


def _private(file: Path, content: bytes) -> Path:
    beside = file.with_name(f".{file.name}")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(content)
    beside.replace(file)
    return file
