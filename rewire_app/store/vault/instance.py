"""One Rewire a profile: a lock that the kernel drops by itself when the process ends."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path

from rewire_app.errors import AlreadyOpenError
from rewire_app.i18n import _
from rewire_app.store.vault.faults import no_locks

_NO_LOCKS = {errno.ENOLCK, errno.EBADF, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
"""What a drive says that knows no locks."""

PATIENCE_S, PAUSE_S = 0.3, 0.02
"""How long a lock that is held is tried again: one that was just let go of may be held for a moment more, by
a process that began meanwhile and has not closed what it inherited."""


class InstanceLock:
    """The held lock on a profile.

    Taking it raises AlreadyOpenError if another one holds it, ProfileUnwritableError where files cannot be
    locked, or OSError.
    """

    def __init__(self, path: Path) -> None:
        self._file: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock_patiently(self._file)
        except BlockingIOError:
            self.release()
            raise AlreadyOpenError(
                _(
                    "Rewire is already open with this folder. Nothing was changed. "
                    "Use the window that is open, or close it and start again."
                )
            ) from None
        except OSError as error:
            self.release()
            if error.errno in _NO_LOCKS:
                raise no_locks() from None
            raise

    def release(self) -> None:
        """Let others in; may be called twice."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _lock_patiently(file: int) -> None:
    until = time.monotonic() + PATIENCE_S
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

    def _lock(file: int) -> None:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EDEADLK, errno.EDEADLOCK):
                raise BlockingIOError from error
            raise

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
