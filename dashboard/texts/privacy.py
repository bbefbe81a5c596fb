"""The words of the page about privacy, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

QUESTION: Final = Text(
    sv="Kan någon kännas igen i det som styrgruppen ser?", en="Can anybody be recognised in what the committee sees?"
)
LEDE: Final = Text(
    sv="Rader om personer stannar i den egna organisationen. Hit kommer bara skyddade siffror: {cells} i frisläppning "
    "{release}, varav {hidden} är dolda för att för få personer ligger bakom.",
    en="Rows about persons stay in their own organisation. Only protected figures come here: {cells} in release "
    "{release}, of which {hidden} are hidden because too few people are behind them.",
)
LEDE_GATE: Final = Text(
    sv="Innan siffrorna släpptes försökte {attacks} slags angrepp räkna sig bakom dem. Inget antal gick att "
    "fastställa.",
    en="Before the figures were let go, {attacks} kinds of attack tried to work them back. No count could be settled.",
)

# --- what crosses, and what does not ----------------------------------------------------------------------------

CROSSES: Final = Text(sv="Vad som lämnar en organisation, och vad som stannar", en="What leaves, and what stays")
STAYS: Final = Text(sv="Stannar i organisationen", en="Stays in the organisation")
GATE: Final = Text(sv="Skyddas och angrips där", en="Protected and attacked there")
LEAVES: Final = Text(sv="Kommer hit", en="Comes here")
ROWS: Final = Text(sv="Cirka {rows} rader ur {sources} källor", en="About {rows} rows from {sources} sources")
ROWS_ONE: Final = Text(sv="Cirka {rows} rader ur en källa", en="About {rows} rows from one source")
ROWS_OF: Final = Text(sv="{source}, cirka {rows}", en="{source}, about {rows}")
ALSO_STAYS: Final = Text(
    sv="De sanna antalen, pseudonymerna och nyckeln som styr bruset",
    en="The true counts, the pseudonyms and the key behind the noise",
)
NOISE: Final = Text(
    sv="Varje antal ändras med högst {d}, efter en hemlig nyckel och lika för samma personer",
    en="Every count is changed by at most {d}, by a secret key and alike for the same persons",
)
NOISE_OTHER: Final = Text(sv="Metod: {method}", en="Method: {method}")
UNDER: Final = Text(sv="Antal under 5 visas inte, inte heller noll", en="Counts under 5 are not shown, nor is zero")
WITHSTOOD: Final = Text(
    sv="{attacks} angrepp på {tried} antal och skillnader: klarade, liksom {controls} kontroller",
    en="{attacks} attacks on {tried} counts and differences: withstood, as were {controls} controls",
)
NO_REPORT: Final = Text(
    sv="Frisläppningen är från tiden innan grindens rapport följde med",
    en="The release is from before the gate's report travelled with it",
)
FIGURES: Final = Text(sv="{cells} siffror i {tables} tabeller", en="{cells} figures in {tables} tables")
HIDDEN: Final = Text(sv="{hidden} av dem dolda ({share})", en="{hidden} of them hidden ({share})")
WITHOUT: Final = Text(
    sv="Ingen person, ingen pseudonym, inget datum för en enskild händelse",
    en="No person, no pseudonym, no day of any single event",
)
AWAITED: Final = Text(sv="Inga siffror har kommit från {organisation}.", en="No figures have come from {organisation}.")

# --- the kinds of nothing ---------------------------------------------------------------------------------------

NOTHING: Final = Text(sv="Vad ”skyddad” och ”<5” betyder", en='What "protected" and "<5" mean')
NOTHING_TEXT: Final = Text(
    sv="Ett tomt fält kan betyda fyra saker, och de ser aldrig likadana ut. ”Skyddad” (i filer ”<5” eller tomt med "
    "flaggan suppressed) betyder att det visade antalet är under fem eller för litet för att bära en andel. Det kan "
    "vara noll. Det betyder inte att uppgiften är känslig eller fattas.",
    en='An empty place can mean four things, and they never look alike. "Protected" (in files "<5", or empty with '
    "the flag suppressed) means that the shown count is under five or too small to carry a rate. It may be zero. It "
    "does not mean that the figure is sensitive or lacking.",
)
NOTHING_CAPTION: Final = Text(sv="Siffrorna i frisläppningen, efter slag", en="The figures of the release, by kind")
NOTHING_HEAD: Final = Text(sv="Så står det;Betydelse", en="As it stands;What it means")
KINDS: Final[Mapping[str, tuple[Text, Text]]] = {
    "ok": (
        Text(sv="ett tal", en="a number"),
        Text(sv="Räknat och skyddat. Noll står som 0.", en="Counted and protected. None stands as 0."),
    ),
    "suppressed": (
        Text(sv="skyddad", en="protected"),
        Text(sv="För få personer för att visas.", en="Too few people to be shown."),
    ),
    "no_data": (
        Text(sv="saknas", en="missing"),
        Text(sv="Ingen uppgift har lämnats.", en="No figure has been delivered."),
    ),
    "structural_zero": (
        Text(sv="–", en="–"),
        Text(sv="Kan inte finnas, till exempel vid en stängd enhet.", en="Cannot occur, as at a closed unit."),
    ),
    "not_reached": (
        Text(sv="ej nådd", en="not reached"),
        Text(sv="En median som inte finns än: mer än hälften väntar.", en="No median yet: more than half still wait."),
    ),
}

# --- totals -----------------------------------------------------------------------------------------------------

TOTALS: Final = Text(sv="Varför delar och total inte går ihop", en="Why parts and totals do not add up")
TOTALS_TEXT: Final = Text(
    sv="Totalen är inte summan av delarna. Den är räknad för sig, och skyddad för sig. Gick de ihop kunde den som vet "
    "alla delar utom en räkna ut den sista. Lägg därför aldrig ihop delar: läs totalen där den står. Delarna kan också "
    "gå isär för att en person finns i flera av dem.",
    en="A total is not the sum of its parts. It is counted by itself and protected by itself. If they agreed, somebody "
    "who knows all parts but one could work out the last. So never add parts up: read the total where it stands. Parts "
    "may also disagree because a person is in several of them.",
)
EXAMPLE: Final = Text(
    sv="Ett exempel ur den här frisläppningen: egna svar om {domain}, {organisation} {year}",
    en="An example from this release: own answers on {domain}, {organisation} {year}",
)
EXAMPLE_HEAD: Final = Text(sv="Svar;Personer, som det visas", en="Answer;Persons, as shown")
TOGETHER: Final = Text(sv="Delarna tillsammans", en="The parts together")
TOTAL: Final = Text(sv="Totalen, som den visas", en="The total, as shown")
APART: Final = Text(
    sv="De skiljer {apart}, fast var och en har exakt ett svar. Båda är rätt inom metodens brus.",
    en="They are {apart} apart, though everybody has exactly one answer. Both are right within the method's noise.",
)
WITHIN: Final = Text(
    sv="En ändring av ett antal med sex eller mindre kan bero på skyddet.",
    en="A change of six or less in a count may come from the protection.",
)

# --- the gate ---------------------------------------------------------------------------------------------------

REPORTS: Final = Text(sv="Grindens senaste rapporter", en="The gate's latest reports")
REPORTS_TEXT: Final = Text(
    sv="Varje frisläppning angrips i organisationens egen zon innan den får lämna den. Angriparen vet allt utom "
    "nyckeln: metoden, alla definitioner och allt som någonsin släppts. Lyckas ett angrepp görs siffrorna om med mer "
    "brus eller färre tabeller. Lyckas det ändå blir det ingen frisläppning. Kontrollerna prövar angriparen själv och "
    "skyddet: att bruset är så stort som metoden säger och att siffrorna ändå går att använda.",
    en="Every release is attacked in the organisation's own zone before it may leave. The attacker knows everything "
    "but the key: the method, all definitions and all that was ever released. Where an attack succeeds the figures are "
    "made again with more noise or fewer tables. Where it still succeeds there is no release. The controls try the "
    "attacker itself and the protection: that the noise is as large as the method says and the figures still of use.",
)
REPORTS_CAPTION: Final = Text(sv="Vad som prövades, och vad som hittades", en="What was tried, and what was found")
REPORTS_HEAD: Final = Text(sv="Angrepp eller kontroll", en="Attack or control")
CONTROL: Final = Text(sv="Kontroll: {name}", en="Control: {name}")
WHAT: Final = Text(sv="Vad som prövades", en="What was tried")
OF: Final = Text(sv="av {tried}", en="of {tried}")
AT_MOST: Final = Text(sv="högst {limit}", en="at most {limit}")
AT_LEAST: Final = Text(sv="minst {limit}", en="at least {limit}")
NOT_TRIED: Final = Text(sv="inget att pröva", en="nothing to try")
PASSED: Final = Text(
    sv="Klarade alla {attacks} angrepp och {controls} kontroller. Brus: högst {d}, varians {v}. Tidigare "
    "frisläppningar som angreps samtidigt: {releases}.",
    en="Withstood all {attacks} attacks and {controls} controls. Noise: at most {d}, variance {v}. Earlier releases "
    "attacked along with it: {releases}.",
)
TRIES: Final = Text(
    sv="Första försöket gav vika och gjordes om: {tries}.", en="The first try gave way and was made again: {tries}."
)
TRY: Final = Text(sv="brus högst {d}", en="noise at most {d}")
TRY_DROPPED: Final = Text(sv="brus högst {d}, utan {dropped}", en="noise at most {d}, without {dropped}")
ATTACKS: Final[Mapping[str, tuple[Text, Text]]] = {
    "control": (
        Text(sv="Angriparen själv", en="The attacker itself"),
        Text(
            sv="Samma angripare på siffror som bara döljer små antal. Den måste lyckas där, annars bevisar den inget.",
            en="The same attacker on figures that only hide small counts. It must succeed there, or it proves nothing.",
        ),
    ),
    "within_noise": (
        Text(sv="Brusets storlek", en="Size of the noise"),
        Text(sv="Antal som ändrats mer än metoden säger.", en="Counts changed by more than the method says."),
    ),
    "bounds": (
        Text(sv="Vad som är säkert", en="What is certain"),
        Text(
            sv="Antal och skillnader som bara kan vara ett tal, eller bara 1 till 4, efter alla samband som finns.",
            en="Counts and differences that can be one number only, or only 1 to 4, by every relation there is.",
        ),
    ),
    "whole_numbers": (
        Text(sv="De svåraste, i heltal", en="The hardest, in whole numbers"),
        Text(sv="De som kom närmast, prövade utan delar.", en="Those that came nearest, tried without fractions."),
    ),
    "as_shown": (
        Text(sv="Gissa det som visas", en="Guess what is shown"),
        Text(sv="Hur ofta det visade talet råkar vara det sanna.", en="How often the number shown is the true one."),
    ),
    "subtraction": (
        Text(sv="Gissa genom att dra ifrån", en="Guess by subtracting"),
        Text(sv="Helheten minus alla andra delar.", en="The whole less all other parts."),
    ),
    "averages": (
        Text(sv="Gissa med medelvärden", en="Guess by averages"),
        Text(sv="Medelvärdet av alla sätt att dela upp en total.", en="The mean of every way to divide a total."),
    ),
    "best_guess": (
        Text(sv="Bästa gissning", en="Best guess"),
        Text(sv="Det som bäst stämmer med allt på en gång.", en="What fits everything at once best."),
    ),
    "insider": (
        Text(sv="Den som kan en enhet utantill", en="One who knows a unit by heart"),
        Text(sv="Andra antal som en sådan person kan fastställa.", en="Other counts that such a person can settle."),
    ),
    "presence": (
        Text(sv="Om en person tillkommit", en="Whether a person has joined"),
        Text(
            sv="Hur ofta angriparen svarar rätt när också andra bytts. Slumpen ger hälften.",
            en="How often the attacker answers rightly when others have changed too. Chance gives a half.",
        ),
    ),
    "sums": (
        Text(sv="Medelvärde gånger antal", en="Mean times count"),
        Text(sv="Summor som avslöjar vad en person bidragit med.", en="Sums that tell what one person has added."),
    ),
    "exact": (
        Text(sv="Exakta tal om personer", en="Exact figures on persons"),
        Text(sv="Tal som skulle ha ändrats men står oförändrade.", en="Figures that should be changed and are not."),
    ),
    "same_figures": (
        Text(sv="Samma personer, samma tal", en="Same persons, same number"),
        Text(sv="Siffror som blir andra när de skyddas på nytt.", en="Figures that differ when protected anew."),
    ),
    "usefulness": (
        Text(sv="Nyttan", en="Usefulness"),
        Text(
            sv="Medelfelet i antal från 20 och uppåt: skyddet får inte göra siffrorna oanvändbara.",
            en="The mean error in counts of 20 and more: protection must not make the figures useless.",
        ),
    ),
}
SHARES: Final = frozenset({"control", "as_shown", "subtraction", "averages", "best_guess", "presence"})
"""Attacks whose finding and limit are shares."""

REMAINS: Final = Text(sv="Vad skyddet inte gör", en="What the protection does not do")
REMAINS_RISKS: Final = (
    Text(
        sv="Det döljer hur mycket ett tal har ändrats, inte att det har ändrats. Rättas bara en enda person i år som "
        "redan visats går det ofta att gissa åt vilket håll: rätt i 68 % av talen. Rättelser samlas därför, och "
        "frisläpps högst fyra gånger om året.",
        en="It hides by how much a figure has changed, not that it has. Where only one person is corrected in years "
        "already shown, the direction can often be guessed: rightly in 68% of the figures. Corrections are therefore "
        "gathered, and released at most four times a year.",
    ),
    Text(
        sv="Det hindrar ingen från att dra slutsatser om en grupp. Att nio av tio i en stor grupp har ett behov säger "
        "något om var och en i den. Sådana tal visas bara när minst fem också är utanför.",
        en="It keeps nobody from concluding about a group. That nine in ten of a large group have a need says "
        "something about each of them. Such figures are shown only where at least five are outside as well.",
    ),
    Text(
        sv="Det skyddar siffrorna, inte det som människor skriver. Namnge ingen i protokoll och beslut.",
        en="It protects figures, not what people write. Name nobody in minutes and decisions.",
    ),
)

# --- who approved, how to withdraw, whom to ask -----------------------------------------------------------------

APPROVED: Final = Text(sv="Vem som godkände", en="Who approved")
APPROVED_BY: Final = Text(sv="{role}, {day} kl. {time} (UTC)", en="{role}, {day} at {time} (UTC)")
APPROVED_KEY: Final = Text(sv="Nyckelns fingeravtryck", en="The key's fingerprint")
APPROVED_KEY_TEXT: Final = Text(
    sv="Fingeravtrycket lästes upp mellan organisationerna när nyckeln godtogs. Jämför det med ert eget: är det ett "
    "annat har någon annan skrivit under i ert namn.",
    en="The fingerprint was read aloud between the organisations when the key was trusted. Compare it with your own: "
    "if it is another, somebody else has signed in your name.",
)
NOT_APPROVED: Final = Text(
    sv="Frisläppningen är från tiden före signerade godkännanden.",
    en="The release is from before approvals were signed.",
)
WITHDRAWAL: Final = Text(sv="Om någon inte vill vara med", en="If somebody does not want to be counted")
WITHDRAWAL_STEPS: Final = (
    Text(
        sv="Personen säger till den organisation där den har sin kontakt. Inget behöver anges som skäl.",
        en="The person tells the organisation they are in contact with. No reason needs to be given.",
    ),
    Text(
        sv="Organisationens datasteward undantar personen i den egna zonen. Från nästa frisläppning, inom 30 dagar, "
        "räknas personen inte i något tal.",
        en="The organisation's data steward leaves the person out in its own zone. From the next release, within 30 "
        "days, the person is counted in no figure.",
    ),
    Text(
        sv="Ska uppgifterna raderas skrivs organisationens databas om utan personen och zonen genomsöks efteråt. "
        "Säkerhetskopior upphör inom 35 dagar.",
        en="If the data are to be erased, the organisation's database is written anew without the person and the zone "
        "is searched afterwards. Backups expire within 35 days.",
    ),
    Text(
        sv="Siffror som redan släppts ligger kvar. De pekar inte ut någon. I nästa frisläppning kan tal ha ändrats, "
        "men det syns inte för vems skull.",
        en="Figures already released remain. They single nobody out. In the next release figures may have changed, "
        "but not on whose account.",
    ),
)
ASK: Final = Text(sv="Vem du frågar", en="Whom to ask")
ASKED: Final = (
    (
        Text(sv="Vad som finns om mig", en="What there is about me"),
        Text(
            sv="Den organisation du har kontakt med. Styrgruppen har inget om dig.",
            en="The organisation you are in contact with. The committee has nothing about you.",
        ),
    ),
    (
        Text(sv="Om det är lagligt", en="Whether it is lawful"),
        Text(
            sv="Regionens eller kommunens dataskyddsombud. Underlaget är docs/integritet.md.",
            en="The data protection officer of the region or municipality. The basis is docs/privacy.md.",
        ),
    ),
    (
        Text(sv="Vad som lästs in och nekats", en="What was loaded and refused"),
        Text(
            sv="Organisationens datasteward; se sidan Data.", en="The organisation's data steward; see the page Data."
        ),
    ),
    (
        Text(sv="Vad ett mått betyder", en="What a measure means"),
        Text(
            sv="Den som ansvarar för måttet; se sidan Definitioner.",
            en="Whoever owns the measure; see the page Definitions.",
        ),
    ),
)

SHEET_HEAD: Final = Text(
    sv="organisation;angrepp;prövade;hittat;gräns;klarat", en="organisation;attack;tried;found;limit;withstood"
)
FILE: Final = Text(sv="grindens_rapporter", en="gate_reports")
