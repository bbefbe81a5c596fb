"""Approval: without it nothing is opened, after it nothing can be changed, and what is past does not come back."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from metrics.problem import UserProblem
from pipelines import approval, bundle, published, receive_log, signing
from pipelines.approval import approve
from pipelines.bundle import Packed
from pipelines.receive import receive
from pipelines.trust import Trusted, trust, trusted
from pipelines.workspace import Workspace
from tests.zones import a_bundle, a_cell, a_workspace, signed

NEXT = "2025-Q4-2"


@pytest.fixture
def here(tmp_path: Path) -> Workspace:
    """A workspace with the region's first release in force."""
    workspace = a_workspace(tmp_path)
    receive(workspace, [a_bundle(workspace)])
    return workspace


def refused(workspace: Workspace, path: Path) -> str:
    """The code a bundle is refused with; the release in force stays, and the log says why."""
    with pytest.raises(UserProblem) as caught:
        receive(workspace, [path])
    assert published.releases(workspace.joint) == [published.current(workspace.joint)]
    last = receive_log.entries(workspace)[-1]
    assert (last["outcome"], last["why"]) == ("refused", caught.value.code)
    return caught.value.code


# --- approving --------------------------------------------------------------------------------------------------


def test_a_bundle_awaits_approval_until_a_steward_gives_it(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    path = a_bundle(workspace, approved=False)
    assert approval.of(path) is None
    approved = approve(workspace, "region", "Datasteward")
    given = approval.of(path)
    assert given is not None
    assert (given.role, given.approved_at) == ("Datasteward", approved.approved_at)
    assert approved.approved_at.endswith("+00:00")
    assert receive(workspace).arrived == ("region",)


def test_what_is_approved_is_every_byte_that_was_there(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    path = a_bundle(workspace, approved=False)
    before = path.read_bytes()
    approve(workspace, "region", "Datasteward")
    assert path.read_bytes()[: len(before) - 2] == before[:-2]  # the last two are how long the approval is
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None


def test_approving_twice_changes_nothing(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    path = a_bundle(workspace, approved=False)
    assert approve(workspace, "region", "Datasteward").is_new
    before = path.read_bytes()
    assert not approve(workspace, "region", "Enhetschef").is_new
    assert path.read_bytes() == before


@pytest.mark.parametrize("role", ["", "19800101-1234", "Datasteward\n", "x" * 61, "=1+1"])
def test_a_role_is_words_and_nothing_else(here: Workspace, role: str) -> None:
    with pytest.raises(UserProblem, match="role_wrong"):
        approve(here, "region", role)


def test_what_the_joint_zone_would_refuse_is_not_approved(here: Workspace) -> None:
    path = a_bundle(here, release_id=NEXT, rows=[a_cell(numerator=3.0)], approved=False)
    with pytest.raises(UserProblem, match="bundle_nothing_small"):
        approve(here, "region", "Datasteward")
    assert approval.of(path) is None


def test_nothing_to_approve_says_which_command_makes_a_bundle(tmp_path: Path) -> None:
    with pytest.raises(UserProblem) as caught:
        approve(a_workspace(tmp_path), "region", "Datasteward")
    assert "samsyn release --organisation region" in caught.value.text.sv


def test_the_release_tells_who_let_each_part_out(here: Workspace) -> None:
    entry = published.read_manifest(here.joint, "2025-Q4")["organisations"]["region"]
    assert entry["approved"] == {
        "role": "Datasteward",
        "approved_at": "2026-01-16T09:00:00+00:00",
        "key": trusted(here, "region")[-1].fingerprint,
    }


# --- receiving --------------------------------------------------------------------------------------------------


def test_one_that_awaits_approval_is_left_where_it_is(here: Workspace) -> None:
    a_bundle(here, release_id=NEXT, rows=[a_cell()], approved=False)
    assert not receive(here).is_new


def test_an_unsigned_bundle_is_refused(here: Workspace) -> None:
    assert refused(here, a_bundle(here, release_id=NEXT, rows=[a_cell()], approved=False)) == "bundle_unsigned"


def test_the_other_organisations_key_is_the_wrong_key(here: Workspace) -> None:
    path = signed(here, "municipality", a_bundle(here, release_id=NEXT, rows=[a_cell()], approved=False))
    assert refused(here, path) == "bundle_key"


def test_a_key_nobody_has_trusted_is_refused_with_what_to_do(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    (workspace.joint / "trusted" / "region.json").unlink()
    with pytest.raises(UserProblem, match="key_not_trusted") as caught:
        receive(workspace, [a_bundle(workspace)])
    assert "samsyn keys trust --organisation region" in caught.value.text.sv


def test_a_replaced_key_lets_nothing_new_in_but_what_is_in_force_still_verifies(here: Workspace) -> None:
    old = here.outbox("region") / "2025-Q4.region.zip"
    new = a_bundle(here, release_id=NEXT, rows=[a_cell()])
    signing.rotate(here, "region")
    trust(here, "region", signing.card_file(here, "region"))
    assert not receive(here, [old]).is_new
    assert refused(here, new) == "bundle_key_replaced"
    approve(here, "region", "Datasteward")
    assert receive(here).release_id == NEXT


def test_a_bundle_that_a_later_release_left_out_does_not_come_back(here: Workspace) -> None:
    old = here.outbox("region") / "2025-Q4.region.zip"
    receive(here, [a_bundle(here, release_id=NEXT, rows=[a_cell()])])
    manifest = published.read_manifest(here.joint, NEXT)
    cells = published.read(here.joint, NEXT).cells
    published.publish(here.joint, "2025-Q4-3", cells, manifest | {"organisations": {}})
    with pytest.raises(UserProblem, match="bundle_stale"):
        receive(here, [old])


def test_the_log_tells_what_came_and_what_became_of_it(here: Workspace) -> None:
    path = a_bundle(here, release_id=NEXT, rows=[a_cell()])
    receive(here, [path])
    receive(here, [path])
    noted = [(entry["bundle"], entry["outcome"], entry["release_id"]) for entry in receive_log.entries(here)]
    assert noted == [
        ("2025-Q4.region.zip", "accepted", "2025-Q4"),
        (path.name, "accepted", NEXT),
        (path.name, "unchanged", NEXT),
    ]


def test_a_file_that_is_not_named_as_a_bundle_is_logged_without_its_name(here: Workspace) -> None:
    path = (here.path / "19800101-1234.zip").absolute()
    path.write_bytes(b"")
    assert refused(here, path) == "bundle_name"
    assert "19800101" not in (here.joint / "receive.log").read_text()


# --- tampering --------------------------------------------------------------------------------------------------


def test_every_byte_of_a_bundle_flipped_is_refused(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    path = a_bundle(workspace)
    content, keys = path.read_bytes(), trusted(workspace, "region")
    believed = [place for place in range(len(content)) if holds(path, flipped(content, place), keys)]
    assert holds(path, content, keys)
    assert (len(content) > 3_000, believed) == (True, [])


def test_every_shorter_or_longer_bundle_is_refused(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    path = a_bundle(workspace)
    content, keys = path.read_bytes(), trusted(workspace, "region")
    cut = [size for size in range(len(content)) if holds(path, content[:size], keys)]
    grown = [
        more
        for more in (b"\0", b" ", content)
        if holds(path, content + more, keys) or holds(path, more + content, keys)
    ]
    assert (cut, grown) == ([], [])


def flipped(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ (1 << place % 8)]) + content[place + 1 :]


def holds(path: Path, content: bytes, keys: tuple[Trusted, ...]) -> bool:
    """Whether the joint zone would go on to open a bundle with these bytes."""
    try:
        approval.verified(Packed(path=path, release_id="2025-Q4", organisation="region", content=content), keys)
    except UserProblem:
        return False
    return True


Comment = dict[str, str]
SWAPS: dict[str, Callable[[Comment], Comment]] = {
    "another role": lambda said: said | {"role": "Ordförande"},
    "another time": lambda said: said | {"approved_at": "2026-01-17T09:00:00+00:00"},
    "an entry more": lambda said: said | {"note": ""},
    "an entry less": lambda said: {name: value for name, value in said.items() if name != "role"},
    "two entries swapped": lambda said: said | {"key": said["signature"], "signature": said["key"]},
    "no signature": lambda said: said | {"signature": ""},
}


@pytest.mark.parametrize("what", SWAPS)
def test_an_approval_that_says_something_else_is_refused(here: Workspace, what: str) -> None:
    path = a_bundle(here, release_id=NEXT, rows=[a_cell()])
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = json.dumps(SWAPS[what](json.loads(archive.comment)), sort_keys=True).encode()
    assert refused(here, path) in {"bundle_signature", "bundle_key"}


def test_one_bundles_approval_does_not_let_another_in(here: Workspace) -> None:
    path = a_bundle(here, release_id=NEXT, rows=[a_cell()], approved=False)
    with zipfile.ZipFile(here.outbox("region") / "2025-Q4.region.zip") as archive:
        given = archive.comment
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = given
    assert refused(here, path) == "bundle_signature"


def test_a_signed_bundle_under_another_name_is_refused(here: Workspace) -> None:
    path = a_bundle(here).rename(here.outbox("region") / f"{NEXT}.region.zip")
    assert refused(here, path) == "bundle_named_alike"


def test_a_bundle_is_opened_only_once_its_signature_holds(here: Workspace) -> None:
    path = here.outbox("region") / f"{NEXT}.region.zip"
    path.write_bytes(b"no zip at all")
    assert refused(here, path) == "bundle_unsigned"
    with pytest.raises(UserProblem, match="bundle_unreadable"):
        bundle.read(path)
