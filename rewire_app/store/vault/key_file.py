"""The key file of a profile and what takes its place: any of them opens the vault, and all are made whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from rewire_app.atomic import write_atomic
from rewire_app.errors import (
    DamagedKeyError,
    DamagedStoreError,
    LockedStoreError,
    NewerStoreError,
    StoreError,
    WrongSecretError,
)
from rewire_app.i18n import _
from rewire_app.store.vault import keyslots
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.identity import APPLICATION_ID


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundKeys:
    """The keys of a profile; `fault` says what is wrong with the key file if they are from elsewhere.

    `from_backup`: the spare could not be used either.
    """

    keys: keyslots.Keys
    fault: str
    from_backup: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """Keys of a profile with the data key that one of their slots gave."""

    found: FoundKeys
    key: bytes = field(repr=False)


def read(files: ProfileFiles, floor: keyslots.Cost = keyslots.FLOOR) -> FoundKeys:
    """The best keys there are; raises DamagedKeyError if there are none, NewerStoreError, or OSError."""
    return next(_sound(files, floor))


def ways_in(
    files: ProfileFiles, key_of: Callable[[keyslots.Keys], bytes], floor: keyslots.Cost
) -> Iterator[WayIn]:
    """Each way to a data key by `key_of`, the best first; while the key file is sound there is one.

    Raises before the first one a StoreError that says why there is none, or OSError.
    """
    refusal: StoreError | None = None
    opened = False
    for found in _sound(files, floor):
        try:
            key = key_of(found.keys)
        except (LockedStoreError, WrongSecretError) as error:
            refusal = refusal or (_of_a_copy(error) if found.fault else error)
        else:
            opened = True
            yield WayIn(found=found, key=key)
    if refusal and not opened:
        raise refusal


def _sound(files: ProfileFiles, floor: keyslots.Cost) -> Iterator[FoundKeys]:
    """The keys in the key file; if they are damaged, all others there are, once each and the newest first.

    Keys from before a passphrase was set do not take the place of newer ones that need it. Raises
    DamagedKeyError if there are none, or OSError.
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
    protected = False
    for from_backup, keys in _others(files, floor):
        needs_secret = keys.open_key() is None
        if keys.slots not in seen and (needs_secret or not protected):
            seen.append(keys.slots)
            protected = protected or needs_secret
            yield FoundKeys(keys=keys, fault=fault, from_backup=from_backup)
    if not seen:
        raise DamagedKeyError(fault)


def _others(files: ProfileFiles, floor: keyslots.Cost) -> Iterator[tuple[bool, keyslots.Keys]]:
    """The keys in the spare, then those in the backups, the newest first, and whether they are from there."""
    with suppress(DamagedKeyError):
        yield False, _fitting(files.spare_keys, floor)
    from rewire_app.store.vault import copies, copy_file

    found, _damaged = copies.found(files.backups)
    for copy in sorted(found, key=lambda copy: copy.number, reverse=True):
        keys = None
        with suppress(DamagedStoreError, NewerStoreError, OSError), copy_file.opened(copy.path) as file:
            keys = _checked(copy_file.content(file, copy_file.KEYS), floor)
        if keys is not None:
            yield True, keys


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
        write_atomic(_put_aside(files), files.keys.read_bytes())
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


def forget_put_aside(files: ProfileFiles) -> None:
    """Remove a damaged key file that was put aside: it may hold the data key too; raises OSError."""
    _put_aside(files).unlink(missing_ok=True)


def lock_put_aside(files: ProfileFiles, keys: keyslots.Keys) -> None:
    """Let notes of this vault that were put aside open with `keys`, not with the key in the clear.

    Raises OSError. A key file that cannot be read stays as it is: it opens nothing.
    """
    for path in files.quarantine.glob("*/vault.keys*"):
        with suppress(StoreError):
            found = keyslots.parsed(path.read_bytes())
            if found.vault == keys.vault and found.has(keyslots.OpenSlot):
                write_atomic(path, keyslots.packed(keys.at_schema(found.schema)))


def _put_aside(files: ProfileFiles) -> Path:
    return files.quarantine / "damaged-vault.keys"


def opened_by_another(found: FoundKeys) -> str:
    """What the person is told after their vault was opened with other keys than those in the key file."""
    if found.from_backup:
        return _(
            "The file with the key to your entries and its spare were damaged or missing. Rewire opened them "
            "with the key in a backup, which is in its place now. What opens them is what did when that "
            "backup was made: if you set or changed a passphrase since, set it again."
        )
    return _(
        "The file with the key to your entries was damaged or missing. Rewire opened them with its spare, "
        "which is in its place now, so there is nothing you need to do."
    )


def _fitting(path: Path, floor: keyslots.Cost) -> keyslots.Keys:
    """The keys in `path`; raises DamagedKeyError if they are damaged, missing or of another program."""
    try:
        return _checked(path.read_bytes(), floor)
    except FileNotFoundError:
        raise keyslots.missing_keys() from None


def _checked(content: bytes, floor: keyslots.Cost) -> keyslots.Keys:
    keys = keyslots.parsed(content, floor=floor)
    if keys.application != APPLICATION_ID:
        raise keyslots.damaged_keys()
    return keys


def _write(files: ProfileFiles, keys: keyslots.Keys) -> None:
    """Replace the key file; the one before stays as the spare until the new one has been read back."""
    content = keyslots.packed(keys)
    write_atomic(files.keys, content)
    if files.keys.read_bytes() == content:
        write_atomic(files.spare_keys, content)
