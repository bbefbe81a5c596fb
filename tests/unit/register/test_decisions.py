"""The register keeps what the committee decided, and refuses what breaks its rules."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread, Timer
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from governance.checks import Writing, problems
from governance.entries import (
    PLURAL,
    Contents,
    CostSplit,
    Decision,
    Entry,
    Event,
    PriceLevel,
    Recalculation,
    Target,
    id_of,
)
from governance.register import Register, open_register
from governance.store import line_of
from metrics.problem import Text, UserProblem
from tests.registers import again, text

DECISION = Decision(
    id="B-2021-007",
    decided_on=date(2021, 3, 18),
    title=text("Follow up in time"),
    text=text("Every plan is followed up within its date"),
    reason=text("One plan in three was never followed up"),
    indicators=("P2", "P3"),
)
TARGET = Target(
    indicator_id="P2",
    organisation="region",
    value=0.8,
    from_on=date(2021, 7, 1),
    to_on=date(2022, 6, 30),
    decision_id="B-2021-007",
)
RECALCULATION = Recalculation(
    indicator_id="P2",
    organisation="region",
    from_on=date(2021, 7, 1),
    reason=text("New routine"),
    decision_id="B-2021-007",
)
EVENT = Event(
    id="H-2020-01",
    kind="service_opened",
    on=date(2020, 3, 1),
    title=text("The day centre opens"),
    text=text("Open on weekdays"),
    indicators=("U2",),
    units=("dagcentrum",),
    organisation="municipality",
)
SPLIT = CostSplit(from_on=date(2021, 1, 1), to_on=None, region_share=0.6, decision_id="B-2021-007")
LEVEL = PriceLevel(
    year=2024,
    value=104.5,
    name=text("Care prices"),
    source=text("The index's publisher"),
    base_year=2022,
    published_on=date(2025, 2, 20),
    decision_id="B-2021-007",
)

ADD: dict[type, Callable[[Register, Any], None]] = {
    Decision: Register.add_decision,
    Target: Register.add_target,
    Recalculation: Register.add_recalculation,
    Event: Register.add_event,
    CostSplit: Register.add_cost_split,
    PriceLevel: Register.add_price_level,
}


@pytest.fixture
def register(empty: Register) -> Register:
    """A register that holds one decision."""
    empty.add_decision(DECISION)
    return empty


@pytest.fixture
def in_a_file(tmp_path: Path) -> Register:
    """A register in a file, that holds one decision."""
    register = open_register(tmp_path / "joint" / "register.sqlite")
    register.add_decision(DECISION)
    return register


def add(register: Register, *entries: Entry) -> None:
    for entry in entries:
        ADD[type(entry)](register, entry)


# --- what is added is there, whole, also for whoever opens the file next ----------------------------------------


def test_everything_comes_back_as_it_went_in(register: Register) -> None:
    add(register, TARGET, RECALCULATION, EVENT, SPLIT, LEVEL)
    assert again(register).contents() == Contents(
        decisions=(DECISION,),
        targets=(TARGET,),
        recalculations=(RECALCULATION,),
        events=(EVENT,),
        cost_splits=(SPLIT,),
        price_levels=(LEVEL,),
    )


def test_a_trajectory_keeps_where_it_ends(register: Register) -> None:
    rising = replace(TARGET, end_value=0.9)
    add(register, rising)
    assert again(register).targets() == (rising,)


def test_each_list_is_its_part_of_the_contents(register: Register) -> None:
    add(register, TARGET, RECALCULATION, EVENT, SPLIT, LEVEL)
    lists = (
        register.decisions(),
        register.targets(),
        register.recalculations(),
        register.events(),
        register.cost_splits(),
        register.price_levels(),
    )
    assert lists == ((DECISION,), (TARGET,), (RECALCULATION,), (EVENT,), (SPLIT,), (LEVEL,))


def test_lists_are_in_date_order(register: Register) -> None:
    add(register, replace(DECISION, id="B-2020-001", decided_on=date(2020, 1, 9)))
    assert [decision.id for decision in register.decisions()] == ["B-2020-001", "B-2021-007"]


def test_the_same_entry_twice_is_one_entry(register: Register) -> None:
    add(register, DECISION, TARGET, TARGET, EVENT, EVENT, SPLIT, SPLIT, RECALCULATION, RECALCULATION)
    assert len(register.contents().entries()) == 5


def test_a_target_may_follow_the_day_after_another_ends(register: Register) -> None:
    add(register, TARGET, replace(TARGET, from_on=date(2022, 7, 1), to_on=None))
    assert len(register.targets()) == 2


def test_a_revised_price_level_is_kept_beside_the_first(register: Register) -> None:
    add(register, LEVEL, replace(LEVEL, value=104.7, published_on=date(2025, 5, 8)))
    assert [level.value for level in register.price_levels()] == [104.5, 104.7]


def test_targets_of_two_organisations_do_not_overlap(register: Register) -> None:
    add(register, TARGET, replace(TARGET, organisation="municipality"))
    assert len(register.targets()) == 2


# --- what the rules refuse --------------------------------------------------------------------------------------

BEFORE = date(2020, 1, 1)
REFUSED: list[tuple[str, Entry, tuple[Entry, ...]]] = [
    # code                 what is added                                           what is already there
    ("reason_missing", replace(DECISION, id="B-1", reason=Text(sv="  ", en="Because")), ()),
    ("reason_missing", replace(DECISION, id="B-1", reason=Text(sv="Därför", en="")), ()),
    ("title_missing", replace(EVENT, title=Text(sv="", en="")), ()),
    ("id_missing", replace(DECISION, id=" "), ()),
    ("decision_unknown", replace(TARGET, decision_id="B-1999-001"), ()),
    ("decision_unknown", replace(RECALCULATION, decision_id="B-1999-001"), ()),
    ("decision_unknown", replace(SPLIT, decision_id="B-1999-001"), ()),
    ("dates_reversed", replace(TARGET, to_on=BEFORE), ()),
    ("dates_reversed", replace(SPLIT, to_on=BEFORE), ()),
    ("value_not_a_number", replace(TARGET, value=float("nan")), ()),
    ("value_not_a_number", replace(TARGET, end_value=float("inf")), ()),
    ("trajectory_without_end", replace(TARGET, end_value=0.9, to_on=None), ()),
    ("trajectory_without_end", replace(TARGET, end_value=0.9, to_on=TARGET.from_on), ()),
    ("share_out_of_range", replace(SPLIT, region_share=60.0), ()),
    ("level_not_positive", replace(LEVEL, value=0.0), ()),
    ("name_missing", replace(LEVEL, name=Text(sv="", en="Prices")), ()),
    ("decision_unknown", replace(LEVEL, decision_id="B-1999-001"), ()),
    ("other_price_index", replace(LEVEL, year=2025, base_year=2023), (LEVEL,)),
    ("already_registered", replace(LEVEL, value=104.7), (LEVEL,)),
    ("already_registered", replace(DECISION, decided_on=BEFORE), ()),
    ("already_registered", replace(TARGET, value=0.9), (TARGET,)),
    ("already_registered", replace(RECALCULATION, reason=text("Another")), (RECALCULATION,)),
    ("already_registered", replace(EVENT, on=BEFORE), (EVENT,)),
    ("already_registered", replace(SPLIT, region_share=0.5), (SPLIT,)),
    ("periods_overlap", replace(TARGET, from_on=date(2022, 6, 30), to_on=None), (TARGET,)),
    ("periods_overlap", replace(TARGET, from_on=BEFORE, to_on=None), (TARGET,)),
    ("periods_overlap", replace(SPLIT, from_on=BEFORE), (SPLIT,)),
]


@pytest.mark.parametrize(("code", "entry", "held"), REFUSED)
def test_a_broken_rule_refuses_the_entry(code: str, entry: Entry, held: tuple[Entry, ...]) -> None:
    known = Contents(decisions=(DECISION,))
    for each in held:
        more: dict[str, Any] = {PLURAL[type(each)]: (each,)}
        known = replace(known, **more)
    same = next((each for each in known.entries() if (type(each), id_of(each)) == (type(entry), id_of(entry))), None)
    assert [problem.code for problem in problems(entry, Writing(known, held=same))] == [code]


def test_a_refused_entry_changes_nothing(register: Register) -> None:
    before = (register.contents(), register.state())
    with pytest.raises(UserProblem):
        register.add_all([TARGET, replace(SPLIT, region_share=60.0)])
    assert (register.contents(), register.state()) == before


def test_all_that_is_wrong_is_said_at_once(register: Register) -> None:
    with pytest.raises(UserProblem) as refused:
        register.add_target(replace(TARGET, to_on=BEFORE, decision_id="B-1999-001"))
    assert refused.value.text.sv.splitlines() == [
        "Mål för P2, regionen, från 1 juli 2021: Beslut B-1999-001 finns inte i registret. "
        "Lägg in det först eller rätta beteckningen.",
        "Mål för P2, regionen, från 1 juli 2021: Sista dagen, 1 januari 2020, är före den första, 1 juli 2021. "
        "Byt plats på dem eller rätta den ena.",
    ]


# --- the file ---------------------------------------------------------------------------------------------------


def test_reading_a_register_not_yet_made_shows_an_empty_one_and_makes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    assert open_register(path, read_only=True).contents() == Contents()
    assert not path.exists()


def test_a_reader_sees_what_is_added_after_it_opened(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    reader = open_register(path, read_only=True)
    open_register(path).add_decision(DECISION)
    assert reader.decisions() == (DECISION,)


def test_a_reader_meets_a_file_without_tables_as_an_empty_register(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    path.touch()
    assert open_register(path, read_only=True).contents() == Contents()


def test_a_reader_cannot_write(register: Register) -> None:
    with pytest.raises(UserProblem) as refused:
        again(register, read_only=True).add_event(EVENT)
    assert refused.value.code == "register_read_only"


def test_a_path_with_signs_that_mean_something_in_an_address(tmp_path: Path) -> None:
    path = tmp_path / "Nämnden #1 ? 100 %" / "register.sqlite"
    open_register(path).add_decision(DECISION)
    assert path.exists()
    assert open_register(path, read_only=True).decisions() == (DECISION,)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_that_is_not_a_register_is_said_to_be_unreadable(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "register.sqlite"
    path.write_text("Beslutsfattare samlas på torsdag. " * 100)
    with pytest.raises(UserProblem) as refused:
        open_register(path, read_only=read_only).contents()
    assert refused.value.code == "register_unreadable"


@pytest.mark.parametrize("read_only", [True, False])
def test_a_place_that_cannot_hold_a_file_is_said_to_be_unwritable(tmp_path: Path, read_only: bool) -> None:
    with pytest.raises(UserProblem) as refused:
        open_register(tmp_path, read_only=read_only).contents()
    assert refused.value.code == "register_unwritable"


def test_a_reader_does_not_wait_for_a_writer(register: Register) -> None:
    with register.writing():
        assert again(register, read_only=True).decisions() == (DECISION,)


def test_a_writer_that_waits_too_long_is_told_to_try_again(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("governance.store.BUSY_SECONDS", 0.05)
    other = again(register)
    with register.writing(), pytest.raises(UserProblem) as refused:
        other.add_event(EVENT)
    assert (refused.value.code, refused.value.exit_code) == ("register_busy", 75)


def test_writers_of_one_process_are_served_in_the_order_they_came(in_a_file: Register) -> None:
    served: list[int] = []

    def write(number: int, register: Register) -> None:
        with register.writing():
            served.append(number)

    writers = [Thread(target=write, args=(number, again(in_a_file))) for number in range(8)]
    line = line_of(Path(in_a_file.place).absolute())
    with in_a_file.writing():
        for place, writer in enumerate(writers, 2):
            writer.start()
            while len(line.waiting) < place:  # until it has come to the line, where the one that writes is first
                time.sleep(0.001)
    for writer in writers:
        writer.join()
    assert served == list(range(8))


def test_a_save_waits_for_a_writer_of_another_process(in_a_file: Register) -> None:
    other = sqlite3.connect(in_a_file.path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    done = Timer(0.3, other.commit)
    done.start()
    in_a_file.add_event(EVENT)
    done.join()
    other.close()
    assert in_a_file.events() == (EVENT,)


def test_the_database_itself_keeps_references_whole(in_a_file: Register) -> None:
    orphan = (
        "INSERT INTO cost_split (id, from_on, region_share, decision_id, version, added_at, changed_at) "
        "VALUES ('2021-01-01', '2021-01-01', 0.5, 'B-1999-001', 1, '2021-01-01', '2021-01-01')"
    )
    with in_a_file.writing() as session, pytest.raises(IntegrityError):
        session.connection().exec_driver_sql(orphan)


def test_a_write_is_on_the_disk_when_it_returns(in_a_file: Register) -> None:
    with in_a_file.writing() as session:
        pragmas = [
            session.connection().exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")
        ]
    assert pragmas == ["wal", 2]
