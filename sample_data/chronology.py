"""A real committee's history 1995-2015, as its minutes were coded for a published case study: reference data.

`case_chronology.csv` is that coding, line by line; the titles stay in the language they were coded in.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "case_chronology.csv"
SOURCE = "Coded for Samsyn from a published case study of 98 minuted meetings, 1995-2015 (case_chronology.csv)"


def milestones() -> list[dict[str, Any]]:
    """Every line as a milestone, in the shape `governance.register.load_sample` reads."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [
            {
                "id": row["event_id"],
                "from_year": int(row["year_from"]),
                "to_year": int(row["year_to"]),
                "title": {"sv": row["event"], "en": row["event"]},
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
