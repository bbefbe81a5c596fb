"""The words around writing in the register: forms, drafts, conflicts and history, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

SAVED: Final = Text(sv="Sparat.", en="Saved.")
SAVE: Final = Text(sv="Spara", en="Save")
NEEDED: Final = Text(sv="Fyll i det här fältet.", en="Fill in this field.")
LAST_BEFORE_FIRST: Final = Text(
    sv="Den sista dagen, {last}, är före den första, {first}. Rätta den ena.",
    en="The last day, {last}, is before the first, {first}. Mend one.",
)
NOT_A_DAY: Final = Text(
    sv="Skriv en dag som finns, till exempel 2026-03-12.", en="Write a day that exists, for example 2026-03-12."
)
NOT_A_NUMBER: Final = Text(sv="Skriv ett heltal.", en="Write a whole number.")
NOT_A_TIME: Final = Text(sv="Skriv ett klockslag, till exempel 13:00.", en="Write a time, for example 13:00.")
NOT_A_CHOICE: Final = Text(sv="Välj något i listan.", en="Choose something in the list.")
OUT_OF_RANGE: Final = Text(sv="Skriv ett tal från {least} till {most}.", en="Write a number from {least} to {most}.")
ROLE_MISSING: Final = Text(
    sv="Välj först överst på sidan vilken plats du skriver som. Din text finns kvar.",
    en="First choose, at the top of the page, the seat you write as. Your text is still here.",
)
NOT_FROM_HERE: Final = Text(
    sv="Skickat från en annan sida än Samsyn. Inget har sparats.",
    en="Sent from another page than Samsyn. Nothing has been saved.",
)
UNKNOWN_FORM: Final = Text(
    sv="Sidan är från en annan version av Samsyn. Ladda om den; din text finns kvar.",
    en="The page is from another version of Samsyn. Reload it; your text is still here.",
)

AS: Final = Text(sv="Du skriver som", en="You write as")
AS_NOBODY: Final = Text(sv="välj plats …", en="choose a seat …")
AS_NOTE: Final = Text(
    sv="Inloggning finns inte ännu: platsen väljs av den som sitter vid datorn, och står i historiken.",
    en="There is no sign-in yet: whoever sits at the computer chooses the seat, and it stands in the history.",
)
READ_ONLY: Final = Text(
    sv="Här kan registret bara läsas: servern får inte skriva i filen. Formulären visas därför inte. "
    "Den som sköter servern kan ge den rätt att skriva i den gemensamma zonen.",
    en="Here the register can only be read: the server may not write in the file. The forms are therefore not shown. "
    "Whoever runs the server can give it the right to write in the joint zone.",
)
PARTIES: Final[Mapping[str, Text]] = {
    "region": Text(sv="Regionen", en="The region"),
    "municipality": Text(sv="Kommunen", en="The municipality"),
    "association": Text(sv="Föreningarna", en="The associations"),
}

IN_BROWSER: Final[Mapping[str, Text]] = {
    "restored": Text(sv="Din osparade text från {at} är tillbaka.", en="Your unsaved text from {at} is back."),
    "discard": Text(sv="Kasta den", en="Discard it"),
    "other": Text(
        sv="Det finns osparad text från {at}, skriven i en annan flik.",
        en="There is unsaved text from {at}, written in another tab.",
    ),
    "fetch": Text(sv="Hämta den", en="Fetch it"),
    "unsaved": Text(sv="Utkast sparat i webbläsaren", en="Draft kept in the browser"),
    "saving": Text(sv="Sparar …", en="Saving …"),
    "unreachable": Text(
        sv="Inte sparat: servern svarar inte. Texten finns kvar i webbläsaren. Försök igen.",
        en="Not saved: the server does not answer. The text is kept in the browser. Try again.",
    ),
    "conflict": Text(
        sv="Någon annan har ändrat sedan du öppnade. Inget har skrivits över. Välj text för varje fält, ändra den om "
        "du vill och spara igen.",
        en="Somebody else has changed this since you opened it. Nothing has been written over. Choose the text of each "
        "field, edit it if you wish, and save again.",
    ),
    "yours": Text(sv="Din text", en="Your text"),
    "theirs": Text(sv="Den andras text", en="The other's text"),
    "keep": Text(sv="Behåll din", en="Keep yours"),
    "take": Text(sv="Ta den andras", en="Take the other's"),
    "empty": Text(sv="(tomt)", en="(empty)"),
}
"""What the script says beside a form; it gets them with the page."""

HISTORY: Final = Text(sv="Historik", en="History")
YES: Final = Text(sv="ja", en="yes")
NO: Final = Text(sv="nej", en="no")
HISTORY_NONE: Final = Text(sv="Inget är antecknat ännu.", en="Nothing has been noted yet.")
HISTORY_COUNT: Final = Text(sv="ändringar: {n}", en="changes: {n}")
HISTORY_WHY: Final = Text(sv="Skäl: {why}", en="Reason: {why}")
NOBODY: Final = Text(sv="inläst", en="loaded")
VERBS: Final[Mapping[str, Text]] = {
    "add": Text(sv="Tillagt", en="Added"),
    "change": Text(sv="Ändrat", en="Changed"),
    "cancel": Text(sv="Återkallat", en="Cancelled"),
    "supersede": Text(sv="Ersätter ett tidigare", en="Takes the place of an earlier one"),
    "circulate": Text(sv="Utskickat", en="Circulated"),
    "answer": Text(sv="Besvarat", en="Answered"),
    "lock": Text(sv="Låst", en="Locked"),
    "correct": Text(sv="Öppnat för rättelse", en="Opened for correction"),
}
