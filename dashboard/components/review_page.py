"""One annual review put together: each step under its heading, with the figures and what the group writes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import costs_figures, costs_page, costs_split, needs_words, services_figures, services_page
from dashboard.components import needs_page as needs
from dashboard.components import review_forms as forms
from dashboard.components import review_gaps as gaps
from dashboard.components import review_reading as reading
from dashboard.components import review_words as words
from dashboard.components.costs_figures import Costs
from dashboard.components.history import history
from dashboard.components.indicator_page import Place, place
from dashboard.components.needs_page import NeedsPage
from dashboard.components.page_part import section
from dashboard.components.register_form import writing
from dashboard.components.resource_files import Shelf, take_kinds, take_split
from dashboard.components.review_reading import Standing
from dashboard.components.services_figures import Services
from dashboard.components.take_away import take_away
from dashboard.texts import costs as say_costs
from dashboard.texts import review as say
from dashboard.texts import services as say_services
from dashboard.view import View
from governance.entries import AnnualReview, Conclusion, Contents, Proposal, ReviewStep, StepName
from metrics.problem import Language, Text
from pipelines.published import Published


@dataclass(frozen=True, kw_only=True)
class ReviewPage:
    """What every step is made from; `figures` is None where the release has no ratings of the year."""

    seen: Standing
    contents: Contents
    shown: Published
    here: Place
    figures: NeedsPage | None
    view: View

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.view.language

    @property
    def review(self) -> AnnualReview:
        """The review itself."""
        return self.seen.review.entry

    @property
    def is_open(self) -> bool:
        """Whether it may be written in."""
        return self.seen.finished_on is None

    @property
    def groups(self) -> dict[str, Text]:
        """The target groups the review is about."""
        every = self.here.groups
        return {each: name for each, name in every.items() if not self.review.groups or each in self.review.groups}

    @property
    def until(self) -> str:
        """The last quarter the review looks at."""
        return f"{self.review.year}-Q4"

    @property
    def services(self) -> Services:
        """The figures of the page about services, of the review's year and groups."""
        key = f"{data.key()} {','.join(self.groups)}"
        return services_figures.kept(key, self.until, self.shown, self.groups)

    @property
    def costs(self) -> Costs:
        """The figures of the page about costs, of the review's year."""
        own = View(page="review", language=self.language, until=self.until)
        return costs_figures.kept(data.key(), own, self.shown, tuple(self.here.units))


def made(seen: Standing, shown: Published, view: View) -> ReviewPage:
    """The page of one review."""
    return ReviewPage(
        seen=seen,
        contents=data.register_entries(),
        shown=shown,
        here=place(shown.manifest["committee"]),
        figures=reading.figures(seen.review.entry, view, shown),
        view=view,
    )


def show(page: ReviewPage) -> None:
    """The head, the part that the address asks for, and the way onwards."""
    part = words.part_of(page.view)
    st.html(
        words.head(page.seen, page.contents, page.here.groups, page.shown.release_id, page.view)
        + (writing(page.view) if page.is_open or part == "document" else "")
    )
    PARTS[part](page)
    st.html(words.onwards(page.view))


def years(page: ReviewPage) -> None:
    """Which years, and for whom."""
    offered = reading.full_years()
    if page.is_open and page.review.year in offered and page.review.against in offered:
        drawn = forms.years(page.seen.review, offered, page.here.groups, page.language)
        st.html(section(say.PARTS["years"], drawn, page.language))
    st.html(history(AnnualReview, page.review.id, page.language))


def needs_part(page: ReviewPage) -> None:
    """The profile and what has changed, as on the page about needs, for the review's years and groups."""
    if page.figures:
        st.html(needs_words.headline(page.figures.reading, page.language))
        for each in (needs.profile, needs.change, needs.dimensions, needs.groups):
            each(page.figures)
        st.html(_more(page, [("needs", say.MORE_NEEDS)]))
    else:
        st.html(_no_figures(page))
    _reading(page, "needs")


def services_part(page: ReviewPage) -> None:
    """How people were met, what opened and closed, and what it cost each organisation and both."""
    language, services, costs = page.language, page.services, page.costs
    key, register = f"{data.key()} review {page.until}", data.register_entries(page.until)
    own = replace(page.view, until=page.until, unit="")
    shelf = Shelf(shown=page.shown, here=page.here, view=own, key=key)
    st.html(services_page.opening(services, language))
    if panels := services_page.kinds_chart(services):
        services_page.show_kinds(services, panels, key, language)
        take_kinds(services, panels, shelf)
    groups = services_page.groups(services, page.groups, language)
    st.html(
        (section(say_services.GROUPS_TITLE, groups, language) if groups else "")
        + section(say_services.CHANGES_TITLE, services_page.changes(register.events, page.view), language)
    )
    st.html(section(say.COSTS, costs_page.opening(costs, language), language))
    if split := costs_split.chart(costs, register, ""):
        costs_split.show(costs, split, key, page.view, register)
        take_split(costs, split, shelf)
    st.html(
        section(say_costs.YEARS_TITLE, costs_page.years(costs, language), language)
        + _more(page, [("services", say.MORE_SERVICES), ("costs", say.MORE_COSTS)])
    )
    _reading(page, "services")


def gaps_part(page: ReviewPage) -> None:
    """What is lacking, and what answers it."""
    made = _gaps(page)
    missing = "" if page.figures else _no_figures(page)
    st.html(missing + gaps.finding(made) + gaps.listed(made) + (gaps.other(made) if page.is_open else ""))
    _reading(page, "gaps")


