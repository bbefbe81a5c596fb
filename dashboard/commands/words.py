"""What the commands say, in both languages."""

from __future__ import annotations

from metrics.problem import Text

NO_ROOM = Text(
    sv="Disken är full. Ingenting har ändrats. Frigör utrymme och kör kommandot igen.",
    en="The disk is full. Nothing has changed. Make room and run the command again.",
)
NOT_ALLOWED = Text(
    sv="Det går inte att läsa eller skriva {file}. Ingenting har ändrats. Kontrollera sökvägen och rättigheterna.",
    en="{file} cannot be read or written. Nothing has changed. Check the path and the permissions.",
)
OUR_BUG = Text(
    sv="Ett fel i programmet ({kind}). Ingenting som gällde har ändrats. Var felet uppstod står i {log}; "
    "filen innehåller inga uppgifter om personer. Skicka den till den som förvaltar programmet.",
    en="A fault in the program ({kind}). Nothing in force has changed. Where it happened is in {log}; "
    "the file holds nothing about persons. Send it to whoever maintains the program.",
)

# --- init -----------------------------------------------------------------------------------------------------

CREATED = Text(
    sv="Arbetsytan {path} är skapad. Skriv styrgruppens namn, enheter och år i {settings}, i stället för exemplets. "
    "Sätt synthetic = true där om uppgifterna är påhittade. Profilerna i sources/ är exempel: anpassa dem efter era "
    "filer. Säkerhetskopiera zones/*/keys, som inte går att återskapa.",
    en="The workspace {path} is created. Write the committee's name, units and years in {settings}, instead of the "
    "example's. Set synthetic = true there if the data are made up. The profiles in sources/ are examples: fit them to "
    "your files. Back up zones/*/keys, which cannot be made again.",
)

# --- profile --------------------------------------------------------------------------------------------------

PROPOSED = Text(
    sv="{file}: {written}, {above} rader ovanför rubriken, {rows} rader. Liknar källan {source}: {found} av {columns} "
    "kolumner känns igen.",
    en="{file}: {written}, {above} rows above the header, {rows} rows. Looks like the source {source}: {found} of "
    "{columns} columns are recognised.",
)
UNMAPPED = Text(
    sv="Känns inte igen, och filen nekas tills du har valt kolumn eller ignorerat: {names}",
    en="Not recognised, and the file is refused until you choose a column or ignore: {names}",
)
MISSING = Text(
    sv="Måste finnas men hittades inte: {names}",
    en="Must be there but were not found: {names}",
)
UNKNOWN_CODES = Text(
    sv="Koder som ingen profil känner: {names}",
    en="Codes that no profile knows: {names}",
)
CONFIRM = Text(
    sv="Granska förslaget nedan och spara det som sources/{organisation}.{source}.toml i arbetsytan, eller låt --save "
    "göra det.",
    en="Check the proposal below and save it as sources/{organisation}.{source}.toml in the workspace, or let --save "
    "do it.",
)

READ_AS = Text(
    sv="Så läses de första raderna (••• döljer vem det gäller, ? gick inte att läsa)",
    en="The first rows as they are read (••• hides whom it is about, ? could not be read)",
)
READ_COLUMN = Text(sv="  {column}: {values}", en="  {column}: {values}")
SAVED = Text(
    sv="Förslaget ligger i {file}. Granska det och bekräfta: samsyn profile FIL --path {path} --confirm {name}",
    en="The proposal is in {file}. Check it and confirm: samsyn profile FILE --path {path} --confirm {name}",
)
CONFIRMED = Text(
    sv="Profilen {name} är bekräftad. Läs in filen med samsyn load.",
    en="The profile {name} is confirmed. Load the file with samsyn load.",
)

# --- load -----------------------------------------------------------------------------------------------------

LOADING = Text(sv="Läser in {file}", en="Loading {file}")
LOADED = Text(
    sv="{file}: {accepted} rader inlästa till {source}, {refused} rader i karantän.",
    en="{file}: {accepted} rows loaded into {source}, {refused} rows in quarantine.",
)
ALREADY_LOADED = Text(
    sv="{file}: redan inläst, ingenting ändrat.",
    en="{file}: already loaded, nothing changed.",
)
UNFINISHED = Text(
    sv="{file}: inte hel än, väntar. Den läses in när den är det som manifest.json lovar.",
    en="{file}: not all there yet, waiting. It is loaded once it is what manifest.json promises.",
)
FILE_REFUSED = Text(
    sv="{file}: hela filen är nekad. Tidigare uppgifter gäller fortfarande.",
    en="{file}: the whole file is refused. Earlier data remain in force.",
)
NOTE = Text(sv="  Att veta: {text}", en="  Note: {text}")
OVERRIDDEN = Text(sv="  Åsidosatt, med skäl: {text}", en="  Overridden, with a reason: {text}")
CHANGES = Text(sv="  {text}", en="  {text}")
REASON = Text(sv="  {rows} rader: {text}", en="  {rows} rows: {text}")
ONE_REASON = Text(sv="  En rad: {text}", en="  One row: {text}")
WHOLE_FILE = Text(sv="  {text}", en="  {text}")

