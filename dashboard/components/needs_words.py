"""The page about needs in words: what matters first, the filters, and the finding above each chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from html import escape

from dashboard.components import page_section, states
from dashboard.components.badges import menu
from dashboard.components.indicator_words import Names
from dashboard.components.needs_reading import RATERS, Reading
from dashboard.texts import needs as say
from dashboard.view import View
from metrics import words
from metrics.can_domains import NAMES
from metrics.distribution import DOMAINS
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Language, Text

TOLD = 2


def filters(reading: Reading, view: View, names: Names, quarters: Collection[str]) -> str:
    """Year, the year it is compared with, rater and organisation, each a badge that opens to links."""
    language, chosen, compared = view.language, reading.year.year, reading.against.year if reading.against else None
    against = [
        (str(year), replace(view, against=str(year)).address, year == compared)
        for year in (each.year for each in reading.years)
        if year < chosen
    ]
    raters = [
        (say.RATERS[each][language], replace(view, rater="" if each == "user" else each).address, each == reading.rater)
        for each in RATERS
    ]
    menus = [
        page_section.year_filter(view, chosen, quarters),
        *([menu(say.AGAINST[language], str(compared), against)] if against else []),
        menu(say.RATER[language], say.RATERS[reading.rater][language], raters),
        page_section.organisation_filter(view, names),
    ]
    return page_section.filters(menus, language)


def headline(reading: Reading, language: Language) -> str:
    """What matters most in bold, then what has changed, then whether needs of all kinds are met alike."""
    first, rest = _most_unmet(reading)[language], changed(reading)[language]
    return f'<p class="finding"><b>{escape(first)}</b> {escape(rest)}</p>'


def silent(reading: Reading, view: View, released: Collection[str], names: Names) -> str:
    """A line for an organisation that has released figures but no ratings of the year: a blank needs its reason."""
    shown = {side.organisation for side in reading.sides}
    return "".join(
        states.notice(
            say.SIDE_MISSING[view.language].format(organisation=names[each][view.language], year=reading.year.year)
        )
        for each in ORGANISATIONS
        if each in released and each not in shown and view.organisation in ("", each)
    )


def changed(reading: Reading) -> Text:
    """Which domains have changed surely and noticeably, on which side and which way."""
    if reading.against is None:
        return say.NOT_COMPARED
    if all(moved.difference is None for side in reading.sides for moved in side.moved):
        return say.CARERS_NOT_FOLLOWED if reading.rater == "carer" and reading.is_matched else say.CHANGE_HIDDEN
    moves: dict[tuple[int, Text], list[Text]] = {}
    for side in reading.sides:
        for moved in side.moved:
            if moved.noticed:
                said = say.MORE if (moved.difference or 0.0) > 0 else say.FEWER
                moves.setdefault((moved.domain, said), []).append(words.ORGANISATION[side.organisation])
    found = [
        said.format(domain=words.capitalised(NAMES[domain]), organisation=whose[0] if len(whose) == 1 else words.BOTH)
        for (domain, said), whose in moves.items()
    ]
    against = reading.against.year
    if not found:
        return say.NONE_CHANGED.format(against=against)
    listed = Text(sv="; ".join(each.sv for each in found), en="; ".join(each.en for each in found))
    return say.SOME_CHANGED.format(against=against, changes=listed)


def profile_found(reading: Reading) -> Text | None:
    """In how many domains users see more unmet needs than staff do, on each side; None where both are never shown."""
    more: dict[Organisation, Text] = {}
    for side in reading.sides:
        pairs = [
            (user.unmet, staff.unmet)
            for user, staff in zip(side.shares["user"], side.shares["staff"], strict=True)
            if user.unmet is not None and staff.unmet is not None
        ]
        if pairs:
            found = str(sum(user > staff for user, staff in pairs))
            more[side.organisation] = Text(sv=found, en=found)
    return say.PROFILE_FOUND.format(found=words.of_each(more, say.AND), all=len(DOMAINS)) if more else None


def dimensions_found(reading: Reading) -> Text:
    """How far apart the kinds of well-being lie, on each side."""
    parts = [
        say.GAP_OF.format(
            points=words.bare(side.value.gap, "points"), organisation=words.ORGANISATION[side.organisation]
        )
        for side in reading.sides
        if side.value.gap is not None
    ]
    return say.DIMENSIONS_FOUND.format(gaps=_and(parts)) if parts else say.DIMENSIONS_HIDDEN


def through_found(reading: Reading) -> Text:
    """The domain that has most often had the largest share with an unmet need, on each side."""
    parts = []
    for side in reading.sides:
        highest = [
            max(known, key=lambda each: each[0])[1]
            for domains in side.through.values()
            if (known := [(found.unmet, found.domain) for found in domains if found.unmet is not None])
        ]
        if highest:
            domain, times = Counter(highest).most_common(1)[0]
            parts.append(
                say.THROUGH_OF.format(
                    domain=_lower(NAMES[domain]),
                    times=times,
                    all=len(highest),
                    organisation=words.ORGANISATION[side.organisation],
                )
            )
    return say.THROUGH_FOUND.format(domains=_and(parts)) if parts else say.THROUGH_HIDDEN


def _and(parts: Sequence[Text]) -> Text:
    return Text(sv=say.AND.sv.join(part.sv for part in parts), en=say.AND.en.join(part.en for part in parts))


def _most_unmet(reading: Reading) -> Text:
    """The domains with the most unmet needs, by the mean over the sides shown."""
    found: list[tuple[float, int]] = []
    for at, domain in enumerate(DOMAINS):
        shares = [side.shares[reading.rater][at].unmet for side in reading.sides]
        known = [share for share in shares if share is not None]
        if known:
            found.append((sum(known) / len(known), domain))
    rater, year = say.RATERS[reading.rater], reading.year.year
    if not found:
        return say.NO_SHARES.format(year=year, rater=rater)
    most = [domain for _, domain in sorted(found, reverse=True)[:TOLD]]
    parts = [say.DOMAIN_SHARES.format(domain=_lower(NAMES[each]), shares=_shares(reading, each)) for each in most]
    return say.MOST_UNMET.format(year=year, rater=rater, domains=_and(parts))


def _shares(reading: Reading, domain: int) -> Text:
    found = []
    for side in reading.sides:
        share = side.shares[reading.rater][domain - 1].unmet
        if share is not None:
            of = words.ORGANISATION[side.organisation]
            amount = words.amount(share, "share")
            found.append(Text(sv=f"{of.sv} {amount.sv}", en=f"{of.en} {amount.en}"))
    return Text(sv=", ".join(each.sv for each in found), en=", ".join(each.en for each in found))


def _lower(text: Text) -> Text:
    return Text(sv=text.sv[:1].lower() + text.sv[1:], en=text.en[:1].lower() + text.en[1:])
