"""The form for one kind of entry: fields with that kind's own labels, for a new entry or one that is changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dashboard.components.register_form import Field, FieldKind, form, text_of
from governance.entries import AnyEntry, id_of
from governance.keeping import Held
from governance.model.tables import name_of
from metrics.problem import Language, Text

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Fields:
    """Makes fields whose labels are the words of one subject.

    In      labels  by the names of the entry's fields
            notes   what to know of a field, by the same names
    """

    labels: Mapping[str, Text]
    language: Language
    notes: Mapping[str, Text] = field(default_factory=dict)

    def line(self, name: str, value: Text | str | None = None, *, note: str = "", wide: bool = False) -> Field:
        """One line of text."""
        return self._field(name, "text", self._said(value), note=note, wide=wide)

    def long(self, name: str, value: Text | None = None, *, note: str = "") -> Field:
        """Several lines of text."""
        return self._field(name, "long", self._said(value), note=note, rows=2)

    def day(self, name: str, value: date | None = None, *, note: str = "") -> Field:
        """A day."""
        return self._field(name, "date", value.isoformat() if value else "", note=note)

    def number(self, name: str, value: int | None = None, *, least: int, most: int) -> Field:
        """A whole number between two others."""
        return self._field(name, "number", "" if value is None else str(value), least=least, most=most)

    def tick(self, name: str) -> Field:
        """A box to tick."""
        return self._field(name, "tick")

    def choice(
        self, name: str, choices: Choices, value: str | None = None, *, note: str = "", wide: bool = False
    ) -> Field:
        """One of several."""
        return self._field(name, "choice", value or "", choices=choices, note=note, wide=wide)

    def many(self, name: str, choices: Choices, value: Iterable[str] = (), *, fold: str = "") -> Field:
        """Any number of several."""
        return self._field(name, "many", "\n".join(value), choices=choices, fold=fold)

    def words(self, words: Mapping[str, Text]) -> Choices:
        """What a field that holds one of a few fixed words is chosen from."""
        return [(key, text[self.language]) for key, text in words.items()]

    def _field(self, name: str, kind: FieldKind, value: str = "", *, note: str = "", **more: Any) -> Field:
        known = text_of(self.notes.get(name), self.language)
        return Field(
            name=name, label=self.labels[name][self.language], kind=kind, value=value, note=note or known, **more
        )

    def _said(self, value: Text | str | None) -> str:
        return value if isinstance(value, str) else text_of(value, self.language)


def entry_form(
    kind: type[AnyEntry], held: Held[AnyEntry] | None, fields: Iterable[Field], language: Language, *, part: str = "new"
) -> str:
    """A form that adds an entry of a kind, or changes the one that is held.

    In      part  what tells a form that adds from others of its kind on the page
    """
    name = name_of(kind)
    if held is None:
        return form(f"{name}_add", [*fields], about=f"{name}/{part}", language=language)
    object_id = id_of(held.entry)
    own = Field(name="id", kind="hidden", value=object_id)
    about = f"{name}/{object_id}"
    return form(f"{name}_change", [own, *fields], about=about, language=language, seen=held.version)
