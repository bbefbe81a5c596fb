"""The tables of the page about needs: profile, changes, user beside staff, every domain through the years."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from dashboard.components import explain
from dashboard.components.data_table import Cell, Sheet, Value, as_html
from dashboard.components.indicator_words import Names
from dashboard.components.needs_charts import SHADES, SHOWN
from dashboard.components.needs_reading import Moved, Reading, Side
from dashboard.texts import needs as say
from dashboard.texts import texts
from metrics import words
from metrics.can_domains import NAMES
from metrics.distribution import DOMAINS
from metrics.indicator import Organisation, Rater
from metrics.needs_from_cells import DomainAgreement
from metrics.needs_profile import DIMENSION_NAMES, DIMENSIONS, DimensionProfile, DomainCounts, DomainProfile
from metrics.problem import Language, Text

MakeSheet = Callable[[Reading, Names, Language, str], Sheet]


def twins(reading: Reading, summary: str, each: Mapping[Organisation, str]) -> str:
    """One table a side beside each other, folded under `summary`."""
    inside = "".join(f'<div class="twin {which}">{table}</div>' for which, table in each.items())
    return (
        f'<details class="older domains"><summary>{escape(summary)}</summary>'
        f'<div class="twins wide">{inside}</div></details>'
    )


def profile_table(reading: Reading, names: Names, language: Language) -> str:
    """The profile in figures, with how many were rated and the coverage behind each."""
    raters = _raters(reading)
    head = [say.DOMAIN[language]]
    for rater in raters:
        who = say.USERS_SHORT[rater][language]
        head += [text[language].format(rater=who) for text in (say.UNMET_HEAD, say.MET_HEAD, say.RATED_HEAD)]
    tables = {}
    for side in reading.sides:
        lines = [
            (NAMES[domain][language], [cell for rater in raters for cell in _profile_cells(side, rater, at, language)])
            for at, domain in enumerate(DOMAINS)
        ]
        caption = f"{names[side.organisation][language]}, {reading.year.year}"
        tables[side.organisation] = as_html(caption, head, lines, figures=len(head) - 1, mark=_dot())
    return twins(reading, say.PROFILE_TABLE[language].format(year=reading.year.year), tables)


def change_table(reading: Reading, names: Names, language: Language) -> str:
    """What changed in figures: flows between neighbouring years, shares and limits between others."""
    if reading.against is None:
        return ""
    before, after = str(reading.against.year), str(reading.year.year)
    flows = [say.PAIRS, say.RESOLVED, say.STILL, say.NEW, say.NET]
    head = [say.DOMAIN[language]]
    head += (
        [words.capitalised(each)[language] for each in flows]
        if reading.is_matched
        else [
            say.BEFORE_AFTER[language].format(year=before),
            say.BEFORE_AFTER[language].format(year=after),
            say.NET[language],
            say.LIMITS[language],
        ]
    )
    tables = {
        side.organisation: as_html(
            f"{names[side.organisation][language]}, {before}–{after}",
            head,
            [
                (
                    NAMES[moved.domain][language],
                    _flow_cells(moved, language) if reading.is_matched else _share_cells(moved, language),
                )
                for moved in side.moved
            ],
            figures=len(head) - 1,
            mark=_dot(),
        )
        for side in reading.sides
    }
    return twins(reading, say.CHANGE_TABLE[language].format(against=before, year=after), tables)


def agreement_tables(reading: Reading, names: Names, language: Language) -> str:
    """User beside staff, domain by domain, for each side."""
    head = [say.DOMAIN[language], *(text[language] for text in say.AGREEMENT_HEAD)]
    parts = []
    for side in reading.sides:
        lines = [(NAMES[each.domain][language], _agreement_cells(each, language)) for each in side.agreed]
        caption = names[side.organisation][language]
        table = as_html(caption, head, lines, figures=len(head) - 1, mark=_dot())
        parts.append(f'<div class="twin {side.organisation}">{table}</div>')
    return f'<div class="twins wide domains">{"".join(parts)}</div>'


def agreement_found(side: Side, name: str, language: Language) -> str:
    """How far users and staff agree on one side, in one sentence; nothing where every domain is hidden."""
    known = [each for each in side.agreed if each.unmet is not None and each.unmet.percent is not None]
    if not known:
        return ""
    shares = [each.unmet.percent for each in known if each.unmet and each.unmet.percent is not None]
    few = sum(each.positive is not None and each.positive[1] < 0.5 for each in known)
    said = say.AGREEMENT_FOUND[language].format(
        organisation=name,
        low=words.amount(min(shares), "share")[language],
        high=words.amount(max(shares), "share")[language],
        few=few,
        all=len(known),
    )
    return f"<p>{escape(said)}</p>"


def heat(reading: Reading, names: Names, language: Language) -> str:
    """Every domain through the years: the share with an unmet need, darker where it is larger."""
    tables = []
    for side in reading.sides:
        years = list(side.through)
        top = "".join(f'<th scope="col" class="num">{year.year}</th>' for year in years)
        body = "".join(
            f'<tr><th scope="row">{escape(NAMES[domain][language])}</th>'
            + "".join(_square(side.through[year][at], language) for year in years)
            + "</tr>"
            for at, domain in enumerate(DOMAINS)
        )
        name = escape(names[side.organisation][language])
        tables.append(
            f'<div class="twin {side.organisation}"><div class="table-frame" role="region" aria-label="{name}" '
            f'tabindex="0"><table class="figures heat"><caption>{_dot()}{name}</caption><thead><tr>'
            f'<th scope="col">{escape(say.DOMAIN[language])}</th>{top}</tr></thead><tbody>{body}</tbody></table>'
            "</div></div>"
        )
    return f'<div class="twins wide domains">{"".join(tables)}</div>'


def profile_sheet(reading: Reading, names: Names, language: Language, release: str) -> Sheet:
    """Every year and rater of the page as a file: counts, shares and coverage, hidden ones empty."""
    lines: list[tuple[Value, ...]] = []
    for side in reading.sides:
        for rater in side.counts:
            for counts, shares in zip(side.counts[rater], side.shares[rater], strict=True):
                lines.append(
                    (
                        release,
                        names[side.organisation][language],
                        say.RATERS[rater][language],
                        counts.domain,
                        NAMES[counts.domain][language],
                        reading.year.year,
                        counts.unmet,
                        counts.met,
                        counts.no_need,
                        counts.not_known,
                        shares.unmet,
                        shares.need,
                        shares.coverage,
                    )
                )
    return Sheet(say.TITLE[language], tuple(say.SHEET_HEAD[language].split(";")), tuple(lines))


def change_sheet(reading: Reading, names: Names, language: Language, release: str) -> Sheet:
    """What changed as a file."""
    lines: list[tuple[Value, ...]] = []
    for side in reading.sides:
        for moved in side.moved:
            flows = moved.flows
            lines.append(
                (
                    release,
                    names[side.organisation][language],
                    say.RATERS[reading.rater][language],
                    moved.domain,
                    NAMES[moved.domain][language],
                    reading.against.year if reading.against else None,
                    reading.year.year,
                    *((flows.pairs, flows.resolved, flows.still, flows.new) if flows else (None,) * 4),
                    moved.difference,
                    moved.low,
                    moved.high,
                    int(moved.noticed),
                )
            )
    return Sheet(say.TITLE[language], tuple(say.CHANGE_HEAD[language].split(";")), tuple(lines))


def agreement_sheet(reading: Reading, names: Names, language: Language, release: str) -> Sheet:
    """User beside staff as a file; where kappa is a range, both its ends."""
    lines: list[tuple[Value, ...]] = [
        (
            release,
            names[side.organisation][language],
            each.domain,
            NAMES[each.domain][language],
            reading.year.year,
            each.pairs,
            each.both,
            each.user_only,
            each.staff_only,
            each.unmet.percent if each.unmet else None,
            *(each.positive or (None, None)),
            *(each.kappa or (None, None)),
        )
        for side in reading.sides
        for each in side.agreed
    ]
    return Sheet(say.TITLE[language], tuple(say.AGREEMENT_SHEET[language].split(";")), tuple(lines))


def heat_sheet(reading: Reading, names: Names, language: Language, release: str) -> Sheet:
    """Every domain through the years as a file."""
    lines: list[tuple[Value, ...]] = [
        (
            release,
            names[side.organisation][language],
            say.RATERS[reading.rater][language],
            found.domain,
            NAMES[found.domain][language],
            year.year,
            found.unmet,
            found.need,
            found.coverage,
        )
        for side in reading.sides
        for year, domains in side.through.items()
        for found in domains
    ]
    return Sheet(say.TITLE[language], tuple(say.THROUGH_SHEET[language].split(";")), tuple(lines))


def dimension_table(reading: Reading, names: Names, language: Language) -> str:
    """The share of needs met in each kind of well-being, and on how many of its domains it rests."""
    head = [say.DIMENSION[language], *(names[side.organisation][language] for side in reading.sides)]
    lines = [
        (
            words.capitalised(DIMENSION_NAMES[dimension])[language],
            [_dimension(side.value.dimensions[at], len(domains), language) for side in reading.sides],
        )
        for at, (dimension, domains) in enumerate(DIMENSIONS.items())
    ]
    gaps = [
        _hidden(language)
        if side.value.gap is None
        else Cell(say.POINTS[language].format(n=words.bare(side.value.gap, "points")[language]))
        for side in reading.sides
    ]
    caption = say.DIMENSIONS[language]
    return as_html(caption, head, [*lines, (say.GAP[language], gaps)], figures=len(head) - 1, main=len(gaps))


def dimension_sheet(reading: Reading, names: Names, language: Language, release: str) -> Sheet:
    """The kinds of well-being as a file."""
    lines: list[tuple[Value, ...]] = [
        (
            release,
            names[side.organisation][language],
            say.RATERS[reading.rater][language],
            reading.year.year,
            DIMENSION_NAMES[found.dimension][language],
            found.needs_met,
            len(found.domains),
        )
        for side in reading.sides
        for found in side.value.dimensions
    ]
    return Sheet(say.TITLE[language], tuple(say.DIMENSION_SHEET[language].split(";")), tuple(lines))


def _dimension(found: DimensionProfile, domains: int, language: Language) -> Cell:
    if found.needs_met is None:
        return _hidden(language)
    note = say.RESTS_ON[language].format(shown=len(found.domains), all=domains)
    return Cell(words.amount(found.needs_met, "share")[language], note=note)


def _raters(reading: Reading) -> tuple[Rater, ...]:
    return ("user", "carer") if reading.rater == "carer" else SHOWN


def _profile_cells(side: Side, rater: Rater, at: int, language: Language) -> list[Cell]:
    counts, shares = side.counts[rater][at], side.shares[rater][at]
    met = None if shares.need is None or shares.unmet is None else shares.need - shares.unmet
    return [_share(shares.unmet, language), _share(met, language), _rated(counts, shares, language)]


def _rated(counts: DomainCounts, shares: DomainProfile, language: Language) -> Cell:
    if counts.no_need is None or counts.met is None or counts.unmet is None:
        return _hidden(language)
    covered = (
        texts(language).suppressed if shares.coverage is None else words.amount(shares.coverage, "share")[language]
    )
    rated = words.number(counts.no_need + counts.met + counts.unmet)[language]
    return Cell(rated, note=say.COVERAGE[language].format(share=covered))


def _flow_cells(moved: Moved, language: Language) -> list[Cell]:
    flows = moved.flows
    counts = (flows.pairs, flows.resolved, flows.still, flows.new) if flows else (None,) * 4
    return [*(_count(each, language) for each in counts), _difference(moved, language)]


def _share_cells(moved: Moved, language: Language) -> list[Cell]:
    change = moved.shares
    if change is None:
        return [_hidden(language)] * 4
    low, high = (words.bare(each, "points")[language] for each in (change.low, change.high))
    return [
        _share(change.before, language),
        _share(change.after, language),
        _difference(moved, language),
        Cell(say.TO[language].format(low=low, high=high)),
    ]


def _difference(moved: Moved, language: Language) -> Cell:
    if moved.difference is None:
        return _hidden(language)
    sign = "+" if moved.difference > 0 else ""
    text = say.POINTS[language].format(n=f"{sign}{words.bare(moved.difference, 'points')[language]}")
    return Cell(text, kind="noticed" if moved.noticed else "ok", note=say.NOTICED[language] if moved.noticed else "")


def _agreement_cells(each: DomainAgreement, language: Language) -> list[Cell]:
    unmet = each.unmet
    percent = unmet.percent if unmet else None
    positive = each.positive[0] if each.positive and each.positive[0] == each.positive[1] else None
    ranged = None if each.positive is None or positive is not None else each.positive
    return [
        _count(each.both, language),
        _count(each.user_only, language),
        _count(each.staff_only, language),
        _share(percent, language),
        _share(positive, language) if ranged is None else Cell(_range(ranged, 100, 0, say.RANGE_OF_SHARES, language)),
        _kappa(each.kappa, language),
        _count(each.pairs, language),
    ]


def _kappa(kappa: tuple[float, float] | None, language: Language) -> Cell:
    if kappa is None:
        return _hidden(language)
    return Cell(
        words.number(kappa[0], 2)[language] if kappa[0] == kappa[1] else _range(kappa, 1, 2, say.RANGE, language)
    )


def _range(ends: tuple[float, float], times: int, decimals: int, said: Text, language: Language) -> str:
    low, high = (words.number(times * each, decimals)[language] for each in ends)
    return said[language].format(low=low, high=high)


def _square(found: DomainProfile, language: Language) -> str:
    if found.unmet is None:
        hidden = f'·<span class="vh">{escape(texts(language).suppressed)}</span>'
        return f'<td class="num suppressed">{explain.mark(hidden, "suppressed")}</td>'
    step = sum(round(found.unmet, 2) >= each for each in SHADES)  # as it is shown
    return f'<td class="num shade{step}">{words.bare(found.unmet, "share")[language]}</td>'


def _share(value: float | None, language: Language) -> Cell:
    return _hidden(language) if value is None else Cell(words.amount(value, "share")[language])


def _count(value: float | None, language: Language) -> Cell:
    return _hidden(language) if value is None else Cell(words.number(value)[language])


def _hidden(language: Language) -> Cell:
    return Cell(texts(language).suppressed, kind="suppressed")


def _dot() -> str:
    return '<i class="dot" aria-hidden="true"></i>'
