"""What every picture of Trends is as a widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from rewire_app.charts.spec import Table


class TrendsView(QWidget):
    """Shows what the `make` of its kind worked out. `go(Route)`: a route is asked for.

    `title`: what the picture is called where it is saved or shown as a table; empty where it is neither.
    `alone`: nothing stands beside it.
    """

    go = Signal(object)
    title = ""
    alone = False

    def show_made(self, made: Any) -> None:
        """Show it, in place of what was there."""

    def set_weekly(self, *, weekly: bool) -> None:
        """One point a week or one a day, where that is a choice."""

    def chart(self) -> QWidget | None:
        """The picture itself, to save or copy."""
        return None

    def table(self) -> Table | None:
        """The numbers of what is shown."""
        return None

    def second_table(self) -> tuple[str, Table] | None:
        """The name and the numbers of the other picture, where there are two."""
        return None
