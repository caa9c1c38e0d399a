"""Opens the one connection to a vault: key, settings, and proof that each of them took hold."""

from __future__ import annotations

from pathlib import Path

import sqlcipher3.dbapi2 as dbapi

from rewire_app.errors import StoreError
from rewire_app.i18n import _

OLDEST_SQLITE = (3, 51, 3)
"""Before 3.51.3 the write-ahead log could damage a database (sqlite.org/wal.html, "WAL-reset bug")."""

_SETTINGS = (
    "synchronous=FULL",
    "fullfsync=1",
    "checkpoint_fullfsync=1",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "busy_timeout=5000",
    "wal_autocheckpoint=0",
)
"""The vault itself moves the log into the file: only so it knows when the file was last written by Rewire."""


def unfit() -> StoreError:
    """The fault for an installation whose database library cannot be trusted with entries."""
    return StoreError(
        _(
            "The database library that came with this Rewire does not protect your entries as it has to. "
            "Nothing was changed. Install Rewire again."
        )
    )


def connect(db: Path, key: bytes) -> dbapi.Connection:
    """Open the existing file `db` with the 32-byte `key`; raises the driver's errors, or StoreError if unfit.

    The order matters: the key comes before anything that reads, exclusive locking before the first use of the
    log (so that there is no shared-memory file), and the log before `synchronous`.
    """
    if dbapi.sqlite_version_info < OLDEST_SQLITE:
        raise unfit()
    connection = dbapi.connect(
        f"{db.absolute().as_uri()}?mode=rw", uri=True, check_same_thread=False, isolation_level=None
    )
    try:
        _set_up(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_look(db: Path, key: bytes) -> dbapi.Connection:
    """Open a copy that nobody else has open, to read it without a change to it; raises as `connect` does."""
    if dbapi.sqlite_version_info < OLDEST_SQLITE:
        raise unfit()
    connection = dbapi.connect(
        f"{db.absolute().as_uri()}?mode=ro&immutable=1",
        uri=True,
        check_same_thread=False,
        isolation_level=None,
    )
    try:
        for setting in (
            "cipher_log_level=NONE",
            f"key=\"x'{key.hex()}'\"",
            "trusted_schema=OFF",
            "cell_size_check=ON",
            "temp_store=MEMORY",
        ):
            connection.execute(f"PRAGMA {setting}").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _set_up(connection: dbapi.Connection, key: bytes) -> None:
    def answer(pragma: str) -> object:
        row = connection.execute(f"PRAGMA {pragma}").fetchone()
        return row[0] if row else None

    if not answer("cipher_version"):
        raise unfit()
    answer("cipher_log_level=NONE")
    answer(f"key=\"x'{key.hex()}'\"")
    answer("locking_mode=EXCLUSIVE")
    if answer("journal_mode=WAL") != "wal":
        raise unfit()
    for setting in _SETTINGS:
        answer(setting)
    if answer("synchronous") != 2 or answer("foreign_keys") != 1:
        raise unfit()
