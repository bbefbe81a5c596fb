"""Colours can be read, in light and in dark, and organisations are never taken for signals."""

from __future__ import annotations

import itertools
import math
import re
from pathlib import Path
from typing import Literal, get_args

import pytest

from dashboard import theme
from dashboard.theme import PALETTE, Colour, Mode, contrast, light

DASHBOARD = Path(theme.__file__).parent
SHEETS = sorted((DASHBOARD / "static").glob("*.css"))

TEXT: tuple[Colour, ...] = (
    "ink", "muted", "region", "municipality", "joint", "improvement", "concern", "common", "target", "focus",
    "theme_structure", "theme_cooperation", "theme_users", "theme_learning",
)  # fmt: skip
GROUNDS: tuple[Colour, ...] = ("paper", "surface")


@pytest.mark.parametrize("mode", get_args(Mode))
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXT)
def test_text_can_be_read(mode: Mode, ground: Colour, text: Colour) -> None:
    assert contrast(PALETTE[mode][text], PALETTE[mode][ground]) >= 4.5


@pytest.mark.parametrize("mode", get_args(Mode))
def test_a_notice_can_be_read(mode: Mode) -> None:
    assert contrast(PALETTE[mode]["ink"], PALETTE[mode]["notice"]) >= 7


# --- signals and organisations, for every kind of sight ----------------------------------------------------------

Sight = Literal["full", "no red", "no green"]
SEES: dict[Sight, tuple[tuple[float, float, float], ...]] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}
"""What becomes of red, green and blue light (Machado, Oliveira and Fernandes 2009, whole protanopia, deuteranopia)."""
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)


def times(matrix: tuple[tuple[float, float, float], ...], of: list[float]) -> list[float]:
    return [sum(weight * part for weight, part in zip(row, of, strict=True)) for row in matrix]


