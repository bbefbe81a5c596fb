"""What may follow what: a bundle repeats or continues what was received from its organisation, and never goes back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from metrics.indicator import Organisation
from pipelines import bundle, published
from pipelines.approval import Approval
from pipelines.bundle import Bundle
from pipelines.trust import Trusted


def last_received(joint: Path, organisation: Organisation) -> dict[str, Any] | None:
    """The entry of the organisation's newest bundle in any release; None where it has never sent one.

    Rule    any release, not only the one in force: what a later release left out may not come back either
    """
    manifests = [published.read_manifest(joint, release_id) for release_id in published.releases(joint)]
    entries = [found for manifest in manifests if (found := manifest["organisations"].get(organisation))]
    return max(entries, key=lambda entry: bundle.order(entry["bundle_release_id"]), default=None)


def follows(one: Bundle, path: Path, approval: Approval, entry: dict[str, Any] | None, keys: Sequence[Trusted]) -> None:
    """Refuse a bundle that does not follow `entry`, the organisation's newest so far.

    Rule    what is received already may be shown again, signed by a key since replaced; anything new needs the key in
            use
    Fails   key_changed, bundle_stale, bundle_conflict, bundle_key_replaced
    """
    if entry and one.manifest["key_id"] != entry["key_id"]:
        raise bundle.problem(
            "key_changed",
            path,
            sv="det är gjort med en annan nyckel än förut, och nytt brus på samma siffror avslöjar dem. "
            "Återställ zonens nyckel från säkerhetskopian",
            en="it was made with another key than before, and new noise on the same figures gives them away. "
            "Restore the zone's key from its backup",
        )
    if entry and bundle.order(one.release_id) < bundle.order(entry["bundle_release_id"]):
        raise bundle.problem(
            "bundle_stale",
            path,
            sv=f"{entry['bundle_release_id']} är redan mottaget och nyare",
            en=f"{entry['bundle_release_id']} is already received and newer",
        )
    if entry and one.release_id == entry["bundle_release_id"]:
        if one.content == entry["content"]:
            return
        raise bundle.problem(
            "bundle_conflict",
            path,
            sv="ett annat innehåll är redan mottaget under samma namn. En rättelse ska ha nytt nummer",
            en="other contents are already received under the same name. A correction must have a new number",
        )
    if approval.key != keys[-1].public:
        raise bundle.problem(
            "bundle_key_replaced",
            path,
            sv="det är signerat med en nyckel som är utbytt. Godkänn det igen i zonen, med den nya",
            en="it is signed with a key that has been replaced. Approve it again in its zone, with the new one",
        )
