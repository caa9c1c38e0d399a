"""The SQL that makes an empty database of the newest revision, compiled from the tables."""

from __future__ import annotations

from sqlalchemy import Column, MetaData, PrimaryKeyConstraint, String, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, DDLElement

from rewire_app.store.schema.lists import metadata

REVISION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where Alembic notes the revision of a database: a table of its own, which it expects in just this form."""


def statements() -> list[str]:
    """The statements in an order in which they run: a table after those it points to, its indexes next."""
    dialect = sqlite.dialect()
    made: list[str] = []
    for table in (REVISION, *metadata.sorted_tables):
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        parts: list[DDLElement] = [CreateTable(table), *map(CreateIndex, indexes)]
        made += [str(part.compile(dialect=dialect)).strip() for part in parts]
    return made
