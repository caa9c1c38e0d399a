"""How the three linked panels look: titles, scales, marks of every day, and the bands of chosen ones."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from rewire_app.charts.nights_strip import LOOKS, Panel, Strip
from rewire_app.charts.spec import EXTENDED, Shape
from rewire_app.ui.widgets.base import ground, words
from rewire_app.ui.widgets.theme import theme

MARKED = 3
"""How high the band over a day with a context mark is, px."""
SLIM = 0.6
"""How wide the mark of a day is that is not chosen, of its usual width, while others are."""
GAP, TITLE_GAP = 10, 9
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Mark = tuple[int, QRectF]


def strip_height() -> int:
    """How high the picture is at the present text size, px."""
    lines = 3 * (theme.line("second") + theme.px(GAP + TITLE_GAP)) + theme.line("tick") + theme.px(8)
    return lines + sum(theme.px(look.heights[0]) for look in LOOKS.values())


class StripPicture:
    """The picture of some days for one width, laid out once and painted as often as the choice changes.

    left, pitch: where the first day begins and how wide a day is, px. places, marks: by panel key.
    """

    def __init__(self, strip: Strip, width: int) -> None:
        self.strip, self.width = strip, width
        metrics = theme.metrics("tick")
        ticks = [tick.text for panel in strip.panels for tick in panel.ticks]
        self.left = max(metrics.horizontalAdvance(text) for text in ticks) + theme.px(12)
        self.pitch = max(1.0, (width - self.left - theme.px(4)) / max(1, len(strip.days)))
        self.places: dict[str, QRectF] = {}
        self.marks: dict[str, list[Mark]] = {}
        line, y = theme.line("second"), 0.0
        for panel in strip.panels:
            y += line + theme.px(TITLE_GAP)
            wide, high = self.pitch * max(1, len(strip.days)), theme.px(panel.look.heights[0])
            place = QRectF(self.left, y, wide, high)
            self.places[panel.key] = place
            self.marks[panel.key] = [
                (number, _mark(panel, place, number, value, self.pitch))
                for number, value in enumerate(panel.values)
                if value is not None
            ]
            y = place.bottom() + theme.px(GAP)

    def column(self, x: float) -> int:
        """The day at `x` px, the nearest one outside."""
        return min(len(self.strip.days) - 1, max(0, int((x - self.left) / self.pitch)))

    def middle(self, number: int) -> float:
        """Where the middle of a day lies, px from the left."""
        return self.left + (number + 0.5) * self.pitch

    def paint(self, painter: QPainter, picked: Collection[int]) -> None:
        """Paint everything; days outside `picked` are slim and grey while there are any."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for panel in self.strip.panels:
            self._paint_title(painter, panel)
            self._paint_ground(painter, panel, picked)
            self._paint_marks(painter, panel, picked)
        self._paint_marked(painter)
        self._paint_labels(painter)

    def frame(self, painter: QPainter, shown: int) -> None:
        """Paint a frame around the day that is looked at, in every panel."""
        if not 0 <= shown < len(self.strip.days):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.color("ink"))
        wide = max(self.pitch, 5.0)
        for place in self.places.values():
            x = self.middle(shown) - wide / 2
            painter.drawRect(QRectF(x, place.top() - 1, wide, place.height() + 2))

    def _paint_title(self, painter: QPainter, panel: Panel) -> None:
        line = theme.line("second")
        room = QRectF(0, self.places[panel.key].top() - line - theme.px(TITLE_GAP), self.width, line)
        words(painter, room, "second_strong", "ink", panel.title, align=LEFT)
        wide = theme.metrics("second_strong").horizontalAdvance(panel.title) + theme.px(8)
        words(painter, room.adjusted(wide, 0, 0, 0), "small", "ink2", panel.what, align=LEFT)

    def _paint_ground(self, painter: QPainter, panel: Panel, picked: Collection[int]) -> None:
        place, high = self.places[panel.key], theme.line("tick")
        for begin, end in _runs(picked):
            x, wide = place.left() + begin * self.pitch, (end - begin) * self.pitch
            ground(painter, QRectF(x, place.top(), wide, place.height()), 0)
            painter.fillRect(QRectF(x, place.bottom() + 2, wide, 2), theme.color("ink2"))
        for tick in panel.ticks:
            at = round(_up(panel, place, tick.y))
            painter.fillRect(QRectF(place.left(), at, place.width(), 1), theme.color("line"))
            label = QRectF(0, at - high / 2, place.left() - theme.px(8), high)
            words(painter, label, "tick", "ink2", tick.text, align=RIGHT)

    def _paint_marks(self, painter: QPainter, panel: Panel, picked: Collection[int]) -> None:
        marks = self.marks[panel.key]
        painter.setPen(Qt.PenStyle.NoPen)
        if picked:
            painter.setBrush(theme.color("edge"))
            _paint_rects(
                painter, panel, [_slim(panel, rect) for number, rect in marks if number not in picked]
            )
        painter.setBrush(theme.color(panel.look.colour))
        _paint_rects(painter, panel, [rect for number, rect in marks if not picked or number in picked])

    def _paint_marked(self, painter: QPainter) -> None:
        """A band over the days that the person marked, above every panel."""
        for begin, end in _runs(self.strip.marked):
            for place in self.places.values():
                x, wide = place.left() + begin * self.pitch, (end - begin) * self.pitch
                painter.fillRect(QRectF(x, place.top() - MARKED - 1, wide, MARKED), theme.color("ink2"))

    def _paint_labels(self, painter: QPainter) -> None:
        metrics, high, taken = theme.metrics("tick"), theme.line("tick"), -1.0
        y = max(place.bottom() for place in self.places.values()) + theme.px(GAP)
        for label in self.strip.labels:
            wide = metrics.horizontalAdvance(label.text)
            x = min(max(0.0, self.middle(int(label.x)) - wide / 2), self.width - wide)
            if x > taken:
                words(painter, QRectF(x, y, wide, high), "tick", "ink2", label.text)
                taken = x + wide + theme.px(8)


