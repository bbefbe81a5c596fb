"""The words of the product: a text in both languages, and the one error a user is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

Language = Literal["sv", "en"]

MONTHS: Final[Mapping[Language, tuple[str, ...]]] = {
    "sv": (
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Text:
    """One text in both languages of the interface.

    Rule    Swedish first: it is the language the committee works in.
    >>> Text(sv="Plan", en="Plan")["sv"]
    'Plan'
    """

    sv: str
    en: str

    def __getitem__(self, language: Language) -> str:
        """The text in `language`."""
        return self.sv if language == "sv" else self.en

    def format(self, **values: object) -> Text:
        """The same text with its {placeholders} filled in, in both languages; a value may be a text itself, or a day.

        >>> Text(sv="Mål: {what}", en="Target: {what}").format(what=Text(sv="ett kvartal", en="one quarter")).en
        'Target: one quarter'
        >>> Text(sv="Gick ut {day}.", en="Ended on {day}.").format(day=date(2026, 2, 8)).sv
        'Gick ut 8 februari 2026.'
        """

        def of(language: Language) -> dict[str, object]:
            return {name: _said(value, language) for name, value in values.items()}

        return Text(sv=self.sv.format(**of("sv")), en=self.en.format(**of("en")))


def long_date(day: date, language: Language) -> str:
    """A day as people write it.

    >>> long_date(date(2026, 1, 14), "sv"), long_date(date(2026, 1, 14), "en")
    ('14 januari 2026', '14 January 2026')
    """
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def _said(value: object, language: Language) -> object:
    if isinstance(value, date):
        return long_date(value, language)
    return value[language] if isinstance(value, Text) else value


class UserProblem(Exception):  # noqa: N818  it is shown as a problem to mend, not as an error of ours
    """What went wrong, what is allowed and what to do: shown to the user without a traceback.

    Rule    never carries a person, an identity number or the value of a sensitive column
    In      code       short stable name, e.g. "columns_missing"; tests and reports count by it
            text       the message in both languages
            exit_code  what the command line ends with (see `samsyn --help`)
    """

    def __init__(self, code: str, text: Text, *, exit_code: int = 4) -> None:
        """A problem with a stable code, words in both languages and an exit code."""
        super().__init__(f"{code}: {text.en}")
        self.code = code
        self.text = text
        self.exit_code = exit_code

    def __reduce__(self) -> tuple[Callable[..., UserProblem], tuple[Any, ...]]:
        """Let a problem travel whole from a child process."""
        return _made, (self.code, self.text, self.exit_code)


def _made(code: str, text: Text, exit_code: int) -> UserProblem:
    return UserProblem(code, text, exit_code=exit_code)
