"""The 82 figures of the study of twelve case files: where each was published, and how it follows from the rows."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from metrics.problem import Text

SOCIAL: tuple[str, ...] = ("substance", "mental", "economic", "other_social")
HEALTH: tuple[str, ...] = ("addiction_care", "outpatient_psychiatry", "inpatient_psychiatry", "primary_care")
PSYCHIATRY = ("outpatient_psychiatry", "inpatient_psychiatry")
HELP = (*SOCIAL, *HEALTH)

TIMES = {"before": "before_sip", "after": "after_sip"}
"""When help was given -> the column of table 2."""


@dataclass(frozen=True)
class Cell:
    """A place in the published tables."""

    table: int
    section: str
    row: str
    column: str = "n"

    @property
    def name(self) -> Text:
        """The place as a reader finds it; rows keep the publication's own words."""
        when = {"before_sip": Text(sv=", före", en=", before"), "after_sip": Text(sv=", efter", en=", after")}
        row, after = self.row.rstrip("* "), when.get(self.column, Text(sv="", en=""))
        return Text(
            sv=f"Tabell {self.table}, {self.section}: {row}{after.sv}",
            en=f"Table {self.table}, {self.section}: {row}{after.en}",
        )


@dataclass(frozen=True)
class Figure:
    """One published figure and the same figure computed from the rows.

    In      less      cells to take from `cell`, where a figure is published only as what remains
            decimals  how the publication rounded
    """

    cell: Cell
    value: pl.Expr
    less: tuple[Cell, ...] = ()
    decimals: int = 0


def has(when: str, *kinds: str) -> pl.Expr:
    """Per file: at least one of these kinds of help."""
    return pl.any_horizontal(f"{when}_{kind}" for kind in kinds)


def help_cell(section: str, row: str, when: str) -> Cell:
    """A place in table 2, which has a column before and a column after the plan."""
    return Cell(2, section, row, TIMES[when])


HELP_ROWS = {
    "substance": ("Social service", "Substance abuse"),
    "mental": ("Social service", "Mental health"),
    "economic": ("Social service", "Economic assistance"),
    "other_social": ("Social service", "Other social service **"),
    "addiction_care": ("Health care", "Addiction treatment"),
    "outpatient_psychiatry": ("Health care", "Outpatient psychiatric care"),
    "inpatient_psychiatry": ("Health care", "Inpatient psychiatric care"),
    "primary_care": ("Health care", "Primary care"),
}
SOCIAL_TOTAL = ("Social service", "Total with help from social service *")
HEALTH_TOTAL = ("Health care", "Total with health care intervention *")
PARALLEL = "Parallel interventions"
PARALLEL_ROWS = {
    "Total social service and health care": (SOCIAL, HEALTH),
    "Substance abuse (soc service) and addiction treatment (health care)": (("substance",), ("addiction_care",)),
    "Mental health (soc service) and psychiatric care": (("mental",), PSYCHIATRY),
    "Addiction (health care) and psychiatric health care": (("addiction_care",), PSYCHIATRY),
}
"""Row of table 2 -> the kinds of help on either side of "and"."""

ACCORDING = "Help according to SIP"
RECEIVED = help_cell(ACCORDING, "Total received help", "after")
CHANGED = help_cell(ACCORDING, "Changes in help **", "after")
CARRIED_OUT = help_cell(ACCORDING, "Help totally implemented", "after")
PARTLY = help_cell(ACCORDING, "Help partially implemented", "after")
MEAN_PLANS = Cell(3, "Number of SIPs", "Mean value")
PLANS = {4: "Four", 3: "Three", 2: "Two", 1: "One"}


def differs() -> pl.Expr:
    """Per file: the set of kinds of help is another after than before."""
    return pl.any_horizontal(pl.col(f"before_{kind}") != pl.col(f"after_{kind}") for kind in HELP)


def _counts(table: int, section: str, rows: dict[str, pl.Expr]) -> list[Figure]:
    return [Figure(Cell(table, section, row), files.sum()) for row, files in rows.items()]


def _is(column: str, value: str | int) -> pl.Expr:
    return pl.col(column) == value


def _unknown(column: str) -> pl.Expr:
    return pl.col(column).is_null()


