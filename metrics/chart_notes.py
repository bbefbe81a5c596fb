"""What makes a chart less sure than it looks, in words, beside its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median

from metrics import words
from metrics.charts import kind_of, shown_counts
from metrics.disclosure.spread import spread
from metrics.indicator import Indicator
from metrics.periods import MONTHS
from metrics.problem import Text
from metrics.series import Series
from metrics.spc import ENOUGH, SETTLED, ControlChart, RunChart
from metrics.spc.chart_choice import Advice, advice

NOISE_SHARE = 0.1
"""The part of a chart's variance from which the protection's own share of it is told."""

SIGMAS_BETWEEN_LIMITS = 6

_ADVICE: Mapping[Advice, Text] = {
    "few": Text(
        sv="Under {settled} värden är gränserna osäkra. Ett seriediagram, utan gränser, säger mer.",
        en="With under {settled} values the limits are unsure. A run chart, without limits, says more.",
    ),
    "rare": Text(
        sv="Händelsen är så sällsynt att de flesta perioder saknar den. Tiden mellan händelserna säger mer.",
        en="The event is so rare that most periods have none. The time between events says more.",
    ),
    "wider_than_chance": Text(
        sv="Perioderna varierar mer än slumpen ensam ger, så gränserna är för snäva. Laneys gränser passar bättre.",
        en="The periods vary more than chance alone gives, so the limits are too narrow. Laney's limits fit better.",
    ),
    "sizes_differ": Text(
        sv="Antalet som räknas skiljer sig mycket mellan perioderna. Gränser som följer antalet passar bättre.",
        en="How many are counted differs much between the periods. Limits that follow the number fit better.",
    ),
    "skewed": Text(
        sv="Värdena ligger snett fördelade kring sin mitt. Ett seriediagram passar bättre än gränser åt båda håll.",
        en="The values lie lopsided about their middle. A run chart fits better than limits on both sides.",
    ),
    "follows_itself": Text(
        sv="Varje värde ligger nära det förra, som när samma personer eller kostnader räknas om igen. Gränserna blir "
        "då för snäva: läs en ensam signal med försiktighet.",
        en="Each value lies close to the one before, as when the same persons or costs are counted again. The limits "
        "are then too narrow: read a single signal with care.",
    ),
}
_ROLLING = Text(
    sv="Varje värde täcker {months} månader, så perioder intill varandra delar uppgifter. Gränserna blir då för snäva: "
    "läs en ensam signal med försiktighet.",
    en="Each value covers {months} months, so neighbouring periods share data. The limits are then too narrow: read a "
    "single signal with care.",
)
_NOISE = Text(
    sv="Skyddet av enskilda personer står för ungefär {share} av det som här syns som vanlig variation.",
    en="The protection of persons makes up about {share} of what is seen here as usual variation.",
)
_CROSSINGS = Text(
    sv="Värdena växlar sida om mitten mer sällan än slumpen brukar ge ({found} gånger mot minst {least}).",
    en="The values change sides of the middle less often than chance usually gives ({found} times, against at least "
    "{least}).",
)


def notes(indicator: Indicator, series: Series, chart: ControlChart) -> tuple[Text, ...]:
    """What a reader of the chart should know besides its sentence; nothing where there are too few points to judge.

    In      chart   the chart of all values, before any line is withheld from the reader
    """
    at = chart.latest
    if at is None or chart.phase_points[at] < ENOUGH:
        return ()
    found = advice(kind_of(indicator, series), chart, *shown_counts(series))
    rolling = indicator.lookback_months > MONTHS[series.grain]
    said = [_ADVICE[each].format(settled=words.in_words(SETTLED)) for each in found if each != "follows_itself"]
    if rolling:
        said.append(_ROLLING.format(months=words.in_words(indicator.lookback_months)))
    elif "follows_itself" in found:
        said.append(_ADVICE["follows_itself"])
    share = noise_share(indicator, series, chart)
    if share > NOISE_SHARE:
        said.append(_NOISE.format(share=words.amount(share, "share")))
    if isinstance(chart, RunChart) and chart.crossings < chart.crossings_min:
        said.append(_CROSSINGS.format(found=words.in_words(chart.crossings), least=words.in_words(chart.crossings_min)))
    return tuple(said)


def noise_share(indicator: Indicator, series: Series, chart: ControlChart) -> float:
    """The part of the variance between a chart's limits that the protection adds; 0 where that cannot be known.

    Rule    variance against variance: the noise's own, over that of limits three standard deviations from the mean
    """
    at = chart.latest
    lines = None if at is None else chart.lines(at)
    if lines is None or lines.lower is None or lines.upper is None or lines.is_constant:
        return 0.0
    first = chart.phase_start[at or 0]
    known = [
        (value, n)
        for value, n in zip(series.values[first:], series.denominators[first:], strict=True)
        if value is not None and n
    ]
    if not known or not {"protected", "protected_mean"} & set(indicator.caveats):
        return 0.0
    value, n = (median(each) for each in zip(*known, strict=True))
    noise = spread(indicator, indicator.measure_of(series.breakdown), value, n)
    usual = (lines.upper - lines.lower) / SIGMAS_BETWEEN_LIMITS
    return min(1.0, (noise / usual) ** 2)
