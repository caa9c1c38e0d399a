"""One window a profile: the first start claims it; a later one hands over what it was to open, and ends.

The claim is a lock in a folder that each person has alone, so it costs nothing before the first picture, and
holds while the notes are locked. Qt is asked only where somebody else has it.
"""

from __future__ import annotations

import os
import stat
import sys
import time
import zlib
from pathlib import Path

from rewire_app import file_lock, paths

PATIENCE_S, PAUSE_S = 10.0, 0.05
"""How long a start waits for the window that has the claim, which may still begin or be about to end."""


class Claim:
    """The right to be the window of a profile; later starts are heard at `channel`.

    "" where there is no place for a channel: then the lock on the notes alone keeps a second window out.
    """

    def __init__(self, channel: str = "", lock: int | None = None) -> None:
        self.channel = channel
        self._lock = lock

    def release(self) -> None:
        """Give it up; the end of the process does the same."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def begin(profile: Path, file: Path | None = None) -> Claim | None:
    """The claim to `profile`; None: another window has it, came forward and was given `file` to open."""
    folder = paths.session_folder()
    name = name_of(profile, folder)
    channel = name if sys.platform == "win32" else str(folder / f"{name}.socket")
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            return Claim(channel, _taken(folder, name))
        except BlockingIOError:
            pass
        except OSError:  # no such folder, or a drive that knows no locks
            return Claim()
        try:
            from rewire_app.desktop.instance import hand_over
        except ImportError:  # a library of the system is missing
            return Claim()
        if hand_over(channel, file):
            return None
        if time.monotonic() >= until:
            return Claim()
        time.sleep(PAUSE_S)


def name_of(profile: Path, folder: Path) -> str:
    """What the lock and the channel of `profile` are called, in the words of nobody.

    The name of a pipe is one for the whole computer, so the person's own `folder` is part of it.
    """
    place = os.path.normcase(os.path.realpath(profile))
    return f"rewire-{zlib.crc32(os.fsencode(f'{folder}|{place}')):08x}"


def _taken(folder: Path, name: str) -> int:
    """The locked file; raises BlockingIOError while another process has it, else OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform != "win32":
        seen = os.lstat(folder)
        if not stat.S_ISDIR(seen.st_mode) or seen.st_uid != os.getuid() or seen.st_mode & 0o077:
            raise PermissionError("others may write here")
    held = os.open(folder / f"{name}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        file_lock.lock(held, patience=0)
    except OSError:
        os.close(held)
        raise
    return held
