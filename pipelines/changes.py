"""What a corrected delivery changes against the one it replaces: counts per month and column, never a value.

    changes = compare(connection, SOURCES["contacts"], rows, replaces=(3,))

Rule    the counts are true ones and stay in the organisation's zone; no release tells them
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import dataframely as dy
import duckdb
import polars as pl

from metrics.problem import Text
from pipelines.checks import without
from pipelines.contract import Source

MONTHS_SHOWN = 6
_NTH, _MONTH, _BEFORE = "nth of its kind", "month of it", " before"
_SLICE_ROWS = 500_000


@dataclass(frozen=True, kw_only=True)
class Month:
    """What was changed in one month; "" where the rows tell no month."""

    month: str
    added: int
    removed: int
    changed: int


@dataclass(frozen=True, kw_only=True)
class Changes:
    """Rows that came, went, or say something else than before.

    versions  those that were replaced
    columns   column -> rows in which it differs, of the changed ones
    """

    versions: tuple[int, ...]
    added: int
    removed: int
    changed: int
    columns: Mapping[str, int]
    months: tuple[Month, ...]

    def as_json(self) -> dict[str, Any]:
        """The same as plain values, as the vault keeps them."""
        return asdict(self) | {"versions": list(self.versions), "months": [asdict(month) for month in self.months]}

    @property
    def text(self) -> Text:
        """In words, the months with most changes first."""
        return said(self.as_json())


def said(kept: Mapping[str, Any]) -> Text:
    """The words for changes as the vault keeps them."""
    counts = {name: kept[name] for name in ("added", "removed", "changed")}
    versions = ", ".join(map(str, kept["versions"]))
    if not any(counts.values()):
        return Text(
            sv="Mot version {versions}: inga rader skiljer sig.", en="Against version {versions}: no rows differ."
        ).format(versions=versions)
    columns = ", ".join(f"{column} {rows}" for column, rows in kept["columns"].items())
    return Text(
        sv="Mot version {versions}: {added} nya rader, {removed} borttagna, {changed} ändrade{columns}.{months}",
        en="Against version {versions}: {added} rows added, {removed} removed, {changed} changed{columns}.{months}",
    ).format(
        versions=versions, **counts, columns=f" ({columns})" if columns else "", months=_most_changed(kept["months"])
    )


def _most_changed(months: Sequence[Mapping[str, Any]]) -> str:
    """+ added, - removed and ~ changed by month, the months with most of it."""
    dated = [one for one in months if one["month"]]
    first = sorted(dated, key=lambda one: (-one["added"] - one["removed"] - one["changed"], one["month"]))
    listed = ", ".join(
        f"{one['month']} +{one['added']} \N{MINUS SIGN}{one['removed']} ~{one['changed']}"
        for one in first[:MONTHS_SHOWN]
    )
    return f" {listed}{' …' if len(first) > MONTHS_SHOWN else ''}" if listed else ""


def compare(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    rows: pl.DataFrame,
    failures: pl.DataFrame,
    replaces: Sequence[int],
) -> Changes | None:
    """What differs between the rows of a delivery and those in force from the deliveries it replaces.

    In      rows  the delivery's rows; those that `failures` are about are refused and not among what is compared
    Out     None where nothing is replaced
    Rule    rows alike in every column are the same; among the rest, rows of the same thing (`Source.same`) are one
            that changed. Only fingerprints are compared at first, so a large delivery costs little
    """
    if not replaces:
        return None
    columns = ", ".join(f'"{column}"' for column in source.columns)
    before = f"SELECT {columns}, hash({columns}) AS print FROM {source.name} WHERE delivery_id IN {_listed(replaces)}"  # noqa: S608  own names and numbers
    _fingerprints(connection, rows, failures, columns)
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE differing AS "  # noqa: S608  own names and numbers
        f"WITH one AS (SELECT print, count(*) AS times FROM ({before}) GROUP BY print), "
        "other AS (SELECT print, count(*) AS times FROM incoming GROUP BY print) "
        "SELECT print, coalesce(one.times, 0) - coalesce(other.times, 0) AS fewer "
        "FROM one FULL JOIN other USING (print) WHERE one.times IS DISTINCT FROM other.times"
    )
    gone = _frame(connection, f"SELECT * FROM ({before}) JOIN differing USING (print) WHERE fewer > 0")  # noqa: S608
    come = _frame(connection, "SELECT * FROM incoming JOIN differing USING (print) WHERE fewer < 0")
    versions = _frame(connection, f"SELECT version FROM deliveries WHERE delivery_id IN {_listed(replaces)} ORDER BY 1")  # noqa: S608
    connection.execute("DROP TABLE incoming; DROP TABLE differing")
    new = rows.join(come, on="record", how="inner", maintain_order="left")
    return _paired(_surplus(gone), _surplus(new), source, tuple(versions["version"]))


def _fingerprints(
    connection: duckdb.DuckDBPyConnection, rows: pl.DataFrame, failures: pl.DataFrame, columns: str
) -> None:
    """Every row's fingerprint, made where those of the rows in force are made, in the table `incoming`."""
    connection.execute("CREATE OR REPLACE TEMP TABLE incoming (print UBIGINT, record BIGINT)")
    for part in rows.iter_slices(_SLICE_ROWS):
        connection.register("arrived", without(part, failures).to_arrow())
        connection.execute(f"INSERT INTO incoming SELECT hash({columns}), record FROM arrived")  # noqa: S608
        connection.unregister("arrived")


