"""The study of twelve case files: its published figures computed again from rows, and its contradictions found.

The rows go the way of any delivery: profile, contract, checks, vault. The published tables stand beside them, and
the checks of figures against each other look at the tables alone.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from metrics.before_after import Tally, having, having_both
from metrics.problem import Text, UserProblem
from pipelines import vault
from pipelines.consistency import (
    Contradiction,
    Span,
    ask,
    changes_against_before_after,
    intersection_within_bounds,
    mean_against_counts,
    persons_within_n,
    union_within_bounds,
)
from pipelines.load import LoadReport, load
from pipelines.sip_figures import (
    CHANGED,
    FIGURES,
    HEALTH,
    HEALTH_TOTAL,
    HELP,
    HELP_ROWS,
    MEAN_PLANS,
    PARALLEL,
    PARALLEL_ROWS,
    PLANS,
    PSYCHIATRY,
    SOCIAL,
    SOCIAL_TOTAL,
    TIMES,
    Cell,
    help_cell,
)
from pipelines.workspace import SETTINGS, create, open_workspace

STUDY = Path(__file__).parent.parent / "sample_data" / "sip_study"
SMALLEST_GROUP = 20
"""No group below this is ever published."""

Tables = Mapping[Cell, float]


@dataclass(frozen=True)
class Compared:
    """One figure as published and as the rows give it."""

    where: Text
    published: float
    computed: float
    equal: bool


@dataclass(frozen=True)
class StudyReport:
    """What came of the example: the file's way in, the figures, and what the tables say against themselves."""

    loaded: LoadReport
    persons: int
    figures: tuple[Compared, ...]
    contradictions: tuple[Contradiction, ...]


def run_example(path: Path, study: Path = STUDY) -> StudyReport:
    """The study's file loaded into a workspace of its own in `path`, and its tables reproduced from the vault.

    Rule    run again, nothing is loaded twice; nothing is ever released from it
    Fails   workspace_exists where the folder holds another committee's workspace; study_refused
    """
    workspace = open_workspace(path) if (path / SETTINGS).exists() else create(path, study)
    if workspace.id != "sip_study":
        raise UserProblem(
            "workspace_exists",
            Text(
                sv="I {path} finns en annan arbetsyta. Välj en annan mapp med --path; exemplet ska ha en egen.",
                en="{path} holds another workspace. Choose another folder with --path; the example needs its own.",
            ).format(path=path),
            exit_code=2,
        )
    file = workspace.inbox("municipality") / "sip_cases.csv"
    shutil.copyfile(study / file.name, file)
    loaded = load(workspace, "municipality", file)
    if loaded.file_refused or loaded.refused_rows:
        raise UserProblem("study_refused", _REFUSED.format(file=file.name))
    rows = vault.rows(workspace.vault("municipality"), "sip_cases")
    tables = published(study / "published")
    return StudyReport(
        loaded=loaded,
        persons=rows.get_column("person").n_unique(),
        figures=compare(rows, tables),
        contradictions=contradictions(tables),
    )


def published(folder: Path) -> Tables:
    """Every number of the published tables by its place."""
    return {cell: value for number in (1, 2, 3) for cell, value in _table(folder, number)}


def compare(rows: pl.DataFrame, tables: Tables) -> tuple[Compared, ...]:
    """Every figure of `FIGURES`, as published and as computed from the rows."""
    computed = rows.select(figure.value.cast(pl.Float64).alias(str(n)) for n, figure in enumerate(FIGURES)).row(0)
    compared = []
    for figure, value in zip(FIGURES, computed, strict=True):
        said = tables[figure.cell] - sum(tables[cell] for cell in figure.less)
        compared.append(Compared(figure.cell.name, said, value, equal=round(value, figure.decimals) == said))
    return tuple(compared)


def contradictions(tables: Tables) -> tuple[Contradiction, ...]:
    """What in the published tables cannot all be true.

    Rule    a figure that one check has refuted is evidence in no other
    """
    n = round(tables[Cell(1, "Sex", "Female", "section_total")])
    found: dict[Cell, Contradiction] = {}

    def note(cell: Cell, contradiction: Contradiction | None) -> None:
        if contradiction is not None:
            found[cell] = contradiction

    for cell in dict.fromkeys(figure.cell for figure in FIGURES if figure.cell != MEAN_PLANS):
        note(cell, ask(cell.name, persons_within_n, round(tables[cell]), n))

    plans = {number: round(tables[Cell(3, "Number of SIPs", row)]) for number, row in PLANS.items()}
    note(MEAN_PLANS, ask(MEAN_PLANS.name, mean_against_counts, tables[MEAN_PLANS], plans, decimals=1))

    for when in TIMES:
        sound = {cell: value for cell, value in tables.items() if cell not in found}
        for row, (one, other) in PARALLEL_ROWS.items():
            cell = help_cell(PARALLEL, row, when)
            spans = _span(sound, one, when, n), _span(sound, other, when, n)
            note(cell, ask(cell.name, intersection_within_bounds, round(tables[cell]), *spans, n))

    for when in TIMES:
        for kinds, total in ((SOCIAL, SOCIAL_TOTAL), (HEALTH, HEALTH_TOTAL)):
            counts = [round(tables[help_cell(*HELP_ROWS[kind], when)]) for kind in kinds]
            cell, parts = help_cell(*total, when), [Span(count, count) for count in counts]
            note(cell, ask(cell.name, union_within_bounds, round(tables[cell]), parts, sum(counts)))

    sound = {cell: value for cell, value in tables.items() if cell not in found}
    before, after = _tallies(sound, "before"), _tallies(sound, "after")
    changed = round(tables[CHANGED])
    note(CHANGED, ask(CHANGED.name, changes_against_before_after, changed, HELP, before, after, n))
    return tuple(found.values())


