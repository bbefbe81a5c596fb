"""What rests on agreements, and what happened and was learnt, is found by its words: also what was entered before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

FOUND = {
    "undertaking": ("from_on", "organisation", ("title",)),
    "risk": ("review_on", "organisation", ("title", "text")),
    "consultation": ("asked_on", "", ("view",)),
    "unit_change": ("happened_on", "", ("text",)),
    "cycle": ("started_on", "organisation", ("title", "plan", "do", "study", "act")),
    "evaluation": ("happened_on", "", ("title", "finding", "response")),
    "event": ("happened_on", "organisation", ("title", "text")),
    "target_group": ("identified_on", "", ("name", "service", "gap")),
}
"""By table: the day and the organisation an entry is found by ("" for both of them), and its texts."""
DOCUMENT = sa.table(
    "document", *(sa.column(name) for name in ("kind", "object_id", "happened_on", "organisation", "sv", "en"))
)


def upgrade() -> None:
    """Put every entry there is into the index, as one that is written from now on is."""
    for kind, (day, organisation, texts) in FOUND.items():
        columns = [f"{text}_{language}" for text in texts for language in ("sv", "en")]
        names = ("id", day, *([organisation] if organisation else []), *columns)
        held = sa.table(kind, *(sa.column(name) for name in names))
        known = sa.exists().where(DOCUMENT.c.kind == kind, DOCUMENT.c.object_id == held.c.id)
        entries = sa.select(
            sa.literal(kind),
            held.c.id,
            held.c[day],
            held.c[organisation] if organisation else sa.literal("joint"),
            _said(held, texts, "sv"),
            _said(held, texts, "en"),
        ).where(~known)
        op.execute(DOCUMENT.insert().from_select([column.name for column in DOCUMENT.c], entries))


def downgrade() -> None:
    """Take them out again."""
    op.execute(DOCUMENT.delete().where(DOCUMENT.c.kind.in_(FOUND)))


def _said(held: sa.TableClause, texts: tuple[str, ...], language: str) -> sa.ColumnElement[str]:
    """The id and every text of an entry in one language, a line each."""
    said: sa.ColumnElement[str] = held.c.id
    for text in texts:
        said = said.concat(sa.func.coalesce(sa.literal("\n").concat(held.c[f"{text}_{language}"]), ""))
    return said
