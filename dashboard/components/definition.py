"""The catalogue as people read it: one article per measure, the same content as rows of a file, and a search."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from html import escape

from dashboard.components.burden import asked
from dashboard.components.data_table import Sheet, Value
from dashboard.components.indicator_words import Names
from dashboard.texts import definition as say
from dashboard.texts import indicator as marks
from dashboard.texts import long_date, perspective, texts
from dashboard.view import View
from metrics.caveats import CAVEATS
from metrics.indicator import ORGANISATIONS, PERSPECTIVES, Indicator
from metrics.problem import Language


def matching(indicators: Sequence[Indicator], query: str, language: Language) -> tuple[Indicator, ...]:
    """The measures that hold every word of the query in any part of their definition; the one whose number it is."""
    wanted = _plain(query).split()
    named = tuple(one for one in indicators if wanted == [_plain(one.id)])
    return named or tuple(
        one for one in indicators if all(word in _plain(_everything(one, language)) for word in wanted)
    )


def _everything(indicator: Indicator, language: Language) -> str:
    return " ".join(str(value) for value in _values(indicator, language))


def _plain(text: str) -> str:
    """Small letters without accents, so that a search for "behov" or "lakare" is forgiving."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def contents(indicators: Sequence[Indicator], view: View) -> str:
    """The measures as links to their places on the page, perspective by perspective."""
    language, t = view.language, texts(view.language)
    parts = []
    for name in PERSPECTIVES:
        links = "".join(
            f'<li><a href="#{escape(one.id)}"><b>{escape(one.id)}</b> {escape(one.name[language])}</a></li>'
            for one in indicators
            if one.perspective == name
        )
        if links:
            parts.append(f"<li><span>{escape(perspective(t, name))}</span><ul>{links}</ul></li>")
    return f'<nav class="contents" aria-label="{escape(say.CONTENTS[language])}"><ul>{"".join(parts)}</ul></nav>'


def article(indicator: Indicator, partner: Indicator, names: Names, view: View) -> str:
    """One measure, whole: what is counted, on both sides, by whom it is kept, and what it cannot show."""
    language, t = view.language, texts(view.language)
    facts = [
        (say.NUMERATOR, escape(indicator.numerator_text[language])),
        (say.DENOMINATOR, escape(indicator.denominator_text[language])),
        (say.UNIT, escape(f"{indicator.unit_text[language]}; {marks.DIRECTION[indicator.direction][language]}")),
        (say.REPORTED, escape(_reported(indicator, language))),
    ]
    for which in ORGANISATIONS:
        twin = indicator.twins[which]
        differs = (
            f"<p><i>{escape(say.DIFFERS[language])}:</i> {escape(twin.difference[language])}</p>"
            if twin.difference
            else ""
        )
        facts.append((names[which], f"<p>{escape(twin.counted[language])}</p>{differs}"))
    grade = f"{marks.GRADE[indicator.comparable][language]} {marks.GRADE_MEANS[indicator.comparable][language]}"
    caveats = "".join(f"<li>{escape(CAVEATS[name][language])}</li>" for name in indicator.caveats)
    facts += [
        (say.LIKENESS, escape(grade)),
        (say.PARTNER, f'<a href="#{escape(partner.id)}">{escape(partner.name[language])}</a> ({escape(partner.id)})'),
        (say.LIMITS, f"<ul>{caveats}</ul>"),
        (say.PROTECTION, escape(_protection(indicator, language))),
        (say.BURDEN, escape(_burden(indicator, language))),
        (say.OWNER, escape(indicator.owner[language])),
        (say.CHECKER, escape(indicator.checker[language])),
        (say.REVIEW, f'<time datetime="{indicator.next_review}">{long_date(t, indicator.next_review)}</time>'),
        (say.REFERENCE, escape(indicator.reference[language])),
        (say.VERSION, str(indicator.version)),
    ]
    rows = "".join(f"<div><dt>{escape(name[language])}</dt><dd>{text}</dd></div>" for name, text in facts)
    address = escape(view.to("indicator", item=indicator.id))
    return (
        f'<article class="definition" id="{escape(indicator.id)}" tabindex="-1">'
        f'<h3><span class="id">{escape(indicator.id)}</span> {escape(indicator.name[language])}</h3>'
        f'<p class="why">{escape(indicator.why[language])} <a href="{address}">{escape(say.OPEN[language])}</a></p>'
        f"<dl>{rows}</dl></article>"
    )


