"""The words of the page about needs, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.indicator import Rater
from metrics.problem import Text

TITLE: Final = Text(sv="Behov", en="Needs")
QUESTION: Final = Text(
    sv="Vems behov är otillfredsställda, och förändras det?", en="Whose needs are unmet, and is it changing?"
)
NOTHING_TITLE: Final = Text(sv="Inga behovsskattningar att visa", en="No ratings of needs to show")
NOTHING_TEXT: Final = Text(
    sv="Frisläppningen innehåller inga behovsprofiler. De följer med när organisationernas skattningar (CAN) har lästs "
    "in och frisläppts.",
    en="The release holds no profiles of needs. They come along once the organisations' ratings (CAN) have been loaded "
    "and released.",
)
SIDE_MISSING: Final = Text(
    sv="{organisation} har inga behovsskattningar för {year} i denna frisläppning.",
    en="{organisation} has no ratings of needs for {year} in this release.",
)

# --- filters ---------------------------------------------------------------------------------------------------

FILTERS: Final = Text(sv="Urval", en="Filters")
YEAR: Final = Text(sv="År", en="Year")
AGAINST: Final = Text(sv="Jämfört med", en="Compared with")
RATER: Final = Text(sv="Skattat av", en="Rated by")
ORGANISATION: Final = Text(sv="Organisation", en="Organisation")
BOTH: Final = Text(sv="båda", en="both")
RATERS: Final[Mapping[Rater, Text]] = {
    "user": Text(sv="brukarna", en="users"),
    "staff": Text(sv="personalen", en="staff"),
    "carer": Text(sv="anhöriga", en="relatives"),
}

# --- what matters first ----------------------------------------------------------------------------------------

MOST_UNMET: Final = Text(
    sv="Oftast otillfredsställda {year}, enligt {rater}: {domains}.",
    en="Most often unmet in {year}, according to {rater}: {domains}.",
)
DOMAIN_SHARES: Final = Text(sv="{domain} ({shares})", en="{domain} ({shares})")
AND: Final = Text(sv=" och ", en=" and ")
NO_SHARES: Final = Text(
    sv="För få är skattade {year} av {rater} för att visa något område.",
    en="Too few were rated in {year} by {rater} for any domain to be shown.",
)
NONE_CHANGED: Final = Text(
    sv="Jämfört med {against} har inget av de 22 områdena ändrats säkert och märkbart.",
    en="Compared with {against} none of the 22 domains has changed surely and noticeably.",
)
SOME_CHANGED: Final = Text(
    sv="Jämfört med {against} har detta ändrats säkert och märkbart: {changes}.",
    en="Compared with {against} this has changed surely and noticeably: {changes}.",
)
MORE: Final = Text(sv="{domain}, fler otillfredsställda ({organisation})", en="{domain}, more unmet ({organisation})")
FEWER: Final = Text(
    sv="{domain}, färre otillfredsställda ({organisation})", en="{domain}, fewer unmet ({organisation})"
)
NOT_COMPARED: Final = Text(
    sv="Det finns inget tidigare år att jämföra med.", en="There is no earlier year to compare with."
)
CHANGE_HIDDEN: Final = Text(
    sv="Förändringen kan inte visas: för få personer är skattade båda åren.",
    en="The change cannot be shown: too few persons were rated in both years.",
)

# --- the profile -----------------------------------------------------------------------------------------------

PROFILE: Final = Text(sv="Behovsprofil", en="Profile of needs")
PROFILE_SUB: Final = Text(
    sv="Andel av de skattade, {year}. I varje område: brukarnas egen skattning överst, personalens under. "
    "Områdena står i grupp efter välbefinnande, inte efter storlek.",
    en="Share of the rated, {year}. In each domain: the users' own rating above, the staff's below. "
    "Domains are grouped by well-being, not by size.",
)
PROFILE_FOUND: Final = Text(
    sv="Brukarna ser fler otillfredsställda behov än personalen i {found} av {all} områden",
    en="Users see more unmet needs than staff do in {found} of {all} domains",
)
UNMET: Final = Text(sv="otillfredsställt behov", en="unmet need")
MET: Final = Text(sv="tillfredsställt behov", en="met need")
NO_NEED: Final = Text(sv="inget behov", en="no need")
PROFILE_SAID: Final = Text(
    sv="{domain}, {rater}: {unmet} otillfredsställt, {met} tillfredsställt, {n} skattade",
    en="{domain}, {rater}: {unmet} unmet, {met} met, {n} rated",
)
PROFILE_TABLE: Final = Text(sv="Tabell: behovsprofil {year}", en="Table: profile of needs {year}")
DOMAIN: Final = Text(sv="Område", en="Domain")
UNMET_HEAD: Final = Text(sv="{rater}: otillf.", en="{rater}: unmet")
MET_HEAD: Final = Text(sv="{rater}: tillfr.", en="{rater}: met")
RATED_HEAD: Final = Text(sv="{rater}: skattade", en="{rater}: rated")
COVERAGE: Final = Text(sv="täckning {share}", en="coverage {share}")
USERS_SHORT: Final[Mapping[Rater, Text]] = {
    "user": Text(sv="Brukare", en="Users"),
    "staff": Text(sv="Personal", en="Staff"),
    "carer": Text(sv="Anhöriga", en="Relatives"),
}

# --- dimensions ------------------------------------------------------------------------------------------------

DIMENSIONS: Final = Text(
    sv="Fyra sorters välbefinnande, lika mycket värda", en="Four kinds of well-being, of equal value"
)
DIMENSIONS_SUB: Final = Text(
    sv="Andel av behoven som är tillfredsställda, {year}, enligt {rater}. Varje område väger lika inom sin sort, och "
    "varje sort lika.",
    en="Share of needs that are met, {year}, according to {rater}. Each domain weighs the same within its kind, and "
    "each kind the same.",
)
DIMENSIONS_FOUND: Final = Text(
    sv="Mellan den sort som oftast är tillfredsställd och den som mest sällan är det skiljer {gaps}",
    en="Between the kind most often met and the kind least often met there is a gap of {gaps}",
)
DIMENSIONS_HIDDEN: Final = Text(
    sv="Skillnaden mellan sorterna kan inte visas: för få är skattade",
    en="The gap between the kinds cannot be shown: too few were rated",
)
GAP_OF: Final = Text(sv="{points} procentenheter ({organisation})", en="{points} percentage points ({organisation})")
NOT_EXISTENTIAL: Final = Text(
    sv="CAN har ingen fråga om mening eller hopp. Det existentiella visas genom det närmaste formuläret kommer: daglig "
    "sysselsättning, nära relationer och sexualitet.",
    en="CAN has no question about meaning or hope. The existential is shown by the nearest the form comes: daytime "
    "activities, intimate relationships and sexual expression.",
)
GAP: Final = Text(sv="Gap mellan högsta och lägsta", en="Gap between highest and lowest")
RESTS_ON: Final = Text(sv="{shown} av {all} områden", en="{shown} of {all} domains")
GAP_OVER_TIME: Final = Text(sv="Gapet över tid: U3", en="The gap over time: U3")
GAP_DIFFERS: Final = Text(
    sv="Gapet räknas här ur behovsprofilens skyddade antal. U3 gäller bara brukarnas egna skattningar och skyddas för "
    "sig, och kan därför skilja någon enhet.",
    en="The gap is made here from the protected counts of the profile. U3 is of the users' own ratings only and is "
    "protected by itself, so it may be a point or so apart.",
)
DIMENSION: Final = Text(sv="Sort", en="Kind")

# --- change ----------------------------------------------------------------------------------------------------

CHANGE: Final = Text(sv="Vad har ändrats från {against} till {year}?", en="What changed from {against} to {year}?")
CHANGE_UNKNOWN: Final = Text(sv="Vad har ändrats?", en="What has changed?")
CHANGE_SUB: Final = Text(
    sv="Samma personer båda åren, skattade av {rater}. Till vänster de vars behov inte längre är otillfredsställt, i "
    "mitten de vars behov fortfarande är det, till höger de som fått ett nytt.",
    en="The same persons both years, rated by {rater}. On the left those whose need is no longer unmet, in the middle "
    "those whose need still is, on the right those with a new one.",
)
DIFFERENCE_SUB: Final = Text(
    sv="Otillfredsställda behov enligt {rater}, {against} (ring) och {year} (fylld), som andel av dem som skattats "
    "respektive år. Delvis olika personer.",
    en="Unmet needs according to {rater}, {against} (ring) and {year} (filled), as a share of those rated in each "
    "year. Partly different persons.",
)
RESOLVED: Final = Text(sv="inte längre", en="no longer unmet")
STILL: Final = Text(sv="fortfarande", en="still unmet")
NEW: Final = Text(sv="nytt", en="new unmet need")
NOTICED: Final = Text(sv="säker och märkbar ändring", en="sure and noticeable change")
CHANGE_SAID: Final = Text(
    sv="{domain}: {resolved} inte längre, {still} fortfarande, {new} nya, av {pairs} personer",
    en="{domain}: {resolved} no longer, {still} still, {new} new, of {pairs} persons",
)
DIFFERENCE_SAID: Final = Text(
    sv="{domain}: {before} till {after}, skillnad {low} till {high} procentenheter",
    en="{domain}: {before} to {after}, difference {low} to {high} percentage points",
)
CARERS_NOT_FOLLOWED: Final = Text(
    sv="Anhörigas skattningar följs inte från år till år: de är för få. Välj ett tidigare år att jämföra med, eller en "
    "annan skattare.",
    en="Relatives' ratings are not followed from year to year: they are too few. Choose an earlier year to compare "
    "with, or another rater.",
)
CHANGE_TABLE: Final = Text(sv="Tabell: ändringar {against}–{year}", en="Table: changes {against}–{year}")
PAIRS: Final = Text(sv="Skattade båda åren", en="Rated both years")
NET: Final = Text(sv="Skillnad", en="Difference")
BEFORE_AFTER: Final = Text(sv="Andel {year}", en="Share {year}")
LIMITS: Final = Text(sv="95\u00a0%-gränser", en="95% limits")
POINTS: Final = Text(sv="{n} p.e.", en="{n} pts")

# --- agreement -------------------------------------------------------------------------------------------------

AGREEMENT: Final = Text(sv="Ser brukare och personal samma sak?", en="Do users and staff see the same?")
AGREEMENT_SUB: Final = Text(
    sv="Personer som båda skattat inom trettio dagar, {year}: vem som ser ett otillfredsställt behov.",
    en="Persons both have rated within thirty days, {year}: who sees an unmet need.",
)
AGREEMENT_FOUND: Final = Text(
    sv="{organisation}: båda ser samma sak för {low} till {high} av personerna, men av de behov någon av dem ser är de "
    "överens om färre än hälften i {few} av {all} områden.",
    en="{organisation}: both see the same for {low} to {high} of the persons, but of the needs either sees they share "
    "fewer than half in {few} of {all} domains.",
)
AGREEMENT_READ: Final = Text(
    sv="Överens: andel där båda säger samma sak; hög i områden där nästan ingen har behov. Av sedda behov: hur stor "
    "del av det någon av dem ser som båda ser. Kappa räknar bort det som slumpen ger: under 0,4 är svagt, 0,4–0,6 "
    "måttligt, över 0,6 gott. Är ett antal skyddat står kappa som ett spann.",
    en="Agree: share where both say the same; high where hardly anybody has the need. Of needs seen: how much of "
    "what either sees both see. Kappa takes away what chance gives: under 0.4 is weak, 0.4–0.6 moderate, over 0.6 "
    "good. Where a count is protected kappa is a range.",
)
AGREEMENT_HEAD: Final = (
    Text(sv="Båda", en="Both"),
    Text(sv="Bara brukaren", en="Only the user"),
    Text(sv="Bara personalen", en="Only staff"),
    Text(sv="Överens", en="Agree"),
    Text(sv="Av sedda behov", en="Of needs seen"),
    Text(sv="Kappa", en="Kappa"),
    Text(sv="Par", en="Pairs"),
)
RANGE: Final = Text(sv="{low}–{high}", en="{low}–{high}")
RANGE_OF_SHARES: Final = Text(sv="{low}–{high}\u00a0%", en="{low}–{high}%")
TO: Final = Text(sv="{low} till {high}", en="{low} to {high}")

THROUGH_FOUND: Final = Text(
    sv="Oftast högst genom åren: {domains}", en="Most often the highest through the years: {domains}"
)
THROUGH_OF: Final = Text(
    sv="{domain}, {times} av {all} år ({organisation})", en="{domain}, {times} of {all} years ({organisation})"
)
THROUGH_HIDDEN: Final = Text(
    sv="För få är skattade för att något område ska visas", en="Too few were rated for any domain to be shown"
)

# --- target groups ---------------------------------------------------------------------------------------------

GROUPS: Final = Text(
    sv="Vilka målgrupper växer, och vilka får inte sina behov tillfredsställda?",
    en="Which target groups grow, and whose needs are not met?",
)
GROWING: Final = Text(
    sv="Målgruppernas andel av brukarna, {since} till {year}", en="Target groups' share of users, {since} to {year}"
)
NO_GROWTH: Final = Text(
    sv="Ingen målgrupp är säkert en större eller mindre del av brukarna än då.",
    en="No target group is reliably a larger or smaller part of the users than then.",
)
UNSERVED: Final = Text(
    sv="Oftare otillfredsställt i målgruppen än bland övriga, {year}",
    en="More often unmet in the target group than among the others, {year}",
)
NO_UNSERVED: Final = Text(
    sv="Ingen målgrupp har säkert oftare otillfredsställda behov än övriga i något område.",
    en="No target group reliably has unmet needs more often than the others in any domain.",
)
GROUP_AND_DOMAIN: Final = Text(sv="Målgrupp och område", en="Target group and domain")
SHARE_IN: Final = Text(sv="I målgruppen", en="In the group")
SHARE_OTHERS: Final = Text(sv="Övriga", en="Others")
IDENTIFIED: Final = Text(
    sv="Målgruppen uppmärksammades {identified}. Svar: {service}.",
    en="The group was identified in {identified}. Response: {service}.",
)
NO_SERVICE: Final = Text(sv="ingen egen insats", en="no service of its own")
KNOWN_GAP: Final = Text(sv="Känd lucka: {gap}", en="Known gap: {gap}")
GROUPS_NOTE: Final = Text(
    sv="En person kan höra till flera målgrupper. Alla grupper och områden prövas samtidigt, efter brukarnas egna "
    "svar.",
    en="A person may be in several target groups. All groups and domains are tested at once, by the users' own "
    "answers.",
)

# --- services --------------------------------------------------------------------------------------------------

SERVICES: Final = Text(sv="Vilka insatser svarar mot behoven?", en="Which services answer the needs?")
SERVICES_SUB: Final = Text(
    sv="Områden där minst {many} har ett otillfredsställt behov på någon sida, eller där fler har fått det. Varje "
    "område ber om ett svar: en insats, ett beslut, en ansvarig.",
    en="Domains where at least {many} have an unmet need on either side, or where more have got one. Each asks for a "
    "response: a service, a decision, somebody responsible.",
)
SERVICES_READ: Final = Text(
    sv="Vilka enheter som svarar mot ett område är en tolkning av deras slag: ingen källa säger vad en enhet är till "
    "för.",
    en="Which units answer a domain is read from their kind: no source says what a unit is for.",
)
NO_MANY: Final = Text(
    sv="Inget område har så många otillfredsställda behov.", en="No domain has that many unmet needs."
)
ANSWERS: Final = Text(sv="Enheter som svarar mot behovet", en="Units that answer the need")
RUN_BY: Final[Mapping[str, Text]] = {
    "joint": Text(sv="gemensamt", en="jointly"),
    "region": Text(sv="regionen", en="the region"),
    "municipality": Text(sv="kommunen", en="the municipality"),
}
SINCE: Final = Text(sv="sedan {day}", en="since {day}")
BEFORE_DATA: Final = Text(sv="sedan före {day}", en="since before {day}")
JOINT_UNTIL: Final = Text(sv="gemensamt till {day}", en="jointly until {day}")
CLOSED: Final = Text(sv="till {day}", en="until {day}")
NO_UNIT: Final = Text(sv="ingen enhet i registret", en="no unit in the register")
RESPONSE_DECISIONS: Final = Text(
    sv="Beslut om behovsmåtten, senaste först. Vilket område de gäller framgår av deras text:",
    en="Decisions about the measures of need, latest first. Their text tells which domain they are about:",
)
NO_DECISIONS: Final = Text(
    sv="Registret har inget beslut om behovsmåtten.", en="The register holds no decision about the measures of need."
)
ASKS: Final = Text(sv="Vem svarar, och när?", en="Who answers, and when?")

# --- over the years --------------------------------------------------------------------------------------------

THROUGH: Final = Text(sv="Otillfredsställda behov genom åren", en="Unmet needs through the years")
THROUGH_SUB: Final = Text(
    sv="Andel av de skattade, procent, enligt {rater}. Starkare färg: större andel, på samma skala i båda tabellerna.",
    en="Share of the rated, per cent, according to {rater}. A stronger colour is a larger share, on the same scale in "
    "both tables.",
)

TABLE_FOLLOWS: Final = Text(sv="Samma siffror står i tabellen under.", en="The same figures stand in the table below.")
FILE: Final = Text(sv="behov", en="needs")
SHEET_HEAD: Final = Text(
    sv="frisläppning;organisation;skattare;område nr;område;år;otillfredsställt;tillfredsställt;inget behov;vet "
    "inte;andel otillfredsställt;andel med behov;täckning",
    en="release;organisation;rater;domain no;domain;year;unmet;met;no need;not known;share unmet;share with "
    "need;coverage",
)
CHANGE_HEAD: Final = Text(
    sv="frisläppning;organisation;skattare;område nr;område;från;till;skattade båda åren;inte längre;fortfarande;nya;"
    "skillnad;nedre gräns;övre gräns;säker och märkbar",
    en="release;organisation;rater;domain no;domain;from;to;rated both years;no longer;still;new;difference;lower "
    "limit;upper limit;sure and noticeable",
)
AGREEMENT_SHEET: Final = Text(
    sv="frisläppning;organisation;område nr;område;år;par;båda;bara brukaren;bara personalen;överens;av sedda behov "
    "från;av sedda behov till;kappa från;kappa till",
    en="release;organisation;domain no;domain;year;pairs;both;only the user;only staff;agree;of needs seen from;of "
    "needs seen to;kappa from;kappa to",
)
THROUGH_SHEET: Final = Text(
    sv="frisläppning;organisation;skattare;område nr;område;år;andel otillfredsställt;andel med behov;täckning",
    en="release;organisation;rater;domain no;domain;year;share unmet;share with need;coverage",
)
DIMENSION_SHEET: Final = Text(
    sv="frisläppning;organisation;skattare;år;sorts välbefinnande;andel tillfredsställda;områden den vilar på",
    en="release;organisation;rater;year;kind of well-being;share met;domains it rests on",
)
