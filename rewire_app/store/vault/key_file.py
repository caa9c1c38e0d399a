"""The key file of a profile and its spare: either opens the vault, and then both are made whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rewire_app.atomic import write_atomic
from rewire_app.errors import DamagedKeyError
from rewire_app.i18n import _
from rewire_app.store.vault import keyslots
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.identity import APPLICATION_ID


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundKeys:
    """The keys of a profile; `fault` says what is wrong with the key file if they are from its spare."""

    keys: keyslots.Keys
    fault: str


def read(files: ProfileFiles, floor: keyslots.Cost = keyslots.FLOOR) -> FoundKeys:
    """The keys in the key file, or else in its spare; raises DamagedKeyError if neither fits, or OSError."""
    fault = ""
    try:
        keys = _fitting(files.keys, floor)
    except DamagedKeyError as error:
        fault = str(error)  # the error itself would keep the keys of this frame in memory
        try:
            keys = _fitting(files.spare_keys, floor)
        except DamagedKeyError:
            raise error from None
    return FoundKeys(keys=keys, fault=fault)


def put_in_order(files: ProfileFiles, found: FoundKeys, schema: str) -> None:
    """See that both files hold the keys that opened the vault, now of revision `schema`; raises OSError.

    A key file that could not be used is kept in quarantine/: it may know slots that the spare does not.
    """
    keys = found.keys.at_schema(schema)
    if found.fault and files.keys.exists():
        write_atomic(files.quarantine / "damaged-vault.keys", files.keys.read_bytes())
    if found.fault or keys != found.keys:
        _write(files, keys)
    elif not files.spare_keys.exists() or files.spare_keys.read_bytes() != files.keys.read_bytes():
        write_atomic(files.spare_keys, keyslots.packed(keys))
    clear_leftovers(files)


def clear_leftovers(files: ProfileFiles) -> None:
    """Remove what a write that was cut off left: it may hold the data key in the clear; raises OSError."""
    files.changed_keys.unlink(missing_ok=True)
    for path in files.folder.glob(".vault.keys*"):
        path.unlink(missing_ok=True)


def opened_by_spare() -> str:
    """What the person is told after their vault was opened with the spare."""
    return _(
        "The file with the key to your entries was damaged or missing. Rewire opened them with its spare, "
        "which is in its place now, so there is nothing you need to do."
    )


def _fitting(path: Path, floor: keyslots.Cost) -> keyslots.Keys:
    """The keys in `path`; raises DamagedKeyError if they are damaged, missing or of another program."""
    try:
        keys = keyslots.parsed(path.read_bytes(), floor=floor)
    except FileNotFoundError:
        raise keyslots.missing_keys() from None
    if keys.application != APPLICATION_ID:
        raise keyslots.damaged_keys()
    return keys


def _write(files: ProfileFiles, keys: keyslots.Keys) -> None:
    """Replace the key file; the one before stays as the spare until the new one has been read back."""
    content = keyslots.packed(keys)
    write_atomic(files.keys, content)
    if files.keys.read_bytes() == content:
        write_atomic(files.spare_keys, content)
