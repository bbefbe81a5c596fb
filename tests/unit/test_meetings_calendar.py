"""A meeting in the calendar: an invitation, its update and its cancellation are the same meeting, each newer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest
from typer.testing import CliRunner, Result

from dashboard.cli import app
from governance.entries import Meeting
from governance.register import open_register
from metrics.problem import Text
from pipelines.workspace import Workspace
from tests.registers import an_item
from tests.zones import a_workspace

MEETING = Meeting(id="M-2026-06-02", held_on=date(2026, 6, 2), starts_at="09:30", minutes=90)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with a meeting that is planned, moved, and at last cancelled; and another."""
    return a_workspace(tmp_path_factory.mktemp("calendar"))


@pytest.fixture(scope="module")
def sent(here: Workspace, tmp_path_factory: pytest.TempPathFactory) -> list[icalendar.Calendar]:
    """What was sent each of the three times."""
    register, files = open_register(here.register), []

    def send() -> None:
        file = tmp_path_factory.mktemp("sent") / "meeting.ics"
        assert run(here, "--ics", str(file), "--meeting", MEETING.id).exit_code == 0
        files.append(icalendar.Calendar.from_ical(file.read_bytes()))

    register.add(MEETING, by="secretary")
    register.add(an_item(id="M-2026-06-02-1", meeting_id=MEETING.id), by="secretary")
    send()
    register.change(replace(MEETING, starts_at="13:00"), 1, by="secretary")
    send()
    register.cancel(Meeting, MEETING.id, 2, by="secretary", why=Text(sv="Snöoväder", en="A snowstorm"))
    send()
    return files


def run(here: Workspace, *words: str) -> Result:
    return CliRunner().invoke(app, ["meetings", *words, "--path", str(here.path), "--language", "sv"])


def event(calendar: icalendar.Calendar) -> Any:
    [found] = calendar.walk("VEVENT")
    return found


def test_the_third_is_a_cancellation(sent: list[icalendar.Calendar]) -> None:
    assert [str(each["METHOD"]) for each in sent] == ["REQUEST", "REQUEST", "CANCEL"]
    assert str(event(sent[2])["STATUS"]) == "CANCELLED"


def test_it_is_one_meeting_to_the_calendar_and_each_file_is_newer(sent: list[icalendar.Calendar]) -> None:
    assert len({str(event(each)["UID"]) for each in sent}) == 1
    assert [int(event(each)["SEQUENCE"]) for each in sent] == [0, 1, 2]


def test_the_hour_is_swedish_time_and_the_file_says_what_that_is(sent: list[icalendar.Calendar]) -> None:
    starts, ends = event(sent[0])["DTSTART"].dt, event(sent[0])["DTEND"].dt
    assert (starts.isoformat(), ends.isoformat()) == ("2026-06-02T09:30:00+02:00", "2026-06-02T11:00:00+02:00")
    assert sent[0].walk("VTIMEZONE")


def test_the_agenda_and_the_reason_for_cancelling_stand_in_it(sent: list[icalendar.Calendar]) -> None:
    assert str(event(sent[0])["DESCRIPTION"]).startswith("1. ")
    assert str(event(sent[2])["DESCRIPTION"]).startswith("Snöoväder")


def test_all_meetings_in_one_file_are_to_follow(here: Workspace, sent: object, tmp_path: Path) -> None:
    file = tmp_path / "all.ics"
    run(here, "--ics", str(file))
    assert str(icalendar.Calendar.from_ical(file.read_bytes())["METHOD"]) == "PUBLISH"


def test_the_list_says_when_and_in_what_state(here: Workspace, sent: object) -> None:
    assert "M-2026-06-02  2026-06-02 13:00  90 min  Inställt" in run(here).stdout


def test_a_meeting_there_is_not_is_said_so(here: Workspace) -> None:
    assert run(here, "--meeting", "M-1").exit_code == 4
