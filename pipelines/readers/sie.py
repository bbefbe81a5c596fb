"""SIE 4, the ledger as Swedish economy systems export it: vouchers become month totals by account and object.

Rule    amounts are the sum of #TRANS alone: #RTRANS and #BTRANS repeat what is there or was struck out, and #PSALDO
        {} is the sum of its object rows. Balance accounts are left out: what remains is income (a minus) and cost
Out     konto, kontonamn, månad, belopp, budget, and a column for each dimension the profile names
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fnmatch import fnmatchcase
from pathlib import Path

import polars as pl

from metrics.problem import Text, UserProblem
from pipelines.readers import Layout, Limits
from pipelines.readers.cells import hand_over, plain
from pipelines.readers.sie_lines import Line, MalformedError, Objects, decoded, lines, malformed, unbalanced
from pipelines.readers.table import check_size

COLUMNS = ("konto", "kontonamn", "månad", "belopp", "budget")

# Dimensions whose numbers the standard reserves: a file may use them without declaring them.
_RESERVED = {"1": "Kostnadsställe", "2": "Kostnadsbärare", "6": "Projekt"}
# fmt: off
_UNUSED = frozenset((
    "FLAGGA", "PROGRAM", "FORMAT", "GEN", "SIETYP", "PROSA", "FTYP", "FNR", "ORGNR", "BKOD", "ADRESS", "FNAMN", "RAR",
    "TAXAR", "OMFATTN", "KPTYP", "KSUMMA", "SRU", "ENHET", "IB", "UB", "OIB", "OUB", "RES",
))
# fmt: on
_INCOME_AND_COST, _BALANCE = ("I", "K"), ("T", "S")
_BALANCE_CLASSES = ("1", "2")
_THIS_YEAR = "0"

Key = tuple[str, str, tuple[str, ...]]
"""Account, month, and one object per dimension of the profile (empty where the line has none)."""


@dataclass
class _Ledger:
    dimensions: dict[str, str] = field(default_factory=lambda: dict(_RESERVED))
    accounts: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    currency: str = "SEK"
    entries: list[tuple[int, str, str, Objects, Decimal]] = field(default_factory=list)
    budgets: list[tuple[int, str, str, Objects, Decimal]] = field(default_factory=list)
    balances: dict[tuple[str, str], Decimal] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    malformed: list[int] = field(default_factory=list)
    unbalanced: list[int] = field(default_factory=list)
    unknown: int = 0

    def is_result(self, account: str) -> bool:
        """Whether the account is income or cost: as the file says, else by its first digit."""
        kind = self.kinds.get(account, "")
        if kind in (*_INCOME_AND_COST, *_BALANCE):
            return kind in _INCOME_AND_COST
        return not account.startswith(_BALANCE_CLASSES)


def read(file: Path, layout: Layout, limits: Limits, into: Path) -> dict[str, object]:
    """Write a row per month, account and object into `into`; answer with header, row count and what was left out.

    Rule    a row stands where its first line stands in the file; free text is handed over as title, to be searched
            for identity numbers, and goes no further
    Fails   file_empty, file_too_large, character_nul, sie_malformed, sie_unbalanced, sie_no_vouchers, sie_currency,
            sie_dimension, character_invisible
    """
    check_size(file.stat().st_size, limits)
    content = file.read_bytes()
    if b"\0" in content:
        raise malformed([content[: content.index(b"\0")].count(b"\n") + 1])
    text, is_1252 = decoded(content)
    if "\ufffd" in text:
        raise malformed([text[: text.index("\ufffd")].count("\n") + 1])
    ledger = _ledger(text)
    _refuse(ledger)
    numbers = [_dimension(name, ledger) for name in layout.dimensions]
    normalised = Counter({"windows_1252": int(is_1252), "sie_unknown_labels": ledger.unknown})
    sums, budgets, first = _sums(ledger, numbers, normalised)
    keys = _kept(sorted(first, key=lambda key: first[key]), layout, normalised)
    table = pl.DataFrame(
        [
            [
                account,
                ledger.accounts.get(account, ""),
                month,
                plain(sums.get((account, month, objects), Decimal(0))),
                plain(budgets[account, month, objects]) if (account, month, objects) in budgets else "",
                *objects,
            ]
            for account, month, objects in keys
        ],
        schema=dict.fromkeys([*COLUMNS, *layout.dimensions], pl.String),
        orient="row",
    )
    rows = pl.Series([first[key] for key in keys], dtype=pl.Int64)
    title = [ledger.texts.get(number, "") for number in range(1, max(ledger.texts, default=0) + 1)]
    return hand_over(table, rows, limits, into, title=title, normalised=normalised)


def _ledger(text: str) -> _Ledger:
    """What the file says, its vouchers added up as they come."""
    ledger = _Ledger()
    voucher: Line | None = None
    is_open, total = False, Decimal(0)
    for line in lines(text):
        if isinstance(line, int):
            ledger.malformed.append(line)
            continue
        try:
            match line.label:
                case "VER" if voucher is None:
                    voucher, is_open, total = line, False, Decimal(0)
                    line.text(2), line.day(2)
                    ledger.texts[line.number] = "\n".join((line.text(3), line.text(5)))
                case "{" if voucher is not None and not is_open:
                    is_open = True
                case "}" if voucher is not None and is_open:
                    if total:
                        ledger.unbalanced.append(voucher.number)
                    voucher = None
                case "TRANS" if voucher is not None and is_open:
                    total += _entry(line, voucher, ledger)
                case "RTRANS" | "BTRANS" if voucher is not None and is_open:
                    ledger.texts[line.number] = "\n".join((line.text(4), line.text(6)))
                case "VER" | "{" | "}" | "TRANS" | "RTRANS" | "BTRANS":
                    raise MalformedError
                case _:
                    _declared(line, ledger)
        except MalformedError:
            ledger.malformed.append(line.number)
    if voucher is not None:
        ledger.malformed.append(voucher.number)
    return ledger


def _entry(line: Line, voucher: Line, ledger: _Ledger) -> Decimal:
    """One line of a voucher, in the month of its own date or else the voucher's."""
    account, objects, amount = line.account(0), line.objects(1), line.amount(2)
    day = line.day(3) or voucher.day(2)
    if not day:
        raise MalformedError
    ledger.texts[line.number] = "\n".join((line.text(4), line.text(6)))
    ledger.entries.append((line.number, account, f"{day[:4]}-{day[4:6]}", objects, amount))
    return amount


