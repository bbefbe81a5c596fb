"""Bundles that came to the joint zone and were refused: what the pages tell of them, read from the log of receiving."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from metrics.indicator import ORGANISATIONS, Organisation
from pipelines import bundle

LOG: Final = "receive.log"


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """The last bundle of an organisation, refused.

    Out     code  of the problem it was refused with
    """

    organisation: Organisation
    on: date
    code: str


def lines(joint: Path) -> list[dict[str, Any]]:
    """Every whole line of the log, the oldest first; one that was cut off by a power failure is left out."""
    file = joint / LOG
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    return [json.loads(line) for line in text.splitlines() if line.endswith("}")]


def last_refused(joint: Path) -> tuple[Refusal, ...]:
    """The organisations whose newest bundle was refused: what they sent last is not in the release in force.

    Rule    an old bundle that is sent once more is refused too, and nobody lacks its figures: only one newer than
            every accepted one is told of
    """
    came: dict[str, list[dict[str, Any]]] = {which: [] for which in ORGANISATIONS}
    for line in lines(joint):
        if line["bundle"]:
            came[line["bundle"].split(".")[1]].append(line)
    found = []
    for which in ORGANISATIONS:
        taken = max((_order(line) for line in came[which] if line["outcome"] != "refused"), default=())
        newer = [line for line in came[which] if _order(line) > taken]
        if newer:
            found.append(
                Refusal(organisation=which, on=date.fromisoformat(newer[-1]["at"][:10]), code=newer[-1]["why"])
            )
    return tuple(found)


def _order(line: Mapping[str, Any]) -> tuple[int, ...]:
    return bundle.order(bundle.release_of(Path(line["bundle"])))
