"""A chart as a file: the same drawing with its title above and its numbers explained below, on white."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import vl_convert

from dashboard.theme import PALETTE

WIDTH = 900
LETTERS = 95
"""Of a title's line; a longer title stands on several."""
_LINE = 18


def framed(spec: dict[str, Any], title: str, subtitle: str, notes: Sequence[str]) -> dict[str, Any]:
    """The chart ready to stand alone: what it found, what it is, and what its numbers mean.

    In      spec  a chart of panels one above the other, in the light theme
    """
    panels = [panel | {"width": WIDTH} for panel in spec["vconcat"]]
    if notes:
        panels.append(_notes(notes))
    heading = {
        "text": wrap(title.removesuffix("."), LETTERS),
        "subtitle": subtitle,
        "anchor": "start",
        "fontSize": 18,
        "subtitleFontSize": 13,
        "offset": 14,
    }
    paper = {"background": PALETTE["light"]["paper"], "padding": 20, "autosize": {"type": "pad"}}
    return spec | paper | {"vconcat": panels, "title": heading}


def svg(spec: dict[str, Any]) -> bytes:
    """The chart as SVG, drawn on this computer."""
    return vl_convert.vegalite_to_svg(spec).encode("utf-8")


def png(spec: dict[str, Any]) -> bytes:
    """The chart as PNG with twice the pixels, for print and slides."""
    return vl_convert.vegalite_to_png(spec, scale=2)


def png_of(drawn: str) -> bytes:
    """A picture that is SVG already, as PNG with twice the pixels."""
    return vl_convert.svg_to_png(drawn, scale=2)


def _notes(notes: Sequence[str]) -> dict[str, Any]:
    """Lines of text under the panels."""
    rows = [{"y": n, "text": text} for n, text in enumerate(notes)]
    place = {
        "field": "y",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [len(notes) - 0.5, -0.5], "nice": False},
    }
    return {
        "width": WIDTH,
        "height": _LINE * len(notes),
        "data": {"values": rows},
        "mark": {"type": "text", "align": "left", "x": 0, "fontSize": 13, "color": PALETTE["light"]["ink"]},
        "encoding": {"y": place, "text": {"field": "text"}, "x": {"value": 0}},
    }
