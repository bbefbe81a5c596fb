"""U8: the share of shared users of working age in work, studies or organised activity."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.users import shared_users_of_working_age
from metrics.problem import Text

REGION = Twin(
    source="persons",
    column="occupation",
    rows=shared_users_of_working_age,
    numerator=nw.col("occupation").is_in(("work", "study", "organised_activity")),
    denominator=nw.lit(True),
    per_person="any",
    counted=Text(
        sv="Gemensamma brukare 18–64 år enligt regionen, och sysselsättningen som psykiatrin antecknat.",
        en="Shared users aged 18–64 by the region's record, and the occupation psychiatry has noted.",
    ),
    difference=Text(
        sv="Psykiatrin antecknar det personen berättar, ofta vid nybesök eller vårdplanering.",
        en="Psychiatry notes what the person tells, often at a first visit or when care is planned.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Gemensamma brukare 18–64 år enligt kommunen, och sysselsättningen som socialtjänsten antecknat.",
        en="Shared users aged 18–64 by the municipality's record, and the occupation social services have noted.",
    ),
    difference=Text(
        sv="Socialtjänsten känner den sysselsättning den själv beviljat (SoL eller LSS) bättre än arbete och studier.",
        en="Social services know the activity they have granted themselves (SoL or LSS) better than work and studies.",
    ),
)

# Whoever has no occupation noted counts below the line, as one without would: where notes are rarely made the figure
# is low, which is said beside it. An organisation that does not deliver the column at all has no figure.
INDICATOR = Indicator(
    id="U8",
    name=Text(sv="Arbete, studier eller organiserad sysselsättning", en="In work, study or organised daytime activity"),
    why=Text(
        sv="Att ha något att gå till är bland det som betyder mest för återhämtning. Försäkringskassan och "
        "Arbetsförmedlingen hör till det som ska samordnas.",
        en="Having somewhere to go is among what matters most for recovery. The social insurance agency and the "
        "employment service are part of what is to be coordinated.",
    ),
    numerator_text=Text(
        sv="De av dem som har arbete, studerar eller deltar i organiserad sysselsättning enligt anteckningen.",
        en="Those of them noted as being in work, studying or taking part in organised activity.",
    ),
    denominator_text=Text(
        sv="Gemensamma brukare med pågående kontakt den sista dagen i perioden, som under året fyller minst 18 och "
        "högst 64 år.",
        en="Shared users in service on the last day of the period who turn at least 18 and at most 64 in the year.",
    ),
    perspective="needs",
    measure="share",
    unit="share",
    unit_text=Text(sv="andel av gemensamma brukare 18–64 år", en="share of shared users aged 18–64"),
    direction="increase",
    breakdowns={"all": "year", "unit": "year", "target_group": "year"},
    disclosure="person",
    comparable="comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    # Being occupied is no end in itself: it is read with whether needs remain.
    partner="U1",
    owner=Text(sv="Verksamhetsutvecklare i socialtjänsten", en="Development officer, social services"),
    checker=Text(sv="Kvalitetsansvarig i regionens psykiatri", en="Quality lead, regional psychiatry"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Försäkringskassan och Arbetsförmedlingen i den utvidgade samverkan: Klinga m.fl. 2018, BMC Health Services "
        "Research 18:400. Jämför Kolada U26438.",
        en="Social insurance and employment services in the extended integration: Klinga et al. 2018, BMC Health "
        "Services Research 18:400. Compare Kolada U26438.",
    ),
    caveats=(
        "unrecorded_is_none",
        "shared_by_own_record",
        "not_linked",
        "several_groups",
        "registration",
        "protected",
    ),
)
