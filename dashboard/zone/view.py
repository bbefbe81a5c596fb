"""Where the steward is: which page of the zone, in which language. Nothing else ever stands in an address here."""

from __future__ import annotations

from typing import Final, Literal

from metrics.problem import Language

PageName = Literal["files", "loaded", "worklists"]
PATHS: Final[dict[PageName, str]] = {"files": "/", "loaded": "/loaded", "worklists": "/worklists"}


def address(page: PageName, language: Language) -> str:
    """The address of a page.

    >>> address("loaded", "sv")
    '/loaded?lang=sv'
    """
    return f"{PATHS[page]}?lang={language}"
