"""Minutes and decisions of earlier years, out of lists as committees keep them: CSV, and tables or headings in Word.

Nothing is written here. A list becomes entries of the register, or says row by row what could not be understood.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from governance.entries import AgendaItem, Contents, Decision, Entry, ItemMinutes, Meeting
from metrics.problem import Text, UserProblem
from pipelines.identity_text import holds_number

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "held_on": ("datum", "date", "mötesdatum", "möte", "meeting"),
    "title": ("rubrik", "title", "punkt", "ärende", "item", "subject"),
    "discussion": ("diskussion", "discussion", "anteckningar", "notes"),
    "conclusion": ("slutsats", "conclusion", "utfall"),
    "decision": ("beslut", "decision"),
    "reason": ("skäl", "motivering", "reason"),
    "id": ("beteckning", "beslutsnummer", "nr", "id", "number"),
}
"""What a column may be called; a list needs a date, a title, and a conclusion or a decision."""

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "january"), ("februari", "february"), ("mars", "march"), ("april",), ("maj", "may"),
            ("juni", "june"), ("juli", "july"), ("augusti", "august"), ("september",), ("oktober", "october"),
            ("november",), ("december",),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
MOST_UNPACKED: Final = 64 * 1024**2
"""What a Word file may hold, unpacked: thousands of pages of minutes."""
ROWS_TOLD: Final = 5
"""How many rows with the same fault are told by their numbers."""
NO_REASON: Final = Text(
    sv="Skälet står inte i den inlästa listan.", en="The list it was read from does not state the reason."
)


@dataclass(frozen=True, kw_only=True)
class RowProblem:
    """One row that could not be understood, by its place in the file; never with what stood in it."""

    row: int
    text: Text


@dataclass(frozen=True, kw_only=True)
class RowRead:
    """One row that was understood.

    In      decision_id  of the decision it becomes; "" where it holds none, or the register has the row already
            is_known     whether the register has it already: then nothing of it is written
    """

    held_on: date
    title: str
    conclusion: str
    decision_id: str = ""
    is_known: bool = False


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a list holds.

    In      entries   what would be written, each after those it rests on
            rows      every row that was understood, in the list's order
            problems  rows that could not be understood: with one, nothing may be written
    """

    entries: tuple[Entry, ...]
    rows: tuple[RowRead, ...]
    problems: tuple[RowProblem, ...]

    @property
    def known(self) -> int:
        """How many rows the register already has."""
        return sum(each.is_known for each in self.rows)

    @property
    def told(self) -> tuple[Text, ...]:
        """Each reason that rows could not be understood, with how many they are and where the first of them stand."""
        places: dict[Text, list[int]] = {}
        for problem in self.problems:
            places.setdefault(problem.text, []).append(problem.row)
        return tuple(_told(text, rows) for text, rows in places.items())

    def count(self, kind: type[Entry]) -> int:
        """How many entries of one kind would be written."""
        return sum(isinstance(each, kind) for each in self.entries)


def _told(text: Text, rows: Sequence[int]) -> Text:
    shown = ", ".join(map(str, rows[:ROWS_TOLD])) + (" …" if len(rows) > ROWS_TOLD else "")
    many = Text(sv="{n} rader ({shown}): {text}", en="{n} rows ({shown}): {text}")
    said = many if len(rows) > 1 else Text(sv="Rad {shown}: {text}", en="Row {shown}: {text}")
    return said.format(n=len(rows), shown=shown, text=text)


@dataclass(frozen=True)
class _Line:
    """One row of a list, by the register's own names."""

    row: int
    values: Mapping[str, str]


def read(path: Path, held: Contents) -> Found:
    """The entries in a list, beside what the register already holds.

    Fails   list_unreadable, columns_missing
    """
    return read_content(path.name, path.read_bytes(), held)


def read_content(name: str, content: bytes, held: Contents) -> Found:
    """As `read`, of a file that is not on the disk.

    In      name  of the file: its ending says what it is
    """
    lines = _of_word(name, content) if name.lower().endswith(".docx") else _of_csv(name, content)
    return _Reading(held).all(lines)


