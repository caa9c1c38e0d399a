"""One window a profile: the first start claims it; a later one hands over what it was to open, and ends.

The claim is a lock in a folder that no other person may enter, so it costs next to nothing, and holds while
the notes are locked. The network library is asked for only where somebody else has it.
"""

from __future__ import annotations

import os
import stat
import sys
import time
import zlib
from contextlib import suppress
from pathlib import Path

from rewire_app import file_lock, paths

PATIENCE_S, PAUSE_S = 10.0, 0.05
"""How long a start waits for the window that has the claim, which may still begin or be about to end."""


class Claim:
    """The right to be the window of a profile; later starts are heard at `channel`.

    "" where there is no place for a channel: then the lock on the notes alone keeps a second window out.
    """

    def __init__(self, folder: Path | None = None, held: int | None = None) -> None:
        """`held`: the open and locked file in `folder`."""
        self._folder, self._held = folder, held

    @property
    def channel(self) -> str:
        """What the local socket is called."""
        return "" if self._folder is None else channel_in(self._folder)

    def release(self) -> None:
        """Give it up, and leave nothing of it behind; the end of the process gives it up as well."""
        if self._folder is None or self._held is None:
            return
        lock, held, self._held = self._folder / "lock", self._held, None
        if sys.platform == "win32":  # what is open cannot be removed there
            os.close(held)
        with suppress(OSError):
            lock.unlink()
            self._folder.rmdir()
        if sys.platform != "win32":
            os.close(held)


def begin(profile: Path, file: Path | None = None) -> Claim | None:
    """The claim to `profile`; None: another window has it, came forward and was given `file` to open."""
    folder = meeting_place(profile)
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            return Claim(folder, _locked(folder))
        except BlockingIOError:
            pass
        except OSError:  # somebody else's folder, or a drive that knows no locks
            return Claim()
        try:
            from rewire_app.desktop.instance import hand_over
        except ImportError:  # a library of the system is missing
            return Claim()
        if hand_over(channel_in(folder), file):
            return None
        if time.monotonic() >= until:
            return Claim()
        time.sleep(PAUSE_S)


def meeting_place(profile: Path) -> Path:
    """The folder in which the starts of this person on `profile` meet; its name tells nobody whose it is."""
    place = os.path.normcase(os.path.realpath(profile))
    person = os.path.expanduser("~") if sys.platform == "win32" else str(os.getuid())
    return paths.session_folder() / f"rewire-{zlib.crc32(os.fsencode(f'{person}|{place}')):08x}"


def channel_in(folder: Path) -> str:
    """What the local socket is called: Windows has one list of names for the whole computer."""
    return folder.name if sys.platform == "win32" else str(folder / "socket")


def _locked(folder: Path) -> int:
    """The locked file in `folder`; raises BlockingIOError while another process has it, else OSError."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if sys.platform != "win32":
        seen = folder.lstat()
        if not stat.S_ISDIR(seen.st_mode) or seen.st_uid != os.getuid() or seen.st_mode & 0o077:
            raise PermissionError("the folder is open to others")
    try:
        held = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    except FileNotFoundError:  # its owner has just removed it
        raise BlockingIOError from None
    try:
        file_lock.lock(held, patience=0)
        if sys.platform != "win32" and not os.fstat(held).st_nlink:  # the same
            raise BlockingIOError
    except OSError:
        os.close(held)
        raise
    return held
