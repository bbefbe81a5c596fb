"""Who is served, where and when: the population every other source is read against."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from metrics.problem import Text
from pipelines.contract import Broken, Contract, Source, code, codes, count, day, pseudonym, unit, yes_no


class Persons(Contract):
    """One row per person and period of service."""

    person = pseudonym("Personens pseudonym", "The person's pseudonym", person=True)
    birth_year = count("Födelseår", "Year of birth", least=1900, most=2100)
    sex = code(
        ("f", "m", "x"), "Kön: kvinna, man, annat eller okänt", "Sex: female, male, other or unknown", personal=True
    )
    target_groups = codes("target_groups", "Målgrupper som personen hör till", "Target groups the person belongs to")
    unit = unit()
    from_on = day("Första dag vid enheten", "First day at the unit", happened=True)
    to_on = day("Sista dag vid enheten, tomt om pågående", "Last day at the unit, empty if ongoing", nullable=True)
    shared = code(
        ("yes", "no", "not_asked"),
        "Känd även hos den andra organisationen: ja, nej, inte tillfrågad",
        "Known to the other organisation too: yes, no, not asked",
        personal=True,
    )
    lives_alone = yes_no("Bor ensam", "Lives alone")
    has_relative_contact = yes_no("Har kontakt med anhörig", "Has contact with relatives")
    occupation = code(
        ("work", "study", "organised_activity", "none"),
        "Sysselsättning: arbete, studier, organiserad sysselsättning, ingen; tomt om inte antecknat",
        "Occupation: work, studies, organised activity, none; empty where not recorded",
        nullable=True,
        personal=True,
    )

    @dy.rule()
    def dates_reversed(cls) -> pl.Expr:
        return pl.col("from_on") <= pl.col("to_on")

    @dy.rule()
    def born_after_service(cls) -> pl.Expr:
        return pl.col("birth_year") <= pl.col("from_on").dt.year()

    @dy.rule()
    def two_birth_years(cls) -> pl.Expr:
        return pl.col("birth_year").drop_nulls().n_unique().over("person") <= 1

    @dy.rule()
    def two_sexes(cls) -> pl.Expr:
        return pl.col("sex").drop_nulls().n_unique().over("person") <= 1


SOURCE = Source(
    name="persons",
    label=Text("Personer", "Persons"),
    one_row=Text("person och tid vid en enhet", "person and period at a unit"),
    schema=Persons,
    standing=True,
    unique=("person", "unit", "from_on"),
    rules={
        "dates_reversed": Broken(
            column="to_on",
            text=Text("sista dagen ligger före den första", "the last day is before the first"),
        ),
        "born_after_service": Broken(
            column="birth_year",
            text=Text("födelseåret ligger efter första dagen vid enheten", "the year of birth is after the first day"),
        ),
        "two_birth_years": Broken(
            column="birth_year",
            text=Text("samma person har olika födelseår i filen", "the same person has different years of birth"),
        ),
        "two_sexes": Broken(
            column="sex",
            text=Text("samma person har olika kön i filen", "the same person has different sexes in the file"),
        ),
    },
)
