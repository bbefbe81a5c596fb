"""The rules of the register, each a small function with a name: all run, and all that they find is told.

`ENTERING` are the rules an entry must keep to be written; `STANDING` are what somebody should see to, run on the whole.
"""

from __future__ import annotations

from governance.checks.entering import ENTERING, problems
from governance.checks.standing import STANDING, Finding, Limits, findings
from governance.checks.writing import Known, Writing

__all__ = ["ENTERING", "STANDING", "Finding", "Known", "Limits", "Writing", "findings", "problems"]
