"""Moves by week: toward what matters as blocks above a line, away from it as dashed outlines below."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import axis_day
from rewire_app.i18n import _
from rewire_app.ui.charts.selecting import SelectingPlot
from rewire_app.ui.widgets.base import box, fixed_height, ground, words
from rewire_app.ui.widgets.theme import RADIUS_BLOCK, S1, S2, theme

if TYPE_CHECKING:
    from rewire_app.charts.move_weeks import MoveWeeks

WEEKS = 12
HALF, UNDER = 66, 24
"""Px of the design for each way, and for the days under the columns."""
LEFT = 64
"""Px of the design for the words of both ways, before the columns."""
BLOCK, GAP, WIDE = 10, 3, 24
WIDEST = 64
"""Most px of the design that one week takes."""


class MovesPicture(SelectingPlot):
    """A column for each week; the newest is chosen at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weeks: MoveWeeks | None = None
        fixed_height(self)
        self.setAccessibleName(_("Moves by week, toward what matters and away from it"))

    def show_weeks(self, weeks: MoveWeeks) -> None:
        """Paint other weeks; the last one is chosen."""
        self._weeks = weeks
        self.setAccessibleDescription(weeks.sentence)
        self.choose(len(weeks.weeks) - 1)

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Both ways and the days under them."""
        return QSize(theme.px(LEFT + WEEKS * WIDEST), theme.px(2 * HALF + 2 * S2 + UNDER))

    def minimumSizeHint(self) -> QSize:
        """Columns may stand close."""
        return QSize(theme.px(LEFT + WEEKS * 16), self.sizeHint().height())

    def count(self) -> int:
        """How many weeks there are."""
        return len(self._weeks.weeks) if self._weeks else 0

    def sentence(self, number: int) -> str:
        """What is said about a week."""
        return self._weeks.weeks[number].sentence if self._weeks and 0 <= number < self.count() else ""

    def at(self, where: QPointF) -> int | None:
        """The week under the mouse."""
        x = (self.width() - where.x() if self._mirrored else where.x()) - theme.px(LEFT)
        number = int(x // self._step()) if x >= 0 else -1
        return number if 0 <= number < self.count() else None

    def mark(self, _number: int) -> None:
        """Move the band."""
        self.update()

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _step(self) -> float:
        return min(theme.px(WIDEST), (self.width() - theme.px(LEFT)) / max(1, self.count()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint band, line, blocks and days."""
        if self._weeks is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, half, gap = self._step(), theme.px(HALF), theme.px(S2)
        middle = gap + half
        self._paint_ways(painter, middle)
        for place, week in enumerate(self._weeks.weeks):
            left = theme.px(LEFT) + place * step
            left = self.width() - left - step if self._mirrored else left
            if place == self.shown:
                ground(painter, QRectF(left, 0, step, 2 * (half + gap)), theme.px(8))
            self._paint_blocks(painter, left + step / 2, middle, week.toward, -1)
            self._paint_blocks(painter, left + step / 2, middle, week.away, 1)
            if self._named(place):
                role, ink = ("tick_strong", "ink") if place == self.shown else ("tick", "ink2")
                text = axis_day(week.first)
                wide = theme.metrics(role).horizontalAdvance(text)
                near = min(left + (step - wide) / 2, self.width() - wide)
                under = QRectF(max(0, near), 2 * (half + gap), wide, theme.px(UNDER))
                words(painter, under, role, ink, text)
        painter.fillRect(QRectF(0, middle, self.width(), 1), theme.color("edge"))
        painter.end()

    def _paint_ways(self, painter: QPainter, middle: float) -> None:
        """Say beside the columns which way is up and which is down."""
        half, wide = theme.px(HALF) + theme.px(S2), theme.px(LEFT)
        left = self.width() - wide if self._mirrored else 0
        side = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        for top, text in ((middle - half, _("Toward")), (middle, _("Away"))):
            room = QRectF(left, top, wide, half)
            words(painter, room, "tick", "ink2", text, align=side | Qt.AlignmentFlag.AlignVCenter)

    def _named(self, place: int) -> bool:
        """Whether the day of a week stands under it: the chosen one, and others as far as there is room."""
        every = ceil(theme.px(56) / self._step())
        return place == self.shown or (
            (self.count() - 1 - place) % every == 0 and abs(place - self.shown) >= every
        )

    def _paint_blocks(self, painter: QPainter, x: float, middle: float, count: int, way: int) -> None:
        """Stack `count` blocks away from the line; many of them are lower."""
        assert self._weeks is not None, "there are weeks"
        room = theme.px(HALF) - theme.px(S1)
        pitch = min(theme.px(BLOCK + GAP), room / max(1, self._weeks.most))
        high = max(2.0, pitch - min(theme.px(GAP), pitch / 4))
        wide = min(theme.px(WIDE), self._step() - 4)
        for number in range(count):
            near = middle + way * (theme.px(S1) + number * pitch)
            block = QRectF(x - wide / 2, near - (high if way < 0 else 0), wide, high)
            if way < 0:
                box(painter, block, theme.px(RADIUS_BLOCK), theme.color("primary"))
            else:
                painter.setPen(QPen(theme.color("coral"), 2, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(block.adjusted(1, 1, -1, -1))
