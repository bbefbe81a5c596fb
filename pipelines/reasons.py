"""What is said about refused rows and evened-out values: which column, which rule, what is allowed, what to do.

Rule    a reason names columns, rules and row numbers, never a value
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import polars as pl

from metrics.problem import Text, UserProblem
from pipelines.clean import failure_code
from pipelines.contract import Source
from pipelines.profile import Profile, allowed_codes

PLACES_SHOWN = 5

_AT_SOURCE = Text(sv="Rätta i källsystemet och exportera på nytt.", en="Mend it at the source and export again.")
_IN_PROFILE = Text(
    sv="Är koden ny och godkänd: lägg till den i profilen. Annars: rätta i källsystemet.",
    en="If the code is new and approved: add it to the profile. Otherwise: mend it at the source.",
)
_SAID: dict[str, tuple[Text, Text]] = {
    "person_pattern": (
        Text(sv="inte en pseudonym som profilen beskriver", en="not a pseudonym as the profile describes"),
        Text(
            sv="Gör om pseudonymerna i organisationen; identitetsuppgifter får aldrig lämnas.",
            en="Make the pseudonyms again in the organisation; identities must never be delivered.",
        ),
    ),
    "unit_unknown": (Text(sv="okänd enhet", en="unknown unit"), _IN_PROFILE),
    "code_unknown": (Text(sv="okänd kod", en="unknown code"), _IN_PROFILE),
    "not_a_date": (Text(sv="inte ett datum som finns", en="not a date that exists"), _AT_SOURCE),
    "not_a_whole_number": (Text(sv="inte ett helt tal", en="not a whole number"), _AT_SOURCE),
    "not_a_number": (
        Text(sv="inte ett tal", en="not a number"),
        Text(
            sv="Skriv utan procenttecken, valuta och exponent; rätta i källsystemet.",
            en="Write it without per cent sign, currency or exponent; mend it at the source.",
        ),
    ),
    "number_style": (
        Text(
            sv="tal skrivna på ett annat sätt än profilen säger (annat decimaltecken, exponent, procenttecken, valuta)",
            en="numbers written in another way than the profile says (decimal mark, exponent, per cent sign, currency)",
        ),
        Text(
            sv="Exportera talen utan sådant, eller rätta decimal och thousands i profilen.",
            en="Export the numbers without such, or mend decimal and thousands in the profile.",
        ),
    ),
    "date_style": (
        Text(
            sv="datum skrivna på ett annat sätt än profilen säger, eller med klockslag",
            en="dates written in another way than the profile says, or with a time of day",
        ),
        Text(
            sv="Exportera datum så, eller rätta date_format i profilen: 05/03 kan annars vara två dagar.",
            en="Export dates so, or mend date_format in the profile: 05/03 may otherwise be either of two days.",
        ),
    ),
    "spoiled": (
        Text(
            sv="celler som ett kalkylprogram har förstört: fel som #SAKNAS!, eller koder som blivit datum",
            en="cells that a spreadsheet has spoiled: errors such as #N/A, or codes turned into dates",
        ),
        Text(
            sv="Exportera direkt ur källsystemet, eller sätt kolumnen till text innan filen sparas.",
            en="Export straight from the source system, or make the column text before the file is saved.",
        ),
    ),
    "not_yes_or_no": (Text(sv="varken ja eller nej", en="neither yes nor no"), _IN_PROFILE),
    "required_empty": (Text(sv="uppgift saknas men måste finnas", en="empty but must be given"), _AT_SOURCE),
    "not_allowed": (Text(sv="otillåtet värde", en="a value that is not allowed"), _AT_SOURCE),
    "date_implausible": (
        Text(sv="datum före år 1900 eller efter periodens slut", en="a date before 1900 or after the period's end"),
        _AT_SOURCE,
    ),
    "duplicate": (
        Text(sv="samma sak på flera rader; den första är kvar", en="the same thing in several rows; the first is kept"),
        Text(
            sv="Ta bort dubbletterna i exporten. Skiljs raderna åt av en kolumn som profilen ignorerar, till exempel "
            "kön, så exportera utan den uppdelningen.",
            en="Take the duplicates out of the export. If a column the profile ignores tells them apart, such as sex, "
            "export without that split.",
        ),
    ),
    "plan_unknown": (
        Text(sv="planen finns inte bland inlästa planer", en="the plan is not among the plans that are loaded"),
        Text(sv="Läs in planerna först, för samma period.", en="Load the plans first, for the same period."),
    ),
}

NORMALISED: dict[str, Text] = {
    "byte_order_mark": Text(sv="inledande teckenordningsmärke borttaget", en="leading byte order mark removed"),
    "windows_1252": Text(sv="omkodad från Windows-1252", en="converted from Windows-1252"),
    "column_order": Text(
        sv="kolumner i annan ordning än i profilen", en="columns in another order than in the profile"
    ),
    "line_ends": Text(sv="radslut av äldre slag", en="line ends of an older kind"),
    "line_breaks_in_text": Text(sv="radbrytningar inne i texter", en="line breaks inside texts"),
    "decomposed_letters": Text(
        sv="sammansatta bokstäver, som a och ring", en="letters in two parts, such as a and ring"
    ),
    "date_serials": Text(sv="datum skrivna som Excels löpnummer", en="dates written as Excel's serial numbers"),
    "dates_counted_from_1904": Text(sv="datum räknade från 1904", en="dates counted from 1904"),
    "missing": Text(sv="tomma eller saknade uppgifter", en="values empty or missing"),
    "suppressed": Text(sv="uppgifter dolda av avsändaren", en="values hidden by the sender"),
    "not_applicable": Text(sv="uppgifter som inte är aktuella", en="values that do not apply"),
    "open_end": Text(sv="slutdatum 9999-12-31 läst som pågående", en="end date 9999-12-31 read as ongoing"),
    "decimal_comma": Text(sv="decimalkomma", en="decimal commas"),
    "thousands_space": Text(sv="mellanslag i tusental", en="spaces between thousands"),
    "thousands_mark": Text(sv="tusental skilda åt som profilen säger", en="thousands marked as the profile says"),
    "minus_sign": Text(
        sv="minustecken efter tal eller av annat slag", en="minus signs after a number or of another kind"
    ),
    "sie_unknown_labels": Text(
        sv="rader med okänd etikett, överhoppade", en="lines with an unknown label, passed over"
    ),
    "sie_balance_accounts": Text(
        sv="transaktioner på balanskonton, inte kostnader", en="transactions on balance accounts, no costs"
    ),
    "sie_budget_totals": Text(
        sv="budgetar för hela konton, som inte läggs till enheternas",
        en="budgets of whole accounts, not added to the units'",
    ),
    "sie_balances_differ": Text(
        sv="periodsaldon (#PSALDO) som inte är summan av verifikationerna",
        en="period balances (#PSALDO) that are not the sum of the vouchers",
    ),
    "sie_left_out": Text(
        sv="månadssummor på objekt som profilen lämnar utanför", en="month totals on objects the profile leaves out"
    ),
    "total_rows": Text(sv="summarader, kontrollerade och borttagna", en="total rows, checked and taken away"),
}


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why rows were refused, or what was evened out.

    rule    column, rule, what is allowed and what to do; holds no counts or places, so it may leave the zone
    places  row numbers in the file, the first few
    """

    code: str
    rows: int
    rule: Text
    column: str = ""
    places: tuple[int, ...] = ()

    @property
    def text(self) -> Text:
        """The rule and where it was broken: for the zone's own people."""
        if not self.places:
            return self.rule
        shown = ", ".join(map(str, self.places)) + (" …" if self.rows > len(self.places) else "")
        return Text(sv=f"{self.rule.sv} (rad {shown})", en=f"{self.rule.en} (row {shown})")


