"""Whether database and log are still the files that were opened: another program may move or replace them.

What is written to a file without its name is gone when it is closed, and nothing says so. Only names are
looked at: to open the live database and close it again would drop SQLite's locks on it.
"""

from __future__ import annotations

import os
from pathlib import Path

from rewire_app.errors import MovedStoreError
from rewire_app.i18n import _
from rewire_app.store.vault.files import ProfileFiles


class OpenFiles:
    """The database and its log as they are on disk right after SQLite has opened them."""

    def __init__(self, files: ProfileFiles) -> None:
        """Note which files these are; raises OSError."""
        self._db, self._log = files.db, files.wal
        self._known = {path: os.stat(path) for path in (self._db, self._log)}

    def check(self) -> None:
        """Raise MovedStoreError unless both are where they were opened."""
        if not (self.database_stands() and self._stands(self._log)):
            raise moved()

    def database_stands(self) -> bool:
        """Whether the database itself is where it was opened."""
        return self._stands(self._db)

    def _stands(self, path: Path) -> bool:
        known = self._known[path]
        try:
            found = os.stat(path)
        except OSError:
            return False
        if not (found.st_ino and known.st_ino):  # a file system that does not number its files
            return True
        return os.path.samestat(found, known)


def moved() -> MovedStoreError:
    """The fault for a database that is not where it was opened any more."""
    return MovedStoreError(
        _(
            "Another program moved, deleted or replaced the folder or the file with your entries while "
            "Rewire was open, so the last change was not saved. Put the folder back where it was, or copy "
            "your words to another place before you close Rewire."
        )
    )
