"""Key figures of needs, process and staff that indicators may be read beside."""

from __future__ import annotations

from typing import Final

from metrics.comparator import Comparator
from metrics.problem import Text

_YES_NO = Text(
    sv="Vårt mått räknar personer; det nationella säger bara om kommunen svarat ja eller nej.",
    en="Our measure counts persons; the national one only says whether the municipality answered yes or no.",
)
_SURVEYED = Text(
    sv="Samma fråga kan vara ställd till andra: här ingår alla kommunens svarande, hos oss de gemensamma enheternas.",
    en="The same question may have been put to others: here all of the municipality's respondents, with us those of "
    "the joint units.",
)
_ENGAGEMENT = Text(
    sv="Samma frågor och index. Här svarar all personal i verksamheten, hos oss de gemensamma enheternas.",
    en="The same questions and index. Here all staff of the service answer, with us those of the joint units.",
)

CARE: Final[tuple[Comparator, ...]] = (
    Comparator(
        key="U28692",
        indicators=("U2",),
        organisation="municipality",
        name=Text(
            sv="Systematisk uppföljning av resultat, socialpsykiatri", en="Outcomes followed up, social psychiatry"
        ),
        counts=Text(
            sv="om kommunen följer upp stödets resultat individbaserat: ja = 1, nej = 0, till och med 2023",
            en="whether the municipality follows up outcomes person by person: yes = 1, no = 0, until 2023",
        ),
        ours=_YES_NO,
    ),
    Comparator(
        key="U28690",
        indicators=("U5",),
        organisation="municipality",
        name=Text(sv="Systematisk uppföljning av behov, socialpsykiatri", en="Needs followed up, social psychiatry"),
        counts=Text(
            sv="om kommunen följer upp målgruppens behov individbaserat: ja = 1, nej = 0, till och med 2023",
            en="whether the municipality follows up the group's needs person by person: yes = 1, no = 0, until 2023",
        ),
        ours=_YES_NO,
    ),
    Comparator(
        key="N79539",
        indicators=("U7",),
        organisation="region",
        name=Text(
            sv="Delaktighet och involvering, vuxenpsykiatrisk öppenvård",
            en="Involvement, adult psychiatric outpatients",
        ),
        counts=Text(
            sv="index ur Nationella patientenkäten bland dem som besökt en mottagning i vuxenpsykiatrin",
            en="an index from the national patient survey among those who visited an adult psychiatric clinic",
        ),
        ours=Text(
            sv="Samma dimension. Här ingår alla regionens mottagningar, hos oss de gemensamma enheterna.",
            en="The same dimension. Here all of the region's clinics are included, with us the joint units.",
        ),
    ),
    Comparator(
        key="N28710",
        indicators=("U7",),
        organisation="municipality",
        name=Text(
            sv="Får bestämma om viktiga saker, boendestöd i egen regi",
            en="Decides on what matters, housing support, own",
        ),
        counts=Text(
            sv="andel ja bland svarande med boendestöd enligt SoL i kommunal regi",
            en="the share of yes among respondents with the municipality's own housing support",
        ),
        ours=_SURVEYED,
    ),
    Comparator(
        key="U26420",
        indicators=("U7",),
        organisation="municipality",
        name=Text(sv="Får bestämma om viktiga saker, boendestöd", en="Decides on what matters, housing support"),
        counts=Text(
            sv="andel ja bland svarande med boendestöd enligt SoL, oavsett utförare",
            en="the share of yes among respondents with housing support, whoever runs it",
        ),
        ours=_SURVEYED,
    ),
    Comparator(
        key="U26438",
        indicators=("U8",),
        organisation="municipality",
        name=Text(sv="Sysselsättningen är viktig för brukaren", en="The daytime activity matters to the user"),
        counts=Text(
            sv="andel ja bland svarande som redan har sysselsättning enligt SoL",
            en="the share of yes among respondents who already have a daytime activity",
        ),
        ours=Text(
            sv="Vårt mått räknar hur många som har arbete, studier eller sysselsättning, inte vad de tycker om den.",
            en="Our measure counts how many have work, studies or an activity, not what they think of it.",
        ),
    ),
    Comparator(
        key="U21354",
        indicators=("P1",),
        organisation="municipality",
        name=Text(sv="SIP som välfärdsteknik, ordinärt boende", en="SIP as welfare technology, ordinary housing"),
        counts=Text(
            sv="om samordnad individuell planering finns som digitalt stöd: breddinfört = 2, test = 1, nej = 0",
            en="whether coordinated planning is there as digital support: widely = 2, tested = 1, no = 0",
        ),
        ours=Text(
            sv="Vårt mått räknar personer som har en plan; det nationella om ett arbetssätt är infört.",
            en="Our measure counts persons with a plan; the national one whether a way of working is in place.",
        ),
    ),
    Comparator(
        key="U28500",
        indicators=("P10",),
        organisation="municipality",
        name=Text(sv="Personligt ombud erbjuds", en="A personal representative is offered"),
        counts=Text(
            sv="om kommunen erbjuder personligt ombud vid psykisk funktionsnedsättning: ja = 1, nej = 0",
            en="whether the municipality offers a personal representative: yes = 1, no = 0",
        ),
        ours=_YES_NO,
    ),
    Comparator(
        key="N20403",
        indicators=("P11",),
        organisation="region",
        name=Text(sv="Medelvårdtid som utskrivningsklar", en="Mean days as ready for discharge"),
        counts=Text(
            sv="dagar per avslutat vårdtillfälle där patienten väntat som utskrivningsklar; nio av tio är över 65 år",
            en="days per finished spell in which the patient waited as ready for discharge; nine in ten are over 65",
        ),
        ours=Text(
            sv="Vårt mått tar bara psykiatrisk heldygnsvård och delar med gemensamma brukare, inte med vårdtillfällen.",
            en="Our measure takes only psychiatric in-patient care and divides by shared users, not by spells.",
        ),
    ),
    Comparator(
        key="N79176",
        indicators=("P11",),
        organisation="region",
        name=Text(sv="Vårdplatser belagda av utskrivningsklara", en="Beds held by patients ready for discharge"),
        counts=Text(
            sv="andel vårdplatser i somatisk vård, årets medel", en="the share of beds in somatic care, the year's mean"
        ),
        ours=Text(
            sv="Vårt mått gäller psykiatrin, inte den somatiska vården.",
            en="Our measure is about psychiatry, not somatic care.",
        ),
    ),
    Comparator(
        key="U79049",
        indicators=("P11",),
        organisation="region",
        name=Text(
            sv="Första besök inom 90 dagar, allmänpsykiatri", en="First visit within 90 days, general psychiatry"
        ),
        counts=Text(
            sv="andel av genomförda första besök som skedde inom 90 dagar",
            en="the share of first visits that took place within 90 days",
        ),
        ours=Text(
            sv="Vårt mått räknar väntan över 30 dagar, också den som ännu inte slutat i ett besök.",
            en="Our measure counts waits over 30 days, those not yet ended in a visit too.",
        ),
    ),
    Comparator(
        key="U74200",
        indicators=("L2",),
        organisation="region",
        name=Text(sv="HME, specialiserad psykiatrisk vård", en="Staff engagement, specialised psychiatric care"),
        counts=Text(sv="totalindex 0–100 ur medarbetarenkät", en="the total index, 0 to 100, of a staff survey"),
        ours=_ENGAGEMENT,
    ),
    Comparator(
        key="U25200",
        indicators=("L2",),
        organisation="municipality",
        name=Text(sv="HME, omsorg om personer med funktionsnedsättning", en="Staff engagement, disability services"),
        counts=Text(sv="totalindex 0–100 ur medarbetarenkät", en="the total index, 0 to 100, of a staff survey"),
        ours=_ENGAGEMENT,
    ),
)
