"""The gate's last reports, in words: what each attack tried, on how much, what it found and what it may find."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from dashboard.components import icons
from dashboard.components.data_table import Cell, Sheet, as_html
from dashboard.components.figures import count
from dashboard.texts import organisation, texts
from dashboard.texts import privacy as say
from metrics import words
from metrics.disclosure.controls import CONTROLS, attacks_and_controls
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.problem import Language
from pipelines.published import Published

Report = Mapping[str, Any]


def reports(shown: Published) -> dict[Organisation, Report]:
    """Each organisation's report; none of one that is missing, or whose part is from before the reports travelled."""
    parts = shown.manifest["organisations"]
    return {which: parts[which]["gate"] for which in ORGANISATIONS if parts.get(which, {}).get("gate")}


def withstood(found: Mapping[Organisation, Report]) -> int:
    """How many kinds of attack every organisation's figures withstood; none where any report says otherwise."""
    passed = all(report["passed"] for report in found.values())
    return min((attacks_and_controls(report)[0] for report in found.values()), default=0) if passed else 0


def told(found: Mapping[Organisation, Report], language: Language) -> str:
    """A sentence and a column each, and below them what each attack was."""
    if not found:
        return f'<p class="quiet">{escape(say.NO_REPORT[language])}.</p>'
    t, known = texts(language), {which: _by_attack(report) for which, report in found.items()}
    lines = "".join(
        f"<li>{icons.side(which, organisation(t, which))}<div>{escape(_sentence(report, language))}</div></li>"
        for which, report in found.items()
    )
    names = list(dict.fromkeys(name for attacks in known.values() for name in attacks))
    names.sort(key=CONTROLS.__contains__)
    rows = []
    for name in names:
        cells = [_cell(name, attacks.get(name), which, language) for which, attacks in known.items()]
        rows.append((_name(name, language), [*cells, _what(name, language)]))
    head = [say.REPORTS_HEAD[language], *(organisation(t, which) for which in known), say.WHAT[language]]
    table = as_html(say.REPORTS_CAPTION[language], head, rows, figures=len(known), main=len(known))
    return f'<ul class="lines">{lines}</ul><div class="gate">{table}</div>'


def _by_attack(report: Report) -> dict[str, Mapping[str, Any]]:
    return {str(each["attack"]): each for each in report["attacks"]}


def _sentence(report: Report, language: Language) -> str:
    attacks, controls = attacks_and_controls(report)
    said = [
        say.PASSED[language].format(
            attacks=attacks,
            controls=controls,
            d=report.get("d", "–"),
            v=_number(report.get("v"), 0, language),
            releases=report.get("releases", 0),
        )
    ]
    if len(tries := report.get("tries", [])) > 1:
        again = [
            (say.TRY_DROPPED if each["dropped"] else say.TRY)[language].format(
                d=each["d"], dropped=", ".join(each["dropped"])
            )
            for each in tries[1:]
        ]
        said.append(say.TRIES[language].format(tries="; ".join(again)))
    return " ".join(said)


def _name(attack: str, language: Language) -> str:
    name = say.ATTACKS[attack][0][language] if attack in say.ATTACKS else attack
    return say.CONTROL[language].format(name=f"{name[0].lower()}{name[1:]}") if attack in CONTROLS else name


def _what(attack: str, language: Language) -> Cell:
    return Cell(say.ATTACKS[attack][1][language] if attack in say.ATTACKS else "–")


def _cell(attack: str, finding: Mapping[str, Any] | None, which: Organisation, language: Language) -> Cell:
    """What was found, of how many, and the limit; a report that does not say it is not filled in.

    Rule    whose it is stands in the cell too, for narrow screens that have no columns
    """
    whose = f'<span class="whose">{icons.side(which, organisation(texts(language), which))} </span>'
    if finding is None or "tried" not in finding:
        return Cell("–", mark=whose)
    if not finding["tried"]:
        return Cell(say.NOT_TRIED[language], kind="no_data", mark=whose)
    write = _share if attack in say.SHARES else _number
    decimals = 2 if attack == "usefulness" else 1 if attack in say.SHARES else 0
    limit = (say.AT_LEAST if attack == "control" else say.AT_MOST)[language].format(
        limit=write(finding["limit"], decimals, language)
    )
    tried = say.OF[language].format(tried=count(finding["tried"], language))
    return Cell(write(finding["found"], decimals, language), mark=whose, note=f"{tried}; {limit}")


def _number(value: float | None, decimals: int, language: Language) -> str:
    return "–" if value is None else words.number(value, decimals)[language]


def _share(value: float, decimals: int, language: Language) -> str:
    return words.amount(value, "share", decimals)[language]


def sheet(found: Mapping[Organisation, Report], language: Language) -> Sheet:
    """The reports to take away, a row per organisation and attack."""
    columns: Sequence[str] = ("tried", "found", "limit")
    rows = tuple(
        (
            organisation(texts(language), which),
            _name(str(each["attack"]), language),
            *(each.get(column) for column in columns),
            str(each["passed"]).lower(),
        )
        for which, report in found.items()
        for each in report["attacks"]
    )
    return Sheet(name=say.FILE[language], head=tuple(say.SHEET_HEAD[language].split(";")), rows=rows)
