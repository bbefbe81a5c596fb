"""The words of the page about one unit, in both languages side by side."""

from __future__ import annotations

from typing import Final

from metrics.problem import Text

CHOOSE_TITLE: Final = Text(sv="Välj en enhet", en="Choose a unit")
CHOOSE_TEXT: Final = Text(
    sv="En gemensam enhet leds av två: en från regionen och en från kommunen. Här läser de samma siffror.",
    en="A joint unit is led by two: one from the region, one from the municipality. Here they read the same figures.",
)
UNKNOWN_TITLE: Final = Text(sv="Enheten ”{id}” finns inte", en="There is no unit “{id}”")
UNKNOWN_TEXT: Final = Text(
    sv="Adressen kan vara felskriven, eller så har enheten tagits bort. Här är de enheter som finns.",
    en="The address may be misspelt, or the unit may have been removed. These are the units there are.",
)
LEADERS: Final = Text(sv="Leds av", en="Led by")
NO_LEADER: Final = Text(sv="ingen ledare antecknad", en="no leader recorded")
OPENED: Final = Text(sv="Öppnade {day}", en="Opened {day}")
CLOSED: Final = Text(sv="Stängde {day}", en="Closed {day}")
LEFT: Final = Text(sv="{whose} lämnade enheten {day}", en="{whose} left the unit on {day}")
TABLE: Final = Text(sv="Enhetens mått, båda organisationerna", en="The unit's measures, both organisations")
NOT_BY_UNIT: Final = Text(
    sv="{n} andra mått redovisas bara för hela organisationen: {names}.",
    en="{n} other measures are reported only for the whole organisation: {names}.",
)

POSITION_TITLE: Final = Text(sv="Bland enheter av samma storlek", en="Among units of its size")
POSITION_NONE: Final = Text(
    sv="Inget av enhetens mått kan jämföras med övriga enheters: för få personer, eller inget publicerat per enhet.",
    en="None of the unit's measures can be compared with other units': too few people, or nothing published by unit.",
)
WITHIN: Final = Text(
    sv="Alla {n} jämförda siffror ligger inom det som slumpen ger en enhet av den här storleken.",
    en="All {n} compared figures lie within what chance gives a unit of this size.",
)
OUTSIDE: Final = Text(
    sv="{outside} av {n} jämförda siffror ligger utanför det som slumpen brukar ge en enhet av den här storleken.",
    en="{outside} of {n} compared figures lie beyond what chance usually gives a unit of this size.",
)
PLACE: Final = Text(
    sv="{value} {period}, {position}. Enheterna tillsammans: {centre}.",
    en="{value} in {period}, {position}. The units together: {centre}.",
)
POSITION_NOTE: Final = Text(
    sv="Ingen rangordning: enheter möter olika människor. En siffra utanför gränserna är något att förstå, inte ett "
    "betyg.",
    en="No ranking: units meet different people. A figure beyond the limits is something to understand, not a mark.",
)

ACTIONS_TITLE: Final = Text(sv="Det vi har lovat", en="What we have promised")
ACTIONS_NONE: Final = Text(
    sv="Inga öppna åtgärder är knutna till enheten i registret.",
    en="No open actions belong to the unit in the register.",
)
DUE: Final = Text(sv="klar senast {day}", en="due {day}")
OVERDUE: Final = Text(sv="skulle ha varit klar {day}", en="was due on {day}")
NO_DUE: Final = Text(sv="ingen dag satt", en="no day set")

HISTORY_TITLE: Final = Text(sv="Det som hänt enheten", en="What has happened to the unit")
HISTORY_NONE: Final = Text(
    sv="Inga händelser eller brott i serierna är antecknade för enheten.",
    en="No events or breaks in the series are recorded for the unit.",
)
BREAK: Final = Text(sv="Brott i serien", en="Break in the series")

CONFIRM_TITLE: Final = Text(
    sv="Sett och diskuterat, och frågor till styrgruppen: {period}",
    en="Seen and discussed, and questions to the committee: {period}",
)
CONFIRM_TEXT: Final = Text(
    sv="Båda ledarna bekräftar att siffrorna har lästs med personalen. Det som lyfts kommer med i utkastet till "
    "styrgruppens nästa dagordning.",
    en="Both leaders confirm that the figures have been read with the staff. What is raised comes into the draft of "
    "the committee's next agenda.",
)
CONFIRMED: Final = Text(sv="Bekräftat {day}", en="Confirmed {day}")
NOT_CONFIRMED: Final = Text(sv="Inte bekräftat ännu", en="Not confirmed yet")
NOTE: Final = Text(sv="Anteckning", en="Note")
RAISED: Final = Text(sv="Lyfts till styrgruppen", en="Raised to the committee")
RAISE: Final = Text(sv="Lyft en fråga till styrgruppen", en="Raise a question to the committee")
RAISE_NOTE: Final = Text(
    sv="Den kommer med i utkastet till nästa dagordning. Lämna tomt om ni inte har någon.",
    en="It comes into the draft of the next agenda. Leave empty if you have none.",
)
CONFIRM: Final = Text(sv="Bekräfta: sett och diskuterat", en="Confirm: seen and discussed")
CHANGE: Final = Text(sv="Ändra bekräftelsen", en="Change the confirmation")
SAVE_CHANGE: Final = Text(sv="Spara ändringen", en="Save the change")
OTHERS_TO_CONFIRM: Final = Text(
    sv="Här bekräftar bara {leader}. Du skriver som en annan; byt överst om det är din plats.",
    en="Only {leader} confirms here. You write as somebody else; change at the top if this is your seat.",
)
SAVED: Final = Text(sv="Bekräftelsen är sparad.", en="The confirmation is saved.")
EARLIER: Final = Text(sv="Tidigare bekräftelser", en="Earlier confirmations")
NOT_LEADER: Final = Text(
    sv="Bara enhetens egen ledare bekräftar för {organisation}: {leader}. Välj den platsen överst och försök igen.",
    en="Only the unit's own leader confirms for {organisation}: {leader}. Choose that seat at the top and try again.",
)
NOT_IN_REGISTER: Final = Text(
    sv="Enheten finns inte i registret ännu, så dess ledare kan inte bekräfta. Sekreteraren lägger in den.",
    en="The unit is not in the register yet, so its leaders cannot confirm. The secretary adds it.",
)
LEFT_NO_NEED: Final = Text(sv="Har lämnat enheten", en="Has left the unit")
