"""Ledger lines of the jointly run units, and the users their money was spent on."""

from __future__ import annotations

import narwhals as nw

from metrics.indicator import Tables
from metrics.populations.spans import Rows, during_period, within
from metrics.populations.users import shared_spells


def ledger(tables: Tables) -> Rows:
    """The ledger lines of the jointly run units.

    Out     period_start, unit | amount_sek (income is negative), person (always null)
    """
    lines = within(tables, tables["costs"].select("unit", "month", "amount_sek"), "month")
    nobody = nw.lit(None).cast(nw.String())
    return lines.with_columns(person=nobody).select("period_start", "person", "unit", "amount_sek")


def ledger_and_budget(tables: Tables) -> Rows:
    """The ledger lines of the jointly run units, each with its budget.

    Out     period_start, unit | amount_sek, budget_sek (0 where the line has none: what was not budgeted deviates)
    """
    lines = tables["costs"].select("unit", "month", "amount_sek", budget_sek=nw.col("budget_sek").fill_null(0.0))
    return within(tables, lines, "month").select("period_start", "unit", "amount_sek", "budget_sek")


def ledger_and_users_served(tables: Tables) -> Rows:
    """Ledger lines, and below them the shared users in service at any time in the period.

    Out     period_start, person (null on a ledger line), unit | amount_sek (0 on a person)
    """
    served = during_period(tables, shared_spells(tables)).with_columns(amount_sek=nw.lit(0.0))
    return nw.concat([ledger(tables), served.select("period_start", "person", "unit", "amount_sek")])
