"""Keychains that do not do what they are for, as the library `keyring` would give them."""

from __future__ import annotations

import sys
import threading
from types import ModuleType

import pytest

SYSTEM = "keyring.backends.SecretService"
"""Where `keyring` has a keychain that the system guards."""


class Keychain:
    """One that works."""

    __module__ = SYSTEM

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> object:
        """What was kept, or None."""
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        """Keep it."""
        self.kept[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        """Forget it."""
        del self.kept[service, name]


class Other(Keychain):
    """Answers with what it was given, whatever was kept."""

    __module__ = SYSTEM

    def __init__(self, answer: object) -> None:
        super().__init__()
        self._answer = answer

    def get_password(self, *_whose: str) -> object:
        """The same for everyone; a fault is raised."""
        if isinstance(self._answer, BaseException):
            raise self._answer
        return self._answer


class Silent(Keychain):
    """Never answers, as one that waits for a person who is not there."""

    __module__ = SYSTEM

    def get_password(self, *_whose: str) -> object:
        """Nothing, for ever."""
        return threading.Event().wait()


class PlainFile(Keychain):
    """One that is not the system's."""

    __module__ = "keyrings.alt.file"


UNFIT: dict[str, object] = {
    "no library": None,
    "none of the system": PlainFile(),
    "empty": Keychain(),
    "raises": Other(RuntimeError("locked")),
    "ends the program": Other(SystemExit(3)),
    "no text": Other(b"bytes"),
    "no number": Other("what is this"),
    "too short": Other("00" * 31),
    "of another vault": Other("5a" * 32),
}


def use(monkeypatch: pytest.MonkeyPatch, keychain: object) -> None:
    """Let `keyring` be a library that gives this keychain; None: there is no such library."""
    library = ModuleType("keyring")
    library.get_keyring = lambda: keychain  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", library if keychain is not None else None)
