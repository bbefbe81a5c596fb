"""The agencies that take part in plans: sections of the region and of the municipality, and others."""

from __future__ import annotations

from collections.abc import Mapping

from metrics.indicator import Organisation

REGION = ("inpatient_psychiatry", "outpatient_psychiatry", "addiction_care", "primary_care")
MUNICIPALITY = (
    "social_assessment",
    "social_support",
    "substance_assessment",
    "substance_treatment",
    "economic_assistance",
    "child_family",
)
STATE = ("social_insurance", "employment_service", "correctional")
AGENCIES = (*REGION, *MUNICIPALITY, *STATE, "relative_or_other")
SECTIONS: Mapping[Organisation, tuple[str, ...]] = {"region": REGION, "municipality": MUNICIPALITY}
