"""A real committee's history 1995-2015, as its minutes were coded for a published case study: reference data.

`case_chronology.csv` is that coding, line by line: coded in English, put into Swedish beside it.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "case_chronology.csv"
SOURCE = FILE.name
"""What a milestone says of where it is from; the timeline tells whose coding that is."""


def milestones() -> list[dict[str, Any]]:
    """Every line as a milestone, in the shape `governance.register.load_sample` reads."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [
            {
                "id": row["event_id"],
                "from_year": int(row["year_from"]),
                "to_year": int(row["year_to"]),
                "title": {"sv": row["event_sv"], "en": row["event"]},
                "kind": row["type"],
                "lane": row["dsf_element"],
                "theme": row["theme"],
                "status": row["status"],
                "actor": row["actor"],
                "target_group": row["target_group"],
                "responds_to": row["responds_to"],
                "source": SOURCE,
            }
            for row in csv.DictReader(file)
        ]
