"""The forms of the annual review: beginning one, reading a step, gaps and their answers, proposals, the conclusion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard import data
from dashboard.components.page_part import folded
from dashboard.components.register_form import Field, form, text_of
from dashboard.components.review_reading import Standing, gap_id
from dashboard.register_desk import seats
from dashboard.texts import long_date, texts
from dashboard.texts import review as say
from governance.entries import AnnualReview, Body, Contents, Gap, Meeting, Proposal, StepName
from governance.keeping import Held
from metrics.can_domains import NAMES
from metrics.problem import Language, Text

DECISIONS_OFFERED = 20


def begin(years: Sequence[int], taken: Sequence[int], groups: Mapping[str, Text], language: Language) -> str:
    """Beginning a review: the latest full year that has none and the year before it, all target groups.

    In      taken  the years that have a review: another one of them is asked for with a tick
    """
    at = next((at for at, year in enumerate(years[:-1]) if year not in taken), 0)
    again = Field(name="again", label=say.AGAIN[language], kind="tick")
    return form(
        "review_begin",
        [*_years((years[at], years[at + 1]), (), years, groups, language), *([again] if taken else [])],
        about="annual_review/new",
        language=language,
        submit=say.BEGIN[language],
    )


def years(held: Held[AnnualReview], offered: Sequence[int], groups: Mapping[str, Text], language: Language) -> str:
    """Choosing other years or target groups."""
    own = Field(name="id", kind="hidden", value=held.entry.id)
    review = held.entry
    fields = [own, *_years((review.year, review.against), review.groups, offered, groups, language)]
    about = f"annual_review/{held.entry.id}"
    return form("review_years", fields, about=about, language=language, seen=held.version)


def step(seen: Standing, name: StepName, language: Language) -> str:
    """How the group reads a step, and whether it is done with it."""
    held, review = seen.steps.get(name), seen.review.entry
    fields = [
        Field(name="review_id", kind="hidden", value=review.id),
        Field(name="step", kind="hidden", value=name),
        Field(
            name="text",
            label=say.STEP_TEXT[name][language],
            kind="long",
            rows=5,
            value=text_of(held.entry.text if held else None, language),
        ),
        Field(
            name="done",
            label=say.IS_DONE[language],
            kind="tick",
            value="yes" if held and held.entry.done_on else "",
        ),
    ]
    return form(
        "review_step",
        fields,
        about=f"review_step/{review.id}/{name}",
        language=language,
        seen=held.version if held else 0,
        focus="reading",
    )


def gap(seen: Standing, domain: int, group: str, held: Held[Gap] | None, contents: Contents, language: Language) -> str:
    """Noting the gap of a domain and target group, and its answer."""
    fields = [
        Field(name="domain", kind="hidden", value=str(domain)),
        Field(name="group", kind="hidden", value=group),
        *_gap(held.entry if held else None, contents, language),
    ]
    return _gap_form(seen, fields, gap_id(seen.review.entry.id, domain, group), held, language)


def other_gap(seen: Standing, groups: Mapping[str, Text], contents: Contents, language: Language) -> str:
    """Noting a gap that the figures do not see."""
    domains = [(str(number), name[language]) for number, name in NAMES.items()]
    offered = [("", say.EVERYBODY[language]), *((each, name[language]) for each, name in groups.items())]
    fields = [
        Field(name="domain", label=say.DOMAIN[language], kind="choice", value="1", choices=domains),
        Field(name="group", label=say.GROUP[language], kind="choice", choices=offered),
        *_gap(None, contents, language),
    ]
    return _gap_form(seen, fields, f"{seen.review.entry.id}-new", None, language)


def voice(seen: Standing, body: Body, language: Language) -> str:
    """What an association says of the year."""
    held, review = seen.voices.get(body.id), seen.review.entry
    fields = [
        Field(name="review_id", kind="hidden", value=review.id),
        Field(name="body_id", kind="hidden", value=body.id),
        Field(
            name="text",
            label=say.VOICE[language],
            kind="long",
            rows=4,
            value=text_of(held.entry.text if held else None, language),
        ),
    ]
    return form(
        "review_voice",
        fields,
        about=f"voice/{review.id}/{body.id}",
        language=language,
        seen=held.version if held else 0,
        focus=f"voice-{body.id}",
        label=f"{say.VOICE[language]}: {body.name[language]}",
    )


def proposal(seen: Standing, held: Held[Proposal] | None, names: Mapping[str, str], language: Language) -> str:
    """A new proposal, or changes in one.

    In      names  what each noted gap is called
    """
    before, review = held.entry if held else None, seen.review.entry
    gaps = [("", say.NO_GAP[language]), *names.items()]
    fields = [
        Field(name="review_id", kind="hidden", value=review.id),
        Field(name="id", kind="hidden", value=before.id if before else ""),
        Field(
            name="title",
            label=say.PROPOSAL_TITLE[language],
            value=text_of(before.title if before else None, language),
            wide=True,
        ),
        Field(
            name="text",
            label=say.PROPOSAL_TEXT[language],
            kind="long",
            rows=4,
            value=text_of(before.text if before else None, language),
        ),
        Field(
            name="gap_id",
            label=say.PROPOSAL_GAP[language],
            kind="choice",
            value=(before.gap_id or "") if before else "",
            choices=gaps,
        ),
    ]
    about = f"proposal/{before.id if before else review.id}"
    return form("review_proposal", fields, about=about, language=language, seen=held.version if held else 0)


def to_meeting(held: Held[Proposal], planned: Sequence[Meeting], language: Language) -> str:
    """Putting a proposal on the agenda of a planned meeting."""
    t = texts(language)
    days = [(each.id, long_date(t, each.held_on)) for each in planned]
    fields = [
        Field(name="id", kind="hidden", value=held.entry.id),
        Field(name="meeting_id", label=say.TO_MEETING[language], kind="choice", value=days[0][0], choices=days),
    ]
    submit, about = say.TO_MEETING_DO[language], f"proposal/{held.entry.id}/meeting"
    return form("review_to_meeting", fields, about=about, language=language, submit=submit, kind="inline")


def withdraw(kind: str, held: Held[Gap] | Held[Proposal], language: Language) -> str:
    """Taking back a gap or a proposal, with the reason."""
    fields = [
        Field(name="kind", kind="hidden", value=kind),
        Field(name="id", kind="hidden", value=held.entry.id),
        Field(name="why", label=say.WITHDRAW_WHY[language], wide=True),
    ]
    about, submit = f"{kind}/{held.entry.id}/withdraw", say.WITHDRAW[language]
    return form(
        "review_withdraw", fields, about=about, language=language, seen=held.version, submit=submit, kind="quiet"
    )


def conclusion(seen: Standing, language: Language) -> str:
    """What the review comes to, and its end."""
    held, review = seen.conclusion, seen.review.entry
    text = text_of(held.entry.text if held else None, language)
    fields = [
        Field(name="review_id", kind="hidden", value=review.id),
        Field(name="text", label=say.CONCLUSION_TEXT[language], kind="long", rows=5, value=text),
        Field(name="finish", label=say.FINISH[language], kind="tick"),
    ]
    return form(
        "review_conclude",
        fields,
        about=f"conclusion/{review.id}",
        language=language,
        seen=held.version if held else 0,
        focus="innehall",
    )


def reopen(seen: Standing, language: Language) -> str:
    """Opening a finished review again, folded: it is seldom done."""
    held = seen.conclusion
    if held is None:
        return ""
    fields = [
        Field(name="review_id", kind="hidden", value=seen.review.entry.id),
        Field(name="why", label=say.REOPEN_WHY[language], wide=True),
    ]
    drawn = form(
        "review_reopen",
        fields,
        about=f"conclusion/{seen.review.entry.id}/open",
        language=language,
        seen=held.version,
        submit=say.REOPEN[language],
        kind="quiet",
    )
    return folded(say.REOPEN, drawn, language)


def _years(
    chosen: tuple[int, int],
    own: Sequence[str],
    offered: Sequence[int],
    groups: Mapping[str, Text],
    language: Language,
) -> list[Field]:
    """The fields of years and groups; the first year has none before it, and the last is before none."""
    choices = [(str(year), str(year)) for year in offered]
    return [
        Field(
            name="year",
            label=say.YEAR[language],
            kind="choice",
            value=str(chosen[0]),
            choices=choices[:-1],
        ),
        Field(
            name="against",
            label=say.AGAINST[language],
            kind="choice",
            value=str(chosen[1]),
            choices=choices[1:],
        ),
        Field(
            name="groups",
            label=say.GROUPS[language],
            kind="many",
            value="\n".join(own),
            choices=[(each, name[language]) for each, name in groups.items()],
        ),
    ]


def _gap_form(seen: Standing, fields: list[Field], about: str, held: Held[Gap] | None, language: Language) -> str:
    own = Field(name="review_id", kind="hidden", value=seen.review.entry.id)
    return form(
        "review_gap",
        [own, *fields],
        about=f"gap/{about}",
        language=language,
        seen=held.version if held else 0,
        focus=about,
    )


def _gap(before: Gap | None, contents: Contents, language: Language) -> list[Field]:
    nobody = ("", say.NOBODY[language])
    late = [(each.id, f"{each.id} {each.title[language]}") for each in reversed(contents.decisions)]
    own = [each for each in late[DECISIONS_OFFERED:] if before and each[0] == before.decision_id]
    owners = [(each.id, each.title[language]) for each in seats(contents, data.today())]
    return [
        Field(
            name="text",
            label=say.GAP_TEXT[language],
            kind="long",
            rows=2,
            value=text_of(before.text if before else None, language),
        ),
        Field(
            name="service",
            label=say.GAP_SERVICE[language],
            value=text_of(before.service if before else None, language),
            wide=True,
        ),
        Field(
            name="decision_id",
            label=say.GAP_DECISION[language],
            kind="choice",
            value=(before.decision_id or "") if before else "",
            choices=[("", say.NO_DECISION[language]), *late[:DECISIONS_OFFERED], *own],
        ),
        Field(
            name="owner",
            label=say.GAP_OWNER[language],
            kind="choice",
            value=(before.owner or "") if before else "",
            choices=[nobody, *owners],
        ),
    ]
