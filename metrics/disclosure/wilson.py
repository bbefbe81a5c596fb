"""The interval of a proportion."""

from __future__ import annotations

import polars as pl

Z = 1.959964  # two-sided 95 %


def wilson(numerator: pl.Expr, denominator: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """The 95 % interval of a proportion.

    Source  Wilson 1927; for proportions of a few hundred it is truer than the symmetrical one
    """
    share = numerator / denominator
    middle = share + Z**2 / (2 * denominator)
    half = Z * (share * (1 - share) / denominator + Z**2 / (4 * denominator**2)).sqrt()
    low, high = (middle - half) / (1 + Z**2 / denominator), (middle + half) / (1 + Z**2 / denominator)
    return low.clip(0, 1), high.clip(0, 1)  # at 0 % and 100 % the last decimal can fall outside
