"""What the two sides make alike: how far each has come with every routine, form, guideline and system."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from dashboard.components.history import history
from dashboard.components.page_part import folded
from dashboard.components.register_form import Field, form, text_of
from dashboard.texts import alignments as say
from dashboard.texts import long_date, texts
from dashboard.view import View
from governance.entries import Alignment
from governance.keeping import Held
from metrics.problem import Language, Text


def section(held: tuple[Held[Alignment], ...], view: View) -> str:
    """How many are in use on both sides, the list, and the forms: one for each, and one for another.

    In      held  every one, with its version; those that no longer count are passed over
    """
    language = view.language
    standing = [each for each in held if each.cancelled is None]
    both = sum(each.entry.region == each.entry.municipality == "in_use" for each in standing)
    counts = say.COUNTS.format(n=both, all=len(standing)) if standing else say.NOTHING
    changes = "".join(
        folded(
            say.CHANGE.format(title=each.entry.title),
            _form(each, language) + history(Alignment, each.entry.id, language),
            language,
            place=f"alike-{each.entry.id}",
        )
        for each in standing
    )
    return (
        f'<section id="alike"><h2>{escape(say.TITLE[language])}</h2><p>{escape(say.NOTE[language])}</p>'
        f'<p class="finding">{escape(counts[language])}</p>{_table(standing, view) if standing else ""}'
        f"{changes}{folded(say.ADD, _form(None, language), language, place='alike-add')}</section>"
    )


def _table(held: Sequence[Held[Alignment]], view: View) -> str:
    language, t = view.language, texts(view.language)
    heads = say.HEAD[language].split(";")
    head = "".join(f'<th scope="col" role="columnheader">{escape(each)}</th>' for each in heads)
    rows = []
    for one in (each.entry for each in held):
        note = f'<br><small class="quiet">{escape(one.note[language])}</small>' if one.note else ""
        cells = (
            say.STATUSES[one.region][language],
            say.STATUSES[one.municipality][language],
            long_date(t, one.review_on) if one.review_on else "–",
        )
        drawn = "".join(
            f'<td role="cell" data-label="{escape(label)}">{escape(cell)}</td>'
            for label, cell in zip(heads[1:], cells, strict=True)
        )
        rows.append(
            f'<tr role="row"><th scope="row" role="rowheader">{escape(one.title[language])} '
            f'<small class="quiet">{escape(say.KINDS[one.kind][language])}</small>{note}</th>{drawn}</tr>'
        )
    return (
        f'<table class="moments alike" role="table"><caption class="vh">{escape(say.TITLE[language])}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{"".join(rows)}</tbody></table>'
    )


def _form(held: Held[Alignment] | None, language: Language) -> str:
    one = held.entry if held else None

    def choice(name: str, words: Mapping[str, Text], value: str) -> Field:
        choices = [(each, text[language]) for each, text in words.items()]
        return Field(name=name, label=say.FIELDS[name][language], kind="choice", value=value, choices=choices)

    def label(name: str) -> str:
        return say.FIELDS[name][language]

    day = one.review_on.isoformat() if one and one.review_on else ""
    fields = [
        Field(name="title", label=label("title"), value=one.title[language] if one else "", wide=True),
        choice("kind", say.KINDS, one.kind if one else "routine"),
        choice("region", say.STATUSES, one.region if one else "none"),
        choice("municipality", say.STATUSES, one.municipality if one else "none"),
        Field(name="review_on", label=label("review_on"), kind="date", value=day),
        Field(name="note", label=label("note"), value=text_of(one.note if one else None, language), wide=True),
    ]
    if held is None:
        return form("alignment_add", fields, about="alignment/new", language=language, focus="alike-add")
    own = Field(name="id", kind="hidden", value=held.entry.id)
    return form(
        "alignment_change",
        [own, *fields],
        about=f"alignment/{held.entry.id}",
        language=language,
        seen=held.version,
        focus=f"alike-{held.entry.id}",
    )
