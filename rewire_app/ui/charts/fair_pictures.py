"""The pictures of a fair test: blocks of a forecast, every rated evening, and the difference on its axis."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.charts.fair_test import DifferenceSpan, Evenings, EveryEvening
from rewire_app.i18n import _
from rewire_app.insight.forecast_words import BLOCKS
from rewire_app.ui.widgets.base import NO_PEN, Painted, box, fixed_height, words
from rewire_app.ui.widgets.theme import RADIUS_BLOCK, RADIUS_TAG, theme

START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ROW, BLOCK, BLOCK_HIGH, PAD = 36, 9, 16, 10
"""Px of the design: a row of the forecast, a block across and down, and the sides."""
HEAD, LANE, BELOW, DOT, PITCH = 24, 96, 24, 4.5, 12.5
AXIS, CAPTION, BAR = 104, 24, 10


class ForecastRow(Painted):
    """A difference, 20 blocks of which some are filled, and how many; `here`: the one that is told of."""

    spoken = "Graphic"

    def __init__(self, size: str, seen: int, sentence: str, *, here: bool) -> None:
        super().__init__()
        self._size, self._seen, self._here = size, seen, here
        self.setAccessibleName(size)
        self.setAccessibleDescription(sentence)
        fixed_height(self)

    def sizeHint(self) -> QSize:
        """One line of the design."""
        return QSize(theme.px(400), theme.px(ROW))

    def minimumSizeHint(self) -> QSize:
        """Blocks may stand closer."""
        return QSize(theme.px(240), theme.px(ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words, blocks and count."""
        painter, role = self.painter(), "second_strong" if self._here else "second"
        whole, pad = QRectF(self.rect()), theme.px(PAD)
        if self._here:
            box(painter, whole, theme.px(RADIUS_TAG), theme.color("primarySoft"))
        count = _("{n} of {blocks}").format(n=self._seen, blocks=BLOCKS)
        left, right = theme.px(86), theme.px(64)
        ink = "ink" if self._here else "ink2"
        first, last = (END, START) if self.mirrored else (START, END)
        words(painter, whole.adjusted(pad, 0, -pad, 0), role, "ink", self._size, align=first)
        words(painter, whole.adjusted(pad, 0, -pad, 0), role, ink, count, align=last)
        room = whole.width() - left - right - 2 * pad
        step = min(theme.px(12), room / BLOCKS)
        wide, high = min(theme.px(BLOCK), step - 2), theme.px(BLOCK_HIGH)
        start = pad + left if not self.mirrored else whole.width() - pad - left - step
        for place in range(BLOCKS):
            x = start + (-place if self.mirrored else place) * step
            rect = QRectF(x, (whole.height() - high) / 2, wide, high)
            filled = theme.color("primary") if place < self._seen else None
            box(painter, rect, theme.px(RADIUS_BLOCK), filled, None if filled else theme.color("edge"))
        painter.end()


