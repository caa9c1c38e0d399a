"""The seven days of the week to choose from, as small buttons in a row."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app import i18n
from rewire_app.domain.day_words import short_weekdays, weekdays
from rewire_app.ui.widgets.base import box, words
from rewire_app.ui.widgets.choices import OptionGroup
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.options import CHIP_HEIGHT, CHIP_HIT, TickOption
from rewire_app.ui.widgets.theme import TARGET, theme

WEEK = 7
RADIUS = 10
GAP = 6
"""Px of its target that a button leaves free beside it."""


class WeekdayButton(TickOption):
    """One day of the week, 36 high in a target of 44; a screen reader hears its whole name."""

    def __init__(self, day: int, short: str) -> None:
        super().__init__(str(day), weekdays()[day])
        self._short = short
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Every day as wide as the others."""
        widest = max(theme.metrics("second_strong").horizontalAdvance(name) for name in short_weekdays())
        side = max(theme.px(TARGET), round(widest) + theme.px(10 + GAP))
        return QSize(side, theme.px(CHIP_HEIGHT) + 2 * CHIP_HIT)

    def day_rect(self) -> QRect:
        """The painted part of the target."""
        gap = theme.px(GAP)
        left = gap if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        return QRect(left, CHIP_HIT, self.width() - gap, self.height() - 2 * CHIP_HIT)

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.day_rect(), theme.px(RADIUS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the day, on or off."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, on = self.day_rect(), self.isChecked()
        fill = "primarySoft" if on else "sunken" if self.hot() else "surface"
        box(painter, rect, theme.px(RADIUS), theme.color(fill), theme.color("primary" if on else "edge"))
        role, ink = ("second_strong", "primaryText") if on else ("second", "ink")
        words(painter, rect, role, ink, self._short)
        painter.end()


class WeekdayButtons(OptionGroup):
    """The days of a week in the order in which it goes here; one Tab stop, arrows, Space.

    A key is the day as a text, "0" Monday to "6" Sunday.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, several=True, name=name)
        flow = Flow(gap=0)
        vbox(flow, on=self)
        first = i18n.REGION.first_weekday
        for place, short in enumerate(short_weekdays()):
            button = WeekdayButton((first + place) % WEEK, short)
            self.add_option(button)
            flow.add(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def days(self) -> tuple[int, ...]:
        """The days chosen, Monday 0 to Sunday 6, in their order."""
        return tuple(sorted(int(key) for key in self.chosen()))

    def set_days(self, days: tuple[int, ...]) -> None:
        """Choose these days."""
        self.set_value([str(day) for day in days])
