"""The 22 domains of the Camberwell Assessment of Need: their names, and what kinds of service usually answer them."""

from __future__ import annotations

from collections.abc import Mapping

from metrics.problem import Text

NAMES: Mapping[int, Text] = {
    1: Text("Bostad", "Accommodation"),
    2: Text("Kost", "Food"),
    3: Text("Hemmets skötsel", "Looking after the home"),
    4: Text("Hygien", "Self-care"),
    5: Text("Daglig sysselsättning", "Daytime activities"),
    6: Text("Fysisk hälsa", "Physical health"),
    7: Text("Psykotiska symtom", "Psychotic symptoms"),
    8: Text("Information om tillstånd och behandling", "Information on condition and treatment"),
    9: Text("Psykiska besvär", "Psychological distress"),
    10: Text("Egen säkerhet", "Safety to self"),
    11: Text("Andras säkerhet", "Safety to others"),
    12: Text("Alkohol", "Alcohol"),
    13: Text("Droger", "Drugs"),
    14: Text("Sociala kontakter", "Company"),
    15: Text("Nära relationer", "Intimate relationships"),
    16: Text("Sexualitet", "Sexual expression"),
    17: Text("Omsorg om barn", "Child care"),
    18: Text("Grundläggande utbildning", "Basic education"),
    19: Text("Telefon", "Telephone"),
    20: Text("Transporter", "Transport"),
    21: Text("Ekonomi", "Money"),
    22: Text("Sociala förmåner", "Benefits"),
}

_EVERYDAY = ("housing_support", "day_centre")
_CARE = ("co_located", "mobile", "inpatient")
ANSWERED_BY: Mapping[int, tuple[str, ...]] = {
    1: ("housing_support",),
    2: ("housing_support",),
    3: ("housing_support",),
    4: ("housing_support", "mobile"),
    5: ("day_centre",),
    6: _CARE,
    7: _CARE,
    8: ("co_located", "neuropsychiatric"),
    9: _CARE,
    10: _CARE,
    11: _CARE,
    12: ("addiction",),
    13: ("addiction",),
    14: _EVERYDAY,
    15: ("co_located",),
    16: ("co_located",),
    17: ("housing_support",),
    18: ("day_centre",),
    19: ("housing_support",),
    20: ("housing_support",),
    21: ("housing_support",),
    22: ("housing_support", "co_located"),
}
"""Kinds of unit by domain. A reading, since no register says what a unit is for: a page that shows it says so."""

REACHED_BY: Mapping[int, str] = {3: "home_visit", 5: "day_activity", 14: "group"}
"""The kind of contact that answers a domain by itself, where there is one."""
