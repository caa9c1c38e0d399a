"""A line to choose a number on: how likely, or how much; what was given before stays on it as a ring."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import NO_PEN, Painted, announce, fixed_height, tell_value, words
from rewire_app.ui.widgets.theme import RADIUS_ITEM, TARGET, theme
from rewire_app.ui.widgets.typed_digits import TypedDigits

KNOB, DOT, TRACK = 22, 4, 4
SIDE = 12
"""From the edge to the first mark, px of the design."""
MARKS = 11
PERCENT = 100


class Slide(Painted):
    """A number from 0 to `top` (10, or 100 for per cent), None until it is chosen.

    `label` is asked above, with the answer behind it; `low` and `high` stand at the ends. `before`: what was
    given another time. Arrows move by a tenth of ten or twentieth of a hundred, Shift by one, Delete takes it
    back; digits say the number.
    """

    spoken = "Slider"
    changed = Signal(object)

    def __init__(
        self,
        label: str,
        low: str = "",
        high: str = "",
        parent: QWidget | None = None,
        *,
        top: int = PERCENT,
        before: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._label, self._low, self._high, self._top = label, low, high, top
        self._before = before
        self._value: int | None = None
        self._digits = TypedDigits(top)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        fixed_height(self)

    @property
    def _step(self) -> int:
        return 5 if self._top == PERCENT else 1

    def value(self) -> int | None:
        """What was chosen, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Choose `value`, or nothing; says `changed` when it differs."""
        if value is not None:
            value = max(0, min(self._top, value))
        if value == self._value:
            return
        self._value = value
        self.update()
        if value is None:
            announce(self, self.value_text())
        else:
            tell_value(self, value)
        self.changed.emit(value)

    def value_text(self) -> str:
        """The value in words."""
        return _("not noted") if self._value is None else self._number(self._value)

    def _number(self, value: int) -> str:
        return f"{value}%" if self._top == PERCENT else _("{value} of 10").format(value=value)

    def spoken_words(self) -> str:
        """The value, what was given before, and what the ends mean."""
        before = "" if self._before is None else _("before {n}").format(n=self._number(self._before))
        said = (self.value_text(), before, self._end(0), self._end(self._top))
        return ". ".join(filter(None, said))

    def spoken_span(self) -> tuple[int, int, int]:
        """From 0 to the top, and what an arrow moves."""
        return 0, self._top, self._step

    def _end(self, value: int) -> str:
        words_there = self._low if value == 0 else self._high
        number = f"{value}%" if self._top == PERCENT else str(value)
        return f"{number}, {words_there}" if words_there else ""

    # layout

    def sizeHint(self) -> QSize:
        """The question, the line, and the words at its ends."""
        return QSize(theme.px(200), self._line_top + theme.px(TARGET) + self._foot)

    def minimumSizeHint(self) -> QSize:
        """Room for the marks."""
        return QSize(theme.px(120), self.sizeHint().height())

    @property
    def _line_top(self) -> int:
        return theme.line("strong")

    @property
    def _foot(self) -> int:
        return theme.line("small") if self._low or self._high or self._before is not None else 0

    def _x(self, value: float) -> float:
        side = theme.px(SIDE)
        share = (self.width() - 2 * side) * value / self._top
        return self.width() - side - share if self.mirrored else side + share

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return QRect(0, self._line_top, self.width(), theme.px(TARGET)), theme.px(RADIUS_ITEM)

    # choosing

    def _choose_at(self, x: float) -> None:
        side, room = theme.px(SIDE), self.width() - 2 * theme.px(SIDE)
        share = (self.width() - side - x if self.mirrored else x - side) / max(1, room)
        self.set_value(round(max(0.0, min(1.0, share)) * self._top / self._step) * self._step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        if event.button() == Qt.MouseButton.LeftButton and event.position().y() >= self._line_top:
            self._choose_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging chooses along the way."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose_at(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Shift by one; Home and End; digits say it; Delete takes it back."""
        key, step, text = event.key(), self._step, event.text()
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        more, less = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.mirrored:
            more, less = less, more
        if key in (more, Qt.Key.Key_Up):
            self._move(1 if fine else step)
        elif key in (less, Qt.Key.Key_Down):
            self._move(-1 if fine else -step)
        elif key == Qt.Key.Key_Home:
            self.set_value(0)
        elif key == Qt.Key.Key_End:
            self.set_value(self._top)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_value(None)
        elif len(text) == 1 and text.isdecimal():
            self.set_value(self._digits.read(int(text)))
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        """From where it stands; the first press stands where it was before, or in the middle."""
        if self._value is None:
            self.set_value(self._top // 2 if self._before is None else self._before)
        else:
            self.set_value(self._value + by)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint question, line, marks and words."""
        painter = self.painter()
        first, last = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight  # the painter turns them
        middle = Qt.AlignmentFlag.AlignVCenter
        asked = f"{self._label}: {self._number(self._value)}" if self._value is not None else self._label
        top = QRect(0, 0, self.width(), self._line_top)
        words(painter, top, "strong", "ink", asked, align=first | middle)
        self._paint_line(painter)
        if self._foot:
            below = QRect(0, self._line_top + theme.px(TARGET), self.width(), self._foot)
            words(painter, below, "small", "ink2", self._end(0), align=first | middle)
            words(painter, below, "small", "ink2", self._end(self._top), align=last | middle)
            if self._before is not None:
                words(painter, below, "small", "ink2", self._key(), align=Qt.AlignmentFlag.AlignCenter)
        painter.end()

    def _key(self) -> str:
        before = self._number(self._before or 0)
        if self._value is None:
            return _("ring {before} before").format(before=before)
        return _("ring {before} before, disc {now} now").format(before=before, now=self._number(self._value))

    def _paint_line(self, painter: QPainter) -> None:
        y = self._line_top + theme.px(TARGET) / 2
        painter.setPen(QPen(theme.color("line"), theme.px(TRACK)))
        painter.drawLine(QPointF(self._x(0), y), QPointF(self._x(self._top), y))
        begin = 0 if self._before is None else self._before
        if self._value is not None:
            painter.setPen(QPen(theme.color("primary"), theme.px(TRACK)))
            painter.drawLine(QPointF(self._x(begin), y), QPointF(self._x(self._value), y))
        painter.setPen(NO_PEN)
        painter.setBrush(theme.color("edge"))
        for mark in range(MARKS):
            painter.drawEllipse(
                QPointF(self._x(mark * self._top / 10), y), theme.px(DOT) / 2, theme.px(DOT) / 2
            )
        reach = theme.px(KNOB) / 2
        if self._before is not None:
            small = reach * 0.65
            ring = QRectF(self._x(self._before) - small, y - small, 2 * small, 2 * small)
            _paint_knob(painter, ring, filled=False)
        if self._value is not None:
            place = QRectF(self._x(self._value) - reach, y - reach, 2 * reach, 2 * reach)
            _paint_knob(painter, place, filled=self._before is not None)


def _paint_knob(painter: QPainter, place: QRectF, *, filled: bool) -> None:
    """A ring, or a disc beside the ring of before."""
    if filled:
        painter.setPen(NO_PEN)
        painter.setBrush(theme.color("primary"))
    else:
        painter.setPen(QPen(theme.color("primary"), 3))
        painter.setBrush(theme.color("surface"))
    painter.drawEllipse(place)
