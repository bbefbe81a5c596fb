"""Needs as rated with CAN: 22 domains of life, by the user, the staff and the carer."""

from __future__ import annotations

from metrics.problem import Text
from pipelines.contract import Contract, Source, code, count, day, number, pseudonym, reference, unit


class Needs(Contract):
    """One row per rating."""

    person = pseudonym("Personens pseudonym", "The person's pseudonym", person=True)
    unit = unit()
    assessed_on = day("Skattningens datum", "Day of the assessment", happened=True)
    rater = code(
        ("user", "staff", "carer"),
        "Vem som skattar: brukaren, personalen, den anhöriga",
        "Who rates: the user, the staff, the carer",
    )
    domain = count("CAN-område", "CAN domain", least=1, most=22)
    rating = number(
        "Skattning: 0 inget behov, 1 tillfredsställt, 2 otillfredsställt, 9 vet inte",
        "Rating: 0 no need, 1 met, 2 unmet, 9 not known",
        among=(0, 1, 2, 9),
    )
    assessment_id = reference("Skattningens nummer", "Number of the assessment")


SOURCE = Source(
    name="needs",
    label=Text("Behovsskattningar", "Needs assessments"),
    one_row=Text("skattat område", "rated domain"),
    schema=Needs,
    pace="month",
    unique=("person", "assessed_on", "rater", "domain", "assessment_id"),
)
