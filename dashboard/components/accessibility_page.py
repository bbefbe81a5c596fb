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
        + _section(
            say.TELL, [escape(say.TELL_TEXT[language]), contact(view), escape(say.AUTHORITY[language])], language
        )
        + _section(say.WHO, [escape(made_by(shown)[language])] if shown else [], language)
        + f'</div><p class="quiet">{escape(written)}</p>'
    )


def contact(view: View) -> str:
    """Whom to write to: the committee's own contact, or the way to who the secretary is where none is given."""
    language, given = view.language, data.contact()
    if given is None:
        to, named = escape(view.to("members")), escape(say.MEMBERS[language])
        return f'{escape(say.NO_CONTACT[language])} <a href="{to}">{named}</a>.'
    role, address = given[0][language], escape(given[1])
    linked = f'<a href="mailto:{address}">{address}</a>' if "@" in address else address
    return escape(say.CONTACT[language]).format(role=escape(role), address=linked)


def made_by(shown: Published) -> Text:
    """Whose figures these are, and whether any of it is real."""
    synthetic = bool(shown.manifest["committee"]["synthetic"])
    return (say.WHO_MADE_UP if synthetic else say.WHO_REAL).format(release=shown.release_id)


def _section(title: Text, lines: Sequence[str], language: Language) -> str:
    said = "".join(f"<p>{line}</p>" for line in lines)
    return f"<section><h2>{escape(title[language])}</h2>{said}</section>"


def _list(title: Text, items: Sequence[Text], language: Language) -> str:
    listed = "".join(f"<li>{escape(item[language])}</li>" for item in items)
    return f"<section><h2>{escape(title[language])}</h2><ul>{listed}</ul></section>"
