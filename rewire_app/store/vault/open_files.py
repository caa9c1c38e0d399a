"""Whether database and log are still the files that were opened, with the content they were left with.

What is written to a file without its name is gone when it is closed, and nothing says so; what is written
into a file that another program has filled meanwhile damages it. Names are compared by their numbers. Of the
content, two pages of the database and the head of the log are: SQLCipher gives a page other bytes each time
it is written, and every save writes the page with its number. So an older copy is told from the file that was
left, and one that is the same byte for byte is taken for it. Other pages that are written over fail their own
check when they are read. A change in the log that leaves its head and is not shorter is not seen here.

The files stay open for that. To open the live database and close it again would drop SQLite's locks on it:
`close` comes after the connection's, except on Windows.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as dbapi

from rewire_app.errors import MovedStoreError
from rewire_app.i18n import _
from rewire_app.store.vault.files import PAGE, ProfileFiles

READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)
LOG_HEAD = 32
"""Bytes of the head of a log, which are other ones after each checkpoint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Log:
    size: int
    head: bytes


class OpenFiles:
    """The database and its log as they are on disk right after SQLite has opened them."""

    def __init__(self, files: ProfileFiles, connection: dbapi.Connection) -> None:
        """Note which files these are, and what is in them; raises OSError or the driver's errors."""
        self._db, self._log = files.db, files.wal
        self._known = {path: os.stat(path) for path in (self._db, self._log)}
        self._files: dict[Path, int] = {}
        self._places: tuple[int, ...] = (0,)
        try:
            for path in (self._db, self._log):
                self._files[path] = os.open(path, READ)
            self.note_database(connection)
            self.note_log()
        except BaseException:
            self.close()  # whoever gave the connection gives it up too
            raise

    def note_database(self, connection: dbapi.Connection) -> None:
        """The database is as Rewire left it: after it was opened, and after each checkpoint."""
        [root] = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'meta'").fetchone()
        self._places = (0, (root - 1) * PAGE)
        self._pages = self._read_pages()

    def note_log(self) -> None:
        """The log is as Rewire left it: after each save, and after each checkpoint."""
        self._left = self._read_log()

    @property
    def log_size(self) -> int:
        """Bytes in the log when it was last noted."""
        return self._left.size

    def check(self) -> None:
        """Raise MovedStoreError unless both are where they were opened and as they were left."""
        if not (self.can_settle() and self._stands(self._log)):
            raise moved()

    def can_settle(self) -> bool:
        """Whether the log can go into the database: that is in its place, and both are as they were left."""
        return self._stands(self._db) and self.holds_its_content() and self._log_is_ours()

    def database_is_in_place(self) -> bool:
        """Whether the database is the file that was opened, whatever is in it."""
        return self._stands(self._db)

    def holds_its_content(self) -> bool:
        """Whether nobody else has written into the database, wherever it lies now."""
        return self._read_pages() == self._pages

    def log_stands(self) -> bool:
        """Whether the log is where it was opened and goes on from what was left in it."""
        return self._stands(self._log) and self._log_is_ours()

    def close(self) -> None:
        """Let go of both."""
        for file in self._files.values():
            os.close(file)
        self._files = {}

    def _stands(self, path: Path) -> bool:
        known = self._known[path]
        try:
            found = os.stat(path)
        except OSError:
            return False
        if not (found.st_ino and known.st_ino):  # a file system that does not number its files
            return True
        return os.path.samestat(found, known)

    def _log_is_ours(self) -> bool:
        """A save that was not noted has made it longer, and nothing but a checkpoint makes it shorter."""
        found = self._read_log()
        return found.size >= self._left.size and (not self._left.size or found.head == self._left.head)

    def _read_log(self) -> _Log:
        head = self._at(self._log, 0, LOG_HEAD)
        try:
            size = (
                os.fstat(file).st_size if (file := self._files.get(self._log)) else os.stat(self._log).st_size
            )
        except OSError:
            size = 0
        return _Log(size=size, head=head)

    def _read_pages(self) -> list[bytes]:
        return [self._at(self._db, place, PAGE) for place in self._places]

    def _at(self, path: Path, place: int, length: int) -> bytes:
        """Some bytes of a file; of one that was let go of with the connection, by its name."""
        held = self._files.get(path)
        try:
            file = os.open(path, READ) if held is None else held
        except OSError:
            return b""
        try:
            os.lseek(file, place, os.SEEK_SET)
            return os.read(file, length)
        finally:
            if held is None:
                os.close(file)


def moved() -> MovedStoreError:
    """The fault for a database that is not where it was opened any more."""
    return MovedStoreError(
        _(
            "Another program moved, deleted or replaced the folder or the file with your entries while "
            "Rewire was open, so the last change was not saved. Put the folder back where it was, or keep "
            "what is here in a new folder before you close Rewire."
        )
    )
