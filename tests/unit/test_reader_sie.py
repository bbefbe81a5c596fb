"""A ledger in SIE 4 becomes month totals: what is summed once, what is left out, and what refuses the whole file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from metrics.problem import UserProblem
from pipelines import vault
from pipelines.load import LoadReport, load
from pipelines.readers import Layout, Limits, sie
from tests.intake import a_profile, a_zone, codes, written

HEAD = """
#FLAGGA 0
#FORMAT PC8
#SIETYP 4
#PROGRAM "Ekonomi" 5.1
#GEN 20250110
#FNAMN "Vård och omsorg"
#ORGNR 212000-1234
#RAR 0 20240101 20241231
#KPTYP BAS95
#DIM 1 "Kostnadsställe"
#DIM 6 "Projekt"
#OBJEKT 1 "217" "Norra mottagningen"
#OBJEKT 1 "900" "Ledning"
#KONTO 2440 "Leverantörsskulder"
#KONTO 5010 "Lokalhyra"
#KONTO 3010 "Intäkter"
"""


def ledger(*vouchers: str, also: str = "") -> str:
    """A ledger with these vouchers, each given as its #TRANS lines, dated 5 January 2024 and numbered from 1."""
    blocks = [
        f'#VER A {number} 20240105 "Faktura"\n{{\n{lines.strip()}\n}}' for number, lines in enumerate(vouchers, 1)
    ]
    return "\n".join([HEAD.strip(), also.strip(), *blocks]) + "\n"


RENT = '#TRANS 5010 {1 "217"} 1250.00\n#TRANS 2440 {} -1250.00'


def reading(folder: Path, content: str | bytes, **layout: Any) -> dict[str, Any]:
    """What the reader answers about a ledger with this content, written in code page 437."""
    file = folder / "file.se"
    file.write_bytes(content.encode("cp437") if isinstance(content, str) else content)
    into = folder / "read"
    into.mkdir(exist_ok=True)
    return sie.read(file, Layout(format="sie", **({"dimensions": ("1",)} | layout)), Limits(), into)


def rows(folder: Path, content: str | bytes, **layout: Any) -> list[tuple[Any, ...]]:
    """The rows read: konto, kontonamn, månad, belopp, budget, dimensions, and the line they first stand in."""
    reading(folder, content, **layout)
    return pl.read_ipc(folder / "read" / "00000.arrow").rows()


def totals(folder: Path, content: str | bytes, **layout: Any) -> list[tuple[Any, ...]]:
    """Month, amount, budget and object of each row."""
    return [
        (month, amount, budget, *objects)
        for _, _, month, amount, budget, *objects, _ in rows(folder, content, **layout)
    ]


def refusal(folder: Path, content: str | bytes, **layout: Any) -> UserProblem:
    """Why the reader refuses this content."""
    with pytest.raises(UserProblem) as problem:
        reading(folder, content, **layout)
    return problem.value


def line_of(content: str, part: str) -> int:
    """The number of the first line that holds `part`."""
    return next(number for number, line in enumerate(content.splitlines(), 1) if part in line)


# --- what is summed ----------------------------------------------------------------------------------------------


def test_a_voucher_becomes_a_cost_on_its_unit_and_stands_where_its_line_stands(tmp_path: Path) -> None:
    content = ledger(RENT)
    [row] = rows(tmp_path, content)
    assert row == ("5010", "Lokalhyra", "2024-01", "1250", None, "217", line_of(content, "#TRANS 5010"))


def test_a_month_is_one_row_per_account_and_object(tmp_path: Path) -> None:
    january = '#TRANS 5010 {1 "217"} 100.10\n#TRANS 2440 {} -100.10'
    february = '#TRANS 5010 {1 "217"} 7.00 20240229\n#TRANS 2440 {} -7.00'
    other = '#TRANS 5010 {1 "900"} 3.00\n#TRANS 2440 {} -3.00'
    assert totals(tmp_path, ledger(january, january, february, other)) == [
        ("2024-01", "200.20", None, "217"),
        ("2024-02", "7", None, "217"),
        ("2024-01", "3", None, "900"),
    ]


def test_income_is_a_minus_and_a_correction_is_taken_off(tmp_path: Path) -> None:
    income = '#TRANS 3010 {1 "217"} -500\n#TRANS 1930 {} 500'
    correction = '#TRANS 3010 {1 "217"} 20\n#TRANS 1930 {} -20'
    assert totals(tmp_path, ledger(income, correction)) == [("2024-01", "-480", None, "217")]


def test_no_ore_is_lost_in_a_sum(tmp_path: Path) -> None:
    small = '#TRANS 5010 {1 "217"} 0.10\n#TRANS 2440 {} -0.10'
    assert totals(tmp_path, ledger(*[small] * 3))[0][1] == "0.30"


