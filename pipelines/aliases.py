"""What columns and codes are called in the files people have: Swedish and English names beside the contract's own.

A name here is only a suggestion for `samsyn profile`; what a file is read as, a person confirms.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from pipelines.contract import Source

ALIKE = 84
"""How alike two names must be, of 100, to be taken for the same: one letter wrong in six, not two."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "person": (
        "pseudonym", "patient", "patient id",
        "brukare", "brukar id", "klient", "vårdtagare", "client id", "service user",
    ),
    "unit": ("enhet", "enhetskod", "mottagning", "vårdenhet", "avdelning", "unit code", "clinic", "team"),
    "birth_year": ("födelseår", "född år", "född", "year of birth", "born"),
    "sex": ("kön", "gender"),
    "target_groups": ("målgrupp", "målgrupper", "diagnosgrupp", "target group"),
    "from_on": (
        "från", "startdatum", "inskriven", "datum", "besöksdatum", "kontaktdatum", "from", "start date", "admitted",
    ),
    "to_on": ("till", "slutdatum", "utskriven", "slut", "to", "end date", "discharged"),
    "shared": ("gemensam", "känd hos båda", "shared user", "known to both"),
    "lives_alone": ("ensamboende", "bor ensam"),
    "has_relative_contact": ("anhörigkontakt", "relative contact"),
    "occupation": ("sysselsättning", "sysselsättningsstatus", "employment status"),
    "coordinator": ("samordnare", "handläggare", "case manager", "coordinator id"),
    "role": ("roll", "uppdrag", "uppdragstyp"),
    "assessed_on": ("skattningsdatum", "skattningsdag", "bedömningsdatum", "datum", "assessment date", "date"),
    "rater": ("skattare", "bedömare", "perspektiv", "rated by", "respondent"),
    "domain": ("område", "can område", "livsområde", "can domain"),
    "rating": ("skattning", "bedömning", "värde", "score", "can rating"),
    "assessment_id": ("skattnings id", "skattningsnummer", "skattn nr", "bedömnings id", "formulär id", "form id"),
    "contact_type": (
        "kontakttyp", "besökstyp", "insatstyp", "insatskod", "typ av insats", "typ av kontakt", "type of contact",
    ),
    "minutes": ("minuter", "tid", "tid i minuter", "längd", "längd min", "duration"),
    "planned": ("planerad", "beställd", "bokad", "booked"),
    "attended": ("kom", "genomförd", "närvaro", "attendance"),
    "ready_for_discharge_on": ("utskrivningsklar", "utskrivningsklar datum", "ready for discharge"),
    "referred_on": ("remissdatum", "remiss inkom", "anmälan", "anmälningsdatum", "referral date"),
    "month": ("månad", "period", "bokföringsmånad", "accounting month"),
    "account": ("konto", "kontonr", "account number"),
    "activity": ("verksamhet", "aktivitet", "verksamhetskod"),
    "cost_type": ("kostnadsslag", "kostnadstyp", "kontonamn", "type of cost"),
    "amount_sek": ("belopp", "utfall", "kostnad", "belopp kr", "amount", "actual"),
    "budget_sek": ("budget", "budget kr"),
    "funding": ("finansiering", "medel", "source of funds"),
    "temporary_until": ("tillfällig till", "projektslut", "temporary to"),
    "plan_id": ("plan", "plannr", "sip nr", "sip id", "plan number"),
    "form_version": ("blankett", "blankettversion", "form"),
    "initiated_by": ("initiativ", "initierad av", "initiativtagare", "initiator"),
    "motive_stated": ("motiv angivet", "skäl angivet"),
    "prepared_on": ("förberedd", "förberedelsedatum", "preparation date"),
    "met_on": ("mötesdatum", "sip möte", "meeting date"),
    "consent": ("samtycke",),
    "user_present": ("brukaren närvarande", "brukare med", "user attended"),
    "user_wish_recorded": ("önskemål antecknat", "brukarens önskan"),
    "relative_present": ("anhörig närvarande", "anhörig med", "relative attended"),
    "needs_stated": ("behov angivna", "behov beskrivna"),
    "responsible_principal": ("huvudansvarig", "ansvarig huvudman", "lead principal"),
    "short_term_goals": ("kortsiktiga mål", "delmål"),
    "long_term_goals": ("långsiktiga mål", "övergripande mål"),
    "follow_up_due_on": ("planerad uppföljning", "uppföljning senast", "follow-up due"),
    "followed_up_on": ("uppföljningsdatum", "uppföljd", "follow-up held"),
    "change": ("förändring", "ändring", "revision"),
    "closed_on": ("avslutad", "avslutsdatum", "closing date"),
    "responsible": ("ansvarig", "ansvarig verksamhet", "responsible agency"),
    "organisation": ("organisation", "huvudman", "principal"),
    "decided_before_meeting": ("beslutad före mötet", "beslut innan"),
    "needs_formal_decision": ("kräver beslut", "kräver biståndsbeslut"),
    "decision_maker_present": ("beslutsfattare närvarande", "beslutsfattare med"),
    "outcome": ("utfall", "resultat", "genomförd", "result"),
    "agency": ("aktör", "verksamhet", "part", "party"),
    "needed": ("behövs", "behövd", "required"),
    "invited": ("inbjuden", "kallad", "inbjudna"),
    "present": ("närvarande", "deltog", "attended"),
    "has_mandate": ("mandat", "har mandat", "mandate"),
    "staff": ("medarbetare", "personal", "employee"),
    "training": ("utbildning", "kurs", "course"),
    "joint": ("gemensam", "gemensam utbildning"),
    "on": ("datum", "kursdatum", "date"),
    "hours": ("timmar", "antal timmar"),
    "compulsory": ("obligatorisk", "mandatory"),
    "instrument": ("enkät", "undersökning", "questionnaire"),
    "item": ("fråga", "påstående", "question"),
    "value": ("värde", "resultat", "result"),
    "respondents": ("svarande", "antal svar", "responses"),
    "measure": ("mått", "nyckeltal", "indicator", "kpi", "contentscode"),
    "measure_name": ("contentscode (text)", "nyckeltalets namn"),
    "breakdown": ("indelning", "uppdelning", "split by"),
    "group": ("grupp", "kommun", "län", "region", "municipality", "ou"),
    "group_name": ("kommun (text)", "region (text)", "län (text)"),
    "period": ("år", "year", "tidsperiod", "tid"),
    "numerator": ("täljare", "antal"),
    "denominator": ("nämnare", "befolkning", "population"),
    "value_unit": ("enhet", "måttenhet", "unit", "unit of value"),
}  # fmt: skip

