"""The page of words: what each means, where it is seen, and what each side says of those the committee has noted."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dashboard.components import icons
from dashboard.components.data_table import Sheet
from dashboard.texts import glossary as say
from dashboard.texts import organisation, texts
from dashboard.texts.glossary import SUBJECTS, TERMS
from dashboard.texts.glossary_figures import Term
from dashboard.view import View
from governance.entries import Word
from metrics.indicator import ORGANISATIONS
from metrics.problem import Language


def matching(query: str, language: Language) -> tuple[Term, ...]:
    """The terms that have the query in their name, in either language, or in their explanation."""
    sought = query.casefold().strip()
    return tuple(
        term for term in TERMS.values() if sought in f"{term.name.sv} {term.name.en} {term.text[language]}".casefold()
    )


def found(chosen: Sequence[Term], query: str, language: Language) -> str:
    """How many words the search found, read out as it changes."""
    text = say.FOUND.format(n=len(chosen), all=len(TERMS)) if chosen else say.FOUND_NONE.format(query=query)
    return f'<p class="quiet" role="status">{escape(text[language])}</p>'


def terms(chosen: Sequence[Term], own: Sequence[Word], view: View) -> str:
    """The words by subject, each at its own place, with what each side says of it where the committee has noted it."""
    noted = {word.word.sv.casefold(): word for word in own}
    parts = []
    for subject in SUBJECTS:
        inside = [term for term in subject.terms if term in chosen]
        if inside:
            listed = "".join(_term(term, noted.get(term.name.sv.casefold()), view) for term in inside)
            parts.append(f"<section><h2>{escape(subject.name[view.language])}</h2><dl>{listed}</dl></section>")
    return f'<div class="glossary">{"".join(parts)}</div>'


def _term(term: Term, noted: Word | None, view: View) -> str:
    language = view.language
    other: Language = "en" if language == "sv" else "sv"
    alike = term.name.sv == term.name.en
    translated = "" if alike else f' <small lang="{other}">{escape(term.name[other])}</small>'
    seen = ""
    if term.page:
        title = getattr(texts(language), f"page_{term.page}")
        seen = f' <a href="{escape(view.to(term.page))}">{escape(say.SEEN_ON[language])} {escape(title)}</a>'
    return (
        f'<div id="{term.id}" tabindex="-1"><dt>{escape(term.name[language])}{translated}</dt>'
        f"<dd>{escape(term.text[language])}{seen}{_meant(noted, language) if noted else ''}</dd></div>"
    )


def own(words: Sequence[Word], language: Language) -> str:
    """What each side means by the words that the committee has noted, and what they mean together.

    Rule    a word of ours that the committee has noted too has it beside ours, and is not told twice
    """
    ours = {term.name.sv.casefold() for term in TERMS.values()}
    words = [word for word in words if word.word.sv.casefold() not in ours]
    title = f"<h2>{escape(say.OWN[language])}</h2><p>{escape(say.OWN_TEXT[language])}</p>"
    if not words:
        return f'<section class="own">{title}<p class="quiet">{escape(say.OWN_NONE[language])}</p></section>'
    return f'<section class="own">{title}<dl>{"".join(_own(word, language) for word in words)}</dl></section>'


def _own(word: Word, language: Language) -> str:
    return f"<div><dt>{escape(word.word[language])}</dt><dd>{_meant(word, language)}</dd></div>"


def _meant(word: Word, language: Language) -> str:
    t = texts(language)
    sides = "".join(
        f"<p>{icons.side(which, organisation(t, which))} {escape(getattr(word, which)[language])}</p>"
        for which in ORGANISATIONS
    )
    both = f"<p><b>{escape(say.TOGETHER[language])}</b> {escape(word.together[language])}</p>" if word.together else ""
    return f'<div class="meant">{sides}{both}</div>'


def sheet(chosen: Sequence[Term], words: Sequence[Word], language: Language) -> Sheet:
    """The words as a file; a word of the committee's own says what each side means by it."""
    other: Language = "en" if language == "sv" else "sv"
    group = {term.id: subject.name[language] for subject in SUBJECTS for term in subject.terms}
    lines = [(term.name[language], term.text[language], term.name[other], group[term.id]) for term in chosen]
    t = texts(language)
    for word in words:
        meant = [f"{organisation(t, which)}: {getattr(word, which)[language]}" for which in ORGANISATIONS]
        lines.append((word.word[language], ". ".join(meant), word.word[other], say.OWN[language]))
    return Sheet(say.TITLE[language], tuple(say.HEAD[language].split(";")), tuple(lines))
