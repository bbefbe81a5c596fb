"""What the entries of an annual review must keep: years in order, whole before it is finished, and then left alone."""

from __future__ import annotations

from typing import Final, get_args

from governance.checks.writing import Writing
from governance.entries import (
    AnnualReview,
    Body,
    Conclusion,
    Entry,
    Gap,
    Proposal,
    ReviewStep,
    StepName,
    Voice,
)
from governance.words import STEPS, called
from metrics.problem import Text, UserProblem

DOMAINS: Final = 22
"""How many domains of need the Camberwell Assessment has."""


def a_review_looks_back(entry: Entry, writing: Writing) -> UserProblem | None:
    """A year is compared with an earlier one."""
    if not isinstance(entry, AnnualReview) or entry.against < entry.year:
        return None
    return _refused(
        "years_reversed",
        entry,
        sv="{against} är inte före {year}. Välj ett tidigare år att jämföra med.",
        en="{against} is not before {year}. Choose an earlier year to compare with.",
        against=entry.against,
        year=entry.year,
    )


def a_gap_is_in_a_domain(entry: Entry, writing: Writing) -> UserProblem | None:
    """A gap is a need of one of the domains there are."""
    if not isinstance(entry, Gap) or 1 <= entry.domain <= DOMAINS:
        return None
    return _refused(
        "domain_unknown",
        entry,
        sv="Behovsområdet {domain} finns inte. Områdena är 1 till {most}.",
        en="There is no domain {domain}. The domains are 1 to {most}.",
        domain=entry.domain,
        most=DOMAINS,
    )


def an_association_speaks(entry: Entry, writing: Writing) -> UserProblem | None:
    """What stands as an association's words is said by an association."""
    if not isinstance(entry, Voice) or writing.known.of(Body, id=entry.body_id, kind="association"):
        return None
    return _refused(
        "not_an_association",
        entry,
        sv="Här skrivs bara det som en förening har sagt. Välj en förening.",
        en="Only what an association has said is written here. Choose an association.",
    )


def a_finished_review_stands(entry: Entry, writing: Writing) -> UserProblem | None:
    """A review that is finished is read, not written in, until it is opened again."""
    if isinstance(entry, Conclusion):
        before = writing.before
        was = isinstance(before, Conclusion) and before.concluded_on is not None
        is_stopped = was and entry.concluded_on is not None
    elif isinstance(entry, AnnualReview | Gap | Voice | Proposal | ReviewStep):
        review_id = entry.id if isinstance(entry, AnnualReview) else entry.review_id
        is_stopped = any(each.concluded_on for each in writing.known.of(Conclusion, review_id=review_id))
    else:
        return None
    if not is_stopped:
        return None
    return _refused(
        "review_finished",
        entry,
        sv="Årsgenomgången är avslutad. Öppna den igen, med skäl, för att ändra i den.",
        en="The annual review is finished. Open it again, with a reason, to change it.",
    )


def a_review_is_whole_when_finished(entry: Entry, writing: Writing) -> UserProblem | None:
    """A review ends when every step of it is done, and opens again only with a reason."""
    if not isinstance(entry, Conclusion):
        return None
    if entry.concluded_on is None:
        was = isinstance(writing.before, Conclusion) and writing.before.concluded_on is not None
        if was and writing.why is None:
            return _refused(
                "reopened_without_reason",
                entry,
                sv="Årsgenomgången är avslutad. Skriv varför den öppnas igen.",
                en="The annual review is finished. Say why it is opened again.",
            )
        return None
    done = {each.step for each in writing.known.of(ReviewStep, review_id=entry.review_id) if each.done_on}
    left = [STEPS[step] for step in get_args(StepName) if step not in done]
    if not left:
        return None
    return _refused(
        "review_not_whole",
        entry,
        sv="De här stegen är inte klara än: {left}. Gör dem klara, så kan genomgången avslutas.",
        en="These steps are not done yet: {left}. Finish them, and the review can be closed.",
        left=Text(sv=", ".join(each.sv for each in left), en=", ".join(each.en for each in left)),
    )


def _refused(code: str, entry: Entry, *, sv: str, en: str, **values: object) -> UserProblem:
    said = Text(sv="{entry}: " + sv, en="{entry}: " + en)
    return UserProblem(code, said.format(entry=called(entry), **values))
