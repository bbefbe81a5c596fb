"""What a field of an entry is called where it holds one of a few fixed words: by the field, then by the word kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dashboard.texts import agreements, alignments, bodies, decisions, happenings, members, risks, undertakings
from dashboard.texts import unit_entries as units
from metrics.problem import Text

CODES: Final[Mapping[str, Mapping[str, Text]]] = {
    "organisation": decisions.LANES,
    "owner": decisions.LANES,
    "party": members.PARTIES,
    "severity": risks.SEVERITIES,
    "status": {**decisions.STATUSES, **risks.STATUSES},
    "region": alignments.STATUSES,
    "municipality": alignments.STATUSES,
    "chairs": members.CHAIRS,
    "kind": {
        **undertakings.KINDS,
        **bodies.KINDS,
        **units.CHANGES,
        **agreements.CLAUSE_KIND,
        **alignments.KINDS,
        **members.KINDS,
        **decisions.DECISION_KINDS,
        **happenings.EVENT_KINDS,
        **happenings.EVALUATION_KINDS,
    },
}