def associations_part(page: ReviewPage) -> None:
    """What the associations say, and what they brought up during the year."""
    language, year = page.language, page.review.year
    own = words.voices(page.seen, page.contents, language, is_open=page.is_open)
    st.html(
        section(say.VOICES, f"<p>{escape(say.VOICES_TEXT[language])}</p>{own}", language)
        + section(say.AT_MEETINGS.format(year=year), words.at_meetings(page.contents, year, page.view), language)
    )
    _reading(page, "associations")


def proposals_part(page: ReviewPage) -> None:
    """What is proposed, and the way to an agenda."""
    language = page.language
    listed = words.proposals(page.seen, page.contents, page.groups, page.view, is_open=page.is_open)
    st.html(section(say.PROPOSALS, listed, language))
    if page.is_open:
        names = words.gap_names(page.seen, page.groups, language)
        st.html(section(say.NEW_PROPOSAL, forms.proposal(page.seen, None, names, language), language))
    _reading(page, "proposals")


def decisions_part(page: ReviewPage) -> None:
    """What came of the proposals, and of those of the review before."""
    st.html(_fates(page) + f'<p class="note">{escape(say.RECORD[page.language])}</p>')
    _reading(page, "decisions")


def document(page: ReviewPage) -> None:
    """The whole review on one page, to be read and printed."""
    language, seen = page.language, page.seen
    conclusion = words.prose(seen.conclusion.entry.text[language]) if seen.conclusion else ""
    nothing = f'<p class="quiet">{escape(say.NOTHING_WRITTEN[language])}</p>'
    st.html(section(say.CONCLUSION, conclusion or nothing, language))
    st.html(section(say.PARTS["needs"], words.told(seen, "needs", language), language))
    if page.figures:
        st.html(needs_words.headline(page.figures.reading, language))
        needs.profile(page.figures)
        needs.change(page.figures)
    costs, read = page.costs, words.told(seen, "services", language)
    told = read + services_page.opening(page.services, language) + costs_page.opening(costs, language)
    noted = words.told(seen, "gaps", language) + gaps.noted(seen.gaps, _gaps(page))
    voices = words.voices(seen, page.contents, language, is_open=False)
    listed = words.proposals(seen, page.contents, page.groups, page.view, is_open=False)
    st.html(
        section(say.PARTS["services"], told + costs_page.years(costs, language), language)
        + section(say.PARTS["gaps"], noted, language)
        + section(say.PARTS["associations"], voices + words.told(seen, "associations", language), language)
        + section(say.PARTS["proposals"], words.told(seen, "proposals", language) + listed, language)
        + section(say.PARTS["decisions"], words.told(seen, "decisions", language), language)
        + _fates(page)
    )
    take_away(
        lambda: words.sheet(seen, page.contents, page.groups, language),
        f"{say.NEEDS_FILE[language]}_{page.review.id}",
        page.view,
    )
    end = forms.conclusion(seen, language) if page.is_open else forms.reopen(seen, language)
    st.html(f'<p class="note">{escape(say.PRINT[language])}</p>{end}{history(Conclusion, page.review.id, language)}')


PARTS = {
    "years": years,
    "needs": needs_part,
    "services": services_part,
    "gaps": gaps_part,
    "associations": associations_part,
    "proposals": proposals_part,
    "decisions": decisions_part,
    "document": document,
}
"""Every step by its name in the address."""


def _reading(page: ReviewPage, step: StepName) -> None:
    """What the group has written of a step, the form for it, and who changed what."""
    told = words.told(page.seen, step, page.language)
    form = f"<div>{forms.step(page.seen, step, page.language)}</div>" if page.is_open else ""
    past = history(ReviewStep, f"{page.review.id}/{step}", page.language) if step in page.seen.steps else ""
    st.html(
        f'<section class="reading" id="reading" tabindex="-1"><h2>{escape(say.READING[page.language])}</h2>{told}{form}'
        f"{past}</section>"
    )


def _gaps(page: ReviewPage) -> gaps.Gaps:
    return gaps.Gaps(
        seen=page.seen,
        page=page.figures,
        contents=page.contents,
        groups=page.here.groups,
        committee=page.shown.manifest["committee"],
        view=page.view,
        is_open=page.is_open,
    )


def _fates(page: ReviewPage) -> str:
    """What came of this review's proposals, and of those of the one before."""
    own = [each.entry for each in page.seen.proposals]
    drawn = section(say.CAME, words.fate(own, page.contents, page.view), page.language)
    before = words.earlier(page.review, page.contents)
    if before is None:
        return drawn
    then = words.fate(page.contents.of(Proposal, review_id=before.id), page.contents, page.view)
    return drawn + section(say.CAME_EARLIER.format(year=before.year), then, page.language)


def _more(page: ReviewPage, ways: list[tuple[str, Text]]) -> str:
    """The whole pages behind a step, at the review's own years."""
    addresses = {
        "needs": page.figures.view.to("needs") if page.figures else page.view.to("needs"),
        "services": View(page="services", language=page.language, until=page.until).address,
        "costs": View(page="costs", language=page.language, until=page.until).address,
    }
    links = "".join(
        f'<a class="do" href="{escape(addresses[name])}">{escape(text[page.language])}</a>' for name, text in ways
    )
    return f'<p class="ways">{links}</p>'


def _no_figures(page: ReviewPage) -> str:
    return f'<p class="notice">{escape(say.NO_FIGURES.format(year=page.review.year)[page.language])}</p>'
