"""The application on macOS, whose desktop tells it which file a person opens.

It hears of that itself: a filter for it would look at every event of the whole program, and make a Python
object of whatever gets one, which PySide6 does not always survive while things are being deleted.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class OpeningApplication(QApplication):
    """`opened(Path)`: that file is to be opened by the program that runs."""

    opened = Signal(object)

    def event(self, event: QEvent) -> bool:
        """Hear of a file."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.opened.emit(Path(event.file()))
            return True
        return super().event(event)