class EveningsDots(Painted):
    """One dot for each rated evening of each way: rings for the first, discs for the other."""

    spoken = "Graphic"

    def __init__(self, evenings: EveryEvening, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evenings = evenings
        self.setAccessibleName(_("Every rated evening"))
        self.setAccessibleDescription(evenings.summary)
        fixed_height(self)

    def sizeHint(self) -> QSize:
        """Two lanes."""
        return QSize(theme.px(360), 2 * theme.px(HEAD + LANE + BELOW))

    def minimumSizeHint(self) -> QSize:
        """Columns may stand closer."""
        return QSize(theme.px(220), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both lanes, one below the other."""
        painter, lane = self.painter(), theme.px(HEAD + LANE + BELOW)
        most = max(count for way in self._evenings.ways for _value, count in way.counts)
        for place, way in enumerate(self._evenings.ways):
            self._paint_way(painter, way, place * lane, most, filled=place == 1)
        painter.end()

    def _paint_way(self, painter: QPainter, way: Evenings, top: float, most: int, *, filled: bool) -> None:
        side = theme.px(14)
        name = QRectF(0, top, self.width(), theme.px(HEAD))
        shown = theme.metrics("small_strong").elidedText(way.name, Qt.TextElideMode.ElideRight, self.width())
        words(painter, name, "small_strong", "ink", shown, align=END if self.mirrored else START)
        base = top + theme.px(HEAD + LANE)
        across = self.width() - 2 * side
        low, high = self._evenings.low, self._evenings.high

        def at(value: float) -> float:
            share = (value - low) / (high - low)
            return side + across * (1 - share if self.mirrored else share)

        pitch = min(theme.px(10) * PITCH / 10, (theme.px(LANE) - 6) / max(1, most))
        reach = min(DOT * theme.scale / 100, pitch / 2 - 0.5)
        painter.setPen(QPen(theme.color("primary"), 2))
        painter.setBrush(theme.color("primary") if filled else Qt.BrushStyle.NoBrush)
        for value, count in way.counts:
            x = at(min(value + (self._evenings.step - 1) / 2, high))
            for number in range(count):
                painter.drawEllipse(QPointF(x, base - 6 - pitch * (number + 0.4)), reach, reach)
        painter.fillRect(QRectF(side, base, across, 1), theme.color("edge"))
        for value in (low, high):
            rect = QRectF(at(value) - side, base, 2 * side, theme.px(BELOW))
            words(painter, rect, "tick", "ink2", str(value))
        x = at(way.mean)
        painter.fillRect(QRectF(x - 1.5, base, 3, theme.px(10)), theme.color("ink"))
        advance = theme.metrics("tick_strong").horizontalAdvance(way.mean_words)
        after = x + 7 + advance <= self.width() - 2 * side
        rect = QRectF(x + 7 if after else x - 7 - advance, base, advance, theme.px(BELOW))
        words(painter, rect, "tick_strong", "ink", way.mean_words, align=START)


class DifferencePicture(Painted):
    """The interval as a bar, the estimate across it, and dotted what the test could just have seen."""

    spoken = "Graphic"

    def __init__(self, span: DifferenceSpan, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span = span
        self.setAccessibleName(_("The difference, in points"))
        self.setAccessibleDescription(sentence)
        fixed_height(self)

    def sizeHint(self) -> QSize:
        """Names, the band and the axis."""
        return QSize(theme.px(380), theme.px(2 * CAPTION + AXIS))

    def minimumSizeHint(self) -> QSize:
        """The axis may be shorter."""
        return QSize(theme.px(220), self.sizeHint().height())

    def _at(self, points: float) -> float:
        side = theme.px(20)
        share = (points + self._span.reach) / (2 * self._span.reach)
        return side + (self.width() - 2 * side) * (1 - share if self.mirrored else share)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint band, bar, axis and words."""
        painter, span = self.painter(), self._span
        top, base = theme.px(CAPTION), theme.px(CAPTION + AXIS)
        self._paint_names(painter)
        zero = self._at(0)
        if span.least is not None:
            ends = sorted((self._at(-span.least), self._at(span.least)))
            band = QRectF(ends[0], top, ends[1] - ends[0], base - top)
            box(painter, band, theme.px(RADIUS_TAG), theme.color("sunken"))
            painter.setPen(QPen(theme.color("edge"), 1, Qt.PenStyle.DotLine))
            for x in ends:
                painter.drawLine(QPointF(x, top), QPointF(x, base))
        painter.fillRect(QRectF(zero - 1, top, 2, base - top), theme.color("edge"))
        middle, high = (top + base) / 2, theme.px(BAR)
        low, far = sorted((self._at(max(span.low, -span.reach)), self._at(min(span.high, span.reach))))
        bar = QRectF(low - high / 2, middle - high / 2, far - low + high, high)
        box(painter, bar, high / 2, theme.color("primary"))
        painter.setPen(NO_PEN)
        painter.fillRect(QRectF(self._at(span.at) - 1.5, middle - high, 3, 2 * high), theme.color("ink"))
        self._paint_axis(painter, base)
        painter.end()

    def _paint_names(self, painter: QPainter) -> None:
        half = self.width() / 2 - theme.px(6)
        for text, x, align in (
            (self._span.left, 0.0, START),
            (self._span.right, self.width() / 2 + theme.px(6), END),
        ):
            shown = theme.metrics("small_strong").elidedText(text, Qt.TextElideMode.ElideRight, half)
            place = QRectF(self.width() - half - x if self.mirrored else x, 0, half, theme.px(CAPTION))
            flipped = (END if align == START else START) if self.mirrored else align
            words(painter, place, "small_strong", "ink", shown, align=flipped)

    def _paint_axis(self, painter: QPainter, base: float) -> None:
        reach = self._span.reach
        first, last = sorted((self._at(-reach), self._at(reach)))
        painter.fillRect(QRectF(first, base, last - first, 1), theme.color("edge"))
        told = _("{n} lower").format(n=f"{reach:g}")
        room = theme.px(120)
        for points, text in ((-reach, told), (0.0, _("no difference")), (reach, told)):
            x = self._at(points)
            painter.fillRect(QRectF(x - 0.5, base - 4, 1, 8), theme.color("edge"))
            left = min(max(0.0, x - room / 2), self.width() - room)
            align = Qt.AlignmentFlag.AlignCenter if points == 0 else (START if x < self.width() / 2 else END)
            rect = QRectF(x - room / 2 if points == 0 else left, base, room, theme.px(CAPTION))
            words(painter, rect, "tick", "ink2", text, align=align)