CODES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "sex": {"f": ("kvinna", "k", "female", "woman"), "m": ("man", "male"), "x": ("annat", "okänt", "other", "unknown")},
    "shared": {
        "yes": ("ja", "j", "y"), "no": ("nej", "n"), "not_asked": ("ej tillfrågad", "inte tillfrågad", "not asked"),
    },
    "rater": {
        "user": ("brukare", "patient", "klient", "själv", "brukaren"),
        "staff": ("personal", "vårdare", "personalen", "professional"),
        "carer": ("anhörig", "närstående", "relative"),
    },
    "role": {
        "coordinator": ("samordnare", "vårdsamordnare", "sip-samordnare"),
        "case_manager": ("case manager", "cm"),
        "multi_case_manager": ("case manager flera enheter", "multi case manager"),
    },
    "contact_type": {
        "visit": ("besök", "mottagningsbesök", "nybesök", "återbesök"),
        "home_visit": ("hembesök", "home visit"),
        "phone": ("telefon", "telefonkontakt", "telefonsamtal", "telephone", "phone call"),
        "digital": ("digitalt", "digitalt besök", "videobesök", "video"),
        "group": ("grupp", "gruppbesök", "gruppbehandling"),
        "day_activity": ("daglig verksamhet", "dagverksamhet", "sysselsättning", "day activity"),
        "inpatient_spell": ("vårdtillfälle", "slutenvård", "inneliggande", "vårdtid", "inpatient"),
        "residential_spell": ("boende", "boendeplacering", "särskilt boende", "residential"),
    },
    "funding": {
        "base": ("ordinarie", "grundfinansiering", "ram", "bas"),
        "temporary": ("tillfällig", "tillfälliga medel", "statsbidrag"),
        "project": ("projekt", "projektmedel"),
        "purchased": ("köpt", "köpt av den andra", "såld tjänst"),
    },
    "change": {
        "none": ("ingen", "oförändrad", "no change"), "detail": ("i detalj", "mindre", "minor"),
        "substantial": ("väsentlig", "större", "major"),
    },
    "outcome": {
        "full": ("helt", "genomförd", "ja"), "part": ("delvis", "partly"), "none": ("inte alls", "ej genomförd", "nej"),
        "not_due": ("inte dags än", "pågår", "ej aktuell", "not due"),
    },
    "value_unit": {
        "number": ("antal", "antal personer", "personer"), "percent": ("procent", "%"), "SEK": ("kronor", "kr"),
        "thousand_SEK": ("tkr", "1000-tal kronor"), "million_SEK": ("mnkr", "miljoner kronor"),
        "SEK_per_inhabitant": ("kronor per invånare", "kr/inv"),
    },
    "organisation": {"region": ("regionen", "landstinget"), "municipality": ("kommunen", "kommun")},
}  # fmt: skip

