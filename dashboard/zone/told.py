"""What became of a file, what the zone holds and what is late, as HTML: words and counts, never a row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Final

from dashboard.components import explain
from dashboard.components.data_table import Cell, as_html
from dashboard.texts import long_date, source_name, texts
from dashboard.texts import zone as say
from dashboard.zone.view import PageName, address
from metrics import delivery_plan, words
from metrics.indicator import Organisation
from metrics.problem import Language, Text, UserProblem
from pipelines.changes import said
from pipelines.corrections import Correction
from pipelines.desk import Desk, Due, Waiting
from pipelines.load import LoadReport
from pipelines.reasons import Reason
from pipelines.vault import Delivery
from pipelines.worklist import Worklists

QUARANTINE: Final = "karantan"
"""Where on the page of what is loaded the refused rows stand."""


def named(source: str, language: Language) -> str:
    """A source in the reader's words."""
    return source_name(texts(language), source)


def size(count: int, language: Language) -> str:
    """How large a file is, as people say it.

    >>> size(1_500, "sv"), size(3_400_000, "en")
    ('2 kB', '3 MB')
    """
    unit, name = (1_000_000, "MB") if count >= 1_000_000 else (1_000, "kB")
    return f"{words.number(max(1, round(count / unit)))[language]} {name}"


def head(page: PageName, name: Text, language: Language) -> str:
    """The top of a page: its title, and whose zone it is."""
    return (
        f'<div class="head"><div><h1 id="innehall">{escape(say.PAGES[page][language])}</h1>'
        f'<p class="subtitle">{escape(name[language])}</p></div></div>'
    )


def section(title: Text, body: str, language: Language, place: str = "") -> str:
    """One part of a page under its heading; `place` is what an address can point at."""
    at = f' id="{place}"' if place else ""
    return f'<section class="desk"><h2{at}>{escape(title[language])}</h2>{body}</section>'


def problem(found: UserProblem, language: Language) -> str:
    """What went wrong and what to do, where the eye already is."""
    return f'<p class="notice refused" role="alert">{escape(found.text[language])}</p>'


# --- what became of a file --------------------------------------------------------------------------------------


def report(made: LoadReport, file: str, organisation: Organisation, language: Language) -> str:
    """One load in words: the outcome, why, what was interpreted, and what to do next."""
    outcome, kind = _outcome(made)
    counted = outcome.format(
        accepted=words.number(made.accepted)[language], refused=words.number(made.refused_rows)[language]
    )
    told = explain.within(counted[language], language, "quarantine")
    parts = [f'<p class="outcome {kind}" role="status"><b>{told}</b></p>']
    shown = () if made.incident else made.reasons  # the outcome has said it, and the report is not to name places
    for title, entries in ((say.WHY, shown), (say.NOTED, made.notes), (say.READ_AS, made.normalised)):
        if entries:
            parts.append(f'<h3 class="kind">{escape(title[language])}</h3>{_reasons(entries, language)}')
    parts.append(f'<h3 class="kind">{escape(say.THEN[language])}</h3>{_next_step(made, organisation, language)}')
    return section(say.REPORT_OF.format(file=file), "".join(parts), language)


def _outcome(made: LoadReport) -> tuple[Text, str]:
    if made.incident:
        return say.INCIDENT, "refused"
    if made.file_refused:
        return say.REFUSED, "refused"
    if made.already_loaded:
        return say.ALREADY, "accepted"
    return (say.PARTLY, "partly") if made.refused_rows else (say.ACCEPTED, "accepted")


def _reasons(entries: Sequence[Reason], language: Language) -> str:
    lines = "".join(f"<li>{rows(each.rows, language)}{escape(each.text[language])}</li>" for each in entries)
    return f'<ul class="lines">{lines}</ul>'


def rows(count: int, language: Language) -> str:
    """How many rows a rule concerns; nothing where it concerns the file as a whole."""
    if not count:
        return ""
    said = say.ONE_ROW if count == 1 else say.ROWS.format(n=words.number(count)[language])
    return f"<b>{escape(said[language])}.</b> "


