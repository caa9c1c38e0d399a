"""Wraps the data key under a secret, and unwraps it; `keyslots.py` tells the form.

`cryptography` is imported when a slot is wrapped or unwrapped: a vault without a passphrase opens without it.
"""

from __future__ import annotations

import os
import time

from rewire_app.errors import StoreError
from rewire_app.i18n import _
from rewire_app.store.vault.keyslots import (
    FLOOR,
    MOST_MEMORY_KIB,
    RECOVERY_FLOOR,
    Cost,
    KeychainSlot,
    PassphraseSlot,
    RecoverySlot,
)

AIM_S = 0.75
"""How long one try with a passphrase takes where the cost was chosen, in seconds."""

_STEP_KIB = 16_384
_UNEVEN = 1.4
"""How much longer several lanes take than their share of the processor time, here with two cores."""

_ABOUT = {PassphraseSlot: b"passphrase", RecoverySlot: b"recovery", KeychainSlot: b"keychain"}

Wrapped = PassphraseSlot | RecoverySlot | KeychainSlot


def passphrase_slot(key: bytes, secret: bytes, vault: bytes, cost: Cost) -> PassphraseSlot:
    """The data key `key` of `vault`, for who knows the passphrase `secret`; raises StoreError."""
    salt, nonce = os.urandom(16), os.urandom(12)
    wrapped = _sealed(PassphraseSlot, key, _derived(secret, salt, cost), vault, nonce)
    return PassphraseSlot(cost=cost, salt=salt, nonce=nonce, wrapped=wrapped)


def recovery_slot(key: bytes, secret: bytes, vault: bytes, cost: Cost = RECOVERY_FLOOR) -> RecoverySlot:
    """The data key `key` of `vault`, for who has the 20 bytes `secret` of a recovery code."""
    salt, nonce = os.urandom(16), os.urandom(12)
    wrapped = _sealed(RecoverySlot, key, _derived(secret, salt, cost), vault, nonce)
    return RecoverySlot(cost=cost, salt=salt, nonce=nonce, wrapped=wrapped)


def keychain_slot(key: bytes, secret: bytes, vault: bytes) -> KeychainSlot:
    """The data key `key` of `vault`, for who the keychain gives the 32 bytes `secret` to."""
    nonce = os.urandom(12)
    return KeychainSlot(nonce=nonce, wrapped=_sealed(KeychainSlot, key, secret, vault, nonce))


def unwrapped(slot: Wrapped, secret: bytes, vault: bytes) -> bytes | None:
    """The data key in `slot`; None if it was wrapped under another `secret`, or for another `vault`."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key = secret if isinstance(slot, KeychainSlot) else _derived(secret, slot.salt, slot.cost)
    try:
        return AESGCM(key).decrypt(slot.nonce, slot.wrapped, _bound_to(type(slot), vault))
    except InvalidTag:
        return None


def calibrated() -> Cost:
    """The cost at which one try takes about `AIM_S` on this computer, never below the floor."""
    took = max(0.001, min(_seconds(FLOOR) for _try in range(3)))
    steps = int(FLOOR.memory_kib * AIM_S / took) // _STEP_KIB
    memory = min(max(FLOOR.memory_kib, steps * _STEP_KIB), MOST_MEMORY_KIB)
    return Cost(memory_kib=memory, passes=FLOOR.passes, lanes=FLOOR.lanes)


def _seconds(cost: Cost) -> float:
    """How long one try takes, or would take if no other program kept the processor from it."""
    begun, spent = time.perf_counter(), time.process_time()
    _derived(b"calibration", bytes(16), cost)
    alone = (time.process_time() - spent) / min(cost.lanes, os.cpu_count() or 1)
    return min(time.perf_counter() - begun, alone * _UNEVEN)


def _sealed(kind: type[Wrapped], key: bytes, secret: bytes, vault: bytes, nonce: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(secret).encrypt(nonce, key, _bound_to(kind, vault))


def _bound_to(kind: type[Wrapped], vault: bytes) -> bytes:
    return b"rewire/1/" + _ABOUT[kind] + b"/" + vault.hex().encode()


def _derived(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    try:
        return Argon2id(
            salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
        ).derive(secret)
    except MemoryError:
        raise StoreError(
            _(
                "This computer has not enough free memory to work with your passphrase. Nothing was changed. "
                "Close other programs, then try again."
            )
        ) from None
