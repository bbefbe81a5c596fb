"""Twenty editors at once: nothing is lost, and who was not first is told."""

from __future__ import annotations

from governance import audit
from governance.entries import AgendaItem
from governance.register import Register
from tests.registers import edit_together

EDITORS, CHANGES = 20, 15


def test_no_change_of_twenty_editors_is_lost(empty: Register) -> None:
    told = edit_together(empty, EDITORS, CHANGES)
    assert sum(item.minutes for item in empty.list(AgendaItem)) == EDITORS * CHANGES
    assert told > 0
    verdict = audit.verify(empty)
    assert (verdict.links, verdict.faults) == (1 + 10 + EDITORS * CHANGES, ())
