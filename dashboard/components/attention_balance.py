"""What the committee talks of beside where the signals are: each perspective's part of both, to look at and to take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from html import escape
from typing import Any

from dashboard import data
from dashboard.components.chart_guide import guide, lines
from dashboard.components.chart_image import framed
from dashboard.components.data_table import Sheet, Value
from dashboard.components.finding import figures_shown, signals
from dashboard.components.row_chart import together
from dashboard.components.square_chart import SHADES, Square, drawing
from dashboard.components.take_away import take_away
from dashboard.texts import long_date, perspective, texts
from dashboard.texts import overview as say
from dashboard.texts.sv import Swedish
from dashboard.view import View
from governance.entries import Contents
from governance.source import matters
from metrics import words
from metrics.attention import Balance, Grounds, Matter, balance, evidence
from metrics.indicator import PERSPECTIVES, Perspective
from metrics.problem import Language
from metrics.scorecard import Row

YEAR = timedelta(days=365)
TENTHS = 10
"""How many boxes a share is drawn in."""


def attention(contents: Contents, rows: Sequence[Row], view: View) -> str:
    """The finding, and each perspective's share of what was taken up beside its share of the signals."""
    language, t = view.language, texts(view.language)
    found, last = _found(contents, rows), _last(contents)
    year = say.ATTENTION_YEAR[language].format(day=long_date(t, last))
    decided = [each for each in contents.decisions if last - YEAR < each.decided_on <= last]
    grounds = [Grounds(each.id, tuple(one.indicator_id for one in each.evidence)) for each in decided]
    first, _, rest = found.sentence[language].partition(". ")
    return (
        f'<h3 class="chart-title">{escape(first.rstrip("."))}</h3>'
        f"<p>{escape(rest)} {escape(evidence(grounds).sentence[language])}</p>"
        + f'<div class="narrow">{_table(found, rows, language)}</div>'
        + f'<p class="note">{escape(year)}</p>{guide("attention", language)}'
    )


def take_attention(contents: Contents, rows: Sequence[Row], view: View) -> None:
    """The shares and their picture to take away."""
    language, found = view.language, _found(contents, rows)
    t, heads = texts(language), [say.TALK[language], say.SIGNALS[language]]
    shares = [(perspective(t, each.perspective), (each.discussed, each.signals)) for each in found.rows]
    values: list[tuple[Value, ...]] = [(name, *both) for name, both in shares]

    def image() -> dict[str, Any]:
        squares = [
            Square(row=name, column=head, text=_amount(part, language), step=sum((part or 0) >= one for one in SHADES))
            for name, both in shares
            for head, part in zip(heads, both, strict=True)
        ]
        panel = drawing(say.ATTENTION[language], [name for name, _ in shares], heads, squares, "joint")
        title, below = found.sentence[language].partition(". ")[0], _below(contents, t, language)
        return framed(together([panel], language), title, below, lines("attention", language))

    take_away(
        lambda: Sheet(say.ATTENTION_FILE[language], (say.PERSPECTIVE[language], *heads), tuple(values)),
        f"{say.ATTENTION_FILE[language]}_{_last(contents)}",
        view,
        image,
        part="_attention",
    )


def _below(contents: Contents, t: Swedish, language: Language) -> str:
    said, shown = say.ATTENTION_YEAR[language].format(day=long_date(t, _last(contents))), data.release()
    return f"{said} · {t.synthetic}" if shown and shown.manifest["committee"]["synthetic"] else said


def _last(contents: Contents) -> date:
    """The day of the last meeting held, which the twelve months end with."""
    return max((each.held_on for each in contents.meetings if each.status == "held"), default=data.today())


def _found(contents: Contents, rows: Sequence[Row]) -> Balance:
    return balance(_matters(contents, rows), rows, _last(contents))


def _matters(contents: Contents, rows: Iterable[Row]) -> tuple[Matter, ...]:
    """What was taken up, by perspective: the item's own, else those of the measures it is about."""
    of = {row.indicator.id: row.indicator.perspective for row in rows}
    named: dict[object, Perspective] = {each: each for each in PERSPECTIVES}
    found = []
    for row in matters(contents):
        about, day = row["indicators"], row["on"]
        own = named.get(row["perspective"])
        if isinstance(day, date) and isinstance(about, tuple):
            every = [own] if own else [of[each] for each in about if each in of]
            found.append(Matter(day, frozenset(every)))
    return tuple(found)


def _table(found: Balance, rows: Sequence[Row], language: Language) -> str:
    t, every = texts(language), signals(rows)
    head = "".join(
        f'<th scope="col" class="{kind}">{escape(text[language])}</th>'
        for text, kind in ((say.PERSPECTIVE, ""), (say.TALK, "count"), (say.SIGNALS, "count"))
    )
    body = ""
    for share in found.rows:
        figures = figures_shown([row for row in rows if row.indicator.perspective == share.perspective])
        own = sum(each.indicator.perspective == share.perspective for each in every)
        count = say.OF[language].format(signals=own, figures=len(every)) if figures else t.balance_none
        body += (
            f'<tr><th scope="row">{escape(perspective(t, share.perspective))}</th>'
            f'<td class="count">{_bar(share.discussed)}{_share(share.discussed, language)}</td>'
            f'<td class="count">{_bar(share.signals)}{_share(share.signals, language)} '
            f"<small>{escape(count)}</small></td></tr>"
        )
    caption = f'<caption class="vh">{escape(say.ATTENTION_CAPTION[language])}</caption>'
    return f'<table class="balance attention">{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _share(part: float | None, language: Language) -> str:
    return f"<b>{escape(_amount(part, language))}</b>"


def _amount(part: float | None, language: Language) -> str:
    return (words.MISSING if part is None else words.amount(part, "share"))[language]


def _bar(part: float | None) -> str:
    """A share as tenths; drawn only, since the number stands beside it."""
    full = round(TENTHS * (part or 0))
    ticks = ['<i class="tick signal"></i>'] * full + ['<i class="tick"></i>'] * (TENTHS - full)
    return f'<span class="ticks" aria-hidden="true">{"".join(ticks)}</span>'
