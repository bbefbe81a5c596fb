"""The mark of a signal: a shape, a letter and, for those who cannot see either, a word."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Final, Literal

from dashboard.components import explain
from dashboard.texts.sv import Swedish
from metrics.indicator import Organisation
from metrics.problem import Language
from metrics.scorecard import Signal

Kind = Literal["improvement", "concern", "neutral", "common"]


@dataclass(frozen=True)
class Mark:
    """How one kind of variation looks: its colour's name, its shape, and the texts for its letter and word."""

    kind: Kind
    shape: Literal["up", "down", "wave"]
    letter: str
    word: str


MARKS: Final[dict[str, Mark]] = {
    "improvement_high": Mark("improvement", "up", "improvement_letter", "improvement"),
    "improvement_low": Mark("improvement", "down", "improvement_letter", "improvement"),
    "concern_high": Mark("concern", "up", "concern_letter", "concern"),
    "concern_low": Mark("concern", "down", "concern_letter", "concern"),
    "neutral_high": Mark("neutral", "up", "neutral_high_letter", "neutral_high"),
    "neutral_low": Mark("neutral", "down", "neutral_low_letter", "neutral_low"),
    "common_cause": Mark("common", "wave", "", "common_cause"),
}


def variation(signal: Signal, t: Swedish, language: Language) -> str:
    """The pill beside a value, with what it says of it; nothing where there are too few points to say anything.

    Rule    the pill and the chart are read from the same signal, so they cannot differ
    """
    if signal.variation is None:
        return ""
    trial = signal.state == "trial"
    looks = f"pill {MARKS[signal.variation].kind}{' trial' if trial else ''}"
    drawn = _drawn(signal.variation, t, trial=trial)
    return explain.mark(drawn, term_of(signal.variation), looks=looks, says=signal.sentence[language])


def pill(kind: str, t: Swedish) -> str:
    """A pill on its own, as in a legend, where a word beside it says what it is."""
    return f'<span class="pill {MARKS[kind].kind}">{_drawn(kind, t)}</span>'


def term_of(kind: str) -> str:
    """The glossary's term for a kind of variation."""
    return "common_cause" if MARKS[kind].kind == "common" else MARKS[kind].kind


def _drawn(kind: str, t: Swedish, *, trial: bool = False) -> str:
    mark = MARKS[kind]
    letter = str(getattr(t, mark.letter)) if mark.letter else ""
    word = str(getattr(t, mark.word)) + (f" ({t.trial})" if trial else "")
    return (
        f'<i class="shape {mark.shape}"></i>{f"<b aria-hidden=true>{escape(letter)}</b>" if letter else ""}'
        f'<span class="vh">{escape(word)}</span>'
    )


def side(which: Organisation | Literal["both"], text: str, *, name: str = "") -> str:
    """A text behind its organisation's mark: a disc for the region, a square for the municipality.

    In      name  of the organisation, for those who cannot see the mark, where `text` is not the name itself
    """
    said = f'<span class="vh">{escape(name)} </span>' if name else ""
    return f'<span class="side {which}"><i class="dot"></i>{said}{escape(text)}</span>'
