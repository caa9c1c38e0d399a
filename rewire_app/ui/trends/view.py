"""What every picture of Trends is as a widget."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class TrendsView(QWidget):
    """Shows what the `make` of its kind worked out. `go(Route)`: a route is asked for."""

    go = Signal(object)

    def show_made(self, made: Any) -> None:
        """Show it, in place of what was there."""

    def set_weekly(self, *, weekly: bool) -> None:
        """One point a week or one a day, where that is a choice."""