CAN_AREAS: tuple[tuple[str, ...], ...] = (
    ("bostad", "boende", "accommodation"), ("kost", "mat", "food"),
    ("hemmets skötsel", "sköta hemmet", "skötsel av hemmet", "looking after the home"),
    ("hygien", "personlig hygien", "egenvård", "self-care"),
    ("daglig sysselsättning", "dagliga aktiviteter", "sysselsättning", "daytime activities"),
    ("fysisk hälsa", "kroppslig hälsa", "physical health"),
    ("psykotiska symtom", "psykotiska symptom", "psychotic symptoms"),
    ("information om tillstånd och behandling", "information", "information on condition and treatment"),
    ("psykiska besvär", "psykiskt illabefinnande", "psykologisk stress", "psychological distress"),
    ("egen säkerhet", "säkerhet för egen del", "risk för egen del", "safety to self"),
    ("andras säkerhet", "säkerhet för andra", "risk för andra", "safety to others"),
    ("alkohol", "alcohol"), ("droger", "narkotika", "drugs"), ("sociala kontakter", "sällskap", "umgänge", "company"),
    ("nära relationer", "intimate relationships"), ("sexualitet", "sexualliv", "sexual expression"),
    ("omsorg om barn", "vård av barn", "child care"), ("grundläggande utbildning", "utbildning", "basic education"),
    ("telefon", "telephone"), ("transporter", "resor", "transport"), ("ekonomi", "pengar", "money"),
    ("sociala förmåner", "bidrag", "förmåner", "benefits"),
)  # fmt: skip
"""What the 22 areas of a CAN form are called where each has a column of its own, in the form's order."""

AGENCIES: Mapping[str, tuple[str, ...]] = {
    "inpatient_psychiatry": ("psykiatrisk slutenvård", "heldygnsvård", "slutenvård"),
    "outpatient_psychiatry": ("psykiatrisk öppenvård", "öppenpsykiatri", "psykiatrin"),
    "addiction_care": ("beroendevård", "beroendemottagning"),
    "primary_care": ("primärvård", "vårdcentral", "hälsocentral"),
    "social_assessment": ("biståndshandläggare socialpsykiatri", "socialpsykiatri utredning"),
    "social_support": ("boendestöd", "socialpsykiatri stöd"),
    "substance_assessment": ("missbruk utredning", "missbrukshandläggare"),
    "substance_treatment": ("missbruk behandling", "missbruksbehandling"),
    "economic_assistance": ("ekonomiskt bistånd", "försörjningsstöd"),
    "child_family": ("barn och familj", "barn och ungdom"),
    "social_insurance": ("försäkringskassan",),
    "employment_service": ("arbetsförmedlingen",),
    "correctional": ("kriminalvården", "frivården"),
    "relative_or_other": ("anhörig", "annan", "övriga"),
}


def column_names(source: Source) -> dict[str, str]:
    """Every name a column of the source is known by, and the column: its own, its meaning and its aliases."""
    meanings = {column: source.about(column).meaning for column in source.columns}
    # "Before: mental health" and "Before: economic" must not both be known as "Before".
    opening = Counter(_opening(said) for meaning in meanings.values() for said in (meaning.sv, meaning.en))
    names: dict[str, str] = {}
    for column, meaning in meanings.items():
        told = [said if opening[_opening(said)] > 1 else _opening(said) for said in (meaning.sv, meaning.en)]
        for name in (column, *COLUMNS.get(column, ()), *told):
            names.setdefault(name, column)
    return names


def spread_areas(header: Sequence[str]) -> dict[str, str]:
    """The columns of the file that are the areas of a CAN form, and the area's number; none where most are not there.

    >>> spread_areas(["Klient", "Telefon", "Pengar"])
    {}
    """
    numbers = {plain(name): str(number) for number, names in enumerate(CAN_AREAS, 1) for name in names}
    found = {name: numbers[plain(name)] for name in header if plain(name) in numbers}
    return found if len(set(found.values())) == len(found) > len(CAN_AREAS) // 2 else {}


def code_names(source: Source, column: str, names: Mapping[str, str]) -> dict[str, str]:
    """What a column's codes are called, and the code; `names` are the committee's own, of units and target groups."""
    allowed = source.about(column).allowed
    if isinstance(allowed, str):
        return dict(names)
    known = CODES.get(column) or (AGENCIES if "primary_care" in (allowed or ()) else {})
    return {name: code for code in allowed or () for name in (code, *known.get(code, ()))}


def alike(one: str, other: str) -> float:
    """How alike two names are, of 100, whatever their capitals, signs and order of words.

    >>> alike("Besöksdatum", "besoks_datum"), alike("id, patient", "Patient-ID")
    (100.0, 100.0)
    """
    first, second = plain(one), plain(other)
    together = fuzz.ratio(first.replace(" ", ""), second.replace(" ", ""))
    return float(max(together, fuzz.token_sort_ratio(first, second)))


def nearest(name: str, names: Mapping[str, str]) -> str:
    """What the most alike of the names stands for; "" where none is alike enough.

    >>> nearest("Hem-besök", {"hembesök": "home_visit", "besök": "visit"}), nearest("Brev", {"besök": "visit"})
    ('home_visit', '')
    """
    best = max(names, key=lambda known: alike(name, known), default="")
    return names[best] if best and alike(name, best) >= ALIKE else ""


def plain(name: str) -> str:
    """A name without what does not tell it from others: capitals, signs, dots over letters.

    >>> plain("Födelse_ÅR")
    'fodelse ar'
    """
    folded = name.casefold().translate(str.maketrans("åäöé", "aaoe"))
    return re.sub(r"[^a-z0-9]+", " ", folded).strip()


def _opening(meaning: str) -> str:
    return re.split("[:,]", meaning)[0]
