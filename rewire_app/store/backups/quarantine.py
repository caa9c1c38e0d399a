"""How long what was put aside is kept: ninety days, and longer while a clock is all that says so."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from rewire_app.domain.days import Instant
from rewire_app.store.vault.copies import Backup

KEPT = timedelta(days=90)
DAYS_WITH_COPIES = 7
"""On so many later days copies must have been made: a clock that is years ahead for a day removes nothing."""
FORM = "%Y-%m-%d-%H%M%S"
_LENGTH = len("2026-11-30-180211")


def name_of(now: Instant) -> str:
    """How the folder of what is put aside at `now` begins: the time on the wall."""
    return f"{now.wall:{FORM}}"


def aside_since(folder: Path) -> datetime | None:
    """When `folder` was put aside, by its name; None for any other."""
    with suppress(ValueError):
        return datetime.strptime(folder.name[:_LENGTH], FORM)
    return None


def outlived(since: datetime, now: Instant, backups: Iterable[Backup]) -> bool:
    """Whether what was put aside at `since` has had its time."""
    days = {copy.made.wall.date() for copy in backups if copy.made.wall > since}
    return now.wall - since > KEPT and len(days) >= DAYS_WITH_COPIES


def clear_old(quarantine: Path, now: Instant, backups: Iterable[Backup]) -> int:
    """Remove what has had its time in `quarantine`; returns how many folders."""
    known, gone = tuple(backups), 0
    for folder in quarantine.iterdir():
        since = aside_since(folder)
        if since is None or folder.is_symlink() or not folder.is_dir() or not outlived(since, now, known):
            continue
        with suppress(OSError):
            shutil.rmtree(folder)
            gone += 1
    return gone
