"""A proposed profile on the page: what was seen, the first rows as they would be read, and what a person decides."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from html import escape
from pathlib import Path

import streamlit as st

from dashboard.texts import zone as say
from dashboard.zone import told
from metrics import words
from metrics.problem import Language, UserProblem
from pipelines import preview, profile
from pipelines.contract import Source
from pipelines.profile import allowed_codes
from pipelines.proposal import Decided, Proposal
from pipelines.sources import SOURCES

LEFT_OUT, UNDECIDED = "-", ""
CodeLists = Mapping[str, tuple[str, ...]]


def seen(proposed: Proposal, language: Language) -> str:
    """How the file is written, and what is left to decide."""
    layout, keys = proposed.layout, tomllib.loads(proposed.toml.en)
    separator = say.TAB[language] if layout.separator == "\t" else layout.separator
    lines = {
        "source": told.named(proposed.source, language),
        "format": layout.format,
        **({"encoding": layout.encoding, "separator": separator} if layout.format == "csv" else {}),
        **({"sheet": layout.sheet} if layout.sheet else {}),
        "header": str(layout.title_rows + 1),
        "totals": ", ".join(layout.total_rows) or say.NO_TOTALS[language],
        "rows": words.number(proposed.rows)[language],
        "decimal": keys["decimal"],
        "dates": _date_as_people_write_it(keys["date_format"], language),
        "nulls": "; ".join(
            say.NULLS[reason].format(marks=", ".join(mark or say.EMPTY_CELL[language] for mark in marks))[language]
            for reason, marks in keys["nulls"].items()
            if marks
        ),
    }  # fmt: skip
    listed = "".join(
        f"<dt>{escape(say.SEEN[key][language])}</dt><dd>{escape(text)}</dd>" for key, text in lines.items()
    )
    return (
        f'<p>{escape(say.PROPOSED_TEXT[language])}</p><dl class="lineage">{listed}</dl>{_undecided(proposed, language)}'
    )


def _date_as_people_write_it(date_format: str, language: Language) -> str:
    year = "ÅÅÅÅ" if language == "sv" else "YYYY"
    return date_format.replace("%Y", year).replace("%m", "MM").replace("%d", "DD")


def _undecided(proposed: Proposal, language: Language) -> str:
    source, left = SOURCES[proposed.source], []
    if proposed.missing:
        meant = ", ".join(_short(source, column, language) for column in proposed.missing)
        left.append(say.LACKS.format(names=meant)[language])
    if proposed.unmapped:
        left.append(say.UNMAPPED.format(names=", ".join(proposed.unmapped))[language])
    for column, codes in proposed.unknown.items():
        meant = _short(source, column, language)
        left.append(say.UNKNOWN_CODES.format(column=meant, codes=", ".join(codes))[language])
    if not left:
        return f'<p class="notice">{escape(say.ALL_DECIDED[language])}</p>'
    lines = "".join(f"<li>{escape(text)}</li>" for text in left)
    return f'<h3 class="kind">{escape(say.UNDECIDED[language])}</h3><ul class="lines">{lines}</ul>'


def first_rows(proposed: Proposal, language: Language) -> str:
    """Ten rows in the contract's words, whom they are about masked; the table scrolls inside its own frame."""
    read, source = proposed.read, SOURCES[proposed.source]
    if read.is_empty():
        return ""
    heads = "".join(f'<th scope="col">{escape(_short(source, name, language))}</th>' for name in read.columns)
    said = {"": "–", "true": say.YES[language], "false": say.NO[language]}
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(said.get(value, value))}</td>" for value in row) + "</tr>"
        for row in read.iter_rows()
    )
    label = escape(say.TEN_ROWS[language])
    return (
        f'<h3 class="kind">{label}</h3><div class="table-frame" role="region" aria-label="{label}" tabindex="0">'
        f'<table class="figures as-read"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
        f'<p class="quiet">{escape(say.TEN_ROWS_NOTE[language])}</p>'
    )


