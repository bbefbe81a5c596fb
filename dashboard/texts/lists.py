"""The words around lists of earlier years on their way into the register, in both languages."""

from __future__ import annotations

from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Läs in tidigare års protokoll och beslut", en="Bring in minutes and decisions of earlier years")
ABOUT: Final = Text(
    sv="En lista i CSV, eller Word med tabeller eller rubriker. Kolumnerna heter till exempel datum, rubrik, slutsats, "
    "beslut, skäl och nr. I Word utan tabeller är mötets datum en rubrik, och varje ärende en rubrik under den.",
    en="A list as CSV, or Word with tables or headings. The columns are called for example date, title, conclusion, "
    "decision, reason and number. In Word without tables the meeting's date is a heading, each matter one below it.",
)
NEEDED: Final = Text(
    sv="Datum och rubrik måste finnas på varje rad, och dessutom slutsats, beslut eller diskussion. Resten får saknas.",
    en="Every row must have a date, a title, and a conclusion, decision or discussion. The rest may be left out.",
)
TEMPLATE: Final = Text(sv="Ta med en mall (CSV) med en exempelrad", en="Download a template (CSV) with one example row")
TEMPLATE_FILE: Final = Text(sv="mall_tidigare_protokoll.csv", en="template_earlier_minutes.csv")
TEMPLATE_ROWS: Final = Text(
    sv="Datum;Rubrik;Diskussion;Slutsats;Beslut;Skäl;Nr\r\n"
    "2003-05-14;Samordnare;;Var och en får två;Var och en får två samordnare;Ingen höll ihop insatserna;\r\n",
    en="Date;Title;Discussion;Conclusion;Decision;Reason;Number\r\n"
    "2003-05-14;Coordinators;;Everybody has two;Everybody has two coordinators;Nobody held the help together;\r\n",
)
FILE: Final = Text(sv="Fil", en="File")
FILE_NOTE: Final = Text(sv="CSV eller Word (.docx), högst {size} MB.", en="CSV or Word (.docx), at most {size} MB.")
LOOK: Final = Text(sv="Visa vad den innehåller", en="Show what it holds")
LOOKED: Final = Text(sv="Listan är läst. Inget är skrivet än.", en="The list is read. Nothing has been written yet.")
TOO_LARGE: Final = Text(
    sv="Filen är större än {size} MB. Dela den i flera.", en="The file is larger than {size} MB. Split it."
)
NOT_A_LIST: Final = Text(
    sv="Välj en CSV-fil eller en Word-fil (.docx).", en="Choose a CSV file or a Word file (.docx)."
)
GONE: Final = Text(
    sv="Servern har inte listan kvar. Välj filen igen.", en="The server no longer has the list. Choose the file again."
)
HOLDS: Final = Text(sv="{file}: vad som skrivs in", en="{file}: what will be written")
COUNTS: Final = Text(
    sv="Nya möten: {meetings}. Punkter: {items}. Slutsatser: {concluded}. Beslut: {decisions}. Tillsammans {all} "
    "poster. Rader som registret redan har: {known}.",
    en="New meetings: {meetings}. Items: {items}. Conclusions: {concluded}. Decisions: {decisions}. Together {all} "
    "entries. Rows the register already has: {known}.",
)
WRONG: Final = Text(sv="Rader som inte gick att läsa", en="Rows that could not be read")
WRONG_NOTE: Final = Text(
    sv="Rätta dem i filen och välj den igen. Inget skrivs in förrän alla rader går att läsa.",
    en="Mend them in the file and choose it again. Nothing is written until every row can be read.",
)
HEAD: Final = Text(
    sv="Möte;Punkt;Slutsats;Beslut nr;I registret", en="Meeting;Item;Conclusion;Decision no.;In the register"
)
NEW: Final = Text(sv="ny", en="new")
KNOWN: Final = Text(sv="finns redan", en="already there")
FIRST: Final = Text(sv="De första {n} av {all} rader visas.", en="The first {n} of {all} rows are shown.")
WRITE: Final = Text(sv="Skriv in {n} poster i registret", en="Write {n} entries in the register")
WRITTEN: Final = Text(sv="{n} poster är inskrivna i registret.", en="{n} entries have been written in the register.")
NOTHING: Final = Text(sv="Allt i listan finns redan i registret.", en="The register already has all of the list.")