def _up(panel: Panel, place: QRectF, value: float) -> float:
    return place.bottom() - (value - panel.lo) / (panel.hi - panel.lo) * place.height()


def _runs(numbers: Collection[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers together: the first of each run, and the one after its last."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1)
        else:
            found.append((number, number + 1))
    return found


def _mark(panel: Panel, place: QRectF, number: int, value: float, pitch: float) -> QRectF:
    """A bar for minutes, a dash for hours, a dot for a rating."""
    wide = max(2.0, min(pitch * 0.72, theme.px(14)))
    x, y = place.left() + (number + 0.5) * pitch - wide / 2, _up(panel, place, value)
    if panel.look.shape is Shape.BARS:
        y = min(y, place.bottom() - 1)
        return QRectF(x, y, wide, place.bottom() - y)
    if panel.look.shape is Shape.DASHES:
        return QRectF(x, y - 2, wide, 4)
    round_ = max(4.0, wide * 0.8)
    return QRectF(x + (wide - round_) / 2, y - round_ / 2, round_, round_)


def _slim(panel: Panel, rect: QRectF) -> QRectF:
    """The same mark, less wide, but never too slim to be seen; a dot stays round."""
    less = (rect.width() - max(2.0, rect.width() * SLIM)) / 2
    lower = 0.0 if panel.look.shape in EXTENDED else less
    return rect.adjusted(less, lower, -less, -lower)


def _paint_rects(painter: QPainter, panel: Panel, rects: list[QRectF]) -> None:
    """All marks at once."""
    if panel.look.shape in EXTENDED:
        painter.drawRects(rects)
        return
    dots = QPainterPath()
    dots.setFillRule(Qt.FillRule.WindingFill)
    for rect in rects:
        dots.addEllipse(rect)
    painter.drawPath(dots)
