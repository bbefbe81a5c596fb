"""Worklists: what an organisation's own staff have left to do, person by person, and only in its own zone.

Rule    the lists count as the indicators do: a plan on the list of overdue follow-ups is one that P2 misses
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import duckdb
import polars as pl

from metrics.indicator import Organisation
from metrics.populations.needs import KNOWN
from metrics.populations.plans import DAYS_TO_FOLLOW_UP
from metrics.problem import Text, UserProblem
from pipelines import arrival, vault
from pipelines.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class Query:
    """One list: what it is called, the sources it needs, and the question put to the vault for the day `$on`."""

    name: str
    title: Text
    needs: tuple[str, ...]
    sql: str


@dataclass(frozen=True, kw_only=True)
class Worklist:
    """One list as of a day.

    Out     rows   one per thing to do; None where a source it needs was never loaded, since nothing then looks missing
            lacks  those sources
    """

    name: str
    title: Text
    rows: pl.DataFrame | None
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Worklists:
    """All four lists of an organisation as of the day `on`; its data reach to `data_to`."""

    organisation: Organisation
    on: date
    data_to: date
    lists: tuple[Worklist, ...]


# Every part put into a question is written here; what a user says arrives as the parameter $on.
_DUE = f"coalesce(follow_up_due_on, met_on + {DAYS_TO_FOLLOW_UP})"
_HELD = "followed_up_on IS NOT NULL AND followed_up_on <= $on"
_SHARED = """SELECT person, unit, bool_or(has_relative_contact) AS has_carer FROM persons
    WHERE shared = 'yes' AND from_on <= $on AND (to_on IS NULL OR to_on >= $on) GROUP BY person, unit"""

QUERIES = (
    Query(
        name="follow_up_overdue",
        title=Text("Uppföljning försenad", "Follow-up overdue"),
        needs=("sip_plans",),
        # A plan that was closed without its follow-up stays, as in P2; the day it was closed is shown.
        sql=f"""SELECT unit, person, plan_id, met_on, CAST({_DUE} AS DATE) AS due_on,
            CAST($on - {_DUE} AS INTEGER) AS days_overdue, follow_up_due_on IS NOT NULL AS due_agreed, closed_on
            FROM sip_plans WHERE met_on <= $on AND {_DUE} < $on AND NOT ({_HELD})
            ORDER BY closed_on IS NOT NULL, unit, due_on, plan_id""",  # noqa: S608
    ),
    Query(
        name="without_can",
        title=Text("Utan aktuell CAN", "Without a current CAN"),
        needs=("persons", "needs"),
        # The carer is only asked for where there is one.
        sql=f"""WITH shared AS ({_SHARED}),
            latest AS (SELECT person, rater, max(assessed_on) AS last_on FROM needs
                WHERE rating IN {KNOWN} AND assessed_on <= $on GROUP BY person, rater)
            SELECT unit, person, raters.rater, last_on
            FROM shared CROSS JOIN (VALUES (1, 'user'), (2, 'staff'), (3, 'carer')) AS raters(place, rater)
            LEFT JOIN latest USING (person, rater)
            WHERE (raters.rater <> 'carer' OR has_carer) AND (last_on IS NULL OR last_on <= $on - INTERVAL 12 MONTH)
            ORDER BY unit, person, place""",  # noqa: S608
    ),
    Query(
        name="without_coordinator",
        title=Text("Utan samordnare", "Without a coordinator"),
        needs=("persons", "coordinators"),
        sql=f"""WITH shared AS ({_SHARED}),
            named AS (SELECT person, max(to_on) AS last_to_on,
                bool_or(to_on IS NULL OR to_on >= $on) AS has_one
                FROM coordinators WHERE from_on <= $on GROUP BY person)
            SELECT unit, person, last_to_on FROM shared LEFT JOIN named USING (person)
            WHERE NOT coalesce(has_one, false) ORDER BY unit, person""",  # noqa: S608
    ),
    Query(
        name="without_outcome",
        title=Text("Insats utan utfall", "Intervention without outcome"),
        needs=("sip_plans", "sip_interventions"),
        sql=f"""SELECT unit, person, plan_id, responsible, organisation, CAST({_DUE} AS DATE) AS due_on,
            CASE WHEN {_HELD} THEN followed_up_on END AS followed_up_on, closed_on
            FROM sip_interventions JOIN sip_plans USING (plan_id)
            WHERE outcome = 'not_due' AND met_on <= $on AND (({_HELD}) OR {_DUE} < $on)
            ORDER BY closed_on IS NOT NULL, unit, due_on, plan_id, responsible""",  # noqa: S608
    ),
)


def worklists(workspace: Workspace, organisation: Organisation, on: date | None = None) -> Worklists:
    """The four lists as of `on`; without it, as of the last day that all their sources have data for.

    Fails   nothing_loaded (exit code 2); busy (75) while a load is going on
    """
    with vault.reading(workspace, organisation) as connection:
        loaded = _reach(connection)
        if not loaded:
            raise UserProblem(
                "nothing_loaded",
                Text(
                    sv="Inget är inläst som listorna kan göras av. Läs in filer först: "
                    "`samsyn load --organisation {organisation}`.",
                    en="Nothing is loaded to make the lists from. Load files first: "
                    "`samsyn load --organisation {organisation}`.",
                ).format(organisation=organisation),
                exit_code=2,
            )
        data_to = min(workspace.data_to, *(end or workspace.data_to for end in loaded.values()))
        lists = tuple(_ask(connection, query, on or data_to, tuple(loaded)) for query in QUERIES)
    return Worklists(organisation=organisation, on=on or data_to, data_to=data_to, lists=lists)


def _reach(connection: duckdb.DuckDBPyConnection) -> dict[str, date | None]:
    """The sources the lists need that are loaded, and the last day each has data for, where its periods tell."""
    wanted = {source for query in QUERIES for source in query.needs}
    reach: dict[str, date | None] = {}
    for delivery in vault.in_force(connection):
        if delivery.source in wanted:
            span, before = arrival.span(delivery.period), reach.get(delivery.source)
            reach[delivery.source] = max(span[1], before or span[1]) if span else before
    return reach


def _ask(connection: duckdb.DuckDBPyConnection, query: Query, on: date, loaded: Sequence[str]) -> Worklist:
    lacks = tuple(source for source in query.needs if source not in loaded)
    rows = None if lacks else pl.DataFrame(connection.sql(query.sql, params={"on": on}).to_arrow_table())
    return Worklist(name=query.name, title=query.title, rows=rows, lacks=lacks)
