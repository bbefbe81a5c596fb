"""The made-up committee is the size it says, steady where no story moves it, and about nobody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from metrics.indicator import ORGANISATIONS, Organisation
from sample_data import contacts, coordinators, costs, needs, people, places, plans
from sample_data.days import NEVER, Flags, number
from sample_data.draws import names
from sample_data.make import SEED, make

REPORTED = number(date(2025, 12, 31))
SINCE = number(date(2015, 1, 1))


@pytest.fixture(scope="module")
def everybody() -> people.People:
    return people.make(SEED, places.make(SEED, 1.0))


@pytest.fixture(scope="module")
def forms(everybody: people.People) -> Mapping[Organisation, pl.DataFrame]:
    return {whose: needs.rows(SEED, everybody, whose, SINCE) for whose in ORGANISATIONS}


@pytest.fixture(scope="module")
def persons(everybody: people.People) -> Mapping[Organisation, pl.DataFrame]:
    return {whose: people.rows(everybody, whose, SINCE) for whose in ORGANISATIONS}


def plan_rows(everybody: people.People, organisation: Organisation) -> pl.DataFrame:
    return plans.rows(SEED, everybody, organisation, plans.make(SEED, everybody, organisation, SINCE))


def there(spells: pl.DataFrame, day: date) -> pl.DataFrame:
    return spells.filter(pl.col("from_on") <= day, pl.col("to_on").is_null() | (pl.col("to_on") >= day))


# --- the same every time, and about nobody ---------------------------------------------------------------------


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (make(tmp_path / name, scale=0.05, first_year=2024) for name in ("first", "second"))
    assert [one.file.read_bytes() for one in first] == [one.file.read_bytes() for one in second]


def test_another_seed_gives_other_people(everybody: people.People) -> None:
    others = people.make(SEED + 1, places.make(SEED + 1, 1.0))
    assert not set(everybody.sides["region"].pseudonym) & set(others.sides["region"].pseudonym)


@pytest.mark.parametrize(("organisation", "letter"), [("region", "r"), ("municipality", "k")])
def test_a_pseudonym_is_a_letter_and_ten_hexadecimal_digits_that_cannot_be_an_identity_number(
    everybody: people.People, organisation: Organisation, letter: str
) -> None:
    pseudonyms = everybody.sides[organisation].pseudonym
    assert pseudonyms.str.contains(f"^{letter}[0-9a-f]{{10}}$").all()
    assert not pseudonyms.str.contains("[0-9]{4}").any()


def test_no_two_people_share_a_pseudonym_and_the_organisations_share_none(everybody: people.People) -> None:
    region, municipality = (everybody.sides[whose].pseudonym.str.slice(1) for whose in ORGANISATIONS)
    assert region.n_unique() == len(region)
    assert not set(region) & set(municipality)


def test_names_stay_apart_far_beyond_the_numbers_needed() -> None:
    assert names("", np.arange(300_000), 8, "test").n_unique() == 300_000


# --- a committee of about 1,500 shared users, level for ten years ----------------------------------------------


@pytest.mark.parametrize("organisation", ORGANISATIONS)
@pytest.mark.parametrize("year", range(2016, 2026))
def test_about_1500_users_are_shared_every_year(
    persons: Mapping[Organisation, pl.DataFrame], organisation: Organisation, year: int
) -> None:
    shared = there(persons[organisation], date(year, 12, 31)).filter(pl.col("shared") == "yes")["person"].n_unique()
    assert shared == pytest.approx(1500, rel=0.03)


def test_each_organisation_also_serves_people_of_its_own(persons: Mapping[Organisation, pl.DataFrame]) -> None:
    for spells in persons.values():
        answers = there(spells, date(2025, 12, 31))["shared"].value_counts()
        assert dict(answers.iter_rows())["no"] > 100
        assert dict(answers.iter_rows())["not_asked"] > 50


def test_the_two_records_of_who_is_shared_disagree_a_little(everybody: people.People) -> None:
    region, municipality = (everybody.sides[whose].answer == 0 for whose in ORGANISATIONS)
    both = everybody.places.shared[everybody.place]
    assert 0.02 < float(np.mean(region[both] != municipality[both])) < 0.10


def test_the_region_has_nobody_left_at_vastra_and_the_municipality_has(
    persons: Mapping[Organisation, pl.DataFrame],
) -> None:
    left = {
        whose: there(spells, date(2022, 7, 1)).filter(pl.col("unit") == "vastra_mottagningen").height
        for whose, spells in persons.items()
    }
    assert left["region"] == 0
    assert left["municipality"] > 60


def test_nobody_is_at_the_day_centre_before_it_opens(persons: Mapping[Organisation, pl.DataFrame]) -> None:
    for spells in persons.values():
        assert spells.filter(pl.col("unit") == "dagcentrum")["from_on"].min() == date(2020, 3, 1)


def test_a_person_is_at_one_unit_at_a_time(everybody: people.People) -> None:
    side = everybody.sides["region"]
    same = side.spell_person[1:] == side.spell_person[:-1]
    assert (side.spell_from[1:][same] > side.spell_to[:-1][same]).all()


# --- needs as in can_domains.csv -------------------------------------------------------------------------------


@pytest.mark.parametrize("rater", ["user", "staff"])
@pytest.mark.parametrize("domain", needs.DOMAINS)
def test_each_domain_is_as_common_and_as_often_unmet_as_its_design_says(
    forms: Mapping[Organisation, pl.DataFrame], rater: str, domain: int
) -> None:
    level = needs.domains()[domain - 1]
    rated = pl.concat([each.filter(pl.col("rater") == rater)[str(domain)] for each in forms.values()])
    known = rated.filter(rated != 9)
    assert (known > 0).mean() == pytest.approx(getattr(level, f"{rater}_need"), abs=0.025)
    assert (known == 2).mean() == pytest.approx(getattr(level, f"{rater}_unmet"), abs=0.025)


def test_users_have_nearly_six_needs_and_staff_see_a_few_more(forms: Mapping[Organisation, pl.DataFrame]) -> None:
    domains = [pl.col(str(domain)).is_in([1, 2]).cast(pl.Int64) for domain in needs.DOMAINS]
    every = pl.concat(forms.values()).with_columns(needs=pl.sum_horizontal(domains))
    mean = dict(every.group_by("rater").agg(pl.col("needs").mean()).iter_rows())
    assert mean["user"] == pytest.approx(5.76, abs=0.15)
    assert mean["staff"] == pytest.approx(6.17, abs=0.2)


@pytest.mark.parametrize("domain", needs.DOMAINS)
def test_user_and_staff_agree_as_far_as_the_design_says(
    forms: Mapping[Organisation, pl.DataFrame], domain: int
) -> None:
    level = needs.domains()[domain - 1]
    every = forms["region"].select("assessment_id", "rater", rating=str(domain)).filter(pl.col("rating") != 9)
    pairs = every.filter(pl.col("rater") == "user").join(every.filter(pl.col("rater") == "staff"), on="assessment_id")
    user, staff = pairs["rating"].to_numpy(), pairs["rating_right"].to_numpy()
    assert kappa(user > 0, staff > 0) == pytest.approx(level.kappa_need, abs=0.12)
    assert kappa(user == 2, staff == 2) == pytest.approx(level.kappa_unmet, abs=0.12)


def kappa(one: Flags, other: Flags) -> float:
    chance = one.mean() * other.mean() + (1 - one.mean()) * (1 - other.mean())
    return float(((one == other).mean() - chance) / (1 - chance))


# --- plans about as in the study of twelve case files ----------------------------------------------------------


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_the_user_is_nearly_always_there(everybody: people.People, organisation: Organisation) -> None:
    present = plan_rows(everybody, organisation)["user_present"].drop_nulls()
    assert present.sum() > 0.95 * len(present)


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_a_follow_up_comes_within_one_to_twelve_months(everybody: people.People, organisation: Organisation) -> None:
    rows = plan_rows(everybody, organisation).drop_nulls("followed_up_on")
    months = (rows["followed_up_on"] - rows["met_on"]).dt.total_days().to_numpy() / 30.4
    assert np.quantile(months, 0.02) > 1
    assert np.quantile(months, 0.98) < 12


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_primary_care_and_social_insurance_are_nearly_never_there(
    everybody: people.People, organisation: Organisation
) -> None:
    made = plans.make(SEED, everybody, organisation, SINCE)
    rows = plans.participants(SEED, everybody, organisation, made)
    present = dict(rows.filter(pl.col("needed")).group_by("agency").agg(pl.col("present").mean()).iter_rows())
    assert present["primary_care"] < 0.03
    assert present["social_insurance"] < 0.03
    assert present["outpatient_psychiatry"] > 0.7


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_plans_due_in_the_last_quarter_are_followed_up_like_those_of_the_year_before(
    everybody: people.People, organisation: Organisation
) -> None:
    made = plans.make(SEED, everybody, organisation, SINCE)
    in_time = made.followed_up <= made.due

    def share(first: date, last: date) -> float:
        due = (made.due >= number(first)) & (made.due <= number(last))
        return float(in_time[due].mean())

    expected = share(date(2024, 1, 1), date(2024, 12, 31))
    assert share(date(2025, 10, 1), date(2025, 12, 31)) == pytest.approx(expected, abs=0.12)


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_nothing_has_happened_after_the_last_day(everybody: people.People, organisation: Organisation) -> None:
    made = plans.make(SEED, everybody, organisation, SINCE)
    for happened in (made.met, made.followed_up, made.closed):
        assert ((happened <= REPORTED) | (happened == NEVER)).all()


# --- contacts, coordinators and costs --------------------------------------------------------------------------


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_july_is_quiet_every_year(everybody: people.People, organisation: Organisation) -> None:
    rows = contacts.rows(SEED, everybody, organisation, 2022)
    monthly = rows.group_by(
        pl.col("from_on").dt.year().alias("year"), pl.col("from_on").dt.month().alias("month")
    ).len()
    quietest = monthly.sort("len").group_by("year").first()
    assert quietest["month"].to_list() == [7, 7, 7, 7]


def test_screens_take_over_from_visits_and_the_total_stays(everybody: people.People) -> None:
    rows = contacts.rows(SEED, everybody, "region", 2016)
    yearly = rows.group_by(pl.col("from_on").dt.year().alias("year"), "contact_type").len()
    count = {(year, kind): rows for year, kind, rows in yearly.iter_rows()}
    assert count[2021, "digital"] > 10 * count[2019, "digital"]
    assert count[2021, "visit"] < 0.75 * count[2019, "visit"]
    total = {year: sum(rows for (each, _), rows in count.items() if each == year) for year in (2019, 2021)}
    assert total[2021] == pytest.approx(total[2019], rel=0.05)


def test_nobody_at_the_municipalitys_day_centre_is_without_a_coordinator_for_a_day(everybody: people.People) -> None:
    side = everybody.sides["municipality"]
    rows = coordinators.rows(SEED, everybody, "municipality", SINCE).filter(pl.col("unit") == "dagcentrum")
    spells = people.rows(everybody, "municipality", SINCE).filter(pl.col("unit") == "dagcentrum")
    for day in (date(2020, 3, 1), date(2021, 5, 14), date(2023, 7, 31), date(2025, 12, 31)):
        assert set(there(spells, day)["person"]) == set(there(rows, day)["person"])
    assert set(rows["person"]) <= set(side.pseudonym)


@pytest.mark.parametrize("year", range(2016, 2026))
def test_the_joint_units_cost_about_200_million_a_year(everybody: people.People, year: int) -> None:
    both = pl.concat([costs.rows(SEED, everybody.places, whose, 2016, 1.0) for whose in ORGANISATIONS])
    total = both.filter(pl.col("month").dt.year() == year)["amount_sek"].sum()
    assert 150e6 < total < 250e6
