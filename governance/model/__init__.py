"""The register's tables: what every table has in common."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, MetaData, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class UtcDateTime(TypeDecorator[datetime]):
    """A moment that comes back as it went in, in UTC.

    Rule    SQLite keeps no offset: a time without one is refused on the way in and given UTC on the way out
    """

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment as stored: in UTC, without an offset."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time in the register needs an offset")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment as read: in UTC, and saying so."""
        return None if value is None else value.replace(tzinfo=UTC)


class Row(DeclarativeBase):
    """One row of the register.

    Rule    every row counts its versions, so that of two who change the same row the second is told;
            keys and constraints are named alike on every database, so that a migration can find them
    """

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcDateTime, list[str]: JSON}  # noqa: RUF012  SQLAlchemy's own name and type

    version: Mapped[int] = mapped_column(sort_order=1)
    added_at: Mapped[datetime] = mapped_column(sort_order=2, default=lambda: datetime.now(UTC))

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Count versions in `version`."""
        return {"version_id_col": cls.version}