def articles(indicators: Sequence[Indicator], catalogue: Sequence[Indicator], names: Names, view: View) -> str:
    """The measures under their perspectives."""
    by_id = {one.id: one for one in catalogue}
    t, parts = texts(view.language), []
    for name in PERSPECTIVES:
        inside = [article(one, by_id[one.partner], names, view) for one in indicators if one.perspective == name]
        if inside:
            parts.append(f"<section><h2>{escape(perspective(t, name))}</h2>{''.join(inside)}</section>")
    return f'<div class="definitions">{"".join(parts)}</div>'


def found(indicators: Sequence[Indicator], catalogue: Sequence[Indicator], query: str, language: Language) -> str:
    """How many measures the search leaves, or that it leaves none."""
    text = say.FOUND if indicators else say.FOUND_NONE
    said = text[language].format(n=len(indicators), all=len(catalogue), query=query)
    return f'<p class="note" role="status">{escape(said)}</p>'


def fingerprint(here: str, released: str, language: Language) -> str:
    """The catalogue's hash beside the release's, and what it means where they differ."""
    other = f"<p>{escape(say.CATALOGUE_OTHER[language])}</p>" if here != released else ""
    return (
        f'<section class="fingerprint"><h2>{escape(say.CATALOGUE[language])}</h2><p><code>{escape(here)}</code></p>'
        f"<p>{escape(say.CATALOGUE_TEXT[language].format(release=released[:12]))}</p>{other}</section>"
    )


def sheet(indicators: Sequence[Indicator], language: Language) -> Sheet:
    """The catalogue as rows of a file, one per measure."""
    return Sheet(
        say.TITLE[language],
        tuple(say.HEAD[language].split(";")),
        tuple(_values(one, language) for one in indicators),
    )


def _values(one: Indicator, language: Language) -> tuple[Value, ...]:
    region, municipality = (one.twins[which] for which in ORGANISATIONS)
    return (
        one.id,
        one.version,
        one.name[language],
        perspective(texts(language), one.perspective),
        one.why[language],
        one.numerator_text[language],
        one.denominator_text[language],
        one.unit_text[language],
        marks.DIRECTION[one.direction][language],
        _reported(one, language),
        _protection(one, language),
        region.counted[language],
        region.difference[language] if region.difference else None,
        municipality.counted[language],
        municipality.difference[language] if municipality.difference else None,
        marks.GRADE[one.comparable][language],
        one.partner,
        one.owner[language],
        one.checker[language],
        one.next_review,
        one.reference[language],
        " ".join(CAVEATS[name][language] for name in one.caveats),
        _burden(one, language),
    )


def _reported(indicator: Indicator, language: Language) -> str:
    """The published breakdowns, those with the same period together: "varje kvartal: hela organisationen"."""
    grains = dict.fromkeys(indicator.breakdowns.values())
    parts = [
        f"{say.GRAIN[grain][language]}: "
        + ", ".join(say.BREAKDOWN[name][language] for name, own in indicator.breakdowns.items() if own == grain)
        for grain in grains
    ]
    return "; ".join(parts)


def _protection(indicator: Indicator, language: Language) -> str:
    """What hides and changes the figure: a mean has a rule of its own, whatever it is a mean of."""
    known = {"result": say.PROTECTED_RESULT, "exact": say.OF_REGISTER}.get(indicator.measure)
    rule = (known or say.DISCLOSURE[indicator.disclosure])[language]
    if indicator.measure != "mean":
        return rule
    shares = [say.BREAKDOWN[name][language] for name in indicator.breakdowns if indicator.measure_of(name) == "share"]
    mean = say.PROTECTED_MEAN[language]
    if not shares:
        return mean
    said = say.PROTECTED_SHARE[language].format(breakdowns=", ".join(shares), rule=rule[:1].lower() + rule[1:])
    return f"{mean} {said}"


def _burden(indicator: Indicator, language: Language) -> str:
    if indicator.of_register:
        return say.BURDEN_REGISTER[language]
    count, fields = asked(indicator.id, indicator.twins["region"].source, language)
    return (say.BURDEN_FIELDS if count else say.BURDEN_SOURCE)[language].format(n=count, fields=fields)
