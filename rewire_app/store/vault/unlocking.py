"""From the key slots to the data key: which secret opens which slot, and what is said when none does."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from rewire_app.errors import BadInputError, LockedStoreError, WrongSecretError
from rewire_app.i18n import _
from rewire_app.store.vault.keyslots import KeychainSlot, Keys, PassphraseSlot, RecoverySlot

LONGEST_WAIT_S = 30


class SecretKind(StrEnum):
    """What a person may open their entries with."""

    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """A passphrase or recovery code as it was typed."""

    kind: SecretKind
    text: str = field(repr=False)


def data_key(keys: Keys, secret: Secret | None, *, use_keychain: bool = False) -> bytes:
    """The data key of the vault of `keys`, by an open slot, by `secret`, or by the keychain if there is none.

    Raises LockedStoreError if a secret is needed and none is given, WrongSecretError if it does not fit, or
    StoreError for want of memory. With a passphrase it takes up to seconds: not for the window's thread.
    """
    key = keys.open_key()
    if key is None:
        key = by_keychain(keys) if use_keychain and secret is None else None
    if key is None:
        if secret is None:
            raise locked()
        key = unwrapped(keys, secret)
        if key is None:
            raise wrong(keys, secret)
    return key


def seconds_to_wait(wrong_tries: int) -> int:
    """How long the next try has to wait after so many wrong ones in a row; it slows guessing by hand only."""
    return min(LONGEST_WAIT_S, 2 ** (wrong_tries - 1)) if wrong_tries > 0 else 0


def unwrapped(keys: Keys, secret: Secret) -> bytes | None:
    """The data key by the slots of the kind of `secret`; None if none opens. Raises as `data_key`."""
    from rewire_app.store.vault import wrapping

    kind = PassphraseSlot if secret.kind is SecretKind.PASSPHRASE else RecoverySlot
    content = _secret_bytes(secret)
    if content is None:
        return None
    for slot in keys.slots:
        if isinstance(slot, kind):
            key = wrapping.unwrapped(slot, content, keys.vault)
            if key is not None:
                return key
    return None


def by_keychain(keys: Keys) -> bytes | None:
    """The data key by what the keychain of the system keeps for it; None if that does not open it."""
    if not keys.has(KeychainSlot):
        return None
    from rewire_app.store.vault import keychain, wrapping

    secret = keychain.secret_of(keys.vault)
    slots = (slot for slot in keys.slots if isinstance(slot, KeychainSlot) and secret is not None)
    found = (wrapping.unwrapped(slot, secret or b"", keys.vault) for slot in slots)
    return next((key for key in found if key is not None), None)


def _secret_bytes(secret: Secret) -> bytes | None:
    """What is worked with; None for what is no passphrase. Raises WrongSecretError for a slip in a code."""
    from rewire_app.store.vault import passphrase, recovery_code

    if secret.kind is SecretKind.PASSPHRASE:
        return passphrase.as_bytes(secret.text)
    try:
        return recovery_code.read_code(secret.text)
    except BadInputError as error:
        raise WrongSecretError(str(error)) from None


def locked() -> LockedStoreError:
    """The fault for a vault that needs a secret when none is given."""
    return LockedStoreError(
        _("Your entries are protected by a passphrase. Nothing was changed. Type it to open them.")
    )


def wrong(keys: Keys, secret: Secret) -> WrongSecretError:
    """The fault for a `secret` that opens none of the slots of `keys`."""
    if not keys.has(RecoverySlot):
        other = _("There is no recovery code for these entries.")
    elif secret.kind is SecretKind.PASSPHRASE:
        other = _("The code from your recovery kit opens your entries too.")
    else:
        other = _("Perhaps it is from an older kit: a new code replaces the one before.")
    if secret.kind is SecretKind.PASSPHRASE:
        said = _(
            "That is not the passphrase. Nothing was changed. Try it again: capital letters count, and so "
            "does the language of the keyboard."
        )
    else:
        said = _("This recovery code does not open these entries. Nothing was changed.")
    return WrongSecretError(f"{said} {other}")
