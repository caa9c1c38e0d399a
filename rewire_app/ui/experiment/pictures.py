"""The pictures of an experiment: evenings rated while it goes on, and the eight weeks once it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.theme import RADIUS_BLOCK, theme
from rewire_app.ui.widgets.base import Painted, box, fixed_height, fixed_size, words

if TYPE_CHECKING:
    from rewire_app.plots.experiment_weeks import RatedEvenings, WeeksInOrder

WEEK_DAYS = 7
SQUARE, PITCH, LABEL = 11, 15, 24
LEFT, HIGH = 34, 150
WIDEST = 76
"""Most px of the design that one week takes."""
A_REACH, B_REACH = 6.5, 6.5


def option_mark(painter: QPainter, middle: QPointF, option: str, scale: float) -> None:
    """Paint the mark of an option: A a filled square, B a ring."""
    if option == "A":
        side = 2 * A_REACH * scale
        rect = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        box(painter, rect, RADIUS_BLOCK * scale, theme.color("primary"))
        return
    painter.setPen(QPen(theme.color("indigo"), 2.6 * scale))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(middle, B_REACH * scale, B_REACH * scale)


class OptionMark(Painted):
    """The mark of an option before its name."""

    def __init__(self, option: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._option = option
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """A square as high as a line of small text."""
        return QSize(theme.px(20), theme.px(20))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = self.painter()
        option_mark(painter, QPointF(self.width() / 2, self.height() / 2), self._option, theme.px(100) / 100)
        painter.end()


class EveningsPicture(Painted):
    """A column of seven squares for each week: filled for a rated evening. Nothing about what was rated."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evenings: RatedEvenings | None = None
        fixed_height(self)
        self.setAccessibleName(_("Evenings rated in each week"))

    def show_evenings(self, evenings: RatedEvenings) -> None:
        """Paint another state."""
        self._evenings = evenings
        self.setAccessibleDescription(evenings.summary)
        self.update()

    def sizeHint(self) -> QSize:
        """Seven squares and the number of the week."""
        return QSize(theme.px(8 * 44), theme.px(WEEK_DAYS * PITCH + LABEL))

    def minimumSizeHint(self) -> QSize:
        """Columns may stand closer."""
        return QSize(theme.px(8 * 22), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint squares, filled from below, and numbers."""
        if self._evenings is None:
            return
        painter = self.painter()
        count = len(self._evenings.rated)
        step = min(theme.px(WIDEST), self.width() / max(1, count))
        side, pitch = theme.px(SQUARE), theme.px(PITCH)
        for number, rated in enumerate(self._evenings.rated):
            place = count - 1 - number if self.mirrored else number
            middle = place * step + step / 2
            now = number + 1 == self._evenings.now
            for day in range(WEEK_DAYS):
                top = (WEEK_DAYS - 1 - day) * pitch
                rect = QRectF(middle - side / 2, top, side, side)
                if day < rated:
                    box(painter, rect, theme.px(RADIUS_BLOCK), theme.color("primary"))
                elif day < self._evenings.days[number]:
                    box(painter, rect, theme.px(RADIUS_BLOCK), None, theme.color("edge"))
                else:
                    dot = QRectF(middle - 1.5, top + side / 2 - 1.5, 3, 3)
                    box(painter, dot, 1.5, theme.color("edge"))
            under = QRectF(middle - step / 2, WEEK_DAYS * pitch, step, theme.px(LABEL))
            words(painter, under, "tick_strong" if now else "tick", "ink" if now else "ink2", str(number + 1))
        painter.end()


class WeeksPicture(Painted):
    """Eight weeks in the order in which they were drawn, each with the mark of its option at its mean.

    A week without a mean is a dashed line: a gap, not a zero.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weeks: WeeksInOrder | None = None
        fixed_height(self)
        self.setAccessibleName(_("The weeks in order"))

    def show_weeks(self, weeks: WeeksInOrder) -> None:
        """Paint other weeks."""
        self._weeks = weeks
        self.setAccessibleDescription(weeks.summary)
        self.update()

    def sizeHint(self) -> QSize:
        """A lane of the design's height with the numbers of the weeks below."""
        return QSize(theme.px(LEFT + 8 * 44), theme.px(HIGH + LABEL + 16))

    def minimumSizeHint(self) -> QSize:
        """Columns may stand closer."""
        return QSize(theme.px(LEFT + 8 * 24), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint grid, marks and numbers."""
        if self._weeks is None:
            return
        painter = self.painter()
        weeks = self._weeks
        left, top, high = theme.px(LEFT), theme.px(8), theme.px(HIGH)
        step = min(theme.px(WIDEST), (self.width() - left) / 8)
        self._paint_grid(painter, left + 8 * step)
        for place, week in enumerate(weeks.weeks):
            x = left + (place + 0.5) * step
            if week.mean is None:
                painter.setPen(QPen(theme.color("edge"), 1, Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(round(x) + 0.5, top), QPointF(round(x) + 0.5, top + high))
            else:
                share = (week.mean - weeks.low) / (weeks.high - weeks.low)
                y = top + (1 - share) * high
                option_mark(painter, QPointF(x, y), week.option, theme.px(100) / 100)
            under = QRectF(x - step / 2, top + high + theme.px(6), step, theme.px(LABEL))
            words(painter, under, "tick", "ink2", str(week.number))
        painter.end()

    def _paint_grid(self, painter: QPainter, right: float) -> None:
        assert self._weeks is not None
        low, high = self._weeks.low, self._weeks.high
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value in (low, (low + high) / 2, high):
            y = theme.px(8) + round((1 - (value - low) / (high - low)) * theme.px(HIGH))
            painter.fillRect(QRectF(theme.px(LEFT), y, right - theme.px(LEFT), 1), theme.color("line"))
            room = QRectF(0, y - theme.px(10), theme.px(LEFT - 8), theme.px(20))
            words(painter, room, "tick", "ink2", f"{value:g}", align=side)
