"""What every catalogue of indicators must satisfy: one rule each; all of them run and all report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields

from metrics.caveats import CAVEATS
from metrics.indicator import ORGANISATIONS, Indicator, Measure
from metrics.problem import Text

Check = Callable[[tuple[Indicator, ...]], Iterator[Text]]


def ids_are_unique(indicators: tuple[Indicator, ...]) -> Iterator[Text]:
    """No two indicators share an id."""
    for indicator_id, times in Counter(one.id for one in indicators).items():
        if times > 1:
            yield Text(
                sv="{id} finns {times} gånger. Ge den ena ett annat namn.",
                en="{id} exists {times} times. Give one of them another name.",
            ).format(id=indicator_id, times=times)


def ids_are_short(indicators: tuple[Indicator, ...]) -> Iterator[Text]:
    """An id is a letter or more and a number, so that it sorts and is easy to say."""
    for one in indicators:
        if not re.fullmatch(r"[A-Z]+[0-9]+", one.id):
            yield Text(
                sv="{id}: namnet ska vara stora bokstäver och ett nummer, till exempel X1.",
                en="{id}: the name must be capital letters and a number, such as X1.",
            ).format(id=one.id)


def texts_are_filled(indicators: tuple[Indicator, ...]) -> Iterator[Text]:
    """Every text stands in both languages."""
    for one in indicators:
        for name, text in _texts(one):
            if not text.sv.strip() or not text.en.strip():
                yield Text(
                    sv="{id}: texten {name} saknas på något av språken.",
                    en="{id}: the text {name} is missing in one of the languages.",
                ).format(id=one.id, name=name)


def twins_are_present(indicators: tuple[Indicator, ...]) -> Iterator[Text]:
    """Both organisations' sides are defined: an indicator measures both or is not ready."""
    for one in indicators:
        if set(one.twins) != set(ORGANISATIONS):
            yield Text(
                sv="{id}: båda sidorna, region och municipality, ska finnas i twins.",
                en="{id}: both sides, region and municipality, must be in twins.",
            ).format(id=one.id)


def unlike_twins_say_how(indicators: tuple[Indicator, ...]) -> Iterator[Text]:
    """Twins that are not identical say what differs."""
    for one in indicators:
        if one.comparable != "identical" and any(twin.difference is None for twin in one.twins.values()):
            yield Text(
                sv="{id}: sidorna är inte lika, men skillnaden är inte beskriven.",
                en="{id}: the sides are not identical, but the difference is not described.",
            ).format(id=one.id)


def partners_exist(indicators: tuple[Indicator, ...]) -> Iterator[Text]:
    """The partner is another indicator of the catalogue."""
    ids = {one.id for one in indicators}
    for one in indicators:
        if one.partner not in ids - {one.id}:
            yield Text(
                sv="{id}: partnermåttet {partner} finns inte.", en="{id}: the partner {partner} does not exist."
            ).format(id=one.id, partner=one.partner)


def costs_lead_to_quality(indicators: tuple[Indicator, ...]) -> Iterator[Text]:
    """From a volume or a cost the partners lead, in one step or two, to a measure of needs or process."""
    known = {one.id: one for one in indicators}
    for one in indicators:
        steps = [known.get(one.partner)]
        steps += [known.get(step.partner) for step in steps if step is not None]
        if one.perspective == "resources" and all(step is None or step.perspective == "resources" for step in steps):
            yield Text(
                sv="{id}: en volym eller kostnad ska ha ett kvalitetsmått som partner.",
                en="{id}: a volume or cost must have a measure of quality as its partner.",
            ).format(id=one.id)


def means_are_bounded(indicators: tuple[Indicator, ...]) -> Iterator[Text]:
    """A mean says how much one person can add, and nothing else does."""
    for one in indicators:
        if (one.measure == "mean") != (one.bounds is not None) or (one.bounds and one.bounds[0] >= one.bounds[1]):
            yield Text(
                sv="{id}: ett medelvärde, och bara ett medelvärde, ska ha bounds: minst och mest per person.",
                en="{id}: a mean, and only a mean, must have bounds: the least and the most per person.",
            ).format(id=one.id)


def totals_are_published(indicators: tuple[Indicator, ...]) -> Iterator[Text]:
    """Every indicator publishes the organisation's total, and at most three tables besides."""
    for one in indicators:
        if "all" not in one.breakdowns or len(one.breakdowns) > 4:
            yield Text(
                sv="{id}: breakdowns ska innehålla all, och högst tre indelningar till.",
                en="{id}: breakdowns must include all, and at most three others.",
            ).format(id=one.id)


LEDGER: frozenset[Measure] = frozenset({"amount_per_person", "share_of_joint", "ratio_of_amounts", "result", "exact"})
"""Measures of what is not about persons in any vault: money, published results, the committee's own register."""


def money_is_ledger(indicators: tuple[Indicator, ...]) -> Iterator[Text]:
    """What no person is behind is a ledger figure, and only that is: a count of persons must never go out exact."""
    for one in indicators:
        if (one.measure in LEDGER) != (one.disclosure == "ledger"):
            yield Text(
                sv="{id}: skyddsklassen ledger gäller belopp, enkätresultat och registrets siffror, och bara dem.",
                en="{id}: the disclosure class ledger is for amounts, survey results and the register's figures, and "
                "only for them.",
            ).format(id=one.id)


def money_has_no_target_group(indicators: tuple[Indicator, ...]) -> Iterator[Text]:
    """What no person is behind cannot be divided by who the persons are: only by unit, or by party at the table."""
    for one in indicators:
        part = "party" if one.of_register else "unit"
        if one.disclosure == "ledger" and not set(one.breakdowns) <= {"all", part}:
            yield Text(
                sv="{id}: ett belopp eller ett enkätresultat kan bara delas upp på enhet, registrets siffror på part.",
                en="{id}: an amount or a survey result can be divided only by unit, the register's figures by party.",
            ).format(id=one.id)


def caveats_are_listed(indicators: tuple[Indicator, ...]) -> Iterator[Text]:
    """Every caveat has a text."""
    for one in indicators:
        for caveat in one.caveats:
            if caveat not in CAVEATS:
                yield Text(
                    sv="{id}: förbehållet {name} finns inte i listan.", en="{id}: the caveat {name} is not in the list."
                ).format(id=one.id, name=caveat)


CHECKS: tuple[Check, ...] = (
    ids_are_unique,
    ids_are_short,
    texts_are_filled,
    twins_are_present,
    unlike_twins_say_how,
    partners_exist,
    costs_lead_to_quality,
    means_are_bounded,
    totals_are_published,
    money_is_ledger,
    money_has_no_target_group,
    caveats_are_listed,
)


def _texts(indicator: Indicator) -> Iterator[tuple[str, Text]]:
    for field in fields(indicator):
        if isinstance(value := getattr(indicator, field.name), Text):
            yield field.name, value
    for organisation, twin in indicator.twins.items():
        yield f"twins.{organisation}.counted", twin.counted
        if twin.difference is not None:
            yield f"twins.{organisation}.difference", twin.difference
