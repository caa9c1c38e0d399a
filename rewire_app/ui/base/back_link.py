"""The link at the top left of a page that belongs to another: it says where it leads."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.ui.base.places import page_name
from rewire_app.ui.base.routes import Route
from rewire_app.ui.widgets.buttons import QuietButton


class BackLink(QuietButton):
    """Leads to `route`. `went(Route)`: it was pressed."""

    icon_size: ClassVar[int] = 18
    went = Signal(object)

    def __init__(self, route: Route, parent: QWidget | None = None) -> None:
        super().__init__(page_name(route.page), parent, icon="chevron-left")
        self._route = route
        self.clicked.connect(self._go)

    def lead_to(self, route: Route, words: str) -> None:
        """Lead to another place, which is called `words`."""
        self._route = route
        self.setText(words)

    def _go(self) -> None:
        self.went.emit(self._route)