def lines(report: StudyReport) -> Iterator[Text]:
    """The report in words, a line at a time."""
    equal = sum(figure.equal for figure in report.figures)
    yield _HEADING
    yield _FIGURES.format(figures=len(report.figures), equal=equal, other=len(report.figures) - equal)
    for figure in report.figures:
        if not figure.equal:
            said, computed = _number(figure.published), _number(figure.computed)
            yield Text(
                sv=f"  publicerat {said.sv}, ur raderna {computed.sv}  {figure.where.sv}",
                en=f"  published {said.en}, from the rows {computed.en}  {figure.where.en}",
            )
    yield _CONTRADICTIONS.format(found=len(report.contradictions))
    for found in report.contradictions:
        yield Text(sv=f"  {found.check}  {found.where.sv}", en=f"  {found.check}  {found.where.en}")
        yield Text(sv=f"    {found.text.sv}", en=f"    {found.text.en}")
    yield _INVENTED
    yield _NOT_RELEASED.format(persons=report.persons, least=SMALLEST_GROUP)


_REFUSED = Text(
    sv="{file} togs inte emot hel. Profilen eller filen är ändrad: se `samsyn load` för skälen, eller välj en ny mapp.",
    en="{file} was not accepted whole. The profile or the file was changed: see `samsyn load` for why, or choose a "
    "new folder.",
)
_HEADING = Text(
    sv="Studien av tolv akter med samordnad individuell plan (SIP). Tabellerna är andras publicerade summor; "
    "raderna är återskapade ur dem.",
    en="The study of twelve case files with a coordinated individual plan (SIP). The tables are other people's "
    "published totals; the rows are rebuilt from them.",
)
_FIGURES = Text(
    sv="{figures} siffror räknade ur raderna i valvet: {equal} lika med de publicerade, {other} skiljer sig.",
    en="{figures} figures computed from the rows in the vault: {equal} equal to the published ones, {other} differ.",
)
_CONTRADICTIONS = Text(
    sv="{found} motsägelser i de publicerade tabellerna själva:",
    en="{found} contradictions within the published tables themselves:",
)
_INVENTED = Text(
    sv="Kolumner som slutar på _assumed är påhittade och läses inte. Vilken akt som har vilken kombination är också "
    "påhittat: bara summorna är verkliga.",
    en="Columns ending in _assumed are invented and are not read. Which file has which combination is invented too: "
    "only the totals are real.",
)
_NOT_RELEASED = Text(
    sv="Inget släpps från den här arbetsytan: {persons} personer är färre än {least}, den minsta grupp som visas.",
    en="Nothing is released from this workspace: {persons} persons are fewer than {least}, the smallest group shown.",
)


def _table(folder: Path, number: int) -> Iterator[tuple[Cell, float]]:
    columns = ("before_sip", "after_sip") if number == 2 else ("n", "section_total")
    with (folder / f"sip_table{number}.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            for column in columns:
                if line[column].replace(".", "", 1).isdigit():  # "1-12" months is a range, and some cells are empty
                    yield Cell(number, line["section"], line["row"], column), float(line[column])


def _span(sound: Tables, kinds: tuple[str, ...], when: str, n: int) -> Span:
    """How many persons have at least one of these kinds of help, as far as sound figures tell."""
    total = {SOCIAL: SOCIAL_TOTAL, HEALTH: HEALTH_TOTAL}.get(kinds)
    if total and (cell := help_cell(*total, when)) in sound:
        return Span(round(sound[cell]), round(sound[cell]))
    overlap = help_cell(PARALLEL, "Addiction (health care) and psychiatric health care", when)
    if kinds == HEALTH and overlap in sound:
        # Addiction care and psychiatry together are known through those who have both; primary care may add some.
        addiction, psychiatry = _span(sound, ("addiction_care",), when, n), _span(sound, PSYCHIATRY, when, n)
        both, primary = round(sound[overlap]), _span(sound, ("primary_care",), when, n)
        low = addiction.low + psychiatry.low - both
        return Span(low, min(n, addiction.high + psychiatry.high - both + primary.high))
    counts = [round(sound[help_cell(*HELP_ROWS[kind], when)]) for kind in kinds]
    return Span(max(counts), min(n, sum(counts)))


def _tallies(sound: Tables, when: str) -> list[Tally]:
    """All that the sound figures say about who has what help."""
    conditions = {
        **{help_cell(*HELP_ROWS[kind], when): having(kind) for kind in HELP},
        help_cell(*SOCIAL_TOTAL, when): having(*SOCIAL),
        help_cell(*HEALTH_TOTAL, when): having(*HEALTH),
        **{
            help_cell(PARALLEL, row, when): having_both(having(*one), having(*other))
            for row, (one, other) in PARALLEL_ROWS.items()
        },
    }
    return [Tally(condition, round(sound[cell])) for cell, condition in conditions.items() if cell in sound]


def _number(value: float) -> Text:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return Text(sv=text.replace(".", ","), en=text)
