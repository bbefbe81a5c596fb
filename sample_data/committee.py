"""The made-up committee's own work: ten years of meetings, minutes, decisions and actions around the stories.

What is told by hand lies in `register/`; the rest (who came, what was followed up when) is drawn with a fixed seed.
`python -m sample_data.committee` writes `register.json`, the file the demonstration loads.
"""

from __future__ import annotations

import csv
import json
import tomllib
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from pydantic import TypeAdapter

from governance.entries import Contents
from governance.minutes import fingerprint, proceedings_in
from sample_data.chronology import milestones
from sample_data.cycles import cycles
from sample_data.draws import stream
from sample_data.promises import LAST_DAY, Rows, actions, effect_reviews, words

HERE = Path(__file__).parent
SEED = 20161995
LEFT_TO_THE_MUNICIPALITY = {"owner": "municipality", "region_leader": None}
"""The west centre since the region left it on 2022-06-30."""
NEXT = date(2026, 2, 17)
"""The meeting that is planned when the data end."""

CONSEQUENCES = {
    "region": ("Ryms inom verksamhetens ram.", "Fits within the service's budget."),
    "municipality": ("Kräver en ändrad rutin på enheterna.", "Needs a changed routine in the units."),
    "users": ("Samma besked från båda sidor.", "The same answer from both sides."),
}
MANDATES = {
    "region": ("Verksamhetschefens delegation", "The head of psychiatry's delegation"),
    "municipality": ("Socialnämndens delegation", "The social board's delegation"),
}
CARRIED_OUT = ("Genomfört på enheterna.", "Carried out in the units.")
OUTCOMES = {
    ("B-2024-008", "region"): (
        "Två av fyra tjänster är tillsatta. Rekryteringen fortsätter.",
        "Two of four posts are filled. Recruitment goes on.",
    ),
    ("B-2024-008", "municipality"): (
        "Inget att genomföra: kommunens samordnare är på plats.",
        "Nothing to carry out: the municipality's coordinators are in place.",
    ),
}
"""What a side accounted for where it was not that all was carried out."""
KINDS = {
    "B-2015-004": "cost",
    "B-2016-002": "target",
    "B-2019-011": "service",
    "B-2020-003": "routine",
    "B-2021-007": "routine",
    "B-2022-005": "service",
    "B-2022-009": "limits",
    "B-2022-011": "target",
    "B-2023-004": "other",
    "B-2024-008": "routine",
    "B-2025-001": "agreement",
    "B-2025-003": "target",
    "B-2025-006": "target",
}
STANDING_ITEMS = (
    ("governance", "information", 10, "Föregående protokoll och åtgärder", "Earlier minutes and actions"),
    ("", "discussion", 30, "Styrkortets signaler", "The scorecard's signals"),
    ("needs", "information", 15, "Från föreningarna", "From the associations"),
)
PRESENTERS = ("region-4", "municipality-4")
ASSOCIATIONS = ("association-1", "association-2")
FROM_ASSOCIATIONS = 4
"""The place of the associations' own item."""
PROPOSED = {"M-2025-05-20-3": "proposal/G-2024-F1"}
"""The items that took up what an annual review had proposed."""
CONCLUDED = {
    "Föregående protokoll och åtgärder": (
        ("Protokollet gicks igenom. Försenade åtgärder får ny dag.", "Minutes read. Late actions get a new day."),
        ("Inget att anmärka på protokollet.", "Nothing to remark on the minutes."),
    ),
    "Styrkortets signaler": (
        ("Inga nya signaler som kräver beslut.", "No new signals that need a decision."),
        ("Signalerna tas upp under sin egen punkt.", "The signals are taken up under their own item."),
    ),
    "Från föreningarna": (
        ("Föreningarna pekar på långa resor till mottagningen.", "The associations point to long journeys."),
        ("Brukare vill veta vem som är samordnare.", "Users want to know who their coordinator is."),
        ("Anhöriga vill bli bjudna till planmötet.", "Relatives want to be invited to the planning meeting."),
    ),
}


