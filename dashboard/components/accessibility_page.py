"""The accessibility statement: what is done, how it was tried, what is lacking, whom to tell, who made the figures."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dashboard import data
from dashboard.texts import accessibility as say
from dashboard.texts import long_date, texts
from dashboard.view import View
from metrics.problem import Language, Text
from pipelines.published import Published


def statement(view: View, shown: Published | None) -> str:
    """The whole statement as HTML."""
    language = view.language
    written = say.WRITTEN.format(date=long_date(texts(language), say.WRITTEN_ON))[language]
    return (
        f'<p class="lede">{escape(say.LEDE[language])}</p><div class="statement-of-access">'
        + _list(say.MET, say.MET_LIST, language)
        + _list(say.TRIED, say.TRIED_LIST, language)
        + _list(say.GAPS, say.GAPS_LIST, language)
        + _section(say.TELL, [say.TELL_TEXT, contact(), say.AUTHORITY], language)
        + _section(say.WHO, [made_by(shown)] if shown else [], language)
        + f'</div><p class="quiet">{escape(written)}</p>'
    )


def contact() -> Text:
    """Whom to write to: the committee's own contact, or what to do where none is given."""
    given = data.contact()
    return say.CONTACT.format(role=given[0], address=given[1]) if given else say.NO_CONTACT


def made_by(shown: Published) -> Text:
    """Whose figures these are, and whether any of it is real."""
    synthetic = bool(shown.manifest["committee"]["synthetic"])
    return (say.WHO_MADE_UP if synthetic else say.WHO_REAL).format(release=shown.release_id)


def _section(title: Text, texts_: Sequence[Text], language: Language) -> str:
    said = "".join(f"<p>{escape(text[language])}</p>" for text in texts_)
    return f"<section><h2>{escape(title[language])}</h2>{said}</section>"


def _list(title: Text, items: Sequence[Text], language: Language) -> str:
    listed = "".join(f"<li>{escape(item[language])}</li>" for item in items)
    return f"<section><h2>{escape(title[language])}</h2><ul>{listed}</ul></section>"
