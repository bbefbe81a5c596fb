"""What a chart says in words: drawn series, and the sentence a committee member reads."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from metrics.scorecard import Signal, signal
from metrics.series import Recalculation, Target, series
from tests.builders import an_indicator, both_languages, cells

USUAL = [0.5, 0.6] * 8  # mean 0.55, limits 0.284-0.816, near-limits 0.373-0.727
FROM_2020 = date(2020, 1, 1)


def signal_of(values: list[Any], *, grain: Any = "quarter", target: float | None = None, **indicator: Any) -> Signal:
    measured = an_indicator(breakdowns={"all": grain}, **indicator)
    found = series(cells(values, grain=grain, first=FROM_2020), measured, "region")
    targets = [
        Target(
            indicator_id="P2",
            organisation="region",
            value=target,
            from_on=FROM_2020,
            to_on=None,
            decision_id="B-2020-001",
        )
        for target in [target]
        if target is not None
    ]
    return signal(measured, found, targets, [])


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


SHIFT = [0.4, 0.3] * 8 + [0.6, 0.7] * 4
TREND = [0.5, 0.9, 0.1] * 5 + [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65]


@pytest.mark.parametrize(
    ("values", "sv", "en"),
    [
        (
            SHIFT,
            "Har legat över sitt medelvärde i åtta kvartal i rad, vilket är en förbättring.",
            "Has been above its average for eight quarters in a row, which is an improvement.",
        ),
        (
            SHIFT[::-1],
            "Har legat under sitt medelvärde i 16 kvartal i rad, vilket är oroande.",
            "Has been below its average for 16 quarters in a row, which is a concern.",
        ),
        (
            TREND,
            "Har stigit åtta kvartal i rad, vilket är en förbättring.",
            "Has risen for eight quarters in a row, which is an improvement.",
        ),
        (
            [1 - value for value in TREND],
            "Har sjunkit åtta kvartal i rad, vilket är oroande.",
            "Has fallen for eight quarters in a row, which is a concern.",
        ),
        (
            [*USUAL, 0.95],
            "Ligger över sin vanliga variation det senaste kvartalet, vilket är en förbättring.",
            "Is above its usual variation in the latest quarter, which is an improvement.",
        ),
        (
            [*USUAL, 0.1, 0.1],
            "Har legat under sin vanliga variation i två kvartal i rad, vilket är oroande.",
            "Has been below its usual variation for two quarters in a row, which is a concern.",
        ),
        (
            [*USUAL * 2, 0.77, 0.6, 0.77],
            "Har legat nära den övre gränsen för sin vanliga variation minst två av de tre senaste kvartalen, "
            "vilket är en förbättring.",
            "Has been near the upper limit of its usual variation in at least two of the last three quarters, "
            "which is an improvement.",
        ),
        (
            USUAL,
            "Ingen säker förändring, bara vanlig variation.",
            "No reliable change, only usual variation.",
        ),
        (
            USUAL[:9],
            "Ingen säker förändring, bara vanlig variation. "
            "Gränserna för vanlig variation är preliminära: de bygger på nio värden.",
            "No reliable change, only usual variation. "
            "The limits of usual variation are preliminary: they rest on nine values.",
        ),
        (
            [1.0] * 12,
            "Har varit 100 % i alla tolv kvartal som visas.",
            "Has been 100% in all twelve quarters shown.",
        ),
        (
            USUAL[:4],
            "För få värden för att tala om förändring (fyra av de sju som behövs).",
            "Too few values to speak of change (four of the seven needed).",
        ),
        (
            [*SHIFT, "suppressed"],
            "Det senaste kvartalet visas inte: för få personer. "
            "Till och med 2025 kv 4: har legat över sitt medelvärde i åtta kvartal i rad, vilket är en förbättring.",
            "The latest quarter is not shown: too few people. "
            "Up to 2025 Q4: has been above its average for eight quarters in a row, which is an improvement.",
        ),
        (
            [*USUAL, "no_data"],
            "Uppgift saknas för det senaste kvartalet. "
            "Till och med 2023 kv 4: ingen säker förändring, bara vanlig variation.",
            "There is no figure for the latest quarter. "
            "Up to 2023 Q4: no reliable change, only usual variation.",
        ),
        (
            ["suppressed"] * 9,
            "Inga värden visas: för få personer.",
            "No values are shown: too few people.",
        ),
        ([], "Inga uppgifter har publicerats.", "No figures have been published."),
        (["no_data"], "Inga uppgifter har publicerats.", "No figures have been published."),
        (["structural_zero"], "Det finns inget att mäta här.", "There is nothing to measure here."),
    ],
    ids=[
        "shift up", "shift down", "trend up", "trend down", "above", "below twice", "two of three", "chance", "trial",
        "constant", "few", "latest suppressed", "latest missing", "all suppressed", "nothing", "no data", "not here",
    ],
)  # fmt: skip
def test_a_series_is_told_in_a_sentence(values: list[Any], sv: str, en: str) -> None:
    said = signal_of(values).sentence
    assert (plain(said.sv), plain(said.en)) == (sv, en)


@pytest.mark.parametrize(
    ("direction", "ending"),
    [("increase", ", vilket är en förbättring."), ("decrease", ", vilket är oroande."), ("neutral", "i rad.")],
)
def test_whether_a_change_is_good_depends_on_the_direction(direction: str, ending: str) -> None:
    assert signal_of(SHIFT, direction=direction).sentence.sv.endswith(ending)


@pytest.mark.parametrize(
    ("grain", "sv", "en"),
    [
        ("month", "den senaste månaden", "the latest month"),
        ("quarter", "det senaste kvartalet", "the latest quarter"),
        ("half-year", "det senaste halvåret", "the latest half-year"),
        ("year", "det senaste året", "the latest year"),
    ],
)
def test_a_period_is_named_by_its_grain(grain: str, sv: str, en: str) -> None:
    said = signal_of([*USUAL, 0.95], grain=grain).sentence
    assert (sv in said.sv, en in said.en) == (True, True)


@pytest.mark.parametrize(
    ("values", "target", "sv", "en"),
    [
        (USUAL, 0.2, "Målet 20 % nås stadigt: hela den vanliga variationen ligger på rätt sida om det.",
         "The target of 20% is met consistently: all usual variation lies on the right side of it."),
        (USUAL, 0.9, "Målet 90 % nås inte: hela den vanliga variationen ligger på fel sida om det.",
         "The target of 90% is missed consistently: all usual variation lies on the wrong side of it."),
        (USUAL, 0.6, "Målet 60 % nås ibland: det ligger inom den vanliga variationen.",
         "The target of 60% is met sometimes: it lies within usual variation."),
        ([0.9] * 12, 0.9, "Målet 90 % nås hela tiden.", "The target of 90% is met all the time."),
        ([0.9] * 12, 0.95, "Målet 95 % nås aldrig.", "The target of 95% is never met."),
    ],
    ids=["met", "missed", "hit or miss", "constant met", "constant missed"],
)  # fmt: skip
def test_a_target_is_told_after_the_change(values: list[float], target: float, sv: str, en: str) -> None:
    said = signal_of(values, target=target).sentence
    assert (plain(said.sv).endswith(sv), plain(said.en).endswith(en)) == (True, True)


FALL = [0.9, 0.95, 0.92] * 5 + [0.7, 0.6, 0.466]  # limits 0.749-0.986
RISE = [1 - value for value in FALL]


@pytest.mark.parametrize(
    ("values", "target", "direction", "sv", "en"),
    [
        (FALL, 0.9, "increase", "Målet 90 % nås inte nu.", "The target of 90% is not met now."),
        (RISE, 0.1, "decrease", "Målet 10 % nås inte nu.", "The target of 10% is not met now."),
        ([*USUAL, 0.1], 0.2, "increase", "Målet 20 % nås inte nu.", "The target of 20% is not met now."),
        ([*FALL, "suppressed"], 0.9, "increase", "Målet 90 % nåddes inte då.", "The target of 90% was not met then."),
    ],
    ids=["fall", "rise, lower is better", "usually met", "not shown since"],
)
def test_a_target_lost_by_a_concern_is_not_called_met_sometimes(
    values: list[Any], target: float, direction: str, sv: str, en: str
) -> None:
    said = signal_of(values, target=target, direction=direction).sentence
    assert (plain(said.sv).endswith(sv), plain(said.en).endswith(en)) == (True, True)


@pytest.mark.parametrize(
    ("values", "target"),
    [([*USUAL, 0.15], 0.1), ([*USUAL, 0.95], 0.5), (USUAL, 0.6)],
    ids=["a concern that reaches it", "an improvement", "chance"],
)
def test_usual_variation_judges_the_target_where_no_concern_loses_it(values: list[float], target: float) -> None:
    assert "nås inte nu" not in signal_of(values, target=target).sentence.sv


def test_a_target_that_an_improvement_reaches_is_met_now() -> None:
    found = signal_of([*USUAL, 0.95], target=0.9)
    assert (found.assurance, found.met_now) == ("missed", True)
    assert "Målet 90 % nås nu; den vanliga variationen räknas från tiden före" in plain(found.sentence.sv)
    assert not signal_of([*USUAL, 0.95], target=0.97).met_now


def test_a_target_is_not_judged_on_a_few_values() -> None:
    assert "Målet" not in signal_of(USUAL[:4], target=0.9).sentence.sv


def test_few_values_after_a_recalculation_say_so() -> None:
    measured = an_indicator()
    found = series(cells([*USUAL, 0.8, 0.9]), measured, "region")
    anew = Recalculation(
        indicator_id="P2",
        organisation="region",
        from_on=found.periods[-2],
        reason=both_languages("new routine"),
        decision_id="B-2021-007",
    )
    assert signal(measured, found, [], [anew]).sentence.sv == (
        "För få värden för att tala om förändring sedan gränserna räknades om (två av de sju som behövs)."
    )


def test_a_breakdown_that_is_not_published_is_said_not_to_be() -> None:
    measured = an_indicator(breakdowns={"all": "quarter"})
    found = series(cells(USUAL), measured, "region", "unit", "north")
    assert signal(measured, found, [], []).sentence.sv == "Redovisas inte med den här indelningen."


@pytest.mark.parametrize(
    "causal", ["därför att", "tack vare", "beror på", "orsak", "effekt", "because", "due to", "led to"]
)
def test_no_sentence_claims_a_cause(causal: str) -> None:
    drawn = (SHIFT, SHIFT[::-1], TREND, [*USUAL, 0.95], USUAL, USUAL[:4], [1.0] * 12, [*SHIFT, "suppressed"])
    said = [signal_of(values, target=0.6).sentence for values in drawn]
    assert [text for text in said if causal in text.sv.lower() or causal in text.en.lower()] == []
