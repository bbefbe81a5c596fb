"""What the forms about the committee's own words write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dashboard.texts import own_words as say
from dashboard.writes.sent import FieldProblem, Saved, Sent, Write
from governance.entries import Word


def add(sent: Sent) -> Saved:
    """Enter a word with what each side means by it.

    Fails   beside the word, where it is there already
    """
    word, region, municipality = (sent.words(name) for name in ("word", "region", "municipality"))
    typed = word[sent.language].casefold()
    if any(each.word[sent.language].casefold() == typed for each in sent.register.list(Word)):
        raise FieldProblem("word", say.KNOWN)
    new = Word(id=sent.named(Word, word), word=word, region=region, municipality=municipality)
    sent.register.add(replace(new, together=sent.text("together")), by=sent.by)
    return Saved(said=say.ADDED)


def change(sent: Sent) -> Saved:
    """Change a word, or what a side means by it."""
    before = sent.held(Word, sent.one("id")).entry
    changed = replace(
        before,
        word=sent.words("word", before.word),
        region=sent.words("region", before.region),
        municipality=sent.words("municipality", before.municipality),
        together=sent.text("together", before.together),
    )
    sent.register.change(changed, sent.seen, by=sent.by)
    return Saved()


WRITES: Final[Mapping[str, Write]] = {"word_add": add, "word_change": change}
