"""What there is to go on with when the notes cannot be opened: the good copies, and how far they reach."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

from rewire_app.errors import RewireError, StaleStoreError, StoreError
from rewire_app.store.backups.listing import backups
from rewire_app.store.vault import high_water
from rewire_app.store.vault.copies import Backup
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.ui.frame.damage import AtHand


def at_hand(error: RewireError, folder: Path, second: Path | None, today: date) -> AtHand:
    """The copies of the notes in `folder`, also in the `second` folder, with the number of the last save."""
    files, mark = ProfileFiles(folder), None
    with suppress(OSError):
        mark = high_water.read(files.mark)
    found: tuple[Backup, ...] = ()
    for other in (second, None):
        try:
            found = backups(files, other)
            break
        except StoreError:  # one folder that cannot be read hides nothing of the other
            continue
    if mark is not None:
        found = tuple(copy for copy in found if copy.vault.startswith(mark.vault.hex()))
    last = None if mark is None else mark.commit
    lost = error.lost if isinstance(error, StaleStoreError) else 0
    here = None if last is None or not lost else last - lost
    return AtHand(
        copies=found,
        last_save=last,
        today=today,
        lost=lost,
        copy_first=here is None or not found or found[0].commit > here,
    )
