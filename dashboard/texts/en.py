"""English: the same texts, for readers who do not read Swedish."""

from __future__ import annotations

from dashboard.texts.sv import Swedish


class English(Swedish):
    """Every text of `Swedish`, said again in English; a test finds the one that was forgotten."""

    months = (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    )  # fmt: skip

    # the house
    product = "Samsyn"
    skip_to_content = "Skip to content"
    navigation = "Pages"
    language_choice = "Language"
    page_overview = "Overview"
    page_scorecard = "Scorecard"
    page_indicator = "Measure"
    page_definitions = "Definitions"
    page_data = "Data"
    synthetic = "Synthetic data"
    synthetic_note = "All figures are made up. No real persons or services."
    print_page = "Print"

    # organisations and perspectives
    region = "Region"
    municipality = "Municipality"
    both = "Both"
    perspective_needs = "Service users and needs"
    perspective_process = "Process and coordination"
    perspective_resources = "Resources and costs"
    perspective_learning = "Learning and development"
    perspective_governance = "Governance"

    # variation
    improvement = "improvement"
    concern = "concern"
    common_cause = "common cause variation"
    neutral_high = "higher level"
    neutral_low = "lower level"
    improvement_letter = "I"
    concern_letter = "C"
    neutral_high_letter = "H"
    neutral_low_letter = "L"

    # four kinds of nothing
    suppressed = "<5"
    suppressed_note = "protected: too few persons to be shown"
    missing = "missing"
    missing_note = "no figure has been delivered"
    not_applicable = "–"
    not_applicable_note = "nothing to measure"

    # filters
    filter_period = "Period"
    filter_unit = "Unit"
    filter_group = "Target group"
    filter_all = "all"
    filter_latest = "latest"
    filter_ignored_until = "The period in the address is not among those published. The latest is shown."
    filter_ignored_unit = "The unit in the address is not in this release. All units are shown."
    filter_ignored_group = "The target group in the address cannot be shown. All target groups are shown."

    # foot
    foot_release = "Release {release}"
    foot_published = "published {date}"
    foot_organisation = "{organisation} released its figures on {date}"
    foot_protection = "Totals may differ (disclosure control)."
