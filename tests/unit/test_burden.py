"""What an indicator asks of an organisation is what its calculation reads: no field more, no field less."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import narwhals as nw
import polars as pl
import pytest
from polars.io.plugins import register_io_source

from dashboard.components.burden import FIELDS, READ
from metrics import periods
from metrics.calendars import calendars
from metrics.catalogue import by_id, catalogue
from metrics.indicator import ORGANISATIONS, Organisation
from metrics.populations.users import target_groups
from pipelines.sources import SOURCES

DELIVERED = (
    "persons",
    "coordinators",
    "needs",
    "contacts",
    "costs",
    "sip_plans",
    "sip_interventions",
    "sip_participants",
    "staff_development",
    "surveys",
)
TYPICAL: dict[Any, Any] = {pl.Date: date(2016, 2, 1), pl.Boolean: True, pl.Int32: 1, pl.Float64: 1.0, pl.String: "x"}
OVERRIDES: dict[str, Any] = {"shared": "yes", "contact_type": "visit", "rater": "user", "rating": 2, "to_on": None}


def one_row(source: str, organisation: Organisation) -> pl.DataFrame:
    """A delivery of one ordinary row: nothing in it ends a calculation before every table is read."""
    empty = SOURCES[source].schema.create_empty().select(*SOURCES[source].columns)
    values = {
        name: OVERRIDES.get(name, organisation if name == "organisation" else TYPICAL.get(kind.base_type(), ["x"]))
        for name, kind in empty.schema.items()
    }
    return pl.DataFrame({name: [value] for name, value in values.items()}, schema=empty.schema)


def watched(name: str, frame: pl.DataFrame, seen: dict[str, set[str]]) -> pl.LazyFrame:
    """The frame, writing down which of its columns are asked for."""

    def read(
        columns: list[str] | None, predicate: pl.Expr | None, rows: int | None, batch: int | None
    ) -> Iterator[pl.DataFrame]:
        asked = set(columns if columns is not None else frame.columns)
        seen.setdefault(name, set()).update(asked | set(predicate.meta.root_names() if predicate is not None else []))
        found = frame if predicate is None else frame.filter(predicate)
        yield found if columns is None else found.select(columns)

    return register_io_source(read, schema=frame.schema)


def fields_read(indicator_id: str, organisation: Organisation) -> dict[str, set[str]]:
    """Source -> the columns the indicator's own calculation reads, its breakdowns included."""
    indicator = by_id(indicator_id)
    twin = indicator.twins[organisation]
    seen: dict[str, set[str]] = {}
    frames = {name: nw.from_native(watched(name, one_row(name, organisation), seen)) for name in DELIVERED}
    keys = nw.from_native(pl.LazyFrame({"person": ["x"], "record_key": [1]}))
    calendar = periods.between(date(2016, 1, 1), date(2017, 12, 31), indicator.grain)
    tables = {**frames, "record_keys": keys, **calendars(keys, calendar, indicator.grain)}
    rows = twin.rows(tables)
    if "target_group" in indicator.breakdowns:
        rows = rows.join(target_groups(tables), on=["period_start", "person"])
    whom = [] if indicator.disclosure == "ledger" else ["person"]
    whom += ["invited"] if indicator.measure == "result" else []
    rows.select("period_start", "unit", *whom, n=twin.numerator, d=twin.denominator).to_native().collect()
    return seen


@pytest.mark.parametrize("organisation", ORGANISATIONS)
@pytest.mark.parametrize("indicator_id", [one.id for one in catalogue() if not one.of_register])
def test_the_fields_said_to_be_asked_are_the_fields_read(indicator_id: str, organisation: Organisation) -> None:
    said = {source: set(fields) for source, fields in READ[indicator_id].items()}
    assert said == fields_read(indicator_id, organisation)


def test_every_field_has_a_name_in_both_languages() -> None:
    asked = {field for sources in READ.values() for fields in sources.values() for field in fields}
    assert asked - set(FIELDS) == set()
