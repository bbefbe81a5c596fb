"""The words of the data steward's page in an organisation's own zone, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Datazon", en="Data zone")
ZONE_OF: Final = Text(sv="{organisation}: egen zon", en="{organisation}: own zone")
NEVER_LEAVES: Final = Text(
    sv="Uppgifterna här lämnar inte zonen. Styrgruppen ser bara skyddade summor som ni har frisläppt.",
    en="The data here do not leave the zone. The committee sees only protected figures that you have released.",
)
PAGES: Final[Mapping[str, Text]] = {
    "files": Text(sv="Läs in", en="Load"),
    "loaded": Text(sv="Inläst", en="Loaded"),
    "worklists": Text(sv="Arbetslistor", en="Worklists"),
}
EXPLAINED: Final[Mapping[str, tuple[str, ...]]] = {
    "files": ("zone", "delivery", "profile", "pseudonym", "check", "quarantine", "release", "bundle"),
    "loaded": ("delivery", "quarantine", "check", "correction", "release"),
    "worklists": ("worklist", "pseudonym", "zone"),
}
"""The words of the glossary that each page uses."""
NAVIGATION: Final = Text(sv="Sidor i zonen", en="Pages of the zone")

# --- what to do next --------------------------------------------------------------------------------------------

NEXT: Final = Text(sv="Att göra nu", en="To do now")
NEXT_LOAD: Final = Text(sv="{n} filer väntar i inkorgen.", en="{n} files wait in the inbox.")
NEXT_LOAD_ONE: Final = Text(sv="En fil väntar i inkorgen.", en="One file waits in the inbox.")
NEXT_MEND: Final = Text(
    sv="{n} filer nekades. Läs varför, rätta i källsystemet och lämna filen på nytt.",
    en="{n} files were refused. Read why, mend them at the source and deliver them again.",
)
NEXT_MEND_ONE: Final = Text(
    sv="En fil nekades. Läs varför, rätta i källsystemet och lämna filen på nytt.",
    en="One file was refused. Read why, mend it at the source and deliver it again.",
)
NEXT_RELEASE: Final = Text(
    sv="Inläst sedan senaste frisläppningen. Frisläpp när allt för perioden är inne:",
    en="Loaded since the last release. Release when everything for the period is in:",
)
NEXT_PARTLY: Final = Text(
    sv="{sources}: {rows} rader i det som gäller är nekade. Rätta dem i källsystemet och lämna filen på nytt.",
    en="{sources}: {rows} rows of what is in force are refused. Mend them at the source and deliver the file again.",
)
NEXT_PARTLY_ONE: Final = Text(
    sv="{sources}: en rad i det som gäller är nekad. Rätta den i källsystemet och lämna filen på nytt.",
    en="{sources}: one row of what is in force is refused. Mend it at the source and deliver the file again.",
)
SEE_WHY: Final = Text(sv="Se varför", en="See why")
NEXT_NOTHING: Final = Text(sv="Inget väntar, och inget är försenat.", en="Nothing waits, and nothing is late.")
NEXT_FIRST: Final = Text(
    sv="Inget är inläst ännu. Lägg till den första filen här nedanför.",
    en="Nothing is loaded yet. Add the first file below.",
)
NEXT_LATE: Final = Text(
    sv="{sources}: nästa leverans skulle ha kommit. Hämta den ur källsystemet.",
    en="{sources}: the next delivery should have come. Fetch it from its source.",
)

# --- upload -----------------------------------------------------------------------------------------------------

ADD: Final = Text(sv="Lägg till en fil", en="Add a file")
ADD_TEXT: Final = Text(
    sv="Filen läggs i zonens inkorg på den här datorn och läses inte förrän du säger till. Högst {size}.",
    en="The file is put in the zone's inbox on this computer and is not read until you say so. At most {size}.",
)
CHOOSE: Final = Text(sv="Välj fil", en="Choose file")
KINDS: Final = Text(
    sv="CSV, Excel (.xlsx, .xls), Parquet, SIE 4, JSON-stat eller Kolada",
    en="CSV, Excel (.xlsx, .xls), Parquet, SIE 4, JSON-stat or Kolada",
)
ARRIVING: Final = Text(sv="Filen förs över", en="The file is being transferred")
ARRIVED_NOT: Final = Text(
    sv="Överföringen avbröts. Filen är inte tillagd. Försök igen.",
    en="The transfer was cut off. The file was not added. Try again.",
)
TOO_LARGE: Final = Text(
    sv="Filen är större än {size}. Dela den i flera perioder.",
    en="The file is larger than {size}. Split it into several periods.",
)
NOT_FROM_HERE: Final = Text(
    sv="Filer tas bara emot från den här sidan. Ladda om den och försök igen.",
    en="Files are only taken from this page. Reload it and try again.",
)
IN_USE: Final = Text(
    sv="En fil läses just nu. Vänta tills den är klar och försök igen.",
    en="A file is being read right now. Wait until it is done and try again.",
)

# --- files ------------------------------------------------------------------------------------------------------

WAITING: Final = Text(sv="Filer som väntar", en="Files that wait")
NONE_WAITING: Final = Text(sv="Inga filer väntar.", en="No files wait.")
THERE_ALREADY: Final = Text(
    sv="{n} filer i inkorgen är redan inlästa. De kan ligga kvar eller tas bort.",
    en="{n} files in the inbox are already loaded. They may stay or be removed.",
)
THERE_ALREADY_ONE: Final = Text(
    sv="En fil i inkorgen är redan inläst. Den kan ligga kvar eller tas bort.",
    en="One file in the inbox is already loaded. It may stay or be removed.",
)
FILE_HIDDEN: Final = Text(sv="Fil som stoppades", en="File that was stopped")
HOLDS: Final = Text(sv="{source}, {size}", en="{source}, {size}")
NOT_KNOWN: Final = Text(sv="Ingen profil känner igen filen ännu, {size}", en="No profile knows the file yet, {size}")
LOAD: Final = Text(sv="Läs in {file}", en="Load {file}")
LOAD_AGAIN: Final = Text(sv="Försök läsa in {file} igen", en="Try to load {file} again")
LOOK: Final = Text(sv="Visa hur {file} skulle läsas", en="Show how {file} would be read")
REMOVE: Final = Text(sv="Ta bort {file} ur inkorgen", en="Remove {file} from the inbox")
REMOVE_HIDDEN: Final = Text(sv="Ta bort filen ur inkorgen", en="Remove the file from the inbox")
WORKING: Final = Text(sv="{what} {file}", en="{what} {file}")
LOOKING: Final = Text(sv="Ser efter hur filen är skriven:", en="Looking at how the file is written:")
BEGINNING: Final = Text(sv="Börjar med", en="Beginning with")
BUSY: Final = Text(
    sv="En inläsning pågår. Sidan visar resten när den är klar.",
    en="A load is going on. The page shows the rest when it is done.",
)
SHOW_ALL: Final = Text(sv="Klar, visa inkorgen", en="Done, show the inbox")

# --- what became of a file --------------------------------------------------------------------------------------

REPORT_OF: Final = Text(sv="Så gick det med {file}", en="What became of {file}")
ACCEPTED: Final = Text(
    sv="Inläst: {accepted} rader godtagna, inga nekade.", en="Loaded: {accepted} rows accepted, none refused."
)
PARTLY: Final = Text(
    sv="Inläst: {accepted} rader godtagna, {refused} nekade. De nekade ligger i zonens karantän.",
    en="Loaded: {accepted} rows accepted, {refused} refused. Those refused lie in the zone's quarantine.",
)
REFUSED: Final = Text(
    sv="Filen nekades. Det som var inläst gäller fortfarande.",
    en="The file was refused. What was loaded remains in force.",
)
INCIDENT: Final = Text(
    sv="Filen stoppades: den kan innehålla personnummer. Följ er rutin för personuppgiftsincidenter, ta bort filen och "
    "be om en ny utan identitetsuppgifter.",
    en="The file was stopped: it may hold identity numbers. Follow your routine for personal data incidents, remove "
    "the file and ask for a new one without identities.",
)
ALREADY: Final = Text(
    sv="Samma fil är redan inläst. Inget ändrades.", en="This very file is already loaded. Nothing changed."
)
WHY: Final = Text(sv="Varför", en="Why")
ROWS: Final = Text(sv="{n} rader", en="{n} rows")
ONE_ROW: Final = Text(sv="En rad", en="One row")
NOTED: Final = Text(sv="Bra att veta", en="Worth knowing")
READ_AS: Final = Text(sv="Tolkat på vägen", en="Interpreted on the way")
THEN: Final = Text(sv="Nästa steg", en="Next step")
THEN_RELEASE: Final = Text(
    sv="Läs in det som återstår för perioden. Frisläpp sedan era skyddade summor, och godkänn paketet innan det lämnas "
    "till den gemensamma zonen:",
    en="Load what remains for the period. Then release your protected figures, and approve the bundle before it is "
    "handed to the joint zone:",
)
THEN_MEND: Final = Text(
    sv="Rätta i källsystemet eller i profilen, och lägg till filen igen under samma namn.",
    en="Mend it at the source or in the profile, and add the file again under the same name.",
)
THEN_PARTLY: Final = Text(
    sv="Rätta de nekade raderna i källsystemet och lämna filen på nytt med ett högre versionsnummer. Till dess räknas "
    "resten.",
    en="Mend the refused rows at the source and deliver the file again under a higher version number. Until then the "
    "rest counts.",
)

# --- overriding a warning ---------------------------------------------------------------------------------------

OVERRIDE: Final = Text(sv="Är filen ändå rätt?", en="Is the file right all the same?")
OVERRIDE_TEXT: Final = Text(
    sv="Den här kontrollen kan ha fel. Skriv varför filen är rätt, minst tio tecken och inget om personer. Skälet "
    "sparas med leveransen.",
    en="This check can be wrong. Write why the file is right, at least ten characters and nothing about persons. The "
    "reason is kept with the delivery.",
)
OVERRIDE_REASON: Final = Text(sv="Varför filen är rätt", en="Why the file is right")
OVERRIDE_GO: Final = Text(sv="Läs in ändå", en="Load it all the same")

# --- a proposed profile -----------------------------------------------------------------------------------------

PROPOSED: Final = Text(sv="Så skulle {file} läsas", en="How {file} would be read")
PROPOSED_TEXT: Final = Text(
    sv="Ett förslag, av kolumnernas namn och innehåll. Granska det. Inget läses in förrän du har sparat det.",
    en="A proposal, from the columns' names and contents. Check it. Nothing is loaded until you have saved it.",
)
SEEN: Final[Mapping[str, Text]] = {
    "source": Text(sv="Innehåller", en="Holds"),
    "format": Text(sv="Format", en="Format"),
    "encoding": Text(sv="Teckenkodning", en="Encoding"),
    "separator": Text(sv="Skiljetecken", en="Separator"),
    "sheet": Text(sv="Blad", en="Sheet"),
    "header": Text(sv="Rubrikrad", en="Header row"),
    "totals": Text(sv="Summarader", en="Total rows"),
    "rows": Text(sv="Rader", en="Rows"),
    "decimal": Text(sv="Decimaltecken", en="Decimal mark"),
    "dates": Text(sv="Datum skrivs", en="Dates are written"),
    "nulls": Text(sv="Saknade värden", en="Marks of no value"),
}
NULLS: Final[Mapping[str, Text]] = {
    "missing": Text(sv="saknas: {marks}", en="missing: {marks}"),
    "suppressed": Text(sv="dolt: {marks}", en="hidden: {marks}"),
    "not_applicable": Text(sv="inte aktuellt: {marks}", en="does not apply: {marks}"),
}
EMPTY_CELL: Final = Text(sv="tom cell", en="empty cell")
NO_TOTALS: Final = Text(sv="inga", en="none")
TAB: Final = Text(sv="tabb", en="tab")
UNDECIDED: Final = Text(sv="Det här måste du bestämma", en="This you must decide")
ALL_DECIDED: Final = Text(sv="Alla kolumner och koder är bestämda.", en="Every column and every code has been decided.")
LACKS: Final = Text(
    sv="Ingen kolumn i filen är vald för: {names}. Utan dem nekas filen.",
    en="No column of the file is chosen for: {names}. Without them the file is refused.",
)
UNMAPPED: Final = Text(
    sv="Filens kolumner som inget är valt för: {names}.", en="Columns of the file that nothing is chosen for: {names}."
)
UNKNOWN_CODES: Final = Text(sv="Okända koder i {column}: {codes}.", en="Unknown codes in {column}: {codes}.")
TEN_ROWS: Final = Text(sv="De första raderna, som de skulle läsas", en="The first rows, as they would be read")
TEN_ROWS_NOTE: Final = Text(
    sv="••• är dolt för att det pekar ut någon; ? gick inte att läsa.",
    en="••• is hidden because it points somebody out; ? could not be read.",
)
YES: Final = Text(sv="ja", en="yes")
NO: Final = Text(sv="nej", en="no")
MAP: Final = Text(sv="Kolumner och koder", en="Columns and codes")
MAP_TEXT: Final = Text(
    sv="Ändra det som blivit fel, och visa förslaget igen.", en="Change what is wrong, and show the proposal again."
)
COLUMN_IS: Final = Text(sv="Filens kolumn {name}", en="The file's column {name}")
CODE_IS: Final = Text(sv="Koden {code} i {column}", en="The code {code} in {column}")
NOT_DECIDED: Final = Text(sv="inte bestämt", en="not decided")
LEFT_OUT: Final = Text(sv="lämnas utanför", en="left out")
MUST: Final = Text(sv="{meaning} (måste finnas)", en="{meaning} (must be there)")
SHOW_AGAIN: Final = Text(sv="Visa förslaget igen", en="Show the proposal again")
AS_TEXT: Final = Text(sv="Profilen som text", en="The profile as text")
AS_TEXT_NOTE: Final = Text(
    sv="Här går allt att ändra: teckenkodning, datumformat, summarader. Texten är det som sparas.",
    en="Everything can be changed here: encoding, date format, total rows. The text is what is saved.",
)
WHICH_SOURCE: Final = Text(sv="Vad innehåller filen?", en="What does the file hold?")
RECOGNISE: Final = Text(sv="känn igen av kolumnerna", en="recognise by its columns")
SAVE: Final = Text(sv="Profilen stämmer, spara den", en="The profile is right, save it")
SAVED: Final = Text(
    sv="Profilen {name} är sparad och bekräftad. Filen kan nu läsas in.",
    en="The profile {name} is saved and confirmed. The file can now be loaded.",
)
LET_BE: Final = Text(sv="Avbryt", en="Cancel")

# --- what is loaded ---------------------------------------------------------------------------------------------

PLAN: Final = Text(sv="Mot planen", en="Against the plan")
PLAN_HEAD: Final = Text(sv="Källa;Når till;Nästa senast;Läge", en="Source;Reaches to;Next by;State")
PLAN_NOTE: Final = Text(
    sv="Planen: en period ska vara inne {days} dagar efter att den tagit slut.",
    en="The plan: a period is to be in {days} days after its end.",
)
IN_TIME: Final = Text(sv="i tid", en="in time")
LATE: Final = Text(sv="{days} dagar sen", en="{days} days late")
DELIVERIES: Final = Text(sv="Leveranser som gäller", en="Deliveries in force")
DELIVERIES_HEAD: Final = Text(
    sv="Källa;Rader in;Godtagna;Nekade;Period;Version;Inläst",
    en="Source;Rows in;Accepted;Refused;Period;Version;Loaded",
)
NO_DELIVERIES: Final = Text(sv="Inget är inläst ännu.", en="Nothing is loaded yet.")
QUARANTINE: Final = Text(sv="Karantän", en="Quarantine")
QUARANTINE_TEXT: Final = Text(
    sv="Nekade rader per regel och kolumn. Raderna själva ligger i zonens karantän, läsbara bara för dess ägare.",
    en="Refused rows by rule and column. The rows themselves lie in the zone's quarantine, readable by its owner only.",
)
QUARANTINE_HEAD: Final = Text(sv="Fil;Rader;Regel och vad du gör", en="File;Rows;Rule and what to do")
NOTHING_REFUSED: Final = Text(sv="Inga rader är nekade.", en="No rows are refused.")
WHOLE_FILE: Final = Text(sv="hela filen", en="the whole file")
CHANGES: Final = Text(sv="Vad rättade leveranser ändrade", en="What corrected deliveries changed")
CHANGES_HEAD: Final = Text(sv="Leverans;Version;Ändrat", en="Delivery;Version;Changed")
NO_CHANGES: Final = Text(
    sv="Ingen leverans har ersatt en tidigare.", en="No delivery has taken the place of an earlier one."
)
NOTES: Final = Text(sv="Vad kontrollerna noterade", en="What the checks noted")
NOTES_HEAD: Final = Text(sv="Leverans;Noterat", en="Delivery;Noted")
NO_NOTES: Final = Text(
    sv="Alla kontroller är gjorda, och de fann inget att notera.", en="All checks are made, and found nothing to note."
)
OVERRIDES: Final = Text(sv="Kontroller som du låtit passera", en="Checks you have let pass")
OVERRIDES_HEAD: Final = Text(sv="Leverans;Kontroll;Skäl", en="Delivery;Check;Reason")
NO_OVERRIDES: Final = Text(sv="Inga.", en="None.")
CORRECTIONS: Final = Text(sv="Rättelser av kända fel", en="Corrections of known errors")
CORRECTIONS_HEAD: Final = Text(
    sv="Källa och kolumn;Gäller från;Skäl;Rapporterat av", en="Source and column;Since;Reason;Reported by"
)
NO_CORRECTIONS: Final = Text(sv="Inga. De skrivs i {file} i zonen.", en="None. They are written in {file} in the zone.")
ROLES: Final[Mapping[str, Text]] = {
    "data_steward": Text(sv="dataansvarig", en="data steward"),
    "system_owner": Text(sv="systemägare", en="system owner"),
    "unit_head": Text(sv="enhetschef", en="head of unit"),
    "coordinator": Text(sv="samordnare", en="coordinator"),
    "economist": Text(sv="ekonom", en="economist"),
    "analyst": Text(sv="analytiker", en="analyst"),
}
DROPPED: Final = Text(sv="raden tas bort", en="the row is dropped")

# --- worklists --------------------------------------------------------------------------------------------------

WORKLISTS_TEXT: Final = Text(
    sv="Vad den egna personalen har kvar att göra, per {on}. Här står bara antal. Listorna med rader skrivs till en "
    "mapp i zonen, läsbar bara för dess ägare.",
    en="What your own staff have left to do, as of {on}. Only counts stand here. The lists with rows are written to a "
    "folder in the zone, readable by its owner only.",
)
WORKLISTS_HEAD: Final = Text(sv="Lista;Antal", en="List;Number")
LIST_LACKS: Final = Text(sv="{sources} är inte inläst", en="{sources} is not loaded")
WRITE_LISTS: Final = Text(sv="Skriv listorna till zonen", en="Write the lists to the zone")
LISTS_WRITTEN: Final = Text(sv="{n} filer är skrivna i {folder}.", en="{n} files are written in {folder}.")
