"""The sources: what the two organisations deliver, one file each, in the order they are best loaded."""

from __future__ import annotations

from pipelines.contract import Source
from pipelines.sources import (
    contacts,
    coordinators,
    costs,
    needs,
    persons,
    sip_cases,
    sip_interventions,
    sip_participants,
    sip_plans,
    staff_development,
    statistics,
    surveys,
)

SOURCES: dict[str, Source] = {
    module.SOURCE.name: module.SOURCE
    for module in (
        persons,
        coordinators,
        needs,
        contacts,
        costs,
        sip_plans,
        sip_interventions,
        sip_participants,
        sip_cases,
        staff_development,
        surveys,
        statistics,
    )
}
"""By name; a source that refers to another comes after it."""
