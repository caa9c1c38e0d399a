"""The switch between a day of the journal, the month, the list of all entries and the search."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route
from rewire_app.ui.widgets.choices import Segmented

DAY, MONTH, LIST, SEARCH = "day", "month", "list", "search"
"""The ways, in the order of the switch."""
AT = "switch"
"""Where a route leads whose way is chosen by the keyboard: it stays on the switch."""


class JournalSwitch(Segmented):
    """Shows the way `here`. `went(Route)`: another is wanted, around the day that `day` tells."""

    went = Signal(object)

    def __init__(self, here: str, day: Callable[[], date]) -> None:
        ways = ((DAY, _("Day")), (MONTH, _("Month")), (LIST, _("List")), (SEARCH, _("Search")))
        super().__init__(ways, name=_("Ways through the journal"))
        self._here, self._day = here, day
        self.set_value(here)
        self.changed.connect(self._go)

    def stand(self, here: str) -> None:
        """Show another way as the one that is in sight."""
        self._here = here
        self.set_value(here)

    def _go(self, way: object) -> None:
        if way != self._here:
            self.set_value(self._here)  # what is in sight, until the other is there
            QTimer.singleShot(0, self, lambda: self.went.emit(self._route(str(way))))  # after the key

    def _route(self, way: str) -> Route:
        if way == DAY:
            return routes.journal(self._day())
        route = routes.month(self._day()) if way == MONTH else routes.finding(way)
        held = self.isAncestorOf(self.window().focusWidget() or self.window())
        return replace(route, at=AT) if held else route
