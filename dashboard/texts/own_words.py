"""The words around the committee's own glossary: what each side means by a word, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Skriv i styrgruppens ordlista", en="Write in the committee's glossary")
NEW: Final = Text(sv="Skriv in ett ord", en="Enter a word")
CHANGE: Final = Text(sv="Ändra ”{word}”", en="Change “{word}”")
FIELDS: Final[Mapping[str, Text]] = {
    "word": Text(sv="Ord", en="Word"),
    "region": Text(sv="Vad regionen menar", en="What the region means"),
    "municipality": Text(sv="Vad kommunen menar", en="What the municipality means"),
    "together": Text(sv="Vad de säger tillsammans (tom: inget än)", en="What they say together (empty: nothing yet)"),
}
KNOWN: Final = Text(
    sv="Ordet finns redan. Ändra det i stället, längre ned i listan.",
    en="The word is there already. Change it instead, in the list below.",
)
ADDED: Final = Text(sv="Ordet är inskrivet.", en="The word has been entered.")
