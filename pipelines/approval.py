"""Approval: a steward's signature on a bundle, over every byte of it.

A bundle waits in the outbox until a steward approves it. The approval becomes the zip's comment: who (a role, never a
name), when, with which key, and the signature of both the approval and the bundle as it was before. It is verified
before the zip is opened, so nothing unsigned is ever read in the joint zone.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from metrics.indicator import Organisation
from metrics.problem import Text, UserProblem
from pipelines import bundle, signing
from pipelines.bundle import Packed
from pipelines.bundle_checks import broken, expect, refused
from pipelines.trust import Trusted
from pipelines.workspace import Workspace, alone

STEWARD = Text(sv="Datasteward", en="Data steward")
_ROLE = re.compile(r"[^\W\d_]+([ -][^\W\d_]+){0,5}")
_ROLE_LENGTH = 60
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\+00:00")
_END, _END_LENGTH = b"PK\x05\x06", 22  # the record a zip ends with; its last two bytes are the comment's length


@dataclass(frozen=True, kw_only=True)
class Approval:
    """Who let a bundle out, when, and with which key.

    key        public half, hexadecimal
    signature  by that key, of the other entries and the bundle's bytes
    """

    role: str
    approved_at: str
    key: str
    signature: str = ""

    def message(self, content: bytes) -> bytes:
        """What is signed: the approval and the sum of the bundle without it."""
        said = {name: value for name, value in asdict(self).items() if name != "signature"}
        sum_of = hashlib.sha256(content).hexdigest()
        return ("samsyn approval\n" + json.dumps(said, sort_keys=True) + "\n" + sum_of).encode()


@dataclass(frozen=True, kw_only=True)
class Approved:
    """A bundle ready to be carried to the joint zone.

    Out     is_new  False where it was approved before, and stays as it is
    """

    path: Path
    release_id: str
    organisation: Organisation
    is_new: bool
    role: str
    approved_at: str


def approve(workspace: Workspace, organisation: Organisation, role: str) -> Approved:
    """The organisation's newest bundle, approved by `role` and signed with the zone's key.

    Rule    the joint zone's own checks come first: what it would refuse is not approved
    Fails   role_wrong, nothing_to_approve, signing_key_missing, busy, the codes of `bundle.read` and `bundle_checks`
    """
    if len(role) > _ROLE_LENGTH or not _ROLE.fullmatch(role):
        raise UserProblem(
            "role_wrong",
            Text(
                sv="En roll skrivs med bokstäver, till exempel Datasteward: högst 60 tecken, inga siffror.",
                en="A role is written in letters, like Data steward: at most 60 signs, no digits.",
            ),
            exit_code=2,
        )
    ring = signing.ring(workspace, organisation)
    with alone(workspace.outbox(organisation) / ".release.lock"):
        path = bundle.newest(workspace.outbox(organisation), organisation)
        if path is None:
            raise _nothing(organisation)
        one = bundle.packed(path)
        content, before = _apart(one)
        if before and before.key == ring.links[-1].public:
            return _approved(one, before, is_new=False)
        if found := broken(bundle.opened(one), expect(workspace)):
            raise refused(path, found)
        now = workspace.now().isoformat(timespec="seconds")
        unsigned = Approval(role=role, approved_at=now, key=ring.links[-1].public)
        approval = replace(unsigned, signature=ring.sign(unsigned.message(content)))
        bundle.put(path, joined(content, approval))
        return _approved(one, approval, is_new=True)


def of(path: Path) -> Approval | None:
    """The approval a bundle carries, not verified; None where it awaits one."""
    return _apart(bundle.packed(path))[1]


def verified(one: Packed, keys: Sequence[Trusted]) -> Approval:
    """The bundle's approval, signed with one of the keys that are trusted.

    Fails   bundle_unsigned, key_not_trusted, bundle_key, bundle_signature
    """
    content, approval = _apart(one)
    if approval is None:
        raise bundle.problem(
            "bundle_unsigned",
            one.path,
            sv=f"det väntar på godkännande. Kör i zonen `samsyn release --organisation {one.organisation} --approve`",
            en=f"it awaits approval. Run in its zone `samsyn release --organisation {one.organisation} --approve`",
        )
    if not keys:
        raise bundle.problem(
            "key_not_trusted",
            one.path,
            sv="den gemensamma zonen känner ingen nyckel för organisationen. Jämför fingeravtryck och kör "
            f"`samsyn keys trust --organisation {one.organisation} {one.organisation}.keys.json`",
            en="the joint zone knows no key of the organisation. Compare fingerprints and run "
            f"`samsyn keys trust --organisation {one.organisation} {one.organisation}.keys.json`",
        )
    if approval.key not in {key.public for key in keys}:
        raise bundle.problem(
            "bundle_key",
            one.path,
            sv="det är signerat med en nyckel som inte är godtagen här. Har organisationen bytt nyckel: kör "
            "`samsyn keys trust` med dess nya kort",
            en="it is signed with a key that is not trusted here. If the organisation has changed keys: run "
            "`samsyn keys trust` with its new card",
        )
    if not signing.is_signed(approval.key, approval.signature, approval.message(content)):
        raise bundle.problem(
            "bundle_signature",
            one.path,
            sv="signaturen stämmer inte: det är ändrat efter godkännandet. Hämta paketet på nytt från zonen",
            en="the signature does not hold: it was altered after its approval. Fetch the bundle from its zone again",
        )
    return approval


def joined(content: bytes, approval: Approval) -> bytes:
    """The bundle with its approval as the zip's comment."""
    comment = _text(approval)
    return content[:-2] + len(comment).to_bytes(2, "little") + comment


def _apart(one: Packed) -> tuple[bytes, Approval | None]:
    """The bundle as it was before its approval, and the approval.

    Fails   bundle_signature where the comment is anything else
    """
    end = one.content.rfind(_END)
    comment = one.content[end + _END_LENGTH :] if end >= 0 else b""
    if not comment:
        return one.content, None
    content = one.content[: end + _END_LENGTH - 2] + b"\0\0"
    try:
        approval = Approval(**json.loads(comment))
        texts = all(isinstance(value, str) for value in asdict(approval).values())
        is_whole = texts and joined(content, approval) == one.content
        # Hexadecimal can be written in two ways, and only one of them is what was signed.
        is_whole = is_whole and bytes.fromhex(approval.signature).hex() == approval.signature
        is_whole = is_whole and bool(_ROLE.fullmatch(approval.role) and _TIME.fullmatch(approval.approved_at))
    except (ValueError, TypeError):
        is_whole = False
    if not is_whole:
        raise bundle.problem(
            "bundle_signature",
            one.path,
            sv="dess godkännande går inte att läsa. Hämta paketet på nytt från zonen",
            en="its approval cannot be read. Fetch the bundle from its zone again",
        )
    return content, approval


def _text(approval: Approval) -> bytes:
    return json.dumps(asdict(approval), sort_keys=True).encode()


def _approved(one: Packed, approval: Approval, *, is_new: bool) -> Approved:
    return Approved(
        path=one.path,
        release_id=one.release_id,
        organisation=one.organisation,
        is_new=is_new,
        role=approval.role,
        approved_at=approval.approved_at,
    )


def _nothing(organisation: Organisation) -> UserProblem:
    return UserProblem(
        "nothing_to_approve",
        Text(
            sv="Det finns inget paket att godkänna. Gör ett: `samsyn release --organisation {organisation}`.",
            en="There is no bundle to approve. Make one: `samsyn release --organisation {organisation}`.",
        ).format(organisation=organisation),
        exit_code=2,
    )
