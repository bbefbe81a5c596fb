"""Which published key figures an indicator may be read beside, what each of them counts, and which it may not.

Rule    a key figure is read beside an indicator, never into it: no limits, no target, no ranking; one that nobody has
        declared here is not shown
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.comparator import Comparator
from metrics.key_figures_of_care import CARE
from metrics.key_figures_of_cost import COST
from metrics.problem import Text

COMPARATORS: Final[tuple[Comparator, ...]] = (*CARE, *COST)
"""Every key figure the catalogue's authors have held against an indicator's definition."""

REFUSED: Final[Mapping[str, tuple[str, Text]]] = {
    "N31001": (
        "R1",
        Text(
            sv="Kostnad för ekonomiskt bistånd per invånare: försörjningsstöd ingår inte i vår kostnad.",
            en="Cost of economic assistance per inhabitant: income support is not part of our cost.",
        ),
    ),
    "TAB4199:575": (
        "R1",
        Text(
            sv="Ekonomiskt bistånd: försörjningsstöd ingår inte i vår kostnad.",
            en="Economic assistance: income support is not part of our cost.",
        ),
    ),
    "TAB4242:0": (
        "R1",
        Text(
            sv="Primärvård: vård utanför de gemensamma enheterna ingår inte i vår kostnad.",
            en="Primary care: care outside the joint units is not part of our cost.",
        ),
    ),
}
"""Key figures that look alike and are not: key -> the indicator somebody may think of, and why not."""

_BY_KEY: Final = {each.key: each for each in COMPARATORS}


def by_key(key: str) -> Comparator | None:
    """What is declared of a key figure; None where no indicator may be read beside it."""
    return _BY_KEY.get(key)


def of(indicator_id: str) -> tuple[Comparator, ...]:
    """The key figures an indicator may be read beside, the region's first.

    >>> [each.key for each in of("R4")]
    ['N74803', 'N74808']
    """
    found = [each for each in COMPARATORS if indicator_id in each.indicators]
    return tuple(sorted(found, key=lambda each: each.organisation != "region"))


def refused_for(indicator_id: str) -> dict[str, Text]:
    """The key figures that look as if they could be read beside an indicator, and why they may not."""
    return {key: why for key, (indicator, why) in REFUSED.items() if indicator == indicator_id}
