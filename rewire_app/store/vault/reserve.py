"""Room on the disk that is set aside, so that the last words can be kept when there is no other.

A file of 4 MB lies in the profile. A save that finds the disk full lets go of it and is tried again. It is
made anew when there is room for it and for more. On a file system that packs what is empty it holds nothing.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

SIZE = 4 << 20
"""Bytes that are set aside."""
LEAVES = 4 * SIZE
"""Bytes that have to be free besides before some are set aside."""


class Reserve:
    """The room that one profile has set aside; `given_up` since it was last made."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.given_up = False

    def make(self) -> bool:
        """Set the room aside, unless it is or there is too little; whether it is. Raises OSError."""
        if self._path.exists() and self._path.stat().st_size == SIZE:
            return True
        self._path.unlink(missing_ok=True)
        if shutil.disk_usage(self._path.parent).free < SIZE + LEAVES:
            return False
        file = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        try:
            _fill(file)
        finally:
            os.close(file)
        self.given_up = False
        return True

    def give_up(self) -> bool:
        """Free the room; False when there is none to free."""
        try:
            self._path.unlink()
        except OSError:
            return False
        self.given_up = True
        return True


def _fill(file: int) -> None:
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(file, 0, SIZE)
        return
    left = SIZE
    while left:
        left -= os.write(file, bytes(min(left, 1 << 16)))
