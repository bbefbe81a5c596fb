"""Two people changed the same entry: the second is shown both texts, and nothing is written over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, Final

from governance.model.shape import Entry, id_of
from metrics.problem import Text, UserProblem

_NOT_WRITTEN_OVER: Final = Text(
    sv="{id} har ändrats av någon annan sedan du öppnade den. Inget har skrivits över.",
    en="{id} has been changed by someone else since you opened it. Nothing has been written over.",
)
_NOT_CANCELLED: Final = Text(
    sv="{id} har ändrats av någon annan sedan du öppnade den, och är inte återkallad. Ladda om sidan, läs den igen och "
    "återkalla den sedan om den fortfarande ska bort.",
    en="{id} has been changed by someone else since you opened it, and is not cancelled. Reload the page, read it "
    "again, and cancel it then if it should still go.",
)


@dataclass(frozen=True)
class Difference:
    """One field the two have written differently."""

    field: str
    yours: Any
    theirs: Any


class Conflict(UserProblem):
    """Somebody else has changed the entry since you read it.

    In      yours    the entry as you wanted it
            theirs   the entry as it is now, with its version: a `governance.register.Held`
            cancels  whether you wanted it cancelled
    """

    def __init__(self, yours: Entry, theirs: Any, cancels: bool = False) -> None:
        """A conflict between what is wanted and what is held."""
        self.yours = yours
        self.theirs = theirs
        self.cancels = cancels
        self.differences = tuple(
            Difference(field.name, getattr(yours, field.name), getattr(theirs.entry, field.name))
            for field in fields(yours)
            if getattr(yours, field.name) != getattr(theirs.entry, field.name)
        )
        super().__init__("register_conflict", self._words())

    @property
    def is_settled(self) -> bool:
        """Whether somebody else has already done the very same."""
        return not self.differences and (self.theirs.cancelled is not None) == self.cancels

    def _words(self) -> Text:
        head = (_NOT_CANCELLED if self.cancels else _NOT_WRITTEN_OVER).format(id=id_of(self.yours))
        both = Text(sv="Din text: {yours}\nDen andres text: {theirs}", en="Your text: {yours}\nTheir text: {theirs}")
        lines = [head, *(both.format(yours=each.yours, theirs=each.theirs) for each in self.differences)]
        return Text(sv="\n".join(line.sv for line in lines), en="\n".join(line.en for line in lines))

    def __reduce__(self) -> tuple[Callable[..., Conflict], tuple[Entry, Any, bool]]:
        """Let a conflict travel whole from a child process."""
        return Conflict, (self.yours, self.theirs, self.cancels)
