"""What pages read: the release in force, the scorecard's rows and the register, each read once and kept.

Everything is kept by the id of the release and the state of the register's file, so that a new release or a new
decision shows at the next rerun and nothing old can be mixed with it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import polars as pl
import streamlit as st

from governance.checks import Limits
from governance.entries import Contents, Unit
from governance.register import Register, open_register
from governance.signing import key_beside
from metrics import catalogue, periods, scorecard
from metrics.indicator import ORGANISATIONS, Breakdown, Organisation
from metrics.prices import PriceIndex
from metrics.problem import Text, UserProblem
from metrics.series import Recalculation, Target
from pipelines import published, refusals
from pipelines.published import Published

JOINT: Final = "SAMSYN_JOINT"
"""The environment variable that names the joint zone: the only folder the dashboard is ever told of."""
REGISTER: Final = "SAMSYN_REGISTER"
"""The environment variable with the address of a register on a server; without it, it is a file in the zone."""
CONTACT: Final = "SAMSYN_CONTACT"
"""The environment variable with whom to tell when something stands in a reader's way, as the settings name it."""
REGISTER_FILE: Final = "register.sqlite"


def joint() -> Path:
    """The joint zone this server shows."""
    return _there(os.environ.get(JOINT, ""))


@cache
def _there(folder: str) -> Path:
    if not folder or not Path(folder).is_dir():
        raise UserProblem(
            "joint_missing",
            Text(
                sv="Servern vet inte vilken arbetsyta den ska visa. Starta den med: samsyn serve --path MAPP",
                en="The server has not been told which workspace to show. Start it with: samsyn serve --path FOLDER",
            ),
        )
    return Path(folder)


def contact() -> tuple[Text, str] | None:
    """The role and the address that readers turn to; None where the settings name none."""
    given = os.environ.get(CONTACT)
    if not given:
        return None
    sv, en, address = json.loads(given)
    return Text(sv=sv, en=en), address


def release() -> Published | None:
    """The release in force; None where nothing is published yet."""
    folder = joint()
    in_force = published.current(folder)
    return _release(str(folder), in_force) if in_force else None


def refused_bundles() -> tuple[refusals.Refusal, ...]:
    """The organisations whose newest bundle was refused, so that the release in force lacks it."""
    folder = joint()
    return _refused(str(folder), _touched(folder / refusals.LOG))


def register_entries(until: str = "") -> Contents:
    """Decisions, targets, recalculations, events and cost splits; nothing where no register is.

    In      until  the last quarter to count ("2024-Q4"): what was decided later was not in force then; "" is now
    """
    return decided_until(_register(str(_place()), register_state()), until)


def register_found() -> bool:
    """Whether there is a register at all: without one, "no target" means "not known"."""
    return bool(register_state())


def register(*, read_only: bool = True) -> Register:
    """The register this server shows."""
    return open_register(_place(), read_only=read_only, key=key_beside(joint() / REGISTER_FILE))


@cache
def limits() -> Limits:
    """What the rules are told of the measures: all there are, what balances each, and which are of volume or cost."""
    every = catalogue.catalogue()
    return Limits(
        partners={each.id: each.partner for each in every},
        weighed=frozenset(each.id for each in every if "volume_not_quality" in each.caveats),
        indicators=frozenset(each.id for each in every),
    )


def register_writable() -> bool:
    """Whether this server may write in the register; one on a server of its own says so only when it is written in."""
    place = _place()
    return isinstance(place, str) or all(os.access(each, os.W_OK) for each in (place, place.parent) if each.exists())


def register_state() -> str:
    """A short text that changes whenever the register does: part of every key that depends on it; "" without one.

    Rule    a file is asked only when it has been touched, a server at most once a second: a page asks many times
    """
    place = _place()
    return _server_state(place) if isinstance(place, str) else _file_state(str(place), _touched(place))


def written() -> None:
    """Something was just recorded through this server: whoever looks next sees it."""
    _server_state.clear()


def _place() -> Path | str:
    return os.environ.get(REGISTER) or joint() / REGISTER_FILE


def _touched(path: Path) -> str:
    beside = (path, path.with_name(path.name + "-wal"))
    stats = [file.stat() for file in beside if file.exists()]
    return "-".join(f"{stat.st_mtime_ns:x}.{stat.st_size:x}" for stat in stats)


