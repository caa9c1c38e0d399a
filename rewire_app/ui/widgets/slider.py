"""A slider from 0 to 10 in the colour of its lane; until it is moved nothing is recorded."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import NO_PEN, Painted, announce, fixed_height, tell_value, words
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.text import Heading, Small
from rewire_app.ui.widgets.theme import theme
from rewire_app.ui.widgets.typed_digits import TypedDigits

TOP = 10
HEIGHT, KNOB, INSET = 36, 11, 13


class ToneRail(Painted):
    """The rail itself: eleven dots, and a knob once a value is there."""

    spoken = "Slider"
    changed = Signal(object)

    def __init__(self, name: str, tone: str, low: str, high: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone, self._low, self._high = tone, low, high
        self._value: int | None = None
        self._digits = TypedDigits()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        fixed_height(self)

    def value(self) -> int | None:
        """0 to 10, or None while it was not moved."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Put the knob on `value`, or take it away; says `changed` when it differs."""
        if value is not None:
            value = max(0, min(TOP, value))
        if value != self._value:
            self._value = value
            self.update()
            if value is None:
                announce(self, self.value_text())
            else:
                tell_value(self, value)
            self.changed.emit(value)

    def value_text(self) -> str:
        """The value in words."""
        return _("not noted") if self._value is None else _("{value} of 10").format(value=self._value)

    def spoken_words(self) -> str:
        """The value, and what its ends mean."""
        ends = [f"0, {self._low}" if self._low else "", f"10, {self._high}" if self._high else ""]
        return ". ".join(part for part in (self.value_text(), "; ".join(filter(None, ends))) if part)

    def spoken_span(self) -> tuple[int, int, int]:
        """From 0 to 10 in ones."""
        return 0, TOP, 1

    def sizeHint(self) -> QSize:
        """36 high for the rail, and a line for the words at its ends."""
        below = theme.line("small") + theme.px(2) if self._low or self._high else 0
        return QSize(theme.px(220), theme.px(HEIGHT) + below)

    def minimumSizeHint(self) -> QSize:
        """Short rails still work."""
        return QSize(theme.px(140), self.sizeHint().height())

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return QRect(0, 0, self.width(), theme.px(HEIGHT)), theme.px(10)

    def x_of(self, value: int) -> float:
        """Where `value` lies on the rail, px from the left."""
        part = value / TOP
        part = 1 - part if self.mirrored else part
        return theme.px(INSET) + part * (self.width() - 2 * theme.px(INSET))

    def _take(self, x: float) -> None:
        part = (x - theme.px(INSET)) / max(1, self.width() - 2 * theme.px(INSET))
        part = 1 - part if self.mirrored else part
        self.set_value(round(part * TOP))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press puts the knob there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._take(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging moves it."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._take(event.position().x())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page never notes anything."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End, a digit (1 then 0 quickly is 10); Delete takes the value back."""
        key, now = event.key(), self._value
        onward, backward = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.mirrored:
            onward, backward = backward, onward
        if key in (onward, Qt.Key.Key_Up):
            self.set_value(0 if now is None else now + 1)
        elif key in (backward, Qt.Key.Key_Down):
            self.set_value(0 if now is None else now - 1)
        elif key == Qt.Key.Key_Home:
            self.set_value(0)
        elif key == Qt.Key.Key_End:
            self.set_value(TOP)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_value(None)
        elif event.text().isdecimal() and len(event.text()) == 1:
            self.set_value(self._digits.read(int(event.text())))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint rail, dots and knob."""
        painter = self.painter()
        middle, value = theme.px(HEIGHT) / 2, self._value
        start, end = self.x_of(0), self.x_of(TOP)
        rail, dot = (2, 3) if theme.contrast else (4, 2)  # there the rail is as strong as an edge
        dot = theme.px(dot)
        pen = QPen(theme.color("line"), theme.px(rail))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        tone = theme.color(self._tone)
        if value is not None and value > 0:
            pen.setColor(tone)
            painter.setPen(pen)
            painter.drawLine(QPointF(start, middle), QPointF(self.x_of(value), middle))
        dots = "ink" if theme.contrast else "edge"
        open_ = value is None and not theme.contrast  # places for the knob: no line between things
        painter.setPen(QPen(theme.color(dots), theme.px(3) / 2) if open_ else NO_PEN)
        painter.setBrush(theme.color("surface" if open_ else dots))
        for place in range(TOP + 1):
            wide = theme.px(4) if open_ else dot
            painter.drawEllipse(QPointF(self.x_of(place), middle), wide, wide)
        if value is not None:
            reach = theme.px(KNOB) - 0.5
            painter.setPen(QPen(tone, theme.px(3)))
            painter.setBrush(theme.color("surface"))
            painter.drawEllipse(QPointF(self.x_of(value), middle), reach, reach)
        below = QRectF(0, theme.px(HEIGHT) + theme.px(2), self.width(), theme.line("small"))
        first, last = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.mirrored:
            first, last = last, first
        if self._low:
            words(painter, below, "small", "ink2", f"0, {self._low}", align=first)
        if self._high:
            words(painter, below, "small", "ink2", f"10, {self._high}", align=last)
        painter.end()


class ToneSlider(QWidget):
    """A rail under a heading that says the value ("Stress today: 5 of 10"). `tone` is a series colour."""

    changed = Signal(object)

    def __init__(
        self,
        name: str,
        tone: str = "amber",
        low: str = "",
        high: str = "",
        *,
        parent: QWidget | None = None,
        heading: bool = True,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self.heading = Heading("")
        self.rail = ToneRail(name, tone, low, high)
        self._column = vbox(self.heading, on=self)
        self.heading.setVisible(heading)
        self._column.addWidget(self.rail)
        self.hint = Small(_("Press a digit, or click on the line."))
        keep = self.hint.sizePolicy()
        keep.setRetainSizeWhenHidden(True)  # what stands below does not jump when something is noted
        self.hint.setSizePolicy(keep)
        self._column.addWidget(self.hint)
        self.setFocusProxy(self.rail)
        self.rail.changed.connect(self._moved)
        self.restyle()
        self._title()

    def restyle(self) -> None:
        """Take over new sizes."""
        self._column.setSpacing(theme.px(10))

    def _title(self) -> None:
        self.hint.setVisible(self.rail.value() is None)
        self.heading.setText(_("{name}: {value}").format(name=self._name, value=self.rail.value_text()))

    def _moved(self, value: int | None) -> None:
        self._title()
        self.changed.emit(value)

    def value(self) -> int | None:
        """0 to 10, or None while it was not moved."""
        return self.rail.value()

    def set_value(self, value: int | None) -> None:
        """Put the knob on `value`, or take it away; says `changed` when it differs."""
        self.rail.set_value(value)
