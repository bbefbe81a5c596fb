"""What came in from each organisation, what was refused and why, and what to do next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

from dashboard.components import icons
from dashboard.components.data_table import Cell, as_html
from dashboard.components.figures import count
from dashboard.texts import data as say
from dashboard.texts import long_date, organisation, source_name, texts
from dashboard.texts.sv import Swedish
from dashboard.view import View
from metrics import delivery_plan, words
from metrics.breaks import in_manifest
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Language
from pipelines.published import Published

STALE_AFTER_DAYS = 200
"""A quarter that ended, the next one to make the release in, and some days: older figures ask for new ones."""


def day_of(moment: str) -> date:
    """The day of a UTC time as the manifest writes it."""
    return date.fromisoformat(moment[:10])


def ages(shown: Published, today: date, view: View) -> str:
    """How old each organisation's figures are, in one line each; "awaiting" where nothing has come."""
    return '<dl class="ages">' + "".join(_age(which, shown, today, view) for which in ORGANISATIONS) + "</dl>"


def _age(which: Organisation, shown: Published, today: date, view: View) -> str:
    t = texts(view.language)
    name = f"<dt>{icons.side(which, organisation(t, which))}</dt>"
    part = shown.manifest["organisations"].get(which)
    if not part:
        waiting = t.data_awaiting.format(organisation=words.ORGANISATION[which][view.language])
        return f'{name}<dd class="awaiting">{escape(waiting)}</dd>'
    days = age_in_days(part, today)
    until, released = date.fromisoformat(part["data_to"]), day_of(part["released_at"])
    text = t.data_age.format(until=long_date(t, until), days=days, released=long_date(t, released))
    stale = f'<p class="stale">{escape(t.data_stale)}</p>' if days > STALE_AFTER_DAYS else ""
    return f"{name}<dd>{escape(text)}{_approved(part, view)}{stale}</dd>"


def _approved(part: dict[str, Any], view: View) -> str:
    """Who let the figures out of the organisation's zone, and when; a release from before approvals says nothing."""
    given = part.get("approved")
    if not given:
        return ""
    day = long_date(texts(view.language), day_of(given["approved_at"]))
    return f" {escape(say.APPROVED[view.language].format(role=given['role'], day=day))}"


def age_in_days(part: dict[str, Any], today: date) -> int:
    """The age of an organisation's figures: since the last day they are about, however lately they were released."""
    return (today - date.fromisoformat(part["data_to"])).days


def refused(shown: Published, view: View) -> str:
    """How many rows of which source were refused, a line per organisation; the reasons stand on the data page."""
    t = texts(view.language)
    lines = []
    for which in ORGANISATIONS:
        deliveries = shown.manifest["organisations"].get(which, {}).get("deliveries", ())
        rows = ", ".join(
            f"{source_name(t, each['source'])}\u00a0{count(each['refused'], view.language)}"
            for each in deliveries
            if each["refused"]
        )
        if rows:
            lines.append(f"<li>{icons.side(which, organisation(t, which))}<div>{escape(rows)}</div></li>")
    if not lines:
        return f'<p class="quiet">{escape(t.data_nothing_refused)}</p>'
    reasons = f'<p class="quiet"><a href="{escape(view.to("data"))}">{escape(t.data_see_reasons)}</a></p>'
    return f'<ul class="lines">{"".join(lines)}</ul>{reasons}'


def next_steps(shown: Published, today: date, view: View) -> str:
    """What each organisation's data steward should do next; one line for both where there is nothing."""
    t = texts(view.language)
    lines = []
    for which in ORGANISATIONS:
        part = shown.manifest["organisations"].get(which)
        refusals = part and any(delivery["refused"] for delivery in part["deliveries"])
        stale = part and age_in_days(part, today) > STALE_AFTER_DAYS
        steps = [t.next_awaiting] * (not part) + [t.next_refused] * bool(refusals) + [t.next_stale] * bool(stale)
        if steps:
            side = icons.side(which, organisation(t, which))
            lines.append(f"<li>{side}<div>{escape(' '.join(steps))}</div></li>")
    return f'<ul class="lines">{"".join(lines)}</ul>' if lines else f"<p>{escape(t.next_nothing)}</p>"


