"""Results that surveys have published, by the question they answer."""

from __future__ import annotations

import narwhals as nw

from metrics.indicator import Tables
from metrics.populations.spans import Rows

INFLUENCE = "influence"
ENGAGEMENT = "hme_total"
"""Questions as the mapping profiles name them, whatever each survey calls its own."""


def published_results(tables: Tables, item: str) -> Rows:
    """The results of one question, in the year they are of; a span of months counts in the year it ends.

    Out     period_start, unit | value, respondents, invited
    Rule    a result whose number of answers is not known cannot be weighed, and is left out
    """
    known = tables["surveys"].filter(
        nw.col("item") == item, ~nw.col("value").is_null(), ~nw.col("respondents").is_null()
    )
    ends = nw.col("period").str.replace_all("^.*/", "").str.slice(0, 4)
    years = tables["periods"].with_columns(year=nw.col("period_start").dt.year().cast(nw.Int64))
    return known.with_columns(year=ends.cast(nw.Int64)).join(years, on="year")
