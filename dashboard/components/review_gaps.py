"""The gaps of an annual review: what the figures mark out, what answers it, and what has been noted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from dashboard.components import history, needs_groups
from dashboard.components import review_forms as forms
from dashboard.components.decision_page import as_read
from dashboard.components.history import seat_name
from dashboard.components.needs_page import NeedsPage
from dashboard.components.needs_reading import MANY_UNMET
from dashboard.components.page_part import folded
from dashboard.components.register_link import link
from dashboard.components.review_reading import Flag, Standing, flags, gap_id
from dashboard.texts import review as say
from dashboard.texts import texts
from dashboard.view import View
from governance.entries import Contents, Gap
from governance.keeping import Held
from metrics import words
from metrics.can_domains import NAMES
from metrics.problem import Language, Text
from metrics.words import uncapitalised


@dataclass(frozen=True, kw_only=True)
class Gaps:
    """All that the step shows.

    In      page     the figures of the years; None where none are published
            is_open  whether it may be written in
    """

    seen: Standing
    page: NeedsPage | None
    contents: Contents
    groups: Mapping[str, Text]
    committee: dict[str, Any]
    view: View
    is_open: bool

    @property
    def flagged(self) -> tuple[Flag, ...]:
        """What the figures mark out."""
        return flags(self.page.reading) if self.page else ()


def finding(gaps: Gaps) -> str:
    """How much is marked out, noted and left without an answer."""
    kept, flagged = gaps.seen.gaps, gaps.flagged
    said = say.GAPS_FOUND.format(
        domains=sum(not each.group for each in flagged),
        groups=sum(bool(each.group) for each in flagged),
        kept=len(kept),
        open=sum(not each.entry.is_answered for each in kept),
    )
    return f'<p class="finding">{escape(said[gaps.view.language])}</p>'


def listed(gaps: Gaps) -> str:
    """Every domain and target group marked out, and every gap noted besides, with its answer or the form for it."""
    language, review, flagged = gaps.view.language, gaps.seen.review.entry, gaps.flagged
    marked = {(each.domain, each.group) for each in flagged}
    besides = [each.entry for each in gaps.seen.gaps if (each.entry.domain, each.entry.group) not in marked]
    many = words.amount(MANY_UNMET, "share")
    sub = f"<p>{escape(say.FLAGGED_SUB.format(many=many, against=review.against)[language])}</p>"
    parts = (
        (say.FLAGGED, sub, [_item(gaps, each.domain, "", each) for each in flagged if not each.group]),
        (say.FLAGGED_GROUPS, "", [_item(gaps, each.domain, each.group, each) for each in flagged if each.group]),
        (say.NOTED_BESIDES, "", [_item(gaps, each.domain, each.group, None) for each in besides]),
    )
    none = f'<p class="quiet">{escape(say.FLAGGED_NONE[language])}</p>'
    return "".join(
        f"<section><h2>{escape(title[language])}</h2>{above}{_list(items) or none}</section>"
        for title, above, items in parts
        if items or above
    )


def other(gaps: Gaps) -> str:
    """The form for what the figures do not see."""
    language = gaps.view.language
    drawn = forms.other_gap(gaps.seen, gaps.groups, gaps.contents, language)
    return (
        f'<section class="more"><h2>{escape(say.OTHER_GAP[language])}</h2><p>{escape(say.OTHER_GAP_TEXT[language])}</p>'
        f"{folded(say.NOTE_GAP, drawn, language)}</section>"
    )


def noted(kept: Sequence[Held[Gap]], gaps: Gaps) -> str:
    """The gaps that have been noted, each with its answer: what the whole review shows of them."""
    return _list(
        f"<li><h3>{escape(name(each.entry.domain, each.entry.group, gaps.groups, gaps.view.language))} "
        f"{_state(each.entry, gaps.view.language)}</h3>{_answer(each.entry, gaps.view)}</li>"
        for each in kept
    )


def _list(items: Iterable[str]) -> str:
    whole = "".join(items)
    return f'<ul class="gaps">{whole}</ul>' if whole else ""


def name(domain: int, group: str, groups: Mapping[str, Text], language: Language) -> str:
    """The domain, and the target group where it is about one."""
    whose = uncapitalised(groups[group][language]) if group in groups else group
    return ": ".join(filter(None, (NAMES[domain][language], whose)))


def _item(gaps: Gaps, domain: int, group: str, flag: Flag | None) -> str:
    language = gaps.view.language
    held = gaps.seen.gap_of(domain, group)
    own = gap_id(gaps.seen.review.entry.id, domain, group)
    title = name(domain, group, gaps.groups, language)
    state = _state(held.entry, language) if held else ""
    facts = f'<p class="facts">{escape(_figures(flag, gaps))}</p>' if flag else ""
    units = ""
    if gaps.page and not group:
        found = needs_groups.units_answering(domain, gaps.contents, gaps.committee, language)
        units = f'<p class="quiet">{escape(say.ANSWERED_BY[language].format(units=found))}</p>'
    answer = _answer(held.entry, gaps.view) if held else ""
    return (
        f'<li id="{escape(own)}" tabindex="-1"><h3>{escape(title)} {state}</h3>{facts}{units}{answer}'
        f"{_forms(gaps, domain, group, held, title) if gaps.is_open else ''}</li>"
    )


def _forms(gaps: Gaps, domain: int, group: str, held: Held[Gap] | None, title: str) -> str:
    language = gaps.view.language
    drawn = forms.gap(gaps.seen, domain, group, held, gaps.contents, language)
    if held:
        drawn += forms.withdraw("gap", held, language) + history.kept(Gap, held.entry.id, language)
    opened = folded(say.CHANGE_GAP if held else say.NOTE_GAP, drawn, language)
    return opened.replace("</summary>", f'<span class="vh"> {escape(title)}</span></summary>', 1)


def _figures(flag: Flag, gaps: Gaps) -> str:
    """What the figures say of a domain, both sides in one line."""
    language, against = gaps.view.language, gaps.seen.review.entry.against
    parts, more = [], False
    for organisation, share, others, noticed in flag.shares:
        who = words.ORGANISATION[organisation][language]
        if share is None:
            parts.append(f"{who} {texts(language).suppressed}")
            continue
        told = words.amount(share, "share")[language]
        if others is not None:
            told = say.MORE_THAN[language].format(share=told, others=words.amount(others, "share")[language])
        parts.append(f"{who} {told}")
        more = more or noticed
    said = (say.UNMET_GROUP if flag.group else say.UNMET)[language].format(shares=", ".join(parts))
    said = said[:1].upper() + said[1:]
    return f"{said} · {say.CHANGED_SURELY[language].format(against=against)}" if more else said


def _state(gap: Gap, language: Language) -> str:
    kind, text = ("answered", say.ANSWERED) if gap.is_answered else ("unanswered", say.UNANSWERED)
    return f'<span class="gap-state {kind}">{escape(text[language])}</span>'


def _answer(gap: Gap, view: View) -> str:
    """What was noted, and the three parts of its answer; what is lacking says so."""
    language = view.language
    rows = [
        (say.GAP, escape(gap.text[language])),
        (say.SERVICE, escape(gap.service[language] if gap.service else say.NO_ANSWER[language])),
        (say.DECISION, link(view, gap.decision_id) if gap.decision_id else escape(say.NO_DECISION[language])),
        (say.OWNER, escape(seat_name(gap.owner, language) if gap.owner else say.NOBODY[language])),
    ]
    then = ", ".join(
        f"{words.ORGANISATION[each.organisation][language]} {as_read(each.shown, language)}" for each in gap.evidence
    )
    if then:
        period = f"{gap.evidence[0].period}, {gap.evidence[0].release_id}"
        rows.append((say.THEN, escape(f"{then} ({period})")))
    pairs = "".join(f"<dt>{escape(title[language])}</dt><dd>{body}</dd>" for title, body in rows)
    return f'<dl class="facts">{pairs}</dl>'
