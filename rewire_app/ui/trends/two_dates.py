"""Any two dates to look between, as the fifth range of Trends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.date_field import DateField
from rewire_app.ui.widgets.theme import S3, theme

WIDEST = 560
"""Px of the design that both fields have at most."""


class TwoDates(QWidget):
    """`changed(int, int)`: first and last day (ordinals) to look at, both included."""

    changed = Signal(int, int)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = DateField(_("From"), today)
        self.last = DateField(_("To"), today)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(S3)
        self._told: tuple[int, int] | None = None
        for field in (self.first, self.last):
            field.kept = False
            field.setMaximumWidth(theme.px(WIDEST // 2))
            self._row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            field.changed.connect(lambda _value: self._check())
            field.line.editingFinished.connect(self._check)
        self._row.addStretch(1)

    def restyle(self) -> None:
        """Take over new sizes."""
        for field in (self.first, self.last):
            field.setMaximumWidth(theme.px(WIDEST // 2))

    def show_days(self, first: int, last: int) -> None:
        """Begin with these days."""
        self._told = (first, last)
        self.first.set_value(first)
        self.last.set_value(last)

    def days(self) -> tuple[int, int] | None:
        """Both days, if they can be looked at."""
        first, last = self.first.value(), self.last.value()
        return None if first is None or last is None or first > last else (first, last)

    def _check(self) -> None:
        first, last = self.first.value(), self.last.value()
        if first is None or last is None or (self.first.fault and self.first.fault != self._swapped()):
            return
        self.first.set_error(self._swapped() if first > last else "")
        days = self.days()
        if days is not None and days != self._told:
            self._told = days
            self.changed.emit(*days)

    def _swapped(self) -> str:
        return _("This day comes after the other one. Change either of them.")
