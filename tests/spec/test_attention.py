"""What the committee takes up beside what the figures signal, and how its decisions rest on figures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import polars as pl
import pytest

from metrics.attention import Balance, Claim, Grounds, Matter, balance, evidence
from metrics.scorecard import Row, build
from tests.builders import an_indicator, cells

STILL, LEAP = [0.5, 0.6] * 8, [*[0.5, 0.6] * 8, 0.95]
UNTIL = date(2026, 12, 31)


def rows(needs: list[float], process: list[float]) -> tuple[Row, ...]:
    """Two measures, of needs and of process, each with the same series on both sides."""
    catalogue = [
        an_indicator(id="U1", perspective="needs", partner="P2"),
        an_indicator(id="P2", perspective="process", partner="U1"),
    ]
    frames = [
        cells(values, indicator=indicator, organisation=organisation)
        for indicator, values in (("U1", needs), ("P2", process))
        for organisation in ("region", "municipality")
    ]
    return build(catalogue, pl.concat(frames), [], [])


def matters(*about: str, on: date = date(2026, 6, 1)) -> list[Matter]:
    return [Matter(on, frozenset(each.split())) for each in about]  # type: ignore[arg-type]  # names of perspectives


def shares(found: Balance) -> dict[str, tuple[float | None, float | None]]:
    return {row.perspective: (row.discussed, row.signals) for row in found.rows if row.discussed or row.signals}


def test_matters_stand_beside_signals_by_perspective() -> None:
    found = balance(matters("resources", "resources", "resources", "needs"), rows(LEAP, STILL), UNTIL)
    assert shares(found) == {"needs": (0.25, 1.0), "resources": (0.75, 0.0)}


def test_a_matter_about_two_perspectives_counts_as_half_in_each() -> None:
    found = balance(matters("needs process"), rows(LEAP, LEAP), UNTIL)
    assert shares(found) == {"needs": (0.5, 0.5), "process": (0.5, 0.5)}


@pytest.mark.parametrize(
    ("on", "counted"),
    [("2026-12-31", True), ("2026-01-01", True), ("2025-12-31", False), ("2027-01-01", False)],
)
def test_twelve_months_count(on: str, counted: bool) -> None:
    found = balance(matters("needs", on=date.fromisoformat(on)), rows(LEAP, STILL), UNTIL)
    assert (found.rows[0].discussed == 1.0) == counted


def test_each_organisations_signal_counts() -> None:
    found = balance(matters("needs"), rows(LEAP, LEAP), UNTIL)
    assert (found.rows[0].signals, found.rows[1].signals) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("about", "series", "sv"),
    [
        (["needs", "process"], (LEAP, LEAP), "Det gruppen tog upp under tolv månader fördelar sig ungefär som "
         "signalerna."),
        (["needs", "resources"], (LEAP, LEAP), "Process och samordning tog 0\u00a0% av det gruppen tog upp, men hade "
         "50\u00a0% av signalerna. Resurser och kostnader tog 50\u00a0% av det gruppen tog upp, men hade 0\u00a0% av "
         "signalerna."),
        ([], (LEAP, LEAP), "Balansen kan inte visas: det finns inga ärenden eller inga signaler under de tolv "
         "månaderna."),
        (["needs"], (STILL, STILL), "Balansen kan inte visas: det finns inga ärenden eller inga signaler under de "
         "tolv månaderna."),
    ],
    ids=["even", "uneven", "no matters", "no signals"],
)  # fmt: skip
def test_the_balance_in_words(about: Iterable[str], series: tuple[list[float], list[float]], sv: str) -> None:
    assert balance(matters(*about), rows(*series), UNTIL).sentence.sv == sv


def test_a_leap_days_year_begins_on_the_last_of_february() -> None:
    found = balance(matters("needs", on=date(2027, 3, 1)), rows(LEAP, STILL), date(2028, 2, 29))
    assert found.rows[0].discussed == 1.0


# --- evidence --------------------------------------------------------------------------------------------------


def claim(variation: Any) -> Claim:
    return Claim("B-1", "P2", "region", variation)


@pytest.mark.parametrize(
    ("variation", "borne_out"),
    [
        ("improvement_high", True),
        ("improvement_low", True),
        ("common_cause", False),
        ("concern_low", False),
        ("neutral_high", False),
        (None, False),
    ],
)
def test_a_claim_of_improvement_needs_a_special_cause(variation: Any, borne_out: bool) -> None:
    found = evidence([Grounds("B-1", ("P2",), (claim(variation),))])
    assert (found.unsupported == ()) == borne_out


@pytest.mark.parametrize(
    ("decisions", "share", "sv"),
    [
        ([], None, "Inga beslut har fattats."),
        ([Grounds("B-1"), Grounds("B-2")], 0.0, "Inget av två beslut hänvisar till en publicerad siffra."),
        ([Grounds("B-1")], 0.0, "Det enda beslutet hänvisar inte till någon publicerad siffra."),
        (
            [Grounds("B-1", ("P2",), (claim(None),)), Grounds("B-2", ("U1", "P2")), Grounds("B-3")],
            2 / 3,
            "Av tre beslut hänvisar två till en publicerad siffra. Ett påstående om förbättring saknar stöd i sitt "
            "diagram.",
        ),
        (
            [Grounds("B-1", ("P2",), (claim(None), claim("concern_low")))],
            1.0,
            "Det enda beslutet hänvisar till en publicerad siffra. Två påståenden om förbättring saknar stöd i sina "
            "diagram.",
        ),
    ],
    ids=["none", "no figure", "one without", "two of three", "two claims"],
)
def test_coverage_in_words(decisions: list[Grounds], share: float | None, sv: str) -> None:
    found = evidence(decisions)
    assert (found.share, found.sentence.sv) == (share, sv)
