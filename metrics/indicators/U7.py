"""U7: the share of those asked who say that they can influence the help they get."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from metrics.indicator import Indicator, Twin
from metrics.populations.surveys import INFLUENCE, published_results
from metrics.problem import Text

REGION = Twin(
    source="surveys",
    rows=lambda tables: published_results(tables, INFLUENCE),
    numerator=nw.col("value") / 100,
    denominator=nw.col("respondents"),
    counted=Text(
        sv="Nationell patientenkät i psykiatrisk öppenvård: frågorna om delaktighet.",
        en="The national patient survey in psychiatric outpatient care: the questions on participation.",
    ),
    difference=Text(
        sv="Frågorna är patientenkätens, med andra ord och svarsalternativ än kommunens brukarundersökning.",
        en="The questions are those of the patient survey, with other words and answers than the municipality's.",
    ),
)
MUNICIPALITY = replace(
    REGION,
    counted=Text(
        sv="Brukarundersökningen i boendestöd och sysselsättning: frågan om man får vara med och bestämma.",
        en="The user survey in housing support and daytime activities: the question on having a say.",
    ),
    difference=Text(
        sv="Frågan är brukarundersökningens, med andra ord och svarsalternativ än regionens patientenkät.",
        en="The question is that of the user survey, with other words and answers than the region's patient survey.",
    ),
)

# Surveys publish per cent. Several units' results become one by how many answered, as the surveys themselves do it.
INDICATOR = Indicator(
    id="U7",
    name=Text(sv="Brukarens inflytande över hjälpen", en="User-rated influence over help"),
    why=Text(
        sv="Den som hjälpen är till för ska kunna påverka den. Måttet är det enda som kommer från brukarnas egna svar "
        "om hur de blivit bemötta i besluten.",
        en="Those the help is for must be able to influence it. The measure is the only one that comes from the users' "
        "own answers about their part in the decisions.",
    ),
    numerator_text=Text(
        sv="De som svarat att de kan påverka eller bestämma, som enkäten publicerat andelen.",
        en="Those who answered that they can influence or decide, as the survey has published the share.",
    ),
    denominator_text=Text(sv="De som svarat på frågan.", en="Those who answered the question."),
    perspective="needs",
    measure="result",
    unit="share",
    unit_text=Text(sv="andel av de svarande", en="share of those who answered"),
    direction="increase",
    breakdowns={"all": "year", "unit": "year"},
    disclosure="ledger",
    comparable="not_comparable",
    twins={"region": REGION, "municipality": MUNICIPALITY},
    partner="P9",
    chart="run",
    owner=Text(sv="Brukarinflytandesamordnare i regionen", en="Service-user influence coordinator, the region"),
    checker=Text(sv="Verksamhetsutvecklare i socialtjänsten", en="Development officer, social services"),
    next_review=date(2026, 12, 1),
    reference=Text(
        sv="Brukarens roll framstod som underordnad och var inte dokumenterad i de tolv akterna med SIP. Jämför Kolada "
        "N79539, N28710 och U26420.",
        en="The user's role appeared subordinate and was not documented in the twelve case files with a SIP. Compare "
        "Kolada N79539, N28710 and U26420.",
    ),
    caveats=("answers_only",),
)
