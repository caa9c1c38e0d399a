"""Brings a database of an older revision to the present one; imported only when one is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from rewire_app.domain.days import ZoneClock
from rewire_app.errors import StoreError
from rewire_app.i18n import _
from rewire_app.store.vault import copies, tally
from rewire_app.store.vault.copies import Occasion, Pin, Why
from rewire_app.store.vault.faults import from_driver
from rewire_app.store.vault.files import ProfileFiles, private_folder
from rewire_app.store.vault.identity import APPLICATION_ID, MIGRATIONS
from rewire_app.store.vault.keyslots import Keys

if TYPE_CHECKING:
    from alembic.config import Config


def alembic_config(connection: Connection | None = None) -> Config:
    """What Alembic needs to know, without a file of its own."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def keep_copy(raw: dbapi.Connection, files: ProfileFiles, keys: Keys, key: bytes) -> None:
    """Put a copy of the database and its `keys` into backups/, pinned, unless it holds the same already.

    An update that fails is tried again at every start, and must not drive other copies out.
    """
    private_folder(files.backups)
    content = tally.content_hash(raw)
    if any(copy.why is Why.UPDATE and copy.content == content for copy in copies.found(files.backups)[0]):
        return
    at, number = ZoneClock().now(), copies.last_number(files.backups) + 1
    path = copies.new_path(files.backups, at, number)
    occasion = Occasion(why=Why.UPDATE, at=at, pin=Pin.REWIRE, number=number)
    copies.write_copy(raw, keys, key, path, occasion)


def upgrade(raw: dbapi.Connection, to: str) -> None:
    """Run every revision up to `to` in one transaction; raises StoreError, and then nothing has changed.

    Foreign keys are off meanwhile, because rebuilding a table would delete the rows that point to it.
    """
    from alembic import command
    from alembic.util import CommandError

    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: raw,
        module=dbapi,
        poolclass=StaticPool,
        pool_reset_on_return=None,
    )
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        with engine.connect() as connection:
            raw.execute("BEGIN IMMEDIATE")
            connection.begin()
            command.upgrade(alembic_config(connection), to)
            if raw.execute("PRAGMA foreign_key_check").fetchone():
                raise failed_update()
            raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
            raw.execute(f"PRAGMA user_version={int(to)}")
            raw.execute("COMMIT")
    except (dbapi.Error, SQLAlchemyError) as error:
        fault = from_driver(getattr(error, "orig", error))
        known = isinstance(fault, StoreError) and type(fault) is not StoreError
        raise fault if known else failed_update() from None
    except CommandError:
        raise failed_update() from None
    finally:
        if raw.in_transaction:
            raw.rollback()
        raw.execute("PRAGMA foreign_keys=ON")


def failed_update() -> StoreError:
    """The fault for an update of the database that did not go through."""
    return StoreError(
        _(
            "Your entries could not be brought to the form this version of Rewire uses. Nothing was changed. "
            "The version you used before still opens them."
        )
    )
