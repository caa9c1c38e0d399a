"""Words that the notes refuse do not hold the lock up once they wait as a draft; else it asks first."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt

from rewire_app.errors import StoreError
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.key_change import set_passphrase
from rewire_app.store.vault.keyslots import FLOOR
from rewire_app.store.vault.unlocking import Secret, SecretKind
from rewire_app.store.vault.vault import open_vault
from tests.ui.house import House, ctrl, settle, tab_to, words_of
from tests.ui.journal_room import fill_disk, journal

WORDS = "four plain words here"
TYPED = ("heard it twice " * 400).strip()


@pytest.fixture
def refused(house: House, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> House:
    """Notes with a passphrase that take no more words, and a program that cannot be started anew.

    So that the tests are not replaced: then it ends, with the notes closed.
    """
    monkeypatch.setattr(sys, "executable", f"{tmp_path}/gone")
    journal(house)
    set_passphrase(house.context.vault, WORDS, cost=FLOOR)
    fill_disk(house)
    tab_to("Note")
    return house


def locked(house: House) -> bool:
    """Whether the notes are closed: they can be opened once more."""
    try:
        opened(house)
    except StoreError:
        return False
    return True


def opened(house: House) -> list[str]:
    """What waits as a draft, as the next opening finds it."""
    secret = Secret(kind=SecretKind.PASSPHRASE, text=WORDS)
    vault = open_vault(house.profile, secret=secret)
    try:
        return [draft.text for draft in vault.drafts.all()]
    finally:
        vault.close()


def type_much(house: House) -> None:
    house.window.focusWidget().setPlainText(TYPED)  # type: ignore[union-attr]


def test_words_on_a_full_disk_wait_as_a_draft_and_it_locks(refused: House) -> None:
    type_much(refused)
    ctrl(Qt.Key.Key_L)
    assert locked(refused)
    assert opened(refused) == [TYPED]


def test_words_that_can_be_kept_nowhere_are_asked_about_once(refused: House) -> None:
    drafts = ProfileFiles(refused.profile).drafts
    drafts.mkdir()  # no file can take this place
    type_much(refused)
    ctrl(Qt.Key.Key_L)
    assert not locked(refused)
    assert "Lock once more to leave them." in words_of(refused.shell)
    assert refused.shell.isVisible()
    ctrl(Qt.Key.Key_L)
    drafts.rmdir()
    assert locked(refused)


def test_nobody_there_is_asked_no_more_than_once(refused: House) -> None:
    ProfileFiles(refused.profile).drafts.mkdir()
    type_much(refused)
    locking = refused.window.seclusion.locking
    for _time in range(3):
        locking.leave_alone()
        settle()
    assert not locked(refused)
    assert "Lock once more to leave them." in words_of(refused.shell)
    ProfileFiles(refused.profile).drafts.rmdir()
