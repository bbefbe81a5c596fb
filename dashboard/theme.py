"""The only colours, sizes and chart settings of the dashboard, for light, dark and paper.

Organisations have hues of their own (violet, teal, slate) that no signal uses, and that stay apart from the signals
for a reader who sees neither red nor green; signals are blue and orange, and never stand without a shape and a letter.
"""

from __future__ import annotations

from typing import Any, Final, Literal

import streamlit as st

from metrics.problem import Language

Mode = Literal["light", "dark"]
Colour = Literal[
    "paper", "surface", "ink", "muted", "line", "rule", "region", "municipality", "joint",
    "region_band", "municipality_band", "joint_band", "improvement", "concern", "common", "notice", "target", "focus",
    "shadow", "theme_structure", "theme_cooperation", "theme_users", "theme_learning",
]  # fmt: skip

PALETTE: Final[dict[Mode, dict[Colour, str]]] = {
    "light": {
        "paper": "#ffffff",
        "surface": "#f5f6f8",
        "ink": "#191c22",
        "muted": "#585e6a",
        "line": "#dcdfe4",
        "rule": "#191c22",
        "region": "#4a1d70",
        "municipality": "#00685e",
        "joint": "#3e4857",
        "region_band": "#f1eef8",
        "municipality_band": "#e6f3f1",
        "joint_band": "#eef0f3",
        "improvement": "#0a5bab",
        "concern": "#b04300",
        "common": "#636975",
        "notice": "#fdf4dc",
        "target": "#191c22",
        "focus": "#0a5bab",
        "shadow": "#191c2230",
        "theme_structure": "#5d5147",
        "theme_cooperation": "#a01b5c",
        "theme_users": "#3a6a10",
        "theme_learning": "#7f5a00",
    },
    "dark": {
        "paper": "#14161b",
        "surface": "#1d2027",
        "ink": "#eceef2",
        "muted": "#a8aebb",
        "line": "#363b46",
        "rule": "#c9cdd6",
        "region": "#ac71f0",
        "municipality": "#5cc9ba",
        "joint": "#c6cdd9",
        "region_band": "#262138",
        "municipality_band": "#152b29",
        "joint_band": "#23272f",
        "improvement": "#82baf7",
        "concern": "#f6a66b",
        "common": "#9ea5b1",
        "notice": "#332b15",
        "target": "#eceef2",
        "focus": "#82baf7",
        "shadow": "#000000a0",
        "theme_structure": "#c9bdb0",
        "theme_cooperation": "#f08fbd",
        "theme_users": "#a3d16f",
        "theme_learning": "#e3be5a",
    },
}

FONT: Final = '"Source Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif'
TEXT_SIZES: Final = {
    "mark": "0.75rem",
    "small": "0.8125rem",
    "note": "0.875rem",
    "body": "1rem",
    "lede": "1.1875rem",
    "value": "1.3125rem",
    "title": "clamp(1.625rem, 1.3rem + 1.4vw, 2rem)",
    "screen-note": "clamp(1rem, 1.25vw, 2rem)",
    "screen": "clamp(1.125rem, 1.5vw, 2.5rem)",
    "screen-title": "clamp(1.75rem, 2.75vw, 4.5rem)",
}
"""Seven sizes for a page and three for a projector, and no other; a mark is a digit or letter in a ring."""
CHART_SIZES: Final = {"mark": 11, "label": 12, "body": 13, "title": 15, "picture": 18}
"""In pixels, as charts are written; a picture is a chart taken away, whose heading has no page around it."""
SPACES: Final = {"half": 0.125, "1": 0.25, "2": 0.5, "3": 0.75, "4": 1.0, "6": 1.5, "8": 2.0, "12": 3.0}
"""In rem: the only distances between things."""
NARROW: Final = (40, 50, 60, 75)
"""In rem: the only widths of a window at which a page takes another shape."""

