"""The accessibility statement, in both languages side by side."""

from __future__ import annotations

from datetime import date
from typing import Final

from metrics.problem import Text

WRITTEN_ON: Final = date(2026, 11, 22)
"""The day the statement was last held against the product."""

QUESTION: Final = Text(
    sv="Vem kan använda Samsyn, vad är prövat, och vem säger man till?",
    en="Who can use Samsyn, what was tried, and whom to tell?",
)
LEDE: Final = Text(
    sv="Alla vid bordet ska kunna läsa och skriva här: på storbild, på papper, i mobilen, med tangentbord och med "
    "skärmläsare. Vi följer WCAG 2.2 på nivå AA, och bedömer själva att Samsyn uppfyller det utom i det som står under "
    "”Kända brister”.",
    en="Everybody at the table is to be able to read and write here: on a projector, on paper, on a phone, with a "
    "keyboard and with a screen reader. We follow WCAG 2.2 at level AA, and judge ourselves that Samsyn meets it "
    "except for what stands under “Known gaps”.",
)

MET: Final = Text(sv="Det här är gjort", en="What has been done")
MET_LIST: Final = (
    Text(
        sv="Färg är aldrig ensam om att betyda något: varje märke har också form och bokstav, och varje organisation "
        "en egen form.",
        en="Colour never means something alone: every mark also has a shape and a letter, and each organisation a "
        "shape of its own.",
    ),
    Text(
        sv="Signalernas och organisationernas färger går att skilja åt också för den som inte ser rött eller grönt. "
        "Text har minst kontrasten 4,5 till 1, i ljust och mörkt läge.",
        en="The colours of signals and organisations can be told apart also by those who do not see red or green. Text "
        "has a contrast of at least 4.5 to 1, in light and dark.",
    ),
    Text(
        sv="Varje diagram har en rubrik som säger vad det visar, en beskrivning i ord för skärmläsare och samma "
        "siffror i en tabell.",
        en="Every chart has a heading that says what it shows, a description in words for screen readers and the same "
        "figures in a table.",
    ),
    Text(
        sv="Allt är byggt för att nås och göras med tangentbordet, och det syns var man är. Efter ett sidbyte flyttas "
        "fokus till den nya sidans rubrik.",
        en="Everything is built to be reached and done with the keyboard, and where you are can be seen. After a "
        "change of page the focus moves to the heading of the new one.",
    ),
    Text(
        sv="Ord, märken och gränser förklaras där de står, när man pekar, går dit med tangentbordet eller trycker. Esc "
        "stänger förklaringen.",
        en="Words, marks and limits are explained where they stand, when you point, come there with the keyboard or "
        "press. Esc closes the explanation.",
    ),
    Text(
        sv="Sidorna ryms på 320 bildpunkters bredd, det vill säga 400 procents förstoring, utan att rulla i sidled. "
        "Bara breda tabeller rullar, var och en i sin ram.",
        en="The pages fit a width of 320 pixels, that is an enlargement of 400 per cent, without scrolling sideways. "
        "Only wide tables scroll, each in its own frame.",
    ),
    Text(
        sv="Det du skriver sparas i din webbläsare tills det är sparat i registret. Ingenting har en tidsgräns.",
        en="What you write is kept in your browser until it is saved in the register. Nothing has a time limit.",
    ),
)

TRIED: Final = Text(sv="Så är det prövat", en="How it was tried")
TRIED_LIST: Final = (
    Text(
        sv="Varje sida prövas automatiskt med axe i Chromium, på svenska och engelska, i ljust och mörkt läge. Inga "
        "allvarliga eller kritiska fel tillåts: ett sådant stoppar bygget.",
        en="Every page is tried automatically with axe in Chromium, in Swedish and English, in light and dark. No "
        "serious or critical fault is allowed: one stops the build.",
    ),
    Text(
        sv="Samma prov mäter rubrikernas ordning, att inget sticker ut på sex bredder från 320 till 1 440 bildpunkter, "
        "och kontrasten mellan alla textfärger och deras bakgrund.",
        en="The same trial measures the order of headings, that nothing sticks out at six widths from 320 to 1,440 "
        "pixels, and the contrast between all colours of text and their ground.",
    ),
    Text(
        sv="Ett helt möte, från kallelse till låst protokoll, görs i prov med enbart tangentbord.",
        en="A whole meeting, from notice to locked minutes, is held in trial with the keyboard alone.",
    ),
    Text(
        sv="Sidorna har granskats för hand av dem som byggt dem, i fyra bredder från 390 till 1 920 bildpunkter, i "
        "ljust och mörkt läge och utskrivna.",
        en="The pages have been looked at by those who built them, at four widths from 390 to 1,920 pixels, in light "
        "and dark, and printed.",
    ),
)

