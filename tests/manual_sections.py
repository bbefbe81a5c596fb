"""What the manual of methods holds, in order: for each method its formula, its functions and the tests that bind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from metrics import (
    alignment,
    attention,
    cost_shift,
    effect_review,
    funnel,
    intervals,
    needs,
    needs_profile,
    prices,
    season,
    series,
    survival,
    target_groups,
)
from metrics.chart_notes import noise_share
from metrics.disclosure import spread
from metrics.spc import attribute_charts, chart_choice, icons, individuals, limits, rare_events, rules, runs
from metrics.spc.run_chart import crossings, crossings_by_chance, longest_by_chance, run_chart


@dataclass(frozen=True, kw_only=True)
class Section:
    """One method.

    In      text     what it is for, its formula, and what its figures are checked against
            methods  functions whose docstrings say the rest
            specs    modules under `tests` whose drawn tables bind it
            table    a file with a table of its own
    """

    title: str
    text: str
    methods: tuple[Callable[..., Any], ...] = ()
    specs: tuple[str, ...] = ()
    table: str | None = None


SECTIONS: tuple[Section, ...] = (
    Section(
        title="Individual values over time (XmR)",
        text="""
            The default chart of a share, a rate or a mean over time.

                moving range  mR = |x(i) − x(i−1)|
                limits        mean ± 2.66 · mean mR
                near-limits   two thirds of the way from the mean to a limit
                screening     moving ranges of 3.267 · mean mR and more are left out of that mean, once

            Under seven shown points there are no limits and no icon; under twelve the limits are preliminary. Checked
            against 150 series computed by the R package NHSRplotthedots 0.2.2, without a difference, and against
            Montgomery's example 6.5.
        """,
        methods=(individuals.xmr, limits.limits, limits.mean_moving_range),
        specs=("spec.test_gaps_and_phases",),
    ),
    Section(
        title="The four rules",
        text="""
            What tells a change from chance. A point is marked by the first rule that holds for it: outside a limit,
            a trend of seven, two of three near a limit, seven on one side of the mean. On the drawn lines below the
            mean is 0, the limits ±3 and the near-limits ±2, and each letter is a point: A above, B below, R rising,
            F falling, H and L near the upper and the lower limit, + and − a shift, and a full stop for chance.
        """,
        methods=(
            rules.special_causes,
            rules.outside_a_limit,
            rules.trend,
            rules.two_of_three,
            rules.shift,
            runs.present_run,
        ),
        specs=("spec.test_special_causes",),
    ),
    Section(
        title="The two icons, and targets",
        text="""
            *Variation* is the kind of the last shown point: chance, improvement, concern, or a change without a good
            side. *Assurance* compares the last limits with the target in force on that day: beyond a limit it is met or
            missed consistently, within them it is met sometimes. A constant series meets its target or does not.
        """,
        methods=(icons.variation, icons.assurance, series.Target.on, series.levels),
        specs=("spec.test_targets",),
    ),
    Section(
        title="Shares and rates that rest on different numbers (p, u, Laney)",
        text="""
            Limits that follow how many each period counts.

                p    p ± 3 · √(p(1 − p)/n)          p = all numerators / all denominators
                u    u ± 3 · √(u/n)
                p′   p ± 3 · σ_z · √(p(1 − p)/n)    σ_z = mean |z(i) − z(i−1)| / 1.128,  z = (x − p)/√(p(1 − p)/n)

            Checked against Montgomery's table 7.4 and examples 7.1, 7.3 and 7.4, and against the attendances Mohammed
            and co-authors chart with Laney's limits.
        """,
        methods=(
            attribute_charts.p_chart,
            attribute_charts.laney_p,
            attribute_charts.u_chart,
            attribute_charts.laney_u,
            attribute_charts.dispersion,
        ),
        specs=("spec.test_count_charts",),
    ),
    Section(
        title="Short and lopsided series (run chart)",
        text="""
            A median and no limits.

                too long a run       longest run > round(log₂ n) + 3
                too few crossings    crossings < 5 % quantile of Binomial(n − 1, ½)

            n counts the points that do not lie on the median. In the drawings + lies above the line, − below it, 0 on
            it, and a space is a gap.
        """,
        methods=(run_chart, crossings, longest_by_chance, crossings_by_chance),
        specs=("spec.test_run_chart",),
    ),
    Section(
        title="Rare events (g, t)",
        text="""
            How many cases, or how long, between one event and the next.

                g    mean ± 3 · √(mean · (mean + 1))
                t    y = time^(1/3.6);  mean of y ± 3 · mean mR / 1.128;  told back as times

            The t chart is checked against Montgomery's example 7.6.
        """,
        methods=(rare_events.g_chart, rare_events.t_chart),
        specs=("spec.test_rare_events",),
    ),
    Section(
        title="Which chart, and what its limits cannot know",
        text="""
            Beside its sentence a signal has notes: another chart that would fit better, what makes limits look surer
            than they are. The protection's share is variance against variance: the noise's own, over that of limits
            three standard deviations from the mean; it is told from a tenth.

                share      noise of value p resting on n    √(2(1 + p²)) / n
                mean       between bounds L and U           0.68 · (U − L) / n
        """,
        methods=(
            chart_choice.advice,
            chart_choice.lopsidedness,
            chart_choice.likeness_to_the_one_before,
            noise_share,
            spread.spread,
        ),
        specs=("spec.test_chart_notes",),
    ),
    Section(
        title="How often the rules are wrong, and what protection costs",
        text="""
            Simulated with the product's own charts and protection (`python -m tests.bench.simulate_rules`). Of series
            in which nothing happens, one or two in a hundred show a sign at any one period: on a scorecard of sixty
            series about one icon lights up by chance alone. A third show one somewhere in ten years, so an old sign
            alone proves little; of lopsided series most do, which is what the run chart is for. Of changes that would
            have been seen within three years, the protection hides one in five in groups of thirty, and fewer than one
            in ten in groups of a hundred and more. Plain p limits do not know of the protection and cry wolf in small
            groups, which XmR and Laney's do not. Protection is drawn anew for every period here, which is the worst
            case: where the same persons stay, so does their noise.
        """,
        table="tests/bench/simulated_rules.md",
    ),
    Section(
        title="Between units (funnel)",
        text="""
            How far a unit of its size may lie from the others by chance; never a ranking.

                limits           p₀ ± z · √(p₀(1 − p₀)/n + τ²),   z = 1.959964 and 3.090232, kept within 0 and 1
                overdispersion   z = (p − p₀)/√(p₀(1 − p₀)/n), its outermost tenths drawn in;  w = n/(p₀(1 − p₀));
                                 τ² = (Σz² − (k − 1)) / (Σw − Σw²/Σw), not below 0, from eight units
        """,
        methods=(funnel.funnel_limits, funnel.variance_between, funnel.position),
        specs=("golden.test_funnel", "unit.test_funnel"),
    ),
    Section(
        title="Rates and their intervals",
        text="""
            Proportions have Wilson's interval, differences between two of them Newcombe's, rates Byar's or under ten
            events the exact one; unlike populations are standardised. Checked against Newcombe 1998, the R package
            FunnelPlotR, and table 1 of Fay & Feuer 1997.
        """,
        methods=(intervals.rate, intervals.ratio_limits, intervals.standardised_rate),
        specs=("golden.test_method_oracles_rates",),
    ),
    Section(
        title="Needs by domain and dimension",
        text="""
            A need is a rating of 1 (met) or 2 (unmet); 9, not known, lowers coverage and nothing else. Each dimension
            of well-being is the mean over its domains, and every dimension weighs the same. Raters are never pooled.
        """,
        methods=(needs_profile.profile, needs_profile.equal_value),
        specs=("spec.test_needs_profile",),
    ),
    Section(
        title="Change in needs, and agreement about them",
        text="""
            The same persons twice: Stuart-Maxwell, with the flows behind it. Different persons: Newcombe. Over 22
            domains: Benjamini-Hochberg, and the smallest difference worth noticing.

                Stuart-Maxwell   d′ V⁻ d,  d = row sums − column sums,  V = diag(sums) − N − N′,  of movers
                kappa            (pₒ − pₑ) / (1 − pₑ)
                PABAK            (k · pₒ − 1) / (k − 1)
                positive         2a / (2a + b + c)

            Checked against Fleiss 1971, Agresti, Stuart's vision of two eyes, the R package irr, and Benjamini &
            Hochberg's fifteen p values.
        """,
        methods=(
            needs.matched_change,
            needs.unmatched_change,
            needs.agreement,
            needs.worth_noticing,
            needs.adjusted,
        ),
        specs=("spec.test_needs",),
    ),
    Section(
        title="Target groups, and needs beside services",
        text="Which groups grow, whose needs are not reached, and how many at least lack a service they need.",
        methods=(target_groups.growing, target_groups.unserved, target_groups.against_service),
        specs=("spec.test_target_groups",),
    ),
    Section(
        title="Time to follow-up",
        text="""
            The share still waiting, by Kaplan and Meier. Checked against Freireich's 42 children.

                S(t) = Π (1 − events / those still waiting)   over the times of events up to t
        """,
        methods=(survival.curve, survival.curve_from_bins, survival.log_rank),
        specs=("spec.test_survival", "golden.test_method_oracles_time"),
    ),
    Section(
        title="Fixed prices and the agreed split",
        text="""
                fixed price   amount · index of the base / index of the period
                agreed        mean over the period's months of the share in force on each month's first day
        """,
        methods=(prices.in_fixed_prices, prices.price_note, prices.against_split),
        specs=("spec.test_prices",),
    ),
    Section(
        title="Cost shift",
        text="Whether a cost or a volume moved from one organisation to the other after a dated change.",
        methods=(cost_shift.cost_shift, runs.sign_between),
        specs=("spec.test_cost_shift",),
    ),
    Section(
        title="Alignment of twins",
        text="Whether two figures measure the same thing, and whether they move together.",
        methods=(alignment.align,),
        specs=("spec.test_alignment",),
    ),
    Section(
        title="The review of a decision's effect",
        text="Expected direction, figure and day are recorded with the decision; on that day the chart answers.",
        methods=(effect_review.review,),
        specs=("spec.test_effect_review",),
    ),
    Section(
        title="Attention and evidence",
        text="What the committee takes up beside where the signals are, and how its decisions rest on figures.",
        methods=(attention.balance, attention.evidence),
        specs=("spec.test_attention",),
    ),
    Section(
        title="Seasons",
        text="""
            STL splits a series into trend, season and rest, with strength 1 − Var(rest) / Var(season + rest). Checked
            against the carbon dioxide of Mauna Loa.
        """,
        methods=(season.season, season.same_period_last_year),
        specs=("spec.test_season",),
    ),
    Section(
        title="The sentences",
        text="What a signal says in words, in Swedish and English: what changed since when, never why.",
        specs=("spec.test_sentences",),
    ),
)
