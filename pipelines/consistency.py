"""Checks of figures against each other: each finds one kind of contradiction and says it in words.

A check takes the figures it needs and returns None where they can all be true. It proves; it never guesses which of
the figures is the wrong one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ParamSpec

from metrics.before_after import Tally, fewest_changes
from metrics.problem import Text

P = ParamSpec("P")


@dataclass(frozen=True)
class Contradiction:
    """Figures that cannot all be true: which check found it, where, and why."""

    check: str
    where: Text
    text: Text


@dataclass(frozen=True)
class Span:
    """A number of persons known only to lie between two others, both included."""

    low: int
    high: int


def ask(where: Text, check: Callable[P, Text | None], *args: P.args, **kwargs: P.kwargs) -> Contradiction | None:
    """What `check` has to say of the figures at `where`."""
    text = check(*args, **kwargs)
    return None if text is None else Contradiction(check.__name__, where, text)


def persons_within_n(total: int, n: int) -> Text | None:
    """A number of persons is at most all persons.

    >>> persons_within_n(13, 12).en
    '13 persons of 12: more than there are. The figure may count interventions instead of persons.'
    """
    if total <= n:
        return None
    return Text(
        sv="{total} personer av {n}: fler än det finns. Siffran kan räkna insatser i stället för personer.",
        en="{total} persons of {n}: more than there are. The figure may count interventions instead of persons.",
    ).format(total=total, n=n)


def mean_against_counts(mean: float, counts: Mapping[int, int], decimals: int) -> Text | None:
    """A mean is the sum of what each person has, over the persons, as far as it was rounded.

    In      counts  value -> number of persons who have it
    >>> mean_against_counts(2.2, {4: 3, 3: 1, 2: 5, 1: 3}, decimals=1).en
    'The mean is said to be 2.2, but the counts give 28/12 = 2.33.'
    """
    total, persons = sum(value * count for value, count in counts.items()), sum(counts.values())
    half_a_step = 0.5 * 10**-decimals
    if abs(total / persons - mean) <= half_a_step + 1e-9:
        return None
    swedish, english = f"{mean:.{decimals}f}", f"{total / persons:.{decimals + 1}f}"
    return Text(
        sv=f"Medelvärdet sägs vara {swedish.replace('.', ',')}, men antalen ger "
        f"{total}/{persons} = {english.replace('.', ',')}.",
        en=f"The mean is said to be {swedish}, but the counts give {total}/{persons} = {english}.",
    )


def intersection_within_bounds(both: int, one: Span, other: Span, n: int) -> Text | None:
    """Those in both of two groups are at least what no longer fits outside, and at most the smaller group.

    Source  the bounds of Fréchet: max(0, A + B - N) to min(A, B)
    >>> intersection_within_bounds(11, Span(12, 12), Span(12, 12), n=12).en
    '11 persons are said to be in both, but with 12 and 12 of 12 persons it must be 12.'
    >>> intersection_within_bounds(1, Span(3, 4), Span(2, 2), n=12)
    """
    least, most = max(0, one.low + other.low - n), min(one.high, other.high)
    if least <= both <= most:
        return None
    must = Text(sv=f"{least}", en=f"{least}") if least == most else Text(sv=f"{least}–{most}", en=f"{least} to {most}")
    return Text(
        sv=f"{both} personer sägs finnas i båda, men med {_span(one).sv} och {_span(other).sv} av {n} personer "
        f"måste det vara {must.sv}.",
        en=f"{both} persons are said to be in both, but with {_span(one).en} and {_span(other).en} of {n} persons "
        f"it must be {must.en}.",
    )


def union_within_bounds(union: int, parts: Sequence[Span], most: int | None) -> Text | None:
    """Those in any of several groups are at least the largest group, and at most all of them together.

    In      most  the sum of the groups; None where one of them is not known
    >>> union_within_bounds(7, [Span(8, 8), Span(3, 3)], 11).en
    '7 are said to be in any of the groups, but with 8 and 3 it must be 8 to 11.'
    >>> union_within_bounds(12, [Span(8, 8), Span(3, 3)], None)
    """
    least = max(part.low for part in parts)
    if least <= union and (most is None or union <= most):
        return None
    listed = Text(sv=" och ".join(_span(part).sv for part in parts), en=" and ".join(_span(part).en for part in parts))
    must = Text(
        sv=f"minst {least}" if most is None else f"{least}–{most}",
        en=f"at least {least}" if most is None else f"{least} to {most}",
    )
    return Text(
        sv=f"{union} sägs finnas i någon av grupperna, men med {listed.sv} måste det vara {must.sv}.",
        en=f"{union} are said to be in any of the groups, but with {listed.en} it must be {must.en}.",
    )


def changes_against_before_after(
    changed: int, kinds: Sequence[str], before: Sequence[Tally], after: Sequence[Tally], n: int
) -> Text | None:
    """Those whose help changed are at least as many as the counts before and after need.

    Rule    a person has changed when the set of kinds is another; see `metrics.before_after.fewest_changes`
    """
    fewest = fewest_changes(kinds, before, after, n)
    if fewest is None:
        return Text(
            sv="Antalen före och efter kan inte alla stämma för {n} personer.",
            en="The counts before and after cannot all be true of {n} persons.",
        ).format(n=n)
    if changed >= fewest:
        return None
    return Text(
        sv="{changed} personer sägs ha fått ändrad hjälp, men antalen före och efter kräver minst {fewest} av {n}.",
        en="{changed} persons are said to have had their help changed, but the counts before and after need at "
        "least {fewest} of {n}.",
    ).format(changed=changed, fewest=fewest, n=n)


CHECKS: tuple[Callable[..., Text | None], ...] = (
    persons_within_n,
    mean_against_counts,
    intersection_within_bounds,
    union_within_bounds,
    changes_against_before_after,
)


def contradictions(asked: Iterable[Contradiction | None]) -> tuple[Contradiction, ...]:
    """Only what was found."""
    return tuple(found for found in asked if found is not None)


def _span(span: Span) -> Text:
    if span.low == span.high:
        return Text(sv=f"{span.low}", en=f"{span.low}")
    return Text(sv=f"{span.low}–{span.high}", en=f"{span.low} to {span.high}")
