"""What the staff learn: training by staff member, and whether it was together with the other organisation."""

from __future__ import annotations

from metrics.problem import Text
from pipelines.contract import Contract, Source, day, hours, pseudonym, text, unit, yes_no


class StaffDevelopment(Contract):
    """One row per staff member and training."""

    staff = pseudonym("Medarbetarens pseudonym", "The staff member's pseudonym", person=True)
    unit = unit()
    training = text("Utbildning", "Training")
    joint = yes_no("Tillsammans med den andra organisationen", "Together with the other organisation")
    on = day("Utbildningens dag", "Day of the training", happened=True)
    hours = hours("Längd i timmar", "Length in hours", most=2000)
    compulsory = yes_no("Obligatorisk", "Compulsory")


SOURCE = Source(
    name="staff_development",
    label=Text("Kompetensutveckling", "Staff development"),
    one_row=Text("medarbetare och utbildning", "staff member and training"),
    schema=StaffDevelopment,
    unique=("staff", "unit", "training", "on"),
)
