"""The words of the page about coordinated plans, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Planer (SIP)", en="Plans (SIP)")
QUESTION: Final = Text(sv="Håller planerna vad de lovar?", en="Do plans hold what they promise?")
NOTHING_TITLE: Final = Text(sv="Inga planer att visa", en="No plans to show")
NOTHING_TEXT: Final = Text(
    sv="Frisläppningen innehåller inga uppgifter om planernas väg. De följer med när organisationernas planer (SIP) "
    "har lästs in och frisläppts.",
    en="The release holds nothing about the way of plans. It comes along once the organisations' plans (SIP) have been "
    "loaded and released.",
)
FILE: Final = Text(sv="planer", en="plans")

LEAST: Final = Text(
    sv="Av de överenskomna stegen tas detta minst ofta {year}: {step} ({shares}).",
    en="Of the agreed steps this is taken least often in {year}: {step} ({shares}).",
)
NO_STEPS: Final = Text(
    sv="För få planer {year} för att visa något steg.", en="Too few plans in {year} for any step to be shown."
)
HALF: Final = Text(
    sv="Hälften av planerna har följts upp {medians}.", en="Half of the plans have been followed up {medians}."
)
WITHIN: Final = Text(sv="inom {days} dagar", en="within {days} days")
NOT_YET: Final = Text(sv="ännu inte", en="not yet")
HALF_HIDDEN: Final = Text(
    sv="Tiden till uppföljning kan inte visas: för få planer.",
    en="The time to follow-up cannot be shown: too few plans.",
)

# --- the way of a plan -----------------------------------------------------------------------------------------

WAY: Final = Text(sv="Planens väg, steg för steg", en="The way of a plan, step by step")
WAY_FOUND: Final = Text(
    sv="{kept} av {all} steg tas i minst tre av fyra planer",
    en="{kept} of {all} steps are taken in at least three of four plans",
)
WAY_SUB: Final = Text(
    sv="Planer vars möte hölls {year}, varje organisation de planer den leder. Ramen är vad man kommit överens om: "
    "alla planer som skulle ta steget. Det fyllda är de som tog det.",
    en="Plans whose meeting was held in {year}, for each organisation those it leads. The frame is what was agreed: "
    "all plans that should take the step. What is filled is those that did.",
)
IMAGINED: Final = Text(sv="tänkt: alla som skulle", en="imagined: all that should")
DONE: Final = Text(sv="gjort", en="done")
PHASES: Final[Mapping[str, Text]] = {
    "prepared": Text(sv="Före mötet", en="Before the meeting"),
    "user_present": Text(sv="På mötet", en="At the meeting"),
    "needs_stated": Text(sv="I planen", en="In the plan"),
    "followed_up_in_time": Text(sv="Efteråt", en="Afterwards"),
}
"""What stands above the step that begins it."""
STEP: Final = Text(sv="Steg", en="Step")
STEP_SAID: Final = Text(sv="{step}: {count} av {of} planer, {share}", en="{step}: {count} of {of} plans, {share}")
OF_PLANS: Final = Text(sv="{count} av {of} planer", en="{count} of {of} plans")
LIMITS: Final = Text(sv="95\u00a0%-gränser {low}–{high}", en="95% limits {low}–{high}")
WAY_TABLE: Final = Text(sv="Tabell: planens väg {year}", en="Table: the way of a plan {year}")

# --- time to follow-up -----------------------------------------------------------------------------------------

TIME: Final = Text(sv="Tid till uppföljning", en="Time to follow-up")
TIME_SUB: Final = Text(
    sv="Andel av planerna från {year} som ännu väntar på uppföljning, efter antal dagar från mötet. Fältet är "
    "95\u00a0%-gränser. Den streckade linjen är 180 dagar.",
    en="Share of the plans from {year} that still wait for follow-up, by days from the meeting. The band is 95% "
    "limits. The dashed line is at 180 days.",
)
HIDDEN_BINS: Final = Text(
    sv="{organisation}: {bins} intervall har för få uppföljningar för att visas; kurvan kan där ligga två planer fel.",
    en="{organisation}: {bins} spans have too few follow-ups to be shown; the curve may be two plans off there.",
)
P3_LINK: Final = Text(sv="Mediantiden genom åren: P3", en="The median time through the years: P3")
DAYS: Final = Text(sv="Dagar från mötet", en="Days from the meeting")
WAITING: Final = Text(sv="{organisation}: väntar", en="{organisation}: waiting")
WAITING_SAID: Final = Text(
    sv="{organisation}, {day} dagar: {share} väntar", en="{organisation}, {day} days: {share} wait"
)
TIME_TABLE: Final = Text(sv="Tabell: tid till uppföljning {year}", en="Table: time to follow-up {year}")
PLANS_BEHIND: Final = Text(
    sv="Kurvan vilar på {n} planer ({organisation}).", en="The curve rests on {n} plans ({organisation})."
)
MEDIAN: Final = Text(sv="Hälften uppföljd", en="Half followed up")
DAY: Final = Text(sv="inom {n} dagar", en="within {n} days")
NOT_REACHED: Final = Text(sv="ej nådd", en="not reached")

# --- who takes part --------------------------------------------------------------------------------------------

INITIATIVE: Final = Text(sv="Vem tar initiativet?", en="Who takes the initiative?")
INITIATIVE_SUB: Final = Text(
    sv="Andel av planerna {year}, av dem som respektive organisation leder.",
    en="Share of the plans in {year}, of those each organisation leads.",
)
AGENCY: Final = Text(sv="Aktör", en="Agency")
NOT_DOCUMENTED: Final = Text(sv="Inte dokumenterat", en="Not documented")
TOO_FEW_TO_TELL: Final = Text(
    sv="För få planer för att visas på någon sida: {agencies}.",
    en="Too few plans to be shown on either side: {agencies}.",
)
PRESENT: Final = Text(sv="Vem är med, och vem saknas?", en="Who is present, and who is missing?")
PRESENT_FOUND: Final = Text(
    sv="Saknas oftast när de behövs: {agencies}", en="Most often missing where needed: {agencies}"
)
PRESENT_SUB: Final = Text(
    sv="Planer {year}. Behövdes: av alla planer. Bjöds in, var med och saknades: av de planer som behövde aktören. "
    "Starkare färg: saknades oftare.",
    en="Plans in {year}. Needed: of all plans. Invited, present and missing: of the plans that needed the agency. A "
    "stronger colour: more often missing.",
)
NEEDED: Final = Text(sv="Behövdes", en="Needed")
INVITED: Final = Text(sv="Bjöds in", en="Invited")
CAME: Final = Text(sv="Var med", en="Present")
MISSING: Final = Text(sv="Saknades", en="Missing")
SECTIONS: Final = (
    Text(sv="Regionen", en="The region"),
    Text(sv="Kommunen", en="The municipality"),
    Text(sv="Staten", en="The state"),
    Text(sv="Andra", en="Others"),
)

WAY_SHEET: Final = Text(
    sv="frisläppning;organisation;år;steg;gjort;skulle;andel;nedre gräns;övre gräns;flagga",
    en="release;organisation;year;step;done;should;share;lower limit;upper limit;flag",
)
TIME_SHEET: Final = Text(
    sv="frisläppning;organisation;år;dagar;andel som väntar;nedre gräns;övre gräns",
    en="release;organisation;year;days;share waiting;lower limit;upper limit",
)
PRESENT_SHEET: Final = Text(
    sv="frisläppning;organisation;år;aktör;roll;antal;av;andel;flagga",
    en="release;organisation;year;agency;role;count;of;share;flag",
)
