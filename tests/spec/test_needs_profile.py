"""The profile of needs: shares by domain, and dimensions that weigh alike."""

from __future__ import annotations

import pytest

from metrics.needs_profile import DIMENSIONS, DomainCounts, DomainProfile, equal_value, profile


def rated(domain: int, met: float | None, unmet: float | None, no_need: float | None = 50) -> DomainProfile:
    return profile(DomainCounts(domain=domain, no_need=no_need, met=met, unmet=unmet, not_known=10))


def test_not_known_lowers_coverage_and_nothing_else() -> None:
    few, many = (profile(DomainCounts(domain=1, no_need=50, met=30, unmet=20, not_known=n)) for n in (0, 100))
    assert (few.need, few.unmet, few.needs_met) == (many.need, many.unmet, many.needs_met) == (0.5, 0.2, 0.6)
    assert (few.coverage, many.coverage) == (1.0, 0.5)


def test_a_hidden_count_hides_what_rests_on_it_and_no_more() -> None:
    found = profile(DomainCounts(domain=1, no_need=None, met=30, unmet=20, not_known=0))
    assert (found.need, found.unmet, found.needs_met, found.coverage) == (None, None, 0.6, None)


def test_where_nobody_has_a_need_none_is_met() -> None:
    assert rated(1, met=0, unmet=0).needs_met is None


def test_every_domain_of_can_lies_in_one_dimension() -> None:
    assert sorted(domain for domains in DIMENSIONS.values() for domain in domains) == list(range(1, 23))


def test_dimensions_weigh_alike_however_many_domains_they_have() -> None:
    """Nine domains met by half, one by all: each dimension is one voice of two."""
    dimensions = {"social": tuple(range(1, 10)), "existential": (15,)}
    found = equal_value([*(rated(n, 10, 10) for n in range(1, 10)), rated(15, 20, 0)], dimensions)
    assert (found.overall, found.gap, found.highest, found.lowest) == (0.75, 0.5, "existential", "social")


def test_within_a_dimension_every_domain_weighs_alike() -> None:
    found = equal_value([rated(5, 90, 10), rated(15, 1, 9)], {"existential": (5, 15)})
    assert found.dimensions[0].needs_met == pytest.approx(0.5)


def test_a_hidden_domain_is_left_out_and_told() -> None:
    found = equal_value([rated(5, 10, 10), rated(15, None, 9)], {"existential": (5, 15, 16)})
    assert (found.dimensions[0].needs_met, found.dimensions[0].domains) == (0.5, (5,))


def test_a_dimension_without_figures_leaves_no_whole() -> None:
    found = equal_value([rated(5, 10, 10)])
    assert (found.overall, found.gap, found.highest) == (None, None, None)


def test_a_committees_own_domain_may_join_a_dimension() -> None:
    found = equal_value([rated(101, 9, 1)], {"existential": (101,)})
    assert found.overall == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("profiles", "sv"),
    [
        (
            [rated(2, 8, 2), rated(7, 7, 3), rated(1, 6, 4), rated(5, 3, 7)],
            "Behov är oftast tillfredsställda inom medicinskt välbefinnande (80\u00a0%) och mest sällan inom "
            "existentiellt välbefinnande (30\u00a0%).",
        ),
        (
            [rated(2, 8, 2), rated(7, 8, 2)],
            "Behov är lika ofta tillfredsställda inom alla områden som visas (80\u00a0%).",
        ),
        ([], "Det går inte att jämföra områdena: för få värden."),
    ],
    ids=["a gap", "alike", "nothing"],
)
def test_the_gap_in_words(profiles: list[DomainProfile], sv: str) -> None:
    assert equal_value(profiles).sentence.sv == sv
