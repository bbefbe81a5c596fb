"""The agencies that take part in plans: sections of the region and of the municipality, and others."""

from __future__ import annotations

REGION = ("inpatient_psychiatry", "outpatient_psychiatry", "addiction_care", "primary_care")
MUNICIPALITY = (
    "social_assessment",
    "social_support",
    "substance_assessment",
    "substance_treatment",
    "economic_assistance",
    "child_family",
)
OTHERS = ("social_insurance", "employment_service", "correctional", "relative_or_other")
AGENCIES = REGION + MUNICIPALITY + OTHERS
