"""Changes who can open a vault, so that at every moment the old or the new way opens it.

The new slots are written beside the key file, read back and opened with the new secret; only then do they
take its place. The slots before stay as the spare until the vault was opened once with the new ones
(`key_file.put_in_order`). An open slot that gives way to a passphrase leaves the spare first: a crash between
the two files leaves the old state, and the end of the change leaves the data key in the clear in neither.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from rewire_app.atomic import replace_file, sync_folder, write_atomic
from rewire_app.errors import BadInputError, StoreError, WrongSecretError
from rewire_app.i18n import _
from rewire_app.store.vault import key_file, keychain, passphrase, recovery_code, unlocking, wrapping
from rewire_app.store.vault.faults import from_system
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.keyslots import (
    RECOVERY_FLOOR,
    Cost,
    KeychainSlot,
    Keys,
    OpenSlot,
    PassphraseSlot,
    RecoverySlot,
    packed,
    parsed,
)
from rewire_app.store.vault.unlocking import Secret, SecretKind
from rewire_app.store.vault.vault import Vault

_one_at_a_time = threading.Lock()
"""Held while a change is made."""


def proves(vault: Vault, secret: Secret) -> bool:
    """Whether `secret` opens the vault that is open; False for a slip in a code. Raises StoreError."""
    try:
        return unlocking.unwrapped(vault.keys, secret) == vault.key
    except WrongSecretError:
        return False


def set_passphrase(vault: Vault, text: str, *, cost: Cost | None = None) -> None:
    """Let `text` open the vault, instead of the passphrase or open slot there was; the recovery code stays.

    Raises BadInputError for what can be no passphrase, or StoreError; then everything is as before. `cost` is
    what fits this computer unless it is named. Takes seconds: not for the window's thread.
    """
    if fault := passphrase.fault_of(text):
        raise BadInputError(fault, field="passphrase")
    secret = Secret(kind=SecretKind.PASSPHRASE, text=text)
    content = passphrase.as_bytes(text) or b""
    slot = wrapping.passphrase_slot(vault.key, content, vault.keys.vault, cost or wrapping.calibrated())
    keys = vault.keys.with_slot(slot, instead_of=(OpenSlot, PassphraseSlot))
    _put_in_force(vault, keys, partial(unlocking.unwrapped, secret=secret))


def remove_passphrase(vault: Vault) -> None:
    """Let the vault open without a secret; passphrase, recovery code and keychain go. Raises StoreError."""
    was_in_keychain = vault.in_keychain
    given_up = (OpenSlot, PassphraseSlot, RecoverySlot, KeychainSlot)
    _put_in_force(vault, vault.keys.with_slot(OpenSlot(key=vault.key), instead_of=given_up), Keys.open_key)
    if was_in_keychain:
        keychain.forget(vault.keys.vault)


def make_recovery_code(vault: Vault, *, cost: Cost = RECOVERY_FLOOR) -> str:
    """A new code that opens the vault from now on, instead of an earlier one; raises StoreError."""
    code = recovery_code.new_code()
    content = recovery_code.read_code(code)
    slot = wrapping.recovery_slot(vault.key, content, vault.keys.vault, cost)
    keys = vault.keys.with_slot(slot, instead_of=(RecoverySlot,))
    secret = Secret(kind=SecretKind.RECOVERY, text=code)
    _put_in_force(vault, keys, partial(unlocking.unwrapped, secret=secret))
    return code


def join_keychain(vault: Vault) -> None:
    """Let the keychain of the system open a vault that has a passphrase, too; raises StoreError."""
    if not vault.protected:
        raise StoreError(_("Notes without a passphrase open by themselves, so no keychain is needed."))
    secret = os.urandom(32)
    keychain.keep(vault.keys.vault, secret)
    slot = wrapping.keychain_slot(vault.key, secret, vault.keys.vault)
    keys = vault.keys.with_slot(slot, instead_of=(KeychainSlot,))
    _put_in_force(vault, keys, unlocking.by_keychain)


def leave_keychain(vault: Vault) -> None:
    """Let only passphrase and recovery code open the vault again; raises StoreError."""
    slots = tuple(slot for slot in vault.keys.slots if not isinstance(slot, KeychainSlot))
    if slots != vault.keys.slots:
        _put_in_force(vault, replace(vault.keys, slots=slots), None)
        keychain.forget(vault.keys.vault)


def _put_in_force(vault: Vault, keys: Keys, opens: Callable[[Keys], bytes | None] | None) -> None:
    """Make `keys` the vault's, once they were read back and `opens` gave the data key; raises StoreError.

    `opens` is None where a slot goes and none is new. It may take a second, in which entries can be saved.
    """
    files, old, new = vault.files, packed(vault.keys), packed(keys)
    closing = vault.keys.has(OpenSlot) and not keys.has(OpenSlot)
    with _one_at_a_time:
        with vault.lock:
            vault.open_files.check()
        try:
            key_file.clear_leftovers(files)
            write_atomic(files.changed_keys, new)
            _check(vault, files.changed_keys, keys, opens)
            if closing:
                key_file.forget_put_aside(files)
            write_atomic(files.spare_keys, new if closing else old)
            _check(vault, files.spare_keys, keys if closing else vault.keys)
            replace_file(files.changed_keys, files.keys)
        except (OSError, StoreError) as error:
            _take_back(files, old)
            raise from_system(error, files.folder) if isinstance(error, OSError) else error from None
        vault.keys = keys
        try:
            sync_folder(files.folder)
        except OSError:
            raise _unsure() from None
        if not keys.has(OpenSlot):
            try:
                key_file.lock_put_aside(files, keys)
            except OSError:
                raise _aside_stays_open() from None


def _aside_stays_open() -> StoreError:
    """The fault for a passphrase that is set, while notes that were put aside still open without it."""
    return StoreError(
        _(
            "The passphrase is set, but notes that were put aside before still open without it, because the "
            "disk did not let them be changed. Check the disk, then set the passphrase again."
        )
    )


def _take_back(files: ProfileFiles, old: bytes) -> None:
    """Leave both files as before a change that did not go through, as far as the disk lets it."""
    with suppress(OSError):
        files.changed_keys.unlink(missing_ok=True)
        write_atomic(files.spare_keys, old)


def _unsure() -> StoreError:
    """The fault for a change that was made, but may be gone again when the computer loses its power now."""
    return StoreError(
        _(
            "The disk did not confirm the change, so it may or may not be there after the next start. Your "
            "entries open with the new way or with the one before. Check the disk, then make the change "
            "again."
        )
    )


def _check(vault: Vault, path: Path, keys: Keys, opens: Callable[[Keys], bytes | None] | None = None) -> None:
    """Raise StoreError unless `path` holds `keys`, and `opens` gives the data key; raises OSError too."""
    read = parsed(path.read_bytes(), floor=vault.floor)
    if read != keys or (opens and opens(read) != vault.key):
        raise StoreError(
            _(
                "What was written could not be read back as it has to be, so nothing was changed: your "
                "entries open as before. Check the disk, then try again."
            )
        )
