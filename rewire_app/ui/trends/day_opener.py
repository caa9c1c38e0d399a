"""Opens the day of what is chosen in a picture; where several days lie at one place, they are listed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base import routes
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hbox, stretch, vbox, wide
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S2, TARGET, theme
from rewire_app.ui.widgets.unfold import LinkButton

PORTION = 12
"""Days that are listed at a time, newest first."""


class DayOpener(QWidget):
    """One line below a picture: what to do, or the button that opens the day. `go(Route)`: its route.

    `left()`: Escape in the list, so that the picture can take the focus back.
    """

    go = Signal(object)
    left = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[int, ...] = ()
        self._seen = 0
        self.hint = Second(hint)
        self.button = LinkButton("", icon="journal")
        self.button.clicked.connect(self.open_chosen)
        self.button.hide()
        self.days: list[LinkButton] = []
        self._list: Flow | None = None
        line = hbox(wide(self.hint, 1), self.button, stretch(0))
        self._down = vbox(line, on=self, gap=S2)
        self.hint.setMinimumHeight(theme.px(TARGET))

    def restyle(self) -> None:
        """Take over new sizes."""
        self.hint.setMinimumHeight(theme.px(TARGET))

    def show_days(self, days: Sequence[int]) -> None:
        """Offer these days (ordinals); none brings the hint back."""
        if tuple(days) == self._days:
            return
        self._days = tuple(days)
        self._close()
        self.hint.setVisible(not days)
        self.button.setVisible(bool(days))
        if len(days) == 1:
            self.button.setText(_("Open {day}").format(day=_name(days[0])))
        elif days:
            text = ngettext("Choose from {n} day", "Choose from {n} days", len(days)).format(n=len(days))
            self.button.setText(text)

    def open_chosen(self) -> None:
        """Go to the only day, or list the days and let the keys begin at the newest."""
        if len(self._days) == 1:
            self._go(self._days[0])
        elif self._days and self._list is None:
            self._more()
            self.days[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._days:
            self._close()

    def _close(self) -> None:
        self._seen = 0
        self.days = []
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None

    def _more(self) -> None:
        """List the next portion of days, and offer the one after it."""
        seen = self._seen + PORTION
        self._close()
        self._seen = seen
        self._list = Flow(gap=10)
        newest = sorted(self._days, reverse=True)
        for day in newest[:seen]:
            button = LinkButton(_name(day))
            button.clicked.connect(lambda _on=False, day=day: self._go(day))
            self.days.append(button)
            self._list.add(button)
        if len(newest) > seen:
            rest = LinkButton(_("Show earlier days"))
            rest.clicked.connect(self._show_earlier)
            self._list.add(rest)
        self._down.addWidget(self._list)
        self._list.show()

    def _show_earlier(self) -> None:
        seen = self._seen
        self._more()
        self.days[seen].setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, day: int) -> None:
        self.go.emit(routes.journal(date.fromordinal(day)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the list."""
        if event.key() == Qt.Key.Key_Escape and self._list is not None:
            self._close()
            self.left.emit()
            return
        super().keyPressEvent(event)


def _name(day: int) -> str:
    return day_words(date.fromordinal(day), week_day=True, year=True)
