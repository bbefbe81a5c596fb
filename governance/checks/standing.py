"""What somebody should see to in the register as it stands: one small function for each rule, all run, all reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from governance.entries import AgendaItem, Attendance, Contents, Decision, Entry, Event, Meeting, Risk, Target, id_of
from governance.model.tables import name_of
from governance.words import ORGANISATIONS, called
from metrics.problem import Text


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What the committee has agreed its own work by, and what the catalogue knows.

    In      quorum      the part of an organisation's permanent seats that must be taken
            partners    indicator -> the one that balances it
            weighed     indicators of volume or cost: no target for one without a target for its partner
            indicators  every id there is; empty where it is not known
    """

    quorum: float = 0.5
    longest_gap_days: int = 125
    minutes_days: int = 60
    partners: Mapping[str, str] = field(default_factory=dict)
    weighed: frozenset[str] = frozenset()
    indicators: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing to see to, and the entry it is about.

    In      said  what is the matter, without the entry's name; `text` begins with that
    """

    code: str
    kind: str
    object_id: str
    said: Text
    text: Text


Rule = Callable[[Contents, date, Limits], Iterator[Finding]]
NO_LIMITS = Limits()


def findings(contents: Contents, today: date, limits: Limits = NO_LIMITS) -> tuple[Finding, ...]:
    """Everything the rules find in a register, in the order of the rules."""
    return tuple(finding for rule in STANDING for finding in rule(contents, today, limits))


def quorum_per_organisation(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """At a meeting each organisation had enough of its permanent seats taken."""
    party = {seat.id: seat.party for seat in contents.seats if seat.kind == "permanent"}
    for meeting in _held(contents):
        called_in = [each for each in contents.of(Attendance, meeting_id=meeting.id) if each.seat_id in party]
        for organisation in ("region", "municipality") if called_in else ():
            own = [each for each in called_in if party[each.seat_id] == organisation]
            there = [each for each in own if each.status in ("present", "substitute")]
            if len(there) < limits.quorum * len(own) or not own:
                yield _found(
                    "no_quorum",
                    meeting,
                    sv="{who} hade {there} av {own} platser besatta. Besluten behöver bekräftas.",
                    en="{who} had {there} of {own} seats taken. The decisions need to be confirmed.",
                    who=_capital(ORGANISATIONS[organisation]),
                    there=len(there),
                    own=len(own),
                )


def associations_were_there(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """At a meeting at least one association had its seat taken."""
    seats = {seat.id for seat in contents.seats if seat.party == "association"}
    for meeting in _held(contents):
        own = [each for each in contents.of(Attendance, meeting_id=meeting.id) if each.seat_id in seats]
        if own and not any(each.status in ("present", "substitute") for each in own):
            yield _found(
                "no_association",
                meeting,
                sv="Ingen förening var med. Fråga vad de tyckte om besluten.",
                en="No association was there. Ask what they think of the decisions.",
            )


def meetings_are_close_enough(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """No two meetings are further apart than agreed, nor the last and today without one planned."""
    for one, other in pairwise(_held(contents)):
        days = (other.held_on - one.held_on).days
        if days > limits.longest_gap_days:
            yield _found(
                "meeting_gap",
                other,
                sv="Det gick {days} dagar sedan mötet före; gränsen är {limit}.",
                en="It was {days} days since the meeting before; the limit is {limit}.",
                days=days,
                limit=limits.longest_gap_days,
            )


def minutes_are_locked_in_time(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """A meeting's minutes are approved by both and locked within the days agreed."""
    locked = {each.meeting_id for each in contents.minutes if each.status == "locked"}
    for meeting in _held(contents):
        if meeting.id not in locked and (today - meeting.held_on).days > limits.minutes_days:
            yield _found(
                "minutes_open",
                meeting,
                sv="Protokollet är inte justerat av båda och låst.",
                en="The minutes are not approved by both and locked.",
            )


