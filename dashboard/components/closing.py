"""How what the register holds comes to its end: a last day with a reason, or cancelled with one, and never deleted."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from dashboard.components import states
from dashboard.components.page_part import folded
from dashboard.components.register_form import Field, form
from dashboard.texts import closing as say
from dashboard.texts import register as register_say
from governance.entries import AnyEntry, Body, Undertaking, id_of
from governance.keeping import Held
from governance.model.tables import name_of
from metrics.problem import Language, Text


def end(held: Held[Body] | Held[Undertaking], language: Language) -> str:
    """The form that gives an entry its last day, or moves or takes back the one it has, folded."""
    day = held.entry.to_on
    title, submit, why = (
        (say.CHANGE_END, register_say.SAVE, say.WHY_CHANGE_END) if day else (say.END, say.END, say.WHY_END)
    )
    stands, note = (day.isoformat(), say.NO_LAST_DAY[language]) if day else ("", "")
    fields = [
        Field(name="to_on", label=say.LAST_DAY[language], kind="date", value=stands, note=note),
        Field(name="why", label=why[language], wide=True),
    ]
    return folded(title, _form("entry_end", submit, fields, held, language), language)


def cancel(
    held: Held[AnyEntry],
    language: Language,
    *,
    focus: str = "",
    write: str = "entry_cancel",
    note: Text = say.CANCEL_NOTE,
) -> str:
    """The form that cancels an entry, folded.

    In      focus  id of where the writer goes on, where the form is gone once the entry is cancelled
            write  its name, where more than the entry is written
            note   what to know before one cancels
    """
    why = Field(name="why", label=say.WHY_CANCEL[language], note=note[language], wide=True)
    return folded(say.CANCEL, _form(write, say.CANCEL, [why], held, language, focus), language)


def _form(write: str, submit: Text, fields: list[Field], held: Held[Any], language: Language, focus: str = "") -> str:
    kind, own = name_of(type(held.entry)), id_of(held.entry)
    hidden = [Field(name="of", kind="hidden", value=kind), Field(name="id", kind="hidden", value=own)]
    return form(
        write,
        [*hidden, *fields],
        about=f"{kind}/{own}",
        language=language,
        seen=held.version,
        submit=submit[language],
        focus=focus,
    )


def notice(held: Held[AnyEntry], language: Language) -> str:
    """That an entry no longer counts, and why; nothing where it does."""
    return states.notice(say.CANCELLED.format(why=held.cancelled)[language]) if held.cancelled else ""


def cancelled(found: Iterable[tuple[str, Held[Any]]], language: Language) -> str:
    """Those that no longer count, each with its reason, folded.

    In      found  what each is called, as HTML, and the entry
    """
    lines = [f"<li>{name}<p>{escape(held.cancelled[language])}</p></li>" for name, held in found if held.cancelled]
    said = say.CANCELLED_ONES.format(n=len(lines))
    return folded(said, f'<ul class="lines">{"".join(lines)}</ul>', language) if lines else ""
