"""Ratings in CAN side by side: year by year, one year after the other, and user beside staff."""

from __future__ import annotations

import narwhals as nw

from metrics.indicator import Organisation, Tables
from metrics.populations.needs import KNOWN, latest_ratings
from metrics.populations.spans import Rows, within
from metrics.populations.users import target_groups

STATES = ("none", "met", "unmet")
"""What ratings 0, 1 and 2 say of a need."""

DAYS_APART = 30
"""How far apart user and staff may have rated and still speak of the same time."""


def profile(tables: Tables, organisation: Organisation) -> Rows:
    """How each person was rated in the year, by each rater and in each domain.

    Out     period_start, person, rater, domain | category (none, met, unmet, not_known)
    Rule    the year's latest known answer; "not known" only where no answer of the year is known
    """
    return within(tables, _of_each_year(tables["needs"]), "assessed_on").with_columns(category=_state("rating"))


def changes(tables: Tables, organisation: Organisation) -> Rows:
    """The same person's need by the same rater at the end of the year before and of this year.

    Out     period_start, person, unit, rater, domain | before, after (0, 1, 2), category ("met_unmet": met, then unmet)
    Rule    the latest known answer of each year; a person rated in one of them only is not counted
    """
    known = _of_each_year(tables["needs"].filter(nw.col("rating").is_in(KNOWN)))
    who = ["person", "rater", "domain"]
    after = within(tables, known, "assessed_on").with_columns(year=nw.col("year") - 1, after=nw.col("rating"))
    both = after.select("period_start", *who, "unit", "year", "after").join(
        known.select(*who, "year", before=nw.col("rating")), on=[*who, "year"]
    )
    return both.with_columns(category=_joined("before", "after"))


def pairs(tables: Tables, organisation: Organisation) -> Rows:
    """The user's and the staff's rating of the same need, made within thirty days of each other.

    Out     period_start, person, unit, domain | user, staff (0, 1, 2), category ("met_unmet": user met, staff unmet)
    Rule    one pair a year for each person and domain: the user's latest that the staff have rated beside, and the
            staff's of the same day, or else the latest within thirty days
    """
    known, who = tables["needs"].filter(nw.col("rating").is_in(KNOWN)), ["person", "domain"]
    user = within(tables, known.filter(nw.col("rater") == "user"), "assessed_on")
    user = user.select("period_start", *who, "unit", "assessed_on", user=nw.col("rating"))
    staff = known.filter(nw.col("rater") == "staff")
    staff = staff.select(*who, staff_on=nw.col("assessed_on"), staff=nw.col("rating"))
    near = user.join(staff, on=who).filter(
        nw.col("staff_on") <= _moved("assessed_on", DAYS_APART),
        nw.col("staff_on") >= _moved("assessed_on", -DAYS_APART),
    )
    near = near.with_columns(same_day=nw.col("staff_on") == nw.col("assessed_on"))
    order = ["assessed_on", "same_day", "staff_on", "user", "staff"]
    chosen = near.unique(["period_start", *who], keep="last", order_by=order)
    return chosen.with_columns(category=_joined("user", "staff"))


def agreeing(tables: Tables) -> Rows:
    """The pairs of `pairs`, and whether both say that the need is unmet or both that it is not.

    Out     period_start, person, unit, domain | agrees, pairs: how many the person has in the year
    """
    rows = pairs(tables, "region").with_columns(agrees=(nw.col("user") == 2) == (nw.col("staff") == 2))
    return rows.with_columns(pairs=_of_the_person())


def once_unmet(tables: Tables) -> Rows:
    """The needs a user rated as unmet the year before and has rated again this year.

    Out     period_start, person, unit, domain | resolved: no longer unmet; needs: how many the person has
    """
    own = changes(tables, "region").filter(nw.col("rater") == "user", nw.col("before") == 2)
    return own.with_columns(resolved=nw.col("after") < 2, needs=_of_the_person())


def needs_by_domain(tables: Tables) -> Rows:
    """The needs of each person, by the user's latest ratings of the year, met or not.

    Out     period_start, person, unit, part (the domain) | rating (1 or 2)
    """
    needs = latest_ratings(tables, "user").filter(nw.col("rating") > 0)
    return needs.with_columns(part=nw.col("domain").cast(nw.String()))


def unmet_by_group(tables: Tables, organisation: Organisation) -> Rows:
    """Users' own latest ratings of the year, once for each target group the person is in.

    Out     period_start, person, domain, category (the group) | inside: the need is unmet
    """
    rated = tables["needs"].filter(nw.col("rating").is_in(KNOWN), nw.col("rater") == "user")
    latest = within(tables, _of_each_year(rated), "assessed_on")
    rows = latest.join(target_groups(tables), on=["period_start", "person"])
    return rows.with_columns(category=nw.col("group"), inside=nw.col("rating") == 2)


def _of_each_year(answers: Rows) -> Rows:
    """The latest answer of each calendar year per person, rater and domain, a known one before one not known."""
    answers = answers.with_columns(
        year=nw.col("assessed_on").dt.year().cast(nw.Int64()), known=nw.col("rating").is_in(KNOWN)
    )
    order = ["known", "assessed_on", "assessment_id", "rating"]
    return answers.unique(["person", "rater", "domain", "year"], keep="last", order_by=order)


def _state(rating: str) -> nw.Expr:
    state = nw.when(nw.col(rating) == 0).then(nw.lit("none")).when(nw.col(rating) == 1).then(nw.lit("met"))
    return state.when(nw.col(rating) == 2).then(nw.lit("unmet")).otherwise(nw.lit("not_known"))


def _of_the_person() -> nw.Expr:
    """How many rows the person has in the period."""
    return nw.col("domain").count().over("period_start", "person")


def _joined(first: str, second: str) -> nw.Expr:
    return nw.concat_str([_state(first), _state(second)], separator="_")


def _moved(day: str, by: int) -> nw.Expr:
    return nw.col(day).dt.offset_by(f"{by}d").cast(nw.Date())  # some engines add days to a date-time
