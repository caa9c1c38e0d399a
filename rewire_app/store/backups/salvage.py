"""Reads out a damaged vault: what can be read, joined with the newest copy, in a new vault of its own.

The damaged one is copied first and stays as it is. Rows go into fresh tables, whose rules check each of them.
A row that is in both is the one that was changed last; what was erased for good does not come back.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rewire_app.atomic import replace_file, sync_folder
from rewire_app.domain.days import Instant, ZoneClock
from rewire_app.errors import BadInputError, DamagedStoreError, MissingStoreError, StoreError
from rewire_app.i18n import _
from rewire_app.store.backups import joining, listing
from rewire_app.store.backups.damaged import ReadDatabase, ReadTable, Row, read_damaged
from rewire_app.store.backups.progress import Tell, nobody
from rewire_app.store.backups.restoring import Unconfirmed, ask_to_confirm, complete, held, put_in_place
from rewire_app.store.vault import copies, high_water, key_file
from rewire_app.store.vault.copies import Backup
from rewire_app.store.vault.files import (
    PAGE,
    ProfileFiles,
    private_copy,
    private_file,
    private_folder,
    sync_file,
)
from rewire_app.store.vault.identity import HEAD
from rewire_app.store.vault.instance import InstanceLock
from rewire_app.store.vault.keyslots import FLOOR, Cost, Keys, newer_store, parsed
from rewire_app.store.vault.replacing import vault_files
from rewire_app.store.vault.unlocking import Secret, data_key
from rewire_app.store.vault.workroom import see_room, told, working


@dataclass(frozen=True, slots=True, kw_only=True)
class SalvagedKind:
    """What became of one kind of entry, by its table, in rows.

    `read` from the damaged vault, `from_copy` only in the copy, `lost` in neither. `days` are the days of
    what is lost, where they are known.
    """

    table: str
    read: int
    from_copy: int
    lost: int
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What was read out, as a closed vault in `folder`; `copy` is what it was joined with.

    `vault_read` is false where nothing of the damaged vault could be read, so that all is from the copy.
    """

    folder: Path
    kinds: tuple[SalvagedKind, ...]
    copy: Backup | None
    vault_read: bool
    entries: int

    @property
    def recovered(self) -> int:
        """The rows that are there again."""
        return sum(kind.read + kind.from_copy for kind in self.kinds)

    @property
    def known(self) -> int:
        """The rows that there were, as far as can be known."""
        return self.recovered + sum(kind.lost for kind in self.kinds)


def salvage(
    profile: Path,
    into: Path,
    *,
    secret: Secret | None = None,
    key: bytes | None = None,
    second: Path | None = None,
    floor: Cost = FLOOR,
    tell: Tell = nobody,
) -> Salvaged:
    """Read out the vault in `profile` into the new folder `into`, joined with the newest copy that opens.

    The vault is closed meanwhile and stays as it is. `tell` hears how far it is. Raises BadInputError if
    `into` holds anything, a StoreError when nothing can be read and there is no copy, or what `tell` raises;
    then nothing is left in `into`.
    """
    files = ProfileFiles(profile)
    if not profile.is_dir() or files.untouched():
        raise MissingStoreError(_("There are no entries in this folder. Nothing was changed."))
    _see_empty(into)
    with _filled(into), _alone(files), working(into) as work:
        size = files.db.stat().st_size if files.db.exists() else 0
        see_room(into, size)
        backups = listing.backups(files, second)
        keys, data = _way_in(files, backups, secret, key, floor)
        if int(keys.schema) > int(HEAD):
            raise newer_store()
        read = _read_out(files, work, keys, data, tell)
        newest = read.revision if read.tables else int(HEAD)
        copy = _newest_good(work / "copy", backups, keys, data, newest=newest)
        if copy is None and not read.tables:
            raise _nothing()
        schema = copy.schema if copy and not read.tables else f"{read.revision:04}"
        copied = {} if copy is None else joining.rows_of(work / "copy" / "vault.db", data, schema)
        joined = _joined(read.tables, copied)
        commit = max(joining.commit_in(joined), _marked(files, keys), copy.commit if copy else 0)
        head = joining.Head(schema=schema, vault=keys.vault, commit=commit)
        new = work / "new"
        new.mkdir(mode=0o700)
        written = joining.write(new / "vault.db", data, head, joined, tell)
        complete(new, keys.at_schema(schema), commit)
        _move_in(new, into)
    return Salvaged(
        folder=into,
        kinds=_kinds(joined, written),
        copy=copy,
        vault_read=bool(read.tables),
        entries=sum(written.counts.values()),
    )


def adopt(profile: Path, salvaged: Salvaged, *, now: Instant | None = None) -> Path:
    """Put what was read out in the place of the damaged vault, as a restore does; returns what was put aside.

    It waits to be confirmed, and can be undone until then. Raises a StoreError, and then nothing has changed.
    """
    files, now = ProfileFiles(profile), now or ZoneClock().now()
    source = ProfileFiles(salvaged.folder)
    with held(files):
        last = copies.last_number(files.backups)

        def stage(new: Path, aside: str) -> None:
            for path in vault_files(source):
                if path.exists():
                    private_copy(path, new / path.name)
                    sync_file(new / path.name)
            ask_to_confirm(new, Unconfirmed(aside=aside, made=now, entries=salvaged.entries, after=last))

        return put_in_place(files, now, stage)