def register() -> dict[str, Rows]:
    """The whole made-up register, in the shape `governance.register.load_sample` reads."""
    told, people, reviews = (
        json.loads((HERE / "register" / f"{name}.json").read_text("utf-8")) for name in ("told", "people", "reviews")
    )
    topics = _csv("topics.csv")
    random = stream(SEED, "committee")
    made: dict[str, Rows] = {**people, **reviews, "units": _units()}
    made["meetings"] = _meetings(topics)
    made["agenda_items"] = [item for at, topic in enumerate(topics) for item in _items(at, topic)]
    made["attendance"] = _attendance(random, made["meetings"], people["seats"])
    made["item_minutes"] = _item_minutes(random, topics, made["agenda_items"])
    made["minutes"] = _minutes(made["meetings"])
    made["decisions"] = _decisions(told["decisions"], topics)
    made["follow_ups"] = _follow_ups(random, made["decisions"])
    made["actions"] = actions(random, made["decisions"])
    reviewed = effect_reviews(made["actions"], made["meetings"])
    made["agenda_items"] += [item for item, _ in reviewed]
    made["item_minutes"] += [said for _, said in reviewed]
    made |= {"cycles": cycles(random, LAST_DAY), "milestones": milestones()}
    return _locked({**told, **made})


def write(path: Path) -> None:
    """Write the register as JSON, one entry a line."""
    lists = (
        f"{json.dumps(name)}: [\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]"
        for name, rows in register().items()
    )
    path.write_text("{\n" + ",\n".join(lists) + "\n}\n", encoding="utf-8")


