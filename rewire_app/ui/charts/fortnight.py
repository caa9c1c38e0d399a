"""Fourteen days: a square a day, filled when practised, a diamond above when a moment was noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import (
    NO_PEN,
    Painted,
    box,
    diamond,
    fixed_height,
    fixed_size,
    tell_value,
    words,
)
from rewire_app.ui.widgets.theme import theme

SQUARE = 18
BELOW = 8
"""Px between the squares and their letters."""
TOP = 20
"""Px above the squares, for diamonds and the mark of the day that is read."""
DOT = 2
"""Radius of what stands for a day on which nothing is asked, px."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FortnightDay:
    """One day: its letter, its number in the month, what was noted, and all of it in words (`said`).

    `paused`, `rest` and `to_come`: nothing is asked of it. `today`: it is not over yet.
    """

    letter: str
    number: int = 0
    practised: bool = False
    moment: bool = False
    paused: bool = False
    rest: bool = False
    to_come: bool = False
    today: bool = False
    said: str = ""


class Fortnight(Painted):
    """Days in their order; today is dashed until it is practised. No streak is drawn.

    Arrows and a click read a day: `day_read(str)` has it in words, "" once none is read. To a screen reader
    it is a slider over the days.
    """

    day_read = Signal(str)

    spoken = "Slider"

    def __init__(self, days: Sequence[FortnightDay] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[FortnightDay, ...] = ()
        self._read: int | None = None
        self._square = SQUARE
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        fixed_height(self)
        self.show_days(days, _("14 days"))

    @property
    def days(self) -> tuple[FortnightDay, ...]:
        """The days that are shown."""
        return self._days

    def show_days(self, days: Sequence[FortnightDay], sentence: str) -> None:
        """Show other days; `sentence` says all of them together."""
        self._days = tuple(days)
        self.setAccessibleName(sentence)
        self._read_day(None)

    def set_square(self, side: int) -> None:
        """Have squares of `side` px."""
        self._square = side
        self.restyle()

    def sizeHint(self) -> QSize:
        """Diamonds, squares, letters and numbers."""
        lines = 2 * theme.line("tick")
        return QSize(theme.px(388), theme.px(TOP + self._square + BELOW) + lines)

    def minimumSizeHint(self) -> QSize:
        """Squares with a gap of 3 px."""
        return QSize(14 * (SQUARE + 3), self.sizeHint().height())

    # reading a day

    def value(self) -> int | None:
        """The place of the day that is read, from 0; None while none is."""
        return self._read

    def set_value(self, value: int) -> None:
        """Read another day."""
        if 0 <= value < len(self._days):
            self._read_day(value)

    def spoken_span(self) -> tuple[int, int, int]:
        """The first place, the last one, one day."""
        return 0, max(0, len(self._days) - 1), 1

    def spoken_words(self) -> str:
        """The day that is read, in words."""
        return "" if self._read is None else self._days[self._read].said

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right read a day, Home and End the first and the last one."""
        last = len(self._days) - 1
        step = -1 if self.mirrored else 1
        here = last if self._read is None else self._read
        aims = {
            Qt.Key.Key_Left: here if self._read is None else here - step,
            Qt.Key.Key_Right: here if self._read is None else here + step,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() not in aims or last < 0:
            super().keyPressEvent(event)
            return
        self._read_day(min(max(aims[Qt.Key(event.key())], 0), last))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click reads the day under it."""
        x, half = event.position().x(), self._pitch() / 2
        for place in range(len(self._days)):
            if abs(self._rect(place).center().x() - x) <= half:
                self._read_day(place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No day is read any more."""
        super().focusOutEvent(event)
        self._read_day(None)

    def _read_day(self, place: int | None) -> None:
        self._read = place
        self.update()
        if place is not None:
            tell_value(self, place)
        self.day_read.emit(self.spoken_words())

    # painting

    def _side(self) -> int:
        return min(theme.px(self._square), self.width() // max(1, len(self._days)) - 3)

    def _pitch(self) -> float:
        room = self.width() / max(1, len(self._days))
        return min(room, 27.7 * theme.scale / 100 * self._square / SQUARE)

    def _rect(self, place: int) -> QRectF:
        shown = len(self._days) - 1 - place if self.mirrored else place
        side = self._side()
        # numbers of two figures need the room between two squares, so the first stands half of that inside
        begin = max(1.0, (self._pitch() - side) / 2)
        return QRectF(round(begin + shown * self._pitch()), theme.px(TOP), side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a column a day."""
        painter = self.painter()
        for place, day in enumerate(self._days):
            rect = self._rect(place)
            middle = rect.center()
            if day.moment:
                diamond(painter, QPointF(middle.x(), theme.px(6)), theme.px(5.5), theme.color("coral"))
            self._paint_day(painter, rect, day)
            pitch, line = self._pitch(), theme.line("tick")
            role, ink = ("tick_strong", "ink") if day.today else ("tick", "ink2")
            below = QRectF(middle.x() - pitch / 2, rect.bottom() + theme.px(BELOW), pitch, line)
            words(painter, below, role, ink, day.letter)
            if day.number:
                words(painter, below.translated(0, line), role, ink, str(day.number))
            if place == self._read:
                bar = QRectF(rect.left(), self.height() - 2, rect.width(), 2)
                painter.fillRect(bar, theme.color("primary"))
        painter.end()

    def _paint_day(self, painter: QPainter, rect: QRectF, day: FortnightDay) -> None:
        if day.practised:
            box(painter, rect, 5, theme.color("primary"))
        elif day.to_come or day.paused or day.rest:
            painter.setPen(NO_PEN)
            painter.setBrush(theme.color("ink3"))
            painter.drawEllipse(rect.center(), theme.px(DOT), theme.px(DOT))
        elif day.today:
            pen = QPen(theme.color("primary"), 2)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([1.9, 1.5])
            painter.setPen(pen)
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4.5, 4.5)
        else:
            painter.setPen(QPen(theme.color("edge"), 1.2))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(rect.adjusted(0.6, 0.6, -0.6, -0.6), 5, 5)


class LegendMark(Painted):
    """The mark of a series beside its words: a practised square or a moment's diamond."""

    def __init__(self, series: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series = series
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """A square of 16."""
        return QSize(theme.px(16), theme.px(16))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = self.painter()
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self._series == "practice":
            side = theme.px(13)
            square = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            box(painter, square, 3, theme.color("primary"))
        else:
            diamond(painter, middle, theme.px(6), theme.color("coral"))
        painter.end()