# --- worklist -------------------------------------------------------------------------------------------------

WORKLISTS = Text(
    sv="Arbetslistor per {on} (uppgifter till och med {data_to}) ligger i {folder}. De gäller enskilda personer: låt "
    "dem stanna i zonen och ta bort dem när de är avarbetade.",
    en="Worklists as of {on} (data up to {data_to}) are in {folder}. They are about individuals: keep them in the zone "
    "and delete them once they are worked through.",
)
WORKLIST = Text(sv="  {title}: {rows} rader", en="  {title}: {rows} rows")
WORKLIST_LACKS = Text(
    sv="  {title}: ingen lista, eftersom {sources} inte är inläst.",
    en="  {title}: no list, since {sources} is not loaded.",
)

# --- release and receive --------------------------------------------------------------------------------------

RELEASING = Text(sv="Räknar och skyddar: {organisation}", en="Counting and protecting: {organisation}")
RELEASED = Text(
    sv="Paketet {bundle} väntar på godkännande: {cells} siffror, varav {suppressed} dolda eftersom grupperna är små.",
    en="The bundle {bundle} awaits approval: {cells} figures, {suppressed} of them suppressed as the groups are small.",
)
RELEASED_BEFORE = Text(
    sv="Ingenting nytt sedan paketet {bundle}: {cells} siffror.",
    en="Nothing new since the bundle {bundle}: {cells} figures.",
)
NOTHING_CAME = Text(
    sv="Inget har levererats sedan förra paketet. Om det är personer som tagits ur siffrorna kan den som vet vem det "
    "är se vad personen räknats som, på vilka siffror som ändrats. Vänta med att godkänna tills andra rättelser följer "
    "med, om de 30 dagarna medger det.",
    en="Nothing has been delivered since the bundle before. If persons have been taken out, whoever knows who it is "
    "can see what that person was counted as, by which figures have changed. Wait with approving until other "
    "corrections go along, if the 30 days allow.",
)
LACKS = Text(
    sv="{source} är aldrig inläst. Utan den har dessa mått inga siffror: {measures}.",
    en="{source}: never loaded. Without it these measures have no figures: {measures}.",
)
APPROVED = Text(
    sv="Paketet {bundle} är godkänt av {role} {at} UTC och kan lämnas till den gemensamma zonen.",
    en="The bundle {bundle} is approved by {role} {at} UTC and can be carried to the joint zone.",
)
APPROVED_BEFORE = Text(
    sv="Paketet {bundle} är redan godkänt, av {role} {at} UTC.",
    en="The bundle {bundle} is approved already, by {role} {at} UTC.",
)
RECEIVING = Text(sv="Kontrollerar och publicerar", en="Verifying and publishing")
RECEIVED = Text(
    sv="Frisläppning {release} gäller nu: {cells} siffror.",
    en="Release {release} is now in force: {cells} figures.",
)
RECEIVED_BEFORE = Text(
    sv="Frisläppning {release} gällde redan, ingenting ändrat.",
    en="Release {release} was already in force, nothing changed.",
)
KEPT = Text(
    sv="Inget nytt från {organisation}: dess del från förra frisläppningen ligger kvar.",
    en="Nothing new from {organisation}: its part of the release before remains.",
)
ABSENT = Text(sv="{organisation} saknas i frisläppningen.", en="{organisation} is missing from the release.")

# --- status ---------------------------------------------------------------------------------------------------

