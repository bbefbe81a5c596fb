"""Contacts of shared users by kind."""

from __future__ import annotations

import narwhals as nw

from metrics.indicator import Organisation, Tables
from metrics.populations.contacts import CONTACTS
from metrics.populations.spans import Rows, month_number
from metrics.populations.users import shared_users


def contacts_by_type(tables: Tables, organisation: Organisation) -> Rows:
    """Shared users on the period's last day and, below them, their contacts in the period by kind.

    Out     period_start, person, category (contact type; "" on a person's own row) | amount, how many
    Rule    a contact the person did not come to is not counted; where nothing is noted, they came
    """
    users = shared_users(tables).select("period_start", "person").unique()
    made = tables["contacts"].filter(
        nw.col("contact_type").is_in(CONTACTS), nw.col("attended").is_null() | nw.col("attended")
    )
    by_month = made.with_columns(month_number=month_number("from_on"), category=nw.col("contact_type"))
    counts = by_month.group_by("month_number", "person", "category").agg(amount=nw.len().cast(nw.Int64))
    theirs = counts.join(tables["months"], on="month_number").join(users, on=["period_start", "person"])
    columns = ["period_start", "person", "category", "amount"]
    own_rows = users.with_columns(category=nw.lit(""), amount=nw.lit(0).cast(nw.Int64)).select(columns)
    return nw.concat([own_rows, theirs.select(columns)])
