"""Copies of the notes, made by hand for what is tried with them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from rewire_app.store.backups.taking import back_up
from rewire_app.store.store import Store
from rewire_app.store.vault.copies import Backup, Why
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make
from tests.ui.house import EVENING, House, settle, words_of


def practise(profile: Path, first: int, count: int) -> None:
    """Keep some practices in notes that nobody has open."""
    vault = open_vault(profile)
    for number in range(first, first + count):
        Store(vault).practices.add(make.practice(number))
    vault.close()


def copy_of(
    house: House, *, why: Why = Why.AUTOMATIC, at: datetime = EVENING, pinned: bool = False
) -> Backup:
    """A copy of the notes, which nobody has open, as if it were made `at` that time."""
    vault = open_vault(house.profile)
    made = back_up(vault, why, pinned=pinned, at=house.clock.at(at))
    vault.close()
    return made


def practised(house: House) -> int:
    """How many practices are in the open notes."""
    return len(house.store.practices.recent(99))


def seen(house: House) -> str:
    """All words in the window."""
    settle()
    return words_of(house.window)


def wait_until_open(house: House) -> None:
    """Wait until the notes are open again, with all there is to say."""
    house.qtbot.waitUntil(
        lambda: house.context.ready and house.shell.page("today").isVisible(), timeout=20_000
    )
    QApplication.processEvents()
    settle()
