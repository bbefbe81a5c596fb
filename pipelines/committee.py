"""Who the committee is: its settings in samsyn.toml, read strictly and told in the reader's language when wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text, UserProblem


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A unit both organisations know under one name, whatever code each has for it."""

    id: str
    name: Text
    kind: str
    opened_on: date | None = None
    closed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class TargetGroup:
    """A group of people the committee follows; a person may be in several."""

    id: str
    name: Text


@dataclass(frozen=True, kw_only=True)
class Committee:
    """The committee, its two organisations, and what both call their units and target groups.

    Rule    `synthetic` is shown on every screen; `data_from` and `data_to` bound what is ever calculated
    """

    id: str
    name: Text
    synthetic: bool
    inhabitants: int
    data_from: date
    data_to: date
    organisations: Mapping[Organisation, Text]
    units: tuple[Unit, ...]
    target_groups: tuple[TargetGroup, ...]

    def block(self) -> dict[str, Any]:
        """The same as plain JSON values: what a manifest says about the committee."""
        return {
            "id": self.id,
            "name": _both(self.name),
            "synthetic": self.synthetic,
            "inhabitants": self.inhabitants,
            "data_from": self.data_from.isoformat(),
            "data_to": self.data_to.isoformat(),
            "organisations": {name: {"name": _both(text)} for name, text in self.organisations.items()},
            "units": [
                {
                    "id": unit.id,
                    "name": _both(unit.name),
                    "kind": unit.kind,
                    "opened_on": unit.opened_on.isoformat() if unit.opened_on else None,
                    "closed_on": unit.closed_on.isoformat() if unit.closed_on else None,
                }
                for unit in self.units
            ],
            "target_groups": [{"id": group.id, "name": _both(group.name)} for group in self.target_groups],
        }


def read_committee(file: Path) -> dict[str, Any]:
    """The fields of `Committee` as `file` states them.

    Fails   settings_unreadable where it is not TOML; settings_wrong with the setting and what it may be
    """
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserProblem(
            "settings_unreadable",
            Text(
                sv="{file} går inte att läsa som TOML i UTF-8 ({error}). Rätta filen på det stället.",
                en="{file} cannot be read as TOML in UTF-8 ({error}). Mend the file at that place.",
            ).format(file=file, error=error),
            exit_code=2,
        ) from None
    fields = _fields(settings)
    if fields["data_from"] > fields["data_to"]:
        raise _wrong("committee.data_to", Text(sv="en dag efter data_from", en="a day after data_from"))
    for name in ("units", "target_groups"):
        ids = [entry.id for entry in fields[name]]
        if len(set(ids)) < len(ids):
            raise _wrong(f"{name}.id", Text(sv="olika för varje post", en="different for every entry"))
    return fields


def _fields(settings: dict[str, Any]) -> dict[str, Any]:
    committee = _setting(settings, "", "committee", dict)
    named = _setting(settings, "", "organisations", dict)
    return {
        "id": _id(committee, "committee"),
        "name": _name(committee, "committee"),
        "synthetic": _setting(committee, "committee", "synthetic", bool),
        "inhabitants": _setting(committee, "committee", "inhabitants", int),
        "data_from": _setting(committee, "committee", "data_from", date),
        "data_to": _setting(committee, "committee", "data_to", date),
        "organisations": {
            organisation: _name(_setting(named, "organisations", organisation, dict), f"organisations.{organisation}")
            for organisation in ORGANISATIONS
        },
        "units": tuple(_unit(unit, f"units[{n}]") for n, unit in enumerate(_setting(settings, "", "units", list), 1)),
        "target_groups": tuple(
            TargetGroup(id=_id(group, f"target_groups[{n}]"), name=_name(group, f"target_groups[{n}]"))
            for n, group in enumerate(_setting(settings, "", "target_groups", list), 1)
        ),
    }


def _unit(table: dict[str, Any], where: str) -> Unit:
    return Unit(
        id=_id(table, where),
        name=_name(table, where),
        kind=_setting(table, where, "kind", str),
        opened_on=_setting(table, where, "opened_on", date) if "opened_on" in table else None,
        closed_on=_setting(table, where, "closed_on", date) if "closed_on" in table else None,
    )


def _both(text: Text) -> dict[str, str]:
    return {"sv": text.sv, "en": text.en}


def _id(table: dict[str, Any], where: str) -> str:
    value = _setting(table, where, "id", str)
    if not _ID.match(value) or value == "other":
        raise _wrong(
            f"{where}.id",
            Text(
                sv="små bokstäver a-z, siffror och understreck, och inte ”other”",
                en="small letters a-z, digits and underscores, and not “other”",
            ),
        )
    return value


def _name(table: dict[str, Any], where: str) -> Text:
    name = _setting(table, where, "name", dict)
    return Text(sv=_setting(name, f"{where}.name", "sv", str), en=_setting(name, f"{where}.name", "en", str))


_ID = re.compile(r"^[a-z0-9_]{1,60}$")
_KINDS: dict[type, Text] = {
    str: Text(sv='text inom citattecken, t.ex. "norra"', en='text in quotation marks, such as "norra"'),
    bool: Text(sv="true eller false", en="true or false"),
    int: Text(sv="ett heltal", en="a whole number"),
    date: Text(sv="ett datum utan citattecken, t.ex. 2016-01-01", en="a date without quotes, such as 2016-01-01"),
    dict: Text(sv="ett avsnitt med egna inställningar", en="a section with settings of its own"),
    list: Text(sv="en lista av avsnitt, t.ex. [[units]]", en="a list of sections, such as [[units]]"),
}
_T = TypeVar("_T")


def _setting(table: dict[str, Any], where: str, key: str, kind: type[_T]) -> _T:
    value = table.get(key) if isinstance(table, dict) else None
    if type(value) is not kind:  # exactly: in Python a bool is an int, and in TOML a time is a date
        raise _wrong(f"{where}.{key}".lstrip("."), _KINDS[kind])
    return value


def _wrong(where: str, allowed: Text) -> UserProblem:
    return UserProblem(
        "settings_wrong",
        Text(
            sv=f"I samsyn.toml saknas {where}, eller så har den fel form. Den ska vara {allowed.sv}.",
            en=f"In samsyn.toml {where} is missing or has the wrong form. It must be {allowed.en}.",
        ),
        exit_code=2,
    )
