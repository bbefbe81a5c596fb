"""What a command has done, told: to people as sentences and tables, to a machine as one JSON object."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from dashboard.commands import gate, words
from dashboard.commands.terminal import (
    EXIT_INCIDENT,
    EXIT_REFUSED,
    EXIT_SOME_REFUSED,
    language,
    plain,
    say,
    show_json,
    show_table,
    tell,
)
from dashboard.texts import source_name, texts
from metrics.indicator import ORGANISATIONS
from metrics.problem import Text

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from metrics.indicator import Indicator
    from pipelines.approval import Approved
    from pipelines.load import LoadReport
    from pipelines.proposal import Proposal
    from pipelines.reasons import Reason
    from pipelines.receive import Received
    from pipelines.release import Released
    from pipelines.workspace import Workspace


def show_proposal(proposed: Proposal, *, as_json: bool, saved: Path | None = None) -> None:
    """The proposed profile on standard output, ready to be saved; on standard error what a person must decide."""
    layout = proposed.layout
    if as_json:
        show_json(
            {
                "file": proposed.file,
                "organisation": proposed.organisation,
                "source": proposed.source,
                "seen": {
                    "format": layout.format,
                    "encoding": layout.encoding if layout.format == "csv" else None,
                    "separator": layout.separator if layout.format == "csv" else None,
                    "sheet": layout.sheet or None,
                    "title_rows": layout.title_rows,
                    "total_rows": list(layout.total_rows),
                    "columns": list(proposed.columns),
                    "rows": proposed.rows,
                },
                "mapped": dict(proposed.mapped),
                "unmapped": list(proposed.unmapped),
                "missing": list(proposed.missing),
                "unknown_codes": {column: list(codes) for column, codes in proposed.unknown.items()},
                "rows": proposed.read.to_dicts(),
                "profile": proposed.toml[language()],
                "saved": str(saved) if saved else None,
            }
        )
        return
    more = {
        **dict.fromkeys(("xlsx", "xls"), f", {layout.sheet}"),
        "csv": f", {layout.encoding}, {layout.separator!r}",
    }.get(layout.format, "")
    written = layout.format + more
    tell(
        words.PROPOSED.format(
            file=proposed.file, written=written, above=layout.title_rows, rows=proposed.rows, source=proposed.source,
            found=len(proposed.columns) - len(proposed.unmapped), columns=len(proposed.columns),
        )
    )  # fmt: skip
    undecided = (
        (words.UNMAPPED, proposed.unmapped),
        (words.MISSING, proposed.missing),
        (words.UNKNOWN_CODES, [f"{column}: {', '.join(codes)}" for column, codes in proposed.unknown.items()]),
    )
    for text, names in undecided:
        if names:
            tell(text.format(names="; ".join(names)))
    show_rows(proposed.read)
    if saved:
        tell(words.SAVED.format(file=saved, name=saved.stem, path=saved.parent.parent))
        return
    tell(words.CONFIRM.format(organisation=proposed.organisation, source=proposed.source))
    sys.stdout.write(proposed.toml[language()])


def show_rows(rows: pl.DataFrame) -> None:
    """Rows as a profile reads them, on standard error: a line for each column, since a terminal is narrow."""
    if rows.is_empty():
        return
    tell(words.READ_AS)
    for column in rows.iter_columns():
        values = " | ".join(value or "–" for value in column.to_list())
        tell(words.READ_COLUMN.format(column=column.name, values=values))


def exit_code(reports: Sequence[LoadReport]) -> int:
    """What `samsyn load` ends with: the gravest outcome of its files."""
    codes = {report.exit_code for report in reports}
    return next((code for code in (EXIT_INCIDENT, EXIT_REFUSED, EXIT_SOME_REFUSED) if code in codes), 0)


def show_loads(reports: Sequence[LoadReport], *, as_json: bool, is_one: bool) -> None:
    """What became of each file; one file's JSON is an object of its own, several files' a list under "files"."""
    if as_json:
        told = [_load_as_json(report) for report in reports]
        show_json(told[0] if is_one else {"files": told})
        return
    for report in reports:
        _show_load(report)


def _show_load(report: LoadReport) -> None:
    if report.file_refused:
        tell(words.FILE_REFUSED.format(file=report.file))
    elif report.already_loaded:
        say(words.ALREADY_LOADED.format(file=report.file))
    else:
        say(
            words.LOADED.format(
                file=report.file, source=report.source, accepted=report.accepted, refused=report.refused_rows
            )
        )
    for reason in report.reasons:
        tell(_of_rows(reason.rows).format(rows=reason.rows, text=reason.text))
    if report.changes:
        say(words.CHANGES.format(text=report.changes.text[language()]))
    for note in report.notes:
        passed = words.OVERRIDDEN if note.code in report.overridden else words.NOTE
        tell(passed.format(text=note.text[language()]))


def _of_rows(rows: int) -> Text:
    """How a reason is said of no rows but the file as a whole, of one row and of several."""
    return {0: words.WHOLE_FILE, 1: words.ONE_REASON}.get(rows, words.REASON)


def _load_as_json(report: LoadReport) -> dict[str, Any]:
    return {
        "file": report.file,
        "source": report.source,
        "period": report.period,
        "version": report.version,
        "accepted": report.accepted,
        "refused_rows": report.refused_rows,
        "file_refused": report.file_refused,
        "incident": report.incident,
        "already_loaded": report.already_loaded,
        "delivery_id": report.delivery_id,
        "reasons": [_counted(reason) for reason in report.reasons],
        "normalised": [_counted(change) for change in report.normalised],
        "notes": [_counted(note) for note in report.notes],
        "overridden": list(report.overridden),
        "changes": report.changes.as_json() if report.changes else None,
    }


def _counted(entry: Reason) -> dict[str, Any]:
    return {"code": entry.code, "rows": entry.rows, "message": entry.text[language()], "text": plain(entry.text)}


def show_release(made: Released, *, as_json: bool, own: Path | None = None) -> None:
    """Which bundle the zone now has for the joint zone, and which measures have no figures in it.

    In      own  the folder of the committee's own indicators
    """
    lacks = _lacks(made, own)
    if as_json:
        show_json(
            {
                "release_id": made.release_id,
                "organisation": made.organisation,
                "bundle": str(made.path),
                "is_new": made.is_new,
                "nothing_came": made.nothing_came,
                "lacks": {source: [each.id for each in measures] for source, measures in lacks.items()},
                "cells": made.cells,
                "cells_suppressed": made.cells_suppressed,
                "gate": made.gate,
            }
        )
        return
    gate.show(made.gate)
    text = words.RELEASED if made.is_new else words.RELEASED_BEFORE
    say(text.format(bundle=made.path, cells=made.cells, suppressed=made.cells_suppressed))
    for source, measures in lacks.items():
        named = ", ".join(f"{each.id} {each.name[language()]}" for each in measures)
        say(words.LACKS.format(source=source_name(texts(language()), source), measures=named))
    if made.nothing_came:
        say(words.NOTHING_CAME)


def _lacks(made: Released, own: Path | None) -> dict[str, list[Indicator]]:
    """The sources never loaded that measures are counted from, and which measures each of them is."""
    from dashboard.components.burden import READ
    from metrics.catalogue import catalogue

    found: dict[str, list[Indicator]] = {source: [] for source in made.lacks}
    for indicator in catalogue(own):
        rests_on = () if indicator.of_register else {indicator.twins[made.organisation].source}
        for source in READ.get(indicator.id, rests_on):
            if source in found:
                found[source].append(indicator)
    return {source: measures for source, measures in found.items() if measures}


def show_approved(approved: Approved, *, as_json: bool) -> None:
    """Which bundle may now be carried to the joint zone, and who let it out."""
    if as_json:
        show_json(
            {
                "release_id": approved.release_id,
                "organisation": approved.organisation,
                "bundle": str(approved.path),
                "is_new": approved.is_new,
                "role": approved.role,
                "approved_at": approved.approved_at,
            }
        )
        return
    text = words.APPROVED if approved.is_new else words.APPROVED_BEFORE
    say(text.format(bundle=approved.path, role=approved.role, at=approved.approved_at[:16].replace("T", " ")))


def show_received(workspace: Workspace, received: Received, *, as_json: bool) -> None:
    """Which release is in force, and whose figures are in it."""
    if as_json:
        show_json(
            {
                "release_id": received.release_id,
                "is_new": received.is_new,
                "arrived": list(received.arrived),
                "kept": list(received.kept),
                "absent": list(received.absent),
                "cells": received.cells,
            }
        )
        return
    text = words.RECEIVED if received.is_new else words.RECEIVED_BEFORE
    say(text.format(release=received.release_id, cells=received.cells))
    for note, names in ((words.KEPT, received.kept), (words.ABSENT, received.absent)):
        for name in names:
            say(note.format(organisation=workspace.organisations[name][language()]))


def show_status(workspace: Workspace, now: dict[str, Any]) -> None:
    """How things stand, as a table for each organisation."""
    say(workspace.name)
    if workspace.synthetic:
        say(words.STATUS_SYNTHETIC)
    if release := now["release"]:
        say(
            words.STATUS_RELEASE.format(
                release=release["release_id"], on=_day(release["published_at"]), days=release["age_days"]
            )
        )
    else:
        say(words.STATUS_NO_RELEASE)
    for text in now["profiles_wrong"]:
        say(words.STATUS_PROFILE.format(text=Text(**text)))
    for organisation in ORGANISATIONS:
        zone, name = now["organisations"][organisation], workspace.organisations[organisation]
        if zone["loaded"]:
            columns = ("source", "period", "version", "rows", "refused")
            rows = [[*(str(row[key]) for key in columns), row["loaded_at"][:10]] for row in zone["loaded"]]
            show_table(name, words.STATUS_COLUMNS, rows)
            _show_kept(zone["loaded"])
        else:
            say(words.STATUS_EMPTY.format(organisation=name[language()]))
        _show_refused(zone["refused"])
        if newest := zone["bundle"]:
            said = words.STATUS_APPROVED if newest["approved"] else words.STATUS_AWAITING
            by = newest["approved"] or {"role": "", "approved_at": ""}
            at = _day(by["approved_at"]) if newest["approved"] else ""
            say(said.format(bundle=newest["name"], role=by["role"], at=at, organisation=organisation))


def _day(moment: str) -> date:
    return date.fromisoformat(moment[:10])


def _show_refused(refused: Sequence[dict[str, Any]]) -> None:
    """What was refused and not made good since, with the reasons."""
    for each in refused:
        said = words.STATUS_INCIDENT if each["incident"] else words.STATUS_REFUSED
        say(said.format(file=each["file"], on=_day(each["at"])))
        for reason in each["reasons"] if not each["incident"] else ():
            say(_of_rows(reason["rows"]).format(rows=reason["rows"], text=Text(**reason["text"])))


def _show_kept(loaded: Sequence[dict[str, Any]]) -> None:
    """What is kept beside the deliveries in force: what each changed, what was let pass and what was noted."""
    for row in loaded:
        which = {"source": row["source"], "period": row["period"] or "–"}
        if row["changes"]:
            say(words.STATUS_CHANGES.format(**which, text=row["changes"]["text"][language()]))
        for override in row["overrides"]:
            say(words.STATUS_OVERRIDE.format(**which, code=override["code"], reason=override["reason"]))
        for note in row["notes"]:
            say(words.STATUS_NOTE.format(**which, text=note["text"][language()]))
