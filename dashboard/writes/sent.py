"""A form as it was sent: what was typed, by which role, on which version; each field read as what it should be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from typing import Any, TypeVar

from dashboard.texts import register as say
from governance.entries import Entry
from governance.keeping import Held
from governance.model.tables import name_of
from governance.register import Register
from metrics.problem import Language, Text, UserProblem

AnyEntry = TypeVar("AnyEntry", bound=Entry)
Value = TypeVar("Value")


class FieldProblem(UserProblem):
    """Something is wrong with one field; the form shows it beside that field."""

    def __init__(self, field: str, text: Text) -> None:
        """A problem with the field of this name."""
        super().__init__("field_wrong", text)
        self.field = field


def in_order(field: str, first: date | None, last: date | None) -> None:
    """That a last day is not before its first, told beside one of the two fields."""
    if first is not None and last is not None and last < first:
        raise FieldProblem(field, say.LAST_BEFORE_FIRST.format(first=first, last=last))


@dataclass(frozen=True, kw_only=True)
class Saved:
    """What became of a form.

    In      said  one sentence, read out to the writer
            to    the address to go to; "" stays on the page, which is read anew
    """

    said: Text = say.SAVED
    to: str = ""


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One form, and the register open for writing.

    In      values    by the names of the form's fields; several ticks of one name are a list
            seen      the version the form was filled in from; 0 for something new
            by        the id of the seat the writer acts as
    Rule    fields are named as those of the entry they write: a conflict is told by those names
    """

    register: Register
    values: Mapping[str, str | list[str]]
    seen: int = 0
    by: str
    language: Language = "sv"

    def one(self, name: str) -> str:
        """What was typed, without spaces around; "" where nothing was."""
        value = self.values.get(name, "")
        return value.strip() if isinstance(value, str) else ", ".join(value)

    def needed(self, name: str) -> str:
        """What was typed where something must be.

        Fails   beside the field
        """
        value = self.one(name)
        if not value:
            raise FieldProblem(name, say.NEEDED)
        return value

    def many(self, name: str) -> tuple[str, ...]:
        """Every tick of one name."""
        value = self.values.get(name, [])
        return tuple(value) if isinstance(value, list) else (value,) if value else ()

    def ticked(self, name: str) -> bool:
        """Whether the box is ticked."""
        return self.one(name) == "yes"

    def text(self, name: str, before: Text | None = None) -> Text | None:
        """Words in both languages; None where nothing was typed.

        In      before  what the field held: its translation stays as long as its words do
        Rule    a form is filled in in one language: new words stand in both until somebody translates them
        """
        # Browsers send line ends as CRLF in some ways of sending; one line end in the register, one hash.
        words = self.one(name).replace("\r\n", "\n")
        if before is not None and words == before[self.language].strip():
            return before
        return Text(sv=words, en=words) if words else None

    def words(self, name: str, before: Text | None = None) -> Text:
        """Words in both languages where there must be some.

        Fails   beside the field
        """
        found = self.text(name, before)
        if found is None:
            raise FieldProblem(name, say.NEEDED)
        return found

    def day(self, name: str) -> date | None:
        """A day as the browser sends it, 2026-02-28; None where none was chosen."""
        return self._as(name, date.fromisoformat, say.NOT_A_DAY)

    def needed_day(self, name: str) -> date:
        """A day where one must be chosen."""
        found = self.day(name)
        if found is None:
            raise FieldProblem(name, say.NEEDED)
        return found

    def last_day(self, name: str, first: date | None) -> date | None:
        """A day that is not before the first; None where none was chosen."""
        last = self.day(name)
        in_order(name, first, last)
        return last

    def whole(self, name: str, least: int = 0, most: int = 10_000) -> int | None:
        """A whole number between two others; None where none was typed."""
        found = self._as(name, int, say.NOT_A_NUMBER)
        if found is not None and not least <= found <= most:
            raise FieldProblem(name, say.OUT_OF_RANGE.format(least=least, most=most))
        return found

    def clock(self, name: str) -> str:
        """A time of day, 13:00."""
        typed = self.needed(name)
        if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", typed):
            raise FieldProblem(name, say.NOT_A_TIME)
        return typed

    def chosen(self, name: str, among: Mapping[str, object] | tuple[str, ...]) -> Any:
        """One of the values there are to choose from."""
        value = self.one(name)
        if value not in among:
            raise FieldProblem(name, say.NOT_A_CHOICE)
        return value

    def several(self, name: str, among: Mapping[str, object] | tuple[str, ...]) -> tuple[str, ...]:
        """Any number of the values there are to choose from."""
        values = self.many(name)
        if not set(values) <= set(among):
            raise FieldProblem(name, say.NOT_A_CHOICE)
        return values

    def held(self, kind: type[AnyEntry], object_id: str) -> Held[AnyEntry]:
        """The entry the form is about, as it is now.

        Fails   entry_unknown
        """
        return self.register.wanted(kind, object_id)

    def named(self, kind: type[AnyEntry], name: Text, taken: Collection[str] = ()) -> str:
        """A free id of the kind, made from a name: "npf_foreningen", then "npf_foreningen_2".

        In      taken  ids of what else stands on the kind's page
        """
        plain = unicodedata.normalize("NFKD", name.sv.lower()).encode("ascii", "ignore").decode()
        stem = re.sub("[^a-z0-9]+", "_", plain).strip("_") or name_of(kind)
        ids = chain((stem,), (f"{stem}_{number}" for number in count(2)))
        return next(each for each in ids if each not in taken and self.register.held(kind, each) is None)

    def _as(self, name: str, read: Callable[[str], Value], wrong: Text) -> Value | None:
        typed = self.one(name)
        if not typed:
            return None
        try:
            return read(typed)
        except ValueError:
            raise FieldProblem(name, wrong) from None


Write = Callable[[Sent], Saved]
"""What one form does."""