def table(which: Organisation, part: dict[str, Any], view: View) -> str:
    """One organisation's deliveries, newest first within each source."""
    t = texts(view.language)
    heads = (
        (t.delivery_source, ""), (t.filter_period, ""), (t.delivery_version, "num"), (t.delivery_loaded, ""),
        (t.delivery_rows, "num"), (t.delivery_accepted, "num"), (t.delivery_refused, "num"), (t.delivery_notes, ""),
    )  # fmt: skip
    head = "".join(f'<th scope="col" role="columnheader" class="{kind}">{escape(text)}</th>' for text, kind in heads)
    body = "".join(_delivery(delivery, [text for text, _ in heads], view, t) for delivery in part["deliveries"])
    caption = escape(t.deliveries_caption.format(organisation=organisation(t, which)))
    return (
        f'<table class="deliveries" role="table"><caption class="vh">{caption}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _delivery(delivery: dict[str, Any], labels: list[str], view: View, t: Swedish) -> str:
    language = view.language
    refusals = [
        f'<p class="refused"><b>{escape(t.notes_refused.format(rows=count(each["rows"], language)))}</b> '
        f"{escape(each['text'][language])}</p>"
        for each in delivery["reasons"]
    ]
    readings = ", ".join(_reading(each, language) for each in delivery["normalised"])
    interpreted = (
        f'<p class="normalised"><b>{escape(t.notes_normalised)}</b> {escape(readings)}</p>' if readings else ""
    )
    written = "".join(refusals) + interpreted
    cells = (
        ("", _years(str(delivery["period"] or t.period_all))),
        ("num", str(delivery["version"])),
        ("", long_date(t, day_of(delivery["loaded_at"]))),
        ("num", count(delivery["rows_in"], language)),
        ("num", count(delivery["accepted"], language)),
        ("num some" if delivery["refused"] else "num", count(delivery["refused"], language)),
    )
    plain = "".join(
        f'<td role="cell" class="{kind}" data-label="{escape(label)}">{escape(text)}</td>'
        for (kind, text), label in zip(cells, labels[1:-1], strict=True)
    )
    name, kind = escape(source_name(t, delivery["source"])), "notes" if written else "notes none"
    return (
        f'<tr role="row"><th scope="row" role="rowheader">{name}</th>{plain}'
        f'<td role="cell" class="{kind}" data-label="{escape(labels[-1])}">{written or t.notes_none}</td></tr>'
    )


def _years(period: str) -> str:
    """A delivery's period as people write it: from a year to a year with a dash between them."""
    return re.sub(r"^(\d{4})-(\d{4})$", "\\1–\\2", period)


def _reading(entry: dict[str, Any], language: Language) -> str:
    """What was read in another way than it was written, with how often where it is more than a few."""
    rows = f" ({count(entry['rows'], language)})" if isinstance(entry["rows"], int) else ""
    return f"{entry['text'][language]}{rows}"


def lineage(shown: Published, view: View) -> str:
    """From this page back to what it was made of: release, definitions, code, and each organisation's bundle."""
    t = texts(view.language)
    manifest = shown.manifest
    lines = [
        (t.lineage_release, shown.release_id),
        (t.lineage_published, long_date(t, day_of(manifest["published_at"]))),
        (t.lineage_catalogue, str(manifest["catalogue_hash"])[:12]),
        (t.lineage_code, str(manifest["code_version"])),
    ]
    for which in ORGANISATIONS:
        part = manifest["organisations"].get(which)
        if part:
            cells = t.lineage_cells.format(
                cells=count(part["cells"], view.language), suppressed=count(part["cells_suppressed"], view.language)
            )
            lines.append(
                (
                    t.lineage_bundle.format(organisation=words.ORGANISATION[which][view.language]),
                    f"{part['bundle_sha256'][:12]} · {cells}",
                )
            )
    return '<dl class="lineage">' + "".join(f"<dt>{escape(a)}</dt><dd>{escape(b)}</dd>" for a, b in lines) + "</dl>"


def refused_by_rule(part: dict[str, Any], language: Language) -> str:
    """Refused rows of all deliveries together, by rule; nothing where none were."""
    found: dict[str, list[int | str]] = {}
    for delivery in part["deliveries"]:
        for reason in delivery["reasons"]:
            found.setdefault(reason["text"][language], []).append(reason["rows"])
    lines = [(rule, [Cell(_together(rows, language))]) for rule, rows in found.items()]
    if not lines:
        return ""
    table = as_html(say.BY_RULE[language], say.BY_RULE_HEAD[language].split(";"), lines, figures=1)
    return f'<div class="rules">{table}</div>'


def _together(rows: Sequence[int | str], language: Language) -> str:
    """Counts as the manifest gives them, added where each is a number: bounds cannot be."""
    if all(isinstance(each, int) for each in rows):
        return count(sum(each for each in rows if isinstance(each, int)), language)
    return " + ".join(count(each, language) for each in rows)


def let_pass(part: dict[str, Any], language: Language) -> str:
    """What was checked, and the checks a steward let a delivery through, with the reason the manifest tells."""
    t = texts(language)
    lines = [
        (f"{source_name(t, each['source'])} {each['period']}".strip(), [Cell(_check_and_reason(entry, language))])
        for each in part["deliveries"]
        for entry in each.get("overrides", ())
    ]
    checked = escape(say.CHECKED[language])
    if not lines:
        return f'<p class="quiet">{checked} {escape(say.NONE_LET_PASS[language])}</p>'
    table = as_html(say.LET_PASS[language], say.LET_PASS_HEAD[language].split(";"), lines, figures=0)
    return f'<p class="quiet">{checked}</p><div class="rules">{table}</div>'


def _check_and_reason(entry: Any, language: Language) -> str:
    if isinstance(entry, str):
        return entry
    reason = entry.get("reason") or entry.get("text") or ""
    return ": ".join(filter(None, (entry["code"], reason[language] if isinstance(reason, dict) else reason)))


def series_breaks(shown: Published, language: Language) -> str:
    """The days on which the way series are made changed, with who decided so; nothing where there are none."""
    t = texts(language)
    lines = [
        (
            long_date(t, each.on),
            [
                Cell(f"{each.title[language]}. {each.reason}"),
                Cell(organisation(t, each.organisation) if each.organisation else say.BREAKS_BOTH[language]),
                Cell(f"{say.APPROVERS[each.approved_by][language]}, {long_date(t, each.approved_on)}"),
            ],
        )
        for each in reversed(in_manifest(shown.manifest["committee"]))
    ]
    if not lines:
        return ""
    table = as_html(say.BREAKS[language], say.BREAKS_HEAD[language].split(";"), lines, figures=0)
    return f'<p class="quiet">{escape(say.BREAKS_TEXT[language])}</p><div class="rules">{table}</div>'


def plan(shown: Published, today: date, view: View) -> str:
    """When each organisation's next release is expected, a quarter at a time."""
    t, lines = texts(view.language), []
    for which in ORGANISATIONS:
        part = shown.manifest["organisations"].get(which)
        if part:
            due = delivery_plan.due_on(date.fromisoformat(part["data_to"]), "quarter")
            late = (today - due).days
            said = say.PLAN_LATE.format(day=long_date(t, due), days=late) if late > 0 else None
            text = said or say.PLAN.format(day=long_date(t, due))
            side = icons.side(which, organisation(t, which))
            lines.append(f"<li>{side}<div>{escape(text[view.language])}</div></li>")
    return f'<ul class="lines">{"".join(lines)}</ul>'


def stewards(language: Language) -> str:
    """How a data steward opens the organisation's own zone: a command, since no page here leads there."""
    commands = "".join(f"<li><code>samsyn zone --organisation {which}</code></li>" for which in ORGANISATIONS)
    return f'<p>{escape(say.STEWARDS_TEXT[language])}</p><ul class="lines">{commands}</ul>'
