"""The line to choose a number on: untouched is not noted, keys and mouse choose, what was before stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rewire_app.ui.widgets.slide import Slide

RIGHT, LEFT = Qt.Key.Key_Right, Qt.Key.Key_Left
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown(qtbot: QtBot, *, top: int = 100, before: int | None = None) -> Slide:
    slide = Slide("How likely is that", "never", "certain", top=top, before=before)
    qtbot.addWidget(slide)
    slide.resize(424, slide.sizeHint().height())
    slide.show()
    return slide


def test_what_nobody_touched_is_not_noted(qtbot: QtBot) -> None:
    slide = shown(qtbot)
    assert slide.value() is None
    assert slide.spoken_words() == "not noted. 0%, never. 100%, certain"


def test_arrows_move_by_five_shift_by_one_and_delete_takes_it_back(qtbot: QtBot) -> None:
    slide = shown(qtbot)
    said: list[object] = []
    slide.changed.connect(said.append)
    for key in (RIGHT, RIGHT, Qt.Key.Key_End, LEFT):
        QTest.keyClick(slide, key)
    QTest.keyClick(slide, RIGHT, SHIFT)
    QTest.keyClick(slide, Qt.Key.Key_Delete)
    assert said == [50, 55, 100, 95, 96, None]


def test_digits_say_the_number_and_one_above_the_scale_begins_anew(qtbot: QtBot) -> None:
    slide = shown(qtbot)
    said: list[object] = []
    slide.changed.connect(said.append)
    QTest.keyClicks(slide, "739100")
    assert said == [7, 73, 9, 91, 0]
    ten = shown(qtbot, top=10)
    QTest.keyClicks(ten, "10")
    assert ten.value() == 10


def test_the_first_press_stands_where_it_was_before(qtbot: QtBot) -> None:
    slide = shown(qtbot, before=70)
    QTest.keyClick(slide, LEFT)
    assert slide.value() == 70
    assert slide.spoken_words().startswith("70%. before 70%")


@pytest.mark.parametrize(("top", "x", "value"), [(100, 12, 0), (100, 292, 70), (100, 412, 100), (10, 292, 7)])
def test_a_click_chooses_the_nearest_mark(top: int, x: int, value: int, qtbot: QtBot) -> None:
    slide = shown(qtbot, top=top)
    QTest.mouseClick(slide, Qt.MouseButton.LeftButton, pos=QPoint(x, slide.height() // 2))
    assert slide.value() == value


def test_from_right_to_left_the_arrows_and_the_line_turn_round(qtbot: QtBot) -> None:
    slide = shown(qtbot)
    slide.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.mouseClick(slide, Qt.MouseButton.LeftButton, pos=QPoint(12, slide.height() // 2))
    assert slide.value() == 100
    QTest.keyClick(slide, RIGHT)
    assert slide.value() == 95
