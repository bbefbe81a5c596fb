"""Contacts of shared users, their days in a ward or a home, and what they waited for."""

from __future__ import annotations

import narwhals as nw

from metrics.indicator import Tables
from metrics.populations.spans import Rows, day_number, during_period, month_number, within
from metrics.populations.users import shared_users

CONTACTS = ("visit", "home_visit", "phone", "digital", "group", "day_activity")
SPELLS = ("inpatient_spell", "residential_spell")
ACCEPTED_WAIT = 30  # days from referral or notice to the first contact


def contacts_of_shared_users(tables: Tables) -> Rows:
    """Shared users on the period's last day and, below them, their contacts in the period by unit.

    Out     period_start, person, unit | contacts (0 on a person's own row)
    Rule    a contact the person did not come to is not counted; spells in a ward or a home are not contacts
    """
    # Counted per month first: a vault may hold millions of contacts, and only the counts need a period.
    counted = (
        _made(tables).with_columns(month_number=month_number("from_on")).group_by("month_number", "person", "unit")
    )
    counts = counted.agg(contacts=nw.len().cast(nw.Int64)).join(tables["months"], on="month_number")
    return _below_shared_users(tables, counts, "contacts")


def days_round_the_clock(tables: Tables) -> Rows:
    """Shared users on the period's last day and, below them, their nights in a ward or a home by unit.

    Out     period_start, person, unit | days (0 on a person's own row)
    """
    spells = tables["contacts"].filter(nw.col("contact_type").is_in(SPELLS))
    return _below_shared_users(tables, _nights(tables, spells), "days")


def days_waited(tables: Tables) -> Rows:
    """Shared users on the period's last day and, below them, their days of waiting by unit.

    Out     period_start, person, unit | days (0 on a person's own row)
    Rule    in a ward: the nights of the period from the day the person was ready to leave. For a first contact: the
            days beyond `ACCEPTED_WAIT`, in the period of the contact that ended the wait
    """
    ready = tables["contacts"].filter(
        nw.col("contact_type") == "inpatient_spell", ~nw.col("ready_for_discharge_on").is_null()
    )
    in_ward = _nights(tables, ready.with_columns(from_on=nw.col("ready_for_discharge_on")))
    referred = _made(tables).filter(~nw.col("referred_on").is_null())
    first = referred.group_by("person", "unit", "referred_on").agg(from_on=nw.col("from_on").min())
    waited = within(tables, first, "from_on").with_columns(
        days=day_number("from_on") - day_number("referred_on") - ACCEPTED_WAIT
    )
    columns = ["period_start", "person", "unit", "days"]
    waits = nw.concat([in_ward.select(columns), waited.filter(nw.col("days") > 0).select(columns)])
    return _below_shared_users(tables, waits, "days")


def _made(tables: Tables) -> Rows:
    """Contacts that came about; where nothing is noted, they did."""
    return tables["contacts"].filter(
        nw.col("contact_type").is_in(CONTACTS), nw.col("attended").is_null() | nw.col("attended")
    )


def _nights(tables: Tables, spells: Rows) -> Rows:
    """Each spell once for every period it touches, with `days`: its nights there.

    Rule    a night belongs to the day it begins, so a spell's nights in all periods are its length, and whoever moves
            from one ward to another is nowhere twice; a spell without an end goes on
    """
    after = day_number("period_end") + 1
    until = nw.coalesce(day_number("to_on"), after)
    first = nw.max_horizontal(day_number("from_on"), day_number("period_start"))
    here = during_period(tables, spells.select("person", "unit", "from_on", "to_on"))
    return here.with_columns(days=nw.min_horizontal(until, after) - first)


def _below_shared_users(tables: Tables, found: Rows, amount: str) -> Rows:
    """Shared users on the period's last day with 0 and, below them, what is `found` of theirs in the period."""
    users = shared_users(tables)
    theirs = found.join(users.select("period_start", "person").unique(), on=["period_start", "person"])
    columns = ["period_start", "person", "unit", amount]
    own_rows = users.with_columns(nw.lit(0).cast(nw.Int64).alias(amount)).select(columns)
    return nw.concat([own_rows, theirs.select(columns)])
