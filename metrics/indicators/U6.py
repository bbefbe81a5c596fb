"""U6: how large a part of the unmet needs are no longer unmet when they are rated again."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.ratings import once_unmet
from metrics.problem import Text

# Each person weighs the same, as in U2 and for the same reason. "First" and "again" are the latest answers of two years
# in a row: the first answer ever may be ten years old, and would then be compared with what nobody remembers.
REGION = Twin(
    source="needs",
    rows=once_unmet,
    numerator=nw.col("resolved").cast(nw.Float64()) / nw.col("needs"),
    denominator=nw.lit(True),
    counted=Text(
        sv="Personer som i psykiatrins CAN skattat ett otillfredsställt behov året före och skattat området igen i år.",
        en="Persons who in psychiatry's CAN rated an unmet need the year before and rated the domain again this year.",
    ),
    difference=Text(
        sv="Skattningen görs oftast i samband med vård. Den som är mitt i en svår period svarar ofta annorlunda än den "
        "som skattar i sin vardag.",
        en="The rating is mostly made in connection with care. A person in a difficult period often answers "
        "differently from one who rates in everyday life.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Personer som i socialtjänstens CAN skattat ett otillfredsställt behov året före och skattat området igen i "
        "år.",
        en="Persons who in social services' CAN rated an unmet need the year before and rated the domain again this "
        "year.",
    ),
    difference=Text(
        sv="Skattningen görs oftast i boendestöd eller dagverksamhet, alltså bland dem som redan har en insats.",
        en="The rating is mostly made in housing support or day activities, that is, among persons who already have "
        "support.",
    ),
)

INDICATOR = Indicator(
    id="U6",
    name=Text(sv="Åtgärdade otillfredsställda behov vid omskattning", en="Unmet needs resolved at re-assessment"),
    why=Text(
        sv="Ett otillfredsställt behov är en fråga till verksamheterna. Måttet visar hur ofta den har besvarats till "
        "nästa gång.",
        en="An unmet need is a question to the services. The measure shows how often it has been answered by the next "
        "time.",
    ),
    numerator_text=Text(
        sv="Varje persons egen andel: områden som nu skattas 0 eller 1, av områden som året före skattades 2 och som "
        "skattats igen.",
        en="Each person's own share: domains now rated 0 or 1, of domains rated 2 the year before and rated again.",
    ),
    denominator_text=Text(
        sv="Personer med minst ett område som de själva skattade 2 i årets senaste kända svar året före och har ett "
        "känt svar i även i år. Alla personer väger lika.",
        en="Persons with at least one domain that they rated 2 in the latest known answer of the year before and have "
        "a known answer in this year too. Every person weighs the same.",
    ),
    perspective="needs",
    measure="mean",
    unit="share",
    unit_text=Text(sv="andel av behoven", en="share of needs"),
    direction="increase",
    breakdowns={"all": "year", "target_group": "year", "domain": "year"},
    disclosure="person",
    bounds=(0, 1),
    rater="user",
    lookback_months=24,
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="U1",
    chart="run",
    owner=Text(sv="Brukarsamordnare i regionens psykiatri", en="User involvement lead, regional psychiatry"),
    checker=Text(sv="Verksamhetsutvecklare i socialtjänsten", en="Development officer, social services"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Översynerna 2007 och 2015 ändrade verksamheter efter förändrade behov: Klinga m.fl. 2018, BMC Health "
        "Services Research 18:400. En del av det som löses gör det av sig självt; måttet säger inte varför.",
        en="The reviews of 2007 and 2015 changed services after changed needs: Klinga et al. 2018, BMC Health Services "
        "Research 18:400. Some of what is resolved is so by itself; the measure does not say why.",
    ),
    caveats=("self_rated", "several_groups", "protected_mean"),
)