def _declared(line: Line, ledger: _Ledger) -> None:
    match line.label:
        case "KONTO":
            ledger.accounts[line.account(0)] = line.text(1)
        case "KTYP":
            ledger.kinds[line.account(0)] = line.text(1).upper()
        case "DIM" | "UNDERDIM":
            ledger.dimensions[line.text(0)] = line.text(1)
        case "OBJEKT":
            ledger.texts[line.number] = "\n".join((line.text(1), line.text(2)))
        case "VALUTA":
            ledger.currency = line.text(0).upper()
        case "PBUDGET":
            found = (line.number, line.account(2), line.period(1), line.objects(3), line.amount(4))
            if line.text(0) == _THIS_YEAR:
                ledger.budgets.append(found)
        case "PSALDO":
            account, month, objects, amount = line.account(2), line.period(1), line.objects(3), line.amount(4)
            if line.text(0) == _THIS_YEAR and not objects:
                ledger.balances[account, month] = amount
        case label if label not in _UNUSED:
            ledger.unknown += 1


def _refuse(ledger: _Ledger) -> None:
    if ledger.malformed:
        raise malformed(sorted(ledger.malformed))
    if ledger.unbalanced:
        raise unbalanced(ledger.unbalanced)
    if ledger.currency != "SEK":
        raise UserProblem(
            "sie_currency",
            Text(
                sv="Filens belopp är i {currency} (#VALUTA), inte i kronor. Exportera redovisningen i SEK.",
                en="The file's amounts are in {currency} (#VALUTA), not in SEK. Export the accounts in SEK.",
            ).format(currency=ledger.currency[:10]),
        )
    if not ledger.entries:
        raise UserProblem(
            "sie_no_vouchers",
            Text(
                sv="Filen har inga verifikationer (#VER med #TRANS), bara saldon. Exportera som SIE 4 (transaktioner).",
                en="The file has no vouchers (#VER with #TRANS), only balances. Export as SIE 4 (transactions).",
            ),
        )