def test_added_and_struck_lines_are_history_and_not_sums(tmp_path: Path) -> None:
    # An added line stands twice, as #RTRANS and as #TRANS; a struck one only as #BTRANS.
    changed = f'{RENT}\n#RTRANS 5010 {{1 "217"}} 1250.00\n#BTRANS 5010 {{1 "217"}} 9999.00'
    assert totals(tmp_path, ledger(changed)) == [("2024-01", "1250", None, "217")]


def test_balances_are_not_costs(tmp_path: Path) -> None:
    balances = """
        #IB 0 2440 -100.00
        #UB 0 2440 -1350.00
        #RES 0 5010 1250.00
        #PSALDO 0 202401 5010 {} 1250.00
        #PSALDO 0 202401 5010 {1 "217"} 1250.00
    """
    content = ledger(RENT, also=balances)
    assert totals(tmp_path, content) == [("2024-01", "1250", None, "217")]
    assert "sie_balances_differ" not in reading(tmp_path, content)["normalised"]


def test_a_period_balance_that_the_vouchers_do_not_reach_is_counted(tmp_path: Path) -> None:
    assert reading(tmp_path, ledger(RENT, also="#PSALDO 0 202401 5010 {} 9000.00"))["normalised"] == {
        "sie_balance_accounts": 1,
        "sie_balances_differ": 1,
    }


def test_the_kind_of_an_account_outweighs_its_number(tmp_path: Path) -> None:
    kinds = "#KTYP 5010 T\n#KTYP 2440 K"
    assert [row[0] for row in rows(tmp_path, ledger(RENT, also=kinds))] == ["2440"]


# --- budgets -----------------------------------------------------------------------------------------------------


def test_a_budget_stands_beside_what_it_is_a_budget_for(tmp_path: Path) -> None:
    budget = '#PBUDGET 0 202401 5010 {1 "217"} 1200.00'
    assert totals(tmp_path, ledger(RENT, also=budget)) == [("2024-01", "1250", "1200", "217")]


def test_a_budget_nobody_has_used_is_a_row_without_amount(tmp_path: Path) -> None:
    budget = '#PBUDGET 0 202402 5010 {1 "217"} 1200.00'
    assert ("2024-02", "0", "1200", "217") in totals(tmp_path, ledger(RENT, also=budget))


def test_the_budget_of_a_whole_account_is_never_added_to_its_units(tmp_path: Path) -> None:
    budgets = """
        #PBUDGET 0 202401 5010 {} 5000.00
        #PBUDGET 0 202401 5010 {1 "217"} 1200.00
        #PBUDGET 0 202401 5010 {6 "P1"} 700.00
    """
    content = ledger(RENT, also=budgets)
    assert totals(tmp_path, content) == [("2024-01", "1250", "1200", "217")]
    assert reading(tmp_path, content)["normalised"]["sie_budget_totals"] == 2


def test_last_years_budget_is_last_years(tmp_path: Path) -> None:
    assert totals(tmp_path, ledger(RENT, also='#PBUDGET -1 202301 5010 {1 "217"} 1.00'))[0][2] is None


# --- dimensions --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["1", "Kostnadsställe"])
def test_a_dimension_is_named_by_number_or_by_name(tmp_path: Path, name: str) -> None:
    assert reading(tmp_path, ledger(RENT), dimensions=(name,))["header"][-1] == name


def test_dimensions_the_profile_does_not_read_are_summed_over(tmp_path: Path) -> None:
    # A dimension of staff or customers is about persons: nothing of it is handed on.
    by_staff = '#TRANS 5010 {1 "217" 7 "s1"} 10\n#TRANS 5010 {1 "217" 7 "s2"} 20\n#TRANS 2440 {} -30'
    assert totals(tmp_path, ledger(by_staff)) == [("2024-01", "30", None, "217")]


def test_two_dimensions_are_two_columns(tmp_path: Path) -> None:
    by_project = '#TRANS 5010 {6 "P1" 1 "217"} 10\n#TRANS 5010 {1 "217"} 5\n#TRANS 2440 {} -15'
    assert totals(tmp_path, ledger(by_project), dimensions=("1", "6")) == [
        ("2024-01", "10", None, "217", "P1"),
        ("2024-01", "5", None, "217", None),
    ]


def test_a_dimension_the_file_lacks_is_told_with_those_it_has(tmp_path: Path) -> None:
    problem = refusal(tmp_path, ledger(RENT), dimensions=("Enhet",))
    assert problem.code == "sie_dimension"
    assert "1 Kostnadsställe" in problem.text.sv


