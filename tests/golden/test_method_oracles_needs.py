"""Agreement and change against worked examples; where the product leans on a library, the library is held to them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from statsmodels.stats.contingency_tables import SquareTable, mcnemar
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa
from statsmodels.stats.multitest import multipletests

from metrics.needs import adjusted, agreement, matched_change

# --- agreement -------------------------------------------------------------------------------------------------

CAN_SHAPED = [[44, 5, 1], [7, 20, 4], [2, 6, 11]]


def test_kappa_of_two_categories() -> None:
    found = agreement([[20, 5], [10, 15]])
    assert (found.kappa, found.kappa_low, found.kappa_high) == pytest.approx((0.4, 0.151092, 0.648908), abs=5e-7)


def test_kappas_of_three_ordered_categories() -> None:
    linear, quadratic = agreement(CAN_SHAPED), agreement(CAN_SHAPED, weights="quadratic")
    kappas = (linear.kappa, linear.weighted, quadratic.weighted)
    assert kappas == pytest.approx((0.589154, 0.645210, 0.704502), abs=5e-7)
    assert (linear.kappa_low, linear.kappa_high) == pytest.approx((0.454542, 0.723765), abs=5e-7)


@pytest.mark.parametrize(("weights", "error"), [("linear", 0.063986), ("quadratic", 0.066681)])
def test_the_standard_error_of_a_weighted_kappa(weights: str, error: float) -> None:
    found = agreement(CAN_SHAPED, weights=weights)  # type: ignore[arg-type]
    assert found.weighted_low is not None
    assert found.weighted_high is not None
    assert (found.weighted_high - found.weighted_low) / (2 * 1.959964) == pytest.approx(error, abs=5e-7)


def test_what_stands_beside_kappa() -> None:
    found = agreement(CAN_SHAPED)
    assert (found.percent, found.pabak, found.ac1) == pytest.approx((0.75, 0.625, 0.640792), abs=5e-7)


def test_a_rare_need_has_no_kappa_to_speak_of_though_nearly_all_agree() -> None:
    found = agreement([[94, 3], [3, 0]])
    assert (found.percent, found.kappa, found.pabak) == pytest.approx((0.94, -0.030928, 0.88), abs=5e-7)
    assert found.positive == 0


def test_one_category_alone_has_no_kappa() -> None:
    assert (agreement([[40, 0], [0, 0]]).kappa, agreement([[40, 0], [0, 0]]).weighted) == (None, None)


def crossed(first: Sequence[int], second: Sequence[int]) -> list[list[int]]:
    """Two raters' scores, from 1, as a table of pairs."""
    highest = max(*first, *second)
    pairs = list(zip(first, second, strict=True))
    return [[pairs.count((a, b)) for b in range(1, highest + 1)] for a in range(1, highest + 1)]


ANXIETY = (
    [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
    [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
)


@pytest.mark.parametrize(("weights", "weighted"), [("linear", 0.189189), ("quadratic", 0.296765)])
def test_anxiety_by_two_raters_is_as_the_r_package_irr_has_it(weights: str, weighted: float) -> None:
    found = agreement(crossed(*ANXIETY), weights=weights)  # type: ignore[arg-type]
    assert (found.kappa, found.weighted) == pytest.approx((0.119497, weighted), abs=5e-7)


DIAGNOSES = """
    444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445
    333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555
"""
"""Thirty patients, each diagnosed by six raters (Fleiss 1971)."""


def test_diagnoses_by_raters_two_and_three() -> None:
    patients = [[int(rating) for rating in patient] for patient in DIAGNOSES.split()]
    found = agreement(crossed([each[1] for each in patients], [each[2] for each in patients]))
    assert found.kappa == pytest.approx(0.631148, abs=5e-7)


def test_diagnoses_by_all_six_are_fleisss() -> None:
    patients = np.array([[int(rating) for rating in patient] for patient in DIAGNOSES.split()])
    assert fleiss_kappa(aggregate_raters(patients)[0]) == pytest.approx(0.430245, abs=5e-7)


# --- the same persons twice ------------------------------------------------------------------------------------

APPROVAL = [[794, 86], [150, 570]]
VISION = [[1520, 266, 124, 66], [234, 1512, 432, 78], [117, 362, 1772, 205], [36, 82, 179, 492]]


def test_approval_asked_twice_is_agrestis() -> None:
    assert matched_change(APPROVAL).statistic == pytest.approx(17.355932, abs=5e-7)


@pytest.mark.parametrize(
    ("exact", "what", "expected"), [(False, "statistic", 16.817797), (True, "pvalue", 3.71594e-05)]
)
def test_the_other_two_forms_of_the_same_test(exact: bool, what: str, expected: float) -> None:
    assert getattr(mcnemar(APPROVAL, exact=exact, correction=True), what) == pytest.approx(expected, rel=2e-6)


def test_few_who_changed_are_tested_exactly() -> None:
    found = matched_change([[30, 12], [4, 54]])
    assert found.statistic == 4.0
    assert found.p == pytest.approx(0.076813, abs=5e-7)


def test_vision_of_two_eyes_is_stuarts() -> None:
    found = matched_change(VISION)
    assert (found.pairs, found.df) == (7477, 3)
    assert (found.statistic, found.p) == pytest.approx((11.956570, 0.007533), abs=5e-7)


def test_vision_by_its_other_two_tests() -> None:
    table = SquareTable(np.array(VISION), shift_zeros=False)
    assert table.homogeneity(method="bhapkar").statistic == pytest.approx(11.975720, abs=5e-7)
    assert (table.symmetry().statistic, table.symmetry().pvalue) == pytest.approx((19.106550, 0.003987), abs=5e-7)
    assert table.symmetry().df == 6


def test_a_category_nobody_is_in_is_left_out() -> None:
    empty = [[*row[:2], 0, *row[2:]] for row in VISION]
    empty.insert(2, [0] * 5)
    assert (matched_change(empty).statistic, matched_change(empty).df) == (matched_change(VISION).statistic, 3)


# --- many at once ----------------------------------------------------------------------------------------------

FIFTEEN = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
    0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0,
]  # fmt: skip


def test_fifteen_tests_adjusted_are_benjamini_and_hochbergs() -> None:
    assert adjusted(FIFTEEN) == pytest.approx(
        [
            0.0015, 0.003, 0.0095, 0.03562, 0.0603, 0.06386, 0.06386, 0.0645,
            0.0765, 0.486, 0.58118, 0.71487, 0.75323, 0.81321, 1.0,
        ],
        abs=5.1e-6,
    )  # fmt: skip


@pytest.mark.parametrize(("method", "rejected"), [("bonferroni", 3), ("holm", 3)])
def test_stricter_methods_would_find_one_less(method: str, rejected: int) -> None:
    assert sum(p <= 0.05 for p in adjusted(FIFTEEN)) == 4
    assert multipletests(FIFTEEN, method=method)[0].sum() == rejected
