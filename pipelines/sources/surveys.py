"""What surveys have shown: results per question and unit, never answers of anyone."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from metrics.problem import Text
from pipelines import reported
from pipelines.contract import Broken, Contract, Source, figure, reason, reference, tally, unit


class Surveys(Contract):
    """One row per published result."""

    instrument = reference("Undersökning", "Survey")
    item = reference("Fråga eller index", "Question or index")
    unit = unit()
    period = reported.period("Period", "Period")
    value = figure("Resultat", "Result", nullable=True)
    respondents = tally("Antal svarande", "Number of respondents", nullable=True)
    invited = tally("Antal tillfrågade", "Number invited", nullable=True)
    status = reason(
        "value",
        "Om resultatet finns, och annars varför inte: finns, dolt, saknas, inte aktuellt",
        "Whether there is a result, and if not why: there, hidden, missing, does not apply",
    )

    @dy.rule()
    def period_unclear(cls) -> pl.Expr:
        return reported.is_clear(pl.col("period"))

    @dy.rule()
    def more_answers_than_asked(cls) -> pl.Expr:
        return pl.col("respondents") <= pl.col("invited")

    @dy.rule()
    def result_of_nobody(cls) -> pl.Expr:
        return (pl.col("respondents") > 0) | pl.col("value").is_null()


SOURCE = Source(
    name="surveys",
    label=Text("Enkäter", "Surveys"),
    one_row=Text("publicerat resultat", "published result"),
    schema=Surveys,
    unique=("instrument", "item", "unit", "period"),
    rules={
        "period_unclear": reported.UNCLEAR,
        "more_answers_than_asked": Broken(
            column="respondents", text=Text("fler svarande än tillfrågade", "more respondents than invited")
        ),
        "result_of_nobody": Broken(
            column="value", text=Text("ett resultat som ingen har svarat på", "a result nobody has answered for")
        ),
    },
    tidy=reported.evened,
)
