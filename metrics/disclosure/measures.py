"""How each measure is protected."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from metrics.disclosure.classes import amounts_per_person, means, own_amounts, ratios_of_amounts, shares
from metrics.disclosure.known import register_figures, results
from metrics.disclosure.parts import gaps, medians
from metrics.disclosure.perturbation import Strength
from metrics.indicator import Definition, Measure

PROTECTIONS: dict[Measure, Callable[[pl.DataFrame, Definition, Strength], pl.DataFrame]] = {
    "share": shares,
    "mean": means,
    "amount_per_person": amounts_per_person,
    "share_of_joint": own_amounts,
    "ratio_of_amounts": ratios_of_amounts,
    "median": medians,
    "gap": gaps,
    "result": results,
    "exact": register_figures,
}
"""A measure without a rule here cannot be released."""
