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
    group_standing = "How we stand"
    group_committee = "The committee"
    group_basis = "The basis"
    page_overview = "Overview"
    page_scorecard = "Scorecard"
    page_indicator = "Measure"
    page_needs = "Needs"
    page_plans = "Plans (SIP)"
    page_costs = "Costs"
    page_services = "Services"
    page_unit = "Unit"
    page_meetings = "Meetings"
    page_decisions = "Decisions and actions"
    page_agreements = "Agreements"
    page_review = "Annual review"
    page_members = "Members"
    page_timeline = "Timeline"
    page_definitions = "Definitions"
    page_data = "Data"
    page_privacy = "Privacy"
    page_glossary = "Glossary"
    page_accessibility = "Accessibility"
    page_style_guide = "Style guide"
    synthetic = "Synthetic data"
    synthetic_note = "All figures are made up. No real persons or services."
    synthetic_day = "The example stands at {date}."
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
    suppressed = "protected"
    suppressed_note = "too few people to be shown"
    missing = "missing"
    missing_note = "no figure has been delivered"
    not_applicable = "–"
    not_applicable_note = "nothing to measure"
    not_reached = "not reached"
    not_reached_note = "more than half still wait"
    not_summed_note = "not added together"
    merged = "Too few people: counted under Other."

    # filters
    filter_period = "Period"
    filter_unit = "Unit"
    filter_group = "Target group"
    filter_all = "all"
    filter_latest = "latest"
    filter_ignored_until = "The period in the address is not among those published. The latest is shown."
    filter_ignored_unit = "The unit in the address is not in this release. All units are shown."
    filter_ignored_group = "The target group in the address cannot be shown. All target groups are shown."
    filter_ignored_rater = "There is no such rater as in the address. The users' own ratings are shown."
    filter_ignored_organisation = "There is no such organisation as in the address. Both are shown."
    filter_ignored_against = "The year to compare with in the address cannot be read. The year before is shown."

    # foot
    foot_accessibility = "Accessibility statement"
    foot_release = "Release {release}"
    foot_published = "published {date}"
    foot_organisation = "{organisation} released its figures on {date}"
    foot_protection = "Totals may differ (disclosure control)."

    # when there is nothing to show
    no_script = "Samsyn needs JavaScript to show this page."
    contact_lost = (
        "No contact with the server. The page shows what was last fetched and tries again by itself. "
        "What you write in a form is kept in the browser."
    )
    contact_back = "Contact with the server is back."
    not_found_title = "There is no such page"
    not_found_text = "The address leads nowhere. It may be misspelt, or belong to a later version."
    not_found_back = "To the overview"
    problem_title = "The page cannot be shown"
    failed_title = "Something went wrong on our side"
    failed_text = (
        "The fault has been noted without anything about persons. The figures are unchanged. "
        "Reload the page, and tell whoever runs the server if it happens again."
    )
    nothing_title = "Nothing has been released yet"
    nothing_text = (
        "The scorecard appears here once both organisations have loaded their files and released their protected "
        "totals. This is how:"
    )
    nothing_steps = (
        "Each organisation loads its files in its own zone:",
        "Each organisation releases its protected totals:",
        "The joint zone receives them, and the scorecard shows here:",
    )
    file_word = "FILE"
    nothing_try = "Want to see what it will look like first? Try it with made-up data:"
    bundle_refused = (
        "The latest bundle from {organisation}, {date}, was not taken in ({code}). The figures are those in force "
        "before. The data steward of {organisation} makes and approves a new bundle."
    )
    register_missing = (
        "The register of decisions is missing, so targets and decisions are not shown. "
        "Put register.sqlite in the joint zone, or restore it from the backup."
    )

    # scorecard
    scorecard_caption = (
        "Scorecard, release {release}: value, variation, target and alignment of each measure and organisation"
    )
    column_measure = "Measure"
    column_series = "Latest 12 periods"
    column_target = "Target, and whether it is met"
    column_same = "Same thing?"
    column_partner = "Read together with"
    legend_target = "target"
    legend_twins = "twins"
    perspective_empty = "No measures yet in this release."
    no_period = "no period"
    not_reported = "not reported for this selection"
    filters = "Selection"
    trial = "preliminary, few points"
    target_neutral = "no direction"
    target_none = "no target decided"
    target_unknown = "no register"
    assurance_met = "consistently met"
    assurance_missed = "not met"
    assurance_missed_now = "not met now"
    assurance_hit_or_miss = "sometimes met"
    assurance_unknown = "cannot be said"
    grade_identical = "same"
    grade_comparable = "comparable"
    grade_not_comparable = "not comparable"
    move_together = "moving together"
    move_apart = "moving apart"
    move_one_silent = "one side silent"
    spark_words = "{organisation}: {first} in {first_period}, {last} in {last_period}"
    spark_nothing = "{organisation}: no values"

    # files
    file_scorecard = "scorecard"
    file_costs = "costs"
    file_services = "services"
    file_unit = "unit"
    unit_closed = "closed"
    take_csv = "CSV for Excel"
    take_excel = "Excel"
    take_svg = "Image (SVG)"
    take_png = "Image (PNG)"
    take_title = "Take the figures with you"
    take_text = (
        "All published protected figures of the release. The CSV file has commas and decimal points. "
        "Shares are 0 to 1; an empty value is protected, missing or not applicable, as the column flag says."
    )
    sheet_id = "Id"
    sheet_perspective = "Perspective"
    sheet_unit = "Unit of the value"
    sheet_value = "value"
    sheet_without = "why there is no value"
    sheet_variation = "variation"
    sheet_target = "target"
    sheet_decision = "decision"

    # overview
    overview_question = "What needs our attention today?"
    overview_signals = "Signals"
    overview_concerns = "Concern"
    overview_improvements = "Improvement"
    overview_changes = "Changes without a given direction"
    overview_no_signals = "No signals. The variation is what chance gives."
    overview_targets = "Targets decided that are not met now"
    overview_target = "the target is {target} ({decision})"
    tally_concern = "{count} signals of concern"
    tally_concern_one = "{count} signal of concern"
    tally_better = "{count} improvements"
    tally_better_one = "{count} improvement"
    tally_neutral = "{count} changes without a given direction"
    tally_neutral_one = "{count} change without a given direction"
    tally_of = ", of {figures} values shown."
    and_word = "and"
    overview_no_targets = "No target is in force."
    overview_targets_reached = "All targets in force are met by the latest values."
    overview_next = "To do now"
    overview_age = "How fresh are the figures?"
    overview_refused = "Rows refused"
    overview_coming = "Targets that begin or end"
    overview_target_begins = "the target {target} comes into force (decision {decision})"
    overview_target_ends = "the target {target} ends (decision {decision})"
    overview_no_coming = "No target decided so far begins or ends ahead."
    balance_none = "no measures yet"

    # data
    data_question = "What came in, and what was refused?"
    data_age = "Up to {until}, {days} days ago. Released {released}."
    data_stale = "More than half a year old: a new release should be made."
    data_awaiting = "Awaiting {organisation}: no figures have been received in this release."
    data_see_reasons = "The reasons are on the Data page."
    data_nothing_refused = "No rows have been refused."
    next_awaiting = "Load the files and release the totals, so that both sides are seen."
    next_refused = "Correct the refused rows where they were recorded and deliver the file again."
    next_stale = "Load new files and make a new release."
    next_nothing = "Nothing. Both organisations' figures are in and up to date."
    deliveries_title = "Deliveries from {organisation}"
    deliveries_caption = "Deliveries: {organisation}"
    delivery_source = "Source"
    delivery_version = "Version"
    delivery_loaded = "Loaded"
    delivery_rows = "Rows in, about"
    delivery_accepted = "Accepted, about"
    delivery_refused = "Refused"
    delivery_notes = "Notes"
    notes_refused = "{rows} refused."
    notes_normalised = "Interpreted:"
    notes_none = "–"
    period_all = "whole"
    source_persons = "Service users and time in service"
    source_coordinators = "Coordinators"
    source_needs = "Needs assessments (CAN)"
    source_contacts = "Contacts and stays"
    source_costs = "Costs"
    source_sip_plans = "Coordinated plans (SIP)"
    source_sip_interventions = "Interventions in the plans"
    source_sip_participants = "Participants at SIP meetings"
    source_staff_development = "Staff and training"
    source_surveys = "Survey results"
    source_statistics = "Statistics from others"
    source_sip_cases = "Case files of a study"
    lineage_title = "Where the figures come from"
    lineage_text = "Every figure on every page can be followed back to this release."
    lineage_release = "Release"
    lineage_published = "Published"
    lineage_catalogue = "Checksum of the catalogue of measures"
    lineage_code = "Program version"
    lineage_bundle = "Bundle from {organisation}"
    lineage_cells = "{cells} figures, of which {suppressed} protected"

    foot_awaiting = "{organisation} has not released any figures"
