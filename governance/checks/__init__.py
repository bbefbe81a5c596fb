"""The rules of the register, each a small function with a name: all run, and all that they find is told.

`ENTERING` are the rules an entry must keep to be written, `LEAVING` those to be cancelled; `STANDING` are what somebody
should see to, run on the whole.
"""

from __future__ import annotations

from governance.checks.entering import ENTERING, LEAVING, problems, problems_of_leaving
from governance.checks.minuting import minutes_of
from governance.checks.standing import STANDING, Finding, Limits, findings
from governance.checks.writing import Known, Writing

__all__ = [
    "ENTERING",
    "LEAVING",
    "STANDING",
    "Finding",
    "Known",
    "Limits",
    "Writing",
    "findings",
    "minutes_of",
    "problems",
    "problems_of_leaving",
]
