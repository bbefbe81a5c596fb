"""What a bundle is held against: what the joint zone knows without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from metrics.catalogue import catalogue, catalogue_hash, distributions
from metrics.indicator import Breakdown, Definition
from metrics.needs_profile import DIMENSIONS
from metrics.problem import Text
from pipelines.bundle import Bundle
from pipelines.workspace import Workspace

DOMAINS = range(1, 23)
PARTIES = ("region", "municipality", "association")
SMALL = 5
"""Counts from 1 to one less than this never leave a zone."""


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What the joint zone knows without the bundle, and holds it against.

    In      indicators  and distributions, by id
            groups      of each breakdown; the categories of each distribution, by its id
    """

    committee: Mapping[str, Any]
    catalogue_hash: str
    indicators: Mapping[str, Definition]
    groups: Mapping[str, tuple[str, ...]]

    def groups_of(self, definition: Definition, breakdown: Breakdown) -> tuple[str, ...]:
        """Every group that one table of a definition may have."""
        return self.groups.get(definition.id if breakdown == "category" else breakdown, ())


Rule = Callable[[Bundle, Expected], Iterator[Text]]
"""One rule: what is wrong with a bundle by it, without any value from the bundle."""


def expect(workspace: Workspace) -> Expected:
    """What the joint zone of `workspace` holds every bundle against."""
    target_groups = tuple(group.id for group in workspace.target_groups)
    # The register is the joint zone's own: no organisation has figures of it to send.
    indicators = [one for one in catalogue(workspace.indicators) if not one.of_register]
    definitions: tuple[Definition, ...] = (*indicators, *distributions())
    return Expected(
        committee=workspace.block(),
        catalogue_hash=catalogue_hash(workspace.indicators),
        indicators={one.id: one for one in definitions},
        groups={
            "all": ("",),
            "unit": (*(unit.id for unit in workspace.units), "other"),
            "target_group": (*target_groups, "other"),
            "domain": tuple(str(domain) for domain in DOMAINS),
            "dimension": tuple(DIMENSIONS),
            "party": PARTIES,
        }
        | {
            one.id: target_groups if isinstance(one.categories, str) else tuple(one.categories)
            for one in distributions()
        },
    )


def in_rows(rows: int, *, sv: str, en: str) -> Text:
    """What is wrong, and in how many rows."""
    return Text(sv=f"{sv} ({rows} rader)", en=f"{en} ({rows} rows)")
