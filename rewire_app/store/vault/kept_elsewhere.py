"""Puts all that an open vault can still read into a new profile, when its files are not its own any more."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rewire_app.atomic import replace_file, sync_folder, write_atomic
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.store.vault import creation, keyslots
from rewire_app.store.vault.connection import connect
from rewire_app.store.vault.faults import damaged, opening, stated
from rewire_app.store.vault.files import ProfileFiles, private_file, private_folder, sync_file
from rewire_app.store.vault.vault import Vault


def free_place(profile: Path, today: date) -> Path:
    """Where to keep the notes of `profile`: there, if nothing is there any more, else beside it."""
    if ProfileFiles(profile).untouched():
        return profile
    name = _("{folder} kept {day}").format(folder=profile.name, day=today.isoformat())
    places = (profile.with_name(name if not again else f"{name} {again + 1}") for again in range(99))
    return next((place for place in places if not place.exists()), profile.with_name(name))


def keep_elsewhere(vault: Vault, folder: Path) -> None:
    """Make `folder` a profile with everything `vault` holds, read back before it counts.

    Raises BadInputError where notes are in it already, or a StoreError; the vault and its files stay.
    """
    files = ProfileFiles(folder)
    if not files.untouched():
        raise BadInputError(_("There are notes in this folder already. Choose another one."))
    with opening(folder):
        private_folder(folder)
        for leftover in (files.new_db, files.new_keys):
            leftover.unlink(missing_ok=True)
        private_file(files.new_db)
        try:
            with vault.using() as connection, stated():
                connection.execute("VACUUM INTO ?", (str(files.new_db),))
            _prove(files.new_db, vault)
        except BaseException:
            files.new_db.unlink(missing_ok=True)
            raise
        sync_file(files.new_db)
        write_atomic(files.new_keys, keyslots.packed(vault.keys))
        replace_file(files.new_db, files.db)
        sync_folder(folder)
        creation.finish(files)


def _prove(db: Path, vault: Vault) -> None:
    """The copy is whole, of the same vault, and has its last confirmed save."""
    copy = connect(db, vault.key)
    try:
        checks = [
            copy.execute(f"PRAGMA {check}").fetchone() for check in ("integrity_check", "foreign_key_check")
        ]
        found = copy.execute("SELECT commit_seq, vault FROM meta").fetchone()
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        copy.close()
    if checks != [("ok",), None] or found != (vault.commit_seq, vault.vault_id):
        raise damaged()
