"""Settings, Privacy: a passphrase is set, changed and removed, and what opens the notes follows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from rewire_app.errors import LockedStoreError, WrongSecretError
from rewire_app.store.backups.listing import backups
from rewire_app.store.backups.taking import back_up
from rewire_app.store.vault.copies import Why
from rewire_app.store.vault.recovery_code import groups
from rewire_app.store.vault.unlocking import SecretKind
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base import routes
from rewire_app.ui.base.kit_page import KitPage
from rewire_app.ui.base.kit_state import KitStep, read_kit
from rewire_app.ui.base.secret_cover import AskAgain, ask_again
from rewire_app.ui.widgets.buttons import MainButton
from tests.store.keychains import Keychain, use
from tests.ui.house import (
    House,
    ctrl,
    enter,
    focused,
    press,
    settle,
    space,
    tab_to,
    type_in,
    type_over,
    words_of,
)
from tests.ui.locked import LONG_MS, WORDS, open_locked, opens_with, protect, unlock, wait_for

OTHER = "another row of words"
NAME = "Let the keychain of this computer open your notes"


@pytest.fixture
def code(house: House) -> str:
    """The code of a profile whose notes have a passphrase; its window is open at Privacy."""
    made = protect(house.profile)
    open_locked(house)
    unlock(house)
    house.go(routes.PRIVACY)
    return made


@pytest.fixture
def keychain(monkeypatch: pytest.MonkeyPatch) -> Keychain:
    """A keychain of the system, as the library gives it."""
    made = Keychain()
    use(monkeypatch, made)
    return made


@pytest.fixture
def no_keychain(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without one, whatever this one has."""
    use(monkeypatch, None)


def privacy(house: House) -> QWidget:
    """The page, at its section."""
    return house.go(routes.PRIVACY)


def choose(passphrase: str, again: str = "") -> None:
    """Type a new passphrase in both fields and press Enter."""
    type_over(passphrase)
    enter()
    assert focused().accessibleName() == "The same again"
    type_over(again or passphrase)
    enter()


def prove(house: House, text: str = WORDS) -> None:
    """Answer the question for the passphrase."""
    assert house.shell.findChild(AskAgain) is not None
    assert focused().accessibleName() == "Passphrase"
    type_in(text)
    enter()


def shown_kit(house: House) -> KitPage:
    """The kit that is on the screen."""
    wait_for(house, "Your recovery kit")
    house.qtbot.waitUntil(lambda: house.window.findChild(KitPage) is not None, timeout=LONG_MS)
    kit = house.window.findChild(KitPage)
    assert isinstance(kit, KitPage)
    return kit


def read_back(house: House, code: str) -> None:
    """Type the two groups that are asked for."""
    for number, group in enumerate(groups(code), start=1):
        if f"Group {number}" in asked_for(house):
            tab_to(f"Group {number}")
            type_in(group.lower())


def asked_for(house: House) -> list[str]:
    """The labels of the groups that are asked for."""
    kit = shown_kit(house)
    return [one.text() for one in kit.findChildren(QLabel) if one.text().startswith("Group ")]


def code_on_screen(house: House) -> str:
    """The code, as a screen reader spells it."""
    kit = shown_kit(house)
    told = [one.accessibleName() for one in kit.findChildren(QWidget)]
    spelled = [one.partition(": ")[2] for one in told if one.startswith("Group ") and ": " in one]
    return "-".join(one.replace(", ", "") for one in spelled)


def test_without_a_passphrase_it_says_what_that_means(house: House) -> None:
    house.open()
    told = words_of(privacy(house))
    assert "None. Anyone who uses your account on this computer can open your notes." in told
    assert "Recovery kit" not in told
    assert "It cannot protect against programs that watch this computer" in told


