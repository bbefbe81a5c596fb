"""The charts of cost and services to take away: the figures behind a page, and one drawing ready to stand alone."""

from __future__ import annotations

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


def take_split(costs: Costs, panels: Panels | None, shelf: Shelf) -> None:
    """The cost split beside the agreed."""
    _take_costs(costs, panels, "split", "cost_split", costs_split.title(costs), say_costs.SPLIT_SUB, shelf)


def take_needs(costs: Costs, panels: Panels, shelf: Shelf) -> None:
    """The cost beside the needs."""
    found = costs_page.needs_found(costs)
    _take_costs(costs, panels, "needs", "cost_beside_needs", found, say_costs.NEEDS_TITLE, shelf)


def take_kinds(services: Services, panels: Panels | None, shelf: Shelf) -> None:
    """Kinds of contact, and target groups."""
    shown, language, t = shelf.shown, shelf.view.language, texts(shelf.view.language)
    below = Text(sv=say_services.KINDS_SUB.sv.split(".")[0], en=say_services.KINDS_SUB.en.split(".")[0])
    found = services_page.kinds_title(services)
    take_away(
        lambda: services_page.sheet(services, shelf.here.groups, shown.release_id, language),
        f"{t.file_services}_{shown.release_id}",
        shelf.view,
        (lambda: _image(panels, "kinds", "contact_kinds", found, below, shelf)) if panels else None,
        part="_kinds",
    )


def _take_costs(
    costs: Costs, panels: Panels | None, part: str, chart: str, found: Text, what: Text, shelf: Shelf
) -> None:
    view, release, t = shelf.view, shelf.shown.release_id, texts(shelf.view.language)
    take_away(
        lambda: costs_page.sheet(costs, shelf.here, view, release),
        "_".join(filter(None, (t.file_costs, release, view.unit, part))),
        view,
        (lambda: _image(panels, part, chart, found, what, shelf)) if panels else None,
        part=f"_{part}",
    )


def _image(panels: Panels, part: str, chart: str, found: Text, what: Text, shelf: Shelf) -> dict[str, Any]:
    """One drawing with its finding, what it is, and how it is read."""
    language = shelf.view.language
    drawing = line_panels.built(panels, f"{shelf.key} {part}", language, "light")
    told = notes(panels.marks, language) + lines(chart, language)
    return framed(drawing, found[language], costs_page.image_line(what, shelf.shown, language), told)
