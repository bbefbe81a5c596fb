"""What a reader sees of a page, read out of its HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]
"""`open_page(joint, "scorecard", lang="en")`: see conftest."""


def html_of(app: AppTest) -> str:
    """All HTML of the page, in order."""
    return "".join(str(getattr(element, "value", "")) for element in app.get("html"))


def words_of(html: str) -> str:
    """The words, without tags, one ordinary space between them."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def row_of(html: str, measure: str) -> str:
    """The row of the scorecard with this measure's id in its address."""
    found = re.search(rf'<tr role="row" class="measure" data-href="[^"]*id={measure}&.*?</tr>', html)
    assert found, f"no row for {measure}"
    return found.group()


def cell_of(row: str, kind: str) -> str:
    """One cell of a row, by its class."""
    found = re.search(rf'<td role="cell" class="{kind}"[^>]*>(.*?)</td>', row)
    assert found, f"no cell {kind}"
    return found.group(1)
