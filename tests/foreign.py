"""Files no reader or profile was made for, written from the published formats and from what exports look like.

A visit list from a municipality's care system, a year's ledger in SIE 4, a wide CAN export, and figures saved from the
web. Whoever wrote them had not read the readers, and used other names, codes, orders and ways to write a date than the
example's files.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

UNITS = ("Norra mottagningen", "Södra mottagningen", "Boendestödet")
VISITS = 240


def pseudonym(number: int) -> str:
    """One of forty, in the way this municipality makes them."""
    return f"BR{(number * 7919 + 104_729) % 16**6:06X}"


def visits_workbook(file: Path) -> None:
    """January to May 2024: two lines of titles, a header over the header, dates as text, an empty column, a sum."""
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("Utdrag")
    sheet.merge_range("A1:I1", "Utförda insatser, socialpsykiatrin")
    sheet.write("A2", "Uttaget 3/6/2024 av enheten för uppföljning")
    sheet.merge_range("A3:C3", "Insats")
    sheet.merge_range("D3:E3", "Brukare")
    sheet.merge_range("F3:I3", "Utförande")
    header = (
        "Datum för insatsen", "Typ av insats", "Tid i minuter",
        "Brukarens nyckel", "Planerad insats",
        "Utförande enhet", "Brukaren kom", "Avslutad", "Anmärkning",
    )  # fmt: skip
    sheet.write_row(3, 0, header)
    kinds = ("Hembesök", "Telefonsamtal", "Videosamtal", "Gruppträff", "Besök på enheten")
    minutes = 0
    for number in range(VISITS):
        on = date(2024, 1, 2) + timedelta(days=number * 149 // VISITS)
        long = 30 + number % 7 * 15
        minutes += long
        sheet.write_row(4 + number, 0, (
            f"{on.day}/{on.month}/{on.year}", kinds[number % 5], long, pseudonym(number % 40),
            "Ja" if number % 3 else "Nej", UNITS[number % 3], "Uppgift saknas" if number % 29 == 0 else "Ja", "", "",
        ))  # fmt: skip
    sheet.write_row(4 + VISITS, 0, ("Summa", "", minutes))
    book.close()


LEDGER_HEAD = """\
#FLAGGA 0
#PROGRAM "Ekonomi Bas" 7.2
#FORMAT PC8
#GEN 20250214 "ek"
#SIETYP 4
#FNAMN "Kommunen, vård och omsorg"
#ORGNR 212000-0001
#RAR 0 20240101 20241231
#RAR -1 20230101 20231231
#KPTYP BAS2014
#VALUTA SEK
#BRANSCHKOD 88
#DIM 1 "Kostnadsställe"
#DIM 6 "Projekt"
#OBJEKT 1 "4100" "Norra mottagningen, råd och stöd"
#OBJEKT 1 "4200" "Boendestödet"
#OBJEKT 6 "P7" "Samlat stöd"
#KONTO 1930 "Bank"
#KONTO 4010 "Köp av vård"
#KONTO 5010 "Lokalhyra"
#KONTO 7010 "Löner"
#KTYP 7010 K
#IB 0 1930 1000000.00
#UB 0 1930 -1411600.00
#RES 0 7010 2100000.00
#PBUDGET 0 202401 7010 {1 "4100"} 100000.00
#PSALDO 0 202401 7010 {} 175000.00
#PSALDO 0 202401 7010 {1 "4100"} 100000.00
#PSALDO 0 202401 7010 {1 "4200"} 75000.00
#UNDERSKRIFT "okänd post"
"""


def ledger(*, balanced: bool = True) -> bytes:
    """Twelve months of salaries, rent and bought care for two cost centres; the ninth voucher may be a krona out."""
    lines = []
    for month in range(1, 13):
        out = 0 if balanced or month != 9 else 1
        lines += [
            f'#VER "A" {month} 2024{month:02}25 "Löner och hyra {month}" 2024{month:02}26',
            "{",
            f'#TRANS 7010 {{1 "4100" 6 "P7"}} 100000.00 2024{month:02}25 "Lön råd och stöd"',
            "#TRANS 7010 {1 4200} 75000.00",
            f'#TRANS 5010 {{"1" "4100"}} 12500.50 2024{month:02}25 "Hyra \\"gamla banken\\""',
            '#RTRANS 4010 {1 "4200"} 13466.00',
            '#TRANS 4010 {1 "4200"} 13466.00',
            '#BTRANS 4010 {1 "4100"} 999.00',
            f"#TRANS 1930 {{}} {-200966.50 + out:.2f}",
            "}",
        ]
    return (LEDGER_HEAD + "\n".join(lines) + "\n").replace("\n", "\r\n").encode("cp437")


DOMAINS = (
    "Bostad", "Mat", "Sköta hemmet", "Personlig hygien", "Dagliga aktiviteter", "Fysisk hälsa", "Psykotiska symtom",
    "Information", "Psykiskt illabefinnande", "Säkerhet för egen del", "Säkerhet för andra", "Alkohol", "Droger",
    "Sällskap", "Nära relationer", "Sexualitet", "Vård av barn", "Grundläggande utbildning", "Telefon", "Resor",
    "Pengar", "Bidrag",
)  # fmt: skip


def can_export() -> bytes:
    """Sixty ratings of 22 areas, one row each, tabs between, in Windows-1252."""
    rows = [
        "Skattningar enligt CAN",
        "",
        "\t".join(("Skattn.nr", "Klientnr", "Skattat av", "Skattningsdag", "Mottagning", *DOMAINS)),
    ]
    for number in range(60):
        on = date(2024, 1, 8) + timedelta(days=5 * number)
        marks = [
            "Uppgift saknas" if (number + area) % 31 == 0 else str((number * 3 + area * area) % 3) for area in range(22)
        ]
        rater = ("Brukare", "Personal", "Närstående")[number % 3]
        rows.append(
            "\t".join(
                (f"S{number + 1:04}", pseudonym(number % 25), rater, on.strftime("%Y%m%d"), UNITS[number % 3], *marks)
            )
        )
    return ("\r\n".join(rows) + "\r\n").encode("cp1252")


def key_figure() -> bytes:
    """One key figure for three municipalities and four years, as the service answers a request for data by year."""

    def figure(area: str, year: int) -> dict[str, object]:
        missing = (area, year) == ("0114", 2022)
        told = {"status": "Missing", "value": None} if missing else {"status": "", "value": 1001.5 + year - 2020}
        return {"count": 1, "gender": "T", "isdeleted": False, **told}

    values = [
        {"kpi": "N31001", "municipality": area, "period": year, "values": [figure(area, year)]}
        for area in ("0000", "0114", "0180")
        for year in (2020, 2021, 2022, 2023)
    ]
    return json.dumps({"count": len(values), "next_url": None, "previous_url": None, "values": values}).encode()


def table() -> bytes:
    """Persons with support by municipality, sex and year: values by place, marks on those that are not there."""
    dimension = {
        "Kommun": {"label": "kommun", "category": {"index": ["0114", "0180", "1480"],
                   "label": {"0114": "Upplands Väsby", "0180": "Stockholm", "1480": "Göteborg"}}},
        "Kon": {"label": "kön", "category": {"index": {"1": 0, "2": 1}, "label": {"1": "män", "2": "kvinnor"}}},
        "ContentsCode": {"label": "tabellinnehåll", "category": {"index": ["000007AB"],
                         "label": {"000007AB": "Antal personer"}, "unit": {"000007AB": {"base": "antal"}}}},
        "Tid": {"label": "år", "category": {"index": ["2022", "2023"], "label": {"2022": "2022", "2023": "2023"}}},
    }  # fmt: skip
    return json.dumps({
        "version": "2.0", "class": "dataset", "label": "Personer med boendestöd efter kommun, kön och år",
        "source": "Statistikmyndigheten", "updated": "2024-08-15T06:00:00Z",
        "id": ["Kommun", "Kon", "ContentsCode", "Tid"], "size": [3, 2, 1, 2],
        "role": {"time": ["Tid"], "geo": ["Kommun"], "metric": ["ContentsCode"]}, "dimension": dimension,
        "value": {"0": 61, "1": 64, "2": 70, "4": 903, "5": 911, "6": 1002, "7": 1010, "8": 344, "9": 350, "11": 401},
        "status": {"3": "..", "10": ".."},
    }, ensure_ascii=False).encode()  # fmt: skip
