"""Who and what is counted: one row per counted thing and period, shared by the indicators.

In      the source tables and the calendars of `metrics.indicator.Tables`
Out     period_start, person, unit | what the indicator's sums need
Rule    the same functions run on drawn Polars tables and on a vault in DuckDB
"""

from __future__ import annotations

from typing import Any

import narwhals as nw

from metrics.indicator import Organisation, Rater, Tables

Rows = nw.LazyFrame[Any]

KNOWN = (0, 1, 2)  # 9 is "not known": it lowers completeness, never the score
CONTACTS = ("visit", "home_visit", "phone", "digital", "group", "day_activity")
DAYS_TO_FOLLOW_UP = 180  # where a plan names no date


def month_number(day: str) -> nw.Expr:
    """The calendar month of column `day` as a number that rises by one a month."""
    return nw.col(day).dt.year().cast(nw.Int64) * 12 + nw.col(day).dt.month().cast(nw.Int64) - 1


def within(tables: Tables, rows: Rows, day: str) -> Rows:
    """`rows` with the period that `day` lies in; rows outside the data window are left out."""
    return rows.with_columns(month_number=month_number(day)).join(tables["months"], on="month_number")


def last_twelve_months(tables: Tables, rows: Rows, day: str) -> Rows:
    """`rows` once for every period whose last twelve months hold `day`."""
    return rows.with_columns(month_number=month_number(day)).join(tables["year_back"], on="month_number")


def at_period_end(tables: Tables, rows: Rows) -> Rows:
    """`rows` once for every period on whose last day they are in force; `to_on` is the last day itself."""
    spans = rows.join(tables["periods"], how="cross")
    return spans.filter(
        nw.col("from_on") <= nw.col("period_end"),
        nw.col("to_on").is_null() | (nw.col("to_on") >= nw.col("period_end")),
    )


def during_period(tables: Tables, rows: Rows) -> Rows:
    """`rows` once for every period they touch, if only for a day."""
    spans = rows.join(tables["periods"], how="cross")
    return spans.filter(
        nw.col("from_on") <= nw.col("period_end"),
        nw.col("to_on").is_null() | (nw.col("to_on") >= nw.col("period_start")),
    )


def marked(rows: Rows, found: Rows, name: str) -> Rows:
    """`rows` with a truth `name`: whether the person is in `found` for the same period."""
    flags = found.select("period_start", "person").unique().with_columns(nw.lit(True).alias(name))
    return rows.join(flags, on=["period_start", "person"], how="left").with_columns(nw.col(name).fill_null(False))


def shared_users(tables: Tables) -> Rows:
    """Persons known to both organisations, in service on the period's last day: one row per open spell."""
    shared = _shared_spells(tables)
    return at_period_end(tables, shared).select("period_start", "period_end", "person", "unit")


def _shared_spells(tables: Tables) -> Rows:
    return tables["persons"].filter(nw.col("shared") == "yes").select("person", "unit", "from_on", "to_on")


def target_groups(tables: Tables) -> Rows:
    """The target groups a person belongs to in a period, by the service spells that touch it."""
    spells = during_period(tables, tables["persons"].select("person", "target_groups", "from_on", "to_on"))
    groups = spells.select("period_start", "person", group=nw.col("target_groups")).explode("group")
    return groups.filter(~nw.col("group").is_null()).unique()


def latest_ratings(tables: Tables, rater: Rater) -> Rows:
    """The latest known rating per person and domain in the twelve months up to the period's end.

    Out     period_start, person, domain | rating (0, 1, 2), unit of the person's latest assessment
    Rule    a 9 never replaces an earlier answer; of two answers the same day the later assessment counts
    """
    age = ["assessed_on", "assessment_id"]
    answers = tables["needs"].filter(nw.col("rater") == rater, nw.col("rating").is_in(KNOWN))
    answers = last_twelve_months(tables, answers, "assessed_on")
    latest = answers.unique(["period_start", "person", "domain"], keep="last", order_by=[*age, "rating"])
    unit = answers.unique(["period_start", "person"], keep="last", order_by=[*age, "unit"])
    return latest.select("period_start", "person", "domain", "rating").join(
        unit.select("period_start", "person", "unit"), on=["period_start", "person"]
    )


def needs_met(tables: Tables, rater: Rater) -> Rows:
    """Each person's needs and how many of them are met, from the latest ratings.

    Out     period_start, person, unit | met, needs (met and unmet together)
    """
    needs = latest_ratings(tables, rater).filter(nw.col("rating") > 0)
    return needs.group_by("period_start", "person", "unit").agg(
        met=(nw.col("rating") == 1).cast(nw.Int64).sum().cast(nw.Int64),
        needs=nw.len().cast(nw.Int64),
    )


