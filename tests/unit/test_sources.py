"""Every column of every source, broken in turn: the row and the column are named, the value is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.load import LoadReport, load
from pipelines.sources import SOURCES
from tests.intake import ENOUGH, a_file, a_zone, codes

# A wrong value for each column, and what it is called. A key column takes the whole file with it.
BROKEN = """
    source            | column                 | written    | code
    persons           | person                 | Bertil     | person_pattern
    persons           | birth_year             | 1899       | not_allowed
    persons           | birth_year             | 198O       | not_a_whole_number
    persons           | birth_year             | 2030       | born_after_service
    persons           | sex                    | kvinna     | code_unknown
    persons           | target_groups          | XYZ9       | code_unknown
    persons           | unit                   | stängda    | unit_unknown
    persons           | from_on                | 2024-02-30 | not_a_date
    persons           | to_on                  | 2150-01-01 | date_implausible
    persons           | from_on                | 2099-01-01 | date_implausible
    persons           | to_on                  | 2023-12-31 | dates_reversed
    persons           | shared                 |            | required_empty
    persons           | lives_alone            | kanske     | not_yes_or_no
    persons           | has_relative_contact   | 1          | not_yes_or_no
    persons           | occupation             | pension    | code_unknown
    coordinators      | person                 |            | required_empty
    coordinators      | coordinator            |            | required_empty
    coordinators      | role                   | chef       | code_unknown
    coordinators      | unit                   |            | required_empty
    coordinators      | from_on                | 05/03/2024 | date_style
    coordinators      | to_on                  | 2020-01-01 | dates_reversed
    coordinators      | from_on                | 0001-01-01 | date_implausible
    needs             | person                 | r12        | person_pattern
    needs             | unit                   | 217        | unit_unknown
    needs             | assessed_on            | 20240305   | date_style
    needs             | rater                  | granne     | code_unknown
    needs             | domain                 | 23         | not_allowed
    needs             | domain                 | 0          | not_allowed
    needs             | rating                 | 3          | not_allowed
    needs             | rating                 | 1,5        | not_a_whole_number
    needs             | assessment_id          |            | required_empty
    contacts          | person                 | k0000001abc| person_pattern
    contacts          | unit                   | NORRA      | unit_unknown
    contacts          | contact_type           | lunch      | code_unknown
    contacts          | from_on                | 2025-01-01 | date_implausible
    contacts          | from_on                | 2024-1     | date_style
    contacts          | to_on                  | 2023-01-01 | dates_reversed
    contacts          | minutes                | -5         | not_allowed
    contacts          | minutes                | 1441       | not_allowed
    contacts          | planned                | true       | not_yes_or_no
    contacts          | attended               | JA         | not_yes_or_no
    contacts          | ready_for_discharge_on | 2023-06-01 | ready_before_admission
    contacts          | referred_on            | 1899-12-31 | date_implausible
    costs             | unit                   | x9         | unit_unknown
    costs             | month                  | 2024-13    | not_a_date
    costs             | account                |            | required_empty
    costs             | activity               |            | required_empty
    costs             | cost_type              |            | required_empty
    costs             | amount_sek             | 1e3        | number_style
    costs             | amount_sek             | 12 kr      | number_style
    costs             | amount_sek             | 1.234      | number_style
    costs             | amount_sek             | NaN        | number_style
    costs             | amount_sek             | -500       | cost_negative
    costs             | budget_sek             | 50 %       | number_style
    costs             | funding                | gåva       | code_unknown
    costs             | temporary_until        | 2020-01-01 | ends_before_month
    sip_plans         | person                 | R0000001ABC| person_pattern
    sip_plans         | plan_id                |            | required_empty
    sip_plans         | unit                   |            | required_empty
    sip_plans         | form_version           |            | required_empty
    sip_plans         | initiated_by           |            | required_empty
    sip_plans         | motive_stated          | delvis     | not_yes_or_no
    sip_plans         | prepared_on            | 2024-12-30 | prepared_after_meeting
    sip_plans         | met_on                 | 2023-02-29 | not_a_date
    sip_plans         | consent                | 0          | not_yes_or_no
    sip_plans         | user_present           | 0          | not_yes_or_no
    sip_plans         | user_wish_recorded     | 0          | not_yes_or_no
    sip_plans         | relative_present       | 0          | not_yes_or_no
    sip_plans         | needs_stated           | 0          | not_yes_or_no
    sip_plans         | short_term_goals       | 0          | not_yes_or_no
    sip_plans         | long_term_goals        | 0          | not_yes_or_no
    sip_plans         | follow_up_due_on       | 2023-01-01 | due_before_meeting
    sip_plans         | followed_up_on         | 2023-01-01 | followed_up_before_meeting
    sip_plans         | change                 | stor       | code_unknown
    sip_plans         | closed_on              | 2023-01-01 | closed_before_meeting
    sip_interventions | plan_id                | plan 9999  | plan_unknown
    sip_interventions | plan_id                |            | required_empty
    sip_interventions | responsible            | kyrkan     | code_unknown
    sip_interventions | organisation           | staten     | code_unknown
    sip_interventions | decided_before_meeting | 0          | not_yes_or_no
    sip_interventions | needs_formal_decision  | 0          | not_yes_or_no
    sip_interventions | decision_maker_present | 0          | not_yes_or_no
    sip_interventions | outcome                | klar       | code_unknown
    sip_participants  | plan_id                | plan 9999  | plan_unknown
    sip_participants  | agency                 | kyrkan     | code_unknown
    sip_participants  | needed                 | 0          | not_yes_or_no
    sip_participants  | invited                | 0          | not_yes_or_no
    sip_participants  | present                | 0          | not_yes_or_no
    sip_participants  | has_mandate            | 0          | not_yes_or_no
    staff_development | staff                  | Bertil     | person_pattern
    staff_development | unit                   | x9         | unit_unknown
    staff_development | training               |            | required_empty
    staff_development | joint                  | 0          | not_yes_or_no
    staff_development | on                     | 2024-02-30 | not_a_date
    staff_development | on                     | 2025-01-01 | date_implausible
    staff_development | hours                  | 2001       | not_allowed
    staff_development | hours                  | 7 tim      | not_a_number
    staff_development | compulsory             | 0          | not_yes_or_no
    surveys           | instrument             |            | required_empty
    surveys           | item                   |            | required_empty
    surveys           | unit                   | x9         | unit_unknown
    surveys           | period                 | i våras    | period_unclear
    surveys           | value                  | 80 %       | number_style
    surveys           | respondents            | 2,5        | not_a_whole_number
    surveys           | respondents            | 101        | more_answers_than_asked
    surveys           | invited                | hundra     | not_a_whole_number
    surveys           | status                 | kanske     | code_unknown
    statistics        | measure                |            | required_empty
    statistics        | breakdown              |            | required_empty
    statistics        | group                  |            | required_empty
    statistics        | period                 | 2023-13    | period_unclear
    statistics        | numerator              | 1e3        | number_style
    statistics        | numerator              | 41         | part_above_whole
    statistics        | denominator            | x9         | not_a_number
    statistics        | value                  | 50 %       | number_style
    statistics        | value_unit             | mnkr       | code_unknown
    statistics        | status                 | kanske     | code_unknown
