"""The simulation behind the manual's figures: the same table every time, and the committed one is the whole one."""

from __future__ import annotations

from tests.bench.simulate_rules import PERIODS, SERIES, SIZES, TABLE, tables


def test_the_same_seed_gives_the_same_table() -> None:
    assert tables(20) == tables(20)


def test_the_committed_table_is_of_ten_thousand_series() -> None:
    committed, small = TABLE.read_text(encoding="utf-8").splitlines(), tables(20).splitlines()
    assert (SERIES, f"{SERIES:,} series of {PERIODS} periods" in committed[0]) == (10_000, True)
    named = [line.rsplit("|", 3)[0] for line in committed if line.startswith("| ")]
    assert len(named) == len([line for line in small if line.startswith("| ")])


def test_every_size_of_group_is_there_before_and_after_protection() -> None:
    committed = TABLE.read_text(encoding="utf-8")
    for size in SIZES:
        assert all(
            f"| XmR, all four rules | {size} | {figures} |" in committed for figures in ("as counted", "protected")
        )
        assert f"| XmR, all four rules | protected shares of {size} |" in committed