def decisions_say_what_follows(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """A decision says its reason and what it means for the region, the municipality and those who use the services."""
    for decision in contents.decisions:
        if None in (decision.consequence_region, decision.consequence_municipality, decision.consequence_users):
            yield _found(
                "consequence_missing",
                decision,
                sv="Beslutet säger inte vad det betyder för regionen, kommunen och brukarna. Fyll i det som saknas.",
                en="It does not say what it means for the region, the municipality and the users. Fill in the rest.",
            )


EQUAL = frozenset({"target", "volume", "cost", "service", "agreement"})
"""Kinds of decisions that both sides must have the same right to make."""


def mandates_are_equal(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """A decision about money, services, targets or agreements had a mandate on both sides."""
    for decision in contents.decisions:
        if decision.kind in EQUAL and None in (decision.mandate_region, decision.mandate_municipality):
            yield _found(
                "mandate_unequal",
                decision,
                sv="Mandat är inte antecknat på båda sidor. Beslutet kan inte verkställas lika.",
                en="A mandate is not noted on both sides. The decision cannot be carried out equally.",
            )


def decisions_are_followed_up(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """What was to be accounted for by a day has been."""
    for each in contents.follow_ups:
        if each.recorded_on is None and each.due_on < today:
            yield _found(
                "follow_up_overdue",
                each,
                sv="{who} skulle ha redovisat {decision} senast {due}.",
                en="{who} was to account for {decision} by {due}.",
                who=_capital(ORGANISATIONS[each.organisation]),
                decision=each.decision_id,
                due=each.due_on,
            )


def actions_have_owner_and_date(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """An action has somebody who does it and a day it is to be done."""
    for action in contents.actions:
        if action.status in ("open", "under_way") and (not action.owner or action.due_on is None):
            yield _found(
                "action_without_owner_or_date",
                action,
                sv="Åtgärden saknar ansvarig eller datum.",
                en="The action lacks an owner or a date.",
            )


def actions_are_done_in_time(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """An action is done or given up by its day."""
    for action in contents.actions:
        if action.status in ("open", "under_way") and action.due_on is not None and action.due_on < today:
            yield _found(
                "action_overdue",
                action,
                sv="Skulle ha varit klar {due}. Ansvarig: {who}.",
                en="Was due on {due}. Responsible: {who}.",
                due=action.due_on,
                who=ORGANISATIONS[action.organisation],
            )


def links_lead_somewhere(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """What an entry points at is in the register, and an indicator it names is in the catalogue."""
    there = {f"{name_of(type(entry))}/{id_of(entry)}" for entry in contents.entries()}
    # What a meeting took up may have been cancelled since: its agenda stays as it was.
    held = {each.id for each in contents.meetings if each.status == "held"}
    coming = [item for item in contents.agenda_items if item.meeting_id not in held and _names_entry(item)]
    bodies, units = {each.id for each in contents.bodies}, {each.id for each in contents.units}
    about: tuple[Decision | AgendaItem | Event | Risk, ...] = (
        *contents.decisions,
        *contents.agenda_items,
        *contents.events,
        *(each for each in contents.risks if each.status != "cancelled"),
    )
    pointed: list[tuple[Entry, str]] = [
        *((item, item.about) for item in coming if item.about not in there),
        *((each, body) for each in contents.agreements for body in each.parties if body not in bodies),
        *((each, unit) for each in contents.unit_changes for unit in each.into if unit not in units),
        *(
            (each, indicator)
            for each in about
            for indicator in each.indicators
            if limits.indicators and indicator not in limits.indicators
        ),
    ]
    for entry, link in pointed:
        yield _found(
            "link_orphan",
            entry,
            sv="Hänvisar till {link}, som inte finns.",
            en="Points at {link}, which does not exist.",
            link=link,
        )


def agreements_are_in_force(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """An agreement past its last day has been superseded, and one past its day of review has been revised."""
    replaced = {each.supersedes for each in contents.agreements}
    revised = {each.agreement_id: each.revised_on for each in contents.revisions}
    for each in contents.agreements:
        if each.id in replaced:
            continue
        if each.to_on is not None and each.to_on < today:
            yield _found(
                "agreement_past",
                each,
                sv="Gick ut {day} och har inte ersatts.",
                en="Ended on {day} and has not been superseded.",
                day=each.to_on,
            )
        elif each.review_on is not None and each.review_on < today and revised.get(each.id, date.min) < each.review_on:
            yield _late_review(each, each.review_on)


def associations_were_asked(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """An association that was asked about an agreement has answered before it begins to hold."""
    begins = {each.id: each.from_on for each in contents.agreements}
    for each in contents.consultations:
        if each.answered_on is None and begins[each.agreement_id] < today:
            yield _found(
                "consultation_unanswered",
                each,
                sv="Svar saknas sedan {day}, och avtalet gäller redan.",
                en="No answer since {day}, and the agreement already holds.",
                day=each.asked_on,
            )


def projects_rest_on_agreements(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """A joint project rests on a written agreement."""
    for each in contents.undertakings:
        if each.kind == "project" and each.organisation == "joint" and each.agreement_id is None:
            yield _found(
                "project_without_agreement",
                each,
                sv="Ett gemensamt projekt utan skriftligt avtal.",
                en="A joint project without a written agreement.",
            )


def targets_rest_on_decisions(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """A target in force rests on a decision that is in force."""
    replaced = {each.supersedes for each in contents.decisions}
    standing = {each.id for each in contents.decisions} - replaced
    for target in _in_force(contents, today):
        if target.decision_id not in standing:
            yield _found(
                "target_without_decision",
                target,
                sv="Beslut {decision} gäller inte längre.",
                en="Decision {decision} no longer holds.",
                decision=target.decision_id,
            )


def targets_are_balanced(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """A target for volume or cost has a target for what balances it, on the same side."""
    targets = _in_force(contents, today)
    held = {(each.indicator_id, each.organisation) for each in targets}
    for target in targets:
        partner = limits.partners.get(target.indicator_id, "")
        if target.indicator_id in limits.weighed and (partner, target.organisation) not in held:
            yield _found(
                "target_without_partner",
                target,
                sv="Målet gäller volym eller kostnad och har inget mål för {partner}, som ska hålla emot.",
                en="The target is for volume or cost, and there is none for {partner}, which is to balance it.",
                partner=partner,
            )


def reviews_are_held(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """Decisions, risks and what is made alike are looked at again by the day that was said."""
    told = {each.decision_id for each in contents.follow_ups if each.recorded_on is not None}
    for decision in contents.decisions:
        if decision.review_on is not None and decision.review_on < today and decision.id not in told:
            yield _late_review(decision, decision.review_on)
    for risk in contents.risks:
        if risk.status == "open" and risk.review_on < today:
            yield _late_review(risk, risk.review_on)
    for each in contents.alignments:
        if each.review_on is not None and each.review_on < today:
            yield _late_review(each, each.review_on)


def units_have_two_leaders(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """A unit that is open has a leader from each organisation."""
    for unit in contents.units:
        is_open = unit.closed_on is None or unit.closed_on >= today
        if is_open and unit.owner == "joint" and None in (unit.region_leader, unit.municipality_leader):
            yield _found(
                "leader_missing",
                unit,
                sv="Enheten saknar ledare från den ena organisationen.",
                en="The unit lacks a leader from one of the organisations.",
            )


def gaps_are_answered(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """A gap that a finished review leaves behind has somebody who owns it, and a service or a decision."""
    finished = {each.review_id for each in contents.conclusions if each.concluded_on is not None}
    for gap in contents.gaps:
        if gap.review_id in finished and not gap.is_answered:
            yield _found(
                "gap_unanswered",
                gap,
                sv="Luckan är inte besvarad: den behöver en ansvarig, och en insats eller ett beslut.",
                en="The gap is not answered: it needs somebody responsible, and a service or a decision.",
            )


def evaluations_are_answered(contents: Contents, today: date, limits: Limits) -> Iterator[Finding]:
    """What an evaluation found has had the committee's response within half a year."""
    for each in contents.evaluations:
        if each.has_waited(today):
            sv, en = "Styrgruppen har inte svarat på ett halvår.", "The committee has not responded for half a year."
            yield _found("evaluation_unanswered", each, sv=sv, en=en)


STANDING: tuple[Rule, ...] = (
    quorum_per_organisation,
    associations_were_there,
    meetings_are_close_enough,
    minutes_are_locked_in_time,
    decisions_say_what_follows,
    mandates_are_equal,
    decisions_are_followed_up,
    actions_have_owner_and_date,
    actions_are_done_in_time,
    links_lead_somewhere,
    agreements_are_in_force,
    associations_were_asked,
    projects_rest_on_agreements,
    targets_rest_on_decisions,
    targets_are_balanced,
    reviews_are_held,
    units_have_two_leaders,
    gaps_are_answered,
    evaluations_are_answered,
)


def _names_entry(item: AgendaItem) -> bool:
    """Not so of a matter of the yearly round, nor of an indicator, which is held against the catalogue."""
    return bool(item.about) and not item.about.startswith(("yearly/", "indicator/"))


def _held(contents: Contents) -> list[Meeting]:
    return [meeting for meeting in contents.meetings if meeting.status == "held"]


def _in_force(contents: Contents, today: date) -> list[Target]:
    return [each for each in contents.targets if each.from_on <= today <= (each.to_on or date.max)]


def _late_review(entry: Entry, day: date) -> Finding:
    return _found(
        "review_passed",
        entry,
        sv="Skulle ha setts över senast {day}.",
        en="Was to be reviewed by {day}.",
        day=day,
    )


def _capital(words: Text) -> Text:
    return Text(sv=words.sv.capitalize(), en=words.en.capitalize())


def _found(code: str, entry: Entry, *, sv: str, en: str, **values: object) -> Finding:
    said = Text(sv=sv, en=en).format(**values)
    text = Text(sv="{entry}: {said}", en="{entry}: {said}").format(entry=called(entry), said=said)
    return Finding(code=code, kind=name_of(type(entry)), object_id=id_of(entry), said=said, text=text)
