"""One handle of the night bar: a stop for Tab of its own, moved by arrows or by dragging."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewire_app.ui.widgets.base import Painted, tell_value
from rewire_app.ui.widgets.theme import theme

WIDTH, HEIGHT, HIT = 8, 52, 24
STEP_MIN, STRIDE_MIN = 5, 30


class NightHandle(Painted):
    """`stepped(minutes)`: an arrow key. `dragged(dx)`: px since the press. `dropped`: the drag is over.

    `seen` handles paint a grip; the one for time awake lies over the hatch and paints nothing.
    """

    spoken = "Slider"
    stepped = Signal(int)
    dragged = Signal(float)
    grabbed = Signal()
    dropped = Signal()

    def __init__(self, name: str, parent: QWidget, *, span: tuple[int, int], seen: bool = True) -> None:
        super().__init__(parent)
        self._seen, self._span = seen, span
        self._words, self._minutes = "", 0
        self._from: float | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    def say(self, words: str, minutes: int) -> None:
        """Keep the value for screen readers, as words and in minutes."""
        before, self._words, self._minutes = self._minutes, words, minutes
        if minutes != before:
            tell_value(self, minutes)

    def spoken_words(self) -> str:
        """The time or the minutes it stands for."""
        return self._words

    def spoken_span(self) -> tuple[int, int, int]:
        """From the first to the last minute, in fives."""
        return *self._span, STEP_MIN

    def value(self) -> int:
        """The minutes it stands for."""
        return self._minutes

    def set_value(self, minutes: int) -> None:
        """Ask to stand for other minutes."""
        self.stepped.emit(minutes - self._minutes)

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        if not self._seen:
            return self.rect(), 4
        wide = theme.px(WIDTH)
        return QRect((self.width() - wide) // 2, 0, wide, self.height()), theme.px(4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by 5 minutes, with Shift by 30."""
        by = STRIDE_MIN if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP_MIN
        onward, backward = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.mirrored:
            onward, backward = backward, onward
        if event.key() in (onward, Qt.Key.Key_Up):
            self.stepped.emit(by)
        elif event.key() in (backward, Qt.Key.Key_Down):
            self.stepped.emit(-by)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.globalPosition().x()
            self.grabbed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self._from is not None:
            self.dragged.emit(event.globalPosition().x() - self._from)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End the drag."""
        if self._from is not None:
            self._from = None
            self.dropped.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the grip."""
        if not self._seen:
            return
        painter = self.painter()
        rect = self.ring()[0].toRectF().adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(QPen(theme.color("indigoText"), theme.px(3) / 2))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(rect, theme.px(7) / 2, theme.px(7) / 2)
        painter.end()