"""
CASES = [[cell.strip() for cell in line.split("|")] for line in BROKEN.strip().splitlines()[1:]]

# Free words: whatever is written there is kept, and so cannot be broken but by being left out.
FREE = {("sip_plans", "responsible_principal"), ("statistics", "measure_name"), ("statistics", "group_name")}


def delivered(folder: Path, source: str, *special: dict[str, str]) -> LoadReport:
    """The report of a file that begins with the `special` rows."""
    zone = a_zone(folder)
    if SOURCES[source].refers_to:
        load(zone, "region", a_file(zone, "sip_plans", good=2 * ENOUGH))
    return load(zone, "region", a_file(zone, source, *special))


@pytest.mark.parametrize("source", dict.fromkeys(case[0] for case in CASES))
def test_each_broken_value_is_refused_in_its_row_by_its_own_rule_and_column(tmp_path: Path, source: str) -> None:
    broken = [(column, written, code) for name, column, written, code in CASES if name == source]
    report = delivered(tmp_path, source, *({column: written} for column, written, _ in broken))
    expected = {(row, column, code) for row, (column, _, code) in enumerate(broken, 2)}
    assert {(row, reason.column, reason.code) for reason in report.reasons for row in reason.places} == expected


@pytest.mark.parametrize("source", dict.fromkeys(case[0] for case in CASES))
def test_the_message_names_the_column_in_both_languages_and_never_the_value(tmp_path: Path, source: str) -> None:
    broken = [(column, written) for name, column, written, _ in CASES if name == source]
    report = delivered(tmp_path, source, *({column: written} for column, written in broken))
    texts = [reason.text for reason in report.reasons if reason.places]
    assert all(text.sv.startswith("Kolumnen ") and text.en.startswith("Column ") for text in texts)
    telling = [written for _, written in broken if len(written) > 2]
    assert [(text.sv, value) for text in texts for value in telling if value in text.sv + text.en] == []


@pytest.mark.parametrize(
    ("column", "written", "refused"),
    [("person", "Bertil", True), ("unit", "stängda", True), ("rating", "3", False), ("assessed_on", "igår", False)],
)
def test_a_broken_key_refuses_the_file_and_any_other_value_its_row(
    tmp_path: Path, column: str, written: str, refused: bool
) -> None:
    report = delivered(tmp_path, "needs", {column: written})
    assert (report.file_refused, report.refused_rows) == ((True, 1 + ENOUGH) if refused else (False, 1))


def test_a_plan_nobody_has_delivered_refuses_only_its_row(tmp_path: Path) -> None:
    report = delivered(tmp_path, "sip_interventions", {"plan_id": "plan 9999"})
    assert (report.file_refused, codes(report)) == (False, ["plan_unknown"])


def test_every_column_of_every_source_is_broken_here() -> None:
    columns = {(source, column) for source in SOURCES for column in SOURCES[source].columns if source != "sip_cases"}
    assert columns - FREE == {(source, column) for source, column, _, _ in CASES}


@pytest.mark.parametrize("source", SOURCES)
def test_every_column_is_explained_in_both_languages(source: str) -> None:
    meanings = [SOURCES[source].about(column).meaning for column in SOURCES[source].columns]
    assert all(meaning.sv and meaning.en for meaning in meanings)


@pytest.mark.parametrize("source", SOURCES)
def test_every_rule_between_columns_has_words_and_a_column(source: str) -> None:
    rules = {name for name in SOURCES[source].schema._validation_rules(with_cast=False) if "|" not in name}
    assert rules == set(SOURCES[source].rules)
    assert {rule.column for rule in SOURCES[source].rules.values()} <= set(SOURCES[source].columns)


def test_a_person_has_one_sex_and_one_birth_year(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    one = {"person": "r00000000aa", "sex": "f", "birth_year": "1980"}
    other = one | {"sex": "m", "birth_year": "1981", "unit": "dagcentrum"}
    report = load(zone, "region", a_file(zone, "persons", one, other))
    assert sorted(codes(report)) == ["two_birth_years", "two_sexes"]


def test_of_two_rows_with_the_same_key_the_first_is_kept(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    twice = {"plan_id": "twice"}
    report = load(zone, "region", a_file(zone, "sip_plans", twice, twice))
    assert [(reason.code, reason.places) for reason in report.reasons] == [("duplicate", (3,))]


def test_a_copy_of_a_refused_row_is_not_its_duplicate(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    wrong = {"plan_id": "twice", "closed_on": "2020-01-01"}
    report = load(zone, "region", a_file(zone, "sip_plans", wrong, {"plan_id": "twice"}))
    assert codes(report) == ["closed_before_meeting"]


def test_two_contacts_alike_in_all_but_length_are_two_contacts(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    same = {"person": "r00000000aa", "from_on": "2024-05-06"}
    report = load(zone, "region", a_file(zone, "contacts", same | {"minutes": "30"}, same | {"minutes": "31"}))
    assert report.refused_rows == 0


def test_income_may_be_negative(tmp_path: Path) -> None:
    zone = a_zone(tmp_path)
    report = load(zone, "region", a_file(zone, "costs", {"account": "3010", "amount_sek": "-500"}))
    assert report.refused_rows == 0


def test_a_year_of_birth_after_the_first_day_is_impossible(tmp_path: Path) -> None:
    report = delivered(tmp_path, "persons", {"birth_year": "2025"})
    assert codes(report) == ["born_after_service"]
