"""A copy as notes that are open to be read: nothing is written to them, and they are gone once closed."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from pathlib import Path

from rewire_app.store.backups.trial import laid_out
from rewire_app.store.vault.copies import Backup
from rewire_app.store.vault.erasure import overwrite
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.keyslots import FLOOR, Cost
from rewire_app.store.vault.unlocking import Secret
from rewire_app.store.vault.vault import Vault, open_vault
from rewire_app.store.vault.workroom import told


class OpenedCopy:
    """The open `vault` of a copy, in a folder of its own; `close` lets go of both."""

    def __init__(self, backup: Backup, vault: Vault, held: ExitStack) -> None:
        """Take over the open vault; `held` ends with it."""
        self.backup = backup
        self.vault = vault
        self._held = held

    def close(self) -> None:
        """Close the vault and remove its folder; may be called twice."""
        self._held.close()


def look_into(
    path: Path, *, secret: Secret | None = None, key: bytes | None = None, floor: Cost = FLOOR
) -> OpenedCopy:
    """Open the copy in `path` to be read; `key` and `secret` as of `laid_out`. Raises a StoreError.

    No key stays beside it: a folder that outlives its program, as after a power cut, can be read by nobody.
    """
    with ExitStack() as on_refusal:
        found = on_refusal.enter_context(laid_out(path, secret=secret, key=key, floor=floor))
        with told(path):
            vault = open_vault(found.folder, key=found.key, floor=floor)
            on_refusal.callback(vault.close)
            vault.database.refuse_writes()
            _leave_no_key(vault.files)
        return OpenedCopy(found.backup, vault, on_refusal.pop_all())


def _leave_no_key(files: ProfileFiles) -> None:
    """Remove the keys of the copy, and what an update of its tables has put aside; raises OSError."""
    for path in (files.keys, files.spare_keys):
        overwrite(path)
    for folder in (files.backups, files.quarantine):
        shutil.rmtree(folder)