def _dimension(name: str, ledger: _Ledger) -> str:
    """The number of a dimension that the profile names by number or by name."""
    found = [number for number, called in ledger.dimensions.items() if name in (number, called)]
    if len(found) == 1:
        return found[0]
    raise UserProblem(
        "sie_dimension",
        Text(
            sv="Profilen läser dimensionen ”{name}”, som filen inte har. Filen har: {known}. Rätta dimensions under "
            "[sie] i profilen.",
            en='The profile reads the dimension "{name}", which the file does not have. The file has: {known}. Mend '
            "dimensions under [sie] in the profile.",
        ).format(name=name, known=", ".join(f"{number} {called}" for number, called in ledger.dimensions.items())),
    )


def _sums(
    ledger: _Ledger, numbers: Sequence[str], normalised: Counter[str]
) -> tuple[dict[Key, Decimal], dict[Key, Decimal], dict[Key, int]]:
    """Amounts and budgets by key, and the line where each key first stands."""
    sums: dict[Key, Decimal] = defaultdict(Decimal)
    whole: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    first: dict[Key, int] = {}
    for number, account, month, objects, amount in ledger.entries:
        if not ledger.is_result(account):
            normalised["sie_balance_accounts"] += 1
            continue
        key = account, month, _charged(objects, numbers)
        sums[key] += amount
        whole[account, month] += amount
        first.setdefault(key, number)
    normalised["sie_balances_differ"] = sum(
        whole.get(place, Decimal(0)) != amount
        for place, amount in ledger.balances.items()
        if ledger.is_result(place[0])
    )
    budgets = _budgets(ledger, numbers, normalised)
    for key, (number, _) in budgets.items():
        first.setdefault(key, number)
    return sums, {key: amount for key, (_, amount) in budgets.items()}, first


def _budgets(ledger: _Ledger, numbers: Sequence[str], normalised: Counter[str]) -> dict[Key, tuple[int, Decimal]]:
    """Budgets of the profile's first dimension: a budget without it is the sum of those that have it, or of no unit."""
    found: dict[Key, tuple[int, Decimal]] = {}
    alone = {
        (account, month, objects[0])
        for _, account, month, objects, _ in ledger.budgets
        if len(objects) == 1 and objects[0][0] in numbers[:1]
    }
    for number, account, month, objects, amount in ledger.budgets:
        if not ledger.is_result(account):
            continue
        unit = next((pair for pair in objects if pair[0] in numbers[:1]), None)
        if unit is None or (len(objects) > 1 and (account, month, unit) in alone):
            normalised["sie_budget_totals"] += 1
            continue
        key = account, month, _charged(objects, numbers)
        line, before = found.get(key, (number, Decimal(0)))
        found[key] = line, before + amount
    return found


def _charged(objects: Objects, numbers: Sequence[str]) -> tuple[str, ...]:
    named = dict(objects)
    return tuple(named.get(number, "") for number in numbers)


def _is_left_out(key: Key, layout: Layout) -> bool:
    return bool(key[2]) and any(fnmatchcase(key[2][0], pattern) for pattern in layout.left_out)


def _kept(keys: Sequence[Key], layout: Layout, normalised: Counter[str]) -> list[Key]:
    """The rows of the committee's units: without those whose object the profile leaves out by name."""
    kept = [key for key in keys if not _is_left_out(key, layout)]
    normalised["sie_left_out"] = len(keys) - len(kept)
    return kept
