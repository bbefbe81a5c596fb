"""Who coordinates for whom: assignments of coordinators and case managers."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from metrics.problem import Text
from pipelines.contract import Broken, Contract, Source, code, day, pseudonym, unit


class Coordinators(Contract):
    """One row per assignment."""

    person = pseudonym("Personens pseudonym", "The person's pseudonym", person=True)
    coordinator = pseudonym("Samordnarens pseudonym", "The coordinator's pseudonym")
    role = code(
        ("coordinator", "case_manager", "multi_case_manager"),
        "Uppdrag: samordnare, case manager, case manager i flera enheter",
        "Role: coordinator, case manager, case manager for several units",
    )
    unit = unit()
    from_on = day("Uppdragets första dag", "First day of the assignment", happened=True)
    to_on = day("Uppdragets sista dag, tomt om pågående", "Last day of the assignment, empty if ongoing", nullable=True)

    @dy.rule()
    def dates_reversed(cls) -> pl.Expr:
        return pl.col("from_on") <= pl.col("to_on")


SOURCE = Source(
    name="coordinators",
    label=Text("Samordnare", "Coordinators"),
    one_row=Text("uppdrag", "assignment"),
    schema=Coordinators,
    standing=True,
    unique=("person", "coordinator", "role", "unit", "from_on"),
    rules={
        "dates_reversed": Broken(
            column="to_on",
            text=Text("uppdraget slutar innan det börjar", "the assignment ends before it begins"),
        ),
    },
)
