"""Qt calls give back every reference they take: PySide6 6.12.0 does not, and ends a program on Python 3.11.

Each call that returns nothing dropped one reference to None there; after some 5,000 calls the process ended.
A short test run does not notice, so this guard counts. From Python 3.12 on None is never freed.
"""

from __future__ import annotations

import sys

import pytest
from pytestqt.qtbot import QtBot

CALLS = 2_000
SLACK = 100


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_qt_calls_do_not_eat_references_to_none(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert sys.getrefcount(None) - before > -SLACK


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal from Python 3.12 on")
def test_signals_do_not_eat_references_to_true(qtbot: QtBot) -> None:
    from PySide6.QtCore import QObject, Signal

    class Bell(QObject):
        rung = Signal()

    bell = Bell()
    before = sys.getrefcount(True)
    for _number in range(CALLS):
        bell.rung.emit()
    assert sys.getrefcount(True) - before > -SLACK
