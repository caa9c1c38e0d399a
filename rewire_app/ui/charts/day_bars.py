"""What a count is made of, day by day, as small bars; each can be looked at by keys and mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.amounts import number_words
from rewire_app.i18n import _
from rewire_app.ui.charts.selecting import SelectingPlot
from rewire_app.ui.widgets.base import box, fixed_height, ground, words
from rewire_app.ui.widgets.theme import RADIUS_BLOCK, theme

if TYPE_CHECKING:
    from rewire_app.insight.findings import NumberPart

HIGH = 56
"""Px of the highest bar."""


class DayBars(SelectingPlot):
    """One bar a day, as high as the day counts; a day that counts nothing has a thin line."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[NumberPart, ...] = ()
        self._most = 1.0
        fixed_height(self)
        self.setAccessibleName(name)

    def show_bars(self, bars: Sequence[NumberPart], words_for_all: str) -> None:
        """Show other bars; `words_for_all` describes the whole picture."""
        self._bars = tuple(bars)
        self._most = max((bar.points for bar in bars), default=0.0) or 1.0
        self.setAccessibleDescription(words_for_all)
        self.choose(len(self._bars) - 1)
        self.update()

    @property
    def bars(self) -> tuple[NumberPart, ...]:
        """What is painted."""
        return self._bars

    def count(self) -> int:
        """How many bars there are."""
        return len(self._bars)

    def at(self, where: QPointF) -> int | None:
        """The bar under the mouse."""
        if not self._bars:
            return None
        number = int(where.x() / (self.width() / len(self._bars)))
        return number if 0 <= number < len(self._bars) else None

    def sentence(self, number: int) -> str:
        """A bar in words."""
        if not 0 <= number < len(self._bars):
            return ""
        bar = self._bars[number]
        if not bar.points:
            return f"{bar.name}: {bar.what}."
        return _("{day}: {what}, counts {points} points of 100.").format(
            day=bar.name, what=bar.what, points=number_words(bar.points)
        )

    def mark(self, _number: int) -> None:
        """Paint the chosen bar's ground."""
        self.update()

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Bars and a letter below each."""
        return QSize(theme.px(260), theme.px(HIGH + 10) + theme.line("tick"))

    def minimumSizeHint(self) -> QSize:
        """Narrow cards have to be possible."""
        return QSize(theme.px(140), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, bars and letters."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._bars:
            wide = self.width() / len(self._bars)
            for number, bar in enumerate(self._bars):
                self._paint_bar(painter, bar, QRectF(number * wide, 0, wide, self.height()), number)
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: NumberPart, room: QRectF, number: int) -> None:
        line, radius = theme.line("tick"), theme.px(RADIUS_BLOCK)
        if number == self.shown:
            ground(painter, room.adjusted(1, 0, -1, 0), radius)
        base = room.bottom() - line - theme.px(4)
        thick = min(room.width() - theme.px(6), theme.px(16))
        left = room.center().x() - thick / 2
        high = bar.points / self._most * theme.px(HIGH)
        if high >= 1:
            box(painter, QRectF(left, base - high, thick, high), radius, theme.color("primary"))
        else:
            painter.fillRect(QRectF(left, base - 2, thick, 2), theme.color("edge"))
        letter = QRectF(room.left(), room.bottom() - line, room.width(), line)
        words(painter, letter, "tick", "ink" if number == self.shown else "ink2", bar.short)
