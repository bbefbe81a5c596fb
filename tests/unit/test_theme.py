"""Colours can be read, in light and in dark, and organisations are never taken for signals."""

from __future__ import annotations

from typing import get_args

import pytest

from dashboard.theme import PALETTE, Colour, Mode

TEXT: tuple[Colour, ...] = (
    "ink", "muted", "region", "municipality", "joint", "improvement", "concern", "common", "target", "focus",
    "theme_structure", "theme_cooperation", "theme_users", "theme_learning",
)  # fmt: skip
GROUNDS: tuple[Colour, ...] = ("paper", "surface")


def luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio.

    >>> contrast("#ffffff", "#000000")
    21.0
    """
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", get_args(Mode))
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXT)
def test_text_can_be_read(mode: Mode, ground: Colour, text: Colour) -> None:
    assert contrast(PALETTE[mode][text], PALETTE[mode][ground]) >= 4.5


@pytest.mark.parametrize("mode", get_args(Mode))
def test_a_notice_can_be_read(mode: Mode) -> None:
    assert contrast(PALETTE[mode]["ink"], PALETTE[mode]["notice"]) >= 7


@pytest.mark.parametrize("mode", get_args(Mode))
def test_no_signal_has_the_colour_of_an_organisation(mode: Mode) -> None:
    signals = {PALETTE[mode][name] for name in ("improvement", "concern", "common")}
    assert signals.isdisjoint({PALETTE[mode][name] for name in ("region", "municipality", "joint")})


@pytest.mark.parametrize("mode", get_args(Mode))
def test_a_palette_has_every_colour(mode: Mode) -> None:
    assert tuple(PALETTE[mode]) == get_args(Colour)
