"""What is worth knowing about a load that refuses nothing: said in the report, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from metrics.problem import Text, UserProblem
from pipelines import arrival, reasons
from pipelines.reasons import Reason
from pipelines.vault import Delivery


def gaps(loaded: Sequence[Delivery], source: str, period: str) -> tuple[Reason, ...]:
    """The days between the source's first and last delivery that none of them covers.

    In      loaded  the deliveries in force before this one, which covers `period`
    """
    told = [period, *(delivery.period for delivery in loaded if delivery.source == source)]
    spans = sorted(span for one in told if (span := arrival.span(one)))
    if not spans:
        return ()
    return tuple(
        _note(
            "period_gap",
            Text(
                sv="Uppgifter saknas för {first}–{last}, mellan det som är inläst. Siffror för de dagarna visas som "
                "saknade. Läs in filen för perioden när den finns.",
                en="There are no data for {first} to {last}, between what is loaded. Figures for those days are shown "
                "as missing. Load the file for the period when there is one.",
            ).format(first=first, last=last),
        )
        for first, last in arrival.holes(spans)
    )


def clock(now: datetime, last: datetime | None) -> tuple[Reason, ...]:
    """Whether the computer's clock is behind the latest load; deliveries keep their order anyway.

    In      last  when the latest file was noted, by the clock of that time
    """
    if last is None or now >= last:
        return ()
    return (
        _note(
            "clock_back",
            Text(
                sv="Datorns klocka går före eller efter: förra inläsningen är daterad senare än nu. Ordningen mellan "
                "leveranser följer deras löpnummer och är rätt. Ställ klockan.",
                en="The computer's clock is or was wrong: the last load is dated later than now. Deliveries are "
                "ordered by number, not by clock, so their order is right. Set the clock.",
            ),
        ),
    )


def _note(code: str, text: Text) -> Reason:
    return reasons.from_problem(UserProblem(code, text))
