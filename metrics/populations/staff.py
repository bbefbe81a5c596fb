"""The staff of the jointly run units, and what they have learnt together."""

from __future__ import annotations

import narwhals as nw

from metrics.indicator import Tables
from metrics.populations.spans import Rows, last_twelve_months


def staff_trained(tables: Tables) -> Rows:
    """Staff members once for every training in the last twelve months.

    Out     period_start, person (the staff member), unit | joint
    """
    trained = tables["staff_development"].select("unit", "joint", "on", person=nw.col("staff"))
    return last_twelve_months(tables, trained, "on")