def today() -> date:
    """The day it is for the reader: what the age of figures is counted to. A made-up example stands at its own day."""
    shown = release()
    set_at = shown.manifest["committee"].get("today") if shown else None
    return date.fromisoformat(set_at) if set_at else datetime.now().astimezone().date()


def key() -> str:
    """What everything kept must be kept by: release, register and the joint zone they are in."""
    folder = joint()
    return f"{published.current(folder)} {register_state()} {folder}"


def quarters() -> tuple[str, ...]:
    """The quarters a reader may stand in, newest first: from the second year of data to the last published."""
    shown = release()
    return _quarters(str(joint()), shown.release_id) if shown else ()


def rows(breakdown: Breakdown = "all", group: str = "", until: str = "") -> tuple[scorecard.Row, ...]:
    """The scorecard of the release in force, one row per indicator.

    In      until  the last quarter to count ("2024-Q4"): the scorecard as it stood then; "" counts everything
    """
    shown = release()
    if shown is None:
        return ()
    return _rows(str(joint()), shown.release_id, _decided(until), breakdown, group, until)


def _decided(until: str) -> str:
    """All of the register that a scorecard is made with: minutes being written do not make it anew."""
    return repr((targets(until), recalculations(until), price_index(until)))


def last_days(unit: str) -> dict[Organisation, date]:
    """The last day in a unit of each organisation that has left it or closed it, as the release in force tells it."""
    shown = release()
    units = shown.manifest["committee"]["units"] if shown else ()
    told: dict[str, Any] = next((each for each in units if each["id"] == unit), {})
    left = {side: told.get("left_on", {}).get(side) or told.get("closed_on") for side in ORGANISATIONS}
    return {side: date.fromisoformat(day) for side, day in left.items() if day}


def units_of_release() -> dict[str, Unit]:
    """The units that the release in force has, by their ids, as the register would have them."""
    return {
        each["id"]: Unit(
            id=each["id"],
            name=Text(**each["name"]),
            kind=each["kind"],
            opened_on=_day(each.get("opened_on")),
            closed_on=_day(each.get("closed_on")),
        )
        for each in _committee("units")
    }


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def unit_names(registered: Iterable[Unit]) -> dict[str, Text]:
    """The units there are figures of, and those the register knows, by id: the register's name where both have one."""
    return {key: unit.name for key, unit in units_of_release().items()} | {each.id: each.name for each in registered}


def groups_of_release() -> dict[str, Text]:
    """The target groups there are figures of, by the id the figures carry."""
    return {each["id"]: Text(**each["name"]) for each in _committee("target_groups")}


def _committee(part: str) -> Sequence[dict[str, Any]]:
    """A list the release in force was made with, of the committee's own; empty where nothing is published."""
    shown = release()
    return shown.manifest["committee"][part] if shown else ()


Merged = frozenset[tuple[str, str]]
"""(indicator, organisation) pairs in which one unit or target group has no figures of its own."""


def merged(breakdown: Breakdown, group: str) -> Merged:
    """Where a unit or target group was too small for figures of its own, and is counted among the others.

    Rule    the organisation publishes other groups of the measure, this one in no period: groups are put together
            for all periods at once, so one that merely opened or closed has some
    """
    shown = release()
    if shown is None or breakdown not in ("unit", "target_group"):
        return frozenset()
    return _merged(str(joint()), shown.release_id, breakdown, group)


def targets(until: str = "") -> tuple[Target, ...]:
    """The register's targets in the shape the charts take; `until` as in `register_entries`."""
    return tuple(
        Target(
            indicator_id=target.indicator_id,
            organisation=target.organisation,
            value=target.value,
            end_value=target.end_value,
            from_on=target.from_on,
            to_on=target.to_on,
            decision_id=target.decision_id,
        )
        for target in register_entries(until).targets
    )


def price_index(until: str = "") -> PriceIndex | None:
    """The price index in force, each year's level as last published; None where the register holds none."""
    levels = sorted(register_entries(until).price_levels, key=lambda each: each.published_on)
    if not levels:
        return None
    return PriceIndex(
        name=levels[-1].name,
        published_on=levels[-1].published_on,
        grain="year",
        values={date(each.year, 1, 1): each.value for each in levels},
    )


