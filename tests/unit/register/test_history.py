"""Every change is a link in a chain that shows whether anybody has touched it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, select, text

from governance import audit, history
from governance.conflict import Conflict
from governance.entries import Action, Decision, Target, id_of
from governance.history import Change
from governance.model.tables import HISTORY, ROWS, values_of
from governance.register import Register
from metrics.problem import Text, UserProblem
from tests.registers import a_decision, again, an_action
from tests.registers import text as words

WHY = Text(sv="Fel dag", en="Wrong day")


@pytest.fixture
def register(empty: Register) -> Register:
    """A decision with an action, which has been changed once and then cancelled; then one more decision."""
    empty.add(a_decision(), by="secretary")
    held = empty.add(an_action(), by="secretary")
    later = empty.change(replace(held.entry, owner="region-2"), held.version, by="chair", why=WHY)
    empty.cancel(Action, "A-1", later.version, by="chair", why=WHY)
    empty.add(a_decision(id="B-2"), by="secretary")
    return empty


def below(register: Register, *statements: str) -> None:
    """Do something to the tables behind the register's back."""
    place = register.place
    address = place if isinstance(place, str) else f"sqlite:///{place}"
    engine = create_engine(address)
    with engine.begin() as connection:
        _without_keys(connection)
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def _without_keys(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")


def codes(register: Register) -> set[str]:
    return {fault.code for fault in audit.verify(register).faults}


# --- what is kept -------------------------------------------------------------------------------------------------


def test_an_untouched_history_is_whole(register: Register) -> None:
    verdict = audit.verify(register)
    assert (verdict.links, verdict.checkpoints, verdict.faults) == (5, 2, ())


def test_what_was_written_before_its_kind_had_a_field_is_whole_until_the_field_is_touched(register: Register) -> None:
    old = a_decision(id="B-0")
    content = {name: value for name, value in json.loads(history.content_of(old)).items() if name != "review_on"}
    with register.writing() as session:
        session.add(ROWS[Decision](**values_of(old)))
        history.append(
            session, actor="secretary", verb="add", kind="decision", object_id="B-0", version=1,
            content=history.canonical(content), why=None,
        )  # fmt: skip
    assert audit.verify(register).is_whole
    below(register, "UPDATE decision SET review_on = '2026-01-01' WHERE id = 'B-0'")
    assert codes(register) == {"row_altered"}


def test_an_object_tells_its_own_history(register: Register) -> None:
    told = audit.of_object(register, Action, "A-1")
    assert [(link.verb, link.actor, link.version, link.reason()) for link in told] == [
        ("add", "secretary", 1, None),
        ("change", "chair", 2, WHY),
        ("cancel", "chair", 3, WHY),
    ]
    assert [json.loads(link.content)["owner"] for link in told] == ["region-1", "region-2", "region-2"]


def test_a_cancelled_action_stays_in_the_list_and_says_so(register: Register) -> None:
    assert [action.status for action in register.list(Action)] == ["cancelled"]
    held = register.held(Action, "A-1")
    assert held is not None
    assert held.cancelled == WHY


def test_a_cancelled_decision_leaves_the_list_and_can_still_be_read(register: Register) -> None:
    register.cancel(Decision, "B-2", 1, by="chair", why=WHY)
    assert [decision.id for decision in register.decisions()] == ["B-1"]
    assert audit.of_object(register, Decision, "B-2")[-1].reason() == WHY
    assert audit.verify(register).is_whole


def test_what_was_withdrawn_can_be_set_again_as_its_next_version(register: Register) -> None:
    target = Target(indicator_id="P2", organisation="region", value=0.7, from_on=date(2026, 1, 1), decision_id="B-1")
    register.cancel(Target, id_of(target), register.add(target).version, by="chair", why=WHY)
    register.write_all([(target, 0)], by="chair")
    assert register.targets() == (target,)
    assert [link.verb for link in audit.of_object(register, Target, id_of(target))] == ["add", "cancel", "add"]
    assert audit.verify(register).is_whole


def test_a_change_of_what_was_cancelled_is_refused_with_its_reason(register: Register) -> None:
    register.cancel(Decision, "B-2", 1, by="chair", why=WHY)
    with pytest.raises(UserProblem) as refused:
        register.change(a_decision(id="B-2", title=words("Other")), 2, by="secretary")
    assert refused.value.code == "entry_cancelled"
    assert WHY.sv in refused.value.text.sv


def test_what_is_opened_again_is_cancelled_no_more(register: Register) -> None:
    held = register.wanted(Action, "A-1")
    opened = register.change(replace(held.entry, status="open"), held.version, by="chair", why=WHY)
    assert opened.cancelled is None
    assert audit.verify(register).is_whole


def test_who_was_not_first_is_shown_both_texts(register: Register) -> None:
    mine, theirs = a_decision(title=words("Mine")), a_decision(title=words("Theirs"))
    again(register).change(theirs, 1, by="other")
    with pytest.raises(Conflict) as refused:
        register.change(mine, 1, by="me")
    assert [(each.field, each.yours, each.theirs) for each in refused.value.differences] == [
        ("title", words("Mine"), words("Theirs"))
    ]
    assert "Mine på svenska" in refused.value.text.sv
    assert "Theirs på svenska" in refused.value.text.sv
    assert register.decisions()[0].title == words("Theirs")


def test_a_decision_is_superseded_once(register: Register) -> None:
    register.supersede(a_decision(id="B-3", supersedes="B-1"), by="chair")
    with pytest.raises(UserProblem) as refused:
        register.supersede(a_decision(id="B-4", supersedes="B-1"), by="chair")
    assert refused.value.code == "already_superseded"


def test_what_is_no_entry_is_recorded_too(register: Register) -> None:
    register.record("publish", "release", "2025-Q4", {"cells": 12}, by="steward")
    assert audit.verify(register).is_whole
    with register.reading() as session:
        assert session is not None
        assert history.links(session, "release", "2025-Q4")[0].content == '{"cells":12}'


# --- what is found ------------------------------------------------------------------------------------------------

TAMPERING: dict[str, tuple[str, ...]] = {
    "a link is edited": ("UPDATE history SET actor = 'nobody' WHERE number = 2",),
    "a link's content is edited": ("UPDATE history SET content = '{}' WHERE number = 1",),
    "a link's reason is edited": ("UPDATE history SET why = '' WHERE number = 3",),
    "a link is deleted": ("DELETE FROM history WHERE number = 3",),
    "a link is deleted and the rest renumbered": (
        "DELETE FROM history WHERE number = 2",
        "UPDATE history SET number = number + 100 WHERE number > 2",
        "UPDATE history SET number = number - 101 WHERE number > 100",
    ),
    "a link is inserted": (
        "INSERT INTO history SELECT 6, at, actor, verb, kind, 'B-9', version, content, why, previous, sha256 "
        "FROM history WHERE number = 5",
    ),
    "two links change places": (
        "UPDATE history SET number = 99 WHERE number = 2",
        "UPDATE history SET number = 2 WHERE number = 3",
        "UPDATE history SET number = 3 WHERE number = 99",
    ),
    "the tail is cut": ("DELETE FROM history WHERE number = 5",),
    "the tail is cut and the end set back to a checkpoint": (
        "DELETE FROM history WHERE number > 1",
        "DELETE FROM checkpoint WHERE number > 1",
        "UPDATE head SET number = 1, sha256 = (SELECT sha256 FROM checkpoint), "
        "signature = (SELECT signature FROM checkpoint)",
    ),
    "a checkpoint is deleted": ("DELETE FROM checkpoint WHERE number = 1",),
    "a checkpoint is edited": ("UPDATE checkpoint SET at = '2020-01-01'",),
    "all of it is deleted": ("DELETE FROM history", "DELETE FROM checkpoint", "DELETE FROM head"),
    "a row is edited": ("UPDATE decision SET title_sv = 'Annat' WHERE id = 'B-1'",),
    "a row is deleted": ("DELETE FROM decision WHERE id = 'B-2'",),
    "a row is inserted": (
        "INSERT INTO body (id, kind, name_sv, name_en, version, added_at, changed_at) "
        "VALUES ('x', 'partner', 'X', 'X', 1, '2025-01-01', '2025-01-01')",
    ),
    "a reason is taken away": ("UPDATE action SET cancelled_sv = NULL, cancelled_en = NULL",),
}


@pytest.mark.parametrize("statements", TAMPERING.values(), ids=TAMPERING.keys())
def test_tampering_is_found(register: Register, statements: tuple[str, ...]) -> None:
    below(register, *statements)
    assert codes(register) != set()


def test_every_link_edited_in_any_field_is_found(register: Register) -> None:
    with register.reading() as session:
        assert session is not None
        whole = history.chain(session)
    key = json.loads(next(iter(audit.export(register))))["public_key"]
    for at, link in enumerate(whole.links):
        for name in Change.__dataclass_fields__:
            value = getattr(link, name)
            other: dict[str, Any] = {name: value + 1 if isinstance(value, int) else f"{value}x"}
            edited = replace(link, **other)
            links = (*whole.links[:at], edited, *whole.links[at + 1 :])
            assert history.faults(replace(whole, links=links), key), (at, name)


def rehashed(links: tuple[Change, ...]) -> tuple[Change, ...]:
    """The links with every hash made anew, as who has no key can."""
    made: list[Change] = []
    for link in links:
        fresh = replace(link, previous=made[-1].sha256 if made else "")
        made.append(replace(fresh, sha256=fresh.hashed()))
    return tuple(made)


@pytest.mark.parametrize(
    "forged",
    [
        lambda links: rehashed((replace(links[0], actor="nobody"), *links[1:])),
        lambda links: rehashed((*links[:-1], replace(links[-1], actor="nobody"))),
        lambda links: rehashed(tuple(replace(link, number=n) for n, link in enumerate(links[1:], start=1))),
        lambda links: rehashed((*links, replace(links[-1], number=6, object_id="B-9"))),
    ],
    ids=["edited", "last edited", "deleted", "inserted"],
)
def test_a_history_hashed_anew_is_found(
    register: Register, forged: Callable[[tuple[Change, ...]], tuple[Change, ...]]
) -> None:
    with register.reading() as session:
        assert session is not None
        whole = history.chain(session)
    links = forged(whole.links)
    with register.writing() as session:
        session.execute(HISTORY.delete())
        session.execute(HISTORY.insert(), [vars(link) for link in links])
        last = links[-1]
        session.execute(text(f"UPDATE head SET number = {last.number}, sha256 = '{last.sha256}'"))  # noqa: S608
    assert "end_unsigned" in codes(register)


def test_a_whole_register_set_back_is_found_by_a_kept_checkpoint(register: Register) -> None:
    kept = audit.checkpoints(register)
    lines = list(audit.export(register))
    below(register, "DELETE FROM history WHERE number > 1", "DELETE FROM checkpoint WHERE number > 1")
    with register.reading() as session:
        assert session is not None
        first = session.execute(select(HISTORY.c.sha256)).scalar_one()
    with register.writing() as session:
        session.info["end"] = (1, first)  # signed with the real key, as who holds it could
    below(register, "DELETE FROM action", "DELETE FROM decision WHERE id = 'B-2'")
    assert audit.verify(register).is_whole
    assert {fault.code for fault in audit.verify(register, kept).faults} == {"link_altered"}
    assert audit.verify_export(lines, kept).is_whole


# --- elsewhere ----------------------------------------------------------------------------------------------------


def test_an_export_is_verified_without_the_register(register: Register) -> None:
    lines = list(audit.export(register))
    assert audit.verify_export(lines).is_whole
    assert not audit.verify_export(lines[:-1]).is_whole
    assert not audit.verify_export([line.replace("chair", "choir") for line in lines]).is_whole


@pytest.mark.parametrize("lines", [[], ["{}"], ["no json"], ['{"public_key": 1, "head": [], "checkpoints": [{}]}']])
def test_a_file_that_is_no_export_is_refused(lines: list[str]) -> None:
    with pytest.raises(UserProblem) as refused:
        audit.verify_export(lines)
    assert refused.value.code == "export_unreadable"


def test_a_lost_key_is_not_replaced(register: Register) -> None:
    assert register.key_path is not None
    content = register.key_path.read_bytes()
    register.key_path.unlink()
    with pytest.raises(UserProblem) as refused:
        again(register).add(a_decision(id="B-5"))
    register.key_path.write_bytes(content)
    assert refused.value.code == "register_key_missing"
    assert [decision.id for decision in register.decisions()] == ["B-1", "B-2"]
