"""The parts of an annual review in words: its head, the group's reading, the associations, proposals and their fate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape

from dashboard.components import history, review_list, states
from dashboard.components import review_forms as forms
from dashboard.components import review_reading as reading
from dashboard.components.data_table import Sheet, Value
from dashboard.components.history import seat_name
from dashboard.components.page_part import folded
from dashboard.components.register_link import link
from dashboard.components.review_gaps import name
from dashboard.components.review_reading import Came, Standing
from dashboard.texts import long_date, texts
from dashboard.texts import review as say
from dashboard.view import View
from governance.entries import (
    AgendaItem,
    AnnualReview,
    Body,
    Contents,
    ItemMinutes,
    Meeting,
    Proposal,
    Seat,
    StepName,
    Voice,
    id_of,
)
from governance.keeping import Held
from metrics.problem import Language, Text


def part_of(view: View) -> str:
    """The part of the review that the address asks for; the first where it asks for none."""
    asked = dict(view.more).get("part", "")
    return asked if asked in say.PARTS else next(iter(say.PARTS))


def address(view: View, part: str) -> str:
    """The address of a part of the review."""
    return replace(view, more=(("part", part),)).address


def head(seen: Standing, contents: Contents, groups: Mapping[str, Text], release_id: str, view: View) -> str:
    """The review's title, what it compares and for whom, the way through its steps, and where it stands."""
    language, review = view.language, seen.review.entry
    facts = [
        say.COMPARED[language].format(year=review.year, against=review.against),
        review_list.of_groups(review, groups, language),
        say.STARTED[language].format(day=long_date(texts(language), review.started_on)),
        review_list.state(review, contents, language),
    ]
    then = seen.conclusion.entry.release_id if seen.conclusion and seen.finished_on else ""
    other = say.OTHER_RELEASE.format(then=then, now=release_id)[language]
    return (
        f'<div class="head"><div><h1 id="innehall" tabindex="-1">{escape(say.TITLE.format(year=review.year)[language])}'
        f'</h1><p class="subtitle">{escape(" · ".join(facts))}</p></div>'
        f'<a href="{escape(view.to("review"))}">{escape(say.ALL[language])}</a></div>'
        f"{_way(seen, view)}"
        f'<p class="finding">{escape(lede(seen, language))}</p>'
        + (states.notice(other) if then and release_id and then != release_id else "")
    )


def lede(seen: Standing, language: Language) -> str:
    """The one sentence that says where the review stands."""
    if seen.finished_on:
        return say.LEDE_FINISHED.format(day=long_date(texts(language), seen.finished_on))[language]
    if not seen.left:
        return say.LEDE_WHOLE[language]
    done, following = len(reading.STEPS) - len(seen.left), say.PARTS[seen.left[0]]
    return say.LEDE_DONE.format(done=done, all=len(reading.STEPS), part=_lower(following))[language]


def _way(seen: Standing, view: View) -> str:
    """The steps in order, each a link; those that are done say so."""
    language, here = view.language, part_of(view)
    links = ""
    for part, title in say.PARTS.items():
        is_done = part in reading.STEPS and part not in seen.left
        mark = f'<span aria-hidden="true">✓ </span><span class="vh">{escape(say.DONE[language])}: </span>'
        current = ' aria-current="page"' if part == here else ""
        to = escape(address(view, part))
        links += f'<li><a href="{to}"{current}>{mark if is_done else ""}{escape(title[language])}</a></li>'
    return f'<nav class="parts" aria-label="{escape(say.PARTS_LABEL[language])}"><ul>{links}</ul></nav>'


def onwards(view: View) -> str:
    """The way to the step before and the one after."""
    parts = list(say.PARTS)
    at = parts.index(part_of(view))
    links = ""
    if at:
        said = say.BEFORE[view.language].format(part=_lower(say.PARTS[parts[at - 1]])[view.language])
        links += f'<a class="do" href="{escape(address(view, parts[at - 1]))}">{escape(said)}</a>'
    if at + 1 < len(parts):
        said = say.NEXT[view.language].format(part=_lower(say.PARTS[parts[at + 1]])[view.language])
        links += f'<a class="do" href="{escape(address(view, parts[at + 1]))}">{escape(said)}</a>'
    return f'<p class="ways">{links}</p>'


