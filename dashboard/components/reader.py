"""Who reads: the language they have chosen, wherever they said so."""

from __future__ import annotations

import streamlit as st

from dashboard.view import LANGUAGE_COOKIE, language_of
from metrics.problem import Language


def language() -> Language:
    """The reader's language: what the address asks for, else what was last chosen, else Swedish."""
    return language_of(st.query_params.get("lang"), st.context.cookies.get(LANGUAGE_COOKIE))
