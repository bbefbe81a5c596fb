"""The words of the way of the minutes, from draft to locked, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

WAY: Final = Text(sv="Protokollets väg", en="The way of the minutes")
STEPS: Final[Mapping[str, Text]] = {
    "draft": Text(sv="Utkast", en="Draft"),
    "circulated": Text(sv="Utskickat för läsning", en="Out to be read"),
    "locked": Text(sv="Justerat av båda och låst", en="Approved by both and locked"),
}
OUT_TO_BE_READ: Final = Text(
    sv="Protokollet är ute för läsning. Den som var med begär en ändring under Justering.",
    en="The minutes are out to be read. Whoever was there asks for a change under Approval.",
)
STANDS: Final[Mapping[str, Text]] = {
    "circulated": Text(
        sv="Protokollet är utskickat, och närvaro och dagordning står i det. Ska de ändras öppnas en rättelse:",
        en="The minutes are out to be read, with attendance and agenda in them. They change only by a correction:",
    ),
    "locked": Text(
        sv="Protokollet är låst, med närvaro och dagordning i det. Ska de ändras öppnas en rättelse:",
        en="The minutes are locked, with attendance and agenda in them. They change only by a correction:",
    ),
}
SPOKEN_OF: Final = Text(
    sv="Något är skrivet, beslutat eller lovat under punkten, och den står därför kvar.",
    en="Something has been written, decided or promised under the item, so it stays.",
)
ACTION_OUT: Final = Text(
    sv="Protokollet är ute för läsning, och en ny åtgärd står inte i det. Skriv in den under Beslut och åtgärder.",
    en="The minutes are out to be read, and a new action is not in them. Record it under Decisions and actions.",
)
ACTION_ELSEWHERE: Final = Text(
    sv="En ny åtgärd skrivs in under Beslut och åtgärder; den står inte i det utskickade protokollet.",
    en="A new action is recorded under Decisions and actions; it is not in the minutes that were sent out.",
)
CIRCULATE: Final = Text(sv="Skicka ut för läsning", en="Send out to be read")
UNWRITTEN: Final = Text(
    sv="Skicka ändå. Punkter som inte är skrivna: {n}", en="Send anyway. Items that have not been written: {n}"
)
UNWRITTEN_NOT_SAID: Final = Text(
    sv="Punkter som inte är skrivna: {n}. Skriv eller skjut upp dem som saknas, eller kryssa för att skicka ändå.",
    en="Items that have not been written: {n}. Write or postpone what is missing, or tick to send anyway.",
)
CIRCULATED: Final = Text(sv="Protokollet är utskickat.", en="The minutes are circulated.")
AMEND: Final = Text(sv="Begär ändring", en="Ask for a change")
AMEND_NOTE: Final = Text(
    sv="Bara den som var på mötet kan begära en ändring.", en="Only those who were at the meeting can ask for one."
)
AMEND_TITLE: Final = Text(sv="Begär en annan skrivning", en="Ask for another wording")
AMEND_ITEM: Final = Text(sv="Punkt", en="Item")
AMEND_PART: Final = Text(sv="Del av protokollet", en="Part of the minutes")
AMEND_TEXT: Final = Text(sv="Önskad skrivning", en="Wording wished for")
AMENDMENT_ADDED: Final = Text(sv="Ändringsyrkandet är lämnat.", en="The amendment has been made.")
AMENDMENT_STATUSES: Final[Mapping[str, Text]] = {
    "proposed": Text(sv="väntar på svar", en="waits for an answer"),
    "accepted": Text(sv="godtaget", en="accepted"),
    "declined": Text(sv="avslaget", en="declined"),
}
VERDICT: Final = Text(sv="Svar", en="Answer")
VERDICTS: Final[Mapping[str, Text]] = {
    "accept": Text(sv="Godta, med skrivningen nedan", en="Accept, with the wording below"),
    "decline": Text(sv="Avslå", en="Decline"),
}
ANSWER: Final = Text(sv="Motivering", en="Why")
ANSWER_SEND: Final = Text(sv="Besvara", en="Answer")
ANSWERED: Final = Text(sv="Yrkandet är besvarat.", en="The amendment is answered.")
APPROVE: Final = Text(sv="Justera protokollet", en="Approve the minutes")
APPROVED: Final = Text(
    sv="Justerat. Protokollet låses när den andra organisationen också har justerat.",
    en="Approved. The minutes are locked when the other organisation has approved too.",
)
APPROVED_BY: Final = Text(sv="Justerat av {seat} {day}", en="Approved by {seat} {day}")
APPROVED_OLD: Final = Text(
    sv="{seat} justerade en tidigare skrivning {day}; ändringen efter det behöver justeras på nytt.",
    en="{seat} approved an earlier wording {day}; the change since needs a new approval.",
)
AWAITS: Final = Text(sv="väntar på justering", en="awaits approval")
APPROVE_BY: Final = Text(
    sv="Justeras av en plats från vardera organisationen.", en="Approved by a seat of each organisation."
)
APPROVE_AS: Final = Text(sv="Du skriver som {seat}.", en="You write as {seat}.")
APPROVE_AS_ORGANISATION: Final = Text(
    sv="Protokollet justeras av regionen och kommunen. Välj en plats från en av dem överst på sidan.",
    en="The minutes are approved by the region and the municipality. Choose a seat of one of them at the top.",
)
LOCKED: Final = Text(sv="Justerat av båda: protokollet är låst.", en="Approved by both: the minutes are locked.")
LOCKED_ON: Final = Text(sv="Låst {day}, utgåva {edition}", en="Locked on {day}, edition {edition}")
HASH: Final = Text(sv="Kontrollsumma", en="Checksum")
AS_LOCKED: Final = Text(sv="Texten är den som låstes.", en="The text is the one that was locked.")
NOT_AS_LOCKED: Final = Text(
    sv="Varning: texten är inte den som låstes. Kör samsyn audit verify.",
    en="Warning: the text is not the one that was locked. Run samsyn audit verify.",
)
CORRECT: Final = Text(sv="Öppna en rättelse", en="Open a correction")
CORRECT_WHY: Final = Text(sv="Vad rättelsen gäller", en="What the correction is about")
CORRECT_NOTE: Final = Text(
    sv="En ny utgåva öppnas som utkast, skickas ut igen och justeras av båda. Skälet står i protokollet.",
    en="A new edition opens as a draft, is sent out again and approved by both. The reason stands in the minutes.",
)
CORRECTION: Final = Text(sv="Rättelse: {why}", en="Correction: {why}")
CORRECTION_OPENED: Final = Text(
    sv="En ny utgåva är öppnad. Den går hela vägen igen.", en="A new edition is open. It goes the whole way again."
)
