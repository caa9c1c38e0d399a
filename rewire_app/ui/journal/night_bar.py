"""The night bar: outline in bed, filled asleep, hatched awake, with handles for the four times."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import minutes_words
from rewire_app.i18n import _
from rewire_app.ui.journal.night_handle import HEIGHT as HANDLE_HEIGHT
from rewire_app.ui.journal.night_handle import HIT, NightHandle
from rewire_app.ui.journal.night_shape import (
    EARLIEST,
    FIRST,
    LAST,
    LATEST,
    LONGEST_AWAKE,
    Night5,
    Parts,
    marked,
    moved,
    ordered,
    shown_range,
    spans,
)
from rewire_app.ui.widgets.base import Painted, box, fixed_height, words
from rewire_app.ui.widgets.theme import theme

BAR = 40
INSET = 8


class NightBar(Painted):
    """A night in minutes from the midnight before waking (23:10 is -50): bed, asleep, wake, up, and awake.

    `changed` comes after each key and at the end of each drag, `moving` while it is dragged. Drawing over
    the time asleep marks time awake.
    """

    spoken = "Graphic"
    changed = Signal()
    moving = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._night: Night5 = (-60, -45, 420, 420, 0)
        self._parts: Parts = ()
        self._range = (FIRST, LAST)
        self._held: Night5 | None = None
        self._held_parts: Parts = ()
        self._drawn_from: float | None = None
        self.setAccessibleName(_("The night"))
        fixed_height(self)
        names = (_("In bed"), _("Asleep"), _("Awake"), _("Woke"), _("Up"))
        self._names = names
        reach = [(0, LONGEST_AWAKE) if place == 2 else (EARLIEST, LATEST) for place in range(len(names))]
        self.handles = [
            NightHandle(name, self, span=reach[place], seen=place != 2) for place, name in enumerate(names)
        ]
        for place, handle in enumerate(self.handles):
            handle.stepped.connect(lambda by, place=place: self._step(place, by))
            handle.dragged.connect(lambda dx, place=place: self._drag(place, dx))
            handle.grabbed.connect(self._grab)
            handle.dropped.connect(self._drop)
        self.setFocusProxy(self.handles[0])
        self._widen()
        self._say()

    def night(self) -> Night5:
        """Bed, asleep, wake and up in minutes from midnight, and minutes awake."""
        return self._night

    def set_night(self, bed: int, asleep: int, wake: int, up: int, awake: int) -> None:
        """Show a night; times are put in order when they are not. Says nothing."""
        self._night = ordered((bed, asleep, wake, up, awake))
        self._widen()
        self._say()
        self._lay_out()
        self.update()

    def forget(self) -> None:
        """Another night is shown next: where it was awake is not known of it."""
        self._parts = ()

    # moving

    def _step(self, place: int, by: int) -> None:
        night = moved(place, self._night, by)
        if night != self._night:
            self.set_night(*night)
            self.changed.emit()

    def _grab(self) -> None:
        self._held, self._held_parts = self._night, self._parts

    def _drag(self, place: int, dx: float) -> None:
        if self._held is None:
            return
        dx = -dx if self.mirrored else dx
        by = round(dx / self._scale() / 5) * 5
        night = moved(place, self._held, by)
        self._show_held(night, self._parts)

    def _show_held(self, night: Night5, parts: Parts) -> None:
        """Show what a drag makes of the night, on the same scale until it ends."""
        if (night, parts) == (self._night, self._parts):
            return
        self._night, self._parts = night, parts
        self._say()
        self._lay_out()
        self.update()
        self.moving.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to draw time awake, where there is sleep."""
        at = self._minutes_at(event.position().x())
        on_the_bar = 0 <= event.position().y() - self._top() <= theme.px(BAR)
        _bed, asleep, wake, _up, _awake = self._night
        if event.button() == Qt.MouseButton.LeftButton and on_the_bar and asleep <= at <= wake:
            self._grab()
            self._drawn_from = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw time awake."""
        if self._drawn_from is not None and self._held is not None:
            at = self._minutes_at(event.position().x())
            self._show_held(*marked(self._held, self._held_parts, self._drawn_from, at))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """What was drawn is there."""
        if self._drawn_from is not None:
            self._drawn_from = None
            self._drop()

    def _drop(self) -> None:
        before, self._held = self._held, None
        self._widen()
        self._lay_out()
        self.update()
        if before != self._night:
            self.changed.emit()

    # measuring

    def _widen(self) -> None:
        self._range = shown_range(self._night)

    def _scale(self) -> float:
        """Px a minute."""
        return (self.width() - 2 * theme.px(INSET)) / (self._range[1] - self._range[0])

    def x_of(self, minutes: float) -> float:
        """Where a time lies, px from the left."""
        x = theme.px(INSET) + (minutes - self._range[0]) * self._scale()
        return self.width() - x if self.mirrored else x

    def _minutes_at(self, x: float) -> float:
        """The time at `x` px from the left."""
        x = self.width() - x if self.mirrored else x
        return (x - theme.px(INSET)) / self._scale() + self._range[0]

    def _top(self) -> int:
        """The upper edge of the bar, below the two lines of labels."""
        return theme.line("small") + theme.line("strong") + theme.px(5)

    def sizeHint(self) -> QSize:
        """Labels, bar and axis."""
        height = self._top() + theme.px(BAR) + theme.px(20) + theme.line("tick") + theme.px(2)
        return QSize(theme.px(640), height)

    def minimumSizeHint(self) -> QSize:
        """Less than half the width still works."""
        return QSize(theme.px(250), self.sizeHint().height())

    def _longest_awake(self) -> tuple[float, float]:
        """The longest stretch awake, in minutes; without any the middle of the sleep."""
        middle = (self._night[1] + self._night[2]) / 2
        found = spans(self._night, self._parts)
        return max(found, key=lambda part: part[1] - part[0], default=(middle, middle))

    def _lay_out(self) -> None:
        bed, asleep, wake, up, _awake = self._night
        high = theme.px(HANDLE_HEIGHT)
        top = self._top() + (theme.px(BAR) - high) // 2
        for handle, minutes in zip(
            (self.handles[0], self.handles[1], self.handles[3], self.handles[4]),
            (bed, asleep, wake, up),
            strict=True,
        ):
            handle.setGeometry(round(self.x_of(minutes)) - theme.px(HIT) // 2, top, theme.px(HIT), high)
        start, end = sorted(self.x_of(minutes) for minutes in self._longest_awake())
        wide = max(theme.px(HIT), round(end - start))
        self.handles[2].setGeometry(round((start + end - wide) / 2), self._top() + 2, wide, theme.px(BAR) - 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the handles anew."""
        super().resizeEvent(event)
        self._lay_out()

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._lay_out()

    def value_texts(self) -> tuple[str, ...]:
        """What stands above the bar, from left to right."""
        bed, asleep, wake, up, awake = self._night
        minutes = _("{n} min").format(n=awake)
        return minutes_words(bed), minutes_words(asleep), minutes, minutes_words(wake), minutes_words(up)

    def _say(self) -> None:
        bed, asleep, wake, up, awake = self._night
        minutes = (bed, asleep, awake, wake, up)
        for handle, words_of, at in zip(self.handles, self.value_texts(), minutes, strict=True):
            handle.say(words_of, at)

    def spoken_words(self) -> str:
        """The night in a sentence."""
        bed, asleep, wake, up, awake = self._night
        slept, lay = max(0, wake - asleep - awake), up - bed
        return _("Sleep: {h} h {m} min asleep of {bh} h {bm} min in bed").format(
            h=slept // 60, m=slept % 60, bh=lay // 60, bm=lay % 60
        )

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axis, bar, hatch and labels; the handles paint themselves."""
        painter = self.painter()
        self._paint_axis(painter)
        bed, _asleep, _wake, up, _awake = self._night
        top, high = self._top(), theme.px(BAR)
        lying = self._rect(bed, up, top, high)
        painter.setPen(QPen(theme.color("indigo"), theme.px(3) / 2))
        painter.setBrush(theme.color("indigoSoft"))
        painter.drawRoundedRect(lying.adjusted(0, 0.75, 0, -0.75), theme.px(8), theme.px(8))
        self._paint_asleep(painter, top, high)
        self._paint_labels(painter)
        painter.end()

    def _paint_asleep(self, painter: QPainter, top: int, high: int) -> None:
        """Filled from falling asleep to the last waking, with a hatch where there was time awake."""
        _bed, asleep, wake, _up, _awake = self._night
        awake = spans(self._night, self._parts)
        edges = [float(asleep), *(edge for part in awake for edge in part), float(wake)]
        pieces = [piece for piece in zip(edges[::2], edges[1::2], strict=True) if piece[1] > piece[0]]
        indigo, square = theme.color("indigo"), 8.0
        for start, end in pieces:
            rect = self._rect(start, end, top, high)
            box(painter, rect, 6, indigo)
            for outer, at in ((start == asleep, start), (end == wake, end)):
                if outer:  # only towards the hatch are corners round
                    wide = min(square, rect.width() / 2)
                    left = rect.left() if abs(self.x_of(at) - rect.left()) < 1 else rect.right() - wide
                    painter.fillRect(QRectF(left, rect.top(), wide, rect.height()), indigo)
        for start, end in awake if pieces else ():
            self._paint_hatch(painter, self._rect(start, end, top, high))

    def _rect(self, start: float, end: float, top: int, high: int) -> QRectF:
        left, right = sorted((self.x_of(start), self.x_of(end)))
        return QRectF(left, top, right - left, high)

    def _paint_hatch(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(theme.color("indigo"), theme.px(3) / 2))
        step, edge = theme.px(7), theme.px(10)
        count = max(1, int((rect.width() - theme.px(6)) // step))
        first = rect.center().x() - (count - 1) * step / 2
        for place in range(count):
            x = first + place * step
            painter.drawLine(QPointF(x, rect.top() + edge), QPointF(x, rect.bottom() - edge))

    def _paint_axis(self, painter: QPainter) -> None:
        y = self._top() + theme.px(BAR) + theme.px(10)
        first, last = self._range
        painter.setPen(QPen(theme.color("line"), 1.5))
        painter.drawLine(QPointF(self.x_of(first), y), QPointF(self.x_of(last), y))
        wide = theme.metrics("tick").horizontalAdvance(minutes_words(0))
        every = next(step for step in (1, 2, 3, 4, 6, 24) if 60 * step * self._scale() > 1.5 * wide + 2)
        for hour in range(first // 60, last // 60 + 1):
            x = self.x_of(hour * 60)
            painter.setPen(QPen(theme.color("edge"), 1))
            painter.drawLine(QPointF(round(x) + 0.5, y), QPointF(round(x) + 0.5, y + theme.px(5)))
            if (hour - first // 60) % every:
                continue
            left = max(0.0, min(self.width() - wide, x - wide / 2))
            label = QRectF(left, y + theme.px(10), wide, theme.line("tick"))
            words(painter, label, "tick", "ink2", minutes_words(hour * 60))

    def _paint_labels(self, painter: QPainter) -> None:
        """Names and values above the bar; In bed and Woke end at their handle, Asleep and Up begin there."""
        values = self.value_texts()
        wide = [
            max(
                theme.metrics("small").horizontalAdvance(name),
                theme.metrics("strong").horizontalAdvance(value),
            )
            for name, value in zip(self._names, values, strict=True)
        ]
        bed, asleep, wake, up, _awake = self._night
        middle = (asleep + wake) / 2
        at = [self.x_of(minutes) for minutes in (bed, asleep, middle, wake, up)]
        ends = (True, False, None, True, False)
        lefts = []
        for x, width, end in zip(at, wide, ends, strict=True):
            end_side = end if end is None or not self.mirrored else not end
            left = x - width / 2 if end_side is None else x + 4 - width if end_side else x - 4
            lefts.append(max(0.0, min(self.width() - width, left)))
        if not self.mirrored:
            lefts[1] = max(lefts[1], lefts[0] + wide[0] + 10)
            lefts[3] = min(lefts[3], lefts[4] - wide[3] - 10)
        for place, (name, value) in enumerate(zip(self._names, values, strict=True)):
            if place == 2 and self._crowded(lefts, wide):
                continue
            align = Qt.AlignmentFlag.AlignLeft
            if ends[place] is None:
                align = Qt.AlignmentFlag.AlignHCenter
            elif ends[place] is not self.mirrored:
                align = Qt.AlignmentFlag.AlignRight
            top = QRectF(lefts[place], 0, wide[place], theme.line("small"))
            below = QRectF(lefts[place], theme.line("small") - 2, wide[place], theme.line("strong"))
            words(painter, top, "small", "ink2", name, align=align)
            words(painter, below, "strong", "ink", value, align=align)

    def _crowded(self, lefts: list[float], wide: list[float]) -> bool:
        """Whether the label of time awake would touch its neighbours."""
        start, end = lefts[2], lefts[2] + wide[2]
        return any(
            start < lefts[other] + wide[other] + 8 and end > lefts[other] - 8 for other in (0, 1, 3, 4)
        )
