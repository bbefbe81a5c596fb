"""What a bundle's manifest must satisfy: its form, whose it is, and that no person is in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from metrics.problem import Text
from pipelines.bundle import FORMAT, Bundle, cells_sum
from pipelines.bundle_expected import SMALL, Expected

_SUM = re.compile(r"^[0-9a-f]{16,64}$")
ATTACKS = frozenset(
    {
        "control", "within_noise", "bounds", "whole_numbers", "as_shown", "subtraction", "averages", "best_guess",
        "insider", "presence", "sums", "exact", "same_figures", "usefulness",
    }
)  # fmt: skip
"""The attacks a bundle must have withstood."""

_DELIVERY: Mapping[str, tuple[type, ...]] = {
    "source": (str,), "period": (str,), "version": (int,), "sequence": (int,), "loaded_at": (str,),
    "rows_in": (int, str), "accepted": (int, str), "refused": (int, str), "reasons": (list,), "normalised": (list,),
    "overrides": (list,), "profile": (str,),
}  # fmt: skip
_OVERRIDE: Mapping[str, tuple[type, ...]] = {"code": (str,), "reason": (str,)}
_COUNTED: Mapping[str, tuple[type, ...]] = {"code": (str,), "rows": (int, str), "text": (dict,)}
_COUNTS = {"rows_in", "accepted", "refused", "rows"}
_LESS = re.compile(r"^<[0-9]{1,12}$")
_PERSONAL = re.compile(r"\b[0-9]{6}([0-9]{2})?[-+ ]?[0-9]{4}\b|\b[a-z][0-9a-f]{10}\b")
"""An identity number however it is written, valid or not, and a pseudonym of one letter and ten signs."""


def manifest_form(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """The manifest has exactly the entries a bundle of this format has."""
    wanted: dict[str, type] = {
        "format": int, "release_id": str, "organisation": str, "created_at": str, "code_version": str,
        "catalogue_hash": str, "key_id": str, "method": str, "data_from": str, "data_to": str,
        "committee": dict, "deliveries": list, "cells": int, "cells_suppressed": int, "files": dict,
        "gate": dict,
    }  # fmt: skip
    manifest = bundle.manifest
    wrong = sorted(
        {name for name in wanted if type(manifest.get(name)) is not wanted[name]}
        | (set(manifest) - set(wanted) - {"comparators"})
    )
    if not isinstance(manifest.get("comparators", []), list):
        wrong.append("comparators")
    if not wrong and manifest["format"] != FORMAT:
        wrong = ["format"]
    if wrong:
        yield Text(
            sv=f"manifestet saknar eller har oväntade uppgifter ({_named(wrong)})",
            en=f"the manifest lacks entries or has unexpected ones ({_named(wrong)})",
        )


def named_alike(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """The file's name, the manifest and every row say the same release and organisation."""
    said = {(bundle.manifest["release_id"], bundle.manifest["organisation"])}
    said |= set(bundle.cells.select("release_id", "organisation").unique().iter_rows())
    if said != {(bundle.release_id, bundle.organisation)}:
        yield Text(
            sv="filnamnet, manifestet och raderna anger olika organisation eller frisläppning",
            en="the file's name, the manifest and the rows name different organisations or releases",
        )


def same_committee(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Zone and joint zone know the same committee, units, target groups and years."""
    differing = sorted(
        name
        for name in set(expected.committee) | set(bundle.manifest["committee"])
        if expected.committee.get(name) != bundle.manifest["committee"].get(name)
    )
    if differing:
        yield Text(
            sv=f"samsyn.toml skiljer sig mellan zonen och den gemensamma zonen ({_named(differing)})",
            en=f"samsyn.toml differs between the zone and the joint zone ({_named(differing)})",
        )


def same_catalogue(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Both sides count by the same definitions."""
    if bundle.manifest["catalogue_hash"] != expected.catalogue_hash:
        yield Text(
            sv="paketet är räknat efter en annan indikatorkatalog. Använd samma version av programmet på båda sidor",
            en="the bundle was counted by another catalogue of indicators. Use the same version of the program",
        )


def passed_gate(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """The bundle went through the gate: every attack has its finding, and all of them failed."""
    gate = bundle.manifest["gate"]
    attacks = gate.get("attacks")
    told = attacks if isinstance(attacks, list) and all(isinstance(each, dict) for each in attacks) else []
    carried_out = {each.get("attack") for each in told}
    if not carried_out >= ATTACKS or not all(each.get("passed") is True for each in [gate, *told]):
        yield Text(
            sv="grindens rapport saknas, är ofullständig eller underkänd",
            en="the gate's report is missing, incomplete or says that an attack succeeded",
        )


def gate_of_these_figures(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """The gate's report is about these very figures, not about others that would have passed."""
    if bundle.manifest["gate"].get("cells_sha256") != cells_sum(bundle.cells):
        yield Text(
            sv="grindens rapport gäller andra siffror än paketets",
            en="the gate's report is about other figures than the bundle's",
        )


def told_deliveries(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """What is told of the files behind the figures has its set form, and no count of 1-4."""
    for delivery in bundle.manifest["deliveries"]:
        entries = [delivery] if isinstance(delivery, dict) else []
        forms = [(entry, _DELIVERY) for entry in entries]
        for name, form in (("reasons", _COUNTED), ("normalised", _COUNTED), ("overrides", _OVERRIDE)):
            listed = [entry.get(name) for entry in entries]
            forms += [(entry, form) for told in listed if isinstance(told, list) for entry in told]
        if not entries or not all(_has_form(entry, form) for entry, form in forms):
            yield Text(
                sv="uppgifterna om inlästa filer har fel form, eller visar ett antal som är mindre än 5",
                en="what is told of loaded files has the wrong form, or shows a count smaller than 5",
            )
            return


def no_person(bundle: Bundle, expected: Expected) -> Iterator[Text]:
    """Nothing in the manifest looks like an identity number or a pseudonym; the cells' words are listed ones."""
    if any(_PERSONAL.search(text) for text in _words(bundle.manifest)):
        yield Text(
            sv="manifestet innehåller något som liknar en personuppgift. Behandla det som en incident",
            en="the manifest holds something like personal data. Treat it as an incident",
        )


def _has_form(entry: Any, form: Mapping[str, tuple[type, ...]]) -> bool:
    return (
        isinstance(entry, dict)
        and set(entry) == set(form)
        and all(type(entry[name]) in kinds for name, kinds in form.items())
        and not any(type(entry[name]) is int and 0 < entry[name] < SMALL for name in _COUNTS & set(entry))
        and all(type(entry[name]) is int or _LESS.match(entry[name]) for name in _COUNTS & set(entry))
    )


def _named(names: list[str]) -> str:
    """At most five names; what stands in a bundle is not trusted, so only plain words are repeated."""
    plain = [name for name in names if re.fullmatch(r"[a-z_]{1,30}", name)]
    return ", ".join(plain[:5]) or "…"


def _words(entry: Any) -> Iterator[str]:
    """Every text in a manifest, names of entries too, except the sums, which look like anything."""
    if isinstance(entry, dict):
        for key, value in entry.items():
            yield str(key)
            yield from _words(value)
    elif isinstance(entry, list):
        for value in entry:
            yield from _words(value)
    elif not (isinstance(entry, str) and _SUM.match(entry)):
        yield json.dumps(entry, ensure_ascii=False)
