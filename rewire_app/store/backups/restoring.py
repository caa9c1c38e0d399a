"""Puts a copy in the place of the vault: checked first, nothing erased, and a way back until it is confirmed.

The vault is closed meanwhile. What was there goes into quarantine/, from where it can be put back; backups
wait until the person has said that what they see now is right.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from rewire_app.atomic import write_atomic
from rewire_app.domain.days import Instant, ZoneClock
from rewire_app.errors import StoreError
from rewire_app.i18n import _
from rewire_app.store.backups import quarantine
from rewire_app.store.backups.before import keep_before, keys_of_copy, known_keys
from rewire_app.store.vault import copies, high_water, keyslots
from rewire_app.store.vault.copies import Backup
from rewire_app.store.vault.faults import from_system
from rewire_app.store.vault.files import ProfileFiles, private_copy, private_folder, sync_file
from rewire_app.store.vault.identity import HEAD
from rewire_app.store.vault.instance import InstanceLock
from rewire_app.store.vault.keyslots import FLOOR, Cost, Keys
from rewire_app.store.vault.replacing import finish, replace_vault, vault_files
from rewire_app.store.vault.unlocking import Secret
from rewire_app.store.vault.workroom import see_room, told


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A copy is in the place of the vault; `locked`: a passphrase opens it. `aside` is what was there."""

    backup: Backup
    aside: Path
    locked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unconfirmed:
    """What was put back and waits for "This is right"; `made` is when it was as it is now.

    `after` is the number of the last copy that was there then.
    """

    aside: str
    made: Instant
    entries: int
    after: int = 0
    confirmed: bool = False


@contextmanager
def held(files: ProfileFiles) -> Iterator[None]:
    """The profile for this work alone; raises a StoreError, AlreadyOpenError while it is open."""
    with told(files.folder):
        private_folder(files.folder)
        instance = InstanceLock(files.lock)
        try:
            finish(files)
            yield
        finally:
            instance.release()


def restore(
    profile: Path,
    backup_path: Path,
    *,
    secret: Secret | None = None,
    key: bytes | None = None,
    floor: Cost = FLOOR,
    now: Instant | None = None,
) -> Restored:
    """Put the copy `backup_path` in the place of the vault in `profile`, or raise a StoreError.

    `key` is the data key of the vault, `secret` opens the keys that are here or those of the copy. Where the
    keys that are here open the copy too, they stay in force, so that a passphrase set since stays set.
    """
    files, now = ProfileFiles(profile), now or ZoneClock().now()
    with held(files):
        with suppress(OSError):
            see_room(profile, backup_path.stat().st_size)
        known = known_keys(files, secret, key, floor)
        keep_before(files, known, now)
        last = copies.last_number(files.backups)
        found: list[tuple[Backup, Keys]] = []

        def stage(new: Path, aside: str) -> None:
            with _read_from(backup_path):
                copy = copies.unpacked(backup_path, new)
            if int(copy.schema) > int(HEAD):
                raise keyslots.newer_store()
            keys, data = keys_of_copy(new, known, secret, floor)
            copies.verify(new, copy, data)
            complete(new, keys.at_schema(copy.schema), copy.commit)
            ask_to_confirm(new, Unconfirmed(aside=aside, made=copy.made, entries=copy.entries, after=last))
            found.append((copy, keys))

        put_aside = put_in_place(files, now, stage)
    [(copy, keys)] = found
    return Restored(backup=copy, aside=put_aside, locked=copies.is_locked(keys))


@contextmanager
def _read_from(path: Path) -> Iterator[None]:
    """A copy that cannot be reached is told apart from a profile that cannot be written."""
    try:
        yield
    except FileNotFoundError:
        raise StoreError(
            _("This copy is not there any more. Nothing was changed. Choose another copy.")
        ) from None
    except PermissionError as error:
        raise from_system(error, path) from None


def complete(new: Path, keys: Keys, commit: int) -> None:
    """Give the database in `new` what belongs to it: keys and spare, and the mark."""
    for name in ("vault.keys", "vault.keys.prev"):
        write_atomic(new / name, keyslots.packed(keys))
    mark = high_water.packed(high_water.HighWaterMark(commit, keys.vault[:8]))
    write_atomic(new / "vault.hwm", mark * 2)


def ask_to_confirm(new: Path, note: Unconfirmed) -> None:
    """Note beside the vault in `new` that it is to be confirmed once it is in its place."""
    _write(new / "vault.restored", note)


def _new_aside(files: ProfileFiles, now: Instant) -> str:
    """A name in quarantine/ that is free."""
    stem = name = quarantine.name_of(now)
    more = 1
    while os.path.lexists(files.quarantine / name):
        more += 1
        name = f"{stem}-{more}"
    return name


def put_in_place(files: ProfileFiles, now: Instant, stage: Callable[[Path, str], None]) -> Path:
    """Let `stage` fill a folder, told where what is here goes, and put it in the vault's place."""
    aside = _new_aside(files, now)
    return replace_vault(files, aside, lambda new: stage(new, aside))


def unconfirmed(profile: Path) -> Unconfirmed | None:
    """What was put back and waits to be confirmed, or None."""
    note = _note(profile)
    return note if note is not None and not note.confirmed else None


def confirm_restored(profile: Path) -> None:
    """This is right: backups go on. What was put aside stays in quarantine for its time."""
    files, note = ProfileFiles(profile), _note(profile)
    with told(files.folder):
        if note is not None:
            _write(files.restored, replace(note, confirmed=True))


def copies_before(profile: Path) -> int:
    """The number of the last copy made before one was put back: none up to it tells what changed since."""
    note = _note(profile)
    return 0 if note is None else note.after


def _note(profile: Path) -> Unconfirmed | None:
    try:
        told_of = json.loads(ProfileFiles(profile).restored.read_bytes())
        return Unconfirmed(
            aside=str(told_of["aside"]),
            made=Instant(utc_ms=int(told_of["made_ms"]), offset_min=int(told_of["made_off"])),
            entries=int(told_of["entries"]),
            after=int(told_of["after"]),
            confirmed=told_of["confirmed"] is True,
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _write(path: Path, note: Unconfirmed) -> None:
    told_of = {
        "aside": note.aside,
        "made_ms": note.made.utc_ms,
        "made_off": note.made.offset_min,
        "entries": note.entries,
        "after": note.after,
        "confirmed": note.confirmed,
    }
    write_atomic(path, json.dumps(told_of).encode())


def undo_restore(profile: Path, *, now: Instant | None = None) -> None:
    """Put back what gave way to the copy; what is here now goes into quarantine in turn.

    Raises a StoreError, and then nothing has changed: also when nothing waits to be confirmed.
    """
    files, now = ProfileFiles(profile), now or ZoneClock().now()
    waiting = unconfirmed(profile)
    source = files.quarantine / Path(waiting.aside).name if waiting else files.quarantine
    if waiting is None or not source.is_dir():
        raise StoreError(
            _("There is nothing to put back: no copy waits to be confirmed. Nothing was changed.")
        )

    def stage(new: Path, _aside: str) -> None:
        for path in vault_files(files):
            if (source / path.name).exists():
                private_copy(source / path.name, new / path.name)
                sync_file(new / path.name)

    with held(files):
        put_in_place(files, now, stage)
