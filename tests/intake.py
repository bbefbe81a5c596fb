"""Files to load, drawn by what is special about them: every other cell and row is right.

    file = a_file(zone, "contacts", {"from_on": "2024-02-30"})
    assert codes(load(zone, "region", file)) == ["not_a_date"]

The special rows come first, so the first stands in row 2. Columns are called what the contract calls them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from metrics.indicator import ORGANISATIONS
from pipelines.load import LoadReport
from pipelines.sources import SOURCES
from pipelines.workspace import KEY_BYTES, Workspace
from tests.zones import a_workspace

ENOUGH = 400
"""So many right rows that a wrong one or two do not refuse the file."""

_FIRST = date(2024, 1, 1)


def a_zone(folder: Path, *sources: str, **profiles: str) -> Workspace:
    """An empty workspace whose region has a plain profile for the sources named or for all, or the one given."""
    workspace = a_workspace(folder)
    for number, organisation in enumerate(ORGANISATIONS):  # the same noise every time: what passes the gate, passes
        workspace.key(organisation).write_bytes(bytes([number]) * KEY_BYTES)
    for source in sources or SOURCES:
        text = profiles.get(source, a_profile(source))
        (workspace.sources / f"region.{source}.toml").write_text(text, encoding="utf-8")
    return workspace


def a_profile(source: str, extra: str = "", **changes: str) -> str:
    """A profile whose file is written as the contract is; `changes` are keys as TOML writes their values."""
    keys = {
        "source": f'"{source}"',
        "organisation": '"region"',
        "file_pattern": f"'^{source}_(?P<period>[0-9]{{4}})_v(?P<version>[0-9]+)\\.csv$'",
        "nulls": '{ missing = ["-"], suppressed = ["*"], not_applicable = ["x"] }',
        "true_values": '["ja"]',
        "false_values": '["nej"]',
        "person_pattern": "'^r[0-9a-f]{10}$'",
    } | changes
    lines = [f"{key} = {value}" for key, value in keys.items()]
    if "[columns]" not in extra:
        lines += ["[columns]", *(f'{column} = "{column}"' for column in SOURCES[source].columns)]
    return "\n".join([*lines, extra]) + "\n"


def a_row(source: str, number: int, **changes: str) -> dict[str, str]:
    """A right row of the source; different numbers are different rows."""
    day = (_FIRST + timedelta(days=number % 300)).isoformat()
    person, plan = f"r{number:07x}abc", f"plan {number}"
    rows = {
        "persons": {"person": person, "birth_year": "1980", "sex": "f", "target_groups": "psychosis", "shared": "yes"},
        "coordinators": {"person": person, "coordinator": "s1", "role": "coordinator"},
        "needs": {
            "person": person,
            "assessed_on": day,
            "rater": "user",
            "domain": "5",
            "rating": "2",
            "assessment_id": "a",
        },
        "contacts": {"person": person, "contact_type": "visit", "minutes": "45", "planned": "ja", "attended": "nej"},
        "costs": {
            "month": f"2024-{number % 12 + 1:02}",
            "account": "4010",
            "activity": f"v{number}",
            "cost_type": "staff",
            "amount_sek": "1000,50",
            "funding": "base",
        },
        "sip_plans": {"person": person, "plan_id": plan, "form_version": "3", "initiated_by": "region", "met_on": day},
        "sip_interventions": {
            "plan_id": plan,
            "responsible": "primary_care",
            "organisation": "region",
            "outcome": "full",
        },
        "sip_participants": {"plan_id": plan, "agency": "primary_care", "present": "ja"},
        "staff_development": {"staff": person, "training": "Samordning", "on": day, "hours": "7,5", "joint": "ja"},
        "surveys": {
            "instrument": "Brukarundersökning",
            "item": f"fråga {number}",
            "period": "2024",
            "value": "4,1",
            "respondents": "40",
            "invited": "100",
            "status": "ok",
        },
        "statistics": {
            "measure": "N1",
            "breakdown": "kommun",
            "group": f"g{number}",
            "period": "2024",
            "numerator": "20",
            "denominator": "40",
            "value": "0,5",
            "value_unit": "share",
            "status": "ok",
        },
    }
    shared = {"unit": "norra_mottagningen", "from_on": day}
    blank = dict.fromkeys(SOURCES[source].columns, "")
    return blank | {column: value for column, value in shared.items() if column in blank} | rows[source] | changes


def a_table(source: str, *special: dict[str, str], good: int = ENOUGH) -> list[dict[str, str]]:
    """The special rows, then as many right ones as wanted."""
    rows = [a_row(source, number, **changes) for number, changes in enumerate(special)]
    return rows + [a_row(source, number) for number in range(len(special), len(special) + good)]


def as_csv(rows: Sequence[dict[str, Any]], *, separator: str = ";", quoting: Any = csv.QUOTE_MINIMAL) -> str:
    """Rows as the text of a CSV file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=separator, quoting=quoting, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def a_file(
    workspace: Workspace,
    source: str,
    *special: dict[str, str],
    good: int = ENOUGH,
    name: str = "",
    encoding: str = "utf-8",
) -> Path:
    """A file in the region's inbox."""
    return written(
        workspace, name or f"{source}_2024_v1.csv", as_csv(a_table(source, *special, good=good)).encode(encoding)
    )


def written(workspace: Workspace, name: str, content: bytes | str) -> Path:
    """A file in the region's inbox with exactly this content."""
    file = workspace.inbox("region") / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def codes(report: LoadReport) -> list[str]:
    """What a report gives as reasons, by code."""
    return [reason.code for reason in report.reasons]
