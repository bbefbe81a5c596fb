"""Coordinated individual plans (SIP): for each person one after another, each met, followed up or not, and renewed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from metrics.indicator import ORGANISATIONS, Organisation
from sample_data.days import FIRST, FOLLOW_UP_DECISION, LAST, NEVER, Days, Flags, column, workday
from sample_data.draws import Numbers, names, pick, stream
from sample_data.people import People, Side
from sample_data.places import DUAL, UNITS

AGENCIES: dict[Organisation, tuple[str, ...]] = {
    "region": ("inpatient_psychiatry", "outpatient_psychiatry", "addiction_care", "primary_care"),
    "municipality": (
        "social_assessment", "social_support", "substance_assessment", "substance_treatment",
        "economic_assistance", "child_family",
    ),
}  # fmt: skip
OTHERS = ("social_insurance", "employment_service", "correctional", "relative_or_other")
ALL_AGENCIES = (*AGENCIES["region"], *AGENCIES["municipality"], *OTHERS)

_IN_TIME: dict[Organisation, tuple[float, float]] = {  # share followed up in time, before and after the decision
    "region": (0.51, 0.775),
    "municipality": (0.63, 0.63),
}
_DUE_RECORDED = 0.85
_WITHOUT_DATE = 180  # days to follow-up where the plan gives none
_LATE_BUT_HELD = 0.7
_LIFE = (300, 380)
# Needed, invited if needed, present if invited, mandate if present: about as in the study of twelve case files.
_TAKES_PART = {
    "outpatient_psychiatry": (0.75, 0.96, 0.88, 0.62),
    "inpatient_psychiatry": (0.12, 0.90, 0.70, 0.55),
    "addiction_care": (0.22, 0.93, 0.84, 0.60),
    "primary_care": (0.35, 0.45, 0.04, 0.50),
    "social_assessment": (0.80, 0.95, 0.86, 0.80),
    "social_support": (0.62, 0.93, 0.90, 0.25),
    "substance_assessment": (0.20, 0.93, 0.85, 0.80),
    "substance_treatment": (0.12, 0.90, 0.80, 0.40),
    "economic_assistance": (0.25, 0.55, 0.30, 0.75),
    "child_family": (0.08, 0.70, 0.60, 0.70),
    "social_insurance": (0.30, 0.40, 0.03, 0.50),
    "employment_service": (0.22, 0.40, 0.08, 0.50),
    "correctional": (0.05, 0.70, 0.60, 0.40),
    "relative_or_other": (0.30, 0.60, 0.45, 0.10),
}
_MORE_IF_DUAL = {"addiction_care": 3.2, "substance_assessment": 3.4, "substance_treatment": 3.0}
_INITIATORS: dict[Organisation, tuple[tuple[str, ...], tuple[float, ...]]] = {
    "region": (("outpatient_psychiatry", "addiction_care", "inpatient_psychiatry"), (0.62, 0.26, 0.12)),
    "municipality": (("social_assessment", "substance_assessment", "social_support"), (0.50, 0.30, 0.20)),
}
_THOROUGH = 0.5
_OUTCOMES = ("full", "part", "none", "not_due")
_OUTCOME_SHARES = (0.52, 0.27, 0.21)


@dataclass(frozen=True, kw_only=True)
class Plans:
    """One organisation's plans, one per element, in order of meeting."""

    person: Numbers
    met: Days
    due: Days
    has_due_date: Flags
    followed_up: Days
    closed: Days
    plan_id: pl.Series


def make(seed: int, people: People, organisation: Organisation, since: int) -> Plans:
    """The plans the organisation leads that were met from `since` on."""
    random = stream(seed, "plans", organisation)
    side = people.sides[organisation]
    person, met, closed = _chains(random, people, side)
    met = workday(met)
    has_due_date = random.random(len(met)) < _DUE_RECORDED
    due = met + np.where(has_due_date, random.normal(175, 45, len(met)).clip(45, 300).astype(np.int64), _WITHOUT_DATE)
    ends = side.ends[person]
    # Whoever leaves before the follow-up has it as they leave, and that day is written down.
    ends = side.ends[person]
    has_due_date |= due > ends
    due = np.where(due > ends, np.maximum(ends, met + 1), due)
    followed_up = _followed_up(random, organisation, met, due, ends)
    closed = np.where(ends < NEVER, np.minimum(closed, ends), closed)
    closed = np.where(followed_up < NEVER, np.maximum(closed, followed_up), closed)
    kept = (met <= LAST) & (met >= since)
    order = np.flatnonzero(kept)[np.lexsort((person[kept], met[kept]))]
    return Plans(
        person=person[order],
        met=met[order],
        due=due[order],
        has_due_date=has_due_date[order],
        followed_up=_known(followed_up[order]),
        closed=_known(closed[order]),
        plan_id=names("s" if organisation == "region" else "p", order, 8, f"{seed} {organisation} plan"),
    )