_NUMBERS: Final[dict[Language, dict[str, Any]]] = {
    "sv": {"decimal": ",", "thousands": "\u00a0", "grouping": [3], "currency": ["", "\u00a0kr"], "minus": "\u2212"},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["SEK\u00a0", ""], "minus": "\u2212"},
}
_TIMES: Final[dict[Language, dict[str, Any]]] = {
    "sv": {
        "dateTime": "%-d %B %Y %H:%M",
        "date": "%Y-%m-%d",
        "time": "%H:%M:%S",
        "periods": ["fm", "em"],
        "days": ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"],
        "shortDays": ["sön", "mån", "tis", "ons", "tors", "fre", "lör"],
        "months": [
            "januari", "februari", "mars", "april", "maj", "juni",
            "juli", "augusti", "september", "oktober", "november", "december",
        ],
        "shortMonths": ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"],
    },
    "en": {
        "dateTime": "%-d %B %Y %H:%M",
        "date": "%Y-%m-%d",
        "time": "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        "shortDays": ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
        "months": [
            "January", "February", "March", "April", "May", "June",
            "July", "August", "September", "October", "November", "December",
        ],
        "shortMonths": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    },
}  # fmt: skip


def mode() -> Mode:
    """The theme the reader's browser shows now: for charts, which cannot read the style sheet."""
    return "dark" if st.context.theme.type == "dark" else "light"


def chart_config(shown: Mode, language: Language) -> dict[str, Any]:
    """The Vega-Lite configuration of every chart: the page's type, quiet axes, the language's months and commas.

    Rule    show charts with `theme=None`, or Streamlit's own colours come back
    """
    colour = PALETTE[shown]
    return {
        "background": "transparent",
        "font": FONT,
        "locale": {"number": _NUMBERS[language], "time": _TIMES[language]},
        "view": {"stroke": None},
        "axis": {
            "domain": False,
            "ticks": False,
            "gridColor": colour["line"],
            "labelColor": colour["muted"],
            "labelFontSize": CHART_SIZES["body"],
            "labelPadding": 6,
            "titleColor": colour["muted"],
            "titleFontSize": CHART_SIZES["body"],
            "titleFontWeight": "normal",
        },
        "axisX": {"grid": False},
        "legend": {"labelColor": colour["ink"], "labelFontSize": CHART_SIZES["body"], "titleColor": colour["muted"]},
        "title": {"color": colour["ink"], "fontSize": CHART_SIZES["title"], "anchor": "start", "fontWeight": 600},
        "text": {"color": colour["ink"], "fontSize": CHART_SIZES["body"]},
        "rule": {"color": colour["muted"]},
    }


def light(colour: str) -> list[float]:
    """Red, green and blue as amounts of light."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance."""
    red, green, blue = light(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio.

    >>> contrast("#ffffff", "#000000")
    21.0
    """
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def css_variables() -> str:
    """Colours, sizes and distances for the style sheet; each colour knows its light and its dark value.

    Rule    `light-dark()` follows the `color-scheme` of the place where a colour is used, so paper gets the light set
    """
    colours = [
        f"--{name.replace('_', '-')}:light-dark({PALETTE['light'][name]},{PALETTE['dark'][name]})"
        for name in PALETTE["light"]
    ]
    sizes = [f"--text-{name}:{size}" for name, size in TEXT_SIZES.items()]
    spaces = [f"--space-{name}:{rem}rem" for name, rem in SPACES.items()]
    return ":root{" + ";".join([*colours, *sizes, *spaces, f"--font:{FONT}"]) + "}\n"


def streamlit_options() -> dict[str, str]:
    """Streamlit's own theme options, so that its widgets wear the same colours."""
    options = {"theme.font": "sans-serif", "theme.baseRadius": "3px", "theme.buttonRadius": "3px"}
    for shown, colour in PALETTE.items():
        options |= {
            f"theme.{shown}.primaryColor": colour["focus"],
            f"theme.{shown}.backgroundColor": colour["paper"],
            f"theme.{shown}.secondaryBackgroundColor": colour["surface"],
            f"theme.{shown}.textColor": colour["ink"],
            f"theme.{shown}.linkColor": colour["focus"],
            f"theme.{shown}.borderColor": colour["line"],
        }
    return options
