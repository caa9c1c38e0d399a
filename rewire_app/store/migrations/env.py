"""Alembic's entry: runs the revisions on the connection it is given, inside the caller's transaction."""

from __future__ import annotations

from alembic import context

from rewire_app.store.schema.lists import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
