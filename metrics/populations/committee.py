"""What the committee's register says of its own work: meetings, seats, decisions, agreements, improvement cycles.

In      the tables of the register's source (`pipelines.register_source`)
Out     period_start, party (whose figure the row belongs to) | what the sums need
"""

from __future__ import annotations

import narwhals as nw

from metrics.indicator import Organisation, Tables
from metrics.populations.spans import Rows, day_number, month_number, within

DAYS_A_MONTH = 365.25 / 12
DAYS_A_YEAR = 366  # with a leap day in it, so that no cycle gets less than twelve months


def longest_gap(tables: Tables, organisation: Organisation) -> Rows:
    """The longest time without a meeting that each period has known.

    Out     period_start, party | days
    Rule    between two meetings, in the period of the later one; and from the last meeting to the period's last day,
            or a committee that stopped meeting would have no gap at all
    """
    held = tables["meetings"].select("held_on").unique()
    pairs = held.join(held.select(before=nw.col("held_on")), how="cross").filter(nw.col("before") < nw.col("held_on"))
    between = pairs.group_by("held_on").agg(before=nw.col("before").max())
    ended = within(tables, between, "held_on").select("period_start", "before", until=nw.col("held_on"))
    so_far = held.join(tables["periods"], how="cross").filter(nw.col("held_on") <= nw.col("period_end"))
    open_ = so_far.group_by("period_start", "period_end").agg(before=nw.col("held_on").max())
    gaps = nw.concat([ended, open_.select("period_start", "before", until=nw.col("period_end"))])
    days = gaps.with_columns(days=day_number("until") - day_number("before"))
    return days.group_by("period_start").agg(days=nw.col("days").max()).with_columns(party=nw.lit(organisation))


def seats(tables: Tables, organisation: Organisation) -> Rows:
    """Each seat at each meeting, an organisation's own and the associations'.

    Out     period_start, party | attended
    """
    own = tables["seats"].filter(nw.col("party").is_in([organisation, "association"]))
    return within(tables, own, "held_on").select("period_start", "party", "attended")


def follow_ups_due(tables: Tables, organisation: Organisation) -> Rows:
    """Follow-ups of the organisation's decisions, in the period they were due.

    Out     period_start, party | in_time
    """
    own = _owned(tables, "follow_ups", organisation)
    in_time = (nw.col("recorded_on") <= nw.col("due_on")).fill_null(False)
    return within(tables, own, "due_on").with_columns(in_time=in_time)


def agreements_in_force(tables: Tables, organisation: Organisation) -> Rows:
    """The middle age, since its last revision, of the agreements the organisation owns at each period's end.

    In      agreements  one row per agreement, or one per revision of it
    Out     period_start, party | months
    Rule    months since the latest revision that had been made by then; the day it began is its first
    """
    rows = _owned(tables, "agreements", organisation).with_columns(
        revised_on=nw.coalesce(nw.col("revised_on"), nw.col("valid_from"))
    )
    at_end = rows.join(tables["periods"], how="cross").filter(
        nw.col("valid_from") <= nw.col("period_end"),
        nw.col("valid_to").is_null() | (nw.col("valid_to") >= nw.col("period_end")),
    )
    known = at_end.filter(nw.col("revised_on") <= nw.col("period_end"))
    latest = known.group_by("period_start", "period_end", "agreement_id").agg(since=nw.col("revised_on").max())
    months = (day_number("period_end") - day_number("since")) / DAYS_A_MONTH
    aged = latest.with_columns(months=months)
    return aged.group_by("period_start").agg(months=nw.col("months").median()).with_columns(party=nw.lit(organisation))


def cycles_a_year_on(tables: Tables, organisation: Organisation) -> Rows:
    """The organisation's improvement cycles, in the period that ends twelve months after the one they began in.

    Out     period_start, party | closed (within twelve months, with a measure before and after)
    Rule    every cycle gets the same time, and its period's figure does not change when it is closed later
    """
    own = _owned(tables, "cycles", organisation).with_columns(month_number=month_number("started_on") + 12)
    took = day_number("closed_on") - day_number("started_on")
    closed = ((took <= DAYS_A_YEAR) & nw.col("has_measured_result")).fill_null(False)
    return own.join(tables["months"], on="month_number").with_columns(closed=closed)


def _owned(tables: Tables, table: str, organisation: Organisation) -> Rows:
    """The rows of an organisation, and those that both own together, which each is answerable for."""
    own = tables[table].filter(nw.col("organisation").is_in([organisation, "joint"]))
    return own.with_columns(party=nw.lit(organisation))
