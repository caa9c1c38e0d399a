"""A profile with a passphrase, and its lock screen. The keys cost no more than the least that is allowed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from rewire_app.store.store import Store
from rewire_app.store.vault.key_change import make_recovery_code, set_passphrase
from rewire_app.store.vault.keyslots import FLOOR
from rewire_app.store.vault.unlocking import Secret, SecretKind
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base.secret_cover import SecretCover
from tests.store import entries as make
from tests.ui.house import House, settle, type_over

WORDS = "four plain words here"
NOTE = "Zylophant meadow"
LONG_MS = 90_000


def protect(profile: Path) -> str:
    """Give the notes in `profile` a passphrase and a recovery kit; gives its code. There is one practice."""
    vault = open_vault(profile)
    Store(vault).practices.add(make.practice(1, note=NOTE))
    set_passphrase(vault, WORDS, cost=FLOOR)
    code = make_recovery_code(vault)
    vault.close()
    return code


def opens_with(profile: Path, text: str, kind: SecretKind = SecretKind.PASSPHRASE) -> bool:
    """Whether `text` opens the notes in `profile`; raises what else stands in the way."""
    open_vault(profile, secret=Secret(kind=kind, text=text)).close()
    return True


def open_locked(house: House) -> SecretCover:
    """A window that asks for the passphrase."""
    window = house.make(sample=False)
    window.show()
    house.qtbot.waitUntil(lambda: window.dressed and window.shell.covers.guard.lock is not None)
    house.activate(window)
    settle()
    return lock_of(house)


def lock_of(house: House) -> SecretCover:
    """The lock screen that is there."""
    lock = house.shell.covers.guard.lock
    assert lock is not None, "the notes are not locked"
    return lock


def unlock(house: House, text: str = WORDS) -> None:
    """Type the passphrase, and wait until all is open."""
    from tests.ui.house import enter

    type_over(text)
    with house.qtbot.waitSignal(house.shell.ready, timeout=LONG_MS):
        enter()
    settle()


def wait_for(house: House, words: str, on: QWidget | None = None) -> None:
    """Wait until `words` can be read."""
    from tests.ui.house import words_of

    house.qtbot.waitUntil(lambda: words in words_of(on or house.window), timeout=LONG_MS)
    settle()
