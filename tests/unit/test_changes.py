"""What a corrected delivery changes: counted by month and column, kept in the zone, told by load and status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipelines import changes, vault
from pipelines.changes import Month
from pipelines.load import LoadReport, load
from pipelines.status import status
from pipelines.workspace import Workspace
from tests.intake import a_file, a_row, a_table, a_zone, as_csv, written

MAY, JUNE = {"from_on": "2024-05-06"}, {"from_on": "2024-06-03"}
KEPT = 20


def contacts(zone: Workspace, version: int, *special: dict[str, str], skip: int = 0) -> Path:
    """The special contacts and right ones; without the first few of the right."""
    rows = [a_row("contacts", 900 + n, **MAY | one) for n, one in enumerate(special)]
    return written(zone, f"contacts_2024_v{version}.csv", as_csv([*rows, *a_table("contacts", good=KEPT)[skip:]]))


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A zone with contacts and needs, each in its first version."""
    made = a_zone(tmp_path_factory.mktemp("changes"), "contacts", "needs")
    assert load(made, "region", contacts(made, 1, {}, {"minutes": "30"}, {"unit": "dagcentrum"})).changes is None
    load(made, "region", a_file(made, "needs", good=KEPT))
    return made


@pytest.fixture(scope="module")
def corrected(zone: Workspace) -> LoadReport:
    """The second version: one contact longer, one in another month, two of January's gone, one without minutes."""
    return load(
        zone, "region", contacts(zone, 2, {"minutes": ""}, {"minutes": "50"}, {"unit": "dagcentrum"} | JUNE, skip=2)
    )


def test_rows_are_told_as_added_removed_and_changed(corrected: LoadReport) -> None:
    assert corrected.changes is not None
    assert (corrected.changes.versions, corrected.changes.added, corrected.changes.removed) == ((1,), 1, 3)
    assert corrected.changes.changed == 2


def test_each_changed_column_is_counted(corrected: LoadReport) -> None:
    assert corrected.changes is not None
    assert corrected.changes.columns == {"minutes": 2}


def test_each_month_is_told(corrected: LoadReport) -> None:
    assert corrected.changes is not None
    assert corrected.changes.months == (
        Month(month="2024-01", added=0, removed=2, changed=0),
        Month(month="2024-05", added=0, removed=1, changed=2),
        Month(month="2024-06", added=1, removed=0, changed=0),
    )


def test_it_is_said_in_both_languages(corrected: LoadReport) -> None:
    assert corrected.changes is not None
    assert corrected.changes.text.sv == (
        "Mot version 1: 1 nya rader, 3 borttagna, 2 ändrade (minutes 2). "
        "2024-05 +0 −1 ~2, 2024-01 +0 −2 ~0, 2024-06 +1 −0 ~0"
    )  # fmt: skip
    assert corrected.changes.text.en.startswith("Against version 1: 1 rows added, 3 removed, 2 changed (minutes 2).")


def test_the_delivery_and_the_log_keep_it(zone: Workspace, corrected: LoadReport) -> None:
    assert corrected.changes is not None
    [kept] = [one for one in vault.deliveries(zone, "region") if one.source == "contacts"]
    assert kept.changes == corrected.changes.as_json()
    with vault.reading(zone, "region") as connection:
        [(noted,)] = connection.sql("SELECT changes FROM load_log ORDER BY sequence DESC LIMIT 1").fetchall()
    assert json.loads(noted) == kept.changes


def test_status_lists_it_beside_what_is_in_force(zone: Workspace, corrected: LoadReport) -> None:
    loaded = {one["source"]: one for one in status(zone)["organisations"]["region"]["loaded"]}
    assert loaded["needs"]["changes"] is None
    assert (loaded["contacts"]["version"], loaded["contacts"]["changes"]["changed"]) == (2, 2)


def test_the_same_rows_in_another_order_are_no_change(zone: Workspace) -> None:
    again = written(zone, "needs_2024_v2.csv", as_csv(a_table("needs", good=KEPT)[::-1]))
    found = load(zone, "region", again).changes
    assert found is not None
    assert (found.added, found.removed, found.changed) == (0, 0, 0)
    assert found.text.sv == "Mot version 1: inga rader skiljer sig."


def test_many_months_are_cut_short_with_the_most_changed_first() -> None:
    months = [{"month": f"2024-{n:02}", "added": n, "removed": 0, "changed": 0} for n in range(1, 13)]
    told = changes.said({"versions": [1], "added": 78, "removed": 0, "changed": 0, "columns": {}, "months": months})
    assert "2024-12 +12" in told.sv
    assert "2024-06" not in told.sv
    assert told.sv.endswith(" …")
