"""What a bundle is held against: what the joint zone knows without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from metrics.catalogue import catalogue, catalogue_hash
from metrics.indicator import Indicator
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
    """What the joint zone knows without the bundle, and holds it against."""

    committee: Mapping[str, Any]
    catalogue_hash: str
    indicators: Mapping[str, Indicator]
    groups: Mapping[str, tuple[str, ...]]


Rule = Callable[[Bundle, Expected], Iterator[Text]]
"""One rule: what is wrong with a bundle by it, without any value from the bundle."""


def expect(workspace: Workspace) -> Expected:
    """What the joint zone of `workspace` holds every bundle against."""
    return Expected(
        committee=workspace.block(),
        catalogue_hash=catalogue_hash(workspace.indicators),
        indicators={indicator.id: indicator for indicator in catalogue(workspace.indicators)},
        groups={
            "all": ("",),
            "unit": (*(unit.id for unit in workspace.units), "other"),
            "target_group": (*(group.id for group in workspace.target_groups), "other"),
            "domain": tuple(str(domain) for domain in DOMAINS),
            "dimension": tuple(DIMENSIONS),
            "party": PARTIES,
        },
    )


def in_rows(rows: int, *, sv: str, en: str) -> Text:
    """What is wrong, and in how many rows."""
    return Text(sv=f"{sv} ({rows} rader)", en=f"{en} ({rows} rows)")
