"""A word or mark that says what it means where it stands: pointed at, come to with the keyboard, or pressed.

The page carries only which term it is; what the term means stands once in the document, and in the glossary.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from html import escape

from dashboard.texts import glossary as say
from dashboard.texts.glossary import TERMS
from dashboard.view import View
from metrics.problem import Language, Text


def mark(drawn: str, term: str, *, looks: str = "", says: str = "") -> str:
    """Something drawn or written, explained.

    In      drawn  as HTML; what it is called must be in it as words
            looks  its own classes
            says   what it means just here, before what it means everywhere
    Fails   KeyError where the glossary has no such term
    """
    here = f' data-says="{escape(says)}"' if says else ""
    kind = f"explain {looks}".strip()
    return f'<button type="button" class="{kind}" data-term="{TERMS[term].id}"{here}>{drawn}</button>'


def term(shown: str, of: str) -> str:
    """A word of the page as it stands, explained."""
    return mark(escape(shown), of, looks="word")


def within(text: str, language: Language, *terms: str) -> str:
    """A text with the first mention of each term explained; one that is not mentioned is left out.

    >>> within("Läs om SIP här", "sv", "sip")
    'Läs om <button type="button" class="explain word" data-term="sip">SIP</button> här'
    """
    html = escape(text)
    for name in terms:
        found = re.search(
            rf"(?<![\w>\"-]){re.escape(escape(TERMS[name].name[language]))}(?![\w<])", html, re.IGNORECASE
        )
        if found:
            html = html[: found.start()] + term(found[0], name) + html[found.end() :]
    return html


def of_page(view: View) -> str:
    """The words a page uses that the glossary explains, and the way to all of them."""
    language = view.language
    own = _listed(say.ON_PAGE, [name for name, each in TERMS.items() if each.page == view.page], language)
    whole = f'<a href="{escape(view.to("glossary"))}">{escape(say.WHOLE[language])}</a>'
    return f'<div class="page-words">{own}{whole}</div>'


def of_terms(names: Sequence[str], language: Language) -> str:
    """Some words of a page that has no glossary to lead to."""
    return f'<div class="page-words">{_listed(say.ON_PAGE, names, language)}</div>'


def of_chart(chart: str, language: Language) -> str:
    """The words one needs to read a chart; nothing where it takes none."""
    own = _listed(say.OF_CHART, say.CHART_TERMS.get(chart, ()), language)
    return f'<div class="page-words">{own}</div>' if own else ""


def _listed(title: Text, names: Sequence[str], language: Language) -> str:
    own = "".join(f"<li>{term(TERMS[name].name[language], name)}</li>" for name in names)
    return f"<p>{escape(title[language])}</p><ul>{own}</ul>" if own else ""


def words(language: Language) -> str:
    """All explanations as data for the browser."""
    told = {
        "terms": {each.id: [each.name[language], each.text[language]] for each in TERMS.values()},
        "more": say.MORE[language],
        "at": f"/glossary?lang={language}",
        "arrows": say.ARROWS[language],
    }
    data = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="words">{data}</script>'
