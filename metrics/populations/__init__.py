"""Who and what is counted: one row per counted thing and period, shared by the indicators; one module per subject.

In      the source tables and the calendars of `metrics.indicator.Tables`
Out     period_start, person, unit | what the indicator's sums need
Rule    the same functions run on drawn Polars tables and on a vault in DuckDB
"""
