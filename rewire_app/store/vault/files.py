"""The names, places and modes of a profile's files.

    vault.db (and vault.db-wal)   the encrypted database
    vault.keys, vault.keys.prev   how to get its key, and a spare of that file
    vault.hwm                     the number of the last confirmed save
    vault.drafts                  words that the database would not take, until they are kept
    vault.box, box/               the sealed box: its public key, and what waits in it
    vault.reserve                 room that is set aside for a full disk
    vault.restored                a copy was put in their place; backups wait until that is confirmed
    replacing/                    files on their way into the place of those above
    instance.lock                 held while a Rewire has the profile open
    backups/  quarantine/         copies made before risky work; files put aside
    vault.erasing                 which files are being erased, until all of them are
    reminders.json                when to remind of what kind of thing, without a word
    reports/                      faults of Rewire itself, without a word of the person

Folders are 0700 and files 0600, whatever the umask says.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

PAGE = 4096
"""Bytes in one page of the database, the default of SQLCipher 4."""


@dataclass(frozen=True, slots=True)
class ProfileFiles:
    """Where each file of the profile in `folder` is."""

    folder: Path

    @property
    def db(self) -> Path:
        """The encrypted database."""
        return self.folder / "vault.db"

    @property
    def wal(self) -> Path:
        """Saves that are not yet part of the database file; empty or absent after an orderly end."""
        return self.folder / "vault.db-wal"

    @property
    def keys(self) -> Path:
        """The key slots."""
        return self.folder / "vault.keys"

    @property
    def spare_keys(self) -> Path:
        """The key slots as they were before the last change, or a copy of them."""
        return self.folder / "vault.keys.prev"

    @property
    def changed_keys(self) -> Path:
        """The key slots as they will be after a change that is under way."""
        return self.folder / "vault.keys.changed"

    @property
    def mark(self) -> Path:
        """The high-water mark."""
        return self.folder / "vault.hwm"

    @property
    def drafts(self) -> Path:
        """Words that the database would not take."""
        return self.folder / "vault.drafts"

    @property
    def box_label(self) -> Path:
        """Whose sealed box it is, with its public key."""
        return self.folder / "vault.box"

    @property
    def box(self) -> Path:
        """What was dropped in without opening the notes."""
        return self.folder / "box"

    @property
    def reserve(self) -> Path:
        """Room that is set aside for a full disk."""
        return self.folder / "vault.reserve"

    @property
    def erasing(self) -> Path:
        """The note that everything here is being erased."""
        return self.folder / "vault.erasing"

    @property
    def reminders(self) -> tuple[Path, ...]:
        """The file of the reminders, and one of them that was damaged; neither holds a word."""
        return self.folder / "reminders.json", self.folder / "reminders.json.damaged"

    @property
    def reports(self) -> Path:
        """What is known of faults of Rewire itself."""
        return self.folder / "reports"

    @property
    def lock(self) -> Path:
        """The file whose kernel lock says that the profile is open."""
        return self.folder / "instance.lock"

    @property
    def backups(self) -> Path:
        """Copies made before risky work."""
        return self.folder / "backups"

    @property
    def quarantine(self) -> Path:
        """Files put aside."""
        return self.folder / "quarantine"

    @property
    def restored(self) -> Path:
        """Says that a copy was put in the place of what was here, and that nobody has confirmed it yet."""
        return self.folder / "vault.restored"

    @property
    def replacing(self) -> Path:
        """Files on their way into the place of those that are here."""
        return self.folder / "replacing"

    @property
    def new_db(self) -> Path:
        """A database that is being created; it gets its name when it is whole."""
        return self.folder / "vault.db.new"

    @property
    def new_keys(self) -> Path:
        """The key slots of a database that is being created."""
        return self.folder / "vault.keys.new"

    def untouched(self) -> bool:
        """Whether nothing here says that there ever was a database."""
        known = (self.db, self.wal, self.keys, self.spare_keys, self.mark)
        return not any(path.exists() for path in known) and not (
            self.backups.is_dir() and any(self.backups.iterdir())
        )


def private_folder(path: Path) -> None:
    """Make `path` and its parents if needed, and let only its owner in; raises OSError."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.stat().st_mode & 0o077:
        with contextlib.suppress(PermissionError):
            path.chmod(0o700)


def private_file(path: Path) -> None:
    """Make `path` as an empty file that only its owner can read; raises OSError, also when it exists."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def keep_private(path: Path) -> None:
    """Take every right but the owner's from an existing `path`, where the file system knows rights.

    On Windows a file has those of its folder, and all that this could change is that it is write-protected.
    """
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)


def private_copy(source: Path, target: Path) -> None:
    """Copy `source` to a new file `target` of mode 0600; not synced. Raises OSError."""
    private_file(target)
    with open(source, "rb") as old, open(target, "r+b") as new:
        shutil.copyfileobj(old, new, 1 << 20)


def sync_file(path: Path) -> None:
    """Make the content of `path` durable; raises OSError."""
    with open(path, "r+b") as file:
        os.fsync(file.fileno())
