"""A form that writes in the register: fields with labels, drafts kept in the browser, and who one writes as.

The form is HTML of our own; `static/register.js` sends it to `dashboard.register_desk`, keeps what is typed until it is
saved, and shows what is wrong beside its field.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Final, Literal

from dashboard import data, register_desk
from dashboard.components import states
from dashboard.texts import register as say
from dashboard.view import View
from governance.entries import Contents
from metrics.problem import Language, Text

FieldKind = Literal["text", "long", "date", "time", "number", "choice", "tick", "many", "file", "hidden"]
_INPUTS: Final[Mapping[str, str]] = {"text": "text", "date": "date", "time": "time", "number": "number"}


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of a form.

    In      name     as the entry's field is named: problems and conflicts are told by it
            value    what stands there from the beginning; of `many`, the ticked ones, one a line
            choices  value and words of each, for a choice or for many ticks; a tick's first line stands out; of a file
                     the endings it may have
            least, most  of a number
            wide     takes the whole width; long texts always do
            fold     heading of the fold it stands in; those after one another with the same stand together
    """

    name: str
    label: str = ""
    kind: FieldKind = "text"
    value: str = ""
    note: str = ""
    choices: Sequence[tuple[str, str]] = ()
    rows: int = 3
    least: int = 0
    most: int = 10_000
    wide: bool = False
    fold: str = ""


def form(
    write: str,
    fields: Sequence[Field],
    *,
    about: str,
    language: Language,
    seen: int = 0,
    submit: str = "",
    focus: str = "",
    label: str = "",
    kind: str = "",
) -> str:
    """A form as HTML.

    In      write   its name in `register_desk.WRITES`
            about   what it is about, "meeting/M-2026-1": drafts are kept by it, so no two forms of a page share it
            seen    the version shown, of a change
            submit  the words of its button; "" for "Save"
            focus   the id of the element to go to once it is saved; "" stays at the form
            label   its name for who listens, where no heading stands over it
            kind    "inline" for a row of few fields, "plain" for a button alone, "quiet" for one that is seldom used
    """
    key = f"{write}/{about}"
    drawn = "".join(_folded(fold, "".join(_field(each, key) for each in own)) for fold, own in _by_fold(fields))
    named = f' aria-label="{escape(label)}"' if label else ""
    to = f' data-focus="{escape(focus)}"' if focus else ""
    return (
        f'<form class="register {kind}" data-write="{escape(write)}" data-key="{escape(key)}" data-seen="{seen}"'
        f"{named}{to} novalidate>{drawn}"
        f'<div class="send"><button type="submit">{escape(submit or say.SAVE[language])}</button>'
        '<span class="state"></span></div></form>'
    )


def _by_fold(fields: Sequence[Field]) -> Iterator[tuple[str, Iterator[Field]]]:
    return groupby(fields, key=lambda each: each.fold)


def _folded(fold: str, drawn: str) -> str:
    head = f"<summary>{escape(fold)}</summary>"
    return f'<details class="fold wide">{head}<div>{drawn}</div></details>' if fold else drawn


def button(
    write: str,
    label: str,
    *,
    about: str,
    language: Language,
    seen: int = 0,
    values: Mapping[str, str] | None = None,
    focus: str = "",
    described: str = "",
) -> str:
    """One button that writes: a form without anything to fill in.

    In      described  more words for who listens, where the button's own do not say what it is about
    """
    hidden = [Field(name=name, kind="hidden", value=value) for name, value in (values or {}).items()]
    whole = form(write, hidden, about=about, language=language, seen=seen, submit=label, focus=focus, kind="plain")
    return whole.replace("</button>", f'<span class="vh"> {escape(described)}</span></button>') if described else whole


