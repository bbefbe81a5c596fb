"""The register's tables go up, down and up again with what they hold, on both databases."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine
from sqlalchemy import text as sql

from governance import audit, search
from governance.entries import (
    Agreement,
    Body,
    Consultation,
    CostSplit,
    Cycle,
    Entry,
    Evaluation,
    Event,
    PriceLevel,
    Recalculation,
    Risk,
    Target,
    TargetGroup,
    Undertaking,
    Unit,
    UnitChange,
)
from governance.migrations import NEWEST, STEPS, bring
from governance.model.tables import Row
from governance.register import Register, open_register
from metrics.problem import UserProblem
from tests.registers import a_decision, again, text

SAID = text("Said")
HELD = (
    a_decision(indicators=("P2", "U1")),
    Target(indicator_id="P2", organisation="region", value=0.7, from_on=date(2021, 4, 1), decision_id="B-1"),
    Recalculation(indicator_id="P2", organisation="region", from_on=date(2021, 4, 1), reason=SAID, decision_id="B-1"),
    CostSplit(from_on=date(2016, 1, 1), to_on=date(2024, 12, 31), region_share=0.575, decision_id="B-1"),
    PriceLevel(
        year=2024, value=104.5, name=SAID, source=SAID, base_year=2022, published_on=date(2025, 2, 1), decision_id="B-1"
    ),
    Event(id="H-1", kind="context", on=date(2020, 3, 11), title=SAID, text=SAID, units=("x",), organisation="joint"),
)

OLD = """
CREATE TABLE decision (id VARCHAR NOT NULL, decided_on DATE NOT NULL, title_sv VARCHAR NOT NULL,
  title_en VARCHAR NOT NULL, text_sv VARCHAR NOT NULL, text_en VARCHAR NOT NULL, reason_sv VARCHAR NOT NULL,
  reason_en VARCHAR NOT NULL, indicators JSON NOT NULL, version INTEGER NOT NULL, added_at DATETIME NOT NULL,
  CONSTRAINT pk_decision PRIMARY KEY (id));
CREATE TABLE target (number INTEGER NOT NULL, indicator_id VARCHAR NOT NULL, organisation VARCHAR(12) NOT NULL,
  value FLOAT NOT NULL, from_on DATE NOT NULL, to_on DATE, decision_id VARCHAR NOT NULL, version INTEGER NOT NULL,
  added_at DATETIME NOT NULL, CONSTRAINT pk_target PRIMARY KEY (number),
  CONSTRAINT fk_target_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id));
CREATE TABLE cost_split (from_on DATE NOT NULL, to_on DATE, region_share FLOAT NOT NULL, decision_id VARCHAR NOT NULL,
  version INTEGER NOT NULL, added_at DATETIME NOT NULL, CONSTRAINT pk_cost_split PRIMARY KEY (from_on));
INSERT INTO decision VALUES ('B-1', '2025-02-04', 'Rubrik', 'Title', 'Text', 'Text', 'Skäl', 'Reason', '["P2"]', 1,
  '2025-02-04 10:00:00.000000');