def _next_step(made: LoadReport, organisation: Organisation, language: Language) -> str:
    if made.file_refused:
        return "" if made.incident else f"<p>{escape(say.THEN_MEND[language])}</p>"
    partly = f"<p>{escape(say.THEN_PARTLY[language])}</p>" if made.refused_rows else ""
    return f"{partly}<p>{escape(say.THEN_RELEASE[language])} {release_command(organisation)}</p>"


def release_command(organisation: Organisation) -> str:
    """What makes a release, as it is typed."""
    return f"<code>samsyn release --organisation {organisation}</code>"


# --- what to do now ---------------------------------------------------------------------------------------------


def next_steps(now: Desk, released: int, organisation: Organisation, today: date, language: Language) -> str:
    """What the steward should do next, the most urgent first.

    In      released  the latest delivery that the newest bundle rests on; 0 where none was made
    """
    new = sum(file.state == "new" for file in now.files)
    refused = sum(file.state in ("refused", "incident") for file in now.files)
    late = [named(due.source, language) for due in now.plan if due.due_on < today]
    newest = max((each.delivery_id for each in now.deliveries), default=0)
    steps = []
    if not now.deliveries and not new:
        steps.append(say.NEXT_FIRST[language])
    if refused:
        steps.append((say.NEXT_MEND_ONE if refused == 1 else say.NEXT_MEND.format(n=refused))[language])
    if new:
        steps.append((say.NEXT_LOAD_ONE if new == 1 else say.NEXT_LOAD.format(n=new))[language])
    if late:
        steps.append(say.NEXT_LATE.format(sources=", ".join(late))[language])
    lines = [f"<li>{escape(step)}</li>" for step in steps]
    if wrong := [each for each in now.deliveries if each.refused]:
        lines.append(f"<li>{_partly(wrong, language)}</li>")
    if newest > released:
        lines.append(f"<li>{escape(say.NEXT_RELEASE[language])} {release_command(organisation)}</li>")
    return f'<ul class="lines">{"".join(lines)}</ul>' if lines else f"<p>{escape(say.NEXT_NOTHING[language])}</p>"


def _partly(wrong: Sequence[Delivery], language: Language) -> str:
    """How many rows are refused in what is in force, of which sources, and the way to why."""
    count = sum(each.refused for each in wrong)
    text = say.NEXT_PARTLY_ONE if count == 1 else say.NEXT_PARTLY
    sources = ", ".join(dict.fromkeys(named(each.source, language) for each in wrong))
    said = text.format(rows=words.number(count), sources=sources)[language]
    way = f"{address('loaded', language)}#{QUARANTINE}"
    return f'{escape(said)} <a href="{escape(way)}">{escape(say.SEE_WHY[language])}</a>'


def there_already(files: Sequence[Waiting], language: Language) -> str:
    """How many files of the inbox are loaded already, and which; nothing where none is."""
    if not files:
        return ""
    said = say.THERE_ALREADY_ONE if len(files) == 1 else say.THERE_ALREADY.format(n=len(files))
    names = "".join(f"<li>{escape(file.path.name)}</li>" for file in files)
    return f'<details class="older"><summary>{escape(said[language])}</summary><ul class="lines">{names}</ul></details>'


# --- what is loaded ---------------------------------------------------------------------------------------------


def _table(title: Text, head: Text, lines: list[tuple[str, list[Cell]]], figures: int, language: Language) -> str:
    return as_html(title[language], head[language].split(";"), lines, figures=figures)


def plan(due: Sequence[Due], today: date, language: Language) -> str:
    """How far every source reaches, and whether the next delivery is late."""
    t = texts(language)
    lines = [
        (
            named(each.source, language),
            [Cell(long_date(t, each.until)), Cell(long_date(t, each.due_on)), _lateness(each, today, language)],
        )
        for each in due
    ]
    note = f'<p class="quiet">{escape(say.PLAN_NOTE.format(days=delivery_plan.DAYS_TO_DELIVER)[language])}</p>'
    return _table(say.PLAN, say.PLAN_HEAD, lines, 0, language) + note


def _lateness(due: Due, today: date, language: Language) -> Cell:
    days = (today - due.due_on).days
    return Cell(say.LATE.format(days=days)[language], "late") if days > 0 else Cell(say.IN_TIME[language])


