"""What pages read out of published distributions: shown counts as they are, and hidden ones as hidden."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from metrics.distributed import over_time, parts, periods_with_data, whole
from metrics.needs_from_cells import agreements, changes, group_sizes, profile_counts, reached, unmet_by_group
from metrics.needs_profile import profile
from metrics.plans_from_cells import agencies, follow_up, initiators, steps
from metrics.populations.pathway import STEPS

YEAR = date(2024, 1, 1)
Shown = dict[str, tuple[float, float] | None]


def released(
    name: str, shown: Shown, *, rater: str = "", domain: int | None = None, period: date = YEAR
) -> pl.DataFrame:
    """One distribution's cells of the region: (count, of) by category, None where hidden."""
    rows = [
        {
            "indicator_id": name, "organisation": "region", "group": category, "rater": rater, "domain": domain,
            "period_start": period, "numerator": pair and pair[0], "denominator": pair and pair[1],
            "value": pair and pair[0] / pair[1], "low": None, "high": None, "flag": "ok" if pair else "suppressed",
        }
        for category, pair in shown.items()
    ]  # fmt: skip
    return pl.DataFrame(
        rows,
        schema_overrides={
            "domain": pl.Int32, "numerator": pl.Float64, "denominator": pl.Float64, "value": pl.Float64,
            "low": pl.Float64, "high": pl.Float64,
        },
    )  # fmt: skip


def test_the_profile_is_made_of_shown_counts() -> None:
    cells = released(
        "can_profile",
        {"none": (50, 100), "met": (30, 100), "unmet": (20, 100), "not_known": None},
        rater="user",
        domain=5,
    )
    [fifth] = [one for one in profile_counts(cells, "region", YEAR, "user") if one.domain == 5]
    assert (fifth.no_need, fifth.met, fifth.unmet, fifth.not_known) == (50, 30, 20, None)
    assert profile(fifth).needs_met == 0.6
    assert profile(fifth).coverage is None  # it rests on a hidden count


def test_raters_are_never_mixed() -> None:
    cells = released("can_profile", {"met": (30, 100)}, rater="staff", domain=5)
    assert all(one.met is None for one in profile_counts(cells, "region", YEAR, "user"))


def test_change_is_tested_on_new_and_resolved() -> None:
    cells = released(
        "can_changes",
        {
            "new": (40, 200),
            "resolved": (10, 200),
            "unmet_unmet": (20, 200),
            "not_unmet": (130, 200),
            "met_unmet": (30, 200),
        },
        rater="user",
        domain=1,
    )
    first, second = changes(cells, "region", YEAR, "user")[:2]
    assert first.change is not None
    assert first.change.statistic == pytest.approx((40 - 10) ** 2 / 50)
    assert (first.pairs, first.new, first.resolved, first.still, first.noticed) == (200, 40, 10, 20, True)
    assert first.states[1][2] == 30
    assert (second.pairs, second.change, second.noticed) == (None, None, False)


def test_where_new_needs_are_hidden_nothing_is_said_of_change() -> None:
    cells = released("can_changes", {"new": None, "resolved": (10, 200)}, rater="user", domain=1)
    [first, *_] = changes(cells, "region", YEAR, "user")
    assert (first.pairs, first.new, first.change) == (200, None, None)


def test_agreement_is_computed_from_the_shown_counts() -> None:
    cells = released(
        "can_agreement",
        {"unmet_unmet": (15, 50), "user_only": (10, 50), "staff_only": (5, 50), "neither": (20, 50)},
        domain=1,
    )
    [first, *_] = agreements(cells, "region", YEAR)
    assert first.unmet is not None
    assert first.unmet.kappa == 0.4
    assert first.kappa == (0.4, 0.4)
    assert first.states is None


def test_with_a_hidden_count_kappa_lies_between_two_values_and_the_count_stays_hidden() -> None:
    cells = released(
        "can_agreement",
        {"unmet_unmet": None, "user_only": (20, 200), "staff_only": (20, 200), "neither": (157, 200)},
        domain=1,
    )
    [first, *_] = agreements(cells, "region", YEAR)
    assert first.both is None
    assert first.unmet is not None
    assert first.kappa is not None
    assert first.positive == pytest.approx((0.0, 8 / 48))
    assert first.kappa[0] < (first.unmet.kappa or 0) < first.kappa[1]


@pytest.mark.parametrize(
    "shown",
    [
        {"unmet_unmet": (5, 19), "user_only": (5, 19), "staff_only": (5, 19), "neither": (5, 19)},
        {"unmet_unmet": None, "user_only": None, "staff_only": None, "neither": (190, 200)},
    ],
)
def test_under_twenty_pairs_or_with_most_hidden_nothing_is_said_of_agreement(shown: Shown) -> None:
    [first, *_] = agreements(released("can_agreement", shown, domain=1), "region", YEAR)
    assert (first.unmet, first.kappa, first.positive) == (None, None, None)


