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
    page_overview = "Översikt"
    page_scorecard = "Styrkort"
    page_indicator = "Mått"
    page_definitions = "Definitioner"
    page_data = "Data"
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
    suppressed = "<5"
    suppressed_note = "skyddad: för få personer för att visas"
    missing = "saknas"
    missing_note = "ingen uppgift har lämnats"
    not_applicable = "–"
    not_applicable_note = "finns inte att mäta"

    # filters
    filter_period = "Period"
    filter_unit = "Enhet"
    filter_group = "Målgrupp"
    filter_all = "alla"
    filter_latest = "senaste"
    filter_ignored_until = "Perioden i adressen finns inte bland de publicerade. Senaste perioden visas."
    filter_ignored_unit = "Enheten i adressen finns inte i denna utgåva. Alla enheter visas."
    filter_ignored_group = "Målgruppen i adressen kan inte visas. Alla målgrupper visas."

    # foot
    foot_release = "Frisläppning {release}"
    foot_published = "publicerad {date}"
    foot_organisation = "{organisation} släppte sina uppgifter {date}"
    foot_protection = "Summor kan avvika (röjandeskydd)."
