"""The charts of cost and services to take away: the figures behind a page, and one drawing ready to stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.components import costs_page, costs_split, line_panels, services_page
from dashboard.components.chart_guide import lines
from dashboard.components.chart_image import framed
from dashboard.components.costs_figures import Costs
from dashboard.components.indicator_page import Place
from dashboard.components.indicator_words import notes
from dashboard.components.line_panels import Panels
from dashboard.components.services_figures import Services
from dashboard.components.take_away import take_away
from dashboard.texts import costs as say_costs
from dashboard.texts import services as say_services
from dashboard.texts import texts
from dashboard.view import View
from metrics.problem import Text
from pipelines.published import Published


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """What every file of a page is made from; `key` is what the page's drawings are kept by."""

    shown: Published
    here: Place
    view: View
    key: str


def take_measures(costs: Costs, shelf: Shelf) -> None:
    """The table of the page's measures, every period of them."""
    _take_costs(costs, tuple(costs.rows), "", None, shelf)


def take_split(costs: Costs, panels: Panels, shelf: Shelf) -> None:
    """The cost split beside the agreed."""
    drawing = _Drawing(panels, "cost_split", costs_split.title(costs), say_costs.SPLIT_SUB)
    _take_costs(costs, ("R2",), "split", drawing, shelf)


def take_needs(costs: Costs, panels: Panels, shelf: Shelf) -> None:
    """The cost beside the needs."""
    drawing = _Drawing(panels, "cost_beside_needs", costs_page.needs_found(costs), say_costs.NEEDS_TITLE)
    _take_costs(costs, ("R1", "U2"), "needs", drawing, shelf)


def take_kinds(services: Services, panels: Panels | None, shelf: Shelf) -> None:
    """Kinds of contact, and target groups."""
    shown, language, t = shelf.shown, shelf.view.language, texts(shelf.view.language)
    below = Text(sv=say_services.KINDS_SUB.sv.split(".")[0], en=say_services.KINDS_SUB.en.split(".")[0])
    drawing = _Drawing(panels, "contact_kinds", services_page.kinds_title(services), below) if panels else None
    take_away(
        lambda: services_page.sheet(services, shelf.here.groups, shown.release_id, language),
        f"{t.file_services}_{shown.release_id}",
        shelf.view,
        (lambda: _image(drawing, "kinds", shelf)) if drawing else None,
        part="_kinds",
    )


@dataclass(frozen=True)
class _Drawing:
    """A chart as it is taken away: its panels, which guide reads it, what it found and what it is."""

    panels: Panels
    chart: str
    found: Text
    what: Text


def _take_costs(costs: Costs, measures: Sequence[str], part: str, drawing: _Drawing | None, shelf: Shelf) -> None:
    view, release, t = shelf.view, shelf.shown.release_id, texts(shelf.view.language)
    take_away(
        lambda: costs_page.sheet(costs, measures, shelf.here, view, release),
        "_".join(filter(None, (t.file_costs, release, view.unit, part))),
        view,
        (lambda: _image(drawing, part, shelf)) if drawing else None,
        part=f"_{part}" if part else "",
    )


def _image(drawing: _Drawing, part: str, shelf: Shelf) -> dict[str, Any]:
    """One drawing with its finding, what it is, and how it is read."""
    language, panels = shelf.view.language, drawing.panels
    built = line_panels.built(panels, f"{shelf.key} {part}", language, "light")
    told = notes(panels.marks, language) + lines(drawing.chart, language)
    return framed(built, drawing.found[language], costs_page.image_line(drawing.what, shelf.shown, language), told)
