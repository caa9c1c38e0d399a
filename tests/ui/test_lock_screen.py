"""Notes with a passphrase open on a screen that says nothing of them: one can try, wait and get help."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.recovery_code import groups
from rewire_app.ui.base import routes
from rewire_app.ui.frame.return_place import keep_place
from rewire_app.ui.widgets.buttons import PaintedButton
from tests.ui.house import (
    House,
    ctrl,
    described,
    enter,
    focused,
    press,
    settle,
    tab_to,
    type_in,
    type_over,
    words_of,
)
from tests.ui.locked import LONG_MS, NOTE, WORDS, lock_of, open_locked, protect, unlock

WRONG = "four other words here"


@pytest.fixture
def code(house: House) -> str:
    """The code of the recovery kit of a locked profile."""
    return protect(house.profile)


def everything_told(window: QWidget) -> str:
    """All that can be read or heard anywhere in the window, hidden or not."""
    told = [window.windowTitle()]
    for part in window.findChildren(QWidget):
        told += [part.accessibleName(), part.accessibleDescription()]
        told += [part.text()] if isinstance(part, QLabel | QLineEdit) else []
    return "\n".join(told)


def try_wrong(house: House, text: str = WRONG) -> None:
    """Try something that does not open, until that is said."""
    form = lock_of(house).form
    house.qtbot.waitUntil(lambda: not form.waits, timeout=LONG_MS)
    type_over(text)
    enter()
    house.qtbot.waitUntil(lambda: form.waits, timeout=LONG_MS)
    settle()


def test_it_says_nothing_of_the_notes_or_the_person(house: House, code: str) -> None:
    shown = open_locked(house)
    assert "Locked" in words_of(shown)
    assert "Nothing you wrote is in this window now." in words_of(shown)
    told = everything_told(house.window)
    assert NOTE not in told
    assert str(house.profile) not in told
    assert not house.context.ready
    assert house.window.windowTitle() == "Rewire"


def test_the_keyboard_is_in_the_field_and_enter_opens(house: House, code: str) -> None:
    open_locked(house)
    assert focused().accessibleName() == "Passphrase"
    unlock(house)
    assert house.shell.page("today").isVisible()
    assert house.shell.covers.guard.lock is None
    assert [one.note for one in house.store.practices.recent(9)] == [NOTE]
    house.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    enter()
    assert house.player, "Enter is the main button of Today"


def test_it_opens_at_the_page_that_was_left(house: House) -> None:
    house.prepare(page="journal")
    protect(house.profile)
    open_locked(house)
    unlock(house)
    house.qtbot.waitUntil(lambda: house.shell.pages.place.page == "journal")
    assert house.shell.page("journal").isVisible()
    assert not house.shell.covers.covered


def test_a_wrong_passphrase_is_said_and_stays_selected_on_the_same_screen(house: House, code: str) -> None:
    shown = open_locked(house)
    try_wrong(house)
    assert lock_of(house) is shown
    assert "That passphrase did not open it. Your notes are as they were." in words_of(shown)
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == field.selectedText() == WRONG
    assert "That passphrase did not open it." in described(field)
    house.qtbot.waitUntil(lambda: not shown.form.waits)
    unlock(house)


def test_after_each_wrong_try_the_wait_is_told_in_seconds_and_longer(house: House, code: str) -> None:
    form = open_locked(house).form
    try_wrong(house)
    assert form.waiting == "You can try again in 1 second."
    try_wrong(house)
    assert form.waiting == "You can try again in 2 seconds."
    assert not form.go.isEnabled()
    given: list[object] = []
    form.given.connect(given.append)
    type_over(WORDS)
    enter()
    assert given == [], "Enter waits as well"
    house.qtbot.waitUntil(lambda: form.waiting == "You can try again in 1 second.")
    house.qtbot.waitUntil(form.go.isEnabled)
    assert form.waiting == ""


def test_while_it_opens_the_window_lives_and_a_second_enter_does_nothing(house: House, code: str) -> None:
    form = open_locked(house).form
    given: list[object] = []
    form.given.connect(given.append)
    type_in(WORDS)
    with house.qtbot.waitSignal(house.shell.ready, timeout=LONG_MS):
        enter()
        assert "Opening" in words_of(house.window)
        enter()
        press(Qt.Key.Key_F1)
        assert house.shell.page("help").isVisible(), "the window answers meanwhile"
    assert len(given) == 1
    assert house.shell.page("help").isVisible()
    assert house.shell.covers.guard.lock is None


def test_nothing_typed_is_no_try(house: House, code: str) -> None:
    form = open_locked(house).form
    enter()
    assert "Type your passphrase first." in words_of(form)
    assert not form.waits


def test_the_recovery_kit_opens_and_leads_to_a_new_passphrase(house: House, code: str) -> None:
    open_locked(house)
    tab_to("Use the recovery kit")
    enter()
    assert focused().accessibleName() == "The code of your recovery kit"
    type_in(" ".join(groups(code)).lower())
    with house.qtbot.waitSignal(house.shell.ready, timeout=LONG_MS):
        enter()
    settle()
    assert house.shell.pages.place == routes.PRIVACY
    assert "You opened your notes with the recovery kit." in words_of(house.shell.page("settings"))
    assert focused().accessibleName() == "New passphrase"


def test_a_new_passphrase_comes_before_the_place_that_was_left(house: House) -> None:
    house.open()
    keep_place(house.context, routes.TRENDS, house.shell.covers)
    house.close()
    code = protect(house.profile)
    open_locked(house)
    tab_to("Use the recovery kit")
    enter()
    type_in(code)
    with house.qtbot.waitSignal(house.shell.ready, timeout=LONG_MS):
        enter()
    settle()
    assert house.shell.pages.place == routes.PRIVACY
    assert focused().accessibleName() == "New passphrase"


def test_a_slip_in_the_code_is_told_at_once_and_costs_no_wait(house: House, code: str) -> None:
    form = open_locked(house).form
    tab_to("Use the recovery kit")
    enter()
    type_in("".join(groups(code)[:8]) + "I222")
    enter()
    assert "Group 9 has a character that no code has" in words_of(form)
    assert not form.waits
    type_over("".join(groups(code)[:8]))
    enter()
    assert "A code has 36: nine groups of four." in words_of(form)
    tab_to("Use the passphrase")
    enter()
    unlock(house)


def test_help_is_there_by_button_and_key_and_leads_back(house: House, code: str) -> None:
    shown = open_locked(house)
    type_in("half of it")
    tab_to("Help now")
    enter()
    assert house.shell.page("help").isVisible()
    assert "Let’s slow this down" in words_of(house.shell.page("help"))
    press(Qt.Key.Key_Escape)
    assert shown.isVisible()
    assert shown.form.passphrase.value() == "half of it"
    press(Qt.Key.Key_F1)
    assert house.shell.page("help").isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_Comma])
def test_no_key_leads_past_it(key: Qt.Key, house: House, code: str) -> None:
    shown = open_locked(house)
    ctrl(key)
    ctrl(Qt.Key.Key_Z)
    assert shown.isVisible()
    press(Qt.Key.Key_F1)
    ctrl(key)
    assert shown.isVisible()
    assert not house.context.ready


def test_what_is_typed_is_hidden_until_the_person_looks(house: House, code: str) -> None:
    shown = open_locked(house)
    type_in(WORDS)
    line = shown.form.passphrase.line
    assert line.echoMode() is QLineEdit.EchoMode.Password
    assert WORDS not in line.displayText()
    tab_to("Show what is typed: Passphrase")
    enter()
    assert line.displayText() == WORDS
    tab_to("Hide what is typed: Passphrase")


@pytest.mark.parametrize(
    ("letter", "shift", "on"),
    [("A", False, True), ("a", False, False), ("a", True, True), ("A", True, False)],
)
def test_caps_lock_is_told_where_a_key_shows_it(
    letter: str, shift: bool, on: bool, house: House, code: str
) -> None:
    shown = open_locked(house)
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(focused(), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, held, letter))
    assert ("Caps Lock is on." in words_of(shown)) is on
    if on:
        QApplication.sendEvent(
            focused(), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_CapsLock, Qt.KeyboardModifier.NoModifier)
        )
        assert "Caps Lock is on." not in words_of(shown)


def test_damaged_keys_and_damaged_notes_have_words_of_their_own(house: House, code: str) -> None:
    files = ProfileFiles(house.profile)
    whole = {path: path.read_bytes() for path in (files.keys, files.spare_keys, files.db)}
    for path in (files.keys, files.spare_keys):
        path.write_bytes(b"noise")
    house.open_refused()
    keys = words_of(house.shell.refusal or house.window)
    assert "The key to your notes cannot be read" in keys
    house.close()
    for path, content in whole.items():
        path.write_bytes(content)
    files.db.write_bytes(whole[files.db][:100] + bytes(100) + whole[files.db][200:])
    open_locked(house)
    type_in(WORDS)
    enter()
    house.qtbot.waitUntil(lambda: house.shell.refusal is not None, timeout=LONG_MS)
    settle()
    notes = words_of(house.shell.refusal or house.window)
    assert "Part of your notes cannot be read" in notes
    assert "passphrase" not in notes


@pytest.mark.parametrize("size", [(640, 420), (900, 600), (1200, 800)])
def test_all_of_it_is_in_sight_or_scrolls_there(size: tuple[int, int], house: House, code: str) -> None:
    shown = open_locked(house)
    house.window.resize(*size)
    settle()
    for name in ("Open", "Use the recovery kit", "Help now"):
        tab_to(name)
        button = next(one for one in shown.findChildren(PaintedButton) if one.accessibleName() == name)
        assert button.visibleRegion().boundingRect() == button.rect()
