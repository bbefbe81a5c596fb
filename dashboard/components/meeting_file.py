"""The meeting as a file for the calendar: an invitation, an update of it, or its cancellation."""

from __future__ import annotations

import streamlit as st

from dashboard import data
from dashboard.components.meeting_reading import Sitting
from dashboard.packs import calendar
from dashboard.texts import meetings as say
from dashboard.view import View
from metrics.problem import Text


def download(seen: Sitting, view: View) -> None:
    """The button; the file is made when it is pressed."""
    held = seen.meeting
    label = say.CANCELLATION if held.cancelled is not None else say.INVITATION if held.version == 1 else say.UPDATE
    with st.container(key="take_away", horizontal=True):
        st.download_button(
            label[view.language],
            lambda: calendar.of_meeting(held, [each.entry for each in seen.items], _committee(), view.language),
            f"{held.entry.id}.ics",
            "text/calendar",
            on_click="ignore",
            key=f"ics {held.entry.id}",
        )


def _committee() -> tuple[str, Text]:
    """The committee's id and name, as its release says; without a release the product's own."""
    shown = data.release()
    if shown is None:
        return "samsyn", Text(sv="Samsyn", en="Samsyn")
    committee = shown.manifest["committee"]
    return str(committee["id"]), Text(**committee["name"])
