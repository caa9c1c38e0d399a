"""Brings a database of an older revision to the present one; imported only when one is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from rewire_app.atomic import replace_file, sync_folder, write_atomic
from rewire_app.errors import StoreError
from rewire_app.i18n import _
from rewire_app.store.vault.faults import from_driver
from rewire_app.store.vault.files import ProfileFiles, private_file, private_folder, sync_file
from rewire_app.store.vault.identity import APPLICATION_ID, MIGRATIONS
from rewire_app.store.vault.keyslots import Keys, packed

if TYPE_CHECKING:
    from alembic.config import Config


def alembic_config(connection: Connection | None = None) -> Config:
    """What Alembic needs to know, without a file of its own."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def keep_copy(raw: dbapi.Connection, files: ProfileFiles, keys: Keys, revision: int) -> None:
    """Put a copy of the database and its `keys` into backups/ before the first update from `revision`."""
    private_folder(files.backups)
    copy = files.backups / f"before-update-from-{revision:04}.db"
    part = copy.with_suffix(".part")
    part.unlink(missing_ok=True)
    private_file(part)
    raw.execute("VACUUM INTO ?", (str(part),))
    write_atomic(copy.with_suffix(".keys"), packed(keys))
    sync_file(part)
    replace_file(part, copy)
    sync_folder(files.backups)


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
