"""A row that is one target is pressed by a left click inside, by Enter and by Space, and by nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rewire_app.ui.widgets.rows import OpenRow


@pytest.fixture
def presses(qtbot: QtBot) -> tuple[OpenRow, list[int]]:
    """A row in a window, and one entry for each press of it."""
    row = OpenRow("b-paced", "Paced breathing", "Slow breaths out")
    qtbot.addWidget(row)
    row.resize(400, 70)
    row.show()
    told: list[int] = []
    row.clicked.connect(lambda: told.append(1))
    return row, told


def test_a_click_enter_and_space_press_it(presses: tuple[OpenRow, list[int]]) -> None:
    row, told = presses
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(row, key)
    assert len(told) == 4


def test_another_button_another_key_or_a_click_that_slips_away_do_not(
    presses: tuple[OpenRow, list[int]],
) -> None:
    row, told = presses
    QTest.mouseClick(row, Qt.MouseButton.RightButton)
    QTest.keyClick(row, Qt.Key.Key_A)
    QTest.mousePress(row, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(-20, 200))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton)  # the press began elsewhere
    assert told == []
