"""Who the committee is: its settings in samsyn.toml, read strictly and told in the reader's language when wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from metrics.breaks import Break
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text, UserProblem
from pipelines import breaks
from pipelines.settings import identifier, named, only, setting, wrong

SERVER = "postgresql+psycopg://"


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A unit both organisations know under one name, whatever code each has for it.

    In      closed_on  its last day
            left_on    the last day of an organisation that leaves it to the other
    """

    id: str
    name: Text
    kind: str
    opened_on: date | None = None
    closed_on: date | None = None
    left_on: Mapping[Organisation, date] = field(default_factory=dict)

    def last_day(self, organisation: Organisation) -> date | None:
        """The organisation's last day in it; None while it is there."""
        return self.left_on.get(organisation, self.closed_on)


SECTIONS = (
    "committee", "organisations", "units", "target_groups", "contact", "breaks", "register", "retention",
)  # fmt: skip
COMMITTEE = ("id", "name", "synthetic", "inhabitants", "data_from", "data_to", "today")
UNIT = ("id", "name", "kind", "opened_on", "closed_on", "left_on")


@dataclass(frozen=True, kw_only=True)
class TargetGroup:
    """A group of people the committee follows; a person may be in several."""

    id: str
    name: Text


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Whom readers turn to: a role, never a name, and where it is reached."""

    role: Text
    address: str


@dataclass(frozen=True, kw_only=True)
class Committee:
    """The committee, its two organisations, and what both call their units and target groups.

    In      register_url  the address of a register on a PostgreSQL server; "" where it is a file in the joint zone
            contact       whom to tell when something on the pages stands in the way; None where nobody is given
            today         the day a made-up example stands at, so that it is as fresh whenever it is opened
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
    breaks: tuple[Break, ...] = ()
    register_url: str = ""
    contact: Contact | None = None
    today: date | None = None

    def now(self) -> datetime:
        """The time in UTC by the committee's clock: a made-up example's stands at its own day."""
        real = datetime.now(UTC)
        return datetime.combine(self.today, real.time(), UTC) if self.today else real

    def block(self) -> dict[str, Any]:
        """The same as plain JSON values: what a manifest says about the committee, and nothing about its servers."""
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
                    "left_on": {side: day.isoformat() for side, day in unit.left_on.items()},
                }
                for unit in self.units
            ],
            "target_groups": [{"id": group.id, "name": _both(group.name)} for group in self.target_groups],
            "breaks": [entry.as_json() for entry in self.breaks],
            "today": self.today.isoformat() if self.today else None,
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
        raise wrong("committee.data_to", Text(sv="en dag efter data_from", en="a day after data_from"))
    for name in ("units", "target_groups"):
        ids = [entry.id for entry in fields[name]]
        if len(set(ids)) < len(ids):
            raise wrong(f"{name}.id", Text(sv="olika för varje post", en="different for every entry"))
    if fields["today"] and not fields["synthetic"]:
        raise wrong(
            "committee.today", Text(sv="en dag bara i ett påhittat exempel", en="a day in a made-up example only")
        )
    return fields | {
        "breaks": breaks.read(settings, [unit.id for unit in fields["units"]]),
        "register_url": _register_url(setting(settings, "", "register", dict)) if "register" in settings else "",
        "contact": _contact(setting(settings, "", "contact", dict)) if "contact" in settings else None,
    }


def _contact(table: dict[str, Any]) -> Contact:
    only(table, "contact", ("role", "address"))
    return Contact(role=named(table, "contact", "role"), address=setting(table, "contact", "address", str))


def _register_url(table: dict[str, Any]) -> str:
    only(table, "register", ("url",))
    url = setting(table, "register", "url", str)
    if not url.startswith(SERVER):
        raise wrong(
            "register.url", Text(sv=f"en adress som börjar med {SERVER}", en=f"an address that begins {SERVER}")
        )
    return url


def _fields(settings: dict[str, Any]) -> dict[str, Any]:
    only(settings, "", SECTIONS)
    committee = setting(settings, "", "committee", dict)
    only(committee, "committee", COMMITTEE)
    sides = setting(settings, "", "organisations", dict)
    only(sides, "organisations", ORGANISATIONS)
    return {
        "id": identifier(committee, "committee"),
        "name": named(committee, "committee"),
        "synthetic": setting(committee, "committee", "synthetic", bool),
        "inhabitants": setting(committee, "committee", "inhabitants", int),
        "data_from": setting(committee, "committee", "data_from", date),
        "data_to": setting(committee, "committee", "data_to", date),
        "today": setting(committee, "committee", "today", date) if "today" in committee else None,
        "organisations": {
            organisation: named(setting(sides, "organisations", organisation, dict), f"organisations.{organisation}")
            for organisation in ORGANISATIONS
        },
        "units": tuple(_unit(unit, f"units[{n}]") for n, unit in enumerate(setting(settings, "", "units", list), 1)),
        "target_groups": tuple(
            _target_group(group, f"target_groups[{n}]")
            for n, group in enumerate(setting(settings, "", "target_groups", list), 1)
        ),
    }


def _unit(table: dict[str, Any], where: str) -> Unit:
    only(table, where, UNIT)
    left = setting(table, where, "left_on", dict) if "left_on" in table else {}
    if set(left) - set(ORGANISATIONS):
        raise wrong(f"{where}.left_on", Text(sv="en dag för region, municipality", en="a day for region, municipality"))
    return Unit(
        id=identifier(table, where),
        name=named(table, where),
        kind=setting(table, where, "kind", str),
        opened_on=setting(table, where, "opened_on", date) if "opened_on" in table else None,
        closed_on=setting(table, where, "closed_on", date) if "closed_on" in table else None,
        left_on={side: setting(left, f"{where}.left_on", side, date) for side in ORGANISATIONS if side in left},
    )


def _target_group(table: dict[str, Any], where: str) -> TargetGroup:
    only(table, where, ("id", "name"))
    return TargetGroup(id=identifier(table, where), name=named(table, where))


def _both(text: Text) -> dict[str, str]:
    return {"sv": text.sv, "en": text.en}
