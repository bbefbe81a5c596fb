"""The words for ending what the register holds, and for cancelling what should not have been entered."""

from __future__ import annotations

from typing import Final

from metrics.problem import Text

END: Final = Text(sv="Avsluta", en="End")
LAST_DAY: Final = Text(sv="Sista dag", en="Last day")
WHY_END: Final = Text(sv="Varför det avslutas", en="Why it ends")
CHANGE_END: Final = Text(sv="Ändra eller ta tillbaka sista dagen", en="Change the last day or take it back")
NO_LAST_DAY: Final = Text(sv="Tom: det fortsätter.", en="Empty: it goes on.")
WHY_CHANGE_END: Final = Text(sv="Varför dagen ändras", en="Why the day is changed")
CANCEL: Final = Text(sv="Återkalla", en="Cancel this entry")
WHY_CANCEL: Final = Text(sv="Varför det återkallas", en="Why it is cancelled")
CANCEL_NOTE: Final = Text(
    sv="För det som inte skulle ha skrivits in. Det står kvar i registret med sitt skäl, men räknas inte längre.",
    en="For what should not have been entered. It stays in the register with its reason, but no longer counts.",
)
CANCELLED: Final = Text(sv="Återkallat: {why}", en="Cancelled: {why}")
CANCELLED_ONES: Final = Text(sv="Återkallade ({n})", en="Cancelled ({n})")
DONE: Final = Text(sv="Återkallat. Det står kvar i historiken.", en="Cancelled. It stays in the history.")
"""What is said when it is done."""
