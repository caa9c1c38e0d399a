"""Copies of a vault: each is one file, opened with its own key before it gets its name.

A copy is made beside where it will stand: database and keys go into a folder that only this work knows, from
there into the zip (`copy_file`), and out of the zip again into a second folder, where the database is opened,
checked page by page and counted. Only what passes is kept.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi

from rewire_app.atomic import replace_file, sync_folder
from rewire_app.domain.days import Instant
from rewire_app.errors import DamagedStoreError, NewerStoreError, StoreError
from rewire_app.i18n import _
from rewire_app.store.vault import copy_file, keyslots, tally
from rewire_app.store.vault.connection import connect_to_look
from rewire_app.store.vault.copy_file import ABOUT, DB, KEYS, SUFFIX, no_copy
from rewire_app.store.vault.files import private_copy, private_file, sync_file
from rewire_app.store.vault.workroom import see_room, working

FORMAT = 1


class Why(StrEnum):
    """What a copy was made for."""

    AUTOMATIC = "automatic"
    CLOSING = "closing"
    ASKED = "asked"
    UPDATE = "update"
    RESTORE = "restore"
    ERASE = "erase"
    IMPORT = "import"
    OTHER = "other"


class Pin(StrEnum):
    """Whether a copy is kept beyond its time, and who wanted that."""

    NO = "no"
    REWIRE = "rewire"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """What a copy says of itself.

    `number` counts the copies of a folder in the order in which they were made, which no clock can change.
    `made_ms` is UTC, `made_off` the minutes the person's clock was ahead of it; `locked` says that its own
    keys need a passphrase; `counts` are the entries of each kind, by table; `size` is the database in bytes;
    `content` a hash over every row; `commit` the number of the last save in it.
    """

    path: Path
    number: int
    made_ms: int
    made_off: int
    why: Why
    pin: Pin
    locked: bool
    entries: int
    counts: Mapping[str, int] = field(hash=False)
    size: int
    schema: str
    vault: str
    commit: int
    content: str

    @property
    def pinned(self) -> bool:
        """Whether it is kept beyond its time."""
        return self.pin is not Pin.NO

    @property
    def made(self) -> Instant:
        """When it was made."""
        return Instant(utc_ms=self.made_ms, offset_min=self.made_off)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """For what, when and how firmly a copy is made."""

    why: Why
    at: Instant
    pin: Pin = Pin.NO
    number: int = 1


def write_copy(
    connection: dbapi.Connection,
    keys: keyslots.Keys,
    key: bytes,
    path: Path,
    occasion: Occasion,
    *,
    lock: AbstractContextManager[object] | None = None,
) -> Backup:
    """Make a copy of the open database with its `keys`, and open it with `key`, before it is called `path`.

    `lock` is held while the database is read, and not after. Raises a StoreError; then there is no new file.
    """
    with working(path.parent) as work:
        made = work / DB
        private_file(made)
        with lock or nullcontext():
            see_room(work, _size_of(connection))
            counts = tally.entry_counts(connection)
            connection.execute("VACUUM INTO ?", (str(made),))
        copy = replace(_described(made, key, occasion), path=path)
        if copy.counts != counts or copy.vault != keys.vault.hex():
            raise not_made()
        copy = _sealed(work, copy, keys.at_schema(copy.schema), key)
        replace_file(work / "copy.part", path)
        sync_folder(path.parent)
    return copy


def _size_of(connection: dbapi.Connection) -> int:
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages) * int(size)


def _described(db: Path, key: bytes, occasion: Occasion) -> Backup:
    """What there is to say of the database `db`, which nobody has open."""
    connection = connect_to_look(db, key)
    try:
        counts = tally.entry_counts(connection)
        commit, vault = connection.execute("SELECT commit_seq, vault FROM meta").fetchone()
        revision = connection.execute("PRAGMA user_version").fetchone()[0]
        content = tally.content_hash(connection)
    finally:
        connection.close()
    return Backup(
        path=db,
        number=occasion.number,
        made_ms=occasion.at.utc_ms,
        made_off=occasion.at.offset_min,
        why=occasion.why,
        pin=occasion.pin,
        locked=False,
        entries=tally.total(counts),
        counts=counts,
        size=db.stat().st_size,
        schema=f"{revision:04}",
        vault=vault,
        commit=commit,
        content=content,
    )


def _sealed(work: Path, copy: Backup, keys: keyslots.Keys, key: bytes) -> Backup:
    """The copy as a whole file in `work`, opened once out of that file."""
    copy = replace(copy, locked=is_locked(keys))
    private_file(work / KEYS)
    (work / KEYS).write_bytes(keyslots.packed(keys))
    copy_file.pack(work / "copy.part", {DB: work / DB, KEYS: work / KEYS}, _packed(copy))
    again = work / "again"
    again.mkdir(mode=0o700)
    found = unpacked(work / "copy.part", again)
    if replace(found, path=copy.path) != copy:
        raise not_made()
    verify(again, found, key)
    return copy


def is_locked(keys: keyslots.Keys) -> bool:
    """Whether these keys lead to the data key only with a passphrase or a code."""
    return keys.open_key() is None


def verify(folder: Path, copy: Backup, key: bytes) -> None:
    """Open the unpacked `copy` in `folder` with the data key, and see that it is whole and what it says.

    Raises DamagedStoreError if it is not.
    """
    try:
        connection = connect_to_look(folder / DB, key)
        try:
            whole = tally.is_whole(connection) and tally.content_hash(connection) == copy.content
            counts = tally.entry_counts(connection)
        finally:
            connection.close()
    except (dbapi.Error, MemoryError):
        raise no_copy() from None
    if not whole or counts != copy.counts or copy.entries != tally.total(counts):
        raise no_copy()


def not_made() -> StoreError:
    """The fault for a copy that is not what it was made from."""
    return StoreError(
        _(
            "The copy could not be made: when it was opened to check it, it was not the same as your "
            "entries. They are as they were, and the copies from before are still there. Try again."
        )
    )


def about(path: Path) -> Backup:
    """What the copy in `path` says of itself; raises DamagedStoreError, NewerStoreError or OSError."""
    with copy_file.opened(path) as found:
        return _read(copy_file.content(found, ABOUT), path)


def unpacked(path: Path, folder: Path) -> Backup:
    """Unpack the copy in `path` into the empty `folder`, where its files have the names of a profile."""
    with copy_file.opened(path) as found:
        copy = _read(copy_file.content(found, ABOUT), path)
        copy_file.unpack(found, folder)
    return copy


def keys_in(path: Path) -> bytes:
    """The key file that travels with the copy in `path`; raises DamagedStoreError or OSError."""
    with copy_file.opened(path) as found:
        return copy_file.content(found, KEYS)


def pinned_as(copy: Backup, pin: Pin) -> Backup:
    """Note in the file of a copy whether it is kept, and by whom; raises a StoreError."""
    changed = replace(copy, pin=pin)
    with working(copy.path.parent) as work:
        found = unpacked(copy.path, work)
        copy_file.pack(
            work / "copy.part", {DB: work / DB, KEYS: work / KEYS}, _packed(replace(found, pin=pin))
        )
        replace_file(work / "copy.part", copy.path)
        sync_folder(copy.path.parent)
    return changed


def opens_otherwise(copy: Backup, keys: keyslots.Keys) -> bool:
    """Whether a copy of the vault of `keys` opens with another passphrase, or with none where they need one.

    False for a copy of another vault, and for one whose keys cannot be read.
    """
    try:
        own = keyslots.parsed(keys_in(copy.path))
    except (StoreError, OSError):
        return False
    ways = (keyslots.OpenSlot, keyslots.PassphraseSlot)
    slots, wanted = ({slot for slot in each.slots if isinstance(slot, ways)} for each in (own, keys))
    return own.vault == keys.vault and slots != wanted


def locked_anew(copy: Backup, keys: keyslots.Keys, key: bytes) -> Backup:
    """Let a copy open with `keys`, those of the vault today, whose data key is `key`; raises a StoreError.

    The new file is opened once before it takes the place of the old one.
    """
    with working(copy.path.parent) as work:
        found = unpacked(copy.path, work)
        (work / KEYS).unlink()
        changed = _sealed(work, found, keys.at_schema(found.schema), key)
        replace_file(work / "copy.part", copy.path)
        sync_folder(copy.path.parent)
    return changed


def carried(copy: Backup, path: Path) -> Backup:
    """Put the finished file of a copy under another name too, also on another disk; raises a StoreError."""
    with working(path.parent) as work:
        see_room(work, copy.size)
        part = work / "copy.part"
        private_copy(copy.path, part)
        sync_file(part)
        with open(copy.path, "rb") as one, open(part, "rb") as other:
            while chunk := one.read(1 << 20):
                if other.read(len(chunk)) != chunk:
                    raise not_made()
        replace_file(part, path)
        sync_folder(path.parent)
    return replace(copy, path=path)


def found(folder: Path) -> tuple[list[Backup], int]:
    """Every copy in `folder`, in no order, and how many files called so are none; raises OSError."""
    copies, damaged = [], 0
    for path in folder.glob(f"*{SUFFIX}"):
        try:
            copies.append(about(path))
        except NewerStoreError:
            continue
        except (DamagedStoreError, OSError):
            damaged += 1
    return copies, damaged


def last_number(folder: Path) -> int:
    """The highest number of a copy in `folder`; 0 if there is none. Raises OSError."""
    return max((copy.number for copy in found(folder)[0]), default=0)


def new_path(folder: Path, at: Instant, number: int) -> Path:
    """A name in `folder` that no copy has: the time on the wall, and the number."""
    stem = f"{at.wall:%Y-%m-%d-%H%M%S}-{number}"
    path, more = folder / f"{stem}{SUFFIX}", 1
    while os.path.lexists(path):
        more += 1
        path = folder / f"{stem}-{more}{SUFFIX}"
    return path


_NUMBERS = {
    "number": 1 << 40,
    "made_ms": 1 << 47,
    "made_off": 1440,
    "entries": 1 << 40,
    "size": 1 << 40,
    "commit": 1 << 62,
}
"""The numbers in about.json, and what none of them exceeds."""


def _packed(copy: Backup) -> bytes:
    told: dict[str, Any] = {name: getattr(copy, name) for name in (*_NUMBERS, "schema", "vault", "content")}
    told |= {"format": FORMAT, "why": copy.why, "pin": copy.pin, "locked": copy.locked}
    return json.dumps(told | {"counts": dict(copy.counts)}, sort_keys=True, indent=1).encode()


def _read(content: bytes, path: Path) -> Backup:
    try:
        told = json.loads(content)
        if type(told["format"]) is int and told["format"] > FORMAT:
            raise keyslots.newer_store()
        return _backup(told, path)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise no_copy() from None


def _backup(told: Mapping[str, Any], path: Path) -> Backup:
    numbers = {name: _number(told[name], most) for name, most in _NUMBERS.items()}
    counts = {str(table): _number(count, 1 << 40) for table, count in told["counts"].items()}
    schema, vault, content = (str(told[name]) for name in ("schema", "vault", "content"))
    if not (schema.isdecimal() and len(schema) == 4 and len(bytes.fromhex(vault)) == 16):
        raise ValueError("no schema or no vault")
    return Backup(
        path=path,
        **numbers,
        why=Why(told["why"]) if told["why"] in set(Why) else Why.OTHER,
        pin=Pin(told["pin"]),
        locked=told["locked"] is True,
        counts=counts,
        schema=schema,
        vault=vault,
        content=content,
    )


def _number(value: Any, most: int) -> int:
    if type(value) is not int or not -most <= value <= most:
        raise ValueError("no number in its range")
    return value
