"""A real window for every test of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.house import House


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
