"""The first start asks who can open the notes: with a passphrase its kit follows, without it is said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from rewire_app.errors import LockedStoreError
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base.kit_state import KitStep, read_kit
from rewire_app.ui.setup.page import SetupPage
from tests.ui.house import House, enter, focused, press, space, tab_to, type_in, type_over, words_of
from tests.ui.locked import WORDS, open_locked, opens_with, unlock, wait_for

SAID = "Anyone who uses your account on this computer can open your notes."


@pytest.fixture
def asked(new_house: House) -> House:
    """A first start at its last step."""
    new_house.open()
    for _step in range(2):
        tab_to("Skip for now")
        enter()
    assert "Who can open your notes?" in words_of(new_house.window)
    return new_house


def test_neither_is_chosen_and_beginning_means_no_passphrase_which_today_says_once(asked: House) -> None:
    assert "The same again" not in words_of(asked.window)
    tab_to("Begin")
    enter()
    assert asked.shell.page("today").isVisible()
    assert SAID in asked.shell.line.text
    asked.close()
    asked.open()
    assert SAID not in asked.shell.line.text
    assert not asked.context.vault.protected


def test_who_chose_to_do_without_is_not_told_again(asked: House) -> None:
    tab_to("Only someone with the passphrase")
    press(Qt.Key.Key_Right)
    assert focused().accessibleName() == "Anyone who uses my account"
    space()
    tab_to("Begin")
    enter()
    assert asked.shell.page("today").isVisible()
    assert SAID not in asked.shell.line.text


def test_with_a_passphrase_the_kit_follows_and_later_leads_to_today(asked: House) -> None:
    tab_to("Only someone with the passphrase")
    space()
    tab_to("Passphrase")
    type_in(WORDS)
    enter()
    type_in(WORDS)
    enter()
    wait_for(asked, "Print the page")
    assert "Skip for now" not in words_of(asked.window)
    assert not asked.context.settings.set_up
    tab_to("Later")
    enter()
    assert asked.shell.page("today").isVisible()
    kit = read_kit(asked.context)
    assert kit is not None
    assert kit.step is KitStep.MADE
    assert SAID not in asked.shell.line.text
    asked.close()
    with pytest.raises(LockedStoreError):
        open_vault(asked.profile)
    assert opens_with(asked.profile, WORDS)
    open_locked(asked)
    unlock(asked)
    assert asked.shell.findChild(SetupPage) is None


def test_two_that_differ_are_said_and_nothing_is_set(asked: House) -> None:
    tab_to("Only someone with the passphrase")
    space()
    tab_to("Passphrase")
    type_in(WORDS)
    enter()
    type_over("four plain words her")
    tab_to("Begin")
    enter()
    assert "The two are not the same." in words_of(asked.window)
    assert focused().accessibleName() == "The same again"
    assert not asked.context.vault.protected


def test_skipping_sets_none_whatever_was_typed(asked: House) -> None:
    tab_to("Only someone with the passphrase")
    space()
    tab_to("Passphrase")
    type_in(WORDS)
    tab_to("Skip for now")
    enter()
    assert asked.shell.page("today").isVisible()
    assert not asked.context.vault.protected


def test_a_first_start_that_comes_again_to_locked_notes_opens_them_first_and_asks_no_more(
    asked: House,
) -> None:
    tab_to("Only someone with the passphrase")
    space()
    tab_to("Passphrase")
    type_in(WORDS)
    enter()
    type_in(WORDS)
    enter()
    wait_for(asked, "Print the page")
    asked.close()
    open_locked(asked)
    unlock(asked)
    assert "What you do here" in words_of(asked.window)
    for _step in range(2):
        tab_to("Skip for now")
        enter()
    assert "Who can open your notes?" not in words_of(asked.window)
