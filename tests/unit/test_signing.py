"""Keys: made in a zone, trusted once by a fingerprint that is read aloud, changed by the old key's signature."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from metrics.problem import UserProblem
from pipelines import signing
from pipelines.signing import Card
from pipelines.trust import trust, trusted
from pipelines.workspace import Workspace, create
from tests.zones import a_template

MESSAGE = b"2025-Q4"


@pytest.fixture
def here(tmp_path: Path) -> Workspace:
    """A workspace where no organisation has a key yet."""
    return create(tmp_path / "committee", a_template(tmp_path))


def card(workspace: Workspace) -> Path:
    return signing.card_file(workspace, "region")


def compared(made: Card) -> str:
    return made.links[-1].fingerprint


def code_of(workspace: Workspace, file: Path, fingerprint: str | None = None) -> str:
    before = trusted(workspace, "region")
    with pytest.raises(UserProblem) as caught:
        trust(workspace, "region", file, fingerprint)
    assert trusted(workspace, "region") == before
    return caught.value.code


# --- in the zone ------------------------------------------------------------------------------------------------


def test_the_secret_half_is_readable_by_its_owner_only_and_not_on_the_card(here: Workspace) -> None:
    signing.make(here, "region")
    secret = here.zone("region") / "keys" / "signing.json"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert json.loads(secret.read_text())["private"] not in card(here).read_text()
    assert json.loads(secret.read_text())["private"] not in repr(signing.ring(here, "region"))


def test_a_key_that_others_may_read_is_not_used(here: Workspace) -> None:
    signing.make(here, "region")
    (here.zone("region") / "keys" / "signing.json").chmod(0o644)
    with pytest.raises(UserProblem, match="signing_key_wrong"):
        signing.ring(here, "region")


def test_a_second_first_key_is_refused_and_the_first_stays(here: Workspace) -> None:
    made = signing.make(here, "region")
    with pytest.raises(UserProblem, match="signing_key_exists"):
        signing.make(here, "region")
    assert signing.read_card(card(here)).links == made.links


def test_without_a_key_the_command_that_makes_one_is_named(here: Workspace) -> None:
    with pytest.raises(UserProblem) as caught:
        signing.ring(here, "region")
    assert "samsyn keys init --organisation region" in caught.value.text.sv


def test_a_fingerprint_is_six_groups_of_five_digits_and_differs_between_keys(here: Workspace) -> None:
    one, other = signing.make(here, "region"), signing.make(here, "municipality")
    assert [len(group) for group in compared(one).split()] == [5] * 6
    assert compared(one).replace(" ", "").isdigit()
    assert compared(one) != compared(other)


# --- trust ------------------------------------------------------------------------------------------------------


def test_a_key_is_trusted_once_its_fingerprint_is_compared_however_it_is_written(here: Workspace) -> None:
    made = signing.make(here, "region")
    assert trusted(here, "region") == ()
    [key] = trust(here, "region", card(here), compared(made).replace(" ", "-"))
    assert (key.fingerprint, key.by) == (compared(made), "fingerprint")


def test_a_new_key_without_a_fingerprint_is_refused_and_its_own_is_not_suggested(here: Workspace) -> None:
    made = signing.make(here, "region")
    with pytest.raises(UserProblem, match="fingerprint_needed") as caught:
        trust(here, "region", card(here))
    assert compared(made) not in caught.value.text.sv + caught.value.text.en


def test_another_fingerprint_is_refused(here: Workspace) -> None:
    signing.make(here, "region")
    assert code_of(here, card(here), "12345 " * 6) == "fingerprint_wrong"


def test_one_organisations_card_is_not_the_others(here: Workspace) -> None:
    made = signing.make(here, "municipality")
    assert code_of(here, signing.card_file(here, "municipality"), compared(made)) == "key_card_other"


# --- rotation ---------------------------------------------------------------------------------------------------


def test_a_new_key_is_followed_from_the_old_one_without_a_fingerprint(here: Workspace) -> None:
    first = signing.make(here, "region")
    trust(here, "region", card(here), compared(first))
    second = signing.rotate(here, "region")
    third = signing.rotate(here, "region")
    keys = trust(here, "region", card(here))
    assert [key.fingerprint for key in keys] == [compared(first), compared(second), compared(third)]
    assert [key.by for key in keys] == ["fingerprint", "handover", "handover"]


def test_what_the_old_key_signed_still_holds_and_it_signs_no_more(here: Workspace) -> None:
    signing.make(here, "region")
    old = signing.ring(here, "region")
    signature = old.sign(MESSAGE)
    signing.rotate(here, "region")
    new = signing.ring(here, "region")
    assert signing.is_signed(old.links[0].public, signature, MESSAGE)
    assert not signing.is_signed(old.links[0].public, new.sign(MESSAGE), MESSAGE)
    assert old.private not in (here.zone("region") / "keys" / "signing.json").read_text()


def test_a_key_that_nobody_signed_for_needs_its_fingerprint_and_then_takes_over(here: Workspace) -> None:
    trust(here, "region", card(here), compared(signing.make(here, "region")))
    (here.zone("region") / "keys" / "signing.json").unlink()
    lost = signing.make(here, "region")
    assert code_of(here, card(here)) == "fingerprint_needed"
    assert trust(here, "region", card(here), compared(lost))[-1].by == "fingerprint"


@pytest.mark.parametrize("entry", ["public", "made_at", "handover"])
def test_a_card_altered_in_any_entry_is_refused(here: Workspace, entry: str) -> None:
    trust(here, "region", card(here), compared(signing.make(here, "region")))
    signing.rotate(here, "region")
    content = json.loads(card(here).read_text())
    was = content["links"][1][entry]
    content["links"][1][entry] = was[:-1] + ("0" if was[-1] != "0" else "1")
    card(here).write_text(json.dumps(content))
    assert code_of(here, card(here)) == "key_card_wrong"


@pytest.mark.parametrize("content", ["", "[]", '{"links": []}', '{"format": 1, "organisation": "region", "links": []}'])
def test_what_is_no_card_is_refused(here: Workspace, content: str) -> None:
    card(here).write_text(content)
    assert code_of(here, card(here)) == "key_card_wrong"
