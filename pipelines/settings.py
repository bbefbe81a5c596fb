"""Settings as a person writes them, read strictly: what is missing or of the wrong form is said by its place."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from difflib import get_close_matches
from typing import Any, Literal, TypeVar

from metrics.problem import Text, UserProblem

Role = Literal["data_steward", "system_owner", "unit_head", "coordinator", "economist", "analyst"]
"""Who may answer for an entry a person writes: a role, never a name."""

_T = TypeVar("_T")
_ID = re.compile(r"^[a-z0-9_]{1,60}$")
_KINDS: dict[type, Text] = {
    str: Text(sv='text inom citattecken, t.ex. "norra"', en='text in quotation marks, such as "norra"'),
    bool: Text(sv="true eller false", en="true or false"),
    int: Text(sv="ett heltal", en="a whole number"),
    date: Text(sv="ett datum utan citattecken, t.ex. 2016-01-01", en="a date without quotes, such as 2016-01-01"),
    dict: Text(sv="ett avsnitt med egna inställningar", en="a section with settings of its own"),
    list: Text(sv="en lista av avsnitt, t.ex. [[units]]", en="a list of sections, such as [[units]]"),
}


def identifier(table: dict[str, Any], where: str) -> str:
    """The id of an entry, as files and addresses write it."""
    value = setting(table, where, "id", str)
    if not _ID.match(value) or value == "other":
        raise wrong(
            f"{where}.id",
            Text(
                sv="små bokstäver a-z, siffror och understreck, och inte ”other”",
                en="small letters a-z, digits and underscores, and not “other”",
            ),
        )
    return value


def named(table: dict[str, Any], where: str, key: str = "name") -> Text:
    """What an entry is called in both languages."""
    name = setting(table, where, key, dict)
    return Text(sv=setting(name, f"{where}.{key}", "sv", str), en=setting(name, f"{where}.{key}", "en", str))


def setting(table: dict[str, Any], where: str, key: str, kind: type[_T]) -> _T:
    """One setting, where it is there and of the right kind.

    Fails   settings_wrong with its place and what it may be
    """
    value = table.get(key) if isinstance(table, dict) else None
    if type(value) is not kind:  # exactly: in Python a bool is an int, and in TOML a time is a date
        raise wrong(f"{where}.{key}".lstrip("."), _KINDS[kind])
    return value


def only(table: dict[str, Any], where: str, keys: Collection[str]) -> None:
    """Nothing stands there but these settings: a misspelt one would otherwise be passed over in silence.

    Fails   settings_wrong with the first unknown one and what may stand there
    """
    for unknown in sorted(set(table) - set(keys)):
        place, allowed = f"{where}.{unknown[:40]}".lstrip("."), ", ".join(keys)
        raise UserProblem(
            "settings_wrong",
            Text(
                sv="I samsyn.toml finns inte inställningen {place}.{meant} Där får stå: {allowed}.",
                en="In samsyn.toml there is no setting {place}.{meant} These may stand there: {allowed}.",
            ).format(place=place, meant=meant(unknown, keys), allowed=allowed),
            exit_code=2,
        )


def meant(written: str, known: Collection[str]) -> Text:
    """Which known word a misspelt one is nearest to, as a question after a sentence; nothing where none is near.

    >>> meant("inhabitans", ["inhabitants", "synthetic"]).en, meant("colour", ["synthetic"]).en
    (' Did you mean inhabitants?', '')
    """
    near = get_close_matches(written, known, 1)
    return Text(sv=f" Menade du {near[0]}?", en=f" Did you mean {near[0]}?") if near else Text(sv="", en="")


def wrong(where: str, allowed: Text) -> UserProblem:
    """The problem with a setting: its place, and what it may be."""
    return UserProblem(
        "settings_wrong",
        Text(
            sv=f"I samsyn.toml saknas {where}, eller så har den fel form. Den ska vara {allowed.sv}.",
            en=f"In samsyn.toml {where} is missing or has the wrong form. It must be {allowed.en}.",
        ),
        exit_code=2,
    )
