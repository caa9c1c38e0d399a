"""Room for work on whole files: a folder of its own beside what is made, and enough space on the disk."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rewire_app.errors import DiskFullError
from rewire_app.i18n import _
from rewire_app.store.vault.faults import damaged, from_system, stated

WORK = ".rewire-work-"
"""How the folder begins in which a file is made; one that is left was interrupted."""
LEAST_ROOM = 50_000_000
"""Bytes that are free on the disk before anything large is made."""


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Run work on files in `folder` so that only Rewire faults leave."""
    try:
        with stated():
            yield
    except MemoryError:  # so the driver calls what SQLCipher refuses after a page failed its check
        raise damaged() from None
    except OSError as error:
        raise from_system(error, folder) from None


@contextmanager
def working(folder: Path) -> Iterator[Path]:
    """A folder for work inside the existing `folder`, gone at the end; only Rewire faults leave."""
    with told(folder):
        work = Path(tempfile.mkdtemp(dir=folder, prefix=WORK))
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)


def see_room(folder: Path, size: int) -> None:
    """Raise DiskFullError unless `folder` has room for work on a database of `size` bytes."""
    needed = max(LEAST_ROOM, 2 * size)
    if shutil.disk_usage(folder).free < needed:
        raise DiskFullError(
            _(
                "This needs about {n} MB of free space on the disk, and there is less. Nothing was changed. "
                "Free some space, then try again."
            ).format(n=-(-needed // 1_000_000))
        )


def clear_unfinished(folder: Path, begun_before_ms: int) -> None:
    """Remove the work in `folder` that was interrupted, if it was begun before an instant (UTC)."""
    for left in folder.glob(f"{WORK}*"):
        with suppress(OSError):
            if left.is_dir() and not left.is_symlink() and left.stat().st_mtime * 1000 < begun_before_ms:
                shutil.rmtree(left)