def test_a_passphrase_is_set_by_keyboard_and_its_kit_follows(house: House) -> None:
    house.open()
    privacy(house)
    tab_to("Set a passphrase")
    enter()
    choose(WORDS)
    code = code_on_screen(house)
    assert len(groups(code)) == 9
    assert read_kit(house.context) is not None
    read_back(house, code)
    tab_to("I have it, finish")
    enter()
    kit = read_kit(house.context)
    assert kit is not None
    assert kit.step is KitStep.CONFIRMED
    assert "Made on 24 November 2026 and read back." in words_of(privacy(house))
    house.close()
    with pytest.raises(LockedStoreError):
        open_vault(house.profile)
    assert opens_with(house.profile, WORDS)
    assert opens_with(house.profile, code, SecretKind.RECOVERY)


@pytest.mark.parametrize(
    ("first", "again", "said"),
    [
        ("short", "short", "A passphrase needs 8 characters or more."),
        (WORDS, OTHER, "The two are not the same. Type it once more here."),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_changes(
    first: str, again: str, said: str, house: House
) -> None:
    house.open()
    page = privacy(house)
    tab_to("Set a passphrase")
    enter()
    choose(first, again)
    assert said in words_of(page)
    assert not house.context.vault.protected
    tab_to("Not now")
    enter()
    assert focused().accessibleName() == "Set a passphrase"
    house.close()
    open_vault(house.profile).close()


def test_its_length_is_spoken_of_in_words(house: House) -> None:
    house.open()
    page = privacy(house)
    tab_to("Set a passphrase")
    enter()
    for typed, said in (
        ("acht ist kurz", "Short ones can be guessed"),
        ("twenty signs of words", "A good length."),
        ("a row of many words without end", "A long one."),
    ):
        type_over(typed)
        assert said in words_of(page)


def test_a_backup_from_before_is_spoken_of_until_it_is_made_anew(house: House) -> None:
    vault = open_vault(house.profile)
    back_up(vault, Why.ASKED)
    vault.close()
    protect(house.profile)
    open_locked(house)
    unlock(house)
    assert "1 backup opens without this passphrase" in words_of(privacy(house))
    tab_to("Show backups")
    enter()
    tab_to("Make them anew")
    enter()
    files = house.context.vault.files
    section = house.shell.page("settings")
    house.qtbot.waitUntil(lambda: "1 copy was made before" not in words_of(section), timeout=LONG_MS)
    assert backups(files)[0].locked
    assert "opens without this passphrase" not in words_of(privacy(house))


def test_a_change_asks_for_the_old_one_and_only_the_new_one_opens(house: House, code: str) -> None:
    tab_to("Change")
    enter()
    prove(house)
    wait_for(house, "A new passphrase")
    choose(OTHER)
    wait_for(house, "On. If passphrase and recovery kit are both lost")
    house.close()
    with pytest.raises(WrongSecretError):
        opens_with(house.profile, WORDS)
    assert opens_with(house.profile, OTHER)
    assert opens_with(house.profile, code, SecretKind.RECOVERY)


def test_the_wrong_one_changes_nothing_and_can_be_left(house: House, code: str) -> None:
    tab_to("Remove")
    enter()
    prove(house, OTHER)
    wait_for(house, "That does not open your notes.")
    press(Qt.Key.Key_Escape)
    assert house.shell.findChild(AskAgain) is None or not house.shell.covers.covered
    assert focused().accessibleName() == "Remove"
    assert house.context.vault.protected


def test_the_code_of_the_kit_proves_it_too(house: House, code: str) -> None:
    tab_to("Change")
    enter()
    tab_to("Use the recovery kit")
    enter()
    type_in(code)
    enter()
    wait_for(house, "A new passphrase")


def test_removing_says_what_follows_and_lets_anyone_in(house: House, code: str) -> None:
    tab_to("Remove")
    enter()
    prove(house)
    wait_for(house, "Then anyone who uses your account on this computer can open your notes.")
    assert focused().accessibleName() == "Keep the passphrase"
    tab_to("Remove it")
    enter()
    wait_for(house, "None. Anyone who uses your account")
    house.close()
    open_vault(house.profile).close()


def test_a_new_kit_ends_the_old_one(house: House, code: str) -> None:
    tab_to("Make a new one")
    enter()
    prove(house)
    newer = code_on_screen(house)
    tab_to("Later")
    enter()
    assert "not read back yet" in words_of(privacy(house))
    house.close()
    assert opens_with(house.profile, newer, SecretKind.RECOVERY)
    with pytest.raises(WrongSecretError):
        opens_with(house.profile, code, SecretKind.RECOVERY)


def test_while_groups_are_typed_none_can_be_read(house: House, code: str) -> None:
    tab_to("Make a new one")
    enter()
    prove(house)
    kit = shown_kit(house)
    whole = code_on_screen(house)
    tab_to(asked_for(house)[0])
    assert code_on_screen(house) == "-".join(["hidden while you type"] * 9)
    type_in("xxxx")
    tab_to("Later")
    assert code_on_screen(house) == whole
    assert "Not as on the page. Look once more." in words_of(kit)
    finish = next(one for one in kit.findChildren(MainButton) if one.label == "I have it, finish")
    assert not finish.isEnabled()


def test_a_kit_left_for_later_is_spoken_of_once_after_a_week(house: House, code: str) -> None:
    tab_to("Make a new one")
    enter()
    prove(house)
    shown_kit(house)
    tab_to("Later")
    enter()
    said = "Your recovery kit of 24 November was never read back."
    for days, wanted in ((6, False), (8, True), (9, False)):
        house.close()
        house.clock.stopped_at = house.clock.now().wall.replace(tzinfo=None) + timedelta(days=days)
        open_locked(house)
        unlock(house)
        assert (said in house.shell.line.text) is wanted


def test_ctrl_z_takes_no_key_back(house: House, code: str) -> None:
    tab_to("Change")
    enter()
    prove(house)
    wait_for(house, "A new passphrase")
    choose(OTHER)
    wait_for(house, "On. If passphrase and recovery kit are both lost")
    ctrl(Qt.Key.Key_Z)
    settle()
    house.close()
    assert opens_with(house.profile, OTHER)


def test_nothing_typed_stays_on_a_page_that_was_left(house: House, code: str) -> None:
    page = privacy(house)
    tab_to("Change")
    enter()
    prove(house)
    wait_for(house, "A new passphrase")
    type_in(OTHER)
    house.go("today")
    settle()
    assert "A new passphrase" not in words_of(privacy(house))
    assert page.isVisible()


def test_without_a_passphrase_asking_again_goes_straight_on(house: House) -> None:
    house.open()
    went: list[str] = []
    ask_again(house.context, "Before all is erased.", lambda: went.append("on"))
    assert went == ["on"]
    assert not house.shell.covers.covered


def test_the_question_says_why_and_help_keeps_it(house: House, code: str) -> None:
    went: list[str] = []
    ask_again(house.context, "Before all is erased.", lambda: went.append("on"))
    assert "Before all is erased." in words_of(house.window)
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_Escape)
    assert "Before all is erased." in words_of(house.window)
    prove(house)
    house.qtbot.waitUntil(lambda: went == ["on"], timeout=LONG_MS)
    assert not house.shell.covers.covered


def test_where_there_is_a_keychain_it_may_open_too_but_not_after_locking(
    house: House, keychain: Keychain
) -> None:
    protect(house.profile)
    open_locked(house)
    unlock(house)
    house.go(routes.PRIVACY)
    wait_for(house, NAME)
    tab_to(NAME)
    space()
    assert not house.context.vault.in_keychain, "the passphrase is asked for first"
    prove(house)
    house.qtbot.waitUntil(lambda: house.context.vault.in_keychain, timeout=LONG_MS)
    assert keychain.kept
    house.close()
    house.open()
    assert house.context.ready
    assert not house.shell.covers.covered
    house.close()
    house.make(sample=False, locked=True).show()
    house.qtbot.waitUntil(lambda: house.window.dressed and house.shell.covers.guard.lock is not None)
    house.activate(house.window)
    unlock(house)
    house.go(routes.PRIVACY)
    wait_for(house, NAME)
    tab_to(NAME)
    space()
    house.qtbot.waitUntil(lambda: not keychain.kept, timeout=LONG_MS)


@pytest.mark.usefixtures("no_keychain", "code")
def test_without_a_keychain_there_is_no_word_of_one(house: House) -> None:
    assert NAME not in words_of(house.window)
