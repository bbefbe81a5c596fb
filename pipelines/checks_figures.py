"""Checks of what a delivery says against itself: figures that cannot all be true, things before what they follow."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from metrics.problem import Text
from pipelines.consistency import Span, union_within_bounds
from pipelines.delivered import Delivered

TOTALS = ("totalt", "total", "summa", "samtliga", "alla", "all")
"""What a group is called that holds all the others."""

_DECIMALS = 6


def persons_above_inhabitants(seen: Delivered) -> Iterator[Text]:
    """More persons than live there: they may be others' inhabitants, or one person under several pseudonyms."""
    if seen.source.name != "persons":
        return
    persons = seen.rows["person"].n_unique()
    if persons > seen.committee.inhabitants:
        yield Text(
            sv="Filen har {persons} olika personer, men invånarna är {inhabitants} enligt samsyn.toml. Kontrollera att "
            "en person alltid får samma pseudonym.",
            en="The file has {persons} different persons, but the inhabitants are {inhabitants} by samsyn.toml. Check "
            "that a person always gets the same pseudonym.",
        ).format(persons=persons, inhabitants=seen.committee.inhabitants)


def share_against_counts(seen: Delivered) -> Iterator[Text]:
    """A share that is not its numerator over its denominator, as far as it was rounded; a standardised one need not."""
    if seen.source.name != "statistics":
        return
    shares = seen.rows.filter(pl.col("value_unit") == "share", pl.col("denominator") > 0).drop_nulls("value")
    wrong = [_apart(own.drop_nulls("numerator")) for _, own in shares.group_by("measure", maintain_order=True)]
    if rows := sum(wrong):
        yield Text(
            sv="I {rows} rader är andelen inte täljaren delad med nämnaren. Kontrollera vilken av dem som är fel, om "
            "andelen inte är standardiserad.",
            en="In {rows} rows the share is not the numerator over the denominator. Check which of them is wrong, "
            "unless the share is standardised.",
        ).format(rows=rows)


def total_outside_bounds(seen: Delivered) -> Iterator[Text]:
    """A total below its largest part, or above the sum of all of them.

    Rule    where a part is hidden or missing, the total has no upper bound
    """
    if seen.source.name != "statistics":
        return
    counts = seen.rows.filter(pl.col("value_unit") == "number")
    name = pl.coalesce("group_name", "group").str.to_lowercase().str.strip_chars()
    counts = counts.with_columns(is_total=name.is_in(TOTALS) | pl.col("group").str.to_lowercase().is_in(TOTALS))
    wrong = 0
    for _, table in counts.group_by("measure", "breakdown", "period"):
        totals, parts = table.filter("is_total")["value"].drop_nulls(), table.filter(~pl.col("is_total"))["value"]
        known = [Span(round(part), round(part)) for part in parts.drop_nulls()]
        if totals.len() and known:
            most = None if parts.null_count() else sum(part.high for part in known)
            wrong += sum(union_within_bounds(round(total), known, most) is not None for total in totals)
    if wrong:
        yield Text(
            sv="{wrong} totaler är mindre än sin största del eller större än delarnas summa. Kontrollera siffrorna. "
            "Ska de stå: läs in filen med --override total_outside_bounds och skäl, som sparas.",
            en="{wrong} totals are below their largest part or above the sum of the parts. Check the figures. If they "
            "are to stand, load the file with --override total_outside_bounds and a reason, which is kept.",
        ).format(wrong=wrong)


def followed_up_after_closing(seen: Delivered) -> Iterator[Text]:
    """Plans followed up after they were closed."""
    if seen.source.name != "sip_plans":
        return
    if rows := seen.rows.filter(pl.col("followed_up_on") > pl.col("closed_on")).height:
        yield Text(
            sv="{rows} planer är uppföljda efter att de avslutats. Kontrollera dagarna i källsystemet.",
            en="{rows} plans are followed up after they were closed. Check the days at the source.",
        ).format(rows=rows)


def referred_after_contact(seen: Delivered) -> Iterator[Text]:
    """Contacts that come before the referral they are said to follow."""
    if seen.source.name != "contacts":
        return
    if rows := seen.rows.filter(pl.col("referred_on") > pl.col("from_on")).height:
        yield Text(
            sv="{rows} kontakter ligger före den remiss de sägs följa. Kontrollera dagarna i källsystemet.",
            en="{rows} contacts come before the referral they are said to follow. Check the days at the source.",
        ).format(rows=rows)


def outcome_before_follow_up(seen: Delivered) -> Iterator[Text]:
    """Agreed interventions with an outcome though nobody has followed up their plan."""
    if seen.early:
        yield Text(
            sv="{rows} insatser har ett utfall fast planen varken är uppföljd eller avslutad. Kontrollera i "
            "källsystemet.",
            en="{rows} interventions have an outcome though their plan is neither followed up nor closed. Check at the "
            "source.",
        ).format(rows=seen.early)


def _apart(shares: pl.DataFrame) -> int:
    """How many of one measure's shares differ from their counts by more than the rounding of them all."""
    decimals = next((n for n in range(2, _DECIMALS) if (shares["value"].round(n) == shares["value"]).all()), _DECIMALS)
    difference = (pl.col("numerator") / pl.col("denominator") - pl.col("value")).abs()
    return shares.filter(difference > 0.5 * 10**-decimals + 1e-9).height
