"""The register's tables: one for each kind of entry with a column for each field, and what every row keeps beside.

A kind is written once, as the frozen record the product reads; its table follows from the types of its fields.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from types import NoneType
from typing import Annotated, Any, ClassVar, Literal, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeEngine

from governance.entries import KINDS, AnyEntry
from governance.model.shape import Entry, Refers, id_of
from metrics.problem import Text


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
    In      cancelled_sv, cancelled_en  why the entry no longer counts; it stays where it is
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
    type_annotation_map: ClassVar[Mapping[Any, Any]] = {datetime: UtcDateTime}

    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-1)
    version: Mapped[int] = mapped_column(sort_order=1)
    added_at: Mapped[datetime] = mapped_column(sort_order=2, default=lambda: datetime.now(UTC))
    changed_at: Mapped[datetime] = mapped_column(
        sort_order=3, default=lambda: datetime.now(UTC), onupdate=lambda: datetime.now(UTC)
    )
    cancelled_sv: Mapped[str | None] = mapped_column(sort_order=4)
    cancelled_en: Mapped[str | None] = mapped_column(sort_order=5)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Count versions in `version`."""
        return {"version_id_col": cls.version}


COLUMN_NAMES = {"on": "happened_on"}
"""Fields whose name is a word of SQL, and what their columns are called."""

PLAIN: dict[object, type[TypeEngine[Any]]] = {
    str: String,
    int: Integer,
    float: Float,
    bool: Boolean,
    date: Date,
}


def name_of(kind: type[Entry]) -> str:
    """The name of a kind in the database, in history and in addresses.

    >>> from governance.entries import AgendaItem
    >>> name_of(AgendaItem)
    'agenda_item'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def values_of(entry: Entry) -> dict[str, Any]:
    """An entry as the columns of its row."""
    values: dict[str, Any] = {"id": id_of(entry)}
    for name, hint in _HINTS[type(entry)].items():
        value = getattr(entry, name)
        if hint.type is Text:
            values[f"{name}_sv"], values[f"{name}_en"] = (value.sv, value.en) if value else (None, None)
        elif get_origin(hint.type) is tuple:
            values[name] = _adapter(hint.type).dump_python(value, mode="json")
        else:
            values[name] = value
    return values


def entry_of(kind: type[AnyEntry], row: Any) -> AnyEntry:
    """The entry in a row, or in anything that has its columns as attributes."""
    make: Callable[..., AnyEntry] = kind
    return make(**{name: read(row) for name, read in _READERS[kind]})


def references_of(kind: type[Entry]) -> tuple[tuple[str, type[Entry]], ...]:
    """The fields of a kind that refer to others, with what they refer to."""
    return tuple((name, KIND_OF[hint.refers.to]) for name, hint in _HINTS[kind].items() if hint.refers)


def _reader(hint: Any, name: str) -> Callable[[Any], Any]:
    if hint is Text:
        sv, en = f"{name}_sv", f"{name}_en"
        return lambda row: None if getattr(row, sv) is None else Text(sv=getattr(row, sv), en=getattr(row, en))
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if not is_dataclass(inner):
            return lambda row: tuple(getattr(row, name))
        adapter = _adapter(hint)
        return lambda row: adapter.validate_python(getattr(row, name))
    return lambda row: getattr(row, name)


@cache
def _adapter(hint: Any) -> TypeAdapter[Any]:
    return TypeAdapter(hint)


@dataclass(frozen=True)
class _Hint:
    """The type of a field without its None, what it refers to, and whether it may be None."""

    type: Any
    refers: Refers | None
    nullable: bool


def _hint(hint: Any) -> _Hint:
    nullable = NoneType in get_args(hint)
    if nullable:
        hint = next(part for part in get_args(hint) if part is not NoneType)
    if get_origin(hint) is Annotated:
        return _Hint(get_args(hint)[0], get_args(hint)[1], nullable)
    return _Hint(hint, None, nullable)


_HINTS: dict[type[Entry], dict[str, _Hint]] = {
    kind: {
        name: _hint(hint)
        for name, hint in get_type_hints(kind, include_extras=True).items()
        if name in {field.name for field in fields(kind)}
    }
    for kind in KINDS.values()
}

_READERS: dict[type[Entry], tuple[tuple[str, Callable[[Any], Any]], ...]] = {
    kind: tuple((name, _reader(hint.type, name)) for name, hint in hints.items()) for kind, hints in _HINTS.items()
}
"""For each kind and field, the way from a row to its value."""


def _columns(kind: type[Entry]) -> Iterator[tuple[str, Column[Any]]]:
    """Each attribute of the row and its column."""
    for name, hint in _HINTS[kind].items():
        if hint.type is Text:
            for language in ("sv", "en"):
                yield f"{name}_{language}", Column(f"{name}_{language}", String, nullable=hint.nullable)
        elif name != "id":
            key = [ForeignKey(f"{hint.refers.to}.id")] if hint.refers else []
            yield name, Column(COLUMN_NAMES.get(name, name), _type(hint.type), *key, nullable=hint.nullable)


def _type(hint: Any) -> type[TypeEngine[Any]]:
    if get_origin(hint) is tuple:
        return JSON
    if get_origin(hint) is Literal:
        return String
    return PLAIN[hint]


def _row(kind: type[Entry]) -> type[Row]:
    """The table of a kind: its fields, an index for each reference, for its order, and for what it is searched by."""
    columns = dict(_columns(kind))
    searched = [
        kind.ORDER if kind.ORDER != ("id",) else (),
        *((name, *kind.ORDER) for name in kind.FOUND),  # found, they are listed in their order
        *((name,) for name, column in columns.items() if column.foreign_keys),
    ]
    indexes = {tuple(COLUMN_NAMES.get(name, name) for name in names) for names in searched if names}
    begun = {names[:1] for names in indexes if len(names) > 1}  # an index that begins with a column serves it alone
    made = {
        "__tablename__": name_of(kind),
        "__doc__": kind.__doc__,
        "__module__": __name__,
        "__table_args__": tuple(Index(None, *names) for names in sorted(indexes - begun)),
    }
    return type(f"{kind.__name__}Row", (Row,), made | columns)


KIND_OF: dict[str, type[Entry]] = {name_of(kind): kind for kind in KINDS.values()}
"""Every kind by its name in the database."""

ROWS: dict[type[Entry], type[Row]] = {kind: _row(kind) for kind in KINDS.values()}
"""The table of each kind."""

HISTORY = Table(
    "history",
    Row.metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("verb", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("object_id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("content", String, nullable=False),
    Column("why", String, nullable=False),
    Column("previous", String, nullable=False),
    Column("sha256", String, nullable=False),
    Index(None, "kind", "object_id", "number"),
)
"""Every change, in order; each names the hash of the one before."""

HEAD = Table(
    "head",
    Row.metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("sha256", String, nullable=False),
    Column("signature", String, nullable=False),
)
"""One row: where the history ends, signed anew with each write. On PostgreSQL writers queue for it."""

CHECKPOINT = Table(
    "checkpoint",
    Row.metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("signature", String, nullable=False),
)
"""The history's hash at each decision and approval, signed, for both organisations to keep."""

DOCUMENT = Table(
    "document",
    Row.metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("object_id", String, nullable=False),
    Column("happened_on", Date),
    Column("organisation", String, nullable=False),
    Column("sv", String, nullable=False),
    Column("en", String, nullable=False),
    UniqueConstraint("kind", "object_id"),
)
"""What full-text search reads: one row for each searched entry, kept in step by the door."""
