"""The parts of the style guide: every building block of the pages in each of its states, drawn by the pages' code."""

from __future__ import annotations

from html import escape

from dashboard import style_samples as samples
from dashboard import theme
from dashboard.components import badges, explain, icons, indicator_words, register_form, scorecard_table, states
from dashboard.components.data_table import Cell, as_html
from dashboard.components.figures import LOOKS, closed, merged, nothing
from dashboard.components.finding import headline, tally
from dashboard.components.page_part import section
from dashboard.components.register_form import Field, FieldKind
from dashboard.texts import organisation, texts
from dashboard.texts import style_guide as say
from dashboard.texts.sv import Swedish
from dashboard.theme import PALETTE, SPACES, TEXT_SIZES, Colour
from dashboard.view import View
from metrics import words
from metrics.indicator import ORGANISATIONS
from metrics.problem import Language


def both_modes(body: str, language: Language) -> str:
    """The same blocks in light and in dark, beside each other."""
    return '<div class="modes">' + "".join(
        f'<div class="mode {mode}"><h3>{escape(name[language])}</h3>{body}</div>'
        for mode, name in (("light", say.LIGHT), ("dark", say.DARK))
    ) + "</div>"  # fmt: skip


def scales(language: Language) -> str:
    """Colours with their contrast to the ground, sizes of text, and distances."""
    rows = [(name, [_swatch(name, mode, language) for mode in ("light", "dark")]) for name in PALETTE["light"]]
    head = say.COLOURS_HEAD[language].split(";")
    colours = as_html(say.COLOURS[language], head, rows, figures=2, main=2)
    sizes = "".join(
        f'<p style="font-size:var(--text-{name})">{name} · {escape(say.SAMPLE_TEXT[language])}</p>'
        for name in TEXT_SIZES
        if not name.startswith("screen")
    )
    spaces = "".join(f'<p><i class="length" style="width:var(--space-{name})"></i> {name}</p>' for name in SPACES)
    return (
        section(say.COLOURS, f'<div class="palette">{colours}</div>', language)
        + section(say.TYPE, sizes, language)
        + section(say.SPACE, f'<div class="lengths">{spaces}</div>', language)
    )


def _swatch(name: Colour, mode: theme.Mode, language: Language) -> Cell:
    ratio = theme.contrast(PALETTE[mode][name], PALETTE[mode]["paper"])
    drawn = f'<i class="swatch" style="color-scheme:{mode};background:var(--{name.replace("_", "-")})"></i>'
    return Cell(words.number(ratio, 1)[language], mark=drawn)


def marks(language: Language) -> str:
    """Marks of variation, of organisations, and of nothing, in both modes."""
    t = texts(language)
    alone = "".join(f"<span>{icons.pill(kind, t)} {escape(_word(kind, language))}</span>" for kind in icons.MARKS)
    live = "".join(
        f"<span>{drawn}</span>"
        for row in samples.rows()
        for which in ORGANISATIONS
        if (drawn := icons.variation(row.of(which), t, language))
    )
    sides = "".join(icons.side(which, organisation(t, which)) for which in ORGANISATIONS) + icons.side("both", t.both)
    kinds = "".join(f"<span>{nothing(flag, t)}</span>" for flag in LOOKS) + "<span><data>0</data></span>"
    ended = f"<span>{closed(t, samples.CLOSED)}</span><span>{merged(t)}</span>"
    rows = ((say.ALONE, alone), (say.EXPLAINED, live), (say.SIDES, sides), (say.NOTHING, kinds), (say.CLOSED, ended))
    body = "".join(f'<h4>{escape(title[language])}</h4><p class="row">{drawn}</p>' for title, drawn in rows)
    return section(say.MARKS, both_modes(body, language), language)


def _word(kind: str, language: Language) -> str:
    return str(getattr(texts(language), icons.MARKS[kind].word))


def controls(language: Language, view: View) -> str:
    """Filters, links, explained words and buttons; then what a page says when it has something to tell or to lack."""
    t = texts(language)
    choices = [(f"{say.CHOICE[language]} {n}", view.address, n == 1) for n in (1, 2, 3)]
    row = (
        f'<div class="badges">{badges.badge(t.filter_period, "2025")}'
        f"{badges.menu(t.filter_unit, t.filter_all, choices)}</div>"
        f'<p class="row"><a href="{escape(view.address)}">{escape(say.SAMPLE[language])}</a>'
        + explain.term(say.SAMPLE[language].lower(), "synthetic")
        + explain.mark(escape(t.synthetic), "synthetic", looks="synthetic")
        + f'<a class="ref" href="{escape(view.address)}">B-2021-001</a></p>'
    )
    told = (
        states.notice(t.filter_ignored_until)
        + states.notice(
            t.data_awaiting.format(organisation=samples.NAMES["municipality"][language].lower()), kind="awaiting"
        )
        + _lower(states.state(t.nothing_title, t.nothing_text, steps=((t.nothing_try, "samsyn demo"),)))
        + _lower(states.state(t.failed_title, t.failed_text))
    )
    return section(say.BADGES, both_modes(row, language), language) + section(say.NOTICES, told, language)


def _lower(whole: str) -> str:
    """A state that is a page of its own, as a part of one: its heading is none of the page's."""
    return whole.replace('<h1 id="innehall">', '<h3 class="chart-title">').replace("</h1>", "</h3>")


def tables(language: Language, view: View) -> str:
    """Findings, the scorecard with a row for every state, the statements of a measure, and a table of figures."""
    t, rows = texts(language), samples.rows()
    found = headline(rows, language) + tally(rows, language) + headline(rows[2:5], language)
    card = scorecard_table.legend(t) + scorecard_table.scorecard_table(rows, view, say.SCORECARD[language], frozenset())
    stated = "".join(
        indicator_words.statements(row, samples.NAMES, (), language, frozenset()) for row in (rows[0], rows[4])
    )
    cells = [(f"{say.SAMPLE[language]} {n}", [Cell(text, kind)]) for n, (text, kind) in enumerate(_cells(t), start=1)]
    figures = as_html(say.TABLES[language], [say.SAMPLE[language], "n"], cells, figures=1)
    return (
        section(say.FINDINGS, found, language)
        + section(say.SCORECARD, card, language)
        + section(say.STATEMENTS, stated, language)
        + section(say.TABLES, figures, language)
    )


def _cells(t: Swedish) -> list[tuple[str, str]]:
    return [
        ("1 234", "ok"),
        ("0", "ok"),
        (t.suppressed, "suppressed"),
        (t.missing, "no_data"),
        (t.not_reached, "not_reached"),
        (t.not_applicable, "structural_zero"),
    ]


def form(language: Language) -> str:
    """One field of each kind."""
    names = say.FIELDS[language].split(";")
    kinds: tuple[FieldKind, ...] = ("text", "long", "date", "time", "number", "choice", "tick", "many")
    choices = [(str(n), f"{say.CHOICE[language]} {n}") for n in (1, 2, 3)]
    fields = [
        Field(name=f"sample_{kind}", label=name, kind=kind, choices=choices if kind in ("choice", "many") else ())
        for kind, name in zip(kinds, names, strict=True)
    ]
    note = f'<p class="note">{escape(say.FORM_NOTE[language])}</p>'
    drawn = register_form.form("sample", fields, about="style_guide", language=language, label=say.FORMS[language])
    return section(say.FORMS, note + drawn, language)