def _surplus(rows: pl.DataFrame) -> pl.DataFrame:
    """Of rows that are alike, as many as the other side has fewer of."""
    return rows.filter(pl.int_range(pl.len()).over("print") < pl.col("fewer").abs())


def _paired(old: pl.DataFrame, new: pl.DataFrame, source: Source, versions: tuple[int, ...]) -> Changes:
    same, month = list(source.same or source.unique), _month(source)
    keys = [*same, _NTH]
    sides = [
        side.select(
            *(_comparable(column, kind) for column, kind in source.columns.items()),
            month.alias(_MONTH),
            pl.int_range(pl.len()).over(same).alias(_NTH),
        )
        for side in (old, new)
    ]
    both = sides[1].join(sides[0], on=keys, how="inner", nulls_equal=True, suffix=_BEFORE)
    added = sides[1].join(sides[0], on=keys, how="anti", nulls_equal=True)
    removed = sides[0].join(sides[1], on=keys, how="anti", nulls_equal=True)
    differs = {
        column: pl.col(column).ne_missing(pl.col(column + _BEFORE)) for column in source.columns if column not in same
    }
    columns = both.select(differing.sum().alias(column) for column, differing in differs.items())
    return Changes(
        versions=versions,
        added=added.height,
        removed=removed.height,
        changed=both.height,
        columns={column: rows for column, rows in (columns.row(0, named=True) if differs else {}).items() if rows},
        months=_months(added, removed, both),
    )


def _months(added: pl.DataFrame, removed: pl.DataFrame, changed: pl.DataFrame) -> tuple[Month, ...]:
    kinds = {"added": added, "removed": removed, "changed": changed}
    counted = [
        frame.group_by(_MONTH).len().select(pl.col(_MONTH), pl.lit(kind).alias("kind"), pl.col("len").cast(pl.Int64))
        for kind, frame in kinds.items()
    ]
    found: dict[str, dict[str, int]] = {}
    for month, kind, rows in pl.concat(counted).iter_rows():
        found.setdefault(month, dict.fromkeys(kinds, 0))[kind] = rows
    return tuple(Month(month=month, **found[month]) for month in sorted(found))


def _month(source: Source) -> pl.Expr:
    dated = next((column for column in source.columns if source.about(column).happened), None)
    return pl.col(dated).dt.strftime("%Y-%m").fill_null("") if dated else pl.lit("")


def _comparable(column: str, kind: dy.Column) -> pl.Expr:
    return pl.col(column).list.join("|") if isinstance(kind, dy.List) else pl.col(column)


def _frame(connection: duckdb.DuckDBPyConnection, query: str) -> pl.DataFrame:
    return pl.DataFrame(connection.sql(query).to_arrow_table())


def _listed(numbers: Sequence[int]) -> str:
    return f"({', '.join(map(str, numbers))})"