def test_agreement_on_all_three_states_needs_all_nine() -> None:
    table = {"none": (44, 5, 6), "met": (7, 20, 5), "unmet": (5, 6, 11)}
    shown: Shown = {
        f"{user}_{staff}": (count, 109) for user, row in table.items() for staff, count in zip(table, row, strict=True)
    }
    [first, *_] = agreements(released("can_agreement", shown, domain=1), "region", YEAR)
    assert first.states is not None
    assert first.states.weighted is not None


def test_those_outside_a_target_group_are_everybody_less_the_group() -> None:
    everybody = {"none": (50.0, 120.0), "met": (30.0, 120.0), "unmet": (40.0, 120.0)}
    cells = pl.concat(
        [
            released("can_profile", {**everybody}, rater="user", domain=5),
            released("can_groups", {"psychosis": (30, 50), "elderly": None}, rater="user", domain=5),
            released("can_groups", {"psychosis": (1, 50)}, rater="user", domain=6),
        ]
    )
    assert unmet_by_group(cells, "region", YEAR, 5) == (
        {"psychosis": (30, 50), "elderly": None},
        {"psychosis": (10, 70), "elderly": None},
    )


def test_sizes_and_reach_are_counts_of_all() -> None:
    cells = pl.concat(
        [
            released("target_groups", {"psychosis": (30, 50)}),
            released("contact_reach", {"digital": (20, 50), "group": None}),
        ]
    )
    assert group_sizes(cells, "region", YEAR) == {"psychosis": (30, 50)}
    assert reached(cells, "region", YEAR) == {"digital": (20, 50), "group": None}


def test_steps_come_in_the_order_of_the_way_whatever_is_hidden() -> None:
    found = steps(released("sip_steps", {"changed": (20, 40), "prepared": None}), "region", YEAR)
    assert tuple(found) == STEPS
    assert (found["changed"].value, found["prepared"].flag, found["mandate"].flag) == (0.5, "suppressed", "no_data")


def test_an_agency_is_needed_invited_and_present() -> None:
    shown: Shown = {"needed:primary_care": (60, 100), "invited:primary_care": (30, 60), "present:primary_care": None}
    [care] = [one for one in agencies(released("sip_agencies", shown), "region", YEAR) if one.agency == "primary_care"]
    assert (care.needed.value, care.invited.value, care.present.value) == (0.6, 0.5, None)


def test_initiators_are_told_by_agency() -> None:
    assert (
        initiators(released("sip_initiators", {"primary_care": (20, 100)}), "region", YEAR)["primary_care"].count == 20
    )


def test_the_curve_steps_at_declared_days_by_those_who_still_wait() -> None:
    found = follow_up(released("sip_follow_up", {"30": (20, 100), "60": (20, 80), "90": (10, 40)}), "region", YEAR)
    assert found is not None
    assert list(found.curve.times) == [0, 30, 60, 90]
    assert found.curve.waiting[1:] == pytest.approx((0.8, 0.6, 0.45))  # twenty were seen no longer than to day 60
    assert (found.curve.median, found.followed, found.hidden) == (90, 100, 0)


def test_a_hidden_bin_stands_for_two_and_the_curve_ends_with_the_last_shown() -> None:
    found = follow_up(released("sip_follow_up", {"30": None, "60": (20, 98), "90": None}), "region", YEAR)
    assert found is not None
    assert list(found.curve.times) == [0, 30, 60]
    assert found.curve.waiting[1] == pytest.approx(0.98)
    assert (found.followed, found.hidden) == (100, 1)


def test_without_a_shown_bin_there_is_no_curve() -> None:
    assert follow_up(released("sip_follow_up", {"30": None}), "region", YEAR) is None


def test_a_category_through_time_and_the_years_there_are() -> None:
    cells = pl.concat(
        [
            released("can_profile", {"met": (30, 100), "none": None}, rater="user", domain=5, period=date(year, 1, 1))
            for year in (2025, 2024)
        ]
    )
    found = over_time(cells, "can_profile", "region", "met", rater="user", domain=5)
    assert [(on.year, part.value) for on, part in found.items()] == [(2024, 0.3), (2025, 0.3)]
    assert periods_with_data(cells, "can_profile", "region") == (date(2024, 1, 1), date(2025, 1, 1))
    assert whole(parts(cells, "can_profile", "region", YEAR, "user"), 5) == 100
    assert whole(parts(cells, "can_profile", "region", YEAR, "user"), 6) is None