def deliveries(found: Sequence[Delivery], language: Language) -> str:
    """The deliveries in force; in the zone every count is the true one."""
    t = texts(language)
    lines = [
        (
            named(each.source, language),
            [
                *(Cell(words.number(count)[language]) for count in (each.rows_in, each.accepted, each.refused)),
                Cell(each.period or t.period_all),
                Cell(str(each.version)),
                Cell(long_date(t, each.loaded_at.date())),
            ],
        )
        for each in found
    ]
    return _table(say.DELIVERIES, say.DELIVERIES_HEAD, lines, 3, language)


def quarantine(now: Desk, language: Language) -> str:
    """Refused rows per rule and column, of the deliveries in force and of files that still wait refused."""
    kept = {each.delivery_id for each in now.deliveries}
    kept |= {file.last.sequence for file in now.files if file.state == "refused" and file.last}
    lines = [
        (noted.file, [Cell(words.number(count)[language] if count else say.WHOLE_FILE[language]), Cell(rule[language])])
        for noted in now.log
        if noted.sequence in kept
        for rule, count in noted.reasons
    ]
    if not lines:
        return f'<p class="quiet">{escape(say.NOTHING_REFUSED[language])}</p>'
    intro = f"<p>{explain.within(say.QUARANTINE_TEXT[language], language, 'quarantine')}</p>"
    return intro + _table(say.QUARANTINE, say.QUARANTINE_HEAD, lines, 1, language)


def changes(found: Sequence[Delivery], language: Language) -> str:
    """What corrected deliveries changed against those they replaced, in true counts that never leave the zone."""
    lines = [
        (f"{named(each.source, language)} {each.period}", [Cell(str(each.version)), Cell(said(each.changes)[language])])
        for each in found
        if each.changes
    ]
    if not lines:
        return f'<p class="quiet">{escape(say.NO_CHANGES[language])}</p>'
    return _table(say.CHANGES, say.CHANGES_HEAD, lines, 0, language)


def notes(found: Sequence[Delivery], language: Language) -> str:
    """What the checks found in the deliveries in force though nothing was refused for it."""
    lines = [
        (f"{named(each.source, language)} {each.period}", [Cell(note["text"][language])])
        for each in found
        for note in each.notes
    ]
    if not lines:
        return f'<p class="quiet">{escape(say.NO_NOTES[language])}</p>'
    return _table(say.NOTES, say.NOTES_HEAD, lines, 0, language)


def overrides(found: Sequence[Delivery], language: Language) -> str:
    """Checks a steward let a delivery through, with the reason kept beside it."""
    lines = [
        (f"{named(each.source, language)} {each.period}", [Cell(entry["code"]), Cell(entry["reason"])])
        for each in found
        for entry in each.overrides
    ]
    if not lines:
        return f'<p class="quiet">{escape(say.NO_OVERRIDES[language])}</p>'
    return _table(say.OVERRIDES, say.OVERRIDES_HEAD, lines, 0, language)


def corrections(found: Sequence[Correction], file: str, language: Language) -> str:
    """The known errors that are mended until the source is; the values themselves stay in their file."""
    t = texts(language)
    lines = [
        (
            f"{named(each.source, language)}: {each.column or say.DROPPED[language]}",
            [Cell(long_date(t, each.on)), Cell(each.reason), Cell(say.ROLES[each.reported_by][language])],
        )
        for each in found
    ]
    if not lines:
        return f'<p class="quiet">{escape(say.NO_CORRECTIONS.format(file=file)[language])}</p>'
    return _table(say.CORRECTIONS, say.CORRECTIONS_HEAD, lines, 0, language)


def worklists(made: Worklists, language: Language) -> str:
    """How many things each list holds; their rows are only ever in the zone's own files."""
    lines = [
        (one.title[language], [Cell(_length(one.rows.height if one.rows is not None else None, one.lacks, language))])
        for one in made.lists
    ]
    return _table(say.PAGES["worklists"], say.WORKLISTS_HEAD, lines, 1, language)


def _length(count: int | None, lacks: Sequence[str], language: Language) -> str:
    if count is None:
        return say.LIST_LACKS.format(sources=", ".join(named(one, language) for one in lacks))[language]
    return words.number(count)[language]
