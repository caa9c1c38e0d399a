"""One key, and an empty sheet called Notes is in the place of Rewire; the same key leads back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QTextEdit

from rewire_app.ui.base import routes
from rewire_app.ui.journal.note_card import NoteCard
from tests.ui.house import House, press, settle, type_in, words_of

F12, ESC, F1 = Qt.Key.Key_F12, Qt.Key.Key_Escape, Qt.Key.Key_F1
SECRET = "heard it twice"


@pytest.fixture(autouse=True)
def _own_dialogs() -> Iterator[None]:
    """Dialogs as the program has them."""
    before = QApplication.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, before)


def strike(*keys: Qt.Key) -> None:
    """Press keys as the system hands them over: to the window in front, whatever has the focus in it."""
    for key in keys:
        front = QGuiApplication.focusWindow()
        assert front is not None
        QTest.keyClick(front, key)
    settle()


def hidden(house: House) -> bool:
    """Whether nothing of Rewire can be seen or read: no other window, no word, no page."""
    window = house.window
    beside = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
    sheet = window.hiding.sheet
    return (
        not beside
        and window.windowTitle() == "Notes"
        and not window.windowIcon().isNull()
        and not words_of(window)
        and not house.shell.isVisible()
        and sheet is not None
        and sheet.isVisible()
        and sheet.geometry() == window.rect()
    )


def test_the_key_shows_a_sheet_and_nothing_of_rewire(house: House) -> None:
    house.open()
    house.go(routes.JOURNAL)
    strike(F12)
    assert hidden(house)


def test_the_picture_changes_before_the_key_is_let_go(house: House) -> None:
    """What is painted is the sheet already while the press is still being handled: no turn comes between."""
    house.open()
    before = house.window.grab().toImage()
    painted: list[bool] = []
    house.window.hiding.hidden.connect(lambda: painted.append(hidden(house)))
    front = QGuiApplication.focusWindow()
    assert front is not None
    QTest.keyPress(front, F12)
    assert painted == [True]
    QTest.keyRelease(front, F12)
    after = house.window.grab().toImage()
    middle = after.pixelColor(after.width() // 2, after.height() // 2)
    colours = {QColor(after.pixelColor(x, 400)).name() for x in range(20, after.width() - 20, 7)}
    assert colours == {middle.name()}
    assert before != after


@pytest.mark.parametrize("key", [F12, ESC])
def test_the_same_way_leads_back_to_where_one_was(key: Qt.Key, house: House) -> None:
    house.open()
    house.go(routes.JOURNAL)
    note = house.window.findChild(NoteCard).findChild(QTextEdit)
    note.setFocus()
    type_in(SECRET)
    times = 3 if key is ESC else 1
    strike(*[key] * times)
    assert hidden(house)
    strike(*[key] * times)
    assert house.window.hiding.sheet is None
    assert house.window.windowTitle() == "Rewire"
    assert house.shell.isVisible()
    assert house.shell.page("journal").isVisible()
    assert QApplication.focusWidget() is not None
    assert SECRET in [one.toPlainText() for one in house.window.findChildren(QTextEdit)]


def test_what_is_written_on_the_sheet_is_kept_nowhere(house: House) -> None:
    house.open()
    strike(F12)
    sheet = house.window.hiding.sheet
    assert sheet is not None
    QTest.keyClicks(sheet, "milk, bread")
    assert sheet.toPlainText() == "milk, bread"
    strike(F12, F12)
    assert hidden(house)
    again = house.window.hiding.sheet
    assert again is not None
    assert again.toPlainText() == ""


def test_two_presses_of_esc_do_what_they_did_and_three_slow_ones_hide_nothing(house: House) -> None:
    house.open()
    seconds = [0.0]
    house.window.seclusion.watch.seconds = lambda: seconds[0]
    house.go(routes.library("L07"))
    for _time in range(5):
        strike(ESC)
        seconds[0] += 0.6
    assert house.window.hiding.sheet is None
    assert not house.shell.page("library").part, "the first Esc leads up from the article"


def test_another_key_between_begins_the_count_anew(house: House) -> None:
    house.open()
    strike(ESC, ESC, Qt.Key.Key_Tab, ESC)
    assert house.window.hiding.sheet is None


@pytest.mark.parametrize("chosen", ["F9", "F8", "Pause"])
def test_another_key_can_be_chosen(chosen: str, house: House) -> None:
    house.prepare(hide_key=chosen)
    house.open()
    strike(F12)
    assert house.window.hiding.sheet is None
    strike(getattr(Qt.Key, f"Key_{chosen}"))
    assert hidden(house)


def test_without_a_key_esc_still_hides(house: House) -> None:
    house.prepare(hide_key="off")
    house.open()
    strike(F12)
    assert house.window.hiding.sheet is None
    strike(ESC, ESC, ESC)
    assert hidden(house)


@pytest.mark.parametrize("kind", ["box", "file"])
def test_a_dialog_that_holds_all_else_up_is_closed_and_what_called_it_goes_on(
    kind: str, house: House
) -> None:
    house.open()
    seen: list[bool] = []

    def press_when_open() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or QGuiApplication.focusWindow() is not dialog.windowHandle():
            return
        looking.stop()
        strike(F12)
        seen.append(hidden(house))

    looking = QTimer(house.window)
    looking.timeout.connect(press_when_open)
    looking.start(1)
    if kind == "box":
        box = QMessageBox(house.window)
        box.setText(SECRET)
        answer: object = box.exec()
        assert answer in (QMessageBox.StandardButton.Cancel, 0)
    else:
        answer = QFileDialog.getOpenFileName(house.window)[0]
        assert answer == ""
    assert seen == [True]
    house.expect_windows()
    strike(F12)
    assert house.shell.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_menu_is_closed_as_well(house: House) -> None:
    window = house.open()
    menu = QMenu(window)
    menu.addAction(SECRET)
    menu.popup(window.mapToGlobal(window.rect().center()))
    settle()
    strike(F12)
    assert hidden(house)
    assert not menu.isVisible()


def test_esc_three_times_in_an_exercise_loses_nothing(house: House) -> None:
    house.open()
    player = house.play("d-stop")
    press(Qt.Key.Key_7, Qt.Key.Key_Return)
    assert player.save()
    before = house.store.runs.load()
    assert before is not None
    strike(ESC, ESC, ESC)
    assert hidden(house)
    assert house.store.runs.load() == before


def test_help_is_a_key_away_from_the_sheet(house: House) -> None:
    house.open()
    strike(F12)
    strike(F1)
    assert house.window.hiding.sheet is None
    assert house.shell.page("help").isVisible()


def test_closing_the_sheet_saves_and_closes_rewire(house: House) -> None:
    house.open()
    house.go(routes.JOURNAL)
    house.window.findChild(NoteCard).findChild(QTextEdit).setFocus()
    type_in(SECRET)
    strike(F12)
    house.window.close()
    assert not house.window.isVisible()
    assert [note.text for note in house.store.notes.for_day(house.context.today)] == [SECRET]


def test_a_window_that_begins_hidden_stays_so_until_the_key(house: House) -> None:
    window = house.make(sample=False, hidden=True)
    with house.qtbot.waitSignal(window.ready, timeout=20_000):
        window.show()
    house.activate(window)
    assert hidden(house)
    strike(F12)
    assert house.shell.isVisible()
    assert house.shell.page("today").isVisible()
    assert window.windowTitle() == "Rewire"


def test_a_neutral_title_can_be_chosen_and_is_kept_after_hiding(house: House) -> None:
    window = house.open()
    house.context.preferences.put(neutral_title=True)
    assert window.windowTitle() == "Notes"
    strike(F12, F12)
    assert window.windowTitle() == "Notes"
    assert house.shell.isVisible()
    house.context.preferences.put(neutral_title=False)
    assert window.windowTitle() == "Rewire"