STATUS_RELEASE = Text(
    sv="Gällande frisläppning: {release}, publicerad {on} ({days} dagar sedan).",
    en="Release in force: {release}, published {on} ({days} days ago).",
)
STATUS_NO_RELEASE = Text(sv="Ingen frisläppning är publicerad än.", en="No release is published yet.")
STATUS_SYNTHETIC = Text(sv="Påhittade uppgifter.", en="Made-up data.")
STATUS_EMPTY = Text(sv="{organisation}: inget inläst.", en="{organisation}: nothing loaded.")
STATUS_APPROVED = Text(
    sv="Senaste paket i utkorgen: {bundle}, godkänt av {role} {at}.",
    en="Latest bundle in the outbox: {bundle}, approved by {role} {at}.",
)
STATUS_AWAITING = Text(
    sv="Senaste paket i utkorgen: {bundle}, väntar på godkännande: "
    "`samsyn release --organisation {organisation} --approve`.",
    en="Latest bundle in the outbox: {bundle}, awaiting approval: "
    "`samsyn release --organisation {organisation} --approve`.",
)
STATUS_PROFILE = Text(
    sv="Ingen fil kan läsas in förrän detta är rättat: {text}",
    en="No file can be loaded until this is mended: {text}",
)
STATUS_REFUSED = Text(
    sv="{file} nekades {on}, och det som var inläst gäller fortfarande.",
    en="{file} was refused on {on}, and what was loaded remains in force.",
)
STATUS_INCIDENT = Text(
    sv="En fil stoppades {on}: den kan innehålla personnummer. Följ er rutin för personuppgiftsincidenter.",
    en="A file was stopped on {on}: it may hold identity numbers. Follow your routine for personal data incidents.",
)
STATUS_CHANGES = Text(sv="  {source} {period}: {text}", en="  {source} {period}: {text}")
STATUS_OVERRIDE = Text(
    sv="  {source} {period}: kontrollen {code} är åsidosatt. Skäl: {reason}",
    en="  {source} {period}: the check {code} was overridden. Reason: {reason}",
)
STATUS_NOTE = Text(sv="  {source} {period}: att veta: {text}", en="  {source} {period}: note: {text}")
STATUS_COLUMNS = (
    Text(sv="källa", en="source"),
    Text(sv="period", en="period"),
    Text(sv="version", en="version"),
    Text(sv="rader", en="rows"),
    Text(sv="nekade", en="refused"),
    Text(sv="inläst", en="loaded"),
)

# --- export, serve, demo --------------------------------------------------------------------------------------

EXPORTED = Text(sv="Siffrorna är skrivna till {file}.", en="The figures are written to {file}.")
BINARY = Text(
    sv="{form} är ingen text och kan inte visas i terminalen. Ange en fil med --output.",
    en="{form} is not text and cannot be shown in a terminal. Name a file with --output.",
)
SERVING = Text(
    sv="Samsyn visas på http://127.0.0.1:{port}, från {path} (avsluta med Ctrl+C).",
    en="Samsyn is shown at http://127.0.0.1:{port}, from {path} (stop with Ctrl+C).",
)
SERVING_STYLE = Text(
    sv="Samsyn visas på http://127.0.0.1:{port}, från {path}, med stilguiden på /style_guide (avsluta med Ctrl+C).",
    en="Samsyn is shown at http://127.0.0.1:{port}, from {path}, with the style guide at /style_guide "
    "(stop with Ctrl+C).",
)
REAL_FILES = Text(
    sv="Verkliga uppgifter som andra har publicerat, i {path}. Utgivare och licenser: sample_data/real/SOURCE.md.",
    en="Real figures that others have published, in {path}. Publishers and licences: sample_data/real/SOURCE.md.",
)
ZONE = Text(
    sv="{organisation}: den egna zonen visas på http://127.0.0.1:{port}, från {path} (avsluta med Ctrl+C).",
    en="{organisation}: its own zone is shown at http://127.0.0.1:{port}, from {path} (stop with Ctrl+C).",
)
STEP_GENERATE = Text(
    sv="1/5 Skriver tio års påhittade filer för två organisationer",
    en="1/5 Writing ten years of made-up files for two organisations",
)
STEP_LOAD = Text(sv="2/5 Läser in båda organisationernas filer", en="2/5 Loading both organisations' files")
STEP_RELEASE = Text(
    sv="3/5 Räknar och skyddar siffrorna i varje zon",
    en="3/5 Counting and protecting the figures in each zone",
)
STEP_REGISTER = Text(
    sv="4/5 Fyller registret med beslut och mål", en="4/5 Filling the register with decisions and targets"
)
STEP_RECEIVE = Text(sv="5/5 Kontrollerar och publicerar", en="5/5 Verifying and publishing")
DEMO_READY = Text(
    sv="Demonstrationen finns i {path}: frisläppning {release}. Visa den igen med `samsyn demo --path {path}`.",
    en="The demonstration is in {path}: release {release}. Show it again with `samsyn demo --path {path}`.",
)
NOT_A_DEMONSTRATION = Text(
    sv="{path} rörs inte: arbetsytan är inte gjord av `samsyn demo`. Välj en annan mapp med --path.",
    en="{path} is left alone: the workspace was not made by `samsyn demo`. Choose another folder with --path.",
)
DEMO_KEPT = Text(
    sv="Demonstrationen i {path} finns redan och används som den är (--fresh gör om den).",
    en="The demonstration in {path} is already there and used as it is (--fresh makes it anew).",
)