def _followed_up(random: np.random.Generator, organisation: Organisation, met: Days, due: Days, ends: Days) -> Days:
    """The day each plan was followed up: in time, late, or never; the share in time is the story."""
    before, after = _IN_TIME[organisation]
    in_time = random.random(len(met)) < np.where(due >= FOLLOW_UP_DECISION, after, before)
    early = np.maximum(due - random.integers(0, 30, len(met)), met + 1)
    late = due + random.integers(8, 120, len(met))
    is_held = (random.random(len(met)) < _LATE_BUT_HELD) & (late <= ends)
    followed_up: Days = np.where(in_time, np.maximum(workday(early), met + 1), np.where(is_held, workday(late), NEVER))
    return followed_up


def rows(seed: int, people: People, organisation: Organisation, plans: Plans) -> pl.DataFrame:
    """One row per plan the organisation leads."""
    random = stream(seed, "plan rows", organisation)
    side = people.sides[organisation]
    count = len(plans.met)
    initiators, shares = _INITIATORS[organisation]
    changed = np.where(plans.followed_up < NEVER, random.choice(3, count, p=[0.27, 0.48, 0.25]), 3)

    def yes(share: float, missing: float = 0.0) -> pl.Series:
        return pl.Series([False, True, None], dtype=pl.Boolean).gather(
            random.choice(3, count, p=[(1 - share) * (1 - missing), share * (1 - missing), missing])
        )

    written = pl.DataFrame(
        {
            "person": side.pseudonym.gather(plans.person),
            "plan_id": plans.plan_id,
            "unit": pick(UNITS, side.unit_at(people.places, people.place[plans.person], plans.met)),
            "form_version": pick(("2014", "2019"), (column(plans.met).dt.year() >= 2019).cast(pl.Int64).to_numpy()),
            "initiated_by": pick(
                (*initiators, "not_documented"), random.choice(4, count, p=[*(0.88 * s for s in shares), 0.12])
            ),
            "motive_stated": yes(0.38),
            "prepared_on": column(
                np.where(random.random(count) < 0.46, plans.met - random.integers(3, 30, count), NEVER)
            ),
            "met_on": column(plans.met),
            "consent": yes(0.97, 0.01),
            "user_present": yes(0.98, 0.01),
            "user_wish_recorded": yes(0.52, 0.06),
            "relative_present": yes(0.14, 0.02),
            "needs_stated": yes(0.91),
            "responsible_principal": pick((*ORGANISATIONS, ""), random.choice(3, count, p=_responsible(organisation))),
            "short_term_goals": yes(0.71),
            "long_term_goals": yes(0.42),
            "follow_up_due_on": column(np.where(plans.has_due_date, plans.due, NEVER)),
            "followed_up_on": column(plans.followed_up),
            "change": pick(("none", "detail", "substantial", ""), changed),
            "closed_on": column(plans.closed),
        }
    ).with_columns(pl.col("responsible_principal", "change").replace("", None))
    # Whoever writes down why and what first has more often thought of what comes later too.
    thorough = pl.col("motive_stated") & pl.col("short_term_goals") & pl.Series(random.random(count) < _THOROUGH)
    return written.with_columns(pl.col("long_term_goals") | thorough)


