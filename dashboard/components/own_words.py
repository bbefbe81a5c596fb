"""The forms for the committee's own words: one for each that is noted, and one for another."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dashboard.components import closing
from dashboard.components.entry_form import Fields, entry_form
from dashboard.components.history import kept
from dashboard.components.page_part import folded
from dashboard.components.register_form import writing
from dashboard.texts import own_words as say
from dashboard.view import View
from governance.entries import Word
from governance.keeping import Held
from metrics.problem import Language


def section(held: Sequence[Held[Word]], view: View) -> str:
    """A form for another word, and for each that is noted with its history.

    In      held  every word, also those that were cancelled
    """
    language = view.language
    changes = "".join(
        folded(
            say.CHANGE.format(word=each.entry.word),
            _form(each, language) + closing.cancel(each, language) + kept(Word, each.entry.id, language),
            language,
        )
        for each in held
        if not each.cancelled
    )
    over = closing.cancelled(((f"<b>{escape(each.entry.word[language])}</b>", each) for each in held), language)
    new = folded(say.NEW, _form(None, language), language, place="word-new")
    head = f"<h2>{escape(say.TITLE[language])}</h2>{writing(view)}"
    return f'<section id="own-words">{head}{new}{changes}{over}</section>'


def _form(held: Held[Word] | None, language: Language) -> str:
    one, of = held.entry if held else None, Fields(say.FIELDS, language)
    fields = [
        of.line("word", one.word if one else None, wide=True),
        of.long("region", one.region if one else None),
        of.long("municipality", one.municipality if one else None),
        of.long("together", one.together if one else None),
    ]
    return entry_form(Word, held, fields, language)
