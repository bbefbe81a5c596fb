"""The gate: it lets a protected release through, and finds what an unprotected one tells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import polars as pl
import pytest
from scipy.sparse import csr_array

from dashboard.commands.gate import CONTROLLED, show
from metrics.calculate import RAW_SCHEMA
from metrics.disclosure import PROTECTED_SCHEMA, STANDARD, STRONGER, method_of, protect
from metrics.disclosure.gate import Part, Report, attack
from metrics.disclosure.gate.attacks import ATTACKS
from metrics.disclosure.gate.bounds import System, bounds
from metrics.disclosure.gate.integer import whole_bounds
from metrics.disclosure.gate.situation import situation
from metrics.disclosure.perturbation import noise, thresholds
from metrics.indicator import Indicator
from metrics.problem import UserProblem
from pipelines import bundle_manifest, gate
from pipelines.gate import Counted, in_silence, through
from tests.builders import an_indicator

PLANS = an_indicator(breakdowns={"all": "year", "unit": "year"})
UP, DOWN, UNCHANGED = 2**32 - 1, 0, thresholds(100)[3] - 1
ONE_UP, TWO_UP, TWO_DOWN = (thresholds(100)[change + 3] - 1 for change in (1, 2, -2))
YEARS = range(2016, 2026)

Counts = Mapping[str, tuple[int, int]]


def raw(counts: Counts, keys: Mapping[str, int] | None = None, **columns: Any) -> pl.DataFrame:
    """Raw cells of every year, numerator and denominator by unit and for "all"; the first year has `keys`, if told."""
    chance = np.random.default_rng(2025)
    rows = [
        {
            "breakdown": "all" if group == "all" else "unit",
            "group": "" if group == "all" else group,
            "part": "",
            "rater": "",
            "period_start": date(year, 1, 1),
            "grain": "year",
            "numerator": numerator,
            "denominator": denominator,
            "persons": denominator,
            "numerator_persons": numerator,
            "denominator_key": keys[group] if keys and year == YEARS[0] else int(chance.integers(2**32)),
            "numerator_key": keys[group] if keys and year == YEARS[0] else int(chance.integers(2**32)),
        }
        | columns
        for year in YEARS
        for group, (numerator, denominator) in counts.items()
    ]
    return pl.DataFrame(rows, schema=RAW_SCHEMA, strict=False)


def whole(units: Counts) -> Counts:
    """The units, and the total they add up to."""
    return {**units, "all": (sum(n for n, _ in units.values()), sum(d for _, d in units.values()))}


FOUR = whole({"a": (30, 50), "b": (41, 60), "c": (22, 44), "d": (3, 12)})
TWO = whole({"a": (30, 50), "b": (41, 60)})
AT_THE_EDGE = {"a": DOWN, "b": DOWN, "all": UP}  # every part as low, and the whole as high, as noise can take them


def a_part(cells: pl.DataFrame, protected: pl.DataFrame | None = None, indicator: Indicator = PLANS) -> Part:
    shown = protect(cells, indicator, "region") if protected is None else protected
    return Part(definition=indicator, organisation="region", source="sip_plans", raw=cells, protected=shown)


def plainly_hidden(cells: pl.DataFrame) -> pl.DataFrame:
    """What hiding counts under 5, and nothing else, would publish."""
    few = pl.min_horizontal("numerator", "denominator") < 5
    shown = cells.with_columns(
        indicator_id=pl.lit(PLANS.id), definition_version=pl.lit(1), organisation=pl.lit("region"),
        value=pl.col("numerator") / pl.col("denominator"), low=pl.lit(None), high=pl.lit(None),
        n_shown=pl.col("denominator"), flag=pl.when(few).then(pl.lit("suppressed")).otherwise(pl.lit("ok")),
        method=pl.lit(method_of(STANDARD)),
    )  # fmt: skip
    figures = ("numerator", "denominator", "value", "n_shown")
    hidden = shown.with_columns(pl.when(~few).then(pl.col(figures)))
    return hidden.select(pl.col(name).cast(dtype) for name, dtype in PROTECTED_SCHEMA.items())


def failed(report: Report) -> list[str]:
    return [finding.attack for finding in report.findings if not finding.passed]


def counted(cells: pl.DataFrame, indicator: Indicator = PLANS) -> list[Counted]:
    return [Counted(definition=indicator, source="sip_plans", raw=cells)]


# --- what passes, and what does not ---------------------------------------------------------------------------


def test_a_protected_release_withstands_every_attack() -> None:
    report = attack([a_part(raw(FOUR))])
    assert (failed(report), report.passed, report.families) == ([], True, (("sip_plans", 100),))
    assert [finding.attack for finding in report.findings] == list(ATTACKS)


def test_the_attacker_recovers_what_plain_hiding_hides() -> None:
    control = attack([a_part(raw(FOUR))]).findings[0]
    assert (control.attack, control.found) == ("control", 1.0)
    assert control.tried >= 20  # the smallest unit of ten years, above and below the line


def test_figures_that_are_only_hidden_do_not_pass() -> None:
    cells = raw(FOUR)
    assert "as_shown" in failed(attack([a_part(cells, plainly_hidden(cells))]))


def test_a_count_that_its_parts_pin_down_is_found() -> None:
    report = attack([a_part(raw(TWO, AT_THE_EDGE))])
    assert "bounds" in failed(report)
    assert report.failing == (PLANS.id,)


def test_a_sum_that_another_with_the_same_counts_keeps_is_no_secret() -> None:
    cells, other = raw(FOUR), an_indicator(id="X2", breakdowns=PLANS.breakdowns)
    lately = (pl.col("breakdown") == "all") & (pl.col("period_start") == date(YEARS[-1], 1, 1))
    outside = {name: pl.col(name) + pl.when(lately).then(9).otherwise(0) for name in ("denominator", "persons")}
    report = attack([a_part(cells), a_part(cells.with_columns(**outside), indicator=other)])
    assert failed(report) == []


def test_a_count_changed_by_more_than_the_method_allows_is_found() -> None:
    cells = raw(FOUR)
    moved = protect(cells, PLANS, "region").with_columns(pl.col("denominator") + 9)
    assert "within_noise" in failed(attack([a_part(cells, moved)]))


def test_an_insider_of_one_of_two_units_can_learn_the_other() -> None:
    # The other unit is shown as high as it can be, the whole as low: less the unit that is known, one number is left.
    report = attack([a_part(raw(TWO, {"a": UNCHANGED, "b": UP, "all": DOWN}))])
    assert "insider" in failed(report)


def test_an_exact_amount_that_rests_on_persons_is_found() -> None:
    money = an_indicator(measure="amount_per_person", disclosure="ledger", breakdowns={"all": "year"})
    cells = raw({"all": (90_000, 40)}, numerator_persons=12)
    assert "exact" in failed(attack([a_part(cells, indicator=money)]))
    assert "exact" not in failed(attack([a_part(cells.with_columns(numerator_persons=0), indicator=money)]))


def test_an_earlier_release_is_attacked_with_this_one() -> None:
    cells = raw(TWO, {"a": UNCHANGED, "b": UNCHANGED, "all": UNCHANGED})
    before = protect(cells, PLANS, "region").with_columns(
        pl.when(breakdown="unit").then("numerator").otherwise(pl.col("numerator") + 6).alias("numerator")
    )
    alone, both = attack([a_part(cells)]), attack([a_part(cells)], [before])
    assert (both.releases, alone.releases) == (1, 0)
    assert finding(both, "bounds").tried > finding(alone, "bounds").tried


# One person has left unit a (and, where told, one unit b): all is as it was but for the keys of what they were in.
A, B = (30, 50), (41, 60)
A_BEFORE, B_BEFORE = (31, 51), (41, 61)


def tried(now: pl.DataFrame, before: pl.DataFrame) -> dict[str, float]:
    """What the attacks found in a correction, of those that must find nothing."""
    report = attack([a_part(now)], [protect(before, PLANS, "region")])
    return {name: finding(report, name).found for name in ("bounds", "whole_numbers", "insider")}


NOTHING = {"bounds": 0, "whole_numbers": 0, "insider": 0}


def test_what_a_change_has_left_as_it_was_is_settled_by_two_releases() -> None:
    # Unit b by the whole less unit a: at least what it is before, at most what it is now.
    before = raw(whole({"a": A_BEFORE, "b": B}), {"a": DOWN, "b": UNCHANGED, "all": UP})
    now = raw(whole({"a": A, "b": B}), {"a": UP, "b": UNCHANGED, "all": DOWN})
    assert finding(attack([a_part(now)]), "bounds").passed
    assert tried(now, before)["bounds"] >= 2  # its plans, and those of them that were followed up


def test_a_part_that_has_changed_alone_tells_nothing_of_the_rest() -> None:
    # The whole shows the same by chance. Were it the same, unit a would be 50 now and then, as it happens to be now.
    units = {"b": B, "c": (22, 44)}
    before = raw(whole({"a": A_BEFORE} | units), {"a": TWO_UP, "b": UNCHANGED, "c": UNCHANGED, "all": UNCHANGED})
    now = raw(whole({"a": A} | units), {"a": DOWN, "b": UNCHANGED, "c": UNCHANGED, "all": ONE_UP})
    assert tried(now, before) == NOTHING


def test_the_whole_of_a_part_that_has_changed_alone_has_changed_too() -> None:
    before = raw(whole({"a": A_BEFORE, "b": B}), {"a": DOWN, "b": UNCHANGED, "all": TWO_UP})
    now = raw(whole({"a": A, "b": B}), {"a": UNCHANGED, "b": UNCHANGED, "all": UP})
    there = situation([a_part(now)], [protect(before, PLANS, "region")], STANDARD)
    b = there.counts.filter(group="b", side="d", period_start=date(YEARS[0], 1, 1))["unknown"][0]
    seen = bounds(there.known, there.lo, there.hi, of=np.arange(len(there.indicators)) == b)
    # Then the whole was 110 at least and unit a 51 at most; by its own figure unit b could be 57.
    assert (there.lo[b], seen.least[b]) == (57, 59)


def test_an_insider_who_supposes_wrongly_has_found_nothing() -> None:
    # Unit b has lost a person too and shows the same: an insider of unit a is sure that it has 61, and it has 60.
    before = raw(whole({"a": A_BEFORE, "b": B_BEFORE}), {"a": DOWN, "b": UNCHANGED, "all": UP})
    now = raw(whole({"a": A, "b": B}), {"a": UNCHANGED, "b": ONE_UP, "all": TWO_DOWN})
    same = pl.when((pl.col("group") == "b") & (pl.col("numerator_key") == ONE_UP)).then(UNCHANGED)
    assert tried(now.with_columns(numerator_key=same.otherwise("numerator_key")), before) == NOTHING


def test_where_nothing_fits_what_is_supposed_the_rest_is_attacked_all_the_same() -> None:
    before = raw(whole({"a": A_BEFORE, "b": B}), {"a": DOWN, "b": UNCHANGED, "all": UP})
    now = raw(whole({"a": A, "b": B}), {"a": UP, "b": UNCHANGED, "all": DOWN})
    settled = tried(now, before)
    assert settled["bounds"] >= 2
    elsewhere = (pl.col("period_start") == date(YEARS[1], 1, 1)) & (pl.col("group") != "b")
    moved = pl.col("denominator") + pl.when(elsewhere).then(pl.when(breakdown="all").then(20).otherwise(2)).otherwise(0)
    assert tried(now, before.with_columns(denominator=moved)) == settled


def test_a_zone_without_persons_has_nothing_to_attack() -> None:
    assert attack([a_part(raw({}))]).passed


def finding(report: Report, name: str) -> Any:
    return next(each for each in report.findings if each.attack == name)


def test_whole_numbers_settle_what_fractions_leave_open() -> None:
    # Four triangles: of three unknowns any two are one at most, so that a triangle holds one, or one and a half.
    edges = [(3 * k + i, 3 * k + j) for k in range(4) for i, j in ((0, 1), (1, 2), (0, 2))]
    ties = np.zeros((13, 12))
    for row, edge in enumerate(edges):
        ties[row, list(edge)] = 1
    ties[12] = 1
    known = System(
        ties=csr_array(ties), tie_lo=np.array([-np.inf] * 12 + [4.0]), tie_hi=np.array([1.0] * 12 + [np.inf]),
        supposed=np.zeros(13, dtype=bool), targets=csr_array(np.ones((1, 12))),
    )  # fmt: skip
    lo, hi, only = np.zeros(12), np.ones(12), np.array([0])
    assert bounds(known, lo, hi).found().tolist() == [False]
    assert whole_bounds(known, lo, hi, np.ones(12), only).found().tolist() == [True]


# --- what the flow makes of it --------------------------------------------------------------------------------


def test_a_release_that_gives_way_is_made_with_more_noise_and_then_with_fewer_tables() -> None:
    told: list[str] = []
    passed = through(counted(raw(TWO, AT_THE_EDGE)), "region", [], STANDARD, lambda text: told.append(text.en))
    assert passed.cells["breakdown"].unique().to_list() == ["all"]
    assert [(each["d"], each["dropped"], each["passed"]) for each in passed.report["tries"]] == [
        (3, [], False),
        (4, [], False),
        (4, ["P2 unit"], True),
    ]
    assert [words for words in told if "again" in words and "succeeded" in words] != []


def test_every_try_and_every_attack_is_told(capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
    monkeypatch.setenv("SAMSYN_LANGUAGE", "sv")
    show(through(counted(raw(TWO, AT_THE_EDGE)), "region", [], STANDARD, in_silence).report)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Försök 1 gick inte igenom (D = 3, V = 2, borttaget: inget); det gällde P2."
    assert lines[2].startswith("Grinden är passerad: 9 angrepp och 5 kontroller på 20 antal och 0 tidigare")
    assert (len(lines), len(ATTACKS), len(lines) - lines.index(CONTROLLED.sv)) == (4 + 14, 14, 1 + 5)


def test_stronger_noise_alone_can_be_enough_and_the_method_says_it() -> None:
    weak = protect(raw(FOUR), PLANS, "region", STRONGER)
    assert weak["method"].unique().to_list() == ["CKM D=4 V=3 t=5 process"]
    assert attack([a_part(raw(FOUR), weak)], strength=STRONGER).passed


def test_what_still_gives_way_is_not_released() -> None:
    money = an_indicator(measure="amount_per_person", disclosure="ledger", breakdowns={"all": "year"})
    cells = raw({"all": (90_000, 40)}, numerator_persons=12)
    with pytest.raises(UserProblem) as caught:
        through(counted(cells, money), "region", [], STANDARD, in_silence)
    assert (caught.value.code, caught.value.exit_code) == ("gate_failed", 4)
    assert PLANS.id in caught.value.text.sv


def test_noise_is_never_other_than_an_earlier_release_had() -> None:
    assert gate.strength_of(method_of(STRONGER)) == STRONGER
    assert gate.strength_of(method_of(STANDARD)) == STANDARD
    cells = raw(TWO, AT_THE_EDGE)
    passed = through(counted(cells), "region", [protect(cells, PLANS, "region")], STANDARD, in_silence)
    assert [(each["d"], each["dropped"]) for each in passed.report["tries"]] == [(3, []), (3, ["P2 unit"])]


def test_weak_noise_and_strong_of_the_same_persons_tell_on_which_side_the_truth_is() -> None:
    keys, count = np.random.default_rng(4).integers(0, 2**32, 2000), np.full(2000, 100)
    weak, strong = (noise(count, keys, each) for each in (STANDARD, STRONGER))
    assert (strong > weak).mean() > 0.1
    assert set(weak[strong > weak]) == {0, 1, 2, 3}
    assert set(weak[strong < weak]) == {0, -1, -2, -3}


def test_a_bundle_must_have_withstood_every_attack_there_is() -> None:
    assert set(ATTACKS) == bundle_manifest.ATTACKS


# --- same persons, same number --------------------------------------------------------------------------------


def test_the_same_persons_have_the_same_number_ten_thousand_times() -> None:
    chance = np.random.default_rng(7)
    keys = chance.integers(0, 2**32, (10_000, 30))
    size = chance.integers(5, 31, 10_000)
    there = np.arange(30) < size[:, None]
    sums = [int((row * inside).sum()) % 2**32 for row, inside in zip(keys, there, strict=True)]
    shuffled = [int(chance.permutation(row[inside]).sum()) % 2**32 for row, inside in zip(keys, there, strict=True)]
    cells = raw({"all": (1, 1)}).head(1).select(pl.all().repeat_by(10_000).explode())
    sized = cells.with_columns(
        denominator=pl.Series(size, dtype=pl.Float64), persons=pl.Series(size), numerator_persons=5, numerator=5.0
    )
    first, second = (
        protect(sized.with_columns(denominator_key=pl.Series(key)), PLANS, "region")["denominator"]
        for key in (sums, shuffled)
    )
    assert first.equals(second)
    assert first.drop_nulls().n_unique() > 20