_PERSONS = [
    *_counts(1, "Sex", {"Female": _is("sex", "f"), "Male": _is("sex", "m")}),
    *_counts(1, "Marital status", {"Single": _is("marital", "single"), "Married/couple": _is("marital", "couple")}),
    *_counts(
        1,
        "Born in Sweden",
        {
            "Yes": pl.col("born_in_sweden"),
            "No": ~pl.col("born_in_sweden"),
            "Not documented": _unknown("born_in_sweden"),
        },
    ),
    *_counts(
        1,
        "Substance abuse problems",
        {
            "Alcohol": pl.col("alcohol"),
            "Narcotics": pl.col("narcotics"),
            "Pharmaceuticals": pl.col("pharmaceuticals"),
        },
    ),
    *_counts(1, "Mental health problems", {"Yes": pl.col("mental_problem")}),
    *_counts(1, "Physical health problems", {"Yes": pl.col("physical_problem")}),
    *_counts(
        1,
        "Employment",
        {
            "Full or part-time employment": _is("employment", "employed"),
            "Occupational training": _is("employment", "training"),
            "Daily activities (social service)": _is("employment", "daily_activities"),
            "None": _is("employment", "none"),
        },
    ),
    *_counts(
        1,
        "Residence",
        {
            "Regular housing (own or rental)": _is("residence", "regular"),
            "With parents or other family": _is("residence", "with_family"),
            "Social housing": _is("residence", "social_housing"),
            "Homeless": _is("residence", "homeless"),
        },
    ),
    *_counts(1, "Other social problems (crime, prostitution)", {"Yes": pl.col("other_social_problem")}),
]

_HELP = [
    *(Figure(help_cell(*HELP_ROWS[kind], when), has(when, kind).sum()) for when in TIMES for kind in HELP),
    *(Figure(help_cell(*SOCIAL_TOTAL, when), has(when, *SOCIAL).sum()) for when in TIMES),
    *(Figure(help_cell(*HEALTH_TOTAL, when), has(when, *HEALTH).sum()) for when in TIMES),
    Figure(CHANGED, pl.col("change_recorded").sum()),
    Figure(CHANGED, differs().sum()),
    Figure(CARRIED_OUT, _is("implementation", "full").sum()),
    Figure(PARTLY, _is("implementation", "part").sum()),
    Figure(RECEIVED, _is("implementation", "none").sum(), less=(CARRIED_OUT, PARTLY)),
    *(
        Figure(help_cell(PARALLEL, row, when), (has(when, *one) & has(when, *other)).sum())
        for when in TIMES
        for row, (one, other) in PARALLEL_ROWS.items()
    ),
]

_PLANS = [
    *_counts(
        3,
        "File",
        {
            "Substance abuse": _is("unit", "substance"),
            "Mental health": _is("unit", "mental"),
            "Child and family": _is("unit", "child_family"),
        },
    ),
    *_counts(3, "Number of SIPs", {row: _is("plans", number) for number, row in PLANS.items()}),
    Figure(MEAN_PLANS, pl.col("plans").mean(), decimals=1),
    *_counts(
        3,
        "Initiated SIP",
        {
            "Social service: substance abuse - assessment": _is("initiated_by", "substance_assessment"),
            "Health care: addiction treatment": _is("initiated_by", "addiction_care"),
            "Health care: outpatient psychiatric care": _is("initiated_by", "outpatient_psychiatry"),
            "Not documented": _unknown("initiated_by"),
        },
    ),
    *_counts(
        3,
        "Representation - social service",
        {
            "Substance abuse - assessment": pl.col("present_substance_assessment"),
            "Substance - treatment providers": pl.col("present_substance_treatment"),
            "Mental health - assessment": pl.col("present_social_assessment"),
            "Mental health - care/support providers": pl.col("present_social_support"),
            "Child and family - assessment": pl.col("present_child_family"),
            "Economic assistance": pl.col("present_economic_assistance"),
        },
    ),
    *_counts(
        3,
        "Representation - health care",
        {
            "Addiction treatment": pl.col("present_addiction_care"),
            "Outpatient psychiatric care": pl.col("present_outpatient_psychiatry"),
            "Inpatient psychiatric care": pl.col("present_inpatient_psychiatry"),
            "Primary care": pl.col("present_primary_care"),
            "(text) addiction treatment and psychiatric care both": (
                has("present", "addiction_care") & has("present", *PSYCHIATRY)
            ),
        },
    ),
    *_counts(
        3,
        "Other representation",
        {
            "Correctional probation": pl.col("present_correctional"),
            "Social insurance": pl.col("present_social_insurance"),
            "State employment service": pl.col("present_employment_service"),
        },
    ),
    *_counts(3, "User participation", {"Relative to user participated": pl.col("present_relative")}),
    *_counts(3, "Follow-up", {"(text) follow-up meeting held": pl.col("followed_up")}),
]

FIGURES: tuple[Figure, ...] = (*_PERSONS, *_HELP, *_PLANS)
