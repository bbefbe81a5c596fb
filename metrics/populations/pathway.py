"""A plan step by step: prepared, met, agreed on, followed up in time, carried out; and who was needed and came."""

from __future__ import annotations

import narwhals as nw

from metrics.indicator import Organisation, Tables
from metrics.populations.agencies import AGENCIES, STATE
from metrics.populations.plans import DAYS_TO_FOLLOW_UP
from metrics.populations.spans import Rows, within

EDGES = (30, 60, 90, 120, 150, 180, 210, 240, 300, 365, 545)
"""Last days of the bins that the time from meeting to follow-up is counted in."""

OUTSIDE = (*STATE, "relative_or_other")
STEPS = (
    "prepared", "user_present", "user_heard", "agencies_present", "mandate", "needs_stated", "own_part", "others_part",
    "responsible_named", "followed_up_in_time", "carried_out", "changed",
)  # fmt: skip
NOT_DOCUMENTED = "not_documented"


def follow_up(tables: Tables, organisation: Organisation) -> Rows:
    """Plans made in the period, once for each bin they had still to be followed up in.

    Out     period_start, person, unit, category (last day of the bin) | inside: followed up in the bin
    Rule    a plan is seen until the last day counted and no longer, in its last bin too; one that was closed without
            a follow-up still waits: closing does not excuse it
    """
    return _in_every_bin(tables, within(tables, tables["sip_plans"], "met_on"))


def follow_up_once_due(tables: Tables, organisation: Organisation) -> Rows:
    """The same in the period in which 180 days had passed since the meeting.

    Rule    every plan could be seen for as long as a follow-up usually takes: in the period of the meeting itself
            most of the latest would still wait, however well they went
    """
    plans = tables["sip_plans"].with_columns(usual_on=_days_after("met_on", DAYS_TO_FOLLOW_UP))
    return _in_every_bin(tables, within(tables, plans, "usual_on"))


def steps(tables: Tables, organisation: Organisation) -> Rows:
    """Plans made in the period, once for each step that could be taken.

    Out     period_start, person, category (a step) | inside: it was
    Rule    a step that was not called for is not counted: no agency was needed, no decision to be made, nothing due
    """
    plans = within(tables, tables["sip_plans"], "met_on")
    plans = plans.join(_of_participants(tables), on="plan_id", how="left")
    plans = plans.join(_of_interventions(tables), on="plan_id", how="left").join(_seen_to(tables), how="cross")
    due_on = nw.coalesce(nw.col("follow_up_due_on"), nw.col("met_on").dt.offset_by(f"{DAYS_TO_FOLLOW_UP}d"))
    due_on = due_on.cast(nw.Date())
    followed = ~nw.col("followed_up_on").is_null()
    done = plans.select(
        "period_start",
        "person",
        prepared=~nw.col("prepared_on").is_null(),
        user_present=_known(nw.col("user_present")),
        user_heard=_known(nw.col("user_wish_recorded")),
        agencies_present=nw.col("needed") == nw.col("needed_present"),
        mandate=_only(nw.col("formal") > 0, nw.col("formal") == nw.col("decided")),
        needs_stated=_known(nw.col("needs_stated")),
        own_part=_known(nw.col("interventions") > 0),
        others_part=_only(nw.col("outside") > 0, nw.col("outside_present") > 0),
        responsible_named=~nw.col("responsible_principal").is_null(),
        followed_up_in_time=_only(due_on <= nw.col("seen_to"), _known(nw.col("followed_up_on") <= due_on)),
        carried_out=_only(followed & (nw.col("due") > 0), nw.col("due") == nw.col("done")),
        changed=_only(followed, _known(nw.col("change").is_in(("detail", "substantial")))),
    )
    return _one_row_a_step(done)


def initiators(tables: Tables, organisation: Organisation) -> Rows:
    """Plans made in the period, by who took the initiative.

    Out     period_start, person, category (an agency, or not documented)
    Rule    the source is free text: what is not the name of an agency is not documented as one
    """
    plans = within(tables, tables["sip_plans"], "met_on")
    known = nw.col("initiated_by").is_in(AGENCIES).fill_null(False)
    category = nw.when(known).then(nw.col("initiated_by")).otherwise(nw.lit(NOT_DOCUMENTED))
    return plans.with_columns(category=category)