INSERT INTO target VALUES (1, 'P2', 'region', 0.7, '2021-04-01', NULL, 'B-1', 1, '2025-02-04 10:00:00.000000');
INSERT INTO cost_split VALUES ('2016-01-01', NULL, 0.575, 'B-1', 1, '2025-02-04 10:00:00.000000');
"""
"""A register as `create_all` made it before there were steps, without what was added to it later."""

LATER = text("Later")
FOUND_LATER = ("undertaking", "risk", "consultation", "unit_change", "cycle", "evaluation", "event", "target_group")
"""The tables that search has found since step 0010."""
SEARCHED_LATER: tuple[Entry, ...] = (
    Body(id="association", kind="association", name=SAID),
    Unit(id="north", name=SAID, kind="co_located"),
    Agreement(id="AV-1", title=text("Kept"), text=text("Kept"), owner="region", from_on=date(2020, 1, 1)),
    Undertaking(
        id="AT-1", kind="project", title=SAID, organisation="region", from_on=date(2024, 1, 1), unit_id="north"
    ),
    Risk(id="RI-1", title=SAID, text=LATER, organisation="joint", severity="low", review_on=date(2026, 3, 1)),
    Consultation(agreement_id="AV-1", body_id="association", asked_on=date(2024, 2, 1), view=SAID),
    UnitChange(id="north-1", unit_id="north", kind="renamed", on=date(2024, 3, 1), text=SAID),
    Cycle(id="F-1", title=SAID, organisation="municipality", started_on=date(2024, 4, 1), plan=SAID, study=LATER),
    Evaluation(id="UT-1", kind="internal", on=date(2025, 1, 1), title=SAID, finding=LATER),
    Event(id="H-1", kind="context", on=date(2020, 3, 11), title=SAID, text=SAID, organisation="region"),
    Event(id="H-2", kind="context", on=date(2020, 3, 12), title=SAID, text=LATER, organisation="joint"),
    TargetGroup(id="elderly", name=SAID, identified_on=date(2025, 3, 1), gap=LATER),
)


def connection_of(register: Register) -> Connection:
    place = register.place
    engine = create_engine(place if isinstance(place, str) else f"sqlite:///{place}")
    return engine.connect()


def stamp(register: Register, step: str) -> None:
    """Say that the tables are at a step, without touching them."""
    with connection_of(register) as connection, connection.begin():
        connection.execute(sql("UPDATE alembic_version SET version_num = :step"), {"step": step})
    connection.engine.dispose()


@pytest.mark.parametrize("step", ["0005", "0001"])
def test_down_and_up_again_loses_nothing(empty: Register, step: str) -> None:
    empty.add_all(HELD)
    with connection_of(empty) as connection, connection.begin():
        bring(connection, step)
    connection.engine.dispose()
    with pytest.raises(UserProblem) as refused:
        again(empty, read_only=True).contents()
    assert refused.value.code == "register_outdated"
    assert again(empty).contents().entries() == empty.contents().entries()
    assert set(empty.contents().entries()) == set(HELD)


def test_a_register_of_a_newer_version_is_left_as_it_is_and_says_so(empty: Register) -> None:
    empty.add_all(HELD)
    stamp(empty, "9999")
    for read_only in (True, False):
        with pytest.raises(UserProblem) as refused:
            again(empty, read_only=read_only).contents()
        assert (refused.value.code, refused.value.exit_code) == ("register_newer", 4)
    stamp(empty, NEWEST)
    assert set(again(empty).contents().entries()) == set(HELD)


def test_what_has_come_up_again_has_a_history_and_is_found(empty: Register) -> None:
    empty.add_all(HELD)
    with connection_of(empty) as connection, connection.begin():
        bring(connection, "0001")
    connection.engine.dispose()
    assert audit.verify(again(empty)) == audit.Verdict(links=6, checkpoints=1, faults=())
    assert [hit.object_id for hit in search.search(empty, "reason")] == ["B-1"]


def test_what_was_entered_before_it_was_searched_is_found_afterwards(empty: Register) -> None:
    empty.add_all(SEARCHED_LATER)
    empty.cancel(Event, "H-2", 1, by="chair", why=text("Twice"))
    before = {*search.search(empty, "said"), *search.search(empty, "later")}
    with connection_of(empty) as connection, connection.begin():
        bring(connection, "0009")
        left = connection.execute(sql("SELECT count(*) FROM document")).scalar()
    connection.engine.dispose()
    found = {*search.search(again(empty), "said"), *search.search(again(empty), "later")}
    kinds = [hit.kind for hit in found]
    assert (left, found) == (1, before)  # the agreement alone was searched before
    assert sorted(set(kinds)) == sorted(FOUND_LATER)
    assert {hit.object_id for hit in found if hit.kind == "event"} == {"H-1", "H-2"}


def test_the_steps_lead_to_the_tables_the_product_has(empty: Register) -> None:
    with connection_of(empty) as connection:
        found = compare_metadata(MigrationContext.configure(connection), Row.metadata)
    connection.engine.dispose()
    searched = ("found", "ix_document_found")  # each database's own full-text index, which no model describes
    assert [change for change in found if not any(name in str(change) for name in searched)] == []


def test_the_newest_step_is_the_one_the_product_needs() -> None:
    config = Config()
    config.set_main_option("script_location", str(STEPS))
    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST


def test_a_register_from_before_there_were_steps_is_taken_along(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    with sqlite3.connect(path) as connection:
        connection.executescript(OLD)
    connection.close()
    register = open_register(path)
    held = register.contents()
    assert [decision.title.sv for decision in held.decisions] == ["Rubrik"]
    assert [(target.value, target.end_value) for target in held.targets] == [(0.7, None)]
    assert [split.region_share for split in held.cost_splits] == [0.575]
    assert audit.verify(register).is_whole
