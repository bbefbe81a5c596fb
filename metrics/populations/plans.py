"""Coordinated individual plans: who has one, which fall due, and what came of what was agreed."""

from __future__ import annotations

import narwhals as nw

from metrics.indicator import Organisation, Tables
from metrics.populations.agencies import SECTIONS, STATE
from metrics.populations.spans import Rows, marked, within
from metrics.populations.users import shared_users

DAYS_TO_FOLLOW_UP = 180  # where a plan names no date
_DOCUMENTED = (
    "prepared_on", "user_present", "user_wish_recorded", "motive_stated", "short_term_goals", "long_term_goals",
)  # fmt: skip


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


def plans_made(tables: Tables) -> Rows:
    """Plans whose meeting was held in the period, and what the document says.

    Out     period_start, person, unit | prepared_on, user_present, user_wish_recorded, motive_stated,
            short_term_goals, long_term_goals
    """
    return within(tables, tables["sip_plans"], "met_on").select("period_start", "person", "unit", *_DOCUMENTED)


def plans_followed_up(tables: Tables) -> Rows:
    """Plans whose follow-up meeting was held in the period.

    Out     period_start, person, unit | change (none, detail, substantial)
    """
    return within(tables, tables["sip_plans"], "followed_up_on").select("period_start", "person", "unit", "change")


def agencies_wanted(tables: Tables, organisation: Organisation) -> Rows:
    """The agencies `organisation` answers for at plans made in the period: needed there, or invited.

    Out     period_start, person, unit | present
    Rule    its own sections and, since the plans are those it leads and it is the one who invites, the state's
    """
    answered_for = (*SECTIONS[organisation], *STATE)
    wanted = tables["sip_participants"].filter(
        nw.col("agency").is_in(answered_for), nw.col("needed").fill_null(False) | nw.col("invited").fill_null(False)
    )
    return _of_plans_made(tables, wanted.select("plan_id", "present"), "present")


def interventions_to_decide(tables: Tables, owner: Organisation) -> Rows:
    """What `owner` agreed to in plans made in the period that takes a formal decision.

    Out     period_start, person, unit | decision_maker_present
    """
    own = tables["sip_interventions"].filter(nw.col("organisation") == owner, nw.col("needs_formal_decision"))
    return _of_plans_made(tables, own.select("plan_id", "decision_maker_present"), "decision_maker_present")


def interventions_followed_up(tables: Tables, owner: Organisation) -> Rows:
    """What `owner` agreed to do in plans followed up in the period, and what came of it.

    Out     period_start, person, unit | outcome (full, part, none)
    Rule    an intervention not yet due at the follow-up is not counted
    """
    plans = tables["sip_plans"].select("plan_id", "person", "unit", "followed_up_on")
    own = tables["sip_interventions"].filter(nw.col("organisation") == owner, nw.col("outcome") != "not_due")
    rows = own.select("plan_id", "outcome").join(plans, on="plan_id")
    return within(tables, rows, "followed_up_on").select("period_start", "person", "unit", "outcome")


def _of_plans_made(tables: Tables, rows: Rows, *columns: str) -> Rows:
    """`rows`, which belong to plans, in the period of their plan's meeting and with its person and unit."""
    plans = tables["sip_plans"].select("plan_id", "person", "unit", "met_on")
    return within(tables, rows.join(plans, on="plan_id"), "met_on").select("period_start", "person", "unit", *columns)
