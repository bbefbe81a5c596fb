"""What a rule for writing is told: the entry's place in the register as it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from governance.entries import AnyEntry, Entry
from metrics.problem import Text


class Known(Protocol):
    """What the register already holds."""

    def of(self, kind: type[AnyEntry], /, **values: object) -> tuple[AnyEntry, ...]:
        """The entries of one kind that have these values."""
        ...


@dataclass(frozen=True)
class Writing:
    """What is being written into.

    In      held    what the register has under the same id, cancelled or not
            before  the version a change is made from; None where the entry is to be new
            why     the reason given for a change
    """

    known: Known
    held: Entry | None = None
    before: Entry | None = None
    why: Text | None = None
