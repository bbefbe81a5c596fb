"""The table of bad inputs is whole: every number from 1 to 90 is a case somewhere."""

from __future__ import annotations

from collections import Counter

from tests.faults import (
    test_ninety_characters,
    test_ninety_deliveries,
    test_ninety_joint,
    test_ninety_limits,
    test_ninety_names,
    test_ninety_persons,
    test_ninety_shape,
    test_ninety_values,
    test_ninety_workbooks,
)

TABLES = (
    test_ninety_characters.CASES,
    test_ninety_shape.CASES,
    test_ninety_values.CASES,
    test_ninety_persons.CASES,
    test_ninety_persons.MORE,
    test_ninety_deliveries.STEPS,
    test_ninety_workbooks.CASES,
    test_ninety_names.STEPS,
    test_ninety_limits.STEPS,
    test_ninety_joint.CASES,
)


def test_every_number_is_one_case() -> None:
    times = Counter(int(case.split()[0]) for table in TABLES for case in table)
    assert set(times) == set(range(1, 91))
    assert set(times.values()) == {1}
