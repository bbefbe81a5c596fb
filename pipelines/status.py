"""How things stand in a workspace: what each organisation has loaded, which release is in force, and how old it is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from metrics.indicator import ORGANISATIONS, Organisation
from pipelines import approval, bundle, changes, published, vault
from pipelines.vault import Delivery
from pipelines.workspace import Workspace


def status(workspace: Workspace) -> dict[str, Any]:
    """The state as plain values: for people it becomes a table, for a machine JSON."""
    return {
        "workspace": str(workspace.path),
        "committee": {"id": workspace.id, "name": _text(workspace), "synthetic": workspace.synthetic},
        "organisations": {organisation: _organisation(workspace, organisation) for organisation in ORGANISATIONS},
        "release": _release(workspace),
        "releases": published.releases(workspace.joint),
    }


def _text(workspace: Workspace) -> dict[str, str]:
    return {"sv": workspace.name.sv, "en": workspace.name.en}


def _organisation(workspace: Workspace, organisation: Organisation) -> dict[str, Any]:
    newest = bundle.newest(workspace.outbox(organisation), organisation)
    return {
        "loaded": [
            {
                "source": delivery.source,
                "period": delivery.period,
                "version": delivery.version,
                "rows": delivery.accepted,
                "refused": delivery.refused,
                "loaded_at": delivery.loaded_at.isoformat(timespec="seconds"),
                "sequence": delivery.delivery_id,
                "variant": delivery.variant,
                "changes": _changes(delivery),
                "overrides": delivery.overrides,
                "notes": delivery.notes,
            }
            for delivery in sorted(
                vault.deliveries(workspace, organisation), key=lambda one: (one.source, one.variant, one.period)
            )
        ],
        "bundle": {"name": newest.name, "approved": _approved(newest)} if newest else None,
    }


def _changes(delivery: Delivery) -> dict[str, Any] | None:
    """What the delivery changed against those it replaced, with the words for it."""
    if delivery.changes is None:
        return None
    text = changes.said(delivery.changes)
    return delivery.changes | {"text": {"sv": text.sv, "en": text.en}}


def _approved(path: Path) -> dict[str, str] | None:
    """Who let the bundle out and when; None while it awaits that."""
    found = approval.of(path)
    return {"role": found.role, "approved_at": found.approved_at} if found else None


def _release(workspace: Workspace) -> dict[str, Any] | None:
    in_force = published.current(workspace.joint)
    if in_force is None:
        return None
    manifest = published.read_manifest(workspace.joint, in_force)
    age = workspace.now() - datetime.fromisoformat(manifest["published_at"])
    return {
        "release_id": in_force,
        "published_at": manifest["published_at"],
        "age_days": age.days,
        "organisations": {
            name: {key: entry[key] for key in ("released_at", "data_from", "data_to", "cells", "cells_suppressed")}
            for name, entry in manifest["organisations"].items()
        },
    }
