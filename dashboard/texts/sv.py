"""Swedish: the language the committee works in, and the one every other language is held against."""

from __future__ import annotations


class Swedish:
    """Every text of the interface, named by where it stands and what it says."""

    months = (
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    )  # fmt: skip

    # the house
    product = "Samsyn"
    skip_to_content = "Hoppa till innehållet"
    navigation = "Sidor"
    language_choice = "Språk"
    group_standing = "Läget"
    group_committee = "Arbetet"
    group_basis = "Underlaget"
    page_overview = "Översikt"
    page_scorecard = "Styrkort"
    page_indicator = "Mått"
    page_needs = "Behov"
    page_plans = "Planer (SIP)"
    page_costs = "Kostnader"
    page_services = "Insatser"
    page_unit = "Enhet"
    page_meetings = "Möten"
    page_decisions = "Beslut och åtgärder"
    page_agreements = "Avtal"
    page_members = "Ledamöter"
    page_timeline = "Tidslinje"
    page_definitions = "Definitioner"
    page_data = "Data"
    page_privacy = "Integritet"
    synthetic = "Syntetiska data"
    synthetic_note = "Alla uppgifter är påhittade. Inga verkliga personer eller verksamheter."
    print_page = "Skriv ut"

    # organisations and perspectives
    region = "Region"
    municipality = "Kommun"
    both = "Båda"
    perspective_needs = "Brukare och behov"
    perspective_process = "Process och samordning"
    perspective_resources = "Resurser och kostnader"
    perspective_learning = "Lärande och utveckling"
    perspective_governance = "Styrning"

    # variation
    improvement = "förbättring"
    concern = "oroande"
    common_cause = "slumpvis variation"
    neutral_high = "högre nivå"
    neutral_low = "lägre nivå"
    improvement_letter = "F"
    concern_letter = "O"
    neutral_high_letter = "H"
    neutral_low_letter = "L"

    # four kinds of nothing
    suppressed = "skyddad"
    suppressed_note = "för få personer för att visas"
    missing = "saknas"
    missing_note = "ingen uppgift har lämnats"
    not_applicable = "–"
    not_applicable_note = "finns inte att mäta"
    not_reached = "ej nådd"
    not_reached_note = "mer än hälften väntar ännu"
    not_summed_note = "läggs inte ihop"
    merged = "För få personer: räknas in i Övriga."

    # filters
    filter_period = "Period"
    filter_unit = "Enhet"
    filter_group = "Målgrupp"
    filter_all = "alla"
    filter_latest = "senaste"
    filter_ignored_until = "Perioden i adressen finns inte bland de publicerade. Senaste perioden visas."
    filter_ignored_unit = "Enheten i adressen finns inte i denna utgåva. Alla enheter visas."
    filter_ignored_group = "Målgruppen i adressen kan inte visas. Alla målgrupper visas."
    filter_ignored_rater = "Skattaren i adressen finns inte. Brukarnas egna skattningar visas."
    filter_ignored_organisation = "Organisationen i adressen finns inte. Båda visas."
    filter_ignored_against = "Jämförelseåret i adressen går inte att läsa. Året före visas."

    # foot
    foot_release = "Frisläppning {release}"
    foot_published = "publicerad {date}"
    foot_organisation = "{organisation} frisläppte sina uppgifter {date}"
    foot_protection = "Summor kan avvika (röjandeskydd)."

    # when there is nothing to show
    no_script = "Samsyn behöver JavaScript för att visa sidan."
    contact_lost = (
        "Ingen kontakt med servern. Sidan visar det som senast hämtades och försöker igen av sig själv. "
        "Det du skriver i ett formulär finns kvar i webbläsaren."
    )
    contact_back = "Kontakten med servern är tillbaka."
    not_found_title = "Sidan finns inte"
    not_found_text = "Adressen leder ingenstans. Kanske är den felskriven, eller hör till en senare utgåva."
    not_found_back = "Till översikten"
    problem_title = "Det går inte att visa sidan"
    failed_title = "Något gick fel hos oss"
    failed_text = (
        "Felet är antecknat utan uppgifter om personer. Siffrorna är oförändrade. "
        "Ladda om sidan, och säg till den som sköter servern om det händer igen."
    )
    nothing_title = "Inget är frisläppt ännu"
    nothing_text = (
        "Här visas styrkortet när båda organisationerna har läst in sina filer och frisläppt sina skyddade summor. "
        "Så här gör ni:"
    )
    nothing_steps = (
        "Varje organisation läser in sina filer i sin egen zon:",
        "Varje organisation frisläpper sina skyddade summor:",
        "Den gemensamma zonen tar emot dem, och styrkortet visas här:",
    )
    file_word = "FIL"
    nothing_try = "Vill ni först se hur det blir? Prova med påhittade uppgifter:"
    bundle_refused = (
        "Det senaste paketet från {organisation}, {date}, togs inte emot ({code}). Siffrorna är de som gällde förut. "
        "Datastewarden i {organisation} gör och godkänner ett nytt paket."
    )
    register_missing = (
        "Registret över beslut saknas. Mål och beslut visas därför inte. "
        "Lägg register.sqlite i den gemensamma zonen, eller återställ den från säkerhetskopian."
    )

    # scorecard
    scorecard_caption = (
        "Styrkort, frisläppning {release}: värde, variation, mål och samstämmighet för varje mått och organisation"
    )
    column_measure = "Mått"
    column_series = "Senaste 12 perioderna"
    column_target = "Mål, och om det nås"
    column_same = "Samma sak?"
    column_partner = "Läses ihop med"
    perspective_empty = "Inga mått ännu i denna utgåva."
    no_period = "ingen period"
    not_reported = "redovisas inte med denna indelning"
    filters = "Urval"
    trial = "preliminärt, få punkter"
    target_neutral = "ingen riktning"
    target_none = "inget mål beslutat"
    target_unknown = "register saknas"
    assurance_met = "nås stadigt"
    assurance_missed = "nås inte"
    assurance_missed_now = "nås inte nu"
    assurance_hit_or_miss = "nås ibland"
    assurance_unknown = "går inte att säga"
    grade_identical = "samma"
    grade_comparable = "jämförbar"
    grade_not_comparable = "ej jämförbar"
    move_together = "följs åt"
    move_apart = "går isär"
    move_one_silent = "en sida tyst"
    spark_words = "{organisation}: {first} {first_period}, {last} {last_period}"
    spark_nothing = "{organisation}: inga värden"

    # files
    file_scorecard = "styrkort"
    file_costs = "kostnader"
    file_services = "insatser"
    file_unit = "enhet"
    unit_closed = "stängd"
    take_csv = "CSV för Excel"
    take_excel = "Excel"
    take_svg = "Bild (SVG)"
    take_png = "Bild (PNG)"
    take_title = "Ta med siffrorna"
    take_text = (
        "Alla publicerade skyddade uppgifter i frisläppningen. CSV-filen har semikolon och decimalkomma. "
        "Andelar är 0 till 1; tomt värde betyder skyddad, saknas eller finns inte, enligt kolumnen flag."
    )
    sheet_id = "Id"
    sheet_perspective = "Perspektiv"
    sheet_unit = "Enhet för värdet"
    sheet_value = "värde"
    sheet_without = "varför värde saknas"
    sheet_variation = "variation"
    sheet_target = "mål"
    sheet_decision = "beslut"

    # overview
    overview_question = "Vad behöver vår uppmärksamhet i dag?"
    overview_signals = "Signaler"
    overview_concerns = "Oroande"
    overview_improvements = "Förbättringar"
    overview_changes = "Förändringar utan given riktning"
    overview_no_signals = "Inga signaler. Variationen är den som slumpen ger."
    overview_targets = "Beslutade mål som inte nås nu"
    overview_target = "målet är {target} ({decision})"
    tally_concern = "{count} oroande signaler"
    tally_concern_one = "{count} oroande signal"
    tally_better = "{count} förbättringar"
    tally_better_one = "{count} förbättring"
    tally_neutral = "{count} förändringar utan given riktning"
    tally_neutral_one = "{count} förändring utan given riktning"
    tally_of = ", av {figures} värden som visas."
    and_word = "och"
    overview_no_targets = "Inga beslutade mål är i kraft."
    overview_targets_reached = "Alla mål i kraft nås med de senaste värdena."
    overview_next = "Att göra nu"
    overview_age = "Hur färska är uppgifterna?"
    overview_refused = "Rader som nekades"
    overview_coming = "Mål som börjar eller slutar"
    overview_target_begins = "målet {target} börjar gälla (beslut {decision})"
    overview_target_ends = "målet {target} slutar gälla (beslut {decision})"
    overview_no_coming = "Inga beslutade mål börjar eller slutar framöver."
    balance_none = "inga mått ännu"

    # data
    data_question = "Vad kom in, och vad nekades?"
    data_age = "Till och med {until}, {days} dagar sedan. Frisläppt {released}."
    data_stale = "Mer än ett halvår gamla: en ny frisläppning bör göras."
    data_awaiting = "Inväntar {organisation}: inga uppgifter har tagits emot i denna frisläppning."
    data_see_reasons = "Skälen står på sidan Data."
    data_nothing_refused = "Inga rader har nekats."
    next_awaiting = "Läs in filerna och frisläpp summorna, så att båda sidor syns."
    next_refused = "Rätta de nekade raderna där de registrerats och leverera filen på nytt."
    next_stale = "Läs in nya filer och gör en ny frisläppning."
    next_nothing = "Inget. Båda organisationernas uppgifter är inne och aktuella."
    deliveries_title = "Leveranser från {organisation}"
    deliveries_caption = "Leveranser: {organisation}"
    delivery_source = "Källa"
    delivery_version = "Version"
    delivery_loaded = "Inläst"
    delivery_rows = "Rader in, cirka"
    delivery_accepted = "Godtagna, cirka"
    delivery_refused = "Nekade"
    delivery_notes = "Anmärkningar"
    notes_refused = "{rows} nekade."
    notes_normalised = "Tolkade:"
    notes_none = "–"
    period_all = "hela"
    source_persons = "Brukare och insatstid"
    source_coordinators = "Samordnare"
    source_needs = "Behovsskattningar (CAN)"
    source_contacts = "Kontakter och vårdtillfällen"
    source_costs = "Kostnader"
    source_sip_plans = "Samordnade planer (SIP)"
    source_sip_interventions = "Insatser i planerna"
    source_sip_participants = "Deltagare vid SIP-möten"
    source_staff_development = "Personal och utbildning"
    source_surveys = "Enkätresultat"
    source_statistics = "Statistik från andra"
    source_sip_cases = "Akter ur en studie"
    lineage_title = "Varifrån siffrorna kommer"
    lineage_text = "Varje siffra på varje sida kan följas tillbaka till denna frisläppning."
    lineage_release = "Frisläppning"
    lineage_published = "Publicerad"
    lineage_catalogue = "Måttkatalogens kontrollsumma"
    lineage_code = "Programversion"
    lineage_bundle = "Paket från {organisation}"
    lineage_cells = "{cells} uppgifter, varav {suppressed} skyddade"

    foot_awaiting = "{organisation} har inte frisläppt några uppgifter"