def _see_empty(into: Path) -> None:
    if into.is_symlink() or (into.exists() and not (into.is_dir() and not any(into.iterdir()))):
        raise BadInputError(
            _("{path} is there already and holds something. Nothing was changed. Give a new folder.").format(
                path=into
            )
        )


@contextmanager
def _alone(files: ProfileFiles) -> Iterator[None]:
    """The profile for this work alone; without a lock on a disk that can only be read."""
    instance = None
    with told(files.folder):
        try:
            instance = InstanceLock(files.lock)
        except OSError as error:
            if error.errno not in (errno.EROFS, errno.EACCES, errno.EPERM):
                raise
    try:
        yield
    finally:
        if instance is not None:
            instance.release()


def _way_in(
    files: ProfileFiles, backups: tuple[Backup, ...], secret: Secret | None, key: bytes | None, floor: Cost
) -> tuple[Keys, bytes]:
    """Keys and data key: of the profile, or of the newest copy where its own keys are damaged or gone."""
    try:
        keys = key_file.read(files, floor).keys
    except DamagedStoreError as damaged_keys:
        for copy in backups:
            with suppress(StoreError, OSError):
                keys = parsed(copies.keys_in(copy.path), floor=floor)
                break
        else:
            raise damaged_keys from None
    return keys, data_key(keys, secret) if key is None else key


@contextmanager
def _filled(into: Path) -> Iterator[None]:
    """The empty folder `into` to be filled; as it was before, or gone, when that came to nothing."""
    with told(into):
        before = into.exists()
        private_folder(into)
        try:
            yield
        except BaseException:
            with suppress(OSError):  # what went wrong is told, whatever can be cleared away
                for path in into.iterdir():
                    path.unlink()
                if not before:
                    into.rmdir()
            raise


def _move_in(new: Path, into: Path) -> None:
    """Move the files of the finished vault to where it is to be, the database last."""
    for path in sorted(new.iterdir(), key=lambda path: path.name == "vault.db"):
        replace_file(path, into / path.name)
    sync_folder(into)


def _read_out(files: ProfileFiles, work: Path, keys: Keys, key: bytes, tell: Tell) -> ReadDatabase:
    """What can be read of the database, copied into `work` with its log."""
    db = work / "vault.db"
    for source, target in ((files.db, db), (files.wal, work / "vault.db-wal")):
        if source.exists():
            _copy_readable(source, target)
    if not db.exists():
        return ReadDatabase(tables={}, revision=int(keys.schema))
    return read_damaged(db, key, int(keys.schema), tell)


def _copy_readable(source: Path, target: Path) -> None:
    """Copy a file page by page; what the disk does not give is left as zeros."""
    private_file(target)
    with open(source, "rb", buffering=0) as old, open(target, "r+b") as new:
        for start in range(0, source.stat().st_size, PAGE):
            old.seek(start)
            try:
                page = old.read(PAGE)
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                page = bytes(PAGE)
            new.seek(start)
            new.write(page)


def _joined(
    read: Mapping[str, ReadTable], copied: Mapping[str, Mapping[Any, Row]]
) -> dict[str, joining.JoinedTable]:
    erased = frozenset(read["removed"].known) if "removed" in read else frozenset()
    return {
        table: joining.join(read.get(table, ReadTable()), copied.get(table, {}), erased)
        for table in {*read, *copied}
    }


def _marked(files: ProfileFiles, keys: Keys) -> int:
    """The number of the last save by the high-water mark."""
    mark = high_water.read(files.mark)
    return mark.commit if mark is not None and mark.vault == keys.vault[:8] else 0


def _kinds(joined: Mapping[str, joining.JoinedTable], written: joining.Written) -> tuple[SalvagedKind, ...]:
    """What became of each kind of entry."""
    none = joining.JoinedTable(read=(), added=(), lost=(), days=())
    found = []
    for table in sorted(written.counts):
        rows, refused = joined.get(table, none), written.refused.get(table, 0)
        found.append(
            SalvagedKind(
                table=table,
                read=len(rows.read) - refused,
                from_copy=written.added.get(table, 0),
                lost=len(rows.lost) + refused,
                days=rows.days,
            )
        )
    return tuple(found)


def _newest_good(
    folder: Path, backups: tuple[Backup, ...], keys: Keys, key: bytes, *, newest: int
) -> Backup | None:
    """Unpack the newest copy of this vault that opens and is not of a newer form; None if there is none."""
    for copy in backups:
        if copy.vault != keys.vault.hex() or int(copy.schema) > newest:
            continue
        folder.mkdir(mode=0o700)
        with suppress(StoreError, OSError):
            copies.unpacked(copy.path, folder)
            copies.verify(folder, copy, key)
            return copy
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
    return None


def _nothing() -> DamagedStoreError:
    return DamagedStoreError(
        _(
            "Nothing could be read from the damaged file, and there is no good copy to take its place. The "
            "damaged file was left as it is, so that nothing stands in the way of another attempt."
        )
    )