def _csv(name: str) -> list[dict[str, str]]:
    with (HERE / "register" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _units() -> Rows:
    settings = tomllib.loads((HERE / "workspace" / "samsyn.toml").read_text("utf-8"))
    return [
        {"id": unit["id"], "name": unit["name"], "kind": unit["kind"]}
        | ({"opened_on": unit["opened_on"].isoformat()} if "opened_on" in unit else {})
        | {"region_leader": "region-2", "municipality_leader": "municipality-2"}
        | (LEFT_TO_THE_MUNICIPALITY if unit["id"] == "vastra_mottagningen" else {})
        for unit in settings["units"]
    ]


def _meetings(topics: list[dict[str, str]]) -> Rows:
    held = [
        {
            "id": _meeting_id(topic["held_on"]),
            "held_on": topic["held_on"],
            "called_by": ("region", "municipality")[at % 2],
            "status": "held",
        }
        for at, topic in enumerate(topics)
    ]
    cancelled = {"id": "M-2024-05-14", "held_on": "2024-05-14", "called_by": "municipality", "status": "cancelled"}
    planned = {
        "id": _meeting_id(NEXT.isoformat()),
        "held_on": NEXT.isoformat(),
        "called_by": "region",
        "status": "planned",
    }
    return sorted([*held, cancelled, planned], key=lambda row: str(row["held_on"]))


def _meeting_id(held_on: str) -> str:
    return f"M-{held_on}"


def _items(at: int, topic: dict[str, str]) -> Rows:
    own = (topic["perspective"], "decision" if topic["decision"] else "discussion", 40, topic["sv"], topic["en"])
    signals = ("needs", "process", "resources")[at % 3]  # the committee goes through the scorecard in turn
    matters = (*STANDING_ITEMS[:2], own, STANDING_ITEMS[2])
    return [
        {
            "id": f"{_meeting_id(topic['held_on'])}-{number}",
            "meeting_id": _meeting_id(topic["held_on"]),
            "position": number,
            "kind": kind,
            "title": {"sv": sv, "en": en},
            "perspective": perspective or signals,
            "indicators": topic["indicators"].split() if number == 3 else [],
            "presenter": (ASSOCIATIONS if number == FROM_ASSOCIATIONS else PRESENTERS)[(at + number) % 2],
            "minutes": minutes,
            "source": "secretary" if number == 3 else "annual",
            "status": "taken",
        }
        | _proposed(f"{_meeting_id(topic['held_on'])}-{number}")
        for number, (perspective, kind, minutes, sv, en) in enumerate(matters, start=1)
    ]


def _proposed(item_id: str) -> dict[str, str]:
    return {"source": "review", "about": PROPOSED[item_id]} if item_id in PROPOSED else {}


def _attendance(random: np.random.Generator, meetings: Rows, seats: Rows) -> Rows:
    """Who came: the region less often the year it leaves the west centre, the associations more often year by year."""
    rows: Rows = []
    for meeting in meetings:
        year = int(meeting["held_on"][:4])
        often = {
            "region": 0.62 if year == 2022 else 0.88,
            "municipality": 0.86,
            "association": min(0.55 + 0.03 * (year - 2015), 0.85),
        }
        for seat in seats if meeting["status"] == "held" else ():
            if seat["kind"] != "permanent" or seat["from_on"] > meeting["held_on"]:
                continue
            there = random.random() < often[seat["party"]]
            status = "present" if there else ("substitute", "apologies", "absent")[random.integers(3)]
            if status == "substitute" and seat["party"] == "association":
                status = "apologies"
            rows.append({"meeting_id": meeting["id"], "seat_id": seat["id"], "status": status})
    return rows


def _item_minutes(random: np.random.Generator, topics: list[dict[str, str]], items: Rows) -> Rows:
    concluded = {_meeting_id(topic["held_on"]): topic for topic in topics}
    rows: Rows = []
    for item in items:
        topic = concluded[item["meeting_id"]]
        if item["position"] == 3:
            said = {"sv": topic["concluded_sv"], "en": topic["concluded_en"]}
        else:
            variants = CONCLUDED[item["title"]["sv"]]
            said = words(variants[random.integers(len(variants))])
        rows.append({"item_id": item["id"], "conclusion": said})
    return rows


def _minutes(meetings: Rows) -> Rows:
    """The minutes of every meeting held, out to be read a week after."""
    return [
        {
            "meeting_id": meeting["id"],
            "status": "circulated",
            "circulated_on": (date.fromisoformat(meeting["held_on"]) + timedelta(days=7)).isoformat(),
        }
        for meeting in meetings
        if meeting["status"] == "held"
    ]


def _locked(made: dict[str, Rows]) -> dict[str, Rows]:
    """All minutes but the last approved by both organisations and locked, each with the hash of what it says."""
    known = TypeAdapter(Contents).validate_json(json.dumps(made))
    approvals: Rows = []
    for row in made["minutes"][:-1]:
        sha256 = fingerprint(proceedings_in(known, row["meeting_id"]))
        on = (date.fromisoformat(row["circulated_on"]) + timedelta(days=21)).isoformat()
        row |= {"status": "locked", "locked_on": on, "sha256": sha256}
        approvals += [
            {"meeting_id": row["meeting_id"], "organisation": organisation, "seat_id": f"{organisation}-1"}
            | {"approved_on": on, "sha256": sha256}
            for organisation in ("region", "municipality")
        ]
    return {**made, "approvals": approvals}


def _decisions(told: Rows, topics: list[dict[str, str]]) -> Rows:
    made_at = {topic["decision"]: topic for topic in topics if topic["decision"]}
    further: Rows = [
        {
            "id": row["id"],
            "decided_on": made_at[row["id"]]["held_on"],
            "title": {"sv": made_at[row["id"]]["sv"], "en": made_at[row["id"]]["en"]},
            "text": {
                "sv": made_at[row["id"]]["concluded_sv"] + " (Påhittat exempel.)",
                "en": made_at[row["id"]]["concluded_en"] + " (Made-up example.)",
            },
            "reason": {"sv": row["sv"], "en": row["en"]},
            "indicators": [],
            "kind": row["kind"],
            "supersedes": row["supersedes"] or None,
        }
        for row in _csv("further.csv")
    ]
    cited: dict[str, Rows] = {}
    for row in _csv("evidence.csv"):
        cited.setdefault(row.pop("decision"), []).append(row)
    grounds = {f"consequence_{who}": words(said) for who, said in CONSEQUENCES.items()}
    grounds |= {f"mandate_{who}": words(said) for who, said in MANDATES.items()}
    # The decision on the survey was made in haste: nobody wrote down what it meant for each side.
    return [
        {**row, "kind": row.get("kind") or KINDS[row["id"]], "item_id": f"{_meeting_id(row['decided_on'])}-3"}
        | {"consensus": "other_views" not in row, "evidence": cited.get(row["id"], [])}
        | (grounds if row["id"] != "B-2023-004" else {})
        for row in sorted([*told, *further], key=lambda row: (row["decided_on"], row["id"]))
    ]


def _follow_ups(random: np.random.Generator, decisions: Rows) -> Rows:
    """Each side's account after about half a year: mostly in time, later in the years of the west centre."""
    rows: Rows = []
    for decision in decisions:
        due = date.fromisoformat(decision["decided_on"]) + timedelta(days=int(random.integers(150, 240)))
        for organisation, in_time in (("region", 0.80), ("municipality", 0.72)):
            is_in_time = random.random() < in_time - (0.3 if due.year in (2022, 2023) else 0)
            days = -int(random.integers(5, 40)) if is_in_time else int(random.integers(20, 200))
            recorded = due + timedelta(days=days)
            done = recorded <= LAST_DAY
            rows.append(
                {
                    "decision_id": decision["id"],
                    "organisation": organisation,
                    "due_on": due.isoformat(),
                    "recorded_on": recorded.isoformat() if done else None,
                    "outcome": words(OUTCOMES.get((decision["id"], organisation), CARRIED_OUT)) if done else None,
                }
            )
    return rows


if __name__ == "__main__":
    write(HERE / "register.json")
