"""What the page about plans has read, once for a release and its filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl
import streamlit as st

from dashboard.view import View
from metrics.distributed import Part, periods_with_data
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.plans_from_cells import AgencyAtPlans, FollowUp, agencies, follow_up, initiators, steps

KEPT = 0.75
"""The share of plans from which a step is said to be taken in most."""


@dataclass(frozen=True, kw_only=True)
class Led:
    """The plans one organisation leads, whose meeting was held in the year."""

    organisation: Organisation
    steps: Mapping[str, Part]
    follow_up: FollowUp | None
    initiators: Mapping[str, Part]
    agencies: tuple[AgencyAtPlans, ...]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The page's figures; `years` are all that are published, newest first."""

    years: tuple[date, ...]
    year: date
    sides: tuple[Led, ...]


@st.cache_resource(show_spinner=False, max_entries=32)
def kept(_cells: pl.DataFrame, _view: View, key: str) -> Reading | None:
    """What `read` reads, from memory where it has been read before.

    In      key  the release, the register and every filter
    """
    return read(_cells, _view)


def read(cells: pl.DataFrame, view: View) -> Reading | None:
    """Everything the page shows; None where nothing about plans is published.

    In      cells  those of the release whose period had ended when the view's `until` did
    """
    known = {each: periods_with_data(cells, "sip_steps", each) for each in ORGANISATIONS}
    years = tuple(sorted({year for each in known.values() for year in each}, reverse=True))
    if not years:
        return None
    wanted: Sequence[Organisation] = (view.organisation,) if view.organisation else ORGANISATIONS
    return Reading(
        years=years,
        year=years[0],
        sides=tuple(_led(cells, each, years[0]) for each in wanted if years[0] in known[each]),
    )


def least(reading: Reading) -> str | None:
    """The step taken least often, by the mean over the sides shown; None where none is shown."""
    means = {}
    for step in reading.sides[0].steps:
        shares = [each for side in reading.sides if (each := side.steps[step].value) is not None]
        if shares:
            means[step] = sum(shares) / len(shares)
    return min(means, key=means.__getitem__) if means else None


def missing(found: AgencyAtPlans) -> float | None:
    """The part of the plans that needed an agency to which it did not come; None where that is hidden."""
    return None if found.present.value is None else max(1.0 - found.present.value, 0.0)


def _led(cells: pl.DataFrame, organisation: Organisation, year: date) -> Led:
    own = cells.filter(pl.col("organisation") == organisation)
    return Led(
        organisation=organisation,
        steps=steps(own, organisation, year),
        follow_up=follow_up(own, organisation, year),
        initiators=initiators(own, organisation, year),
        agencies=agencies(own, organisation, year),
    )
