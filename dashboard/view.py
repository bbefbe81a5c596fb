"""What a reader looks at: language, page and filters, as they stand in the address.

The address is the whole state: a link can be sent to a colleague, printed, or opened next year.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args
from urllib.parse import urlencode

from metrics.indicator import ORGANISATIONS, Breakdown, Organisation, Rater
from metrics.problem import Language

PageName = Literal[
    "overview",
    "scorecard",
    "indicator",
    "needs",
    "plans",
    "costs",
    "services",
    "unit",
    "meetings",
    "decisions",
    "agreements",
    "review",
    "timeline",
    "members",
    "definitions",
    "privacy",
    "data",
    "glossary",
    "accessibility",
    "style_guide",
]
GroupName = Literal["standing", "committee", "basis"]
GROUPS: Final[dict[GroupName, tuple[PageName, ...]]] = {
    "standing": ("overview", "scorecard", "indicator", "needs", "plans", "costs", "services", "unit"),
    "committee": ("meetings", "decisions", "agreements", "review", "timeline", "members"),
    "basis": ("definitions", "glossary", "data", "privacy"),
}
"""The pages in the order they are read, under what they have in common: the way around on top of every page."""
ASIDE: Final[tuple[PageName, ...]] = ("accessibility", "style_guide")
"""Pages that stand beside the way around: one the foot leads to, one that only `samsyn serve --style-guide` has."""
PATHS: Final[dict[PageName, str]] = {
    page: "/" if page == "overview" else f"/{page}" for pages in (*GROUPS.values(), ASIDE) for page in pages
}
OWN: Final[dict[PageName, tuple[str, ...]]] = {
    "meetings": ("part", "item", "year"),
    "decisions": ("part", "do", "measure"),
    "members": ("do", "list"),
    "review": ("part",),
    "timeline": ("lane", "theme", "from", "to", "entry"),
}
"""Filters that one page has for itself, by their names in the address."""
LANGUAGE_COOKIE = "samsyn_language"
_QUARTER = re.compile(r"^[0-9]{4}-Q[1-4]$")
_YEAR = re.compile(r"^[0-9]{4}$")


@dataclass(frozen=True, kw_only=True)
class View:
    """One reader's place: which page, in which language, cut which way.

    In      until      the last quarter to count, "2024-Q4"; "" is the latest there is
            unit       id of a unit, or ""; never together with `group`: a release has no cell for both
            group      id of a target group, or ""
            item       id of the one thing the page shows: an indicator, a meeting, a decision; "" for all
            rater      whose ratings of needs: "" is the users' own
            organisation  "region" or "municipality" alone; "" for both, side by side
            against    the earlier year that needs are compared with, "2021"; "" is the year before
            more       a page's own filters, name and value; see `OWN`
            tour       stop of the tour of the made-up example; 0 where the reader is on none
            ignored    names of filters in the address that mean nothing here; the page says so
    """

    page: PageName = "overview"
    language: Language = "sv"
    until: str = ""
    unit: str = ""
    group: str = ""
    item: str = ""
    rater: Rater = ""
    organisation: Organisation | Literal[""] = ""
    against: str = ""
    more: tuple[tuple[str, str], ...] = ()
    tour: int = 0
    ignored: tuple[str, ...] = ()

    @property
    def breakdown(self) -> Breakdown:
        """The published table the filters point at."""
        if self.unit:
            return "unit"
        return "target_group" if self.group else "all"

    @property
    def member(self) -> str:
        """The id of the unit or target group; "" for the whole."""
        return self.unit or self.group

    def to(self, page: PageName, *, item: str = "") -> str:
        """The address of another page, in the same language and with the same filters."""
        return replace(self, page=page, item=item, more=(), tour=0).address

    def in_language(self, language: Language) -> str:
        """The address of the same page in another language."""
        return replace(self, language=language).address

    @property
    def address(self) -> str:
        """The path and query of this view.

        >>> View(page="indicator", item="P2", unit="dagcentrum").address
        '/indicator?id=P2&unit=dagcentrum&lang=sv'
        """
        named = {"id": self.item, "until": self.until, "unit": self.unit, "group": self.group}
        named |= {"rater": self.rater, "organisation": self.organisation, "against": self.against}
        named |= dict(self.more) | {"tour": str(self.tour) if self.tour else ""}
        return f"{PATHS[self.page]}?{urlencode({k: v for k, v in named.items() if v} | {'lang': self.language})}"


def language_of(asked: str | None, remembered: str | None) -> Language:
    """The language of the page: what the address asks for, else what the reader last chose, else Swedish."""
    known: dict[str | None, Language] = {"sv": "sv", "en": "en"}
    return known.get(asked) or known.get(remembered) or "sv"


def read(
    page: PageName,
    query: Mapping[str, str],
    *,
    remembered: str | None = None,
    periods: Collection[str] = (),
    units: Collection[str] = (),
    groups: Collection[str] = (),
) -> View:
    """The view an address asks for, with filters that mean nothing left out and named.

    >>> read("scorecard", {"unit": "moon", "lang": "en"}, units=["dagcentrum"]).ignored
    ('unit',)
    """
    until, unit, group = (query.get(name, "") for name in ("until", "unit", "group"))
    ignored = []
    if until and (not _QUARTER.match(until) or until not in periods):
        ignored.append("until")
        until = ""
    if unit and unit not in units:
        ignored.append("unit")
        unit = ""
    if group and (unit or group not in groups):
        ignored.append("group")
        group = ""
    raters: dict[str, Rater] = {rater: rater for rater in get_args(Rater)}
    sides: dict[str, Organisation] = {side: side for side in ORGANISATIONS}
    rater, organisation, against = (query.get(name, "") for name in ("rater", "organisation", "against"))
    ignored += ["rater"] * (rater not in raters)
    ignored += ["organisation"] * (bool(organisation) and organisation not in sides)
    ignored += ["against"] * (bool(against) and not _YEAR.match(against))
    return View(
        page=page,
        language=language_of(query.get("lang"), remembered),
        until=until,
        unit=unit,
        group=group,
        item=query.get("id", ""),
        rater=raters.get(rater, ""),
        organisation=sides.get(organisation, ""),
        against="" if "against" in ignored else against,
        more=tuple((name, query[name]) for name in OWN.get(page, ()) if query.get(name)),
        tour=int(query["tour"]) if re.match(r"^[1-9]$", query.get("tour", "")) else 0,
        ignored=tuple(ignored),
    )