def interventions(seed: int, people: People, organisation: Organisation, plans: Plans) -> pl.DataFrame:
    """One row per intervention agreed in a plan: two to four a plan, owned by either organisation."""
    random = stream(seed, "interventions", organisation)
    plan = np.repeat(np.arange(len(plans.met)), random.choice([2, 3, 4], len(plans.met), p=[0.3, 0.45, 0.25]))
    count = len(plan)
    own = ORGANISATIONS.index(organisation)
    owner = np.where(random.random(count) < 0.58, own, 1 - own)
    weights = {side: np.array([_TAKES_PART[a][0] for a in AGENCIES[side]]) for side in ORGANISATIONS}
    drawn = [random.choice(len(w), count, p=w / w.sum()) for w in weights.values()]
    agency = np.where(owner == 0, drawn[0], len(AGENCIES["region"]) + drawn[1])
    formal = random.random(count) < 0.55
    there = random.choice(3, count, p=[0.36, 0.60, 0.04])
    # What became of it is written down when the plan is followed up or closed, once the day for that has come.
    is_known = (plans.due <= LAST) & ((plans.followed_up < NEVER) | (plans.closed < NEVER))
    outcome = np.where(is_known[plan], random.choice(3, count, p=_OUTCOME_SHARES), 3)
    yes_no = pl.Series([False, True, None], dtype=pl.Boolean)
    return pl.DataFrame(
        {
            "plan_id": plans.plan_id.gather(plan),
            "responsible": pick(ALL_AGENCIES, agency),
            "organisation": pick(ORGANISATIONS, owner),
            "decided_before_meeting": pl.Series(random.random(count) < 0.45),
            "needs_formal_decision": pl.Series(formal),
            "decision_maker_present": yes_no.gather(np.where(formal, there, 2)),
            "outcome": pick(_OUTCOMES, outcome),
        }
    )


def participants(seed: int, people: People, organisation: Organisation, plans: Plans) -> pl.DataFrame:
    """One row per agency that was needed at a plan, or invited without being marked as needed."""
    random = stream(seed, "participants", organisation)
    size = (len(plans.met), len(ALL_AGENCIES))
    share = np.array([_TAKES_PART[agency] for agency in ALL_AGENCIES])
    needed_share = np.tile(share[:, 0], (size[0], 1))
    dual = people.places.groups[people.place[plans.person], DUAL]
    for name, times in _MORE_IF_DUAL.items():
        needed_share[dual, ALL_AGENCIES.index(name)] *= times
    needed = random.random(size) < needed_share
    invited = random.random(size) < np.where(needed, share[:, 1], 0.03)
    present = invited & (random.random(size) < share[:, 2])
    mandate = present & (random.random(size) < share[:, 3])
    plan, agency = np.nonzero(needed | invited)
    at = (plan, agency)
    return pl.DataFrame(
        {
            "plan_id": plans.plan_id.gather(plan),
            "agency": pick(ALL_AGENCIES, agency),
            "needed": needed[at],
            "invited": invited[at],
            "present": present[at],
            "has_mandate": pl.Series([False, True, None], dtype=pl.Boolean).gather(
                np.where(present[at], mandate[at].astype(np.int64), 2)
            ),
        }
    )


def _chains(random: np.random.Generator, people: People, side: Side) -> tuple[Numbers, Days, Days]:
    """Person, day of meeting and day of closing of every plan: one after another as long as the person stays."""
    places = people.places
    leads = places.leader == ORGANISATIONS.index(side.organisation)
    who = np.flatnonzero(leads[people.place] & side.serves)
    there_already = side.starts[who] < FIRST
    # Whoever was there before the first day is somewhere in the life of a plan.
    first = np.where(
        there_already,
        FIRST - random.integers(0, _LIFE[1], len(who)),
        side.starts[who] + random.integers(30, 120, len(who)),
    )
    most = (LAST - FIRST) // _LIFE[0] + 3
    life = random.integers(*_LIFE, (len(who), most))
    gap = random.integers(0, 40, (len(who), most))
    met = first[:, None] + np.concatenate(
        [np.zeros((len(who), 1), np.int64), (life + gap)[:, :-1].cumsum(axis=1)], axis=1
    )
    person = np.repeat(who, most)
    met, closed = met.ravel(), (met + life).ravel()
    inside = met < side.ends[person] - 14
    return person[inside], met[inside], closed[inside]


def _known(days: Days) -> Days:
    """What has not happened by the last day of the data is not recorded."""
    return np.where(days > LAST, NEVER, days)


def _responsible(organisation: Organisation) -> list[float]:
    return [0.80, 0.12, 0.08] if organisation == "region" else [0.12, 0.80, 0.08]
