"""Erases a whole profile, so that what is read from the disk afterwards cannot be understood any more.

The keys go first: without them nothing of the database can be read, wherever the disk still has its bytes.
They are written over before they are deleted. A disk may keep what is written over (flash memory does), so
the person is told that this cannot be seen from here. What is to be erased is noted beforehand; after a crash
the next opening goes on with it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from rewire_app.atomic import sync_folder, write_atomic
from rewire_app.store.vault import creation
from rewire_app.store.vault.faults import opening
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.instance import InstanceLock
from rewire_app.store.vault.replacing import vault_files


def erase_profile(profile: Path, also: Iterable[Path] = ()) -> None:
    """Erase all of the closed profile but its backups and settings, and the files `also`; then begin it
    anew with an empty database under a new key. Raises a StoreError, and then the next opening goes on.
    """
    files = ProfileFiles(profile)
    with opening(profile):
        instance = InstanceLock(files.lock)
        try:
            note = json.dumps([str(path.absolute()) for path in also])
            write_atomic(files.erasing, note.encode())
            finish(files)
        finally:
            instance.release()


def finish(files: ProfileFiles) -> None:
    """Erase what was noted, if anything was; raises OSError or the driver's errors."""
    if not files.erasing.exists():
        return
    for path in _keys(files):
        overwrite(path)
    sync_folder(files.folder)
    for path in (*_own(files), *_noted(files.erasing)):
        path.unlink(missing_ok=True)
    for folder in _asides(files):
        if folder.is_dir():
            shutil.rmtree(folder)
    creation.create(files)
    files.erasing.unlink()
    sync_folder(files.folder)


def overwrite(path: Path) -> None:
    """Fill the file at `path` with noise of the same length and delete it; nothing where it is not there."""
    try:
        with open(path, "r+b") as file:
            file.write(os.urandom(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
    except FileNotFoundError:
        return
    path.unlink()


def _keys(files: ProfileFiles) -> list[Path]:
    """Whatever holds a key, or words under one that was derived from it."""
    named = [files.keys, files.spare_keys, files.changed_keys, files.new_keys, files.drafts]
    aside = [path for folder in _asides(files) for path in folder.rglob("*.keys*") if path.is_file()]
    return [*named, *files.folder.glob(f".{files.keys.name}*"), *aside]


def _own(files: ProfileFiles) -> list[Path]:
    """Every other file of the profile that may hold anything of the person."""
    temporary = [files.new_db.with_name(f"{files.new_db.name}-wal"), *files.folder.glob(".vault.*")]
    return [*vault_files(files), *files.reminders, files.drafts, files.box_label, files.reserve, *temporary]


def _asides(files: ProfileFiles) -> tuple[Path, ...]:
    """The folders that go with everything in them."""
    return files.quarantine, files.replacing, files.reports, files.box


def _noted(note: Path) -> list[Path]:
    """The other files that were to be erased; none when the note was not written to its end."""
    try:
        found = json.loads(note.read_bytes())
    except ValueError:
        return []
    return [Path(path) for path in found if isinstance(path, str)] if isinstance(found, list) else []
