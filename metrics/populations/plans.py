"""Coordinated individual plans: who has one, which fall due, and what came of what was agreed."""

from __future__ import annotations

import narwhals as nw

from metrics.indicator import Organisation, Tables
from metrics.populations.spans import Rows, marked, within
from metrics.populations.users import shared_users

DAYS_TO_FOLLOW_UP = 180  # where a plan names no date


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
