"""What happened around the committee: context, agreements, services that opened and closed."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, composite, mapped_column

from governance.entries import EventKind, Lane
from governance.model import Row
from metrics.problem import Text


class EventRow(Row):
    """A dated event."""

    __tablename__ = "event"

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[EventKind]
    on: Mapped[date] = mapped_column("happened_on")
    title: Mapped[Text] = composite(mapped_column("title_sv"), mapped_column("title_en"))
    text: Mapped[Text] = composite(mapped_column("text_sv"), mapped_column("text_en"))
    indicators: Mapped[list[str]]
    units: Mapped[list[str]]
    organisation: Mapped[Lane]
