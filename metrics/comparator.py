"""One key figure that others publish, as an indicator is read beside it."""

from __future__ import annotations

from dataclasses import dataclass

from metrics.indicator import Organisation
from metrics.problem import Text


@dataclass(frozen=True, kw_only=True)
class Comparator:
    """One key figure that others publish.

    key       its publisher's code; where a code means one thing in each table, the table stands before it
    counts    what it counts, as its publisher says
    ours      what the indicator counts instead: the difference a reader must know
    """

    key: str
    indicators: tuple[str, ...]
    organisation: Organisation
    name: Text
    counts: Text
    ours: Text
