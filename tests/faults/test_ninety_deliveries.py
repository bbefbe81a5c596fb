"""Bad inputs 35-46, 81 and 82: which delivery is in force, and what may replace it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from dashboard.components.deliveries import ages
from dashboard.view import View
from metrics.problem import UserProblem
from pipelines import inbox, published, vault
from pipelines.load import load
from pipelines.receive import receive
from pipelines.status import status
from pipelines.workspace import Workspace, open_workspace
from tests.intake import ENOUGH, a_profile, as_csv, codes, written
from tests.ninety import (
    GOOD,
    book,
    cells,
    in_force,
    refuses,
    rows,
    tells_what_to_do,
)
from tests.pages.reading import words_of
from tests.zones import a_bundle, a_cell

V2 = "contacts_2024_v2.csv"
APPROVED = """
[[breaks]]
on = 2024-01-01
kind = "renamed"
organisation = "region"
units_before = ["norra_mottagningen"]
units_after = ["dagcentrum"]
title = { sv = "Norra mottagningen heter dagcentrum", en = "The north centre is called the day centre" }
reason = "Enheten har bytt namn och kod"
approved_by = "data_steward"
approved_on = 2024-01-01
"""
WHY = "Mottagningen slogs samman, antalet stämmer"


def manifest(here: Workspace, content: bytes, **changes: object) -> None:
    """What the sender promises of a file with this content."""
    told = {"file": V2, "rows": ENOUGH, "sha256": hashlib.sha256(content).hexdigest(), "version": 2, "period": "2024"}
    written(here, "manifest.json", json.dumps(told | changes))


def of_rows(number: int, name: str = V2, **every: str) -> Callable[[Workspace], Path]:
    return lambda here: written(here, name, as_csv(rows("contacts", good=number, **every)))


def torn_copy(here: Workspace) -> None:
    """35: half a copy is left alone as long as the manifest promises more, and loaded when it is whole."""
    content = as_csv(rows("contacts", Anteckning="hel")).encode()
    manifest(here, content)
    half = content[: content.rindex(b"\r\n", 0, len(content) // 2) + 2]
    file = written(here, V2, half)
    assert (file in inbox.waiting(here, "region"), inbox.unfinished(here, "region")) == (False, [file])
    refuses(here, file, "manifest_differs")  # whoever names it all the same is told
    copying = written(here, f"{V2}.part", half)
    assert copying in inbox.unfinished(here, "region")
    written(here, V2, content)
    assert (file in inbox.waiting(here, "region"), inbox.unfinished(here, "region")) == (True, [copying])
    assert load(here, "region", file).exit_code == 0


def wrong_fingerprint(here: Workspace) -> None:
    """36"""
    file = cells("contacts", Anteckning="ny")(here)
    manifest(here, file.read_bytes(), sha256="0" * 64)
    refuses(here, file, "manifest_differs")


def same_file_twice(here: Workspace) -> None:
    """37: nothing changes, and the log says that it came."""
    before = in_force(here)
    report = load(here, "region", here.inbox("region") / GOOD)
    assert (report.already_loaded, report.exit_code) == (True, 0)
    assert in_force(here) == before
    assert in_force(here).log[-1][:2] == ("already_loaded", GOOD)


def same_version_other_content(here: Workspace) -> None:
    """38"""
    refuses(here, cells("contacts", name=GOOD, Anteckning="annan")(here), "conflict")


def corrected(here: Workspace) -> None:
    """39: the correction replaces its period whole, says what it changed, and becomes a release of its own."""
    report = load(here, "region", cells("contacts", {"minutes": "50"}, good=ENOUGH - 1)(here))
    assert (report.exit_code, report.version) == (0, 2)
    assert [(source, version) for source, _, version, _ in in_force(here).deliveries] == [("contacts", 2)]
    kept = in_force(here).rows["contacts"]
    assert (kept.height, kept["minutes"][0]) == (ENOUGH - 1, 50)
    assert report.changes is not None
    assert (report.changes.added, report.changes.removed, report.changes.changed) == (0, 1, 1)
    assert report.changes.columns == {"minutes": 1}
    assert {month.month for month in report.changes.months} == {"2024-01", "2024-04"}
    assert "Mot version 1: 0 nya rader, 1 borttagna, 1 ändrade (minutes 1)" in report.changes.text.sv
    [told] = status(here)["organisations"]["region"]["loaded"]
    assert (told["version"], told["changes"]["changed"]) == (2, 1)
    first = receive(here, [a_bundle(here, "region")])
    again = receive(here, [a_bundle(here, "region", release_id="2025-Q4-2", rows=[a_cell(numerator=31.0)])])
    assert (first.release_id, again.release_id, again.is_new) == ("2025-Q4", "2025-Q4-2", True)
    assert published.current(here.joint) == "2025-Q4-2"
    assert (
        published.read(here.joint, "2025-Q4").cells.filter(indicator_id="P2").height == 2
    )  # the one before stays as it was


def older_after_newer(here: Workspace) -> None:
    """40"""
    assert load(here, "region", cells("contacts", name="contacts_2024_v3.csv", Anteckning="ny")(here)).exit_code == 0
    refuses(here, cells("contacts")(here), "stale")


def the_other_organisations(here: Workspace) -> None:
    """41: by its name, and by its pseudonyms under a name of ours."""
    profile = a_profile("needs", organisation='"municipality"', file_pattern="'^behov.*$'")
    (here.sources / "municipality.needs.toml").write_text(profile, encoding="utf-8")
    refuses(here, cells("needs", name="behov_2024.csv")(here), "wrong_organisation")
    refuses(here, cells("contacts", person="k0000001abc")(here), "person_pattern")


def another_period(here: Workspace) -> None:
    """42: rows of another year, and a year that has not begun."""
    refuses(here, cells("contacts", name="contacts_2023_v1.csv", Anteckning="ny")(here), "period_wrong")
    refuses(here, cells("contacts", name="contacts_2999_v1.csv", Anteckning="ny")(here), "period_future")


def a_gap(here: Workspace) -> None:
    """43: the later period is loaded, and the days between are told."""
    monthly = a_profile("needs", file_pattern="'^needs_(?P<period>[0-9-]+)\\.csv$'")
    (here.sources / "region.needs.toml").write_text(monthly, encoding="utf-8")
    for month in ("2024-01", "2024-05"):
        report = load(here, "region", cells("needs", assessed_on=f"{month}-15", name=f"needs_{month}.csv")(here))
        assert report.exit_code == 0, codes(report)
    [note] = report.notes
    assert (note.code, "1 februari 2024–30 april 2024" in note.text.sv) == ("period_gap", True)
    tells_what_to_do(note)


def one_of_two(here: Workspace) -> None:
    """44: the part that came is published, and the other organisation is said to be missing from it."""
    received = receive(here, [a_bundle(here, "region")])
    assert (received.is_new, received.absent) == (True, ("municipality",))
    shown = published.read(here.joint, received.release_id)
    assert list(shown.manifest["organisations"]) == ["region"]
    assert shown.cells.filter(indicator_id="P2")["organisation"].unique().to_list() == ["region"]
    told = words_of(ages(shown, date(2026, 1, 20), View()))
    assert "Inväntar kommunen: inga uppgifter har tagits emot i denna frisläppning." in told
    assert "Inväntar regionen" not in told


def row_count(here: Workspace) -> None:
    """46: forty per cent fewer or sixty more is refused, until a steward gives a reason, which is kept."""
    refuses(here, of_rows(ENOUGH * 6 // 10)(here), "rows_changed")
    refuses(here, of_rows(ENOUGH * 16 // 10)(here), "rows_changed")
    with pytest.raises(UserProblem, match="override_unknown"):
        load(here, "region", here.inbox("region") / V2, overrides={"stale": WHY})
    report = load(here, "region", here.inbox("region") / V2, overrides={"rows_changed": WHY})
    assert (report.exit_code, report.overridden) == (0, ("rows_changed",))
    [delivery] = vault.deliveries(here, "region")
    assert delivery.overrides == [{"code": "rows_changed", "reason": WHY}]
    with vault.reading(here, "region") as connection:
        [(kept,)] = connection.sql("SELECT overrides FROM load_log ORDER BY sequence DESC LIMIT 1").fetchall()
    assert json.loads(kept) == delivery.overrides
    assert [note.code for note in report.notes] == ["rows_changed"]
    [told] = status(here)["organisations"]["region"]["loaded"]
    assert told["overrides"] == delivery.overrides


def two_at_once(here: Workspace) -> None:
    """81: whoever comes second is told to come back."""
    before = in_force(here)
    with vault.writing(here, "region"), pytest.raises(UserProblem) as told:
        load(here, "region", cells("contacts")(here))
    assert (told.value.code, told.value.exit_code) == ("busy", 75)
    assert in_force(here) == before


def clock_back(here: Workspace) -> None:
    """82: deliveries keep their order, and the report says that the clock is wrong."""
    ahead = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=365)
    with duckdb.connect(str(here.vault("region"))) as connection:
        connection.execute("UPDATE load_log SET noted_at = ?", [ahead])
        connection.execute("UPDATE deliveries SET loaded_at = ?", [ahead])
    report = load(here, "region", cells("contacts", Anteckning="ny")(here))
    assert [note.code for note in report.notes] == ["clock_back"]
    tells_what_to_do(report.notes[0])
    assert [version for _, _, version, _ in in_force(here).deliveries] == [2]
    refuses(here, cells("contacts", name=GOOD, Anteckning="äldre")(here), "stale")


def another_unit(here: Workspace) -> None:
    """45: a code nobody has mapped is refused; so is a unit in another's place, until somebody has approved it."""
    refuses(here, cells("contacts", {"unit": "nya_mottagningen"})(here), "unit_unknown")
    refuses(here, book("contacts", {"unit": "nya_mottagningen"})(here), "unit_unknown")
    changed = cells("contacts", unit="dagcentrum")(here)
    report = refuses(here, changed, "unit_changed")
    assert "norra_mottagningen" in report.reasons[0].text.sv
    assert "dagcentrum" in report.reasons[0].text.sv
    settings = here.path / "samsyn.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + APPROVED, encoding="utf-8")
    approved = open_workspace(here.path)
    loaded = load(approved, "region", changed)
    assert (loaded.exit_code, loaded.overridden) == (0, ())
    [entry] = approved.breaks
    assert (entry.approved_by, entry.reason) == ("data_steward", "Enheten har bytt namn och kod")


STEPS: dict[str, Callable[[Workspace], None]] = {
    "35 a torn copy": torn_copy,
    "36 another fingerprint than the manifest's": wrong_fingerprint,
    "37 the same file twice": same_file_twice,
    "38 the same version, other content": same_version_other_content,
    "39 a corrected delivery": corrected,
    "40 an older version after a newer": older_after_newer,
    "41 the other organisation's file": the_other_organisations,
    "42 another period, or one to come": another_period,
    "43 a gap between periods": a_gap,
    "44 one organisation of two": one_of_two,
    "45 a unit nobody has mapped, or approved": another_unit,
    "46 far fewer or more rows": row_count,
    "81 two loaders at once": two_at_once,
    "82 the clock set back": clock_back,
}


@pytest.mark.parametrize("case", STEPS)
def test_deliveries(here: Workspace, case: str) -> None:
    STEPS[case](here)
