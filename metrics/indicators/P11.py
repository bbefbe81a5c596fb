"""P11: days that shared users wait to leave a ward, or beyond thirty days for a first contact."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.contacts import days_waited
from metrics.problem import Text

MOST = 31  # days of waiting that one person adds in a month

# Per hundred users, since a figure of 0.2 days per person says little to a reader; the most is as many times larger.
REGION = Twin(
    source="contacts",
    rows=days_waited,
    numerator=nw.col("days") * 100,
    denominator=nw.lit(True),
    counted=Text(
        sv="Gemensamma brukare enligt regionen: dygn som utskrivningsklar, och väntan från remiss till första besök.",
        en="Shared users by the region's record: days as ready for discharge, and waits from referral to first visit.",
    ),
    difference=Text(
        sv="Den som är utskrivningsklar väntar ofta på kommunens insats: dygnen syns hos regionen men beror på båda.",
        en="Those ready for discharge often wait for the municipality: the days are seen in the region but depend on "
        "both.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Gemensamma brukare enligt kommunen: väntan från anmälan eller underrättelse till kommunens första insats.",
        en="Shared users by the municipality's record: waits from notice to the municipality's first measure.",
    ),
    difference=Text(
        sv="Kommunen har inga dygn som utskrivningsklar: bara väntan på en första kontakt ingår.",
        en="The municipality has no days as ready for discharge: only waits for a first contact are included.",
    ),
)

# A wait for a first contact is counted when it ends, because only then is it known, and a figure once published
# does not change. One person counts for at most 31 days a month, so that a single long wait is neither all of the
# figure nor visible in it. Among few persons that ceiling is more than the figure: no unit or target group is shown.
INDICATOR = Indicator(
    id="P11",
    name=Text(sv="Väntan på utskrivning eller första kontakt", en="Waiting for discharge or first contact"),
    why=Text(
        sv="Den som är klar att lämna sjukhuset, eller har bett om hjälp, ska inte bli väntande mellan två "
        "organisationer.",
        en="Whoever is ready to leave hospital, or has asked for help, should not be left waiting between two "
        "organisations.",
    ),
    numerator_text=Text(
        sv="Dygn i heldygnsvård från den dag personen är utskrivningsklar, och de dagar utöver 30 som gått från remiss "
        "eller anmälan till första kontakt. Väntan på en kontakt räknas i den månad kontakten blir av. Högst 31 dagar "
        "per person och månad.",
        en="Days in in-patient care from the day the person is ready for discharge, and the days beyond 30 from "
        "referral or notice to first contact. A wait for a contact is counted in the month of the contact. At most 31 "
        "days per person and month.",
    ),
    denominator_text=Text(
        sv="Gemensamma brukare med pågående kontakt den sista dagen i månaden, i hundratal.",
        en="Shared users in service on the last day of the month, in hundreds.",
    ),
    perspective="process",
    measure="mean",
    unit="days_per_100",
    unit_text=Text(sv="dagar per 100 brukare och månad", en="days per 100 users and month"),
    direction="decrease",
    breakdowns={"all": "month"},
    disclosure="person",
    bounds=(0, 100 * MOST),
    comparable="not_comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    # A shorter wait may only have moved to the other side, which is seen in who bears the cost.
    partner="R2",
    owner=Text(sv="Vårdplaneringsansvarig i regionens psykiatri", en="Discharge planning lead, regional psychiatry"),
    checker=Text(sv="Enhetschef för biståndshandläggarna", en="Head of the case officers, the municipality"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Samordning som kortar vårdtider och väntan: Klinga m.fl. 2018, BMC Health Services Research 18:400. Lagen "
        "(2017:612) om samverkan vid utskrivning. Jämför Kolada N20403, N79176 och U79049.",
        en="Integration that shortens stays and waits: Klinga et al. 2018, BMC Health Services Research 18:400. The "
        "Swedish act (2017:612) on collaboration at discharge. Compare Kolada N20403, N79176 and U79049.",
    ),
    caveats=("told_when_it_ends", "capped", "shared_by_own_record", "not_linked", "registration", "protected_mean"),
)
