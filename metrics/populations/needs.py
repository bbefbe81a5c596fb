"""Needs as rated in CAN, and whose have been rated."""

from __future__ import annotations

import narwhals as nw

from metrics.indicator import Rater, Tables
from metrics.populations.spans import Rows, last_twelve_months, marked, month_number
from metrics.populations.users import shared_users

KNOWN = (0, 1, 2)  # 9 is "not known": it lowers completeness, never the score


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
