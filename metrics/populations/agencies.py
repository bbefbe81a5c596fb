"""The agencies that take part in plans: sections of the region and of the municipality, and others."""

from __future__ import annotations

from collections.abc import Mapping

from metrics.indicator import Organisation
from metrics.problem import Text

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
NAMES: Mapping[str, Text] = {
    "inpatient_psychiatry": Text("Psykiatrisk heldygnsvård", "In-patient psychiatry"),
    "outpatient_psychiatry": Text("Psykiatrisk öppenvård", "Out-patient psychiatry"),
    "addiction_care": Text("Beroendevård", "Addiction care"),
    "primary_care": Text("Primärvård", "Primary care"),
    "social_assessment": Text("Bistånd, socialpsykiatri", "Social care, assessment"),
    "social_support": Text("Stöd, socialpsykiatri", "Social care, support"),
    "substance_assessment": Text("Bistånd, missbruk", "Substance use, assessment"),
    "substance_treatment": Text("Behandling, missbruk", "Substance use, treatment"),
    "economic_assistance": Text("Ekonomiskt bistånd", "Economic assistance"),
    "child_family": Text("Barn och familj", "Child and family"),
    "social_insurance": Text("Försäkringskassan", "Social insurance"),
    "employment_service": Text("Arbetsförmedlingen", "Employment service"),
    "correctional": Text("Kriminalvården", "Prison and probation"),
    "relative_or_other": Text("Anhörig eller annan", "Relative or other"),
}
