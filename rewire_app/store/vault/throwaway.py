"""Profiles that nobody keeps: of the demo, the preview, the pictures, a look at a copy. They end with it.

Where a computer is switched off or a display is lost, the folder stays; the next start clears it away. A lock
tells one that is in use from one that is left.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rewire_app.errors import RewireError
from rewire_app.store.vault.instance import InstanceLock

KINDS = ("demo", "preview", "pictures", "look")
"""What such a profile is for; its name says it."""
LOCK = "in-use.lock"
YOUNG_S = 60
"""A folder younger than this may be one whose lock is not taken yet."""


@contextmanager
def throwaway(kind: str, *, name: str = "") -> Iterator[Path]:
    """A new folder for a profile of this `kind`, gone at the end of the block; raises OSError.

    `name`: how the folder ends where that is free, so that a path on the screen is the same each time.
    """
    folder = _made(_prefix(kind), name)
    lock = InstanceLock(folder / LOCK)
    try:
        yield folder
    finally:
        lock.release()
        shutil.rmtree(folder, ignore_errors=True)


def _made(prefix: str, name: str) -> Path:
    if name:
        with suppress(FileExistsError):
            (folder := Path(tempfile.gettempdir()) / f"{prefix}{name}").mkdir(0o700)
            return folder
    return Path(tempfile.mkdtemp(prefix=prefix))


def clear_away() -> None:
    """Remove the folders of this person that ended without an end; one that is in use stays."""
    for kind in KINDS:
        for folder in Path(tempfile.gettempdir()).glob(f"{_prefix(kind)}*"):
            with suppress(OSError, RewireError):
                if _is_left(folder):
                    shutil.rmtree(folder)


def _prefix(kind: str) -> str:
    return f"rewire-{kind}-"


def _is_left(folder: Path) -> bool:
    """Whether nobody uses `folder` any more; raises OSError, or a RewireError when somebody does."""
    found = folder.lstat()
    if not folder.is_dir() or folder.is_symlink() or (hasattr(os, "getuid") and found.st_uid != os.getuid()):
        return False
    if not (folder / LOCK).exists() and time.time() - found.st_mtime < YOUNG_S:
        return False
    for name in (LOCK, "instance.lock"):
        if (folder / name).exists():
            InstanceLock(folder / name).release()
    return True
