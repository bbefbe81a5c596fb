"""R4: contacts per shared user and month."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.contacts import contacts_of_shared_users
from metrics.problem import Text

REGION = Twin(
    source="contacts",
    rows=contacts_of_shared_users,
    numerator=nw.col("contacts"),
    denominator=nw.lit(True),
    counted=Text(
        sv="Gemensamma brukare enligt regionen och deras kontakter med psykiatrins öppna vård.",
        en="Shared users by the region's record and their contacts with psychiatry's open care.",
    ),
    difference=Text(
        sv="Mest planerade besök. Kontakterna är färre men oftast längre än kommunens.",
        en="Mostly planned visits. The contacts are fewer but mostly longer than the municipality's.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Gemensamma brukare enligt kommunen och deras kontakter med boendestöd, dagverksamhet och socialtjänst.",
        en="Shared users by the municipality's record and their contacts with housing support, day activities and "
        "social services.",
    ),
    difference=Text(
        sv="Mest vardagsstöd som ges ofta, i hemmet eller som dagverksamhet. Därför är antalet högre än regionens.",
        en="Mostly everyday support given often, at home or as day activities. The number is therefore higher than "
        "the region's.",
    ),
)

# Of one person at most 31 contacts a month count: more than one a day is as a rule double registration.
# A unit's persons are those in its service at the month's end and those it met in the month.
INDICATOR = Indicator(
    id="R4",
    name=Text(sv="Kontakter per gemensam brukare", en="Contacts per shared user"),
    why=Text(
        sv="Volymen visar hur mycket som görs och om den flyttar mellan organisationerna. Den säger inget om kvalitet "
        "och läses därför med hur behoven blir tillfredsställda.",
        en="Volume shows how much is done and whether it moves between the organisations. It says nothing about "
        "quality, so it is read with how needs are met.",
    ),
    numerator_text=Text(
        sv="Besök, hembesök, telefon- och digitala kontakter, grupp och dagverksamhet som blivit av under månaden, "
        "högst 31 per person. Vårdtillfällen och boendedygn ingår inte.",
        en="Visits, home visits, telephone and digital contacts, groups and day activities that took place in the "
        "month, at most 31 per person. Stays in a ward or a home are not included.",
    ),
    denominator_text=Text(
        sv="Gemensamma brukare med pågående kontakt den sista dagen i månaden.",
        en="Shared users in service on the last day of the month.",
    ),
    perspective="resources",
    measure="mean",
    unit="per_person",
    unit_text=Text(sv="kontakter per person och månad", en="contacts per person and month"),
    direction="neutral",
    breakdowns={"all": "month", "unit": "month", "target_group": "month"},
    disclosure="person",
    bounds=(0, 31),
    comparable="not_comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="U2",
    decimals=1,
    owner=Text(sv="Controller i regionens psykiatri", en="Controller, regional psychiatry"),
    checker=Text(sv="Controller i socialförvaltningen", en="Controller, social services"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Erfarenhet av beställare som såg till volym och kostnad men mindre till kvalitet. Jämför Kolada N74803 och "
        "N74808.",
        en="Experience of purchasers who looked at volume and cost but less at quality. Compare Kolada N74803 and "
        "N74808.",
    ),
    caveats=("volume_not_quality", "capped", "shared_by_own_record", "not_linked", "several_groups", "protected_mean"),
)
