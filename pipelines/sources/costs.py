"""What it cost: lines or month totals from the ledger, with the budget beside them."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from metrics.problem import Text
from pipelines.contract import Broken, Contract, Source, amount, code, day, month, text, unit


class Costs(Contract):
    """One row per ledger line or month total."""

    unit = unit()
    month = month("Månad", "Month")
    account = text("Konto", "Account")
    activity = text("Verksamhet", "Activity")
    cost_type = text("Kostnadsslag", "Kind of cost")
    amount_sek = amount("Belopp i kronor", "Amount in SEK")
    budget_sek = amount("Budget i kronor", "Budget in SEK", nullable=True)
    funding = code(
        ("base", "temporary", "project", "purchased"),
        "Finansiering: ram, tillfällig, projekt, köp från den andra organisationen",
        "Funding: base, temporary, project, purchased from the other organisation",
    )
    temporary_until = day("Tillfälliga medel gäller till", "Temporary funds last until", nullable=True, personal=False)

    @dy.rule()
    def cost_negative(cls) -> pl.Expr:
        # Accounts of class 3 are income: a credit there is a minus by design.
        return (pl.col("amount_sek") >= 0) | pl.col("account").str.starts_with("3")

    @dy.rule()
    def ends_before_month(cls) -> pl.Expr:
        return pl.col("temporary_until") >= pl.col("month")


def first_of_month(frame: pl.DataFrame) -> pl.DataFrame:
    """Months by their first day, whatever day the ledger wrote."""
    return frame.with_columns(pl.col("month").dt.month_start())


SOURCE = Source(
    name="costs",
    label=Text("Kostnader", "Costs"),
    one_row=Text("kostnadsrad", "cost line"),
    schema=Costs,
    pace="month",
    unique=(
        "unit",
        "month",
        "account",
        "activity",
        "cost_type",
        "amount_sek",
        "budget_sek",
        "funding",
        "temporary_until",
    ),
    same=("unit", "month", "account", "activity", "cost_type", "funding"),
    rules={
        "cost_negative": Broken(
            column="amount_sek",
            text=Text(
                "minusbelopp på ett konto som inte är ett intäktskonto (klass 3)",
                "a negative amount on an account that is not income (class 3)",
            ),
        ),
        "ends_before_month": Broken(
            column="temporary_until",
            text=Text("de tillfälliga medlen slutar före månaden", "the temporary funds end before the month"),
        ),
    },
    tidy=first_of_month,
)