@pytest.mark.parametrize(
    ("left_out", "kept"),
    [((), ["217", "900", None]), (("900",), ["217", None]), (("9*", ""), ["217"])],
)
def test_objects_of_others_are_left_out_by_name_and_counted(
    tmp_path: Path, left_out: tuple[str, ...], kept: list[str | None]
) -> None:
    content = ledger('#TRANS 5010 {1 "217"} 1\n#TRANS 5010 {1 "900"} 2\n#TRANS 8310 {} -3')
    assert [row[3] for row in totals(tmp_path, content, left_out=left_out)] == kept
    assert reading(tmp_path, content, left_out=left_out)["normalised"].get("sie_left_out", 0) == 3 - len(kept)


# --- how it is written -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "utf-8", "utf-8-sig"])
def test_letters_come_through_whatever_the_program_wrote(tmp_path: Path, encoding: str) -> None:
    content = ledger(RENT).replace("Lokalhyra", "Hyra för lägenhet på Åsgatan")
    assert rows(tmp_path, content.encode(encoding))[0][1] == "Hyra för lägenhet på Åsgatan"


def test_another_code_page_than_the_standards_is_counted(tmp_path: Path) -> None:
    assert reading(tmp_path, ledger(RENT).encode("cp1252"))["normalised"]["windows_1252"] == 1


@pytest.mark.parametrize(
    "line",
    [
        '#TRANS 5010 {1 "217"} 1250.00',
        "#TRANS\t5010\t{1 217}\t1250",
        '  #TRANS "5010" { "1" "217" } 1250.00 20240105 "Hyra \\"januari\\"" 1 sign',
        '#trans 5010 {1 "217"} +1250.0 "" ""',
    ],
)
def test_a_line_may_be_written_in_many_ways(tmp_path: Path, line: str) -> None:
    assert totals(tmp_path, ledger(f"{line}\n#TRANS 2440 {{}} -1250.00")) == [("2024-01", "1250", None, "217")]


def test_braces_inside_quotes_are_text(tmp_path: Path) -> None:
    assert totals(tmp_path, ledger('#TRANS 5010 {1 "2}7"} 5\n#TRANS 2440 {} -5'))[0][3] == "2}7"


def test_unknown_labels_are_passed_over_and_counted(tmp_path: Path) -> None:
    content = ledger(RENT, also='#SPECIAL 1 "x"\n#SPECIAL 2 "y"\n#PROSA "Fritext"')
    assert reading(tmp_path, content)["normalised"]["sie_unknown_labels"] == 2


# --- what refuses the file -----------------------------------------------------------------------------------------

MALFORMED = {
    "no label": "TRANS 5010 {} 5",
    "no objects": "#TRANS 5010 1250.00",
    "a decimal comma": '#TRANS 5010 {1 "217"} 1250,00',
    "an object without dimension": '#TRANS 5010 {"217"} 1250.00',
    "an unclosed brace": '#TRANS 5010 {1 "217" 1250.00',
    "an unclosed quote": '#TRANS 5010 {1 "217} 1250.00',
    "no amount": '#TRANS 5010 {1 "217"}',
    "a date that is none": '#TRANS 5010 {1 "217"} 1250.00 20240230',
    "a voucher in a voucher": "#VER A 2 20240105",
}


@pytest.mark.parametrize("case", MALFORMED)
def test_a_malformed_line_is_named_by_its_number(tmp_path: Path, case: str) -> None:
    content = ledger(MALFORMED[case] + "\n#TRANS 2440 {} -1250.00")
    problem = refusal(tmp_path, content)
    assert problem.code == "sie_malformed"
    assert problem.text.sv.startswith(f"Rad {line_of(content, MALFORMED[case])} ")
    assert problem.text.en.startswith(f"Row {line_of(content, MALFORMED[case])} ")


def test_many_malformed_lines_are_told_at_once(tmp_path: Path) -> None:
    content = ledger(RENT, also="oj\n" * 7)
    assert "Rad 17, 18, 19, 20, 21 …" in refusal(tmp_path, content).text.sv


def test_a_file_cut_short_inside_a_voucher_is_refused_at_the_voucher(tmp_path: Path) -> None:
    content = ledger(RENT)[:-3]
    problem = refusal(tmp_path, content)
    assert (problem.code, f"Rad {line_of(content, '#VER')} " in problem.text.sv) == ("sie_malformed", True)


def test_a_voucher_that_does_not_sum_to_zero_is_refused_with_its_line(tmp_path: Path) -> None:
    content = ledger(RENT, '#TRANS 5010 {1 "217"} 100.00\n#TRANS 2440 {} -99.99')
    problem = refusal(tmp_path, content)
    assert problem.code == "sie_unbalanced"
    assert f"rad {line_of(content, '#VER A 2')} " in problem.text.sv