def agencies(tables: Tables, organisation: Organisation) -> Rows:
    """Plans made in the period that list who takes part, once for each agency and role.

    Out     period_start, person, category ("invited:primary_care") | inside
    Rule    needed is seen against all these plans, whether they list the agency or not; invited and present against
            those that needed it
    """
    listed = tables["sip_participants"]
    plans = within(tables, tables["sip_plans"], "met_on").select("period_start", "person", "plan_id")
    plans = plans.join(listed.select("plan_id").unique(), on="plan_id")
    needed = plans.join(listed.filter(nw.col("needed")), on="plan_id")
    columns = ["period_start", "person"]
    rows = [
        needed.select(*columns, category=_role(role), inside=_known(nw.col(role))) for role in ("invited", "present")
    ]
    needing = needed.select("plan_id", "agency").unique().with_columns(inside=nw.lit(True))
    every = plans.join(listed.select("agency").unique(), how="cross").join(
        needing, on=["plan_id", "agency"], how="left"
    )
    return nw.concat([every.select(*columns, category=_role("needed"), inside=_known(nw.col("inside"))), *rows])


def _role(role: str) -> nw.Expr:
    return nw.concat_str([nw.lit(role), nw.col("agency")], separator=":")


def _one_row_a_step(plans: Rows) -> Rows:
    """Each plan once for every step that is not unknown, by way of a text: no other way does it in every engine."""
    marks = [
        nw.when(nw.col(step)).then(nw.lit(f"{step}:yes")).when(~nw.col(step)).then(nw.lit(f"{step}:no"))
        for step in STEPS
    ]
    told = plans.with_columns(step=nw.concat_str(marks, separator=";", ignore_nulls=True).str.split(";"))
    parts = told.select("period_start", "person", "step").explode("step").with_columns(nw.col("step").str.split(":"))
    return parts.select(
        "period_start", "person", category=nw.col("step").list.get(0), inside=nw.col("step").list.get(1) == "yes"
    )


def _in_every_bin(tables: Tables, plans: Rows) -> Rows:
    seen = plans.join(_seen_to(tables), how="cross")
    seen = seen.select("period_start", "person", "unit", "met_on", "followed_up_on", "seen_to")
    return nw.concat([_in_bin(seen, start, end) for start, end in zip((-1, *EDGES), EDGES, strict=False)])


def _in_bin(plans: Rows, start: int, end: int) -> Rows:
    """The plans that were still seen, and not yet followed up, when the bin began."""
    followed = nw.col("followed_up_on") <= nw.col("seen_to")
    began = _days_after("met_on", start + 1) if start > 0 else nw.col("met_on")
    waiting = nw.col("followed_up_on").is_null() | ~followed | (nw.col("followed_up_on") >= began)
    here = plans.filter(waiting, began <= nw.col("seen_to"))
    inside = followed & (nw.col("followed_up_on") <= _days_after("met_on", end))
    return here.select("period_start", "person", "unit", category=nw.lit(str(end)), inside=_known(inside))


def _seen_to(tables: Tables) -> Rows:
    """The last day counted, on one row."""
    return tables["periods"].select(seen_to=nw.col("period_end").max())


def _of_participants(tables: Tables) -> Rows:
    """Per plan: agencies needed, those of them present, and the same for those outside the two organisations."""
    needed = tables["sip_participants"].filter(nw.col("needed"))
    is_present, is_outside = _known(nw.col("present")), nw.col("agency").is_in(OUTSIDE)
    return needed.group_by("plan_id").agg(
        needed=nw.len(),
        needed_present=_count(is_present),
        outside=_count(is_outside),
        outside_present=_count(is_outside & is_present),
    )


def _of_interventions(tables: Tables) -> Rows:
    """Per plan: what was agreed, what of it takes a decision, and what was due and done, wholly or in part."""
    is_formal = _known(nw.col("needs_formal_decision"))
    return (
        tables["sip_interventions"]
        .group_by("plan_id")
        .agg(
            interventions=nw.len(),
            formal=_count(is_formal),
            decided=_count(is_formal & _known(nw.col("decision_maker_present"))),
            due=_count(_known(nw.col("outcome") != "not_due")),
            done=_count(_known(nw.col("outcome").is_in(("full", "part")))),
        )
    )


def _count(truth: nw.Expr) -> nw.Expr:
    return truth.cast(nw.Int64()).sum()


def _known(truth: nw.Expr) -> nw.Expr:
    """The truth, where what is not recorded is not so."""
    return truth.fill_null(False)


def _only(called_for: nw.Expr, truth: nw.Expr) -> nw.Expr:
    """The truth where it is called for, unknown elsewhere."""
    return nw.when(called_for).then(truth)


def _days_after(day: str, days: int) -> nw.Expr:
    return nw.col(day).dt.offset_by(f"{days}d").cast(nw.Date())  # some engines add days to a date-time
