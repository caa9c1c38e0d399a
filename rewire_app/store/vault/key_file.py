"""The key file of a profile and what takes its place: any of them opens the vault, and all are made whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from rewire_app.atomic import write_atomic
from rewire_app.errors import DamagedKeyError, LockedStoreError, StoreError, WrongSecretError
from rewire_app.i18n import _
from rewire_app.store.vault import keyslots
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.identity import APPLICATION_ID, HEAD
from rewire_app.store.vault.unlocking import Secret, data_key


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundKeys:
    """The keys of a profile; `fault` says what is wrong with the key file if they are from elsewhere."""

    keys: keyslots.Keys
    fault: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """Keys of a profile with the data key that one of their slots gave."""

    found: FoundKeys
    key: bytes = field(repr=False)


def ways_in(
    files: ProfileFiles, secret: Secret | None, *, use_keychain: bool, floor: keyslots.Cost
) -> Iterator[WayIn]:
    """Each way to a data key, the best first; only the first is needed while the key file is sound.

    Raises before the first one a StoreError that says why there is none, or OSError.
    """
    refusal: StoreError | None = None
    opened = False
    for found in _sound(files, floor):
        if int(found.keys.schema) > int(HEAD):
            raise keyslots.newer_store()
        try:
            key = data_key(found.keys, secret, use_keychain=use_keychain)
        except (LockedStoreError, WrongSecretError) as error:
            refusal = refusal or (_of_a_copy(error) if found.fault else error)
        else:
            opened = True
            yield WayIn(found=found, key=key)
    if refusal and not opened:
        raise refusal


def _sound(files: ProfileFiles, floor: keyslots.Cost) -> Iterator[FoundKeys]:
    """The keys in the key file; if they are damaged, all others there are, once each and the newest first.

    Raises DamagedKeyError if there are none, or OSError.
    """
    fault = ""
    try:
        keys = _fitting(files.keys, floor)
    except DamagedKeyError as error:
        fault = str(error)  # the error itself would keep the keys of this frame in memory
    if not fault:
        yield FoundKeys(keys=keys, fault="")
        return
    seen: list[tuple[keyslots.Slot, ...]] = []
    for keys in _spares(files, floor):
        if keys.slots not in seen:
            seen.append(keys.slots)
            yield FoundKeys(keys=keys, fault=fault)
    if not seen:
        raise DamagedKeyError(fault)


def _spares(files: ProfileFiles, floor: keyslots.Cost) -> Iterator[keyslots.Keys]:
    with suppress(DamagedKeyError):
        yield _fitting(files.spare_keys, floor)


def _of_a_copy(error: StoreError) -> StoreError:
    """The same fault, and which keys it is about."""
    told = _(
        "The file with the key to your entries is damaged, so an earlier copy of it was asked. If you "
        "changed your passphrase lately, the one before may be the one that opens them."
    )
    return type(error)(f"{error} {told}")


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
