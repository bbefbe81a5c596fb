"""Case files read afterwards: what a study found in each file with a coordinated individual plan."""

from __future__ import annotations

from metrics.populations.agencies import AGENCIES
from metrics.problem import Text
from pipelines.contract import Contract, Source, code, count, pseudonym, unit, yes_no


class SipCases(Contract):
    """One row per case file, which is one person's."""

    person = pseudonym("Aktens pseudonym", "The case file's pseudonym", person=True)
    unit = unit()
    sex = code(
        ("f", "m", "x"), "Kön: kvinna, man, annat eller okänt", "Sex: female, male, other or unknown", personal=True
    )
    marital = code(("single", "couple"), "Ensamstående eller par", "Single or couple", nullable=True, personal=True)
    born_in_sweden = yes_no("Född i Sverige", "Born in Sweden")
    alcohol = yes_no("Problem med alkohol", "Problem with alcohol")
    narcotics = yes_no("Problem med narkotika", "Problem with narcotics")
    pharmaceuticals = yes_no("Problem med läkemedel", "Problem with pharmaceuticals")
    mental_problem = yes_no("Psykiskt hälsoproblem", "Mental health problem")
    physical_problem = yes_no("Fysiskt hälsoproblem", "Physical health problem")
    other_social_problem = yes_no("Annat socialt problem", "Other social problem")
    employment = code(
        ("employed", "training", "daily_activities", "none"),
        "Sysselsättning: arbete, arbetsträning, daglig verksamhet, ingen",
        "Occupation: employment, occupational training, daily activities, none",
        nullable=True,
        personal=True,
    )
    residence = code(
        ("regular", "with_family", "social_housing", "homeless"),
        "Boende: eget, hos familj, socialt boende, hemlös",
        "Residence: regular, with family, social housing, homeless",
        nullable=True,
        personal=True,
    )
    plans = count("Antal planer i akten", "Number of plans in the file", least=1, most=99)
    initiated_by = code(AGENCIES, "Vem som tog initiativ", "Who took the initiative", nullable=True)

    present_substance_assessment = yes_no("Missbruk, utredning deltog", "Substance abuse assessment took part")
    present_substance_treatment = yes_no("Missbruk, behandling deltog", "Substance abuse treatment took part")
    present_social_assessment = yes_no("Psykisk hälsa, utredning deltog", "Mental health assessment took part")
    present_social_support = yes_no("Psykisk hälsa, stöd deltog", "Mental health support took part")
    present_child_family = yes_no("Barn och familj deltog", "Child and family took part")
    present_economic_assistance = yes_no("Ekonomiskt bistånd deltog", "Economic assistance took part")
    present_addiction_care = yes_no("Beroendevården deltog", "Addiction care took part")
    present_outpatient_psychiatry = yes_no("Psykiatrisk öppenvård deltog", "Outpatient psychiatry took part")
    present_inpatient_psychiatry = yes_no("Psykiatrisk slutenvård deltog", "Inpatient psychiatry took part")
    present_primary_care = yes_no("Primärvården deltog", "Primary care took part")
    present_correctional = yes_no("Kriminalvården deltog", "The correctional service took part")
    present_social_insurance = yes_no("Försäkringskassan deltog", "The social insurance agency took part")
    present_employment_service = yes_no("Arbetsförmedlingen deltog", "The employment service took part")
    present_relative = yes_no("Anhörig deltog", "A relative took part")
    present_user = yes_no("Personen själv deltog", "The person took part")

    before_substance = yes_no("Före: missbruk, socialtjänst", "Before: substance abuse, social services")
    before_mental = yes_no("Före: psykisk hälsa, socialtjänst", "Before: mental health, social services")
    before_economic = yes_no("Före: ekonomiskt bistånd", "Before: economic assistance")
    before_other_social = yes_no("Före: annat från socialtjänsten", "Before: other from the social services")
    before_addiction_care = yes_no("Före: beroendevård", "Before: addiction care")
    before_outpatient_psychiatry = yes_no("Före: psykiatrisk öppenvård", "Before: outpatient psychiatry")
    before_inpatient_psychiatry = yes_no("Före: psykiatrisk slutenvård", "Before: inpatient psychiatry")
    before_primary_care = yes_no("Före: primärvård", "Before: primary care")

    after_substance = yes_no("Efter: missbruk, socialtjänst", "After: substance abuse, social services")
    after_mental = yes_no("Efter: psykisk hälsa, socialtjänst", "After: mental health, social services")
    after_economic = yes_no("Efter: ekonomiskt bistånd", "After: economic assistance")
    after_other_social = yes_no("Efter: annat från socialtjänsten", "After: other from the social services")
    after_addiction_care = yes_no("Efter: beroendevård", "After: addiction care")
    after_outpatient_psychiatry = yes_no("Efter: psykiatrisk öppenvård", "After: outpatient psychiatry")
    after_inpatient_psychiatry = yes_no("Efter: psykiatrisk slutenvård", "After: inpatient psychiatry")
    after_primary_care = yes_no("Efter: primärvård", "After: primary care")

    change_recorded = yes_no("Ändring av hjälpen är antecknad", "A change of help is recorded")
    implementation = code(
        ("full", "part", "none"),
        "Hjälpen enligt planen: genomförd, delvis, ingen ändring",
        "Help according to the plan: carried out, in part, no change",
        nullable=True,
    )
    followed_up = yes_no("Uppföljningsmöte har hållits", "A follow-up meeting was held")
    user_requested = yes_no("Personen bad om planen", "The person asked for the plan")
    motive_stated = yes_no("Skälet till planen är angivet", "The reason for the plan is stated")
    goals_distinguished = yes_no(
        "Kort- och långsiktiga mål går att skilja åt", "Short- and long-term goals can be told apart"
    )
    prepared_with_user = yes_no("Planen är förberedd med personen", "The plan was prepared with the person")


SOURCE = Source(
    name="sip_cases",
    label=Text("SIP: lästa akter", "SIP: case files read"),
    one_row=Text("akt", "case file"),
    schema=SipCases,
    unique=("person",),
)
