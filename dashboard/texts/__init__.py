"""The words on the screen: one attribute per text, in Swedish and in English.

`t = texts("sv")` and then `t.page_scorecard`: a misspelt name fails the type check, and a test sees to it that
English has every text Swedish has. Texts with {names} are filled in with `.format(...)`.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from dashboard.texts.en import English
from dashboard.texts.sv import Swedish
from metrics import problem
from metrics.indicator import Organisation, Perspective
from metrics.problem import Language

_TEXTS: Final[dict[Language, Swedish]] = {"sv": Swedish(), "en": English()}


def texts(language: Language) -> Swedish:
    """All texts of the interface in one language."""
    return _TEXTS[language]


def organisation(t: Swedish, which: Organisation) -> str:
    """ "Region" or "Kommun", as a heading or label."""
    return {"region": t.region, "municipality": t.municipality}[which]


def perspective(t: Swedish, which: Perspective) -> str:
    """The name of one of the scorecard's five perspectives."""
    names: dict[Perspective, str] = {
        "needs": t.perspective_needs,
        "process": t.perspective_process,
        "resources": t.perspective_resources,
        "learning": t.perspective_learning,
        "governance": t.perspective_governance,
    }
    return names[which]


def source_name(t: Swedish, source: str) -> str:
    """A source in the reader's words."""
    return str(getattr(t, f"source_{source}", source))


def long_date(t: Swedish, day: date) -> str:
    """A day as people write it.

    >>> long_date(texts("sv"), date(2026, 1, 14)), long_date(texts("en"), date(2026, 1, 14))
    ('14 januari 2026', '14 January 2026')
    """
    return problem.long_date(day, "en" if isinstance(t, English) else "sv")