def recalculations(until: str = "") -> tuple[Recalculation, ...]:
    """The register's recalculated limits in the shape the charts take; `until` as in `register_entries`."""
    return tuple(
        Recalculation(
            indicator_id=entry.indicator_id,
            organisation=entry.organisation,
            from_on=entry.from_on,
            reason=entry.reason,
            decision_id=entry.decision_id,
        )
        for entry in register_entries(until).recalculations
    )


def decided_until(contents: Contents, until: str) -> Contents:
    """What the register held when quarter `until` ended; events stay, since they happened whoever wrote them down."""
    if not until:
        return contents
    last = _last_day(until)
    later = {each.id for each in contents.decisions if each.decided_on > last}
    return replace(
        contents,
        decisions=tuple(each for each in contents.decisions if each.id not in later),
        targets=tuple(each for each in contents.targets if each.decision_id not in later),
        recalculations=tuple(each for each in contents.recalculations if each.decision_id not in later),
        cost_splits=tuple(each for each in contents.cost_splits if each.decision_id not in later),
        price_levels=tuple(each for each in contents.price_levels if each.published_on <= last),
    )


def _last_day(quarter: str) -> date:
    """The last day of a quarter of the address, "2024-Q4"."""
    return periods.end(periods.index(date(int(quarter[:4]), int(quarter[-1]) * 3, 1), "quarter"), "quarter")


def cells_until(cells: pl.DataFrame, until: str) -> pl.DataFrame:
    """The cells whose period had ended when quarter `until` ended; all of them where `until` is empty."""
    if not until:
        return cells
    last = _last_day(until)
    months = pl.col("grain").replace_strict(periods.MONTHS, return_dtype=pl.Int64)
    ends = pl.col("period_start").dt.offset_by(pl.format("{}mo", months)).dt.offset_by("-1d")
    return cells.filter(ends <= last)


@st.cache_resource(show_spinner=False, max_entries=4)
def _release(folder: str, release_id: str) -> Published:
    return published.read(Path(folder), release_id)


@st.cache_resource(show_spinner=False, max_entries=4)
def _quarters(folder: str, release_id: str) -> tuple[str, ...]:
    cells = _release(folder, release_id).cells.filter(breakdown="all")
    if cells.is_empty():
        return ()
    ended = [
        periods.end(periods.index(start, grain), grain)
        for start, grain in cells.select("period_start", "grain").unique().iter_rows()
    ]
    first, last = (periods.index(day, "quarter") for day in (min(ended), max(ended)))
    starts = [periods.start(number, "quarter") for number in range(last, first + 3, -1)]
    return tuple(f"{day.year}-Q{(day.month + 2) // 3}" for day in starts)


@st.cache_resource(show_spinner=False, max_entries=4)
def _refused(folder: str, touched: str) -> tuple[refusals.Refusal, ...]:
    return refusals.last_refused(Path(folder))


@st.cache_resource(show_spinner=False, max_entries=64)
def _merged(folder: str, release_id: str, breakdown: Breakdown, group: str) -> Merged:
    # The two sides' amounts of a joint cost are published for every unit, however small.
    divided = [one.id for one in catalogue.catalogue() if one.measure == "share_of_joint"]
    groups = (
        _release(folder, release_id).cells.filter(breakdown=breakdown).filter(~pl.col("indicator_id").is_in(divided))
    )
    lacking = groups.group_by("indicator_id", "organisation").agg(has=(pl.col("group") == group).any())
    return frozenset(lacking.filter(~pl.col("has")).select("indicator_id", "organisation").iter_rows())


@st.cache_resource(show_spinner=False, max_entries=4)
def _register(place: str, state: str) -> Contents:
    return register().contents()


@st.cache_resource(show_spinner=False, max_entries=8)
def _file_state(path: str, touched: str) -> str:
    return register().state()


@st.cache_resource(show_spinner=False, max_entries=8, ttl=1)
def _server_state(address: str) -> str:
    return register().state()


@st.cache_resource(show_spinner=False, max_entries=64)
def _rows(
    folder: str, release_id: str, decided_: str, breakdown: Breakdown, group: str, until: str
) -> tuple[scorecard.Row, ...]:
    cells = cells_until(_release(folder, release_id).cells, until)
    decided = targets(until), recalculations(until)
    return scorecard.build(catalogue.catalogue(), cells, *decided, breakdown, group, price_index(until))
