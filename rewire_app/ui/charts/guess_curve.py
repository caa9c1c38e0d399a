"""What was guessed against what came, painted: a disc and its bar for each bin, or few guesses on a line."""

from __future__ import annotations

from math import atan2, degrees, sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.charts.guess_picture import BinMark, GuessPicture
from rewire_app.i18n import _
from rewire_app.ui.charts.selecting import Plot
from rewire_app.ui.widgets.base import box, ground, words
from rewire_app.ui.widgets.theme import theme

HIGH, TALLEST = 0.64, 226
"""How high the field of the curve is: this share of its width, and no more than so many px of the design."""
SIDE, END = 52, 32
"""Room for the labels before the field, and after it, px."""
DISC, GROWTH, MOST_DISC = 4.0, 1.15, 14.0
"""Px that a disc reaches: so much, and more with the root of its guesses; never past the last."""
CAP = 12
"""Px across the ends of a bar."""
RING = 15
"""Px across a guess on the line."""
BAND = 60
"""Px across the band of the bin that is chosen."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GuessCurve(Plot):
    """Left and Right go through the bins; their sentence is heard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: GuessPicture | None = None

    @property
    def picture(self) -> GuessPicture | None:
        """What is painted."""
        return self._picture

    def show_picture(self, picture: GuessPicture) -> None:
        """Paint `picture`; no bin is chosen."""
        self._picture = picture
        self.setAccessibleName(picture.title)
        self.setAccessibleDescription(picture.summary)
        self.choose(-1)
        self.updateGeometry()
        self.update()

    def count(self) -> int:
        """How many bins have a mark."""
        return len(self._picture.marks) if self._picture else 0

    def sentence(self, number: int) -> str:
        """What a bin says."""
        return self._picture.marks[number].words if self._picture and number >= 0 else ""

    def mark(self, _number: int) -> None:
        """Show which bin it is."""
        self.update()

    def at(self, where: QPointF) -> int | None:
        """The bin under the mouse."""
        reach = theme.px(BAND) / 2
        marks = self._picture.marks if self._picture else ()
        near = [n for n, one in enumerate(marks) if abs(self._x(one.guessed) - where.x()) <= reach]
        return min(near, key=lambda n: abs(self._x(marks[n].guessed) - where.x())) if near else None

    # layout

    def heightForWidth(self, width: int) -> int:
        """The field with its labels, or the line with its own."""
        tick = theme.line("tick")
        if self._picture is None or not self._picture.drawn:
            return theme.px(RING) * (self._levels + 1) + 2 * tick + theme.px(30)
        return round(tick / 2 + self._field_height(width) + theme.px(12) + 3 * (tick + theme.px(5)))

    @property
    def _levels(self) -> int:
        marks = self._picture.line if self._picture else ()
        return max((one.level for one in marks), default=0) + 1

    def _field_height(self, width: int) -> float:
        wide = width - theme.px(SIDE + END)
        return max(theme.px(120), min(theme.px(TALLEST), HIGH * wide))

    def _field(self) -> QRectF:
        side, end = (SIDE, END) if self._picture is not None and self._picture.drawn else (8, 18)
        top = theme.line("tick") / 2
        wide = self.width() - theme.px(side + end)
        return QRectF(theme.px(side), top, max(1, wide), self._field_height(self.width()))

    def _x(self, share: float) -> float:
        field = self._field()
        return field.left() + share * field.width()

    def _y(self, share: float) -> float:
        field = self._field()
        return field.bottom() - share * field.height()

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint everything."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_on(painter)
        painter.end()

    def paint_on(self, painter: QPainter) -> None:
        """Paint the picture from (0, 0) at its own size."""
        picture = self._picture
        if picture is None:
            return
        if not picture.drawn:
            self._paint_line(painter, picture)
            return
        if self.shown >= 0:
            self._paint_chosen(painter, picture.marks[self.shown])
        self._paint_frame(painter)
        self._paint_counts(painter, picture)
        for one in picture.marks:
            self._paint_mark(painter, one)

    def _paint_chosen(self, painter: QPainter, one: BinMark) -> None:
        field, wide = self._field(), theme.px(BAND)
        band = QRectF(self._x(one.guessed) - wide / 2, field.top(), wide, field.height())
        ground(painter, band, theme.px(10))
        box(painter, QRectF(band.left(), band.top() + 10, 3, band.height() - 20), 1, theme.color("primary"))

    def _paint_frame(self, painter: QPainter) -> None:
        field, tick = self._field(), theme.line("tick")
        for share in (0.0, 0.5, 1.0):
            y = round(self._y(share))
            painter.fillRect(QRectF(field.left() - 4, y, field.width() + 4, 1), theme.color("line"))
            room = QRectF(0, y - tick / 2, field.left() - theme.px(10), tick)
            words(painter, room, "tick", "ink2", _("{n}%").format(n=round(100 * share)), align=RIGHT)
        self._paint_percents(painter, field.bottom())
        painter.setPen(QPen(theme.color("edge"), 2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(self._x(0), self._y(0)), QPointF(self._x(1), self._y(1)))
        painter.save()
        painter.translate(self._x(0.68), self._y(0.68))
        painter.rotate(-degrees(atan2(field.height(), field.width())))
        words(painter, QRectF(-150, -tick - theme.px(4), 300, tick), "tick", "ink2", _("as you guessed"))
        painter.restore()

    def _paint_percents(self, painter: QPainter, y: float) -> None:
        """The ticks and labels from 0% to 100% below the height `y`, and what they are."""
        tick = theme.line("tick")
        for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
            x = self._x(share)
            painter.fillRect(QRectF(round(x), y, 1, theme.px(6)), theme.color("edge"))
            middle = min(max(x, theme.px(22)), self.width() - theme.px(22))
            room = QRectF(middle - 40, y + theme.px(8), 80, tick)
            words(painter, room, "tick", "ink2", _("{n}%").format(n=round(100 * share)))
        below = y + theme.px(8) + tick + theme.px(5)
        if self._picture is not None and self._picture.drawn:
            below += tick + theme.px(5)
        room = QRectF(self._field().left(), below, self._field().width(), tick)
        words(painter, room, "tick", "ink2", _("How likely you said it was"))

    def _paint_counts(self, painter: QPainter, picture: GuessPicture) -> None:
        tick = theme.line("tick")
        y = self._field().bottom() + theme.px(8) + tick + theme.px(5)
        words(painter, QRectF(0, y, self._field().left(), tick), "tick", "ink2", _("came"), align=LEFT)
        for one in picture.counts:
            room = QRectF(self._x(one.middle) - 60, y, 120, tick)
            words(painter, room, "small_strong", "ink", one.words)

    def _paint_mark(self, painter: QPainter, one: BinMark) -> None:
        x, ink = self._x(one.guessed), theme.color("primary")
        cap = theme.px(CAP)
        painter.setPen(QPen(ink, 2))
        painter.drawLine(QPointF(x, self._y(one.low)), QPointF(x, self._y(one.high)))
        for end in (one.low, one.high):
            painter.drawLine(QPointF(x - cap / 2, self._y(end)), QPointF(x + cap / 2, self._y(end)))
        reach = theme.px(1) * min(DISC + GROWTH * sqrt(one.count), MOST_DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(x, self._y(one.came)), reach, reach)

    def _paint_line(self, painter: QPainter, picture: GuessPicture) -> None:
        """Every guess above its chance: a disc came, a ring did not."""
        across = theme.px(RING)
        y = across * (self._levels + 0.5) + theme.px(4)
        painter.fillRect(QRectF(self._x(0), y, self._x(1) - self._x(0), 2), theme.color("edge"))
        self._paint_percents(painter, y)
        for one in picture.line:
            at = QPointF(self._x(one.guessed), y - across * (one.level + 1) - 1)
            paint_outcome(painter, at, across, came=one.came)


def paint_outcome(painter: QPainter, at: QPointF, across: float, *, came: bool) -> None:
    """Paint one guess `across` px wide: filled where it came, a ring where it did not."""
    inset = 1.5
    painter.setPen(QPen(theme.color("primary"), 2))
    painter.setBrush(theme.color("primary" if came else "surface"))
    painter.drawEllipse(at, across / 2 - inset, across / 2 - inset)