def from_failures(
    failures: pl.DataFrame, source: Source, profile: Profile, code_lists: Mapping[str, Collection[str]]
) -> tuple[Reason, ...]:
    """One reason per column and rule, the most rows first."""
    groups = (
        failures.sort("row")
        .group_by("column", "code", maintain_order=True)
        .agg(pl.len().alias("rows"), pl.col("row").head(PLACES_SHOWN).alias("places"))
        .sort("rows", "code", "column", descending=[True, False, False])
    )
    return tuple(
        Reason(
            code=code,
            rows=rows,
            column=column,
            rule=_rule(code, column, source, profile, code_lists),
            places=tuple(places),
        )
        for column, code, rows, places in groups.iter_rows()
    )


def from_problem(problem: UserProblem) -> Reason:
    """The reason a whole file was refused."""
    return Reason(code=problem.code, rows=0, rule=problem.text)


def from_counts(counted: Mapping[str, int]) -> tuple[Reason, ...]:
    """What was evened out, in the order it is listed above."""
    return tuple(
        Reason(code=code, rows=counted[code], rule=text) for code, text in NORMALISED.items() if counted.get(code)
    )


def _rule(code: str, column: str, source: Source, profile: Profile, code_lists: Mapping[str, Collection[str]]) -> Text:
    broken = source.rules.get(code)
    what, to_do = (broken.text, _AT_SOURCE) if broken else _SAID[code]
    if not column:
        return Text(
            sv=f"{what.sv[0].upper()}{what.sv[1:]}. {to_do.sv}", en=f"{what.en[0].upper()}{what.en[1:]}. {to_do.en}"
        )
    name = profile.in_file(column)
    allowed = None if broken else _allowed(code, column, source, profile, code_lists)
    return Text(
        sv=f"Kolumnen {name}: {what.sv}. " + (f"Tillåtet: {allowed.sv}. " if allowed else "") + to_do.sv,
        en=f"Column {name}: {what.en}. " + (f"Allowed: {allowed.en}. " if allowed else "") + to_do.en,
    )


def _allowed(
    code: str, column: str, source: Source, profile: Profile, code_lists: Mapping[str, Collection[str]]
) -> Text | None:
    """What may stand in the column instead; None where that cannot be listed."""
    if code in ("not_a_date", "date_style"):
        form = profile.date_format.replace("%m", "MM").replace("%d", "DD")
        return Text(sv=form.replace("%Y", "ÅÅÅÅ"), en=form.replace("%Y", "YYYY"))
    values: Collection[str] = ()
    if code == "not_yes_or_no":
        values = (*profile.true_values, *profile.false_values)
    elif column in profile.codes:
        values = profile.codes[column]
    elif code in ("not_allowed", "code_unknown", "unit_unknown", failure_code(source, column, profile)):
        values = allowed_codes(source, column, code_lists) or ()
    listed = ", ".join(values)
    return Text(sv=listed, en=listed) if listed else None
