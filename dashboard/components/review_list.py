"""All annual reviews, how far each has come, and beginning a new one."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from dashboard.components import review_forms as forms
from dashboard.components import review_reading as reading
from dashboard.texts import long_date, texts
from dashboard.texts import review as say
from dashboard.view import View
from governance.entries import AnnualReview, Contents, Gap, Proposal
from metrics.problem import Language, Text
from metrics.words import uncapitalised


def opening(contents: Contents, view: View) -> str:
    """Where the committee stands with its annual reviews, in a sentence, with the way to the one under way."""
    language = view.language
    if not contents.annual_reviews:
        return f'<p class="finding">{escape(say.NONE[language])}</p>'
    for review in reversed(contents.annual_reviews):
        done, finished = reading.progress(review, contents)
        if finished is None:
            said = say.STAND.format(year=review.year, done=done, all=len(reading.STEPS))
            onwards, to = say.CONTINUE.format(year=review.year)[language], escape(view.to("review", item=review.id))
            return (
                f'<p class="finding">{escape(said[language])}</p>'
                f'<p class="ways"><a class="do" href="{to}">{escape(onwards)}</a></p>'
            )
    last = contents.annual_reviews[-1].year
    return f'<p class="finding">{escape(say.STAND_NONE.format(year=last)[language])}</p>'


def table(contents: Contents, groups: Mapping[str, Text], view: View) -> str:
    """One row for each review, the latest first; each leads to its page."""
    if not contents.annual_reviews:
        return ""
    language = view.language
    head = "".join(f'<th scope="col">{escape(each[language])}</th>' for each in say.REVIEWS_HEAD)
    rows = "".join(_row(each, contents, groups, view) for each in reversed(contents.annual_reviews))
    return (
        f'<section><h2>{escape(say.REVIEWS[language])}</h2><table class="deliveries reviews"><thead><tr>{head}</tr>'
        f"</thead><tbody>{rows}</tbody></table></section>"
    )


def start(contents: Contents, groups: Mapping[str, Text], language: Language) -> str:
    """The form for a new review, with what is chosen from the beginning; why there is none where there cannot be."""
    title, years = f"<h2>{escape(say.START[language])}</h2>", reading.full_years()
    if len(years) < 2:
        return f"<section>{title}<p>{escape(say.START_NO_YEARS.format(n=len(years))[language])}</p></section>"
    taken = tuple(each.year for each in contents.annual_reviews)
    years_of = ", ".join(map(str, taken))
    already = f" {say.ALREADY.format(years=years_of)[language]}" if taken else ""
    return (
        f"<section>{title}<p>{escape(say.START_TEXT[language] + already)}</p>"
        f"{forms.begin(years, taken, groups, language)}</section>"
    )


def of_groups(review: AnnualReview, groups: Mapping[str, Text], language: Language) -> str:
    """For whom a review is made."""
    names = [uncapitalised(groups[each][language]) if each in groups else each for each in review.groups]
    return ", ".join(names) or say.ALL_GROUPS[language]


def state(review: AnnualReview, contents: Contents, language: Language) -> str:
    """How far a review has come."""
    done, finished = reading.progress(review, contents)
    if finished:
        return say.FINISHED[language].format(day=long_date(texts(language), finished))
    return say.UNDER_WAY[language].format(done=done, all=len(reading.STEPS))


def _row(review: AnnualReview, contents: Contents, groups: Mapping[str, Text], view: View) -> str:
    language, to = view.language, escape(view.to("review", item=review.id))
    gaps, proposals = contents.of(Gap, review_id=review.id), contents.of(Proposal, review_id=review.id)
    answered = sum(each.is_answered for each in gaps)
    decided = sum(bool(reading.came(each, contents).decisions) for each in proposals)
    cells = (
        str(review.against),
        of_groups(review, groups, language),
        state(review, contents, language),
        say.GAPS_COUNT[language].format(all=len(gaps), answered=answered) if gaps else "–",
        say.PROPOSALS_COUNT[language].format(all=len(proposals), decided=decided) if proposals else "–",
    )
    rest = "".join(
        f'<td data-label="{escape(label[language])}">{escape(text)}</td>'
        for label, text in zip(say.REVIEWS_HEAD[1:], cells, strict=True)
    )
    return f'<tr data-href="{to}"><th scope="row"><a href="{to}">{review.year}</a></th>{rest}</tr>'
