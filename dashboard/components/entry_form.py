"""The form for one kind of entry: fields with that kind's own labels, for a new entry or one that is changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.components.register_form import Field, form, text_of
from governance.entries import AnyEntry, id_of
from governance.keeping import Held
from governance.model.tables import name_of
from metrics.problem import Language, Text

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Fields:
    """Makes fields whose labels are the words of one subject.

    In      labels  by the names of the entry's fields
    """

    labels: Mapping[str, Text]
    language: Language

    def line(self, name: str, value: Text | str | None = None, *, note: str = "", wide: bool = False) -> Field:
        """One line of text."""
        return Field(name=name, label=self._label(name), value=self._said(value), note=note, wide=wide)

    def long(self, name: str, value: Text | None = None, *, note: str = "") -> Field:
        """Several lines of text."""
        said = text_of(value, self.language)
        return Field(name=name, label=self._label(name), kind="long", value=said, note=note, rows=2)

    def day(self, name: str, value: date | None = None, *, note: str = "") -> Field:
        """A day."""
        label, chosen = self._label(name), value.isoformat() if value else ""
        return Field(name=name, label=label, kind="date", value=chosen, note=note)

    def choice(self, name: str, choices: Choices, value: str | None = None, *, note: str = "") -> Field:
        """One of several."""
        label = self._label(name)
        return Field(name=name, label=label, kind="choice", value=value or "", choices=choices, note=note)

    def many(self, name: str, choices: Choices, value: Iterable[str] = (), *, fold: str = "") -> Field:
        """Any number of several."""
        label, ticked = self._label(name), "\n".join(value)
        return Field(name=name, label=label, kind="many", value=ticked, choices=choices, fold=fold)

    def words(self, words: Mapping[str, Text]) -> Choices:
        """What a field that holds one of a few fixed words is chosen from."""
        return [(key, text[self.language]) for key, text in words.items()]

    def _label(self, name: str) -> str:
        return self.labels[name][self.language]

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
