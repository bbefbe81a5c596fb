"""What was done: contacts, and spells in hospital or in housing."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from metrics.problem import Text
from pipelines.contract import Broken, Contract, Source, code, count, day, pseudonym, unit, yes_no

SPELLS = ("inpatient_spell", "residential_spell")


class Contacts(Contract):
    """One row per contact or spell."""

    person = pseudonym("Personens pseudonym", "The person's pseudonym", person=True)
    unit = unit()
    contact_type = code(
        ("visit", "home_visit", "phone", "digital", "group", "day_activity", *SPELLS),
        "Slag av kontakt: besök, hembesök, telefon, digital, grupp, daglig verksamhet, vårdtid, boendetid",
        "Kind of contact: visit, home visit, phone, digital, group, day activity, in-patient spell, residential spell",
    )
    from_on = day("Kontaktens dag, eller första dagen", "Day of the contact, or the first day", happened=True)
    to_on = day("Sista dagen, tomt om pågående", "The last day, empty if ongoing", nullable=True)
    minutes = count("Längd i minuter", "Length in minutes", least=0, most=1440, nullable=True)
    planned = yes_no("Planerad", "Planned")
    attended = yes_no("Personen kom", "The person came")
    ready_for_discharge_on = day("Utskrivningsklar", "Ready for discharge", nullable=True)
    referred_on = day("Remissens eller anmälans dag", "Day of the referral", nullable=True)

    @dy.rule()
    def dates_reversed(cls) -> pl.Expr:
        return pl.col("from_on") <= pl.col("to_on")

    @dy.rule()
    def ready_before_admission(cls) -> pl.Expr:
        return pl.col("from_on") <= pl.col("ready_for_discharge_on")

    @dy.rule()
    def ready_after_discharge(cls) -> pl.Expr:
        return pl.col("ready_for_discharge_on") <= pl.col("to_on")


SOURCE = Source(
    name="contacts",
    label=Text("Kontakter och vårdtider", "Contacts and spells"),
    one_row=Text("kontakt eller vårdtid", "contact or spell"),
    schema=Contacts,
    pace="month",
    # A contact has no number of its own, so only a row that repeats another in every column is a duplicate.
    unique=(
        "person",
        "unit",
        "contact_type",
        "from_on",
        "to_on",
        "minutes",
        "planned",
        "attended",
        "ready_for_discharge_on",
        "referred_on",
    ),
    same=("person", "unit", "contact_type", "from_on"),
    rules={
        "dates_reversed": Broken(
            column="to_on",
            text=Text("slutar innan den börjar", "ends before it begins"),
        ),
        "ready_before_admission": Broken(
            column="ready_for_discharge_on",
            text=Text("utskrivningsklar före inskrivningen", "ready for discharge before the admission"),
        ),
        "ready_after_discharge": Broken(
            column="ready_for_discharge_on",
            text=Text("utskrivningsklar efter utskrivningen", "ready for discharge after the discharge"),
        ),
    },
)