GAPS: Final = Text(sv="Kända brister", en="Known gaps")
GAPS_LIST: Final = (
    Text(
        sv="Samsyn är inte prövat av personer som själva använder skärmläsare, talstyrning eller förstoringsprogram, "
        "och inte av någon utomstående granskare.",
        en="Samsyn has not been tried by people who themselves use a screen reader, voice control or a magnifier, nor "
        "by anybody from outside.",
    ),
    Text(
        sv="Det är prövat i Chromium. Firefox och Safari är inte prövade.",
        en="It is tried in Chromium. Firefox and Safari are not tried.",
    ),
    Text(
        sv="Punkterna i ett diagram läses upp en och en utan att man kan hoppa mellan serier. Tabellen under "
        "diagrammet säger samma sak.",
        en="The points of a chart are read out one by one without a way to jump between series. The table below the "
        "chart says the same.",
    ),
    Text(
        sv="Nedladdade bilder (PNG) saknar beskrivning. Ta med tabellen, eller skriv en egen text när bilden används.",
        en="Downloaded pictures (PNG) have no description. Bring the table along, or write a text when using one.",
    ),
    Text(
        sv="Sidorna skrivs ut som de ser ut. De är inte taggade PDF-filer.",
        en="Pages are printed as they look. They are not tagged PDF files.",
    ),
)

TELL: Final = Text(sv="Säg till", en="Tell us")
TELL_TEXT: Final = Text(
    sv="Hindrar något dig, eller behöver du innehållet på annat sätt, hör av dig. Berätta vilken sida det gäller och "
    "vad du ville göra.",
    en="If something stands in your way, or you need the content in another way, tell us. Say which page it is and "
    "what you wanted to do.",
)
CONTACT: Final = Text(sv="Kontakt: {role}, {address}", en="Contact: {role}, {address}")
NO_CONTACT: Final = Text(
    sv="Vänd dig till styrgruppens sekreterare. Vem det är står bland",
    en="Turn to the committee's secretary, named among",
)
MEMBERS: Final = Text(sv="ledamöterna", en="the members")
AUTHORITY: Final = Text(
    sv="Är du inte nöjd med svaret kan du anmäla det till den myndighet som har tillsyn enligt lagen (2018:1937) om "
    "tillgänglighet till digital offentlig service.",
    en="If you are not content with the answer, you may report it to the authority that supervises the Swedish act on "
    "accessibility of digital public services (2018:1937).",
)

WHO: Final = Text(sv="Vem som har gjort siffrorna", en="Who made the figures")
WHO_REAL: Final = Text(
    sv="Regionen och kommunen har var för sig räknat och skyddat sina siffror. De visas här i frisläppning {release}.",
    en="The region and the municipality have each counted and protected their own figures. They are shown here in "
    "release {release}.",
)
WHO_MADE_UP: Final = Text(
    sv="Siffrorna i frisläppning {release} är syntetiska: de är gjorda av ett program med ett fast frö, för att visa "
    "hur Samsyn fungerar. Ingen kommitté, organisation eller person i dem finns på riktigt.",
    en="The figures of release {release} are synthetic: written by a program from a fixed seed, to show how Samsyn "
    "works. No committee, organisation or person in them is real.",
)
WRITTEN: Final = Text(sv="Redogörelsen är skriven {date}.", en="This statement was written on {date}.")
