"""A real window for every test of the pages."""

from __future__ import annotations

import gc
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rewire_app.ui.widgets import spoken
from rewire_app.ui.widgets.theme import theme
from tests.ui.house import ELSEWHERE, House

_files = itertools.count()


@pytest.fixture(scope="module", autouse=True)
def _collected_between_files() -> None:
    """What earlier files left goes here, on this thread and while Qt does nothing: nowhere else.

    After every third of them: to look through all that lives takes half a second each time.
    """
    if next(_files) % 3 == 0:
        gc.unfreeze()  # a window that is closed with its process leaves what it kept for its session
        gc.collect()


@pytest.fixture(scope="module", autouse=True)
def _usual_look(qapp: QApplication) -> None:
    """Whatever look the file before has left: the order of files differs from run to run."""
    theme.use(qapp)
    spoken.install()


@pytest.fixture
def house(qtbot: QtBot, tmp_path: Path) -> Iterator[House]:
    """A profile of somebody who has been here before, with no entries; its window is closed at the end."""
    made = House(qtbot, tmp_path / "profile")
    made.prepare()
    yield made
    made.leave()


@pytest.fixture
def new_house(qtbot: QtBot, tmp_path: Path) -> Iterator[House]:
    """A profile nobody has used yet."""
    made = House(qtbot, tmp_path / "profile")
    yield made
    made.leave()


@pytest.fixture
def other_window(qtbot: QtBot) -> QWidget:
    """The window of another program, to look away to."""
    other = QWidget()
    other.setObjectName(ELSEWHERE)
    qtbot.addWidget(other)
    return other