OTHER = {
    "nothing": ("", "file_empty"),
    "balances alone": (HEAD + "#PSALDO 0 202401 5010 {} 5.00\n", "sie_no_vouchers"),
    "another currency": (ledger(RENT, also="#VALUTA EUR"), "sie_currency"),
    "only balance accounts": (ledger("#TRANS 1930 {} 5\n#TRANS 2440 {} -5"), "file_empty"),
    "a NUL": (ledger(RENT) + "\0", "sie_malformed"),
    "no ledger at all": ("a;b\n1;2\n", "sie_malformed"),
}


@pytest.mark.parametrize("case", OTHER)
def test_what_is_no_ledger_of_vouchers_in_kronor_is_refused(tmp_path: Path, case: str) -> None:
    content, code = OTHER[case]
    assert refusal(tmp_path, content).code == code


# --- into the vault ----------------------------------------------------------------------------------------------

PROFILE = """
[sie]
dimensions = ["Kostnadsställe", "Projekt"]
left_out = ["900"]
[columns]
unit = "Kostnadsställe"
month = "månad"
account = "konto"
cost_type = "kontonamn"
amount_sek = "belopp"
budget_sek = "budget"
activity = "Projekt"
[constants]
funding = "base"
[codes.unit]
"217" = "norra_mottagningen"
"""


def delivered(folder: Path, content: str) -> tuple[LoadReport, Path]:
    """The report of a ledger, loaded through a profile as a committee would write it; and the vault."""
    pattern = "'^bok_(?P<period>[0-9]{4})_v(?P<version>[0-9]+)\\.se$'"
    zone = a_zone(folder, costs=a_profile("costs", PROFILE, format='"sie"', file_pattern=pattern))
    return load(zone, "region", written(zone, "bok_2024_v1.se", content.encode("cp437"))), zone.vault("region")


def test_a_ledger_becomes_costs_of_the_units(tmp_path: Path) -> None:
    lines = '#TRANS 5010 {1 "217" 6 "P1"} 1250.50\n#TRANS 5010 {1 "900"} 9\n#TRANS 2440 {} -1259.50'
    report, path = delivered(tmp_path, ledger(lines, also='#PBUDGET 0 202401 5010 {1 "217" 6 "P1"} 1200'))
    assert (report.exit_code, report.accepted) == (0, 1)
    assert [(reason.code, reason.rows) for reason in report.normalised] == [
        ("sie_balance_accounts", 1),
        ("sie_left_out", 1),
    ]
    assert vault.rows(path, "costs").drop("delivery_id").row(0, named=True) == {
        "unit": "norra_mottagningen",
        "month": date(2024, 1, 1),
        "account": "5010",
        "activity": "P1",
        "cost_type": "Lokalhyra",
        "amount_sek": 1250.5,
        "budget_sek": 1200.0,
        "funding": "base",
        "temporary_until": None,
    }


def test_an_object_nobody_has_mapped_refuses_the_file(tmp_path: Path) -> None:
    report, _ = delivered(tmp_path, ledger('#TRANS 5010 {1 "218" 6 "P1"} 5\n#TRANS 2440 {} -5'))
    assert (report.file_refused, codes(report)) == (True, ["unit_unknown", "unit_unknown"])


HELD = {
    # where a number can stand              a line that holds one, and what else its voucher needs
    "the text of a line": '#TRANS 5010 {1 "217" 6 "P1"} 5 20240105 "Resa 191212121212"\n#TRANS 2440 {} -5',
    "a struck line": '#BTRANS 5010 {} 5 20240105 "19121212-1212"\n#TRANS 5010 {1 "217"} 5\n#TRANS 2440 {} -5',
    "an object": '#OBJEKT 7 "191212121212" "Någon"\n#TRANS 5010 {1 "217"} 5\n#TRANS 2440 {} -5',
}


@pytest.mark.parametrize("place", HELD)
def test_an_identity_number_in_any_text_of_the_ledger_is_an_incident_at_its_line(tmp_path: Path, place: str) -> None:
    content = ledger(HELD[place])
    report, _ = delivered(tmp_path, content)
    assert (report.exit_code, codes(report)) == (5, ["identity_number"])
    assert f"rad {line_of(content, '1912')}," in report.reasons[0].text.sv


def test_an_organisation_number_is_no_persons(tmp_path: Path) -> None:
    report, _ = delivered(tmp_path, ledger('#TRANS 5010 {1 "217" 6 "P1"} 5\n#TRANS 2440 {} -5'))
    assert report.exit_code == 0
