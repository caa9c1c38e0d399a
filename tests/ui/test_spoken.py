"""What stands between a widget and a screen reader: it lives and ends with its widget."""

from __future__ import annotations

import gc

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.spoken import SpokenValue
from rewire_app.ui.widgets.text import Heading
from tests.ui.house import House, described, settle


def spoken(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def everything(of: QAccessibleInterface) -> int:
    """How many things are told of in `of`, each asked for all it says."""
    of.role(), of.state(), of.text(QAccessible.Text.Name), of.text(QAccessible.Text.Description)
    children = [of.child(number) for number in range(of.childCount())]
    return 1 + sum(everything(child) for child in children if child is not None)


def values() -> int:
    """How many numbers there are to be told."""
    gc.collect()
    return sum(isinstance(one, SpokenValue) for one in gc.get_objects())


def test_what_tells_a_value_goes_with_its_widget(qtbot: QtBot) -> None:
    first = Heading("Words")
    qtbot.addWidget(first)
    spoken(first)  # what told of widgets that went before goes now
    before, rating = values(), Rating()
    spoken(rating)
    assert values() == before + 1
    rating.deleteLater()
    settle()
    other = Heading("Words")
    qtbot.addWidget(other)
    spoken(other)
    assert values() <= before


def test_a_rating_without_a_value_stands_at_its_least_and_says_there_is_none(qtbot: QtBot) -> None:
    rating = Rating("calm", "tense")
    qtbot.addWidget(rating)
    number = spoken(rating).valueInterface()
    assert number is not None
    assert (number.currentValue(), number.maximumValue()) == (0, 10)
    assert described(rating).startswith("not noted yet")
    number.setCurrentValue(6.0)
    assert rating.value() == 6


def test_all_is_told_anew_after_the_notes_were_closed_and_opened(house: House) -> None:
    window = house.open()
    house.go("journal")
    before = everything(spoken(window))
    assert house.shell.close_session()
    settle()
    with house.qtbot.waitSignal(window.ready, timeout=20_000):
        house.shell.open_session(house.profile)
    house.go("journal")
    assert everything(spoken(window)) == before > 50