def seen(colour: str, sight: Sight) -> tuple[float, float, float]:
    """The colour in CIELAB as one kind of sight has it."""
    shown = [min(1.0, max(0.0, part)) for part in times(SEES[sight], light(colour))]
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (part / white for part, white in zip(times(XYZ, shown), WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("mode", get_args(Mode))
@pytest.mark.parametrize("sight", get_args(Sight))
def test_better_and_worse_are_far_apart_for_every_kind_of_sight(mode: Mode, sight: Sight) -> None:
    better, worse, chance = (seen(PALETTE[mode][name], sight) for name in ("improvement", "concern", "common"))
    assert math.dist(better, worse) > 70
    assert min(math.dist(better, chance), math.dist(worse, chance)) > 25


@pytest.mark.parametrize("mode", get_args(Mode))
@pytest.mark.parametrize("sight", get_args(Sight))
def test_an_organisation_is_never_taken_for_a_signal(mode: Mode, sight: Sight) -> None:
    sides: tuple[Colour, ...] = ("region", "municipality", "joint")
    signals: tuple[Colour, ...] = ("improvement", "concern")
    pairs = itertools.product(sides, signals)
    assert [pair for pair in pairs if math.dist(*(seen(PALETTE[mode][name], sight) for name in pair)) < 18] == []


@pytest.mark.parametrize("mode", get_args(Mode))
@pytest.mark.parametrize("sight", get_args(Sight))
def test_the_two_organisations_are_told_apart(mode: Mode, sight: Sight) -> None:
    assert math.dist(*(seen(PALETTE[mode][name], sight) for name in ("region", "municipality"))) > 30


@pytest.mark.parametrize("mode", get_args(Mode))
@pytest.mark.parametrize(
    ("side", "band"),
    [("region", "region_band"), ("municipality", "municipality_band"), ("joint", "joint_band")],
)
def test_a_mark_stands_out_from_the_band_it_lies_on(mode: Mode, side: Colour, band: Colour) -> None:
    marks: tuple[Colour, ...] = ("improvement", "concern", side)
    assert min(contrast(PALETTE[mode][mark], PALETTE[mode][band]) for mark in marks) >= 3


def test_each_kind_of_signal_has_its_own_shape_and_letter() -> None:
    from dashboard.components.icons import MARKS

    looks = {(mark.kind, mark.shape, mark.letter) for mark in MARKS.values()}
    assert len(looks) == len(MARKS)


# --- one place for colours, sizes and distances ------------------------------------------------------------------

OVER_A_LINE = "-1px"
"""A tab's line drawn over the line below it: not a distance."""
APART = re.compile(
    r"(?<![\w-])((?:padding|margin|inset|gap|row-gap|column-gap|top|right|bottom|left)(?:-[a-z-]+)?"
    r"|scroll-(?:margin|padding)[a-z-]*):([^;}]+)"
)


def rules(sheet: Path) -> str:
    """A style sheet without comments, pictures and paper, which is black on white and has its own size."""
    text = re.sub(r"/\*.*?\*/|url\(\"[^\"]*\"\)", "", sheet.read_text(encoding="utf-8"), flags=re.S)
    while "@media print" in text:
        start = text.index("@media print")
        at, depth = text.index("{", start) + 1, 1
        while depth:
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            at += 1
        text = text[:start] + text[at:]
    return text


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_style_sheet_names_no_colour(sheet: Path) -> None:
    values = " ".join(re.findall(r":([^;{}]+)[;}]", rules(sheet)))
    named = r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|oklch|lab)\(|\b(?:black|white|gr[ae]y|red|green|blue|orange)\b(?!-)"
    assert re.findall(named, values) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_style_sheet_has_no_size_of_text_of_its_own(sheet: Path) -> None:
    sizes = re.findall(r"font-size:\s*([^;}]+)", rules(sheet)) + re.findall(r"(?<!-)font:\s*([^;}]+)", rules(sheet))
    # A word of size 0 is not seen and still read aloud.
    assert [size for size in sizes if not re.match(r"var\(--text-[a-z-]+\)|inherit|0$", size.strip())] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_style_sheet_keeps_to_the_distances(sheet: Path) -> None:
    own = [
        (name, length)
        for name, value in APART.findall(rules(sheet))
        for length in re.findall(r"-?[\d.]+(?:rem|px)", value)
        if length != OVER_A_LINE
    ]
    assert own == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_page_takes_another_shape_at_few_widths(sheet: Path) -> None:
    widths = {float(width) for width in re.findall(r"@media[^{]*?width: ([\d.]+)rem", rules(sheet))}
    assert widths <= set(theme.NARROW)


def test_a_style_sheet_uses_only_variables_there_are() -> None:
    text = "".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)
    made = set(re.findall(r"(--[a-z0-9-]+):", theme.css_variables() + text))
    assert set(re.findall(r"var\((--[a-z0-9-]+)", text)) - made == set()


def test_charts_write_in_the_sizes_of_the_theme() -> None:
    drawn = "".join(path.read_text(encoding="utf-8") for path in (DASHBOARD / "components").glob("*.py"))
    sizes = {int(size) for size in re.findall(r"[fF]ontSize\W{1,4}(\d+)", drawn)}
    assert sizes <= set(theme.CHART_SIZES.values())


def test_nothing_is_drawn_with_what_another_computer_has() -> None:
    ours = [path for path in (DASHBOARD / "static").iterdir() if path.suffix in (".css", ".js", ".svg")]
    places = {
        found
        for path in ours
        for found in re.findall(r"https?://[\w./-]+", path.read_text(encoding="utf-8"))
        if found != "http://www.w3.org/2000/svg"
    }
    assert (len(ours) > 10, places) == (True, set())


@pytest.mark.parametrize("mode", get_args(Mode))
def test_a_palette_has_every_colour(mode: Mode) -> None:
    assert tuple(PALETTE[mode]) == get_args(Colour)
