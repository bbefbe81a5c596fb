"""Through the gate or not at all: a release's figures are protected, attacked, and where they give way made again.

First with the standard noise, then with more, then without the last table of the indicators that gave way. What still
gives way is not released. Once something has been released, its noise is kept: see `through`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import polars as pl

from metrics.disclosure import STANDARD, STRONGER, Strength, method_of, protect
from metrics.disclosure.gate import Part, Report, attack
from metrics.indicator import Breakdown, Definition, Organisation
from metrics.problem import Text, UserProblem
from pipelines import bundle
from pipelines.workspace import Workspace

Step = Callable[[Text], None]
"""Is told what is being done, as it is done."""


def in_silence(_: Text) -> None:
    """Nobody is told."""


@dataclass(frozen=True, kw_only=True)
class Counted:
    """The true figures of one indicator or distribution, before they are protected.

    In      source, sums  as of `metrics.disclosure.gate.Part`
    """

    definition: Definition
    source: str
    raw: pl.DataFrame
    sums: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def last(self) -> Breakdown | None:
        """The table that goes first where something must; an organisation's total never does."""
        there = set(self.raw["breakdown"].unique())
        return next(
            (each for each in reversed(list(self.definition.breakdowns)) if each in there and each != "all"), None
        )

    def without(self, breakdown: Breakdown) -> Counted:
        """The same without one table."""
        return replace(self, raw=self.raw.filter(pl.col("breakdown") != breakdown))


@dataclass(frozen=True, kw_only=True)
class Passed:
    """Figures that may leave the zone, how strongly they were protected, and the gate's report for the manifest."""

    cells: pl.DataFrame
    strength: Strength
    report: dict[str, Any]


@dataclass(frozen=True)
class _Try:
    """One way the figures were made, and what the attacks found."""

    parts: tuple[Part, ...]
    dropped: tuple[str, ...]
    report: Report

    def as_entry(self) -> dict[str, Any]:
        """The try as the manifest holds it."""
        report = self.report
        return {
            "d": report.strength.d,
            "v": report.strength.v,
            "dropped": list(self.dropped),
            "passed": report.passed,
            "failing": list(report.failing),
        }


def through(
    counted: Sequence[Counted],
    organisation: Organisation,
    earlier: Sequence[pl.DataFrame],
    strength: Strength,
    step: Step,
) -> Passed:
    """The figures as they may be released, with the report of every try.

    In      strength  the noise to begin with; after an earlier release, the noise of that
    Rule    more noise is tried only in a first release. The change of a count follows its key, in weak noise and in
            strong: the same persons shown with both tell on which side of the truth they stand, and nearly how far
    Fails   gate_failed
    """
    tries: list[_Try] = []
    for each in _tries(counted, organisation, earlier, strength, step):
        tries.append(each)
        if each.report.passed:
            return Passed(
                cells=pl.concat([part.protected for part in each.parts]),
                strength=each.report.strength,
                report=each.report.as_entry() | {"tries": [one.as_entry() for one in tries]},
            )
    raise _failed(tries[-1].report)


def protected(counted: Sequence[Counted], organisation: Organisation, strength: Strength) -> tuple[Part, ...]:
    """Every figure, as it would be released."""
    return tuple(
        Part(
            definition=each.definition,
            organisation=organisation,
            source=each.source,
            raw=each.raw,
            protected=protect(each.raw, each.definition, organisation, strength),
            sums=each.sums,
        )
        for each in counted
    )


def as_it_would_be(counted: Sequence[Counted], organisation: Organisation, strength: Strength) -> pl.DataFrame:
    """The cells of a release, before any attack."""
    return pl.concat([part.protected for part in protected(counted, organisation, strength)])


def strength_of(method: str) -> Strength:
    """The noise that an earlier release was made with, by its method; the standard where it is another's."""
    return STRONGER if method == method_of(STRONGER) else STANDARD


def _tries(
    counted: Sequence[Counted],
    organisation: Organisation,
    earlier: Sequence[pl.DataFrame],
    strength: Strength,
    step: Step,
) -> Iterator[_Try]:
    """One try after another, each giving up more, until there is nothing left to give up."""
    dropped: list[str] = []
    while True:
        parts = protected(counted, organisation, strength)
        report = attack(parts, earlier, strength, step=step)
        yield _Try(parts, tuple(dropped), report)
        if strength == STANDARD and not earlier:
            strength = STRONGER
            step(MORE_NOISE)
            continue
        going = {
            each.definition.id: each.last for each in counted if each.definition.id in report.failing and each.last
        }
        if not going:
            return
        dropped += [f"{name} {breakdown}" for name, breakdown in going.items()]
        step(FEWER_TABLES.format(names=", ".join(going)))
        counted = [
            each.without(last) if (last := going.get(each.definition.id)) is not None else each for each in counted
        ]


MORE_NOISE = Text(
    sv="Angreppen lyckades: gör om med starkare brus",
    en="The attacks succeeded: made again with more noise",
)
FEWER_TABLES = Text(
    sv="Angreppen lyckades: gör om utan den sista tabellen för {names}",
    en="The attacks succeeded: made again without the last table of {names}",
)


def last_report(workspace: Workspace, organisation: Organisation) -> dict[str, Any]:
    """The report that travels in the organisation's newest bundle.

    Fails   nothing_released
    """
    path = bundle.newest(workspace.outbox(organisation), organisation)
    if path is None:
        raise UserProblem(
            "nothing_released",
            Text(
                sv="{sv} har inte gjort någon frisläppning än. Kör `samsyn release --organisation {organisation}`.",
                en="{en} has made no release yet. Run `samsyn release --organisation {organisation}`.",
            ).format(
                sv=workspace.organisations[organisation].sv,
                en=workspace.organisations[organisation].en,
                organisation=organisation,
            ),
            exit_code=2,
        )
    return dict(bundle.read(path).manifest["gate"])


def _failed(report: Report) -> UserProblem:
    """What gave way, in words, and what can be done."""
    found = [finding.text for finding in report.findings if not finding.passed]
    named = ", ".join(report.failing) or "–"
    return UserProblem(
        "gate_failed",
        Text(
            sv="Ingen frisläppning görs: siffrorna går att räkna sig bakom, även med färre tabeller. "
            "{found} Det gäller {names}. Ta bort den indikatorn eller gör dess grupper och perioder större i "
            "indikatorernas filer, och frisläpp igen. Det som redan är frisläppt gäller fortfarande.",
            en="No release is made: the figures can be worked back, even with fewer tables. {found} It "
            "concerns {names}. Take that indicator out or make its groups and periods larger in the indicators' files, "
            "and release again. What is already released remains in force.",
        ).format(
            found=Text(sv=" ".join(text.sv for text in found), en=" ".join(text.en for text in found)), names=named
        ),
    )
