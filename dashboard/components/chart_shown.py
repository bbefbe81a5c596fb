"""A drawing on the page: made once, its rows packed once, and sent as it is at every look."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.dataframe_util import convert_anything_to_arrow_bytes


def show_chart(make: Callable[[], dict[str, Any]], key: str, text: str) -> None:
    """The drawing on the page.

    In      make  makes the Vega-Lite dictionary; called once for each key
            key   everything the drawing depends on, language and theme too, and which kind of drawing it is
            text  what it shows, for those who do not see it
    Rule    Streamlit would pack the rows of every drawing anew at each look: a third of what a look costs
    """
    st.vega_lite_chart(_packed(make, key), width="stretch", theme=None, alt=text)


@st.cache_resource(show_spinner=False, max_entries=256)
def _packed(_make: Callable[[], dict[str, Any]], key: str) -> dict[str, Any]:
    made = _make()
    packed = {name: convert_anything_to_arrow_bytes(rows) for name, rows in made.get("datasets", {}).items()}
    return made | {"datasets": packed}
