"""Everything in the register, to take away: as JSON that can be loaded again, as CSV in a zip, as an Excel workbook."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import datetime
from typing import Any, Final, get_type_hints

from pydantic import TypeAdapter

from dashboard.components.data_table import Sheet, Value, as_csv, as_workbook
from governance.entries import KINDS, Contents, Entry
from metrics.problem import Language, Text

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the zip: the same register gives the same bytes."""


def as_json(contents: Contents, language: Language) -> bytes:
    """The whole register in the shape `samsyn register import` reads; languages stand side by side."""
    return TypeAdapter(Contents).dump_json(contents, indent=1) + b"\n"


def as_zip(contents: Contents, language: Language) -> bytes:
    """One CSV for each kind, in the way a spreadsheet of the language opens."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for sheet in sheets(contents):
            entry = zipfile.ZipInfo(f"{sheet.name}.csv", _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, as_csv(sheet, language))
    return out.getvalue()


def as_excel(contents: Contents, language: Language) -> bytes:
    """One sheet for each kind; text is never a formula."""
    return as_workbook(sheets(contents))


FORMATS: Final[Mapping[str, tuple[str, Callable[[Contents, Language], bytes]]]] = {
    "json": ("json", as_json),
    "csv": ("zip", as_zip),
    "xlsx": ("xlsx", as_excel),
}
"""The ending of the file, and what makes it."""


def sheets(contents: Contents) -> tuple[Sheet, ...]:
    """Every kind as a table: a text has a column for each language, a list is words with commas between."""
    return tuple(_sheet(name, kind, getattr(contents, name)) for name, kind in KINDS.items())


def _sheet(name: str, kind: type[Entry], entries: tuple[Entry, ...]) -> Sheet:
    hints = get_type_hints(kind)
    texts = {field.name for field in fields(kind) if hints[field.name] in (Text, Text | None)}
    head = tuple(
        column
        for field in fields(kind)
        for column in ((f"{field.name}_sv", f"{field.name}_en") if field.name in texts else (field.name,))
    )
    rows = tuple(
        tuple(value for field in fields(kind) for value in _values(getattr(entry, field.name), field.name in texts))
        for entry in entries
    )
    return Sheet(name=name, head=head, rows=rows)


def _values(value: Any, is_text: bool) -> tuple[Value, ...]:
    if is_text:
        return (None, None) if value is None else (value.sv, value.en)
    if isinstance(value, tuple):
        nested = any(is_dataclass(each) for each in value)
        written = json.dumps([asdict(each) for each in value], ensure_ascii=False) if nested else ", ".join(value)
        return (written,)
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    return (value.isoformat() if isinstance(value, datetime) else value,)  # a moment has a zone, which Excel has not
