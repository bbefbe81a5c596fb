"""Contacts of shared users."""

from __future__ import annotations

import narwhals as nw

from metrics.indicator import Tables
from metrics.populations.spans import Rows, month_number
from metrics.populations.users import shared_users

CONTACTS = ("visit", "home_visit", "phone", "digital", "group", "day_activity")


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
