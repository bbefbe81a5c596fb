"""Shared users and their target groups, and what each user has in the period."""

from __future__ import annotations

import narwhals as nw

from metrics.indicator import Organisation, Tables
from metrics.populations.spans import Rows, at_period_end, during_period, marked

WORKING_AGE = (18, 64)


def shared_users(tables: Tables) -> Rows:
    """Persons known to both organisations, in service on the period's last day: one row per open spell."""
    shared = shared_spells(tables)
    return at_period_end(tables, shared).select("period_start", "period_end", "person", "unit")


def shared_spells(tables: Tables) -> Rows:
    """Every spell in service of persons known to both organisations: person, unit, from_on, to_on."""
    return tables["persons"].filter(nw.col("shared") == "yes").select("person", "unit", "from_on", "to_on")


def target_groups(tables: Tables) -> Rows:
    """The target groups a person belongs to in a period, by the service spells that touch it."""
    spells = during_period(tables, tables["persons"].select("person", "target_groups", "from_on", "to_on"))
    groups = spells.select("period_start", "person", group=nw.col("target_groups")).explode("group")
    return groups.filter(~nw.col("group").is_null()).unique()


def shared_users_by_group(tables: Tables, organisation: Organisation) -> Rows:
    """Shared users on the period's last day, once for each target group they are in.

    Out     period_start, person, category (the group; "" for one in none)
    """
    users = shared_users(tables).select("period_start", "person").unique()
    groups = users.join(target_groups(tables), on=["period_start", "person"], how="left")
    return groups.with_columns(category=nw.col("group").fill_null(""))


def shared_users_with_coordinator(tables: Tables) -> Rows:
    """Shared users, and whether a coordinator or case manager is named for them on the period's last day.

    Out     period_start, person, unit | has_coordinator
    """
    named = at_period_end(tables, tables["coordinators"].select("person", "from_on", "to_on"))
    return marked(shared_users(tables), named, "has_coordinator")


def shared_users_of_working_age(tables: Tables) -> Rows:
    """Shared users on the period's last day who have turned 18 but not 65 by the end of its year.

    Out     period_start, person, unit | occupation (work, study, organised_activity, none; null where not recorded)
    """
    spells = tables["persons"].filter(nw.col("shared") == "yes")
    spells = spells.select("person", "unit", "from_on", "to_on", "birth_year", "occupation")
    age = nw.col("period_end").dt.year().cast(nw.Int64) - nw.col("birth_year").cast(nw.Int64)
    found = at_period_end(tables, spells).filter(age.is_between(*WORKING_AGE))
    return found.select("period_start", "person", "unit", "occupation")


def shared_users_with_same_coordinator(tables: Tables) -> Rows:
    """Shared users in service both on the period's last day and a year before, and whether a coordinator is the same.

    Out     period_start, person, unit | same_coordinator
    Rule    one and the same person named on both days, in whatever role and whatever lay between
    """
    a_year_before = nw.col("period_end").dt.offset_by("-1y").cast(nw.Date())  # some engines make it a date-time
    then: Tables = {**tables, "periods": tables["periods"].with_columns(period_end=a_year_before)}
    whom = ["period_start", "person"]
    users = shared_users(tables).join(shared_users(then).select(whom).unique(), on=whom)
    named = tables["coordinators"].select("person", "coordinator", "from_on", "to_on")
    now, before = (at_period_end(at, named).select(*whom, "coordinator").unique() for at in (tables, then))
    return marked(users, now.join(before, on=[*whom, "coordinator"]), "same_coordinator")
