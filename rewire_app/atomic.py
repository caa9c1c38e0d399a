"""Files that are either wholly written or not at all, readable by their owner only."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
import time
from pathlib import Path

BUSY_S = 1.0
"""How long a file that another program holds, as a virus scanner does on Windows, is tried again."""
PAUSE_S = 0.02


def write_atomic(path: Path, content: bytes) -> None:
    """Replace `path` by `content` (mode 0600) so that a crash leaves the old or the new; raises OSError."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        replace_file(Path(name), path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    sync_folder(path.parent)


def replace_file(made: Path, path: Path) -> None:
    """Give `made` the name `path`; tried again for a second while another program holds one of them.

    Raises OSError, with EBUSY when it was held all the time.
    """
    until = time.monotonic() + BUSY_S
    while True:
        try:
            os.replace(made, path)
        except PermissionError:
            if time.monotonic() >= until:
                raise OSError(errno.EBUSY, "held by another program", str(path)) from None
            time.sleep(PAUSE_S)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Make names in `folder` durable; Windows does so by itself and cannot open a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
