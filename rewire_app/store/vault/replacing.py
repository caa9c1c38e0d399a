"""Puts other files in the place of a closed vault, so that a crash at any point leaves the old or the new.

    replacing/new/           the files that come in, whole and checked
    replacing/journal.json   {"aside": "...", "phase": "out" or "in"}; from it on, there is no way but forward
    quarantine/ASIDE/        the files that were there

Without a journal, nothing has happened yet, and what lies in replacing/ is cleared away. In the phase "out",
everything that is there is moved aside; in the phase "in", what lies in new/ is moved to its place. Each move
is a rename and can be done again after a crash, because a file is in one of the two places.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from rewire_app.atomic import replace_file, sync_folder, write_atomic
from rewire_app.store.vault.files import ProfileFiles, private_folder

SIDE_FILES = ("-wal", "-shm", "-journal")
"""What SQLite may have beside a database; the one of another database would ruin it."""


def vault_files(files: ProfileFiles) -> tuple[Path, ...]:
    """Every file that belongs to the vault itself and gives way with it."""
    db = files.db
    beside = (db.with_name(db.name + end) for end in SIDE_FILES)
    keys = (files.keys, files.spare_keys, files.changed_keys, files.new_keys)
    return (db, *beside, *keys, files.mark, files.restored, files.new_db)


def replace_vault(files: ProfileFiles, aside: str, stage: Callable[[Path], None]) -> Path:
    """Let `stage` fill a folder with the files of a vault, then put them in the place of those in `files`.

    The caller holds the profile's lock, and `stage` has checked what it leaves. What was there is then in
    quarantine/`aside`, which is returned. Whatever `stage` raises leaves everything as it was.
    """
    _clear(files)
    new = files.replacing / "new"
    private_folder(new)
    try:
        stage(new)
    except BaseException:
        _clear(files)
        raise
    sync_folder(new)
    sync_folder(files.replacing)
    _note(files, aside, "out")
    finish(files)
    return files.quarantine / aside


def finish(files: ProfileFiles) -> None:
    """Bring to its end what was begun, if anything; raises OSError."""
    if not files.replacing.exists():
        return
    journal = _journal(files)
    if not journal.exists():
        _clear(files)
        return
    told = json.loads(journal.read_bytes())
    aside = files.quarantine / Path(told["aside"]).name
    if told["phase"] == "out":
        private_folder(aside)
        for path in vault_files(files):
            if path.exists():
                replace_file(path, aside / path.name)
        sync_folder(aside)
        sync_folder(files.quarantine)
        sync_folder(files.folder)
        _note(files, told["aside"], "in")
    new = files.replacing / "new"
    for path in vault_files(files):
        if (new / path.name).exists():
            replace_file(new / path.name, path)
    sync_folder(files.folder)
    journal.unlink()
    _clear(files)


def _journal(files: ProfileFiles) -> Path:
    return files.replacing / "journal.json"


def _note(files: ProfileFiles, aside: str, phase: str) -> None:
    write_atomic(_journal(files), json.dumps({"aside": aside, "phase": phase}).encode())


def _clear(files: ProfileFiles) -> None:
    if files.replacing.exists():
        shutil.rmtree(files.replacing)
        sync_folder(files.folder)