def day_of(written: str) -> date | None:
    """A day as people write it; None where it is none.

    >>> day_of("14 maj 2003"), day_of("2003-05-14"), day_of("i våras")
    (datetime.date(2003, 5, 14), datetime.date(2003, 5, 14), None)
    """
    numbers = re.search(r"\b([0-9]{4})-?([0-9]{2})-?([0-9]{2})\b", written)
    named = re.search(r"\b([0-9]{1,2}) ([a-z]+) ([0-9]{4})\b", written.lower())
    try:
        if numbers:
            return date(*map(int, numbers.groups()))
        if named and named[2] in MONTHS:
            return date(int(named[3]), MONTHS[named[2]], int(named[1]))
    except ValueError:
        return None
    return None


# --- files ------------------------------------------------------------------------------------------------------


def _of_csv(name: str, content: bytes) -> Iterator[_Line]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    separator = max(";,\t", key=first.count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    if not rows or "\x00" in text:
        raise _unreadable(name)
    names = _names(rows[0])
    if not _is_list(names):
        raise _columns_missing(name)
    for number, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row):
            yield _Line(number, {name: row[at].strip() for name, at in names.items() if at < len(row)})


def _of_word(name: str, content: bytes) -> Iterator[_Line]:
    """The rows of every table that is a list; where there is none, one matter for every heading under a dated one."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise _unreadable(name)
        document = Document(io.BytesIO(content))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        raise _unreadable(name) from None
    lists = [table for table in document.tables if table.rows and _is_list(_names(_cells(table)[0]))]
    if not lists:
        found = list(_under_headings(document.paragraphs))
        if not found:
            raise _columns_missing(name)
        yield from found
    number = 1
    for table in lists:
        head, *rows = _cells(table)
        names = _names(head)
        for row in rows:
            number += 1
            yield _Line(number, {name: row[at] for name, at in names.items()})


def _cells(table: Table) -> list[list[str]]:
    return [[cell.text.strip() for cell in row.cells] for row in table.rows]


def _under_headings(paragraphs: Iterable[Paragraph]) -> Iterator[_Line]:
    held_on, row = "", 0
    open_: dict[str, str] | None = None
    for number, paragraph in enumerate(paragraphs, start=1):
        words = paragraph.text.strip()
        name = (paragraph.style.name or "") if paragraph.style else ""
        if name.startswith("Heading") and words:
            if open_:
                yield _Line(row, open_)
            open_, row = None, number
            if day_of(words):
                held_on = words
            else:
                open_ = {"held_on": held_on, "title": words}
        elif words and open_ is not None:
            label, _, rest = words.partition(":")
            part = next((each for each, names in COLUMNS.items() if label.lower() in names), "discussion")
            said = rest.strip() if part != "discussion" or label.lower() in COLUMNS["discussion"] else words
            open_[part] = "\n".join(filter(None, (open_.get(part, ""), said)))
    if open_:
        yield _Line(row, open_)


def _names(head: Iterable[str]) -> dict[str, int]:
    """Which column is what: the first of a name counts."""
    found: dict[str, int] = {}
    for at, text in enumerate(head):
        name = next((each for each, names in COLUMNS.items() if text.strip().lower() in names), None)
        if name is not None:
            found.setdefault(name, at)
    return found


def _is_list(names: Mapping[str, int]) -> bool:
    return {"held_on", "title"} <= names.keys() and bool({"conclusion", "decision"} & names.keys())


# --- rows -------------------------------------------------------------------------------------------------------


@dataclass
class _Reading:
    """One list on its way to entries: what there is already, and the next free place and number."""

    held: Contents
    entries: list[Entry] = field(default_factory=list)
    rows: list[RowRead] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)

    def all(self, lines: Iterable[_Line]) -> Found:
        """Every row, or what is wrong with it."""
        self._meetings = {meeting.id for meeting in self.held.meetings}
        self._items = [*self.held.agenda_items]
        self._decisions = {decision.id for decision in self.held.decisions}
        for line in lines:
            problem = self._problem(line)
            if problem:
                self.problems.append(RowProblem(row=line.row, text=problem))
            else:
                self.rows.append(self._row(line.values))
        return Found(entries=tuple(self.entries), rows=tuple(self.rows), problems=tuple(self.problems))

    def _problem(self, line: _Line) -> Text | None:
        values = line.values
        if any(holds_number(each) for each in values.values()):
            return Text(
                sv="Raden har något som ser ut som ett personnummer. Ta bort det ur filen.",
                en="The row has what looks like a personal identity number. Remove it from the file.",
            )
        if day_of(values.get("held_on", "")) is None:
            return Text(
                sv="Dagen går inte att läsa. Skriv den som 2003-05-14 eller 14 maj 2003.",
                en="The day cannot be read. Write it as 2003-05-14 or 14 May 2003.",
            )
        if not values.get("title"):
            return Text(sv="Rubriken saknas.", en="The title is missing.")
        if not (values.get("conclusion") or values.get("decision") or values.get("discussion")):
            return Text(
                sv="Varken slutsats, beslut eller diskussion finns.",
                en="There is neither conclusion, decision nor discussion.",
            )
        return None

    def _row(self, values: Mapping[str, str]) -> RowRead:
        held_on = day_of(values["held_on"])
        assert held_on is not None  # noqa: S101  # just asked for
        meeting, title = f"M-{held_on}", _both(values["title"])
        own = [item for item in self._items if item.meeting_id == meeting]
        decided, said = values.get("decision", ""), values.get("discussion")
        conclusion = values.get("conclusion") or decided or said or ""
        read = RowRead(held_on=held_on, title=title.sv, conclusion=conclusion)
        if any(title.sv in (item.title.sv, item.title.en) for item in own):
            return replace(read, is_known=True)
        if meeting not in self._meetings:
            self._meetings.add(meeting)
            self.entries.append(Meeting(id=meeting, held_on=held_on, status="held"))
        position = 1 + max((item.position for item in own), default=0)
        item = AgendaItem(
            id=f"{meeting}-{position}",
            meeting_id=meeting,
            position=position,
            kind="decision" if decided else "discussion",
            title=title,
            status="taken",
        )
        self._items.append(item)
        kept = _both(said) if said and said != conclusion else None
        self.entries += [item, ItemMinutes(item_id=item.id, discussion=kept, conclusion=_both(conclusion))]
        if not decided:
            return read
        reason = values.get("reason")
        decision = Decision(
            id=self._number(values.get("id", ""), held_on.year),
            decided_on=held_on,
            title=title,
            text=_both(decided),
            reason=_both(reason) if reason else NO_REASON,
            item_id=item.id,
        )
        self.entries.append(decision)
        return replace(read, decision_id=decision.id)

    def _number(self, given: str, year: int) -> str:
        """The list's own number where it is free, else the year's next."""
        ids = (f"B-{year}-{number:03}" for number in range(1, 1000))
        chosen = given if given and given not in self._decisions else next(i for i in ids if i not in self._decisions)
        self._decisions.add(chosen)
        return chosen


def _both(words: str) -> Text:
    """Words in the one language they were written in, for both."""
    return Text(sv=words, en=words)


def _unreadable(name: str) -> UserProblem:
    return UserProblem(
        "list_unreadable",
        Text(
            sv=f"{name} kan inte läsas. Spara listan som CSV eller Word (.docx) och försök igen.",
            en=f"{name} cannot be read. Save the list as CSV or Word (.docx), and try again.",
        ),
    )


def _columns_missing(name: str) -> UserProblem:
    return UserProblem(
        "columns_missing",
        Text(
            sv=f"{name}: det finns ingen lista med kolumnerna datum, rubrik och slutsats eller beslut, och inga "
            "rubriker under en rubrik med mötets datum. Byt namn på kolumnerna.",
            en=f"{name}: there is no list with the columns date, title and conclusion or decision, and no "
            "headings under one with the meeting's date. Rename the columns.",
        ),
    )
