"""Around the pages: rail, focus ring, undo strip, sheet and notice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from rewire_app.ui.widgets.buttons import MainButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.focus_ring import FocusRing
from rewire_app.ui.widgets.rail import Rail, RailButton, RailItem
from rewire_app.ui.widgets.room import RailForm
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.undo_strip import StripOffer, UndoStrip

ITEMS = [RailItem(key=key, text=key.title(), icon=key) for key in ("today", "practice", "journal")]
Window = Callable[..., QWidget]


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    windows: list[QWidget] = []

    def make(*parts: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        for part in parts:
            column.addWidget(part)
        window.resize(600, 500)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return make


def test_the_rail_asks_for_the_page_that_was_chosen(window: Window, qtbot: QtBot) -> None:
    rail = Rail(ITEMS)
    window(rail)
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    for button in rail.findChildren(RailButton):
        button.click()
    rail.help.click()
    assert chosen == ["today", "practice", "journal", "settings", "help"]


def test_up_and_down_walk_the_rail_and_enter_goes(window: Window) -> None:
    rail = Rail(ITEMS)
    window(rail)
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    buttons = rail.findChildren(RailButton)
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_Down)
    assert buttons[1].hasFocus()
    QTest.keyClick(buttons[1], Qt.Key.Key_Return)
    assert chosen == ["practice"]
    QTest.keyClick(buttons[1], Qt.Key.Key_Up)
    QTest.keyClick(buttons[0], Qt.Key.Key_Up)
    assert rail.help.hasFocus()


def test_the_page_on_screen_is_marked_for_eyes_and_screen_readers(window: Window) -> None:
    rail = Rail(ITEMS)
    window(rail)
    rail.set_current("journal")
    here = [button.key for button in rail.findChildren(RailButton) if button.isChecked()]
    assert here == ["journal"]
    assert "this page is open" in [b.accessibleDescription() for b in rail.findChildren(RailButton)]


def test_the_narrow_rail_keeps_its_words(window: Window) -> None:
    rail = Rail(ITEMS)
    window(rail)
    wide = rail.width()
    rail.set_form(RailForm.MINI)
    assert rail.width() == 84 < wide
    assert all(button.label for button in rail.findChildren(RailButton))


def test_the_ring_comes_with_tab_and_not_with_the_mouse(window: Window) -> None:
    first, second = MainButton("Begin"), SecondButton("Change")
    parent = window(first, second)
    ring = FocusRing(parent)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring.target is None
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert ring.target is second
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring.target is None


def test_no_ring_comes_when_a_click_leads_elsewhere(window: Window) -> None:
    first, second = MainButton("Begin"), SecondButton("Change")
    parent = window(first, second)
    ring = FocusRing(parent)
    first.clicked.connect(lambda: second.setFocus(Qt.FocusReason.TabFocusReason))
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is second
    assert ring.target is None
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert ring.target is second


def test_the_ring_comes_where_enter_in_a_field_leads(window: Window) -> None:
    field, button = Field("Search"), SecondButton("First")
    parent = window(field, button)
    ring = FocusRing(parent)
    field.line.returnPressed.connect(lambda: button.setFocus(Qt.FocusReason.TabFocusReason))
    QTest.mouseClick(field.line, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field.line, "words")
    assert ring.target is None
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert ring.target is button


def test_the_ring_goes_around_all_segments_and_not_around_the_border_of_one(window: Window) -> None:
    button, ways = MainButton("Begin"), Segmented([("a", "One"), ("b", "Two")])
    parent = window(button, ways)
    ring = FocusRing(parent)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Tab)
    before = ring.geometry()
    assert before == ways.geometry().adjusted(-4, -4, 4, 4)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert (ways.value(), ring.geometry()) == ("b", before)


def test_the_ring_goes_around_the_box_of_a_field(window: Window) -> None:
    button, field = MainButton("Begin"), Field("Search")
    parent = window(button, field)
    ring = FocusRing(parent)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Tab)
    top_left = field.frame.mapTo(parent, field.frame.rect().topLeft())
    assert ring.geometry().topLeft() == top_left - type(top_left)(4, 4)


def test_the_ring_follows_a_widget_that_is_scrolled(window: Window) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    buttons = [SecondButton(f"Row {number}") for number in range(30)]
    for button in buttons:
        column.addWidget(button)
    scroll = PageScroll(content)
    parent = window(scroll)
    ring = FocusRing(parent)
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_Tab)
    before = ring.y()
    scroll.verticalScrollBar().setValue(20)
    assert ring.y() == before - 20


def test_the_focus_is_brought_into_sight(window: Window) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    buttons = [SecondButton(f"Row {number}") for number in range(30)]
    for button in buttons:
        column.addWidget(button)
    scroll = PageScroll(content)
    window(scroll)
    buttons[-1].setFocus()
    assert not buttons[-1].visibleRegion().isEmpty()


def test_a_card_that_opens_is_one_target(window: Window, qtbot: QtBot) -> None:
    card = Card(clickable=True, name="Paced breathing")
    window(card)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(card.clicked):
            QTest.keyClick(card, key)
    with qtbot.waitSignal(card.clicked):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)


def offered(acted: list[str], keys: str = "") -> StripOffer:
    return StripOffer(lead="Stress 5 of 10", action="Undo", keys=keys, act=lambda: acted.append("undone"))


def test_the_strip_offers_to_take_back_and_goes_once_nothing_more_is_said(window: Window) -> None:
    strip, acted = UndoStrip(), list[str]()
    window(strip)
    strip.offer(offered(acted))
    assert strip.text == "Stress 5 of 10"
    strip.button.click()
    assert acted == ["undone"]
    assert not strip.isVisible()


def test_what_cannot_be_undone_is_only_said(window: Window) -> None:
    strip = UndoStrip()
    window(strip)
    strip.say("This could not be saved. The disk may be full.")
    assert not strip.button.isVisible()
    assert strip.text.startswith("This could not be saved")


def test_the_strip_stays_while_it_has_the_focus(window: Window, qtbot: QtBot) -> None:
    QCursor.setPos(799, 1)  # the mouse holds the strip too
    other, strip = MainButton("Begin"), UndoStrip()
    window(other, strip)
    strip.offer(offered([]))
    [timer] = strip.findChildren(QTimer)
    timer.setInterval(1)
    strip.button.setFocus()
    timer.start()
    qtbot.waitUntil(lambda: not timer.isActive())
    assert strip.isVisible()
    other.setFocus()
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_a_long_sentence_stays_until_a_slow_reader_is_through(window: Window) -> None:
    strip = UndoStrip()
    window(strip)
    [timer] = strip.findChildren(QTimer)
    strip.say("Saved.")
    assert timer.interval() == 8_000
    strip.say(" ".join(["word"] * 40))
    assert timer.interval() == 20_000


def test_esc_sends_the_strip_away_and_gives_the_focus_back(window: Window) -> None:
    other, strip = MainButton("Begin"), UndoStrip()
    window(other, strip)
    other.setFocus()
    strip.offer(offered([]))
    strip.close_button.setFocus()
    QTest.keyClick(strip.close_button, Qt.Key.Key_Escape)
    assert not strip.isVisible()
    assert other.hasFocus()


def test_the_focus_is_not_given_back_to_what_is_gone(window: Window) -> None:
    other, strip = MainButton("Begin"), UndoStrip()
    window(other, strip)
    other.setFocus()
    strip.offer(offered([]))
    strip.close_button.setFocus()
    delete(other)
    QTest.keyClick(strip.close_button, Qt.Key.Key_Escape)
    assert not strip.isVisible()


def test_a_narrow_strip_leaves_out_the_keys_and_breaks_its_words(window: Window) -> None:
    strip = UndoStrip()
    wide = window(strip)
    wide.resize(900, 300)
    strip.offer(offered([], keys="Ctrl+Z"))
    roomy = strip.button.sizeHint().width()
    assert strip.button.accessibleDescription() == "Ctrl+Z"
    wide.resize(340, 300)
    assert strip.button.sizeHint().width() < roomy
    strip.say("The disk is full, so the last change was not saved. " * 4)
    assert strip.heightForWidth(300) > strip.heightForWidth(900) >= 64


def test_buttons_are_pressed_by_enter_and_space(window: Window, qtbot: QtBot) -> None:
    button = SecondButton("Change & keep")
    row = QWidget()
    QHBoxLayout(row).addWidget(button)
    window(row)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, key)
    assert button.accessibleName() == "Change & keep"
