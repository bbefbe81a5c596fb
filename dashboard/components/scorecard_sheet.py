"""The scorecard as rows of a file: one line per measure, numbers as numbers, nothing that the page does not show."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.components.data_table import Sheet, Value
from dashboard.components.icons import MARKS
from dashboard.components.scorecard_table import latest_day, value_at
from dashboard.data import Merged
from dashboard.texts import perspective, texts
from dashboard.texts.sv import Swedish
from metrics import periods, words
from metrics.problem import Language
from metrics.scorecard import Row, Signal


def scorecard_sheet(rows: Sequence[Row], language: Language, small: Merged) -> Sheet:
    """The scorecard to take away; shares as 0-1, and in a column of its own why a value is not there.

    In      small  where the unit or target group of the rows is counted among the others
    """
    t = texts(language)
    head = (
        t.sheet_id, t.sheet_perspective, t.column_measure, t.sheet_unit, t.filter_period,
        *(f"{name}: {part}" for name in (t.region, t.municipality) for part in (
            t.sheet_value, t.sheet_without, t.sheet_variation, t.sheet_target, t.sheet_decision
        )),
        t.both, t.column_partner,
    )  # fmt: skip
    return Sheet(name=t.page_scorecard, head=head, rows=tuple(_line(row, t, language, small) for row in rows))


def _line(row: Row, t: Swedish, language: Language, small: Merged) -> tuple[Value, ...]:
    indicator, day = row.indicator, latest_day(row)
    both = None if row.both is None else value_at(row.both, indicator, day)[0]
    return (
        indicator.id,
        perspective(t, indicator.perspective),
        indicator.name[language],
        indicator.unit_text[language],
        periods.label(day, row.region.series.grain, language) if day else None,
        *_side(row, row.region, t, language, small),
        *_side(row, row.municipality, t, language, small),
        both,
        row.partner.name[language],
    )


def _side(row: Row, signal: Signal, t: Swedish, language: Language, small: Merged) -> tuple[Value, ...]:
    value, flag = value_at(signal.series, row.indicator, latest_day(row))
    why = words.NOTHING.get(flag, words.MISSING)[language]
    if (row.indicator.id, signal.series.organisation) in small:
        why = t.merged
    mark = MARKS[signal.variation] if signal.variation else None
    return (
        value,
        why if value is None else None,
        str(getattr(t, mark.word)) if mark else None,
        signal.level,
        signal.target.decision_id if signal.target else None,
    )
