"""What the committee looks at beside what the figures signal, and how often its decisions rest on a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from metrics import words
from metrics.indicator import ORGANISATIONS, PERSPECTIVES, Organisation, Perspective
from metrics.problem import Text
from metrics.scorecard import Row
from metrics.spc import Variation

PERSPECTIVE: Mapping[Perspective, Text] = {
    "needs": Text(sv="behov", en="needs"),
    "process": Text(sv="process och samordning", en="process and coordination"),
    "resources": Text(sv="resurser och kostnader", en="resources and costs"),
    "learning": Text(sv="lärande och utveckling", en="learning and development"),
    "governance": Text(sv="styrning", en="governance"),
}

UNBALANCED = 0.2
"""How far a perspective's share of the talk may lie from its share of the signals before it is told."""


@dataclass(frozen=True)
class Matter:
    """Something the committee took up: an agenda item or a decision, and the perspectives it was about."""

    on: date
    perspectives: frozenset[Perspective]


@dataclass(frozen=True, kw_only=True)
class Attention:
    """One perspective: its share of what was taken up, and of the signals; None where there was nothing at all."""

    perspective: Perspective
    discussed: float | None
    signals: float | None


@dataclass(frozen=True)
class Balance:
    """The perspectives in the scorecard's order, and what stands out."""

    rows: tuple[Attention, ...]
    sentence: Text


_APART = Text(
    sv="{perspective} tog {discussed} av det gruppen tog upp, men hade {signals} av signalerna.",
    en="{perspective} took {discussed} of what the committee took up, but had {signals} of the signals.",
)
_EVEN = Text(
    sv="Det gruppen tog upp under tolv månader fördelar sig ungefär som signalerna.",
    en="What the committee took up in twelve months is spread about as the signals are.",
)
_NO_BALANCE = Text(
    sv="Balansen kan inte visas: det finns inga ärenden eller inga signaler under de tolv månaderna.",
    en="The balance cannot be shown: there are no matters or no signals in the twelve months.",
)


def balance(matters: Iterable[Matter], rows: Iterable[Row], until: date) -> Balance:
    """What was taken up over twelve months beside where the signals are.

    In      matters  agenda items and decisions; one about two perspectives counts as half in each
            rows     the scorecard as it stands; every special cause of an organisation is a signal
            until    the last day of the twelve months
    Rule    a share of the talk is no verdict: a perspective without a signal may still need its hour
    """
    since = _year_before(until)
    taken = [matter for matter in matters if since < matter.on <= until and matter.perspectives]
    signals = [row.indicator.perspective for row in rows for each in ORGANISATIONS if _is_signal(row, each)]
    shares = tuple(
        Attention(perspective=each, discussed=_discussed(taken, each), signals=_part(signals, each))
        for each in PERSPECTIVES
    )
    return Balance(shares, _said(shares))


@dataclass(frozen=True)
class Claim:
    """What a decision says of a figure: that it has improved.

    In      variation  the icon the scorecard showed when it was said; None where it showed none
    """

    decision_id: str
    indicator_id: str
    organisation: Organisation
    variation: Variation | None


@dataclass(frozen=True)
class Grounds:
    """What a decision rests on: the published figures it cites, and what it claims of them."""

    decision_id: str
    figures: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """How often decisions rest on figures.

    Out     share        of decisions that cite at least one published figure; None where there is no decision
            unsupported  claims of improvement that no special cause stood behind
    """

    decisions: int
    citing: int
    share: float | None
    unsupported: tuple[Claim, ...]
    sentence: Text


def evidence(decisions: Sequence[Grounds]) -> Evidence:
    """Evidence coverage, and the claims of improvement that the charts did not bear out.

    >>> evidence([Grounds("B-1", figures=("P2",)), Grounds("B-2")]).sentence.en
    'Of two decisions, one cites a published figure.'
    """
    citing = sum(bool(each.figures) for each in decisions)
    unsupported = tuple(claim for each in decisions for claim in each.claims if not _is_borne_out(claim))
    return Evidence(
        decisions=len(decisions),
        citing=citing,
        share=citing / len(decisions) if decisions else None,
        unsupported=unsupported,
        sentence=words.joined(_cited(len(decisions), citing), _claimed(len(unsupported))),
    )


_CITED = Text(
    sv="Av {decisions} beslut hänvisar {citing} till en publicerad siffra.",
    en="Of {decisions} decisions, {citing} {verb} a published figure.",
)
_NONE_CITES = Text(
    sv="Inget av {decisions} beslut hänvisar till en publicerad siffra.",
    en="None of {decisions} decisions cites a published figure.",
)
_ONE_CITES_NOTHING = Text(
    sv="Det enda beslutet hänvisar inte till någon publicerad siffra.",
    en="The only decision cites no published figure.",
)
_ONE_CITES = Text(
    sv="Det enda beslutet hänvisar till en publicerad siffra.",
    en="The only decision cites a published figure.",
)
_NO_DECISIONS = Text(sv="Inga beslut har fattats.", en="No decisions have been made.")
_CLAIMED_ONCE = Text(
    sv="Ett påstående om förbättring saknar stöd i sitt diagram.",
    en="One claim of improvement has no support in its chart.",
)
_CLAIMED = Text(
    sv="{claims} påståenden om förbättring saknar stöd i sina diagram.",
    en="{claims} claims of improvement have no support in their charts.",
)


def _cited(decisions: int, citing: int) -> Text:
    if not decisions:
        return _NO_DECISIONS
    if decisions == 1:
        return _ONE_CITES if citing else _ONE_CITES_NOTHING
    if not citing:
        return _NONE_CITES.format(decisions=words.in_words(decisions))
    verb = "cites" if citing == 1 else "cite"
    return _CITED.format(decisions=words.in_words(decisions), citing=words.in_words(citing), verb=verb)


def _claimed(claims: int) -> Text | None:
    if claims < 2:
        return _CLAIMED_ONCE if claims else None
    return words.capitalised(_CLAIMED.format(claims=words.in_words(claims)))


def _is_borne_out(claim: Claim) -> bool:
    return claim.variation in ("improvement_high", "improvement_low")


def _is_signal(row: Row, organisation: Organisation) -> bool:
    return row.of(organisation).variation not in (None, "common_cause")


def _discussed(taken: Sequence[Matter], perspective: Perspective) -> float | None:
    """The perspective's part of what was taken up, a matter shared by several counting in parts."""
    if not taken:
        return None
    return fsum(1 / len(each.perspectives) for each in taken if perspective in each.perspectives) / len(taken)


def _part(signals: Sequence[Perspective], perspective: Perspective) -> float | None:
    return signals.count(perspective) / len(signals) if signals else None


def _said(shares: Sequence[Attention]) -> Text:
    apart = []
    for share in shares:
        if share.discussed is None or share.signals is None:
            return _NO_BALANCE
        if abs(share.discussed - share.signals) > UNBALANCED:
            apart.append(
                _APART.format(
                    perspective=words.capitalised(PERSPECTIVE[share.perspective]),
                    discussed=words.amount(share.discussed, "share"),
                    signals=words.amount(share.signals, "share"),
                )
            )
    return words.joined(*apart) if apart else _EVEN


def _year_before(day: date) -> date:
    """The same day a year before; the last of February for a leap day."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