def told(seen: Standing, step: StepName, language: Language) -> str:
    """What the group has written of a step, who wrote it, and whether it is done."""
    held = seen.steps.get(step)
    if held is None:
        return f'<p class="quiet">{escape(say.NOT_READ[language])}</p>'
    day = held.entry.done_on
    done = say.DONE_ON[language].format(day=long_date(texts(language), day)) if day else say.NOT_DONE[language]
    who = say.WRITTEN_BY[language].format(who=seat_name(held.entry.seat_id, language))
    return f'{prose(held.entry.text[language])}<p class="quiet">{escape(f"{who}, {done}")}</p>'


def prose(text: str) -> str:
    """Written text as paragraphs."""
    return "".join(f'<p class="said">{escape(each)}</p>' for each in text.split("\n") if each.strip())


# --- the associations ----------------------------------------------------------------------------------------------


def associations(contents: Contents, year: int) -> tuple[Body, ...]:
    """The associations that took part at some time from the year on."""
    return tuple(
        body
        for body in contents.of(Body, kind="association")
        if (body.from_on is None or body.from_on.year <= year + 1) and (body.to_on is None or body.to_on.year >= year)
    )


def voices(seen: Standing, contents: Contents, language: Language, *, is_open: bool) -> str:
    """Each association with its own words, and the form for them."""
    bodies = associations(contents, seen.review.entry.year)
    if not bodies:
        return f'<p class="quiet">{escape(say.NO_ASSOCIATIONS[language])}</p>'
    items = ""
    for body in bodies:
        held = seen.voices.get(body.id)
        own = forms.voice(seen, body, language) if is_open else ""
        if held:
            day = say.SAID_ON[language].format(day=long_date(texts(language), held.entry.said_on))
            said = f'<blockquote>{prose(held.entry.text[language])}</blockquote><p class="quiet">{escape(day)}</p>'
            past = history.kept(Voice, id_of(held.entry), language)
            own = folded(say.CHANGE_GAP, own + past, language) if own else ""
        else:
            said = f'<p class="quiet">{escape(say.NOT_SAID[language])}</p>'
        items += (
            f'<li id="voice-{escape(body.id)}" tabindex="-1"><h3>{escape(body.name[language])}</h3>{said}{own}</li>'
        )
    return f'<ul class="gaps voices">{items}</ul>'


def at_meetings(contents: Contents, year: int, view: View) -> str:
    """What stands in the year's minutes from the associations: items they presented, and views they gave."""
    language, t = view.language, texts(view.language)
    seats = {seat.id for seat in contents.of(Seat, party="association")}
    said = {each.item_id: each for each in contents.item_minutes}
    lines = ""
    for meeting in contents.meetings:
        for item in contents.of(AgendaItem, meeting_id=meeting.id) if meeting.held_on.year == year else ():
            of_item = said.get(item.id)
            if of_item and (words := _from_associations(item, of_item, seats)):
                to = escape(view.to("meetings", item=meeting.id))
                day = escape(long_date(t, meeting.held_on))
                lines += (
                    f'<li><a href="{to}">{day}</a> <b>{escape(item.title[language])}</b>{prose(words[language])}</li>'
                )
    if not lines:
        return f'<p class="quiet">{escape(say.AT_MEETINGS_NONE.format(year=year)[language])}</p>'
    return f'<ul class="lines">{lines}</ul>'


def _from_associations(item: AgendaItem, said: ItemMinutes, seats: set[str]) -> Text | None:
    return said.conclusion if item.presenter in seats else said.views


# --- proposals and what came of them -------------------------------------------------------------------------------


def gap_names(seen: Standing, groups: Mapping[str, Text], language: Language) -> dict[str, str]:
    """What each noted gap is called, by its id."""
    return {each.entry.id: name(each.entry.domain, each.entry.group, groups, language) for each in seen.gaps}


def proposals(seen: Standing, contents: Contents, groups: Mapping[str, Text], view: View, *, is_open: bool) -> str:
    """Each proposal with the gap it answers, where it stands, and its forms."""
    language = view.language
    if not seen.proposals:
        return f'<p class="quiet">{escape(say.PROPOSALS_NONE[language])}</p>'
    names = gap_names(seen, groups, language)
    planned = contents.of(Meeting, status="planned")
    items = ""
    for held in seen.proposals:
        each = reading.came(held.entry, contents)
        answers = names.get(held.entry.gap_id or "", "")
        told_gap = f'<p class="quiet">{escape(say.ANSWERS[language].format(gap=answers))}</p>' if answers else ""
        where = f'<p class="quiet">{_where(each, view)}</p>'
        own = _proposal_forms(held, each, seen, names, planned, language) if is_open else ""
        items += (
            f"<li><h3>{escape(held.entry.title[language])}</h3>{prose(held.entry.text[language])}{told_gap}{where}"
            f"{own}</li>"
        )
    return f'<ul class="gaps">{items}</ul>'