def shared_users_assessed(tables: Tables) -> Rows:
    """Shared users, and whether user and staff have both answered a CAN in the last twelve months.

    Out     period_start, person, unit | rated_by_user, rated_by_staff
    """
    answers = tables["needs"].filter(nw.col("rating").is_in(KNOWN))
    answers = answers.with_columns(month_number=month_number("assessed_on"))
    # A person's many answers in a month are one fact here, and one row is cheaper to carry into four quarters.
    answers = answers.select("person", "rater", "month_number").unique().join(tables["year_back"], on="month_number")
    users = marked(shared_users(tables), answers.filter(nw.col("rater") == "user"), "rated_by_user")
    return marked(users, answers.filter(nw.col("rater") == "staff"), "rated_by_staff")


def shared_users_with_plan(tables: Tables) -> Rows:
    """Shared users, and whether a plan of theirs is active on the period's last day.

    Out     period_start, person, unit | has_plan
    Rule    active from the meeting until the day it is closed, that day not included
    """
    plans = tables["sip_plans"].select("person", "met_on", "closed_on").join(tables["periods"], how="cross")
    active = plans.filter(
        nw.col("met_on") <= nw.col("period_end"),
        nw.col("closed_on").is_null() | (nw.col("closed_on") > nw.col("period_end")),
    )
    return marked(shared_users(tables), active, "has_plan")


def shared_users_with_coordinator(tables: Tables) -> Rows:
    """Shared users, and whether a coordinator or case manager is named for them on the period's last day.

    Out     period_start, person, unit | has_coordinator
    """
    named = at_period_end(tables, tables["coordinators"].select("person", "from_on", "to_on"))
    return marked(shared_users(tables), named, "has_coordinator")


def plans_due(tables: Tables) -> Rows:
    """Plans whose follow-up falls due in the period.

    Out     period_start, person, unit | due_on, followed_up_on
    Rule    due on the agreed date, or 180 days after the meeting where none was agreed; closing a plan
            does not excuse its follow-up
    """
    unstated = nw.col("met_on").dt.offset_by(f"{DAYS_TO_FOLLOW_UP}d")
    due_on = nw.coalesce(nw.col("follow_up_due_on"), unstated).cast(nw.Date())  # some engines add days to a date-time
    plans = tables["sip_plans"].with_columns(due_on=due_on)
    return within(tables, plans, "due_on").select("period_start", "person", "unit", "due_on", "followed_up_on")


def interventions_followed_up(tables: Tables, owner: Organisation) -> Rows:
    """What `owner` agreed to do in plans followed up in the period, and what came of it.

    Out     period_start, person, unit | outcome (full, part, none)
    Rule    an intervention not yet due at the follow-up is not counted
    """
    plans = tables["sip_plans"].select("plan_id", "person", "unit", "followed_up_on")
    own = tables["sip_interventions"].filter(nw.col("organisation") == owner, nw.col("outcome") != "not_due")
    rows = own.select("plan_id", "outcome").join(plans, on="plan_id")
    return within(tables, rows, "followed_up_on").select("period_start", "person", "unit", "outcome")


def ledger(tables: Tables) -> Rows:
    """The ledger lines of the jointly run units.

    Out     period_start, unit | amount_sek (income is negative), person (always null)
    """
    lines = within(tables, tables["costs"].select("unit", "month", "amount_sek"), "month")
    nobody = nw.lit(None).cast(nw.String())
    return lines.with_columns(person=nobody).select("period_start", "person", "unit", "amount_sek")


def ledger_and_users_served(tables: Tables) -> Rows:
    """Ledger lines, and below them the shared users in service at any time in the period.

    Out     period_start, person (null on a ledger line), unit | amount_sek (0 on a person)
    """
    served = during_period(tables, _shared_spells(tables)).with_columns(amount_sek=nw.lit(0.0))
    return nw.concat([ledger(tables), served.select("period_start", "person", "unit", "amount_sek")])


def contacts_of_shared_users(tables: Tables) -> Rows:
    """Shared users on the period's last day and, below them, their contacts in the period by unit.

    Out     period_start, person, unit | contacts (0 on a person's own row)
    Rule    a contact the person did not come to is not counted; spells in a ward or a home are not contacts
    """
    users = shared_users(tables)
    made = tables["contacts"].filter(
        nw.col("contact_type").is_in(CONTACTS), nw.col("attended").is_null() | nw.col("attended")
    )
    # Counted per month first: a vault may hold millions of contacts, and only the counts need a period.
    counted = made.with_columns(month_number=month_number("from_on")).group_by("month_number", "person", "unit")
    counts = counted.agg(contacts=nw.len().cast(nw.Int64)).join(tables["months"], on="month_number")
    theirs = counts.join(users.select("period_start", "person").unique(), on=["period_start", "person"])
    columns = ["period_start", "person", "unit", "contacts"]
    own_rows = users.with_columns(contacts=nw.lit(0).cast(nw.Int64)).select(columns)
    return nw.concat([own_rows, theirs.select(columns)])
