"""What stands around every page: the bar with the pages and languages, the foot with the release."""

from __future__ import annotations

from datetime import date
from html import escape

import streamlit as st

from dashboard import data
from dashboard.components import explain, states, tour
from dashboard.texts import long_date, texts
from dashboard.texts import tour as tour_words
from dashboard.view import GROUPS, LANGUAGE_COOKIE, PATHS, PageName, View, read
from metrics import words
from metrics.indicator import ORGANISATIONS
from metrics.problem import Language
from pipelines.published import Published


def view(page: PageName) -> View:
    """Where the reader is: the address, held against what the release in force has.

    Rule    before there is one, the register is read and written all the same
    """
    shown = data.release()
    committee = shown.manifest["committee"] if shown else {"units": (), "target_groups": ()}
    return read(
        page,
        st.query_params,
        remembered=st.context.cookies.get(LANGUAGE_COOKIE),
        periods=data.quarters(),
        units=[unit["id"] for unit in committee["units"]],
        groups=[group["id"] for group in committee["target_groups"]],
    )


def bar(seen: View) -> None:
    """The bar on top of every page: where you can go, what is made up, which language."""
    shown = data.release()
    told = tour.strip(seen) if tour.is_told_of(shown) else ""
    st.html(bar_html(seen, synthetic=shown is not None and bool(shown.manifest["committee"]["synthetic"])) + told)


def bar_html(seen: View, *, synthetic: bool) -> str:
    """The bar as HTML; links keep language and filters."""
    t = texts(seen.language)
    here = next((group for group, pages in GROUPS.items() if seen.page in pages), None)
    groups = "".join(
        f'<li><a href="{escape(seen.to(pages[0]))}"{_current(group == here, "true")}>'
        f"{escape(getattr(t, f'group_{group}'))}</a></li>"
        for group, pages in GROUPS.items()
    )
    pages = "".join(
        f'<li><a href="{escape(seen.to(name))}"{_current(name == seen.page, "page")}>'
        f"{escape(getattr(t, f'page_{name}'))}</a></li>"
        for name in (GROUPS[here] if here else ())
    )
    other: Language = "en" if seen.language == "sv" else "sv"
    badge = explain.mark(escape(t.synthetic), "synthetic", looks="synthetic") if synthetic else ""
    return (
        f'<header class="bar" data-pages="{" ".join(PATHS.values())}">'
        f'<a class="brand" href="{escape(seen.to("overview"))}">'
        f'<img src="/assets/samsyn.svg" alt="" width="26" height="26">{escape(t.product)}</a>'
        f'<nav aria-label="{escape(t.navigation)}"><ul class="groups">{groups}</ul><ul class="pages">{pages}</ul></nav>'
        f"{badge}"
        f'<a class="language" hreflang="{other}" lang="{other}" href="{escape(seen.in_language(other))}">'
        f"{'English' if other == 'en' else 'Svenska'}</a></header>"
    )


def missing(seen: View, shown: Published) -> str:
    """A line for what has not come: an organisation's figures, a new bundle, the register. A blank needs its reason."""
    t = texts(seen.language)
    register = "" if data.register_found() else states.notice(t.register_missing)
    refused = "".join(
        states.notice(
            t.bundle_refused.format(
                organisation=words.ORGANISATION[each.organisation][seen.language],
                date=long_date(t, each.on),
                code=each.code,
            ),
            kind="refused",
        )
        for each in data.refused_bundles()
    )
    return (
        register
        + refused
        + "".join(
            states.notice(
                t.data_awaiting.format(organisation=words.ORGANISATION[which][seen.language]), kind="awaiting"
            )
            for which in ORGANISATIONS
            if which not in shown.manifest["organisations"]
        )
    )


def foot(seen: View) -> None:
    """The foot of every page: which release this is, and when each organisation let go of its figures."""
    shown = data.release()
    if shown is not None:
        st.html(foot_html(seen, shown))


def foot_html(seen: View, shown: Published) -> str:
    """The foot as HTML."""
    t = texts(seen.language)
    parts = [
        t.foot_release.format(release=shown.release_id),
        t.foot_published.format(date=long_date(t, day_of(shown.manifest["published_at"]))),
    ]
    for which in ORGANISATIONS:
        part = shown.manifest["organisations"].get(which)
        name = words.capitalised(words.ORGANISATION[which])[seen.language]
        if part:
            parts.append(t.foot_organisation.format(organisation=name, date=long_date(t, day_of(part["released_at"]))))
        else:
            parts.append(t.foot_awaiting.format(organisation=name))
    committee = shown.manifest["committee"]
    said = [t.synthetic_note] if committee["synthetic"] else []
    if committee.get("today"):
        said.append(t.synthetic_day.format(date=long_date(t, day_of(committee["today"]))))
    note = f"<p>{escape(' '.join(said))}</p>" if said else ""
    button = f'<button type="button" class="print-page">{escape(t.print_page)}</button>'
    ways = [(seen.to("accessibility"), t.foot_accessibility)]
    ways += [(tour.address(1, seen), tour_words.AGAIN[seen.language])] if tour.is_told_of(shown) else []
    access = " · ".join(f'<a href="{escape(to)}">{escape(text)}</a>' for to, text in ways)
    return (
        f'<footer class="foot">{button}{explain.of_page(seen)}'
        f"<p>{escape(' · '.join(parts))}. {escape(t.foot_protection)}</p>{note}<p>{access}</p></footer>"
    )


def day_of(moment: str) -> date:
    """The day of a UTC time as the manifest writes it."""
    return date.fromisoformat(moment[:10])


def _current(is_current: bool, what: str) -> str:
    return f' aria-current="{what}"' if is_current else ""