def _proposal_forms(
    held: Held[Proposal],
    came: Came,
    seen: Standing,
    names: Mapping[str, str],
    planned: Sequence[Meeting],
    language: Language,
) -> str:
    drawn = forms.proposal(seen, held, names, language) + history.kept(Proposal, held.entry.id, language)
    if came.item:
        return folded(say.CHANGE_GAP, drawn, language)
    up = forms.to_meeting(held, planned, language) if planned else f"<p>{escape(say.NO_MEETING[language])}</p>"
    return up + folded(say.CHANGE_GAP, drawn + forms.withdraw("proposal", held, language), language)


def fate(every: Sequence[Proposal], contents: Contents, view: View) -> str:
    """What came of proposals: in one sentence, and each with its meeting and decision."""
    language, found = view.language, [reading.came(each, contents) for each in every]
    if not found:
        return f'<p class="quiet">{escape(say.PROPOSALS_NONE[language])}</p>'
    decided, waiting = sum(bool(each.decisions) for each in found), sum(each.item is None for each in found)
    said = say.CAME_FOUND.format(decided=decided, all=len(found), waiting=waiting)
    head_ = "".join(f'<th scope="col">{escape(each[language])}</th>' for each in say.CAME_HEAD)
    rows = "".join(
        f'<tr><th scope="row">{escape(each.proposal.title[language])}</th>'
        f'<td data-label="{escape(say.CAME_HEAD[1][language])}">{_taken_up(each, view)}</td>'
        f'<td data-label="{escape(say.CAME_HEAD[2][language])}">{_decided(each, view)}</td></tr>'
        for each in found
    )
    return (
        f'<p>{escape(said[language])}</p><table class="deliveries reviews"><thead><tr>{head_}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def earlier(review: AnnualReview, contents: Contents) -> AnnualReview | None:
    """The review of the latest year before this one's."""
    before = [each for each in contents.annual_reviews if each.year < review.year]
    return before[-1] if before else None


def _where(each: Came, view: View) -> str:
    return f"{_taken_up(each, view)}, {_decided(each, view)}" if each.item else _taken_up(each, view)


def _taken_up(each: Came, view: View) -> str:
    if each.meeting is None:
        return escape(say.WAITS[view.language])
    said = say.AT[view.language].format(day=long_date(texts(view.language), each.meeting.held_on))
    return f'<a href="{escape(view.to("meetings", item=each.meeting.id))}">{escape(said)}</a>'


def _decided(each: Came, view: View) -> str:
    badges = " ".join(f"{link(view, one.id)} {escape(one.title[view.language])}" for one in each.decisions)
    return badges or escape(say.WAITS_DECISION[view.language])


def _lower(text: Text) -> Text:
    return Text(sv=text.sv[:1].lower() + text.sv[1:], en=text.en[:1].lower() + text.en[1:])


# --- to take away --------------------------------------------------------------------------------------------------


def sheet(seen: Standing, contents: Contents, groups: Mapping[str, Text], language: Language) -> Sheet:
    """The whole review as a table: what was read, gaps with their answers, what was said, proposed and decided."""
    year = seen.review.entry.year
    rows: list[tuple[Value, ...]] = []

    def add(part: str, heading: str, text: str, *answer: Value) -> None:
        rows.append((year, say.PARTS[part][language], heading, text, *answer, *[""] * (4 - len(answer))))

    for step in reading.STEPS:
        if held := seen.steps.get(step):
            add(step, say.READING[language], held.entry.text[language])
    names = gap_names(seen, groups, language)
    for gap in (each.entry for each in seen.gaps):
        service = gap.service[language] if gap.service else ""
        owner = seat_name(gap.owner, language) if gap.owner else ""
        add("gaps", names[gap.id], gap.text[language], service, gap.decision_id or "", owner)
    bodies = {each.id: each.name[language] for each in contents.bodies}
    for body_id, voice in seen.voices.items():
        add("associations", bodies.get(body_id, body_id), voice.entry.text[language])
    for each in (reading.came(held.entry, contents) for held in seen.proposals):
        decided = ", ".join(one.id for one in each.decisions)
        day = each.meeting.held_on if each.meeting else ""
        add("proposals", each.proposal.title[language], each.proposal.text[language], "", decided, "", day)
    if seen.conclusion:
        add("document", say.CONCLUSION[language], seen.conclusion.entry.text[language])
    return Sheet(say.NEEDS_FILE[language], tuple(say.SHEET[language].split(";")), tuple(rows))
