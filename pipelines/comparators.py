"""Published figures on their way to the joint zone: what others have made public, to be read beside an indicator.

Rule    only what a profile names a publisher and a licence for, and only key figures `metrics.comparators` declares;
        a figure that is not there keeps the reason why, and an amount crosses in million kronor
"""

from __future__ import annotations

from typing import Any

import duckdb

from metrics import comparators
from metrics.indicator import Organisation
from pipelines.profile import Profile, Published, is_confirmed, parse
from pipelines.workspace import Workspace

MILLION = 1_000_000
DECIMALS = 4
"""More would be no more exact, and twelve in a row look like an identity number."""

_FIGURES = """SELECT s.measure, s."group", coalesce(s.group_name, s."group"), s.period, s.value, s.value_unit, s.status,
    coalesce(d.variant, '') FROM statistics s JOIN deliveries d USING (delivery_id) ORDER BY ALL"""


def crossing(
    workspace: Workspace, organisation: Organisation, connection: duckdb.DuckDBPyConnection
) -> list[dict[str, Any]]:
    """The published figures an organisation lets the joint zone see, as its manifest tells them.

    Out     one entry per figure that may be read beside an indicator; of a key figure that may not, its name alone
            with the status "refused"
    """
    if not connection.sql("SELECT 1 FROM duckdb_tables() WHERE table_name = 'statistics'").fetchall():
        return []  # a vault from before there were statistics
    named = _publications(workspace, organisation)
    told, refused = [], {}
    for measure, group, group_name, period, value, unit, status, variant in connection.sql(_FIGURES).fetchall():
        publication = named.get(variant)
        if publication is None:
            continue
        key = f"{publication.table}:{measure}" if publication.table else measure
        said = {"key": key, "by": publication.by, "licence": publication.licence}
        if comparators.by_key(key) and group in publication.groups:
            figure = {"group": group_name, "period": period, "status": status}
            told.append(said | figure | _in_millions(value, unit))
        elif key in comparators.REFUSED:
            refused[key] = said | {"group": "", "period": "", "status": "refused", "value": None, "unit": ""}
    return [*told, *refused.values()]


def _in_millions(value: float | None, unit: str) -> dict[str, Any]:
    """A value and its unit; kronor become million kronor, said by the unit."""
    if unit == "SEK":
        return {"value": None if value is None else round(value / MILLION, DECIMALS), "unit": "million_SEK"}
    return {"value": None if value is None else round(value, DECIMALS), "unit": unit}


def _publications(workspace: Workspace, organisation: Organisation) -> dict[str, Published]:
    """Who published what the organisation's files of statistics hold, by the profile's variant."""
    profiles: list[Profile] = [
        parse(path.read_text(encoding="utf-8"), path.name)
        for path in sorted(workspace.sources.glob(f"{organisation}.statistics*.toml"))
        if is_confirmed(path)
    ]
    return {profile.variant: profile.published for profile in profiles if profile.published}
