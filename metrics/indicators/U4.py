"""U4: how far users and staff agree on which needs are unmet."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.ratings import agreeing
from metrics.problem import Text

# Each person weighs the same, as in U2 and for the same reason: a person's pairs share the person's one.
REGION = Twin(
    source="needs",
    rows=agreeing,
    numerator=nw.col("agrees").cast(nw.Float64()) / nw.col("pairs"),
    denominator=nw.lit(True),
    counted=Text(
        sv="Personer som både de själva och psykiatrins personal skattat inom trettio dagar.",
        en="Persons rated both by themselves and by psychiatry's staff within thirty days.",
    ),
    difference=Text(
        sv="Personalen är psykiatrins, som ofta ser personen i kontakter om vård.",
        en="The staff are psychiatry's, who often see the person in contacts about care.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Personer som både de själva och socialtjänstens personal skattat inom trettio dagar.",
        en="Persons rated both by themselves and by social services' staff within thirty days.",
    ),
    difference=Text(
        sv="Personalen är socialtjänstens, som ofta ser personen i vardagen.",
        en="The staff are social services', who often see the person in everyday life.",
    ),
)

INDICATOR = Indicator(
    id="U4",
    name=Text(sv="Samstämmighet brukare–personal om otillfredsställda behov", en="User–staff agreement on unmet need"),
    why=Text(
        sv="En plan som görs tillsammans förutsätter att man ser samma behov. Måttet visar hur ofta man gör det; var "
        "man ser olika börjar samtalet.",
        en="A plan made together presupposes seeing the same needs. The measure shows how often that is so; where "
        "views differ the conversation begins.",
    ),
    numerator_text=Text(
        sv="Varje persons egen andel: områden där båda skattat ett otillfredsställt behov, eller ingen av dem, av "
        "områden som båda skattat.",
        en="Each person's own share: domains where both rated an unmet need, or neither did, of domains both have "
        "rated.",
    ),
    denominator_text=Text(
        sv="Personer med minst ett område som brukaren och personalen gett ett känt svar i inom trettio dagar under "
        "året. Alla personer väger lika.",
        en="Persons with at least one domain that user and staff gave a known answer in within thirty days, in the "
        "year. Every person weighs the same.",
    ),
    perspective="needs",
    measure="mean",
    unit="share",
    unit_text=Text(sv="andel av områdena", en="share of domains"),
    direction="increase",
    breakdowns={"all": "year", "target_group": "year", "domain": "year"},
    disclosure="person",
    bounds=(0, 1),
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="U1",
    chart="run",
    owner=Text(sv="Brukarsamordnare i regionens psykiatri", en="User involvement lead, regional psychiatry"),
    checker=Text(sv="Verksamhetsutvecklare i socialtjänsten", en="Development officer, social services"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Andelen lika svar är hög för ovanliga behov även av en slump: kappa, PABAK och positiv samstämmighet per "
        "område står bredvid (Byrt m.fl. 1993). Slade m.fl. 1998, Social Psychiatry and Psychiatric Epidemiology "
        "33:543–550.",
        en="The share of equal answers is high for rare needs even by chance: kappa, PABAK and positive agreement by "
        "domain stand beside it (Byrt et al. 1993). Slade et al. 1998, Social Psychiatry and Psychiatric Epidemiology "
        "33:543–550.",
    ),
    caveats=("several_groups", "registration", "protected_mean"),
)