def writing(view: View) -> str:
    """Who the reader writes as, or that nothing can be written: once on each page with a form, above the first."""
    language, contents = view.language, data.register_entries()
    words = {name: text[language] for name, text in say.IN_BROWSER.items()}
    chosen = register_desk.acting(view)
    groups = "".join(
        f'<optgroup label="{escape(said[language])}">{_seats(contents, party, chosen, language)}</optgroup>'
        for party, said in say.PARTIES.items()
    )
    who = (
        f'<label for="acting">{escape(say.AS[language])}</label> <select id="acting">'
        f'<option value="">{escape(say.AS_NOBODY[language])}</option>{groups}</select> '
        f'<span class="quiet">{escape(say.AS_NOTE[language])}</span>'
    )
    closed = "" if data.register_writable() else " closed"
    return (
        f'<div class="writing{closed}" data-state="{data.register_state()}" '
        f'data-words="{escape(json.dumps(words, ensure_ascii=False))}">'
        f"{states.notice(say.READ_ONLY[language]) if closed else who}</div>"
    )


def text_of(text: Text | None, language: Language) -> str:
    """What a field shows of a text that may not be there."""
    return "" if text is None else text[language]


def _seats(contents: Contents, party: str, chosen: str, language: Language) -> str:
    return "".join(
        f'<option value="{escape(seat.id)}"{" selected" if seat.id == chosen else ""}>'
        f"{escape(seat.title[language])}</option>"
        for seat in register_desk.seats(contents, data.today())
        if seat.party == party
    )


def _field(field: Field, key: str) -> str:
    """A field with its label, what to know about it, and a place for what is wrong with it."""
    name, place = escape(field.name), escape(f"f-{key}-{field.name}".replace("/", "-").replace(" ", "-"))
    own = f'data-field="{name}"'
    if field.kind == "hidden":
        return f'<input type="hidden" {own} value="{escape(field.value)}">'
    label = escape(field.label)
    if field.kind == "many":
        ticks = f"<legend>{label}</legend>{_ticks(field, own)}{_below(field, place)}"
        return f'<fieldset class="field wide">{ticks}</fieldset>'
    if field.kind == "tick":
        ticked = " checked" if field.value == "yes" else ""
        return (
            f'<div class="field tick"><label><input type="checkbox" id="{place}" {own} value="yes"{ticked}> '
            f"{label}</label>{_below(field, place)}</div>"
        )
    told = f'id="{place}" {own} aria-describedby="{place}-told"'
    if field.kind == "long":
        drawn = f'<textarea {told} rows="{field.rows}">{escape(field.value)}</textarea>'
    elif field.kind == "choice":
        drawn = f"<select {told}>{_options(field)}</select>"
    elif field.kind == "file":
        drawn = f'<input type="file" {told} accept="{escape(",".join(value for value, _ in field.choices))}">'
    else:
        bounds = f' min="{field.least}" max="{field.most}"' if field.kind == "number" else ""
        drawn = f'<input type="{_INPUTS[field.kind]}" {told} value="{escape(field.value)}"{bounds} autocomplete="off">'
    wide = " wide" if field.wide or field.kind == "long" else ""
    whole = f'<label for="{place}">{label}</label>{drawn}{_below(field, place)}'
    return f'<div class="field of-{field.kind}{wide}">{whole}</div>'


def _below(field: Field, place: str) -> str:
    note = f'<span class="note">{escape(field.note)}</span>' if field.note else ""
    return f'<p class="told" id="{place}-told">{note}<span class="wrong"></span></p>'


def _options(field: Field) -> str:
    return "".join(
        f'<option value="{escape(value)}"{" selected" if value == field.value else ""}>{escape(words)}</option>'
        for value, words in field.choices
    )


def _ticks(field: Field, own: str) -> str:
    ticked = field.value.split("\n")
    return "".join(
        f'<label><input type="checkbox" {own} data-many="1" value="{escape(value)}"'
        f"{' checked' if value in ticked else ''}> {_lines(words)}</label>"
        for value, words in field.choices
    )


def _lines(words: str) -> str:
    first, _, rest = words.partition("\n")
    return f"<span><b>{escape(first)}</b><br>{escape(rest)}</span>" if rest else escape(first)
