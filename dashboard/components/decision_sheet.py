"""Every decision and action as rows of a file, with what was expected and what the figure did."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.components.data_table import Sheet, Value
from dashboard.components.effect_reviews import Reviewed
from dashboard.components.history import seat_name
from dashboard.texts import decisions as say
from governance.entries import Contents
from metrics.problem import Language


def sheet(contents: Contents, reviewed: Sequence[Reviewed], language: Language) -> Sheet:
    """Decisions in date order, then actions in the order they are due."""
    tested = {each.action.id: each for each in reviewed}
    rows: list[tuple[Value, ...]] = [
        (
            say.KINDS["decision"][language],
            each.id,
            each.decided_on,
            each.title[language],
            *([None] * 10),
        )
        for each in contents.decisions
    ]
    for action in contents.actions:
        outcome = tested.get(action.id)
        rows.append(
            (
                say.KINDS["action"][language],
                action.id,
                action.opened_on,
                action.title[language],
                say.LANES[action.organisation][language],
                seat_name(action.owner, language) if action.owner else None,
                action.due_on,
                action.closed_on,
                say.STATUSES[action.status][language],
                action.decision_id,
                action.expects_indicator,
                say.DIRECTIONS[action.expects_direction][language] if action.expects_direction else None,
                action.expects_on,
                say.OUTCOMES[outcome.outcome][language] if outcome else None,
            )
        )
    return Sheet(say.FILE[language], tuple(say.SHEET[language].split(";")), tuple(rows))
