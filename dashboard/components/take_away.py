"""What is on the page, to take away: one button for CSV, one for Excel, and two for a chart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import polars as pl
import streamlit as st

from dashboard.components import chart_image
from dashboard.components.data_table import Sheet, as_csv, as_excel
from dashboard.texts import texts
from dashboard.view import View

Made = TypeVar("Made")
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def take_away(
    make: Callable[[], Sheet],
    file_name: str,
    view: View,
    chart: Callable[[], dict[str, Any]] | None = None,
    *,
    picture: Callable[[], str] | None = None,
    part: str = "",
) -> None:
    """The buttons; a file is made when its button is pressed, so that a page nobody takes away costs nothing.

    In      file_name  without its ending; the release it came from belongs in it
            chart      makes the chart's drawing, ready to stand alone; None where there is only a table
            picture    makes the SVG of what is drawn without a chart's drawing
            part       which of several on one page; each needs its own file name too
    """
    t = texts(view.language)
    with st.container(key=f"take_away{part}", horizontal=True, vertical_alignment="center"):
        st.download_button(
            t.take_csv,
            lambda: as_csv(make(), view.language),
            f"{file_name}.csv",
            "text/csv",
            on_click="ignore",
            key=f"csv_{file_name}",
        )
        st.download_button(
            t.take_excel,
            lambda: as_excel(make()),
            f"{file_name}.xlsx",
            EXCEL,
            on_click="ignore",
            key=f"xlsx_{file_name}",
        )
        if chart is not None:
            _image(t.take_svg, chart, chart_image.svg, f"{file_name}.svg", "image/svg+xml")
            _image(t.take_png, chart, chart_image.png, f"{file_name}.png", "image/png")
        if picture is not None:
            _image(t.take_svg, picture, str.encode, f"{file_name}.svg", "image/svg+xml")
            _image(t.take_png, picture, chart_image.png_of, f"{file_name}.png", "image/png")


def _image(text: str, make: Callable[[], Made], draw: Callable[[Made], bytes], file_name: str, kind: str) -> None:
    st.download_button(text, lambda: draw(make()), file_name, kind, on_click="ignore", key=file_name)


def sheet_of(name: str, frame: pl.DataFrame) -> Sheet:
    """A frame as a sheet."""
    return Sheet(name=name, head=tuple(frame.columns), rows=tuple(frame.iter_rows()))
