"""Decisions, and the dated numbers a decision sets: targets, recalculated limits, the cost split."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, composite, mapped_column

from governance.entries import Organisation
from governance.model import Row
from metrics.problem import Text


class DecisionRow(Row):
    """A decision of the committee."""

    __tablename__ = "decision"

    id: Mapped[str] = mapped_column(primary_key=True)
    decided_on: Mapped[date]
    title: Mapped[Text] = composite(mapped_column("title_sv"), mapped_column("title_en"))
    text: Mapped[Text] = composite(mapped_column("text_sv"), mapped_column("text_en"))
    reason: Mapped[Text] = composite(mapped_column("reason_sv"), mapped_column("reason_en"))
    indicators: Mapped[list[str]]


class TargetRow(Row):
    """A target in force from one day to another."""

    __tablename__ = "target"
    __table_args__ = (UniqueConstraint("indicator_id", "organisation", "from_on"),)

    number: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[str]
    organisation: Mapped[Organisation]
    value: Mapped[float]
    end_value: Mapped[float | None]
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    decision_id: Mapped[str] = mapped_column(ForeignKey("decision.id"))


class RecalculationRow(Row):
    """A day from which control limits start anew."""

    __tablename__ = "recalculation"
    __table_args__ = (UniqueConstraint("indicator_id", "organisation", "from_on"),)

    number: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[str]
    organisation: Mapped[Organisation]
    from_on: Mapped[date]
    reason: Mapped[Text] = composite(mapped_column("reason_sv"), mapped_column("reason_en"))
    decision_id: Mapped[str] = mapped_column(ForeignKey("decision.id"))


class CostSplitRow(Row):
    """The agreed split of the joint costs from one day to another."""

    __tablename__ = "cost_split"

    from_on: Mapped[date] = mapped_column(primary_key=True)
    to_on: Mapped[date | None]
    region_share: Mapped[float]
    decision_id: Mapped[str] = mapped_column(ForeignKey("decision.id"))


class PriceLevelRow(Row):
    """One year's level of the price index, as published on a day."""

    __tablename__ = "price_level"
    __table_args__ = (UniqueConstraint("year", "published_on"),)

    number: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    value: Mapped[float]
    name: Mapped[Text] = composite(mapped_column("name_sv"), mapped_column("name_en"))
    source: Mapped[Text] = composite(mapped_column("source_sv"), mapped_column("source_en"))
    base_year: Mapped[int]
    published_on: Mapped[date]
    decision_id: Mapped[str] = mapped_column(ForeignKey("decision.id"))
