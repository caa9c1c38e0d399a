"""Copies of earlier releases: a database and its keys as two files, made before an update."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import sqlcipher3.dbapi2 as dbapi

from rewire_app.domain.days import Instant
from rewire_app.errors import StoreError
from rewire_app.store.vault import copies, keyslots
from rewire_app.store.vault.connection import connect_to_look
from rewire_app.store.vault.copies import Occasion, Pin, Why
from rewire_app.store.vault.files import ProfileFiles

NAME = "before-update-from-*.db"


def bring_in(files: ProfileFiles) -> None:
    """Make copies of today's form of those that earlier releases left, and remove the old files then.

    They open without a passphrase: the releases that made them knew none. What cannot be read stays.
    """
    for db in files.backups.glob(NAME):
        with suppress(StoreError, OSError, dbapi.Error):
            _bring_in(db)


def _bring_in(db: Path) -> None:
    keys = keyslots.parsed(db.with_suffix(".keys").read_bytes())
    key = keys.open_key()
    if key is None:
        return
    made = Instant(utc_ms=db.stat().st_mtime_ns // 1_000_000, offset_min=0)
    connection = connect_to_look(db, key)
    try:
        path = copies.new_path(db.parent, made, 0)
        occasion = Occasion(why=Why.UPDATE, at=made, pin=Pin.REWIRE, number=0)
        copies.write_copy(connection, keys, key, path, occasion)
    finally:
        connection.close()
    db.unlink()
    db.with_suffix(".keys").unlink()
