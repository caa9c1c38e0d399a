"""One Rewire a profile: a lock that the kernel drops by itself when the process ends."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from rewire_app.errors import AlreadyOpenError
from rewire_app.file_lock import lock
from rewire_app.i18n import _
from rewire_app.store.vault.faults import no_locks

_NO_LOCKS = {errno.ENOLCK, errno.EBADF, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
"""What a drive says that knows no locks."""


class InstanceLock:
    """The held lock on a profile.

    Taking it raises AlreadyOpenError if another one holds it, ProfileUnwritableError where files cannot be
    locked, or OSError.
    """

    def __init__(self, path: Path) -> None:
        self._file: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            lock(self._file)
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
