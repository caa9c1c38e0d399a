"""The copies there are: in the profile and in the second folder, also those of earlier releases."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rewire_app.store.backups import earlier
from rewire_app.store.vault import copies
from rewire_app.store.vault.copies import Backup
from rewire_app.store.vault.faults import from_system
from rewire_app.store.vault.files import ProfileFiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The copies that can be read, newest first; how many cannot; whether the second folder is not there."""

    backups: tuple[Backup, ...]
    damaged: int
    second_missing: bool = False


def listing(files: ProfileFiles, second: Path | None = None) -> Listing:
    """What is in backups/ of the profile and in the `second` folder; raises a StoreError.

    A copy that is in both is told once, as the one in the profile. The second folder may hold anything else:
    it is passed over. No copy is opened for this, but those of earlier releases are brought in first.
    """
    earlier.bring_in(files)
    own, damaged = _found(files.backups)
    missing = second is not None and not second.is_dir()
    away = [] if second is None or missing else _found(second)[0]
    known = {(copy.vault, copy.number, copy.content) for copy in own}
    own += [copy for copy in away if (copy.vault, copy.number, copy.content) not in known]
    newest_first = sorted(own, key=lambda copy: (copy.number, copy.made_ms), reverse=True)
    return Listing(backups=tuple(newest_first), damaged=damaged, second_missing=missing)


def backups(files: ProfileFiles, second: Path | None = None) -> tuple[Backup, ...]:
    """The copies that can be read, newest first; raises a StoreError."""
    return listing(files, second).backups


def _found(folder: Path) -> tuple[list[Backup], int]:
    try:
        return copies.found(folder)
    except OSError as error:
        raise from_system(error, folder) from None
