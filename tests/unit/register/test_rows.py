"""What every row of the register keeps: its version, its moment in UTC, and names a migration can find."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from governance.entries import Decision
from governance.model.tables import ROWS, Row
from governance.register import Register
from metrics.problem import Text

DecisionRow = ROWS[Decision]
WORDS = Text(sv="ord", en="words")
DECISION = Decision(id="B-1", decided_on=date(2021, 3, 18), title=WORDS, text=WORDS, reason=WORDS)


@pytest.fixture
def register(empty: Register) -> Register:
    empty.add_decision(DECISION)
    return empty


def only_row(session: Session) -> Any:
    return session.scalars(select(DecisionRow)).one()


def test_a_row_knows_when_it_was_added_in_utc(register: Register) -> None:
    with register.writing() as session:
        added_at = only_row(session).added_at
    assert added_at.tzinfo is UTC
    assert abs(datetime.now(UTC) - added_at) < timedelta(minutes=1)


def test_a_moment_elsewhere_is_kept_as_the_same_moment(register: Register) -> None:
    stockholm = datetime(2026, 7, 1, 9, 0, tzinfo=timezone(timedelta(hours=2)))
    with register.writing() as session:
        session.execute(update(DecisionRow).values(added_at=stockholm))
    with register.writing() as session:
        assert only_row(session).added_at == datetime(2026, 7, 1, 7, 0, tzinfo=UTC)


def test_a_moment_without_offset_is_refused(register: Register) -> None:
    nowhere = datetime(2026, 7, 1, 9, 0)  # noqa: DTZ001  the point of the test
    with pytest.raises(StatementError), register.writing() as session:
        session.execute(insert(DecisionRow).values(id="B-2", added_at=nowhere))


def test_the_second_of_two_who_change_a_row_is_told(register: Register) -> None:
    with register.writing() as session:
        row = only_row(session)
        session.connection().exec_driver_sql("UPDATE decision SET version = version + 1")  # the first one's change
        row.decided_on = date(2021, 4, 1)
        with pytest.raises(StaleDataError):
            session.flush()


def test_every_constraint_has_a_name(register: Register) -> None:
    unnamed = [
        f"{table.name}: {constraint}"
        for table in Row.metadata.sorted_tables
        for constraint in table.constraints
        if constraint.name is None
    ]
    assert unnamed == []


def test_a_table_is_called_what_the_register_calls_the_thing() -> None:
    assert {row.__tablename__ for row in ROWS.values()} >= {"decision", "agenda_item", "unit_cost_split", "event"}
