"""The one connection to the database with the files under it, opened anew after a fault of the file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import sqlcipher3.dbapi2 as dbapi

from rewire_app.atomic import replace_file
from rewire_app.errors import DamagedStoreError, StoreError
from rewire_app.store.vault.connection import connect
from rewire_app.store.vault.faults import damaged, stated
from rewire_app.store.vault.files import PAGE, ProfileFiles
from rewire_app.store.vault.open_files import OpenFiles, moved

LONGEST_LOG = 200 * (PAGE + 24)
"""Bytes of the log from which on a save moves it into the database file: 200 pages with their heads."""


class Database:
    """An open connection and its files; whoever uses it holds the lock of the vault.

    SQLCipher refuses everything on a connection that has met one damaged page. So the next use after such a
    fault opens the files anew, and one damaged page keeps no other entry from being read or saved.
    """

    def __init__(self, files: ProfileFiles, key: bytes, connection: dbapi.Connection) -> None:
        """Take over a `connection` that was made with `key`; raises OSError or the driver's errors."""
        self.connection = connection
        self.open_files = OpenFiles(files, connection)
        self.spoiled = False
        self.only_read = False
        self._is_open = True
        self._files, self._key = files, key

    @contextmanager
    def using(self, commit: int) -> Iterator[dbapi.Connection]:
        """The connection, opened anew if need be; `commit` is the last save. Raises a StoreError."""
        if self.spoiled:
            self._connect_anew(commit)
        try:
            yield self.connection
        except StoreError as error:
            self.spoiled = self.spoiled or _spoils(error)
            raise

    def _connect_anew(self, commit: int) -> None:
        """Open the same files once more; never what was put in their place."""
        if self._is_open:
            self.open_files.check()
            self._let_go()
        elif not self.open_files.database_is_in_place():
            raise moved()
        self.connection.close()  # one that was made by the last try has the file for itself
        with stated():
            self.connection = connect(self._files.db, self._key)
            if self.only_read:
                self.refuse_writes()
            [found] = self.connection.execute("SELECT commit_seq FROM meta").fetchone()
            self.open_files = OpenFiles(self._files, self.connection)
            self._is_open = True
        if found != commit:
            raise damaged()
        self.spoiled = False

    def refuse_writes(self) -> None:
        """From now on SQLite itself refuses every write, also on a connection that is made anew."""
        self.only_read = True
        self.connection.execute("PRAGMA query_only=ON").fetchone()

    def checkpoint(self) -> None:
        """Move the log into the database file; raises a StoreError.

        Nothing else may do so: a file that was written unknown to `open_files` is taken for another one.
        """
        if not self.open_files.can_settle():
            raise moved()
        try:
            with stated():
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:  # a part of it may be there
            with stated():
                self.open_files.note_database(self.connection)
            self.open_files.note_log()

    def close(self) -> None:
        """Close it; where others wrote into the file, what the log still holds is not put on top of that.

        The log is put aside then: beside a file of other content it would damage it at the next opening.
        """
        if not self._is_open:  # it could not be opened anew, and its end has changed both files
            self.connection.close()
            return
        foreign = not self.open_files.holds_its_content()
        own_log = self.open_files.log_stands() and self.open_files.log_size > 0
        if foreign:
            self.connection.interrupt()  # stops the checkpoint that closing makes
        self._let_go()
        if foreign and own_log:
            with suppress(OSError):
                replace_file(self._files.wal, self._files.quarantine / "log-of-replaced.db-wal")

    def _let_go(self) -> None:
        """The connection first: to close a file that it has open would drop its locks.

        On Windows locks belong to the handle, and the connection goes last: there it could not delete a log
        that is held, would try for more than a second, and leave what was written in it.
        """
        self._is_open = False
        ends = [self.connection.close, self.open_files.close]
        for end in reversed(ends) if os.name == "nt" else ends:
            end()


def _spoils(error: StoreError) -> bool:
    """Whether a connection that has met `error` refuses everything from then on, or may."""
    return isinstance(error, DamagedStoreError) or type(error) is StoreError
