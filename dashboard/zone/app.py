"""The zone's pages, and what stands around each of them."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.components import explain, icons, reader, states
from dashboard.texts import texts
from dashboard.texts import zone as say
from dashboard.zone import place
from dashboard.zone.view import PATHS, PageName, address
from metrics.problem import Language, UserProblem


def show() -> None:
    """One rerun: the bar on top, the page, the foot."""
    found = {
        name: st.Page(f"desk_pages/{name}.py", title=name, url_path=path.strip("/"), default=path == "/")
        for name, path in PATHS.items()
    }
    chosen = st.navigation(list(found.values()), position="hidden")
    [name] = [name for name, page in found.items() if page == chosen]
    language = reader.language()
    title = f"{say.PAGES[name][language]} · {say.TITLE[language]} · {texts(language).product}"
    st.set_page_config(page_title=title, layout="wide")
    try:
        st.html(_bar(name, language))
        chosen.run()
        st.html(
            f'<footer class="foot">{explain.of_terms(say.EXPLAINED[name], language)}'
            f"<p>{escape(say.NEVER_LEAVES[language])}</p></footer>"
        )
    except UserProblem as problem:
        states.problem(problem, language)


def _bar(page: PageName, language: Language) -> str:
    """Whose zone it is, its pages, and the other language."""
    t, organisation, workspace = texts(language), place.organisation(), place.workspace()
    named = say.ZONE_OF.format(organisation=workspace.organisations[organisation])[language]
    pages = "".join(
        f'<li><a href="{escape(address(name, language))}"{" aria-current=page" if name == page else ""}>'
        f"{escape(say.PAGES[name][language])}</a></li>"
        for name in PATHS
    )
    badge = (
        f'<span class="synthetic" title="{escape(t.synthetic_note)}">{escape(t.synthetic)}</span>'
        if workspace.synthetic
        else ""
    )
    other: Language = "en" if language == "sv" else "sv"
    return (
        f'<header class="bar" data-pages=""><a class="brand" href="{escape(address("files", language))}">'
        f'<img src="/assets/samsyn.svg" alt="" width="26" height="26">{escape(t.product)}</a>'
        f'<span class="whose">{icons.side(organisation, named)}</span>'
        f'<nav aria-label="{escape(say.NAVIGATION[language])}"><ul class="pages">{pages}</ul></nav>{badge}'
        f'<a class="language" hreflang="{other}" lang="{other}" href="{escape(address(page, other))}">'
        f"{'English' if other == 'en' else 'Svenska'}</a></header>"
    )


if __name__ == "__main__":
    show()
