"""What a database is made of, in a form in which two of them can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable

import sqlcipher3.dbapi2 as dbapi
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from rewire_app.store.schema.lists import metadata

Schema = dict[str, str]
"""The SQL of each table and index by its name."""


def made_by(statements: Iterable[str]) -> dbapi.Connection:
    """An empty database in memory, made by `statements`."""
    raw = dbapi.connect(":memory:", isolation_level=None)
    for statement in statements:
        raw.execute(statement)
    return raw


def schema_of(raw: dbapi.Connection) -> Schema:
    """Everything that the database keeps about its tables and indexes.

    Only what cannot matter is levelled: spaces, line breaks, and the order in which tables were made. Columns
    and constraints stay in their order, and every name, rule and quote as it is.
    """
    rows = raw.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {
        name: re.sub(r"\s+", " ", sql).replace("( ", "(").replace(" )", ")").strip() for name, sql in rows
    }


def differences(raw: dbapi.Connection) -> list[object]:
    """What Alembic would change to make the tables in the code of the database."""
    engine = create_engine("sqlite+pysqlite://", creator=lambda: raw, module=dbapi, poolclass=StaticPool)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return [*compare_metadata(context, metadata)]
