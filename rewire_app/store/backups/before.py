"""What is looked at and kept before a copy takes the place of the vault: its keys, and a copy of it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as dbapi

from rewire_app.domain.days import Instant
from rewire_app.errors import DamagedStoreError, NewerStoreError, StoreError
from rewire_app.store.backups import listing
from rewire_app.store.vault import copies, key_file, keyslots, tally
from rewire_app.store.vault.connection import connect_to_look
from rewire_app.store.vault.copies import Occasion, Pin, Why
from rewire_app.store.vault.files import ProfileFiles, private_folder
from rewire_app.store.vault.keyslots import FLOOR, Cost, Keys
from rewire_app.store.vault.unlocking import Secret, data_key


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownKeys:
    """The keys that are here, if they can be read, and the data key, if it is known."""

    keys: Keys | None
    key: bytes | None


def known_keys(
    files: ProfileFiles, secret: Secret | None, key: bytes | None, floor: Cost = FLOOR
) -> KnownKeys:
    """What the key files in the profile lead to with `secret`; `key` is the data key where it is known."""
    try:
        here = key_file.read(files, floor).keys
    except (DamagedStoreError, NewerStoreError):
        return KnownKeys(keys=None, key=key)
    if key is None:
        with suppress(StoreError):
            key = data_key(here, secret)
    return KnownKeys(keys=here, key=key)


def keys_of_copy(
    folder: Path, known: KnownKeys, secret: Secret | None, floor: Cost = FLOOR
) -> tuple[Keys, bytes]:
    """The keys to put beside the unpacked copy in `folder`, and its data key; raises as `data_key` does.

    Where the keys that are here open the copy too, they stay in force.
    """
    own = keyslots.parsed((folder / "vault.keys").read_bytes(), floor=floor)
    if known.key is not None and opens(folder / "vault.db", known.key):
        return (known.keys if known.keys is not None and known.keys.vault == own.vault else own), known.key
    return own, data_key(own, secret)


def opens(db: Path, key: bytes) -> bool:
    """Whether `key` opens the database in `db`, which nobody has open."""
    connection = connect_to_look(db, key)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except dbapi.Error:
        return False
    finally:
        connection.close()
    return True


def keep_before(files: ProfileFiles, known: KnownKeys, now: Instant) -> None:
    """Pin a copy of the vault that is about to give way, if it can be read as it lies there.

    Not while an earlier one waits to be confirmed, so that many of these in a row drive no good copy out; and
    not after an unclean end, whose log nobody may touch. What gives way is put aside whole in any case.
    """
    unclean = files.wal.exists() and files.wal.stat().st_size > 0
    keys, key = known.keys, known.key
    if keys is None or key is None or unclean or files.restored.exists() or not files.db.exists():
        return
    private_folder(files.backups)
    own = listing.backups(files)
    number = copies.last_number(files.backups) + 1
    with suppress(StoreError, dbapi.Error):
        connection = connect_to_look(files.db, key)
        try:
            if own and own[0].content == tally.content_hash(connection):
                return
            path = copies.new_path(files.backups, now, number)
            occasion = Occasion(why=Why.RESTORE, at=now, pin=Pin.REWIRE, number=number)
            copies.write_copy(connection, keys, key, path, occasion)
        finally:
            connection.close()
