"""By what the desktop knows the window: the name of the installed files, or nothing that says Rewire."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from rewire_app import app


@pytest.fixture(autouse=True)
def _named_as_before(qapp: QApplication) -> Iterator[None]:
    name, desktop = qapp.applicationName(), qapp.desktopFileName()
    yield
    qapp.setApplicationName(name)
    qapp.setDesktopFileName(desktop)


def test_the_window_belongs_to_the_entry_of_the_menu() -> None:
    app.application()
    assert QGuiApplication.desktopFileName() == "app.rewire.Rewire"


def test_a_neutral_window_belongs_to_nothing_that_names_rewire() -> None:
    app.application(neutral=True)
    assert QGuiApplication.desktopFileName() == ""
    assert "rewire" not in QApplication.applicationName().casefold()
