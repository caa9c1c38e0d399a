"""The keys that work from anywhere in the window, and the letters of Today and the Journal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.keys import KEYS, pressed, register
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.covers import Covers
from rewire_app.ui.frame.pages import Pages
from rewire_app.ui.frame.routes import rail_items

if TYPE_CHECKING:
    from rewire_app.ui.base.hub import Hub
    from rewire_app.ui.frame.key_sheet import KeySheet

WITH_LETTERS = ("today", "journal")
"""The pages on which a letter leads on."""


class Keyboard(QObject):
    """Registers the keys on `window`; `go(Route)` leads on.

    A letter alone works only where it means something, so that elsewhere it is left to what has the focus,
    and nowhere if the person switched such keys off.
    """

    def __init__(
        self,
        context: Context,
        pages: Pages,
        covers: Covers,
        go: Callable[[Route], None],
        window: QWidget,
        *,
        hub: Callable[[], Hub],
    ) -> None:
        """`hub`: where what is in sight is taken back."""
        super().__init__(window)
        self._context, self._pages, self._covers, self._go = context, pages, covers, go
        self._sheet: KeySheet | None = None
        self._letters: list[QShortcut] = []
        self._on_days: list[QShortcut] = []
        acts: dict[str, Callable[[], object]] = {
            "help": partial(go, routes.HELP),
            "settings": partial(go, routes.SETTINGS),
            "search": partial(go, routes.FIND),
            "keys": partial(go, routes.KEYS),
            "undo": lambda: hub().undo(),
            "redo": lambda: hub().redo(),
            "begin": self._begin,
            "moment": self._moment,
            "moment_typing": self._moment_while_typing,
        }
        acts["night"] = lambda: go(routes.journal(self._day_in_sight(), "night"))
        acts["evening"] = lambda: go(routes.evening(self._day_in_sight()))
        for name, act in acts.items():
            made = register(name, window, act)
            self._letters += made if KEYS[name].alone else []
            self._on_days += made if KEYS[name].alone and name != "keys" else []
        for number, item in enumerate(rail_items()):
            register("pages", window, partial(go, Route(page=item.key)), only=number)
        pages.came.connect(self._look)
        covers.currentChanged.connect(self._look)
        context.preferences.changed.connect(self._look)
        self._look()

    def _look(self) -> None:
        """Let letters work where they mean something, if they may."""
        here = not self._covers.covered and self._pages.place.page in WITH_LETTERS
        for key in self._letters:
            key.setEnabled(self._context.settings.single_keys and (here or key not in self._on_days))

    def take(self, event: QKeyEvent) -> bool:
        """Do what a letter does from anywhere, if nothing that has the focus wanted it; False for another."""
        here = not self._covers.covered and self._context.settings.single_keys
        if not here or not pressed(event, "moment") or self._pages.place.page == "moment":
            return False
        self._moment()
        return True

    def _moment_while_typing(self) -> None:
        if not self._covers.covered and self._pages.place.page != "moment":
            self._moment()

    def _moment(self) -> None:
        """Note a moment of the day in sight."""
        self._go(routes.moment(self._day_in_sight()))

    def _begin(self) -> None:
        """Begin the practice that Today offers."""
        self._go(routes.TODAY)
        self._pages.today.press_main()

    def _day_in_sight(self) -> date:
        """The day of the Journal, where that is in sight; elsewhere today."""
        place = self._pages.place
        return date.fromisoformat(place.part) if place.page == "journal" else self._context.today

    # the sheet of all keys

    def show_sheet(self) -> None:
        """Lay the sheet over the page in sight, or put it away; an exercise waits under it."""
        covers = self._covers
        if self._sheet is not None:
            self._sheet.put_away()
            return
        if covers.stays:
            return
        from rewire_app.ui.frame.key_sheet import KeySheet

        before, covered = QApplication.focusWidget(), covers.covered
        sheet = KeySheet(self._pages, before, letters=self._context.settings.single_keys)
        covers.step_aside(sheet.lay_over)
        self._sheet = sheet
        self._sheet.closed.connect(partial(self._closed, covered=covered))

    def _closed(self, *, covered: bool) -> None:
        self._sheet = None
        if covered:
            self._covers.back()

    def put_sheet_away(self) -> None:
        """Close the sheet, if it is open."""
        if self._sheet is not None:
            self._sheet.put_away()
