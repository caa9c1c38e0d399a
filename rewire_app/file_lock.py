"""A lock on a whole file that the kernel drops by itself when the process ends."""

from __future__ import annotations

import errno
import sys
import time

PATIENCE_S, PAUSE_S = 0.3, 0.02
"""How long a lock that is held is tried again: one that was just let go of may be held for a moment more, by
a process that began meanwhile and has not closed what it inherited."""


def lock(file: int, *, patience: float = PATIENCE_S) -> None:
    """Lock the open `file` until it is closed; raises BlockingIOError while another has it, else OSError.

    `patience`: for how long it is tried again, seconds.
    """
    until = time.monotonic() + patience
    while True:
        try:
            _lock(file)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise
            time.sleep(PAUSE_S)
        else:
            return


if sys.platform == "win32":
    import msvcrt

    UNTOLD = 0
    """What Wine gives as the reason when another has the lock."""

    def _lock(file: int) -> None:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EDEADLK, errno.EDEADLOCK, UNTOLD):
                raise BlockingIOError from error
            raise

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
