"""What each attack tried and found, in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping

from metrics.problem import Text
from metrics.words import amount, number

STEPS: Mapping[str, Text] = {
    "control": Text(sv="Provar angriparen på siffror som bara döljer 1–4", en="Trying the attacker on plain hiding"),
    "within_noise": Text(sv="Jämför bruset med metoden", en="Comparing the noise with the method"),
    "bounds": Text(sv="Räknar ut vad som är säkert (HiGHS)", en="Working out what is certain (HiGHS)"),
    "whole_numbers": Text(sv="Prövar de svåraste i heltal (CP-SAT)", en="Trying the hardest in whole numbers (CP-SAT)"),
    "as_shown": Text(sv="Gissar att det som visas stämmer", en="Guessing that what is shown is right"),
    "subtraction": Text(sv="Gissar genom subtraktion", en="Guessing by subtraction"),
    "averages": Text(sv="Gissar genom medelvärden", en="Guessing by averages"),
    "best_guess": Text(sv="Gissar med minsta kvadrater", en="Guessing by least squares"),
    "insider": Text(sv="Angriper som den som kan en enhet utantill", en="Attacking as one who knows a unit by heart"),
    "presence": Text(sv="Låter en person tillkomma 100 000 gånger", en="Letting a person join 100,000 times"),
    "sums": Text(sv="Räknar medel gånger antal", en="Multiplying means by counts"),
    "exact": Text(sv="Söker exakta tal om personer", en="Looking for exact figures on persons"),
    "same_figures": Text(sv="Skyddar en gång till i omvänd ordning", en="Protecting once more in reverse order"),
    "usefulness": Text(sv="Mäter felet i det som visas", en="Measuring the error in what is shown"),
}
"""What is being done, while it is done."""

FOUND: Mapping[str, Text] = {
    "control": Text(
        sv="Kontroll: samma angripare, på siffror där bara antal under 5 är dolda, hittade {found} av {tried} dolda "
        "antal och skillnader (minst {limit} krävs, annars är det angriparen det är fel på).",
        en="Control: the same attacker, on figures that only hide counts under 5, found {found} of {tried} hidden "
        "counts and differences (at least {limit} is required, or it is the attacker that is broken).",
    ),
    "within_noise": Text(
        sv="{tried} antal jämfördes med det de visas som: {found} ligger utanför vad metoden medger.",
        en="{tried} counts were compared with what they are shown as: {found} lie outside what the method allows.",
    ),
    "bounds": Text(
        sv="Linjär programmering (HiGHS) på {tried} antal och skillnader mellan tabeller, totaler och frisläppningar: "
        "{found} går att fastställa, eller att bevisa vara 1–4.",
        en="Linear programming (HiGHS) on {tried} counts and differences between tables, totals and releases: {found} "
        "can be settled, or proved to be 1 to 4.",
    ),
    "whole_numbers": Text(
        sv="Heltalsprövning (CP-SAT) av de {tried} som var närmast att kunna fastställas: {found} går att fastställa.",
        en="Whole numbers (CP-SAT) on the {tried} that came nearest to being settled: {found} can be settled.",
    ),
    "as_shown": Text(
        sv="Det visade talet självt: rätt i {found} av {tried} fall (gräns {limit}, metodens egen chans och 10 "
        "procentenheter).",
        en="The number shown, taken as it is: right in {found} of {tried} cases (limit {limit}, the method's own "
        "chance and 10 points).",
    ),
    "subtraction": Text(
        sv="Subtraktion av delar från helheter: rätt i {found} av {tried} gissningar (gräns {limit}).",
        en="Subtracting parts from wholes: right in {found} of {tried} guesses (limit {limit}).",
    ),
    "averages": Text(
        sv="Medelvärde av alla uppdelningar av samma total: rätt i {found} av {tried} gissningar (gräns {limit}).",
        en="The average of every partition of a total: right in {found} of {tried} guesses (limit {limit}).",
    ),
    "best_guess": Text(
        sv="Bästa gissning (minsta kvadrater inom alla gränser): rätt i {found} av {tried} gissningar (gräns {limit}).",
        en="Best guess (least squares within all bounds): right in {found} of {tried} guesses (limit {limit}).",
    ),
    "insider": Text(
        sv="Den som vet allt om en enhet, prövat för {tried} enheter: {found} antal i övrigt går att fastställa.",
        en="One who knows everything about a unit, tried for {tried} units: {found} other counts can be settled.",
    ),
    "presence": Text(
        sv="En person tillkommer mellan två frisläppningar där också andra byts: angriparen säger rätt i {found} av "
        "{tried} försök (gräns {limit}; slumpen ger 50 %).",
        en="A person joins between two releases in which others have changed too: the attacker is right in {found} of "
        "{tried} trials (limit {limit}; chance gives 50 %).",
    ),
    "sums": Text(
        sv="Medel gånger antal, {tried} medel: {found} summor går att bestämma närmare än en tiondel av vad en person "
        "kan bidra med.",
        en="Mean times count, {tried} means: {found} sums can be told to within a tenth of what one person can add.",
    ),
    "exact": Text(
        sv="{tried} rader prövades: {found} exakta tal bygger på personer. Inga exakta totaler av personer visas.",
        en="{tried} rows were examined: {found} exact figures rest on persons. No exact totals of persons are shown.",
    ),
    "same_figures": Text(
        sv="{tried} rader skyddades igen i omvänd ordning: {found} blev annorlunda.",
        en="{tried} rows were protected again in reverse order: {found} came out differently.",
    ),
    "usefulness": Text(
        sv="Nytta: medelfelet är {found} på {tried} antal från 20 och uppåt (högst {limit}).",
        en="Usefulness: the mean error is {found} on {tried} counts of 20 and more (at most {limit}).",
    ),
}
"""What came of it. Shares are filled in as percentages."""

NOTHING = Text(sv="Det fanns inget att pröva.", en="There was nothing to try.")

_SHARES = ("control", "as_shown", "subtraction", "averages", "best_guess", "presence")


def told(attack: str, *, tried: int, found: float, limit: float) -> Text:
    """The sentence of an attack's finding."""
    if attack in _SHARES:
        figures = {"found": amount(found, "share", 1), "limit": amount(limit, "share", 1)}
    else:
        decimals = 2 if attack == "usefulness" else 0
        figures = {"found": number(found, decimals), "limit": number(limit, decimals)}
    return FOUND[attack].format(tried=number(tried), **figures)
