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


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """A copy as a profile `folder` of its own, which opens with the data `key`."""

    folder: Path
    backup: Backup
    key: bytes = field(repr=False)


@contextmanager
def laid_out(
    path: Path, *, secret: Secret | None = None, key: bytes | None = None, floor: Cost = FLOOR
) -> Iterator[LaidOut]:
    """The copy in `path`, unpacked and checked, gone at the end of the block; raises a StoreError.

    `key` is the data key of the notes, `secret` opens the keys of the copy where that one does not fit.
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
        yield LaidOut(folder=profile, backup=copy, key=data)


def practise(
    path: Path, *, secret: Secret | None = None, key: bytes | None = None, floor: Cost = FLOOR
) -> Practised:
    """Open the copy in `path` as a profile, see that all it tells of is there, and remove it again."""
    with laid_out(path, secret=secret, key=key, floor=floor) as found:
        copy = found.backup
        vault = open_vault(found.folder, key=found.key, floor=floor)
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
