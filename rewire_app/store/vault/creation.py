"""Makes a new vault so that a crash at any point leaves either none or a whole one.

Database and keys are made under other names and renamed when both are whole, the database first. A start that
finds a database without keys, but new keys beside it, only has the second rename left to do.
"""

from __future__ import annotations

import os
import time

from rewire_app.atomic import replace_file, sync_folder, write_atomic
from rewire_app.store.vault import keyslots
from rewire_app.store.vault.connection import connect
from rewire_app.store.vault.files import ProfileFiles, private_file
from rewire_app.store.vault.identity import APPLICATION_ID, HEAD


def create(files: ProfileFiles) -> None:
    """Make an empty vault with a fresh random key; raises OSError or the driver's errors."""
    for leftover in (files.new_db, files.new_db.with_name("vault.db.new-wal"), files.new_keys):
        leftover.unlink(missing_ok=True)
    key = os.urandom(32)
    vault = os.urandom(16)
    _create_database(files, key, vault)
    content = keyslots.packed(
        keyslots.Keys(
            application=APPLICATION_ID,
            schema=HEAD,
            vault=vault,
            created_ms=time.time_ns() // 1_000_000,
            slots=(keyslots.OpenSlot(key=key),),
        )
    )
    write_atomic(files.new_keys, content)
    replace_file(files.new_db, files.db)
    sync_folder(files.folder)
    finish(files)


def finish(files: ProfileFiles) -> None:
    """Do what an interrupted creation has left to do, if anything; raises OSError."""
    if files.new_keys.exists() and files.db.exists() and not files.keys.exists():
        replace_file(files.new_keys, files.keys)
        sync_folder(files.folder)


def _create_database(files: ProfileFiles, key: bytes, vault: bytes) -> None:
    from rewire_app.store.schema import ddl  # SQLAlchemy, which opening an existing vault does without

    private_file(files.new_db)
    connection = connect(files.new_db, key)
    try:
        connection.execute("BEGIN IMMEDIATE")
        for statement in ddl.statements():
            connection.execute(statement)
        connection.execute("INSERT INTO alembic_version VALUES (?)", (HEAD,))
        connection.execute(
            "INSERT INTO meta (only, commit_seq, device, vault) VALUES (1, 0, ?, ?)",
            (os.urandom(8).hex(), vault.hex()),
        )
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={int(HEAD)}")
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