def decide(proposed: Proposal, lists: CodeLists, language: Language) -> Decided | None:
    """A choice for every column of the file and every code nobody knows; what was decided, once it is sent in."""
    source = SOURCES[proposed.source]
    meant = {name: column for column, name in proposed.mapped.items()}
    offered = {UNDECIDED: say.NOT_DECIDED[language], LEFT_OUT: say.LEFT_OUT[language]} | _columns(source, language)
    columns: dict[str, str] = {}
    ignored: list[str] = []
    codes: dict[str, dict[str, str]] = {}
    is_open = bool(proposed.unmapped or proposed.missing or proposed.unknown)
    form = st.expander(say.MAP[language], expanded=is_open).form(f"map {proposed.file}", border=False)
    with form, st.container(key="map_choices"):
        st.html(f"<p>{escape(say.MAP_TEXT[language])}</p>")
        spread = _spread(proposed)
        for name in [each for each in proposed.columns if each not in spread]:
            now = meant.get(name, UNDECIDED if name in proposed.unmapped else LEFT_OUT)
            chosen = _choice(say.COLUMN_IS.format(name=name)[language], offered, now, f"column {name}")
            if chosen == LEFT_OUT:
                ignored.append(name)
            elif chosen:
                columns[chosen] = name
        for column, unknown in proposed.unknown.items():
            known = {"": say.NOT_DECIDED[language]}
            known |= {code: code for code in allowed_codes(source, column, lists) or ()}
            for code in unknown:
                label = say.CODE_IS.format(code=code, column=_short(source, column, language))[language]
                if to := _choice(label, known, UNDECIDED, f"code {column} {code}"):
                    codes.setdefault(column, {})[code] = to
        if not st.form_submit_button(say.SHOW_AGAIN[language]):
            return None
    ordered = {column: columns[column] for column in source.columns if column in columns}
    return Decided(columns=ordered, ignored=tuple(ignored), codes=codes)


def _columns(source: Source, language: Language) -> dict[str, str]:
    """What a file's column can be, in words; those that must be there say so."""
    named = {}
    for column, kind in source.columns.items():
        meaning = _short(source, column, language)
        if not source.about(column).reason_of:
            named[column] = meaning if kind.nullable else say.MUST[language].format(meaning=meaning)
    return named


def _short(source: Source, column: str, language: Language) -> str:
    """What a column of the contract means, without what it may hold."""
    return source.about(column).meaning[language].partition(":")[0]


def _spread(proposed: Proposal) -> tuple[str, ...]:
    """Columns that hold one value each of the same thing: recognised as a whole, and changed in the text."""
    keys = tomllib.loads(proposed.toml.en)
    return tuple(keys.get("unpivot", {}).get("columns", ()))


def _choice(label: str, offered: Mapping[str, str], now: str, key: str) -> str:
    options = list(offered)
    at = options.index(now) if now in options else 0
    return str(st.selectbox(label, options, index=at, format_func=lambda one: offered[one], key=key))


def save(proposed: Proposal, file: Path, sources: Path, lists: CodeLists, language: Language) -> str | None:
    """The profile as text, to be changed and saved; the name of the saved one, once it has read the file.

    Rule    a profile that cannot read the file it was made for is told of, and stays unconfirmed
    """
    with st.expander(say.AS_TEXT[language]):
        # A new proposal is a new text: a field keeps what was written in it for as long as it has the same key.
        key = f"text {file.name} {hashlib.sha256(proposed.toml.en.encode()).hexdigest()}"
        text = st.text_area(say.AS_TEXT_NOTE[language], proposed.toml[language], height=360, key=key)
    if not st.button(say.SAVE[language], type="primary", key=f"save {file.name}"):
        return None
    try:
        profile.parse(text, file.name, lists)
        saved = preview.save(sources, text, file)
        preview.confirm(sources, saved.stem, file, lists, anyway=True)  # what is left is told above
    except UserProblem as problem:
        st.html(told.problem(problem, language))
        return None
    return saved.stem
