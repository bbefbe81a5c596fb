"""How the register's tables have come to be what they are: the same steps on SQLite and PostgreSQL."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect

NEWEST = "0010"
"""The step this version of the product needs; a test holds it to the newest there is."""

FIRST = "0001"
STEPS = Path(__file__).parent


def bring(connection: Connection, to: str = NEWEST) -> None:
    """Bring the tables to a step, up or down, inside the transaction that is open.

    Rule    a register from before there were steps has the tables of the first, and goes on from there
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(STEPS))
    config.attributes["connection"] = connection
    tables = inspect(connection).get_table_names()
    if "decision" in tables and "alembic_version" not in tables:
        command.stamp(config, FIRST)
    at = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if tables else None
    if at is not None and at > to:
        command.downgrade(config, to)
    else:
        command.upgrade(config, to)
