"""The encrypted database of one profile: opened in a fixed order of checks, then held by one connection.

Standard library and database driver only, unless the vault is new or of an older revision: this runs before
the first window has its data.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import chain
from pathlib import Path

import sqlcipher3.dbapi2 as dbapi

from rewire_app.errors import (
    DamagedKeyError,
    DiskFullError,
    StoreError,
)
from rewire_app.store.vault import creation, erasure, key_file, keyslots, replacing
from rewire_app.store.vault import high_water as highwater
from rewire_app.store.vault.box import EntryBox
from rewire_app.store.vault.connection import connect
from rewire_app.store.vault.database import LONGEST_LOG, Database
from rewire_app.store.vault.draft_file import DraftFile
from rewire_app.store.vault.faults import (
    LONGEST_PATH,
    damaged,
    from_system,
    is_no_database,
    is_no_room,
    missing,
    of_another_user,
    opening,
    stale,
    stated,
    too_long,
)
from rewire_app.store.vault.files import PAGE, ProfileFiles, keep_private, private_folder
from rewire_app.store.vault.identity import APPLICATION_ID, HEAD
from rewire_app.store.vault.instance import InstanceLock
from rewire_app.store.vault.neighbours import belongs_to_another
from rewire_app.store.vault.open_files import OpenFiles
from rewire_app.store.vault.opening_copy import LogAside
from rewire_app.store.vault.reserve import Reserve
from rewire_app.store.vault.unlocking import Secret, data_key


class Vault:
    """An open vault. `connection` is the only one there is; whoever uses it holds `lock`, and never keeps it:
    after a fault of the file it is another one.
    """

    def __init__(
        self,
        files: ProfileFiles,
        database: Database,
        instance: InstanceLock,
        mark: highwater.HighWater,
        *,
        keys: keyslots.Keys,
        key: bytes,
        notices: tuple[str, ...] = (),
    ) -> None:
        """Take over an open database, the profile's lock and its high-water mark.

        `keys` are the slots in force, `key` the data key that one of them gave. `notices`: sentences for
        the person about what opening found and put right.
        """
        self.keys = keys
        self.key = key
        self.floor = keyslots.FLOOR
        self.files = files
        self.path = files.folder
        self.database = database
        self.notices = notices
        self.lock = threading.RLock()
        self.reserve = Reserve(files.reserve)
        row = database.connection.execute("SELECT commit_seq, device, vault FROM meta").fetchone()
        self.commit_seq: int = row[0]
        self.device: str = row[1]
        self.vault_id: str = row[2]
        self.drafts = DraftFile(files, key, self.vault_id)
        self.box = EntryBox(files, key, self.vault_id)
        self._instance = instance
        self._mark = mark
        self._idle_at = self.commit_seq
        self._closed = False

    @property
    def connection(self) -> dbapi.Connection:
        """The one connection there is at this moment; `using` gives one that can be used."""
        return self.database.connection

    @property
    def open_files(self) -> OpenFiles:
        """Database and log as they lie on the disk."""
        return self.database.open_files

    @contextmanager
    def using(self) -> Iterator[dbapi.Connection]:
        """The connection, opened anew if it has met a fault of the file; raises a StoreError."""
        with self.lock, self.database.using(self.commit_seq) as connection:
            yield connection

    @property
    def protected(self) -> bool:
        """Whether a passphrase is needed to open it."""
        return self.keys.open_key() is None

    @property
    def has_recovery(self) -> bool:
        """Whether there is a recovery code that opens it."""
        return self.keys.has(keyslots.RecoverySlot)

    @property
    def in_keychain(self) -> bool:
        """Whether the keychain of the system may open it too."""
        return self.keys.has(keyslots.KeychainSlot)

    @property
    def only_read(self) -> bool:
        """Whether nothing can be written: it is a copy that is looked at."""
        return self.database.only_read

    @property
    def closed(self) -> bool:
        """Whether it was let go of."""
        return self._closed

    def acknowledge(self, commit: int) -> None:
        """Note that `commit` is in the database; called after COMMIT returned.

        Raises MovedStoreError, and confirms nothing, if the database went away meanwhile.
        """
        self.commit_seq = commit
        self.open_files.check()
        self.open_files.note_log()
        if self.open_files.log_size > LONGEST_LOG:
            with contextlib.suppress(DiskFullError):
                self.database.checkpoint()
        # The save itself is safe, and a mark that lags raises no false alarm.
        with contextlib.suppress(OSError):
            self._mark.raise_to(commit)

    def idle(self) -> None:
        """Move the log into the database file and sync the mark; nothing to do if nothing was saved since.

        A full disk is no fault here: what was saved is safe in the log, and the next idle time tries again.
        Nor is a database that was moved: its log stays as it is, since it may lie beside another file now.
        """
        with self.lock:
            if self._closed or self.database.spoiled:  # then closing it does the same
                return
            if self._idle_at == self.commit_seq or self.connection.in_transaction:
                return
            if not self.open_files.can_settle():
                return
            with contextlib.suppress(DiskFullError):
                self._settle()
                self._idle_at = self.commit_seq

    def _settle(self) -> None:
        self.database.checkpoint()
        try:
            self._mark.sync()
        except OSError as error:
            raise from_system(error, self.files.mark) from None

    def rewrite(self) -> None:
        """Write the whole file anew with only what counts, and empty the log; raises a StoreError.

        A page keeps bytes of rows that were moved to another one, also where deleting overwrites.
        """
        with self.using() as connection:
            self.open_files.check()
            with stated():
                connection.execute("VACUUM")
            self._settle()

    def quick_check(self) -> bool:
        """Whether every page can be read and every table is in order; leaves out what `faults` finds besides.

        One table at a time, so that nobody waits long: 16 ms in all for ten years of notes.
        """
        try:
            with self.using() as connection, stated():
                found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
            for (table,) in found:
                with self.using() as connection, stated():
                    if connection.execute(f"PRAGMA quick_check([{table}])").fetchone()[0] != "ok":
                        self.database.spoiled = True  # a check tells of a bad page without a fault
                        return False
        except StoreError:
            return False
        return True

    def faults(self) -> list[str]:
        """One line for each fault that a full check of every page finds; empty when all is well.

        The log goes into the file first: the cipher's check reads the file alone, where a power cut may have
        left a page half written that is whole in the log.
        """
        checks = ("cipher_integrity_check", "integrity_check(20)", "foreign_key_check")
        found: list[str] = []
        with self.lock:
            try:
                self._settle()
            except StoreError as error:
                return [f"vault.db: {error}"]
            for check in checks:
                try:
                    with self.using() as connection, stated():
                        rows = connection.execute(f"PRAGMA {check}").fetchall()
                except StoreError as error:
                    return [*found, f"vault.db: {error}"]
                lines = (line for row in rows for line in str(row[0]).splitlines())
                found += [
                    f"vault.db: {check}: {line}" for line in lines if line != "ok" and "***" not in line
                ]
            self.database.spoiled = self.database.spoiled or bool(found)
        return found

    def close(self) -> None:
        """Bring everything into the database file and let others in; may be called twice."""
        with self.lock:
            if self._closed:
                return
            try:
                self.idle()
            finally:
                self._closed = True
                self.database.close()
                self._mark.close()
                self._instance.release()


def open_vault(
    profile: Path,
    *,
    secret: Secret | None = None,
    key: bytes | None = None,
    accept_missing_saves: bool = False,
    use_keychain: bool = False,
    floor: keyslots.Cost = keyslots.FLOOR,
) -> Vault:
    """Open the vault in the folder `profile`, or make it on the first start; raises a StoreError of `errors`.

    A refusal leaves every file as it was. `secret` opens a vault that has a passphrase, which may take
    seconds; `key` is the data key itself, for who has it from an open vault. `accept_missing_saves` opens a
    database that is behind its high-water mark, once the person has read that entries are missing and chose
    to go on. `use_keychain` asks the keychain of the system where no secret is given and it knows this vault;
    not after the person has locked it. `floor`: as `keyslots.parsed` tells.
    """

    def key_of(keys: keyslots.Keys) -> bytes:
        if int(keys.schema) > int(HEAD):
            raise keyslots.newer_store()
        return data_key(keys, secret, use_keychain=use_keychain) if key is None else key

    files = ProfileFiles(profile)
    if len(os.fsencode(profile.absolute())) > LONGEST_PATH:
        raise too_long()
    if belongs_to_another(files.db) and os.getuid() == 0:
        raise of_another_user()
    ways_in = partial(key_file.ways_in, files, key_of, floor)
    with opening(files.folder), ExitStack() as on_refusal:
        private_folder(files.folder)
        instance = InstanceLock(files.lock)
        on_refusal.callback(instance.release)
        erasure.finish(files)
        replacing.finish(files)
        try:
            vault = _open(files, instance, ways_in, accept_missing_saves)
        except (dbapi.Error, OSError, StoreError) as error:
            if not (is_no_room(error) and Reserve(files.reserve).give_up()):
                raise
            vault = _open(files, instance, ways_in, accept_missing_saves)
        vault.floor = floor
        on_refusal.pop_all()
    return vault


def _open(
    files: ProfileFiles,
    instance: InstanceLock,
    ways_in: Callable[[], Iterator[key_file.WayIn]],
    accept_missing_saves: bool,
) -> Vault:
    if files.untouched():
        creation.create(files)
    else:
        creation.finish(files)
    if not files.db.exists():
        raise missing()
    mark = highwater.read(files.mark)
    ways = ways_in()
    first = next(ways)
    _sniff(files)
    for path in (files.db, files.wal, files.keys, files.spare_keys, files.mark, files.lock):
        keep_private(path)
    with LogAside(files) as aside, ExitStack() as on_refusal:
        way, connection = _connected(files, chain([first], ways))
        on_refusal.callback(connection.close)
        revision = _revision(connection)
        database = Database(files, way.key, connection)  # what was read so far has made the log
        on_refusal.callback(database.open_files.close)
        commit, vault_id = connection.execute("SELECT commit_seq, vault FROM meta").fetchone()
        own = mark is not None and mark.vault == bytes.fromhex(vault_id)[:8]
        if mark is not None and own and mark.commit > commit and not accept_missing_saves:
            raise stale(mark.commit - commit)
        for folder in (files.backups, files.quarantine):
            private_folder(folder)
        if revision < int(HEAD):
            from rewire_app.store.vault import migrate

            migrate.keep_copy(connection, files, way.found.keys, way.key)
            migrate.upgrade(connection, HEAD)
        key_file.put_in_order(files, way.found, HEAD)
        high_water = highwater.HighWater(files.mark, bytes.fromhex(vault_id), commit)
        on_refusal.callback(high_water.close)
        notices = (key_file.opened_by_another(way.found),) if way.found.fault else ()
        vault = Vault(
            files,
            database,
            instance,
            high_water,
            keys=way.found.keys.at_schema(HEAD),
            key=way.key,
            notices=notices,
        )
        aside.keep_changes()
        on_refusal.pop_all()
    return vault


def _connected(
    files: ProfileFiles, ways: Iterable[key_file.WayIn]
) -> tuple[key_file.WayIn, dbapi.Connection]:
    """The first of the `ways` that opens the database, and its connection.

    Where the key file is damaged and no other key fits, that is what is wrong, and not the database.
    """
    fault = ""
    for way in ways:
        try:
            return way, connect(files.db, way.key)
        except dbapi.Error as error:
            fault = way.found.fault
            if not (fault and is_no_database(error)):
                raise
    raise DamagedKeyError(fault)


def _sniff(files: ProfileFiles) -> None:
    """Refuse what SQLite would misread, or fail to write with a fault that says less than the system does.

    Before connecting, because closing a file drops SQLite's locks on it.
    """
    try:
        with open(files.db, "r+b") as file:
            head = file.read(PAGE)
        if files.wal.exists():
            open(files.wal, "r+b").close()
    except PermissionError as error:
        raise from_system(error, Path(error.filename)) from None
    size = files.db.stat().st_size
    unfinished = files.wal.exists() and files.wal.stat().st_size > 0
    if size == 0 or head.startswith(b"SQLite format 3") or not any(head):
        raise damaged()
    if size % PAGE and not unfinished:
        raise damaged()


def _revision(connection: dbapi.Connection) -> int:
    """The schema revision of the database; refuses a foreign or newer one."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise damaged()
    revision: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if revision > int(HEAD):
        raise keyslots.newer_store()
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return revision
