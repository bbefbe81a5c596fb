"""A joint zone for the pages about costs, services and units: a cost that moved, kinds of contact, a unit left.

Drawn on top of `tests.joint`: its release with distributions added, and a register with what the pages read of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import polars as pl

from governance.entries import Action, CostSplit, Decision, Event, Seat, Undertaking, Unit
from governance.register import Register, open_register
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text
from pipelines import published
from tests.builders import cells
from tests.joint import GROUPS, UNITS, a_joint_zone

FELL, ROSE = (0.3,) * 8, (0.9,) * 8  # from the first quarter of 2024
MOVED: dict[tuple[str, Organisation], Sequence[float | str]] = {
    ("R1", "region"): FELL,
    ("R1", "municipality"): ROSE,
    ("P7", "region"): ("suppressed",),
}
LEFT = date(2023, 12, 31)
KINDS = {"visit": (3.0, 2.0), "digital": (0.1, 1.6), "phone": (1.0, 1.0)}
OTHERS = ("home_visit", "group", "day_activity")


def said(words: str) -> Text:
    """The same words in both languages."""
    return Text(sv=words, en=words)


def a_zone_of_resources(
    folder: Path,
    *,
    organisations: Sequence[Organisation] = ORGANISATIONS,
    moved: Mapping[tuple[str, Organisation], Sequence[float | str]] = MOVED,
    more: Sequence[pl.DataFrame] = (),
) -> Path:
    """A release in which the region's cost fell and the municipality's rose, and digital contacts took the place.

    In      moved  the last values of some series
            more   cells of distributions besides those drawn here
    """
    units = [
        {"id": unit, "name": {"sv": name, "en": name}, "kind": "co_located"}
        | ({"left_on": {"region": LEFT.isoformat()}} if unit == "dagcentrum" else {})
        for unit, name in UNITS.items()
    ]
    joint = a_joint_zone(folder, organisations=organisations, overrides=moved, committee={"units": units})
    last = published.read(joint, "2025-Q4")
    left = (pl.col("organisation") == "region") & (pl.col("group") == "dagcentrum") & (pl.col("period_start") > LEFT)
    frames = [last.cells.filter(~left), *(frame for which in organisations for frame in _distributions(which)), *more]
    published.publish(joint, "2025-Q4-2", pl.concat(frames), {**last.manifest})
    a_register_of_resources(open_register(joint / "register.sqlite"))
    return joint


def a_register_of_resources(register: Register) -> None:
    """A split, a service the region left, money that ends, a unit with two leaders and one late action."""
    decided = Decision(id="B-2015-004", decided_on=date(2015, 12, 8), title=said("Delning"), text=said("Delning"),
                       reason=said("Avtal"), indicators=("R2",), kind="cost")  # fmt: skip
    seats = [
        Seat(id=f"{party}-2", party=party, title=said(f"Enhetschef i {party}"), from_on=date(2010, 1, 1))
        for party in ORGANISATIONS
    ]
    register.add_all(
        [
            decided,
            *seats,
            Unit(id="dagcentrum", name=said("Dagcentrum"), kind="day_centre", region_leader="region-2",
                 municipality_leader="municipality-2"),
            Unit(id="norra_mottagningen", name=said("Norra"), kind="co_located", region_leader="region-2",
                 municipality_leader="municipality-2"),
            CostSplit(from_on=date(2016, 1, 1), region_share=0.575, decision_id="B-2015-004"),
            Event(id="H-1", kind="service_closed", on=LEFT, title=said("Regionen lämnar dagcentrum"),
                  text=said("Kommunen fortsätter."), units=("dagcentrum",), organisation="region"),
            Undertaking(id="AT-1", kind="temporary_funding", title=said("Statsbidrag"), organisation="municipality",
                        from_on=date(2024, 1, 1), to_on=date(2099, 3, 31), amount_sek=1_400_000.0),
            Action(id="A-1", title=said("Boka möten"), organisation="region", owner="region-2",
                   opened_on=date(2025, 1, 1), due_on=date(2025, 6, 1), unit_id="norra_mottagningen"),
        ]
    )  # fmt: skip


def _distributions(which: Organisation) -> list[pl.DataFrame]:
    """Kinds of contact and target groups of one organisation, through ten half-years and years."""
    steps = 10
    frames = [
        cells(
            [before if step < steps // 2 else after for step in range(steps)],
            indicator="contact_types", organisation=which, breakdown="category", group=kind, first=date(2021, 1, 1),
            grain="half-year",
        )
        for kind, (before, after) in (KINDS | dict.fromkeys(OTHERS, (0.5, 0.5))).items()
    ]  # fmt: skip
    frames += [
        cells(
            ["suppressed" if kind == "day_activity" else 0.6] * 2, indicator="contact_reach", organisation=which,
            breakdown="category", group=kind, first=date(2025, 1, 1), grain="half-year",
        )
        for kind in (*KINDS, *OTHERS)
    ]  # fmt: skip
    frames += [
        cells(
            [0.1, 0.1 if group == "psychosis" else 0.3], indicator="target_groups", organisation=which,
            breakdown="category", group=group, first=date(2024, 1, 1), grain="year", n=1500,
        )
        for group in GROUPS
    ]  # fmt: skip
    return frames
