"""Which target groups grow, and whose needs the services do not reach: from counts, never from persons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from metrics import words
from metrics.needs import UnmatchedChange, unmatched_change, worth_noticing
from metrics.problem import Text

Count = tuple[float, float]
"""A count and what it is counted among: (in the group, all shared users), (with the need, rated)."""

Verdict = Literal["more", "less", "no_difference", "too_few"]

DENOMINATOR_AT_LEAST = 20
"""Persons under which a share of them is compared with nothing."""

WITHIN_NOISE = 6
"""Persons by which two protected counts can differ though the true ones do not."""

_GROWTH: Mapping[Verdict, Text] = {
    "more": Text(
        sv="{group} har ökat från {before} till {after} av de gemensamma brukarna.",
        en="{group} has grown from {before} to {after} of the shared users.",
    ),
    "less": Text(
        sv="{group} har minskat från {before} till {after} av de gemensamma brukarna.",
        en="{group} has shrunk from {before} to {after} of the shared users.",
    ),
    "no_difference": Text(
        sv="{group} är ingen säkert större eller mindre del av de gemensamma brukarna än förut.",
        en="{group} is not reliably a larger or smaller part of the shared users than before.",
    ),
    "too_few": Text(
        sv="{group}: för få personer för att jämföra perioderna.", en="{group}: too few persons to compare the periods."
    ),
}
_UNSERVED: Mapping[Verdict, Text] = {
    "more": Text(
        sv="{group} har oftare otillfredsställda behov ({after}) än övriga ({before}).",
        en="{group} more often has unmet needs ({after}) than the others ({before}).",
    ),
    "less": Text(
        sv="{group} har mer sällan otillfredsställda behov ({after}) än övriga ({before}).",
        en="{group} less often has unmet needs ({after}) than the others ({before}).",
    ),
    "no_difference": Text(
        sv="{group} skiljer sig inte säkert från övriga i otillfredsställda behov.",
        en="{group} does not reliably differ from the others in unmet needs.",
    ),
    "too_few": Text(
        sv="{group}: för få personer för att jämföra med övriga.",
        en="{group}: too few persons to compare with the others.",
    ),
}


@dataclass(frozen=True, kw_only=True)
class GroupFinding:
    """What is found of one target group.

    Out     verdict  more, less, no difference worth noticing among all groups looked at, or too few to compare
            change   both shares, their difference and its 95 % limits; None where too few
    """

    group: str
    verdict: Verdict
    change: UnmatchedChange | None
    sentence: Text


def growing(
    before: Mapping[str, Count | None], after: Mapping[str, Count | None], names: Mapping[str, Text]
) -> tuple[GroupFinding, ...]:
    """Which target groups are a larger part of the shared users than they were.

    In      before, after  per group, persons in it and all shared users; None where hidden
    Rule    as shares, so that all groups do not grow when the whole does; sure enough with all groups looked at at
            once, by at least five percentage points, and by more persons than the protection alone can add. Largely
            the same persons stand in both periods, so the limits are wider than they need be: what is told is there
    """
    return _found(before, after, names, _GROWTH)


def unserved(
    unmet: Mapping[str, Count | None], others: Mapping[str, Count | None], names: Mapping[str, Text]
) -> tuple[GroupFinding, ...]:
    """Which target groups have unmet needs more often than everybody outside the group.

    In      unmet, others  per group, persons with an unmet need and persons rated: in the group, and outside it
    """
    return _found(others, unmet, names, _UNSERVED)


@dataclass(frozen=True, kw_only=True)
class NeedAgainstService:
    """One kind of need beside the service that answers it, in one group.

    Out     need, served  share of the group that has the need, and that has the service
            gap      need less served; above 0 at least so large a part has the need without the service
            sentence  says the gap as the shares it stands beside differ, rounded as they are
    """

    need: float | None
    served: float | None
    gap: float | None
    sentence: Text


_AGAINST = Text(
    sv="{group}: {need} har behovet och {served} har insatsen.",
    en="{group}: {need} have the need and {served} have the service.",
)
_AT_LEAST = Text(
    sv="Minst omkring {gap} har alltså behovet utan insatsen.",
    en="So at least about {gap} have the need without the service.",
)
_HIDDEN = Text(
    sv="{group}: behov och insatser kan inte jämföras, för få personer.",
    en="{group}: needs and services cannot be compared, too few persons.",
)


def against_service(group: Text, need: Count | None, served: Count | None) -> NeedAgainstService:
    """Need beside service, both as shares of their own counts.

    In      need    persons with the need, of those rated
            served  persons with the service, of all in the group
    Rule    the two counts are never linked person by person: the gap is the least that is certain, and a gap of 0 does
            not mean that those with the need are those with the service
    """
    if not (_enough(need) and _enough(served)) or need is None or served is None:
        return NeedAgainstService(need=None, served=None, gap=None, sentence=_HIDDEN.format(group=group))
    wanted, given = need[0] / need[1], served[0] / served[1]
    said = _AGAINST.format(
        group=words.capitalised(group), need=words.amount(wanted, "share"), served=words.amount(given, "share")
    )
    apart = round(wanted, 2) - round(given, 2)
    more = _AT_LEAST.format(gap=words.amount(round(apart, 2), "share")) if apart > 0 else None
    return NeedAgainstService(need=wanted, served=given, gap=wanted - given, sentence=words.joined(said, more))


def _found(
    here: Mapping[str, Count | None],
    there: Mapping[str, Count | None],
    names: Mapping[str, Text],
    said: Mapping[Verdict, Text],
) -> tuple[GroupFinding, ...]:
    changes = [_change(here.get(group), there.get(group)) for group in names]
    noticed = worth_noticing(
        [None if each is None else each.p for each in changes],
        [0.0 if each is None else each.difference for each in changes],
    )
    return tuple(
        _finding(group, name, change, notice, _smaller(here.get(group), there.get(group)), said)
        for (group, name), change, notice in zip(names.items(), changes, noticed, strict=True)
    )


def _change(here: Count | None, there: Count | None) -> UnmatchedChange | None:
    if here is None or there is None or not (_enough(here) and _enough(there)):
        return None
    return unmatched_change(*here, *there)


def _finding(
    group: str, name: Text, change: UnmatchedChange | None, noticed: bool, least: float, said: Mapping[Verdict, Text]
) -> GroupFinding:
    verdict: Verdict = "too_few" if change is None else "no_difference"
    if change is not None and noticed and abs(change.difference) * least > WITHIN_NOISE:
        verdict = "more" if change.difference > 0 else "less"
    shares: Sequence[Text | str] = ("", "")
    if change is not None:
        shares = (words.amount(change.before, "share"), words.amount(change.after, "share"))
    sentence = said[verdict].format(group=words.capitalised(name), before=shares[0], after=shares[1])
    return GroupFinding(group=group, verdict=verdict, change=change, sentence=sentence)


def _smaller(here: Count | None, there: Count | None) -> float:
    """How many the smaller of two groups has."""
    return min(count[1] for count in (here, there) if count is not None) if here or there else 0.0


def _enough(count: Count | None) -> bool:
    return count is not None and count[1] >= DENOMINATOR_AT_LEAST
