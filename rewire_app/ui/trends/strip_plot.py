"""Three linked panels over the same days, painted; days chosen in one are marked in all of them."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.plots.nights_strip import Panel, Strip
from rewire_app.ui.theme import theme
from rewire_app.ui.trends.selecting import SelectingPlot
from rewire_app.ui.widgets.base import announce, words

ROLES = {"practice": "primary", "sleep": "indigo", "reactivity": "coral"}
HEIGHTS = {"practice": 84, "sleep": 84, "reactivity": 104}
FADED = 90
"""Opacity of what is not chosen, of 255, while something is."""
GAP, TITLE_GAP = 10, 9
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class StripPlot(SelectingPlot):
    """Click or drag a band, Shift extends it, Ctrl adds or takes a day; the keys do the same, Escape clears.

    `picked()`: other days are chosen.
    """

    picked = Signal()
    opens = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip: Strip | None = None
        self._picked: frozenset[int] = frozenset()
        self._before: frozenset[int] = frozenset()
        self._anchor = 0
        self._known: dict[str, tuple[QRectF, list[tuple[int, QRectF]]]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    @property
    def strip(self) -> Strip | None:
        """What is painted."""
        return self._strip

    @property
    def days_chosen(self) -> frozenset[int]:
        """The numbers of the chosen days."""
        return self._picked

    def show_strip(self, strip: Strip) -> None:
        """Paint other days; nothing is chosen at first."""
        self._strip = strip
        self.setAccessibleName(strip.name)
        self.setAccessibleDescription(strip.summary)
        self._picked = frozenset()
        self._known.clear()
        self.choose(-1)
        self.picked.emit()
        self.update()

    def pick(self, numbers: Collection[int], *, announced: bool = False) -> None:
        """Choose these days in all panels; with `announced` screen readers hear what they had in common."""
        self._picked = frozenset(numbers)
        self.update()
        self.picked.emit()
        if announced and self._strip is not None:
            announce(self, self._strip.common(self._picked))

    def count(self) -> int:
        """How many days there are."""
        return len(self._strip.days) if self._strip else 0

    def sentence(self, number: int) -> str:
        """What a day and the day after it were like."""
        return self._strip.words[number] if self._strip and number >= 0 else ""

    def mark(self, _number: int) -> None:
        """Show which day is looked at."""
        self.update()

    def at(self, where: QPointF) -> int | None:
        """The day under the mouse, in any panel."""
        if not self.count() or not self._left() - self._pitch() <= where.x() <= self.width():
            return None
        return self._column(where.x())

    def _column(self, x: float) -> int:
        return min(self.count() - 1, max(0, int((x - self._left()) / self._pitch())))

    # acting

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a band, extend the last one (Shift), or add and take days (Ctrl)."""
        found = self.at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or found is None:
            return
        keys = event.modifiers()
        self._before = self._picked if keys & Qt.KeyboardModifier.ControlModifier else frozenset()
        if not keys & Qt.KeyboardModifier.ShiftModifier:
            self._anchor = found
        self._drag_to(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the band further, or show the day that is looked at."""
        if event.buttons() & Qt.MouseButton.LeftButton and self.count():
            self._drag_to(self._column(event.position().x()))
            return
        super().mouseMoveEvent(event)

    def _drag_to(self, number: int) -> None:
        self.choose(number)
        self.pick(self._before ^ _between(self._anchor, number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and choose; Shift extends the band, Space adds or takes a day after Ctrl moved to it."""
        last, key, held = self.count() - 1, Qt.Key(event.key()), event.modifiers()
        here = self.chosen
        targets = {
            Qt.Key.Key_Right: min(last, here + 1),
            Qt.Key.Key_Left: max(0, here - 1) if here >= 0 else last,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if last < 0:
            QWidget.keyPressEvent(self, event)
        elif key in targets:
            self._step(targets[key], held)
        elif key == Qt.Key.Key_Space and here >= 0:
            self.pick(self._picked ^ {here}, announced=True)
        elif key == Qt.Key.Key_Escape and self._picked:
            self.choose(-1)
            self.pick(())
        else:
            super().keyPressEvent(event)

    def _step(self, wanted: int, held: Qt.KeyboardModifier) -> None:
        if held & Qt.KeyboardModifier.ControlModifier:
            self.choose(wanted, announce=True)
            return
        if not held & Qt.KeyboardModifier.ShiftModifier or self.chosen < 0:
            self._anchor = wanted
        self.choose(wanted)
        self.pick(_between(self._anchor, wanted), announced=True)

    # layout

    def sizeHint(self) -> QSize:
        """The width of the design and all panels."""
        return QSize(theme.px(588), self._height())

    def minimumSizeHint(self) -> QSize:
        """Narrow windows have to be possible."""
        return QSize(theme.px(280), self._height())

    def _height(self) -> int:
        lines = 3 * (theme.line("second") + theme.px(GAP + TITLE_GAP)) + theme.line("tick") + theme.px(8)
        return lines + sum(theme.px(height) for height in HEIGHTS.values())

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        self._known.clear()
        self.updateGeometry()
        self.update()

    def _left(self) -> float:
        if self._strip is None:
            return 0.0
        metrics = theme.metrics("tick")
        ticks = [tick.text for panel in self._strip.panels for tick in panel.ticks]
        return max(metrics.horizontalAdvance(text) for text in ticks) + theme.px(12)

    def _pitch(self) -> float:
        return max(1.0, (self.width() - self._left() - theme.px(4)) / max(1, self.count()))

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint on the screen."""
        painter = QPainter(self)
        self.paint_on(painter)
        painter.end()

    def paint_on(self, painter: QPainter) -> None:
        """Paint the picture from (0, 0) at its own size."""
        strip = self._strip
        if strip is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, pitch, y = self._left(), self._pitch(), 0.0
        for panel in strip.panels:
            line = theme.line("second")
            title = QRectF(0, y, self.width(), line)
            words(painter, title, "second_strong", "ink", panel.title, align=LEFT)
            wide = theme.metrics("second_strong").horizontalAdvance(panel.title) + theme.px(8)
            words(painter, title.adjusted(wide, 0, 0, 0), "small", "ink2", panel.what, align=LEFT)
            y += line + theme.px(TITLE_GAP)
            place = QRectF(left, y, pitch * max(1, self.count()), theme.px(HEIGHTS[panel.key]))
            self._paint_panel(painter, panel, place, pitch)
            y = place.bottom() + theme.px(GAP)
        self._paint_labels(painter, strip, left, pitch, y)

    def _paint_panel(self, painter: QPainter, panel: Panel, place: QRectF, pitch: float) -> None:
        for begin, end in _runs(self._picked):
            band = QRectF(place.left() + begin * pitch, place.top(), (end - begin) * pitch, place.height())
            painter.fillRect(band, theme.color("sunken"))
            painter.fillRect(QRectF(band.left(), band.bottom() + 2, band.width(), 2), theme.color("ink2"))
        high = theme.line("tick")
        for tick in panel.ticks:
            at = round(_up(panel, place, tick.y))
            painter.fillRect(QRectF(place.left(), at, place.width(), 1), theme.color("line"))
            label = QRectF(0, at - high / 2, place.left() - theme.px(8), high)
            words(painter, label, "tick", "ink2", tick.text, align=RIGHT)
        rects = self._marks(panel, place, pitch)
        full = theme.color(ROLES[panel.key])
        faded = QColor(full)
        faded.setAlpha(FADED)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._picked:
            painter.setBrush(faded)
            _paint_marks(painter, panel, [rect for at, rect in rects if at not in self._picked])
        painter.setBrush(full)
        chosen = [rect for at, rect in rects if not self._picked or at in self._picked]
        _paint_marks(painter, panel, chosen)
        if 0 <= self.shown < self.count():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.color("ink"))
            wide = max(pitch, 5.0)
            x = place.left() + (self.shown + 0.5) * pitch - wide / 2
            painter.drawRect(QRectF(x, place.top() - 1, wide, place.height() + 2))

    def _marks(self, panel: Panel, place: QRectF, pitch: float) -> list[tuple[int, QRectF]]:
        """The marks of a panel by column; kept, because a band that is drawn paints them again and again."""
        known = self._known.get(panel.key)
        if known is None or known[0] != place:
            marks = [
                (number, _mark(panel, place, number, value, pitch))
                for number, value in enumerate(panel.values)
                if value is not None
            ]
            known = self._known[panel.key] = (QRectF(place), marks)
        return known[1]

    def _paint_labels(self, painter: QPainter, strip: Strip, left: float, pitch: float, y: float) -> None:
        metrics, high, taken = theme.metrics("tick"), theme.line("tick"), -1.0
        for label in strip.labels:
            wide = metrics.horizontalAdvance(label.text)
            x = min(max(0.0, left + (label.x + 0.5) * pitch - wide / 2), self.width() - wide)
            if x > taken:
                words(painter, QRectF(x, y, wide, high), "tick", "ink2", label.text)
                taken = x + wide + theme.px(8)


def _between(one: int, other: int) -> frozenset[int]:
    return frozenset(range(min(one, other), max(one, other) + 1))


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
    if panel.key == "practice":
        y = min(y, place.bottom() - 1)
        return QRectF(x, y, wide, place.bottom() - y)
    if panel.key == "sleep":
        return QRectF(x, y - 2, wide, 4)
    round_ = max(4.0, wide * 0.8)
    return QRectF(x + (wide - round_) / 2, y - round_ / 2, round_, round_)


def _paint_marks(painter: QPainter, panel: Panel, rects: list[QRectF]) -> None:
    """All marks at once."""
    if panel.key != "reactivity":
        painter.drawRects(rects)
        return
    dots = QPainterPath()
    dots.setFillRule(Qt.FillRule.WindingFill)
    for rect in rects:
        dots.addEllipse(rect)
    painter.drawPath(dots)
