"""The weeks of an experiment: rated evenings while it goes on, and each week at its mean once it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.charts.selecting import SelectingPlot
from rewire_app.ui.widgets.base import Painted, box, fixed_height, ground, words
from rewire_app.ui.widgets.theme import RADIUS_BLOCK, S2, theme

if TYPE_CHECKING:
    from rewire_app.charts.experiment_weeks import RatedEvenings, WeeksInOrder

WEEKS = 8
WEEK_DAYS = 7
SQUARE, PITCH, LABEL = 11, 15, 24
LEFT, HIGH, UNDER = 34, 150, 24
KEY = 24
"""Height in px of the design of one line of the key."""
WIDEST = 76
"""Most px of the design that one week takes."""
REACH = 6.5
RING = 2.6


class EveningsPicture(Painted):
    """A column of seven squares for each week: filled for a rated evening. Nothing about what was rated."""

    spoken = "Graphic"

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
        return QSize(theme.px(WEEKS * 44), theme.px(WEEK_DAYS * PITCH + LABEL))

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


def option_mark(painter: QPainter, middle: QPointF, option: str) -> None:
    """Paint the mark of an option: A a filled square, B a ring."""
    reach = REACH * theme.scale / 100
    if option == "A":
        rect = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
        box(painter, rect, theme.px(RADIUS_BLOCK), theme.color("primary"))
        return
    painter.setPen(QPen(theme.color("indigo"), RING * theme.scale / 100))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(middle, reach, reach)


class WeeksPicture(SelectingPlot):
    """The key, then one mark a week. A week without a mean is a dashed line: a gap, not a zero."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weeks: WeeksInOrder | None = None
        fixed_height(self)
        self.setAccessibleName(_("The weeks in order"))

    def show_weeks(self, weeks: WeeksInOrder) -> None:
        """Paint other weeks; the last one is chosen."""
        self._weeks = weeks
        self.setAccessibleDescription(weeks.summary)
        self.choose(len(weeks.weeks) - 1)

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The key, a lane of the design's height, and the numbers of the weeks."""
        return QSize(theme.px(LEFT + WEEKS * 44), self._top() + theme.px(HIGH + UNDER + S2))

    def minimumSizeHint(self) -> QSize:
        """Columns may stand closer."""
        return QSize(theme.px(LEFT + WEEKS * 24), self.sizeHint().height())

    def count(self) -> int:
        """How many weeks there are."""
        return len(self._weeks.weeks) if self._weeks else 0

    def sentence(self, number: int) -> str:
        """What is said about a week."""
        return self._weeks.weeks[number].sentence if self._weeks and 0 <= number < self.count() else ""

    def at(self, where: QPointF) -> int | None:
        """The week under the mouse."""
        number = int((where.x() - theme.px(LEFT)) // self._step())
        return number if 0 <= number < self.count() and where.y() >= self._top() - theme.px(S2) else None

    def mark(self, _number: int) -> None:
        """Move the band."""
        self.update()

    def _top(self) -> int:
        return 2 * theme.px(KEY) + theme.px(S2 + 6)

    def _step(self) -> float:
        return min(theme.px(WIDEST), (self.width() - theme.px(LEFT)) / WEEKS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint key, grid, marks and numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_on(painter, chosen=self.shown)
        painter.end()

    def paint_on(self, painter: QPainter, *, chosen: int = -1) -> None:
        """Paint the picture with `painter`, with a band behind the week `chosen`."""
        if self._weeks is None:
            return
        step, top, high = self._step(), self._top(), theme.px(HIGH)
        if chosen >= 0:
            left = theme.px(LEFT) + chosen * step
            band = QRectF(left, top - theme.px(S2), step, high + 2 * theme.px(S2))
            ground(painter, band, theme.px(8))
        self._paint_key(painter)
        self._paint_grid(painter)
        for place, week in enumerate(self._weeks.weeks):
            x = theme.px(LEFT) + (place + 0.5) * step
            if week.mean is None:
                painter.setPen(QPen(theme.color("edge"), 1, Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(round(x) + 0.5, top), QPointF(round(x) + 0.5, top + high))
            else:
                option_mark(painter, QPointF(x, self._y(week.mean)), week.option)
            under = QRectF(x - step / 2, top + high + theme.px(S2), step, theme.px(UNDER))
            role, ink = ("tick_strong", "ink") if place == chosen else ("tick", "ink2")
            words(painter, under, role, ink, str(week.number))

    def _y(self, value: float) -> float:
        assert self._weeks is not None
        share = (value - self._weeks.low) / (self._weeks.high - self._weeks.low)
        return self._top() + (1 - share) * theme.px(HIGH)

    def _paint_key(self, painter: QPainter) -> None:
        assert self._weeks is not None
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for row, (option, name) in enumerate(zip("AB", self._weeks.names, strict=True)):
            middle = (row + 0.5) * theme.px(KEY)
            option_mark(painter, QPointF(theme.px(10), middle), option)
            room = QRectF(theme.px(26), row * theme.px(KEY), self.width() - theme.px(26), theme.px(KEY))
            text = theme.metrics("small").elidedText(
                f"{option}: {name}", Qt.TextElideMode.ElideRight, room.width()
            )
            words(painter, room, "small", "ink2", text, align=side)

    def _paint_grid(self, painter: QPainter) -> None:
        assert self._weeks is not None
        low, high = self._weeks.low, self._weeks.high
        left, wide = theme.px(LEFT), WEEKS * self._step()
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value in (low, (low + high) / 2, high):
            y = round(self._y(value))
            painter.fillRect(QRectF(left, y, wide, 1), theme.color("line"))
            room = QRectF(0, y - theme.px(10), left - theme.px(S2), theme.px(20))
            words(painter, room, "tick", "ink2", f"{value:g}", align=side)
