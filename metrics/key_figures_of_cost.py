"""Key figures of cost and volume that indicators may be read beside."""

from __future__ import annotations

from typing import Final

from metrics.comparator import Comparator
from metrics.problem import Text

_PER_INHABITANT_COST = Text(
    sv="Vårt mått tar bara de gemensamma enheternas kostnad och delar med gemensamma brukare, inte med invånare.",
    en="Our measure takes only the joint units' cost and divides by shared users, not by inhabitants.",
)
_WHOLE_COST = Text(
    sv="Vårt mått tar bara de gemensamma enheternas bokförda kostnad, per kvartal; här är det ett helt års kostnad "
    "för all verksamhet i landet.",
    en="Our measure takes only the booked cost of the joint units, per quarter; this is a whole year's cost of all "
    "such services in the country.",
)
_VISITS = Text(
    sv="Vårt mått räknar kontakter per gemensam brukare, av alla yrken; här räknas besök per 1 000 invånare.",
    en="Our measure counts contacts per shared user, by every profession; here visits per 1,000 inhabitants.",
)

COST: Final[tuple[Comparator, ...]] = (
    Comparator(
        key="N74000",
        indicators=("R1",),
        organisation="region",
        name=Text(sv="Kostnad, specialiserad psykiatrisk vård", en="Cost of specialised psychiatric care"),
        counts=Text(
            sv="kostnad utan läkemedel per invånare, även barn- och ungdoms- och rättspsykiatri",
            en="cost without medicines per inhabitant, child and forensic psychiatry included",
        ),
        ours=_PER_INHABITANT_COST,
    ),
    Comparator(
        key="N74008",
        indicators=("R1",),
        organisation="region",
        name=Text(sv="Nettokostnad, specialiserad psykiatrisk vård", en="Net cost of specialised psychiatric care"),
        counts=Text(
            sv="nettokostnad utan läkemedel per invånare, mottagning, dagvård, hemvård och slutenvård",
            en="net cost without medicines per inhabitant: clinics, day care, home care and in-patient care",
        ),
        ours=_PER_INHABITANT_COST,
    ),
    Comparator(
        key="N26023",
        indicators=("R1",),
        organisation="municipality",
        name=Text(sv="Nettokostnad, boendestöd", en="Net cost of housing support"),
        counts=Text(
            sv="nettokostnad för boendestöd enligt SoL, 0–64 år, per invånare",
            en="net cost of housing support, ages 0 to 64, per inhabitant",
        ),
        ours=_PER_INHABITANT_COST,
    ),
    Comparator(
        key="N35001",
        indicators=("R1",),
        organisation="municipality",
        name=Text(sv="Kostnad, missbruksvård vuxna", en="Cost of addiction services for adults"),
        counts=Text(
            sv="kostnad för insatser till vuxna med missbruk, per invånare",
            en="cost of services to adults with addiction, per inhabitant",
        ),
        ours=_PER_INHABITANT_COST,
    ),
    Comparator(
        key="TAB4242:2",
        indicators=("R1", "R2"),
        organisation="region",
        name=Text(
            sv="Regionernas nettokostnad, specialiserad psykiatrisk vård",
            en="Regions' net cost, specialised psychiatric care",
        ),
        counts=Text(
            sv="årets nettokostnad med läkemedel, alla åldrar, i löpande priser; beloppet bakom Koladas N74008",
            en="the year's net cost with medicines, all ages, at current prices; what Kolada's N74008 is made from",
        ),
        ours=_WHOLE_COST,
    ),
    Comparator(
        key="TAB4199:559",
        indicators=("R1", "R2"),
        organisation="municipality",
        name=Text(
            sv="Kommunernas nettokostnad, vård för vuxna med missbruk",
            en="Municipalities' net cost, addiction services",
        ),
        counts=Text(
            sv="årets nettokostnad i löpande priser; beloppet bakom Koladas N35001",
            en="the year's net cost at current prices; what Kolada's N35001 is made from",
        ),
        ours=_WHOLE_COST,
    ),
    Comparator(
        key="TAB4199:520",
        indicators=("R1", "R2"),
        organisation="municipality",
        name=Text(
            sv="Kommunernas nettokostnad, funktionsnedsättning utom LSS",
            en="Municipalities' net cost, disability outside LSS",
        ),
        counts=Text(
            sv="årets nettokostnad i löpande priser; boendestödet i Koladas N26023 är en del av den",
            en="the year's net cost at current prices; the housing support of Kolada's N26023 is a part of it",
        ),
        ours=_WHOLE_COST,
    ),
    Comparator(
        key="N74803",
        indicators=("R4",),
        organisation="region",
        name=Text(
            sv="Läkarbesök, specialiserad psykiatrisk vård", en="Visits to a doctor, specialised psychiatric care"
        ),
        counts=Text(sv="läkarbesök per 1 000 invånare", en="visits to a doctor per 1,000 inhabitants"),
        ours=_VISITS,
    ),
    Comparator(
        key="N74808",
        indicators=("R4",),
        organisation="region",
        name=Text(
            sv="Andra besök än läkarbesök, specialiserad psykiatrisk vård",
            en="Other visits, specialised psychiatric care",
        ),
        counts=Text(
            sv="besök hos andra än läkare per 1 000 invånare", en="visits to others than doctors per 1,000 inhabitants"
        ),
        ours=_VISITS,
    ),
    Comparator(
        key="N74802",
        indicators=("R5",),
        organisation="region",
        name=Text(sv="Vårdtillfällen, psykiatrisk slutenvård", en="Spells of psychiatric in-patient care"),
        counts=Text(sv="vårdtillfällen per 100 000 invånare", en="spells per 100,000 inhabitants"),
        ours=Text(
            sv="Vårt mått räknar dygn per gemensam brukare, inte vårdtillfällen.",
            en="Our measure counts days per shared user, not spells.",
        ),
    ),
    Comparator(
        key="N35804",
        indicators=("R5",),
        organisation="municipality",
        name=Text(sv="Vårddygn, institutionsvård för vuxna med missbruk", en="Days of institutional addiction care"),
        counts=Text(
            sv="vårddygn för vuxna per invånare 21–64 år", en="days of care for adults per inhabitant aged 21 to 64"
        ),
        ours=Text(
            sv="Vårt mått räknar också särskilt boende, och delar med gemensamma brukare.",
            en="Our measure counts special housing too, and divides by shared users.",
        ),
    ),
)
