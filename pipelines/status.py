"""How things stand in a workspace: what each organisation has loaded, which release is in force, and how old it is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Text
from pipelines import approval, bundle, changes, desk, profile, published
from pipelines.desk import Noted
from pipelines.vault import Delivery
from pipelines.workspace import Workspace


def status(workspace: Workspace) -> dict[str, Any]:
    """The state as plain values: for people it becomes a table, for a machine JSON."""
    return {
        "workspace": str(workspace.path),
        "committee": {"id": workspace.id, "name": _both(workspace.name), "synthetic": workspace.synthetic},
        "profiles_wrong": [
            _both(problem.text) for problem in profile.wrong_ones(workspace.sources, desk.code_lists(workspace))
        ],
        "organisations": {organisation: _organisation(workspace, organisation) for organisation in ORGANISATIONS},
        "release": _release(workspace),
        "releases": published.releases(workspace.joint),
    }


def _both(text: Text) -> dict[str, str]:
    return {"sv": text.sv, "en": text.en}


def _organisation(workspace: Workspace, organisation: Organisation) -> dict[str, Any]:
    newest = bundle.newest(workspace.outbox(organisation), organisation)
    now = desk.desk(workspace, organisation)
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
            for delivery in sorted(now.deliveries, key=lambda one: (one.source, one.variant, one.period))
        ],
        "refused": [_refused(noted) for noted in desk.refused(now)],
        "bundle": {"name": newest.name, "approved": _approved(newest)} if newest else None,
    }


def _refused(noted: Noted) -> dict[str, Any]:
    """A file that was refused and not made good since; of an incident not even its name."""
    return {
        "file": None if noted.outcome == "incident" else noted.file,
        "source": noted.source or None,
        "at": noted.at.isoformat(timespec="seconds"),
        "incident": noted.outcome == "incident",
        "reasons": [{"rows": rows, "text": _both(rule)} for rule, rows in noted.reasons],
    }


def _changes(delivery: Delivery) -> dict[str, Any] | None:
    """What the delivery changed against those it replaced, with the words for it."""
    if delivery.changes is None:
        return None
    return delivery.changes | {"text": _both(changes.said(delivery.changes))}


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
