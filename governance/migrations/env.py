"""What Alembic runs: the steps, in the transaction the register has already opened."""

from __future__ import annotations

from alembic import context

from governance.model.tables import Row

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Row.metadata, render_as_batch=True
)
context.run_migrations()
