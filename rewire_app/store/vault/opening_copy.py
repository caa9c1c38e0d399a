"""Keeps a copy of database and log while an unclean end is looked at, so that a refusal changes nothing.

Opening a database whose log was left behind moves the log into it, and a damaged tail of the log is then
gone for good. The copies cost a few milliseconds, and only after a crash.
"""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rewire_app.atomic import replace_file, sync_folder
from rewire_app.errors import DiskFullError
from rewire_app.store.vault.faults import from_system
from rewire_app.store.vault.files import ProfileFiles, private_copy, private_folder, sync_file


class LogAside:
    """A context that puts both files back at its end unless `keep_changes` was called."""

    def __init__(self, files: ProfileFiles) -> None:
        """Look at the profile's `files`; nothing is copied yet."""
        self._files = files
        self._copies = [
            (original, files.quarantine / f"opening-{original.name}") for original in (files.db, files.wal)
        ]
        self._put_back = False

    def __enter__(self) -> Self:
        for _original, copy in self._copies:
            copy.unlink(missing_ok=True)
        if self._files.wal.exists() and self._files.wal.stat().st_size > 0:
            private_folder(self._files.quarantine)
            self._copy()
        return self

    def _copy(self) -> None:
        """Copy both files; on a full disk go without, so that the entries can still be opened."""
        try:
            for original, copy in self._copies:
                private_copy(original, copy)
            self._put_back = True
        except OSError as error:
            self._discard()
            if not isinstance(from_system(error, self._files.folder), DiskFullError):
                raise

    def keep_changes(self) -> None:
        """Everything is in order: what opening did to the files stays."""
        self._put_back = False

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._put_back:
            for original, copy in self._copies:
                sync_file(copy)
                replace_file(copy, original)
            sync_folder(self._files.folder)
        self._discard()

    def _discard(self) -> None:
        for _original, copy in self._copies:
            copy.unlink(missing_ok=True)
