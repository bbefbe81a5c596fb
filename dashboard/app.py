"""The pages, in the order they are read, and what stands around each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import streamlit as st

from dashboard.components import reader, shell, states
from dashboard.texts import texts
from dashboard.view import PATHS, PageName
from metrics.problem import UserProblem


@dataclass(frozen=True)
class Page:
    """One page: its name is its file in `app_pages/` and, but for the first, its path."""

    name: PageName

    @property
    def title(self) -> str:
        """The attribute of its title in the texts."""
        return f"page_{self.name}"


PAGES: Final = tuple(Page(name) for name in PATHS)


def show() -> None:
    """One rerun: the bar on top, the page, the foot."""
    found = [
        st.Page(f"app_pages/{page.name}.py", title=page.name, url_path=PATHS[page.name].strip("/"), default=index == 0)
        for index, page in enumerate(PAGES)
    ]
    chosen = st.navigation(found, position="hidden")
    page = PAGES[found.index(chosen)]
    try:
        view = shell.view(page.name)
        t = texts(view.language)
        st.set_page_config(page_title=f"{getattr(t, page.title)} · {t.product}", layout="wide")
        shell.bar(view)
        chosen.run()
        shell.foot(view)
    except UserProblem as problem:
        states.problem(problem, reader.language())


if __name__ == "__main__":
    show()
