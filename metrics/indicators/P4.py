"""P4: the share of agencies needed or invited that were present when the plan was made."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.plans import agencies_wanted
from metrics.problem import Text

REGION = Twin(
    source="sip_participants",
    rows=lambda tables: agencies_wanted(tables, "region"),
    numerator=nw.col("present"),
    denominator=nw.lit(True),
    counted=Text(
        sv="Psykiatrin, beroendevården och primärvården, och statens myndigheter, vid SIP som regionen leder.",
        en="Psychiatry, addiction care and primary care, and the state's agencies, at SIPs the region leads.",
    ),
    difference=Text(
        sv="Hur regionens verksamheter kommer till möten som kommunen leder finns i kommunens uppgifter och ingår "
        "inte.",
        en="How the region's agencies come to meetings the municipality leads is in the municipality's data and not "
        "included.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    rows=lambda tables: agencies_wanted(tables, "municipality"),
    counted=Text(
        sv="Socialtjänstens sektioner, och statens myndigheter, vid SIP som kommunen leder.",
        en="The sections of social services, and the state's agencies, at SIPs the municipality leads.",
    ),
    difference=Text(
        sv="Hur kommunens sektioner kommer till möten som regionen leder finns i regionens uppgifter och ingår inte.",
        en="How the municipality's sections come to meetings the region leads is in the region's data and not "
        "included.",
    ),
)

# Agencies of neither organisation (social insurance, employment service, probation) are counted with the one that
# leads the plan and invites: left out, the absence that was most striking in the study would be seen nowhere.
# Relatives are no agency. One that came without being needed or invited neither raises nor lowers the figure.
INDICATOR = Indicator(
    id="P4",
    name=Text(sv="Berörda aktörer närvarande vid SIP", en="Relevant agencies present at the SIP meeting"),
    why=Text(
        sv="En plan binder bara dem som var med och gjorde den. Måttet visar om de som behövdes faktiskt kom.",
        en="A plan binds only those who were there to make it. The measure shows whether those who were needed came.",
    ),
    numerator_text=Text(
        sv="De av aktörerna som var med på mötet.",
        en="Those of the agencies that were present at the meeting.",
    ),
    denominator_text=Text(
        sv="Aktörer som behövdes eller var kallade till SIP-möten under perioden: den egna organisationens "
        "verksamheter samt Försäkringskassan, Arbetsförmedlingen och Kriminalvården. En aktör räknas en gång per plan.",
        en="Agencies needed at or invited to SIP meetings in the period: the organisation's own, and the social "
        "insurance agency, the employment service and the prison and probation service. An agency counts once a plan.",
    ),
    perspective="process",
    measure="share",
    unit="share",
    unit_text=Text(sv="andel av aktörerna", en="share of agencies"),
    direction="increase",
    breakdowns={"all": "quarter", "unit": "year", "target_group": "year"},
    disclosure="process",
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    # Full tables at few meetings and empty chairs at many look alike, so it is read with how many have a plan.
    partner="P1",
    owner=Text(sv="SIP-samordnare i regionen", en="SIP coordinator, the region"),
    checker=Text(sv="SIP-samordnare i kommunen", en="SIP coordinator, the municipality"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Studie av tolv akter med SIP: få möten hade alla berörda. Primärvården och Försäkringskassan var inte med "
        "i något fall.",
        en="A study of twelve case files with a SIP: few meetings had everyone concerned. Primary care and social "
        "insurance were present in none.",
    ),
    caveats=("own_plans_only", "leader_invites", "several_groups", "registration", "protected"),
)
