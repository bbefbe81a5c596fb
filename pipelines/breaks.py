"""Breaks as the committee writes them in samsyn.toml, approved with reason and role.

    [[breaks]]
    on = 2024-07-01
    kind = "merged"                         # merged | split | renamed | new_system
    units_before = ["vastra_mottagningen"]
    units_after = ["norra_mottagningen"]
    organisation = "region"                 # optional: else both
    sources = ["contacts"]                  # optional, of a new system: else all
    title = { sv = "Västra mottagningen gick upp i norra", en = "The west centre became part of the north one" }
    reason = "Beslut om färre mottagningar"
    approved_by = "data_steward"
    approved_on = 2024-06-20

All three zones hold the same samsyn.toml, so both organisations have seen an entry before any figure follows it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, cast, get_args

from metrics.breaks import KINDS, Break, BreakKind
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text
from pipelines.settings import Role, named, only, setting, wrong
from pipelines.sources import SOURCES

KEYS = (
    "on", "kind", "units_before", "units_after", "organisation", "sources", "title", "reason", "approved_by",
    "approved_on",
)  # fmt: skip
_SHORTEST = 10


def read(settings: dict[str, Any], units: Collection[str]) -> tuple[Break, ...]:
    """The breaks of samsyn.toml, oldest first.

    In      units  the ids of the committee's units
    Fails   settings_wrong with the entry's number, the key and what it may be
    """
    entries = setting(settings, "", "breaks", list) if "breaks" in settings else []
    found = [_break(entry, f"breaks[{number}]", units) for number, entry in enumerate(entries, 1)]
    return tuple(sorted(found, key=lambda entry: (entry.on, entry.kind)))


def _break(table: dict[str, Any], where: str, units: Collection[str]) -> Break:
    kind = _among(table, where, "kind", KINDS)
    only(table, where, KEYS)
    reason = setting(table, where, "reason", str)
    if len(reason.strip()) < _SHORTEST:
        raise wrong(f"{where}.reason", Text(sv=f"minst {_SHORTEST} tecken", en=f"at least {_SHORTEST} characters"))
    entry = Break(
        on=setting(table, where, "on", date),
        kind=cast(BreakKind, kind),
        title=named(table, where, "title"),
        organisation=cast(Organisation, _among(table, where, "organisation", ORGANISATIONS))
        if "organisation" in table
        else None,
        units_before=_list(table, where, "units_before", units),
        units_after=_list(table, where, "units_after", units),
        sources=_list(table, where, "sources", SOURCES),
        reason=reason,
        approved_by=_among(table, where, "approved_by", get_args(Role)),
        approved_on=setting(table, where, "approved_on", date),
    )
    _fits(entry, where)
    return entry


def _fits(entry: Break, where: str) -> None:
    """A break names as many units before and after as its kind has."""
    before, after = len(entry.units_before), len(entry.units_after)
    right = {
        "merged": before >= 1 and after == 1 and set(entry.units_before) != set(entry.units_after),
        "renamed": before == 1 and after == 1 and entry.units_before != entry.units_after,
        "split": before == 1 and after >= 1 and set(entry.units_before) != set(entry.units_after),
        "new_system": before == after == 0,
    }
    if not right[entry.kind]:
        raise wrong(
            f"{where}.units_before, {where}.units_after",
            Text(
                sv="merged: en eller flera enheter till en annan; renamed: en till en annan; split: en till en eller "
                "flera; new_system: inga enheter",
                en="merged: one unit or more to another; renamed: one to another; split: one to one or more; "
                "new_system: no units",
            ),
        )


def _among(table: dict[str, Any], where: str, key: str, allowed: Collection[str]) -> str:
    value = setting(table, where, key, str)
    if value not in allowed:
        raise wrong(f"{where}.{key}", Text(sv=f"en av {', '.join(allowed)}", en=f"one of {', '.join(allowed)}"))
    return value


def _list(table: dict[str, Any], where: str, key: str, allowed: Collection[str]) -> tuple[str, ...]:
    values = setting(table, where, key, list) if key in table else []
    if not all(isinstance(value, str) and value in allowed for value in values):
        raise wrong(
            f"{where}.{key}", Text(sv=f"en lista av {', '.join(allowed)}", en=f"a list of {', '.join(allowed)}")
        )
    return tuple(values)
