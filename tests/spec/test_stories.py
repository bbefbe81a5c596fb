"""What is planted in the made-up data is seen in the published cells; see sample_data/STORIES.md."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from statistics import mean

import pytest

from governance.register import open_register
from metrics import periods
from metrics.catalogue import by_id, catalogue
from metrics.indicator import ORGANISATIONS, Breakdown, Organisation
from metrics.scorecard import Signal, signal
from metrics.series import Recalculation, series
from pipelines import published
from pipelines.workspace import Workspace

Read = Callable[..., "Story"]


@dataclass(frozen=True)
class Story:
    """A published series and its signal, asked in the words of the stories."""

    signal: Signal

    def between(self, first: date, last: date) -> list[float]:
        """Values of the periods that begin between two days, both included."""
        periods, values = self.signal.series.periods, self.signal.series.values
        return [v for on, v in zip(periods, values, strict=True) if v is not None and first <= on <= last]

    def step(self, at: date) -> float:
        """How much higher the mean is from `at` on than before."""
        return mean(self.between(at, date.max)) - mean(v for v in self.between(date.min, at) if v is not None)

    def special(self) -> dict[date, str]:
        """The special causes by period."""
        assert self.signal.chart is not None
        marks = zip(self.signal.series.periods, self.signal.chart.special_cause, strict=True)
        return {on: mark for on, mark in marks if mark not in (None, "common_cause")}


@pytest.fixture(scope="module")
def read(demo: Workspace) -> Read:
    release_id = published.current(demo.joint)
    assert release_id is not None
    cells = published.read(demo.joint, release_id).cells
    recorded = [
        Recalculation(
            indicator_id=each.indicator_id,
            organisation=each.organisation,
            from_on=each.from_on,
            reason=each.reason,
            decision_id=each.decision_id,
        )
        for each in open_register(demo.register).recalculations()
    ]

    def story(
        indicator_id: str,
        organisation: Organisation,
        breakdown: Breakdown = "all",
        group: str = "",
        *,
        recalculated: bool = True,
    ) -> Story:
        indicator = by_id(indicator_id)
        found = series(cells, indicator, organisation, breakdown, group)
        return Story(signal(indicator, found, (), recorded if recalculated else ()))

    return story


def test_the_figures_the_register_cites_are_those_published(read: Read, demo: Workspace) -> None:
    cited = [figure for decision in open_register(demo.register).decisions() for figure in decision.evidence]
    assert cited
    for figure in cited:
        shown = read(figure.indicator_id, figure.organisation).signal.series
        starts = dict(zip((periods.code(on, shown.grain) for on in shown.periods), shown.values, strict=True))
        value = starts[figure.period]
        assert value is not None
        # The sample cites what one key gave: the noise of another moves a share of some ninety plans by a few points.
        assert value * 100 == pytest.approx(float(figure.shown.split("\u00a0")[0]), abs=5), figure


# --- 1 plans are followed up in time after a decision ----------------------------------------------------------

BOOKED = date(2021, 4, 1)


def test_the_region_follows_up_plans_in_time_from_the_decision_on(read: Read) -> None:
    story = read("P2", "region", recalculated=False)
    assert story.step(BOOKED) > 0.18
    assert (story.signal.variation, story.signal.since) == ("improvement_high", BOOKED)


def test_with_the_recorded_limits_the_region_is_at_a_new_level(read: Read) -> None:
    story = read("P2", "region")
    assert story.signal.variation == "common_cause"
    assert mean(story.between(BOOKED, date.max)) == pytest.approx(0.77, abs=0.03)


def test_the_municipality_follows_up_as_before(read: Read) -> None:
    story = read("P2", "municipality")
    assert abs(story.step(BOOKED)) < 0.05
    assert story.signal.variation == "common_cause"


# --- 2 the region leaves the west centre -----------------------------------------------------------------------

LEFT = date(2022, 7, 1)


@pytest.mark.parametrize(("organisation", "variation"), [("region", "neutral_low"), ("municipality", "neutral_high")])
def test_the_cost_of_a_user_changes_on_both_sides_at_once_in_opposite_directions(
    read: Read, organisation: Organisation, variation: str
) -> None:
    story = read("R1", organisation)
    assert (story.signal.variation, story.signal.since) == (variation, LEFT)


def test_what_the_region_no_longer_pays_the_municipality_pays(read: Read) -> None:
    region, municipality = (read("R1", whose).step(LEFT) for whose in ORGANISATIONS)
    assert region < -1_500
    assert municipality == pytest.approx(-region, rel=0.35)


def test_the_regions_share_of_the_joint_cost_falls_below_what_was_agreed(read: Read) -> None:
    story = read("R2", "region")
    assert mean(story.between(date.min, LEFT)) == pytest.approx(0.57, abs=0.02)
    assert mean(story.between(LEFT, date.max)) == pytest.approx(0.515, abs=0.02)
    assert (story.signal.variation, story.signal.since) == ("neutral_low", LEFT)


def test_at_the_west_centre_the_municipality_pays_everything_in_the_end(read: Read) -> None:
    assert read("R2", "municipality", "unit", "vastra_mottagningen").signal.series.values[-1] == 1.0
    assert read("R1", "municipality", "unit", "vastra_mottagningen").step(LEFT) > 8_000


# --- 3 the day centre ------------------------------------------------------------------------------------------

OPENED = date(2020, 7, 1)  # the first half-year that began with the centre open


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_unmet_needs_of_daytime_activities_fall(read: Read, organisation: Organisation) -> None:
    story = read("U1", organisation, "domain", "5")
    assert story.step(OPENED) < -0.03
    assert (story.signal.variation, story.signal.since) == ("improvement_low", OPENED)


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_it_is_people_with_psychosis_whose_needs_are_better_met(read: Read, organisation: Organisation) -> None:
    assert read("U1", organisation, "target_group", "psychosis").step(OPENED) < -0.08
    assert read("U2", organisation, "target_group", "psychosis").signal.variation == "improvement_high"
    for other in ("dual_diagnosis", "elderly"):
        assert abs(read("U2", organisation, "target_group", other).step(OPENED)) < 0.02


def test_those_with_psychosis_have_somewhere_to_go(read: Read) -> None:
    assert read("U8", "municipality", "target_group", "psychosis").step(date(2020, 1, 1)) > 0.04
    assert abs(read("U8", "municipality", "target_group", "dual_diagnosis").step(date(2020, 1, 1))) < 0.04


# --- 4 a group grows without a service of its own --------------------------------------------------------------


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_the_neuropsychiatric_group_more_than_doubles(read: Read, organisation: Organisation) -> None:
    persons = [n for n in read("P1", organisation, "target_group", "neuropsychiatric").signal.series.denominators if n]
    assert persons[-1] > 2.2 * persons[0]


@pytest.mark.parametrize("organisation", ORGANISATIONS)
@pytest.mark.parametrize(
    ("indicator", "variation"), [("U1", "concern_high"), ("U2", "concern_low"), ("P1", "concern_low")]
)
def test_its_unmet_needs_grow_and_few_have_a_plan(
    read: Read, organisation: Organisation, indicator: str, variation: str
) -> None:
    assert read(indicator, organisation, "target_group", "neuropsychiatric").signal.variation == variation


@pytest.mark.parametrize("organisation", ORGANISATIONS)
@pytest.mark.parametrize("indicator", ["U1", "U2", "P1"])
def test_the_totals_hide_it(read: Read, organisation: Organisation, indicator: str) -> None:
    assert read(indicator, organisation).signal.variation == "common_cause"


# --- 5 coordinators leave the team for elderly people ----------------------------------------------------------

QUIT = date(2024, 1, 1)


def test_half_of_the_elderly_teams_users_lose_their_coordinator_in_the_region(read: Read) -> None:
    story = read("P10", "region", "unit", "aldreteamet")
    assert mean(story.between(date.min, date(2023, 7, 1))) > 0.83
    assert mean(story.between(QUIT, date.max)) < 0.65
    assert (story.signal.variation, story.signal.since) == ("concern_low", QUIT)


def test_the_regions_total_moves_a_little_with_it(read: Read) -> None:
    story = read("P10", "region")
    assert -0.05 < story.step(QUIT) < -0.015
    assert story.signal.variation == "concern_low"


def test_the_elderly_do_not_have_the_coordinator_they_had(read: Read) -> None:
    story = read("L4", "region", "target_group", "elderly")
    assert mean(story.between(date.min, date(2023, 7, 1))) > 0.5
    assert mean(story.between(QUIT, date.max)) < 0.2
    assert (story.signal.variation, story.signal.since) == ("concern_low", QUIT)


def test_the_municipalitys_coordinators_stay(read: Read) -> None:
    assert read("L4", "municipality", "target_group", "elderly").signal.variation == "common_cause"
    assert read("P10", "municipality", "unit", "aldreteamet").signal.variation == "common_cause"
    assert read("P10", "municipality").signal.variation == "common_cause"


# --- 6 a series that is always 100 per cent --------------------------------------------------------------------


def test_the_municipalitys_day_centre_stays_at_exactly_100_per_cent_through_protection(read: Read) -> None:
    story = read("P10", "municipality", "unit", "dagcentrum")
    assert set(story.between(date(2020, 1, 1), date.max)) == {1.0}
    assert len(story.between(date(2020, 1, 1), date.max)) == 12
    assert story.signal.series.numerators == story.signal.series.denominators
    assert story.signal.state == "constant"
    assert story.special() == {}


# --- 7 the pandemic --------------------------------------------------------------------------------------------


def test_the_municipalitys_coverage_drops_in_2020_and_recovers(read: Read) -> None:
    story = read("U5", "municipality")
    below = {on for on, mark in story.special().items() if mark == "below_limit"}
    assert below
    assert below <= {date(2020, month, 1) for month in (4, 7, 10)}
    assert (
        min(story.between(date(2020, 4, 1), date(2020, 10, 1))) < mean(story.between(date.min, date(2020, 1, 1))) - 0.08
    )
    assert (
        mean(story.between(date(2021, 4, 1), date(2022, 1, 1))) > mean(story.between(date.min, date(2020, 1, 1))) - 0.03
    )
    assert story.signal.variation == "common_cause"


def test_the_regions_coverage_does_not(read: Read) -> None:
    assert not any(on.year == 2020 for on in read("U5", "region").special())


# --- 8 screens instead of visits -------------------------------------------------------------------------------


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_the_number_of_contacts_does_not_change_as_screens_take_over(read: Read, organisation: Organisation) -> None:
    story = read("R4", organisation)
    assert abs(story.step(date(2020, 3, 1))) < 0.03 * mean(story.between(date.min, date.max))
    assert story.signal.variation == "common_cause"


# --- 9 a joint day of training -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("organisation", "reached"), [("region", date(2023, 7, 1)), ("municipality", date(2024, 7, 1))]
)
def test_staff_train_together_after_the_decision(read: Read, organisation: Organisation, reached: date) -> None:
    story = read("L1", organisation)
    assert 0.36 < mean(story.between(date.min, date(2022, 7, 1))) < 0.46
    assert mean(story.between(reached, date.max)) > 0.76
    assert story.signal.variation == "improvement_high"


@pytest.mark.parametrize("organisation", ORGANISATIONS)
@pytest.mark.parametrize("indicator", ["U7", "L2"])
def test_the_surveys_tell_of_no_change(read: Read, indicator: str, organisation: Organisation) -> None:
    story = read(indicator, organisation)
    assert len(story.between(date.min, date.max)) == 10
    assert story.special() == {}


# --- and nothing else ------------------------------------------------------------------------------------------


def test_the_totals_signal_what_the_stories_say_and_nothing_else(read: Read) -> None:
    signalling = {
        (indicator.id, organisation)
        for indicator in catalogue()
        for organisation in ORGANISATIONS
        if read(indicator.id, organisation).signal.variation not in (None, "common_cause")
    }
    assert signalling == {
        ("P3", "region"), ("P10", "region"),
        ("L1", "region"), ("L1", "municipality"),
        ("R1", "region"), ("R1", "municipality"),
        ("R2", "region"), ("R2", "municipality"),
    }  # fmt: skip
