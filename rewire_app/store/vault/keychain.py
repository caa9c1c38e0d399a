"""The keychain of the system as one more way in: it keeps 32 random bytes that unwrap the data key.

It is asked through `keyring`, an optional library, and never relied on: a keychain that is missing, locked,
changed, of another person or silent for ten seconds only means that the passphrase is asked for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from rewire_app.errors import StoreError
from rewire_app.i18n import _

SERVICE = "Rewire"
LIMIT_S = 10.0

_TRUSTED = ("macOS", "Windows", "SecretService", "libsecret", "kwallet")
"""Keychains that the system itself guards; others that `keyring` knows may keep secrets in a plain file."""

_Answer = TypeVar("_Answer")


def secret_of(vault: bytes, *, limit_s: float = LIMIT_S) -> bytes | None:
    """What the keychain keeps for the vault with this id; None if it gives nothing of use."""
    return _within(limit_s, lambda: _read(vault))


def keep(vault: bytes, secret: bytes, *, limit_s: float = LIMIT_S) -> None:
    """Let the keychain keep `secret` for a vault, and see that it gives it back; raises StoreError."""

    def kept() -> bool:
        _backend().set_password(SERVICE, vault.hex(), secret.hex())
        return _read(vault) == secret

    if not _within(limit_s, kept):
        raise StoreError(
            _(
                "The keychain of this computer is not there, is locked, or did not answer. Nothing was "
                "changed: your passphrase opens your entries as before."
            )
        )


def forget(vault: bytes, *, limit_s: float = LIMIT_S) -> None:
    """Let the keychain forget a vault, if it answers: what it keeps is worth nothing without the slot."""
    _within(limit_s, lambda: _backend().delete_password(SERVICE, vault.hex()))


def is_there(*, limit_s: float = LIMIT_S) -> bool:
    """Whether this computer has a keychain that can be used; it may still be locked."""
    return _within(limit_s, _backend) is not None


def _read(vault: bytes) -> bytes | None:
    answer = _backend().get_password(SERVICE, vault.hex())
    secret = bytes.fromhex(answer) if isinstance(answer, str) else b""
    return secret if len(secret) == 32 else None


def _backend() -> Any:
    """The keychain of the system, through `keyring`; raises LookupError or ImportError if there is none."""
    import keyring

    chosen = keyring.get_keyring()
    for backend in (chosen, *getattr(chosen, "backends", ())):
        if type(backend).__module__ in [f"keyring.backends.{name}" for name in _TRUSTED]:
            return backend
    raise LookupError("no keychain of the system")


def _within(limit_s: float, work: Callable[[], _Answer]) -> _Answer | None:
    """The answer of `work`; None if it takes longer or fails: what it calls may do anything."""
    answers: list[_Answer] = []

    def run() -> None:
        try:
            answers.append(work())
        except BaseException:  # whatever it was: the person is asked instead
            return

    thread = threading.Thread(target=run, name="keychain", daemon=True)
    thread.start()
    thread.join(limit_s)
    return answers[0] if answers else None
