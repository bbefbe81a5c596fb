"""Figures as people write them, in both languages: values, small numbers in words, the four kinds of nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from metrics import periods
from metrics.indicator import PARTS_OF_ONE, Indicator, Organisation, Unit
from metrics.periods import Grain
from metrics.problem import Text
from metrics.series import Flag

SUPPRESSED = Text(sv="skyddad", en="protected")
MISSING = Text(sv="saknas", en="missing")
NOT_APPLICABLE = Text(sv="–", en="–")
NOT_REACHED = Text(sv="ej nådd", en="not reached")
NOTHING: Mapping[Flag, Text] = {
    "suppressed": SUPPRESSED,
    "no_data": MISSING,
    "structural_zero": NOT_APPLICABLE,
    "not_reached": NOT_REACHED,
}
"""How a period without a value is written; a zero is a value, and is written as one."""

ORGANISATION: Mapping[Organisation, Text] = {
    "region": Text(sv="regionen", en="the region"),
    "municipality": Text(sv="kommunen", en="the municipality"),
}

BOTH = Text(sv="båda", en="both")


def of_each(said: Mapping[Organisation, Text], between: Text) -> Text:
    """What is said of each side, with whose it is behind it; once where the same is said of both.

    >>> days, wait = Text(sv="180 dagar", en="180 days"), Text(sv="ännu inte", en="not yet")
    >>> of_each({"region": days, "municipality": wait}, Text(sv=", ", en=", ")).sv
    '180 dagar (regionen), ännu inte (kommunen)'
    >>> of_each({"region": days, "municipality": days}, Text(sv=", ", en=", ")).en
    '180 days (both)'
    """
    parts = [(text, ORGANISATION[side]) for side, text in said.items()]
    if len(parts) > 1 and len(set(said.values())) == 1:
        parts = [(parts[0][0], BOTH)]
    return Text(
        sv=between.sv.join(f"{text.sv} ({side.sv})" for text, side in parts),
        en=between.en.join(f"{text.en} ({side.en})" for text, side in parts),
    )


PERIOD: Mapping[Grain, tuple[Text, Text]] = {
    "month": (Text(sv="månad", en="month"), Text(sv="månader", en="months")),
    "quarter": (Text(sv="kvartal", en="quarter"), Text(sv="kvartal", en="quarters")),
    "half-year": (Text(sv="halvår", en="half-year"), Text(sv="halvår", en="half-years")),
    "year": (Text(sv="år", en="year"), Text(sv="år", en="years")),
}
"""One period and several, in words."""

LATEST_PERIOD: Mapping[Grain, Text] = {
    "month": Text(sv="den senaste månaden", en="the latest month"),
    "quarter": Text(sv="det senaste kvartalet", en="the latest quarter"),
    "half-year": Text(sv="det senaste halvåret", en="the latest half-year"),
    "year": Text(sv="det senaste året", en="the latest year"),
}

_SPACE = "\u00a0"  # a space that does not break: inside a number, and before its unit
_MINUS = "\u2212"
_ALONE = Text(sv="{n}", en="{n}")
_PER_CENT = Text(sv=f"{{n}}{_SPACE}%", en="{n}%")
_KRONOR = Text(sv=f"{{n}}{_SPACE}kr", en=f"SEK{_SPACE}{{n}}")
_WITH_UNIT: Mapping[Unit, tuple[Text, Text]] = {
    "share": (_PER_CENT, _PER_CENT),
    "sek_per_person": (_KRONOR, _KRONOR),
    "days": (
        Text(sv=f"{{n}}{_SPACE}dagar", en=f"{{n}}{_SPACE}days"),
        Text(sv=f"{{n}}{_SPACE}dag", en=f"{{n}}{_SPACE}day"),
    ),
    "months": (
        Text(sv=f"{{n}}{_SPACE}månader", en=f"{{n}}{_SPACE}months"),
        Text(sv=f"{{n}}{_SPACE}månad", en=f"{{n}}{_SPACE}month"),
    ),
    "points": (
        Text(sv=f"{{n}}{_SPACE}procentenheter", en=f"{{n}}{_SPACE}percentage points"),
        Text(sv=f"{{n}}{_SPACE}procentenhet", en=f"{{n}}{_SPACE}percentage point"),
    ),
}
"""A number with its unit, and just one with it; a unit that is not here is read from its column or axis."""
_SMALL_SV = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_SMALL_EN = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def figure(indicator: Indicator, value: float | None, flag: Flag = "ok") -> Text:
    """A value of an indicator as it stands in a table, or the word for why there is none.

    Rule    a value without a value and without a reason is missing, never 0
    """
    if flag != "ok" or value is None:
        return NOTHING.get(flag, MISSING)
    return amount(value, indicator.unit, indicator.decimals)


def amount(value: float, unit: Unit, decimals: int = 0) -> Text:
    """A number with its unit: a share as per cent, money in kronor, time in days; per person it is the number alone.

    >>> amount(0.785, "share").sv.split(), amount(0.785, "share").en
    (['79', '%'], '79%')
    >>> amount(41250, "sek_per_person").sv.split(), amount(41250, "sek_per_person").en.split()
    (['41', '250', 'kr'], ['SEK', '41,250'])
    >>> amount(1, "days").sv.split(), amount(0.18, "points").en.split()
    (['1', 'dag'], ['18', 'percentage', 'points'])
    """
    shown = bare(value, unit, decimals)
    several, one = _WITH_UNIT.get(unit, (_ALONE, _ALONE))
    return (one if shown.en in ("1", f"{_MINUS}1") else several).format(n=shown)


def bare(value: float, unit: Unit, decimals: int = 0) -> Text:
    """The number of an amount where its unit stands beside it.

    >>> bare(0.785, "share").sv, bare(41250, "sek_per_person").en
    ('79', '41,250')
    """
    return number(Decimal(str(value)) * 100 if unit in PARTS_OF_ONE else value, decimals)


def number(value: float | Decimal, decimals: int = 0) -> Text:
    """A number with each language's decimal mark, thousands mark and minus; a half is rounded away from zero.

    >>> number(1234.25, 1).sv.split(), number(1234.25, 1).en, number(-0.04, 1).sv
    (['1', '234,3'], '1,234.3', '0,0')
    """
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    english = f"{abs(rounded):,f}"
    swedish = english.replace(",", _SPACE).replace(".", ",")
    minus = _MINUS if rounded < 0 else ""
    return Text(sv=minus + swedish, en=minus + english)


def in_words(count: int, *, common: bool = False) -> Text:
    """A small number in words, from thirteen in figures; `common` where the Swedish noun takes "en".

    >>> in_words(8), in_words(1, common=True).sv, in_words(13).en
    (Text(sv='åtta', en='eight'), 'en', '13')
    """
    if not 0 <= count < len(_SMALL_SV):
        return number(count)
    return Text(sv="en" if common and count == 1 else _SMALL_SV[count], en=_SMALL_EN[count])


def some_periods(count: int, grain: Grain) -> Text:
    """A number of periods in words: "åtta kvartal", "eight quarters".

    >>> some_periods(1, "month"), some_periods(14, "half-year").en
    (Text(sv='en månad', en='one month'), '14 half-years')
    """
    one, several = PERIOD[grain]
    noun, how_many = one if count == 1 else several, in_words(count, common=grain == "month")
    return Text(sv=f"{how_many.sv} {noun.sv}", en=f"{how_many.en} {noun.en}")


def period(period_start: date, grain: Grain) -> Text:
    """The period as people write it, in both languages.

    >>> period(date(2025, 10, 1), "quarter")
    Text(sv='2025 kv 4', en='2025 Q4')
    """
    return Text(sv=periods.label(period_start, grain, "sv"), en=periods.label(period_start, grain, "en"))


def capitalised(text: Text) -> Text:
    """The text with a capital first letter, the rest untouched."""
    return Text(sv=text.sv[:1].upper() + text.sv[1:], en=text.en[:1].upper() + text.en[1:])


def without_capital_article(name: Text) -> Text:
    """A name as it stands inside a sentence: an English one's article is small."""
    return Text(sv=name.sv, en=f"the {name.en[4:]}" if name.en.startswith("The ") else name.en)


def uncapitalised(name: str) -> str:
    """A name as it stands inside a sentence: its first letter small, abbreviations untouched.

    >>> uncapitalised("Neuropsychiatric (ADHD)")
    'neuropsychiatric (ADHD)'
    """
    return name[:1].lower() + name[1:]


def joined(*texts: Text | None) -> Text:
    """Sentences after each other, with a space between."""
    said = [text for text in texts if text is not None]
    return Text(sv=" ".join(text.sv for text in said), en=" ".join(text.en for text in said))
