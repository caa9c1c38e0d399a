"""What else can be done with one thing, as a small menu over the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.popover import Popover

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ActMenu(Popover):
    """Up and Down go through it, Enter does what has the focus, Esc closes it."""

    def __init__(self, page: QWidget, *, name: str) -> None:
        super().__init__(page, name=name, padding=(8, 8))
        self._buttons: list[QuietButton] = []
        self.closed.connect(self.deleteLater)

    @property
    def first(self) -> QuietButton | None:
        """What has the focus when it opens."""
        return self._buttons[0] if self._buttons else None

    def offer(self, words: str, icon: str, act: Callable[[], object]) -> QuietButton:
        """One more thing to do; returns its button."""
        button = QuietButton(words, icon=icon)
        button.clicked.connect(lambda: self._do(act))
        self.body.addWidget(button)
        self._buttons.append(button)
        return button

    def open_beside(self, at: QPoint) -> None:
        """Open at the point `at` of the screen."""
        page = self.parentWidget()
        assert page is not None, "a menu lies over a page"
        place = page.mapFromGlobal(at)
        self.open_at(QRect(place, place), self.first)

    def _do(self, act: Callable[[], object]) -> None:
        self.close_up()
        act()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through it."""
        by = STEPS.get(Qt.Key(event.key()))
        here = self.focusWidget()
        if by and isinstance(here, QuietButton) and here in self._buttons:
            to = self._buttons[(self._buttons.index(here) + by) % len(self._buttons)]
            to.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
