"""Looks at a copy without going back to it: opened in a profile of its own that is gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rewire_app.store.backups.before import KnownKeys, keys_of_copy
from rewire_app.store.vault import copies, keyslots, tally
from rewire_app.store.vault.copies import Backup
from rewire_app.store.vault.copy_file import no_copy
from rewire_app.store.vault.faults import stated
from rewire_app.store.vault.identity import HEAD
from rewire_app.store.vault.keyslots import FLOOR, Cost
from rewire_app.store.vault.throwaway import throwaway
from rewire_app.store.vault.unlocking import Secret
from rewire_app.store.vault.vault import Vault, open_vault
from rewire_app.store.vault.workroom import see_room, told


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised:
    """A copy that was opened as a profile; `counts` are its entries of each kind, by table."""

    backup: Backup
    counts: Mapping[str, int] = field(hash=False)


@contextmanager
def opened_copy(
    path: Path, *, secret: Secret | None = None, key: bytes | None = None, floor: Cost = FLOOR
) -> Iterator[Path]:
    """A profile folder that holds the copy in `path`, checked, and is gone at the end of the block.

    It opens with the same `secret`, or with the data key: `open_vault(folder, key=key)`. Raises a StoreError.
    """
    with told(path), throwaway("look") as folder:
        profile = folder / "profile"
        profile.mkdir(mode=0o700)
        see_room(profile, path.stat().st_size)
        copy = copies.unpacked(path, profile)
        if int(copy.schema) > int(HEAD):
            raise keyslots.newer_store()
        _keys, data = keys_of_copy(profile, KnownKeys(keys=None, key=key), secret, floor)
        copies.verify(profile, copy, data)
        yield profile


def practise(
    path: Path, *, secret: Secret | None = None, key: bytes | None = None, floor: Cost = FLOOR
) -> Practised:
    """Open the copy in `path` as a profile, see that all it tells of is there, and remove it again."""
    copy = copies.about(path)
    with opened_copy(path, secret=secret, key=key, floor=floor) as folder:
        vault = open_vault(folder, secret=secret, key=key, floor=floor)
        try:
            counts = counts_here(vault)
            faults = vault.faults()
        finally:
            vault.close()
    if faults or any(counts.get(table) != count for table, count in copy.counts.items()):
        raise no_copy()
    return Practised(backup=copy, counts=counts)


def counts_here(vault: Vault) -> Mapping[str, int]:
    """The entries of each kind in an open vault, by table, to compare with those of a copy."""
    with vault.lock, stated():
        return tally.entry_counts(vault.connection)
