"""The rating: eleven cells from 0 to 10, or from 0 to 100 per cent in tens."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, announce, box, fixed_height, tell_value, words
from rewire_app.ui.widgets.theme import RADIUS_ITEM, theme
from rewire_app.ui.widgets.typed_digits import TypedDigits

CELLS = 11
CELL_HEIGHT, ROW_HEIGHT = 48, 42
GAP = 6
WAIT_MS = 600
"""How long a row waits after a 1 for a 0 before the next has the keyboard, milliseconds."""


class Rating(Painted):
    """A rating that is None until the person chooses; `low` and `high` are the words at its ends.

    `in_row`: it stands in a row beside its words, and is lower. `given(digit)`: a digit was typed and the
    next row can have the keyboard; after a 1 it waits for a 0, and `digit` is what came instead of it.
    """

    spoken = "Slider"
    changed = Signal(object)
    given = Signal(object)

    def __init__(
        self,
        low: str = "",
        high: str = "",
        parent: QWidget | None = None,
        *,
        percent: bool = False,
        name: str = "",
        in_row: bool = False,
    ) -> None:
        super().__init__(parent)
        self._low, self._high, self._percent = low, high, percent
        self._in_row = in_row
        self._waits = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._waits.timeout.connect(lambda: self.given.emit(None))
        self._step = 10 if percent else 1
        self._value: int | None = None
        self._hover = -1
        self._digits = TypedDigits()
        self.setAccessibleName(name or _("Rating"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        fixed_height(self)

    def value(self) -> int | None:
        """0 to 10 (0 to 100 in per cent), or None when nothing was chosen."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Choose `value`, or nothing; a per cent value shows on its nearest ten. Says `changed`."""
        if value is not None:
            value = max(0, min(10 * self._step, value))
        if value != self._value:
            self._value = value
            self.update()
            if value is None:
                announce(self, self.value_text())
            else:
                tell_value(self, value)
            self.changed.emit(value)

    def value_text(self) -> str:
        """The value in words, for screen readers and summaries."""
        if self._value is None:
            return _("not noted yet")
        if self._percent:
            return _("{value} of 100 percent").format(value=self._value)
        return _("{value} of 10").format(value=self._value)

    def spoken_words(self) -> str:
        """The value, and what its ends mean."""
        ends = f"{self._end(0)}; {self._end(10)}" if self._low or self._high else ""
        return f"{self.value_text()}. {ends}".strip(" .") if ends else self.value_text()

    def spoken_span(self) -> tuple[int, int, int]:
        """From 0 to 10 in ones, or to 100 in tens."""
        return 0, 10 * self._step, self._step

    def _end(self, cell: int) -> str:
        number = f"{cell * self._step}%" if self._percent else str(cell)
        end = self._low if cell == 0 else self._high
        return f"{number}, {end}" if end else ""

    def sizeHint(self) -> QSize:
        """Cells of 37 px at least, and a line of words when the ends have some."""
        width = CELLS * self._cell_width() + (CELLS - 1) * theme.px(GAP)
        below = not self._in_row and (self._low or self._high)
        words_below = theme.px(8) + theme.line("small") if below else 0
        return QSize(width, self._cell_height + words_below)

    @property
    def _cell_height(self) -> int:
        return theme.px(ROW_HEIGHT if self._in_row else CELL_HEIGHT)

    def _cell_width(self) -> int:
        longest = theme.metrics("rating_on").horizontalAdvance("100" if self._percent else "10")
        return max(theme.px(37), round(longest) + theme.px(8))

    def minimumSizeHint(self) -> QSize:
        """Cells just wide enough for their numbers."""
        longest = theme.metrics("rating_on").horizontalAdvance("100" if self._percent else "10")
        return QSize(CELLS * (round(longest) + 6) + (CELLS - 1) * 3, self.sizeHint().height())

    def cell_rect(self, cell: int) -> QRectF:
        """Where cell number `cell` (0 to 10) is painted."""
        gap = min(theme.px(GAP), max(3, self.width() // 100))
        wide = (self.width() - (CELLS - 1) * gap) / CELLS
        place = CELLS - 1 - cell if self.mirrored else cell
        left = round(place * (wide + gap))
        right = round(place * (wide + gap) + wide)
        return QRectF(left, 0, right - left, self._cell_height)

    def cells_rect(self) -> QRect:
        """All cells without the words below."""
        return QRect(0, 0, self.width(), self._cell_height)

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.cells_rect(), theme.px(RADIUS_ITEM)

    def _cell_at(self, x: float, y: float) -> int:
        if not 0 <= y <= self._cell_height + 4:
            return -1
        for cell in range(CELLS):
            rect = self.cell_rect(cell)
            if rect.left() - 3 <= x <= rect.right() + 3:
                return cell
        return -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        cell = self._cell_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and cell >= 0:
            self.set_value(cell * self._step)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which cell is under the mouse; dragging chooses along the way."""
        cell = self._cell_at(event.position().x(), event.position().y())
        if cell != self._hover:
            self._hover = cell
            self.setCursor(Qt.CursorShape.PointingHandCursor if cell >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()
        if event.buttons() & Qt.MouseButton.LeftButton and cell >= 0:
            self.set_value(cell * self._step)

    def leaveEvent(self, _event: object) -> None:
        """The mouse is gone."""
        self._hover = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, digits jump (1 then 0 quickly is 10), Home and End, Delete takes it back."""
        key, now = event.key(), self._value
        onward, backward = (Qt.Key.Key_Right, Qt.Key.Key_Left)
        if self.mirrored:
            onward, backward = backward, onward
        if key in (onward, Qt.Key.Key_Up):
            self.set_value(0 if now is None else now - now % self._step + self._step)
        elif key in (backward, Qt.Key.Key_Down):
            self.set_value(10 * self._step if now is None else now - (now % self._step or self._step))
        elif key == Qt.Key.Key_Home:
            self.set_value(0)
        elif key == Qt.Key.Key_End:
            self.set_value(10 * self._step)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_value(None)
        elif event.text().isdecimal() and len(event.text()) == 1:
            self.type_digit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def type_digit(self, digit: int) -> None:
        """Choose by a typed digit; a 1 stands when no 0 follows it soon."""
        if self._in_row and digit and self._waits.isActive():
            self._waits.stop()
            self.given.emit(digit)
            return
        value = self._digits.read(digit)
        self.set_value(value * self._step)
        if self._in_row and value == 1:
            self._waits.start()
        else:
            self._waits.stop()
            self.given.emit(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever went on by another way is not led on again."""
        self._waits.stop()
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cells and the words at both ends."""
        painter = self.painter()
        chosen = -1 if self._value is None else round(self._value / self._step)
        radius = theme.px(RADIUS_ITEM)
        for cell in range(CELLS):
            rect, label = self.cell_rect(cell), str(cell * self._step)
            if cell == chosen:
                box(painter, rect, radius, theme.color("primary"))
                words(painter, rect, "rating_on", "onPrimary", label)
            else:
                fill = "sunken" if cell == self._hover else "surface"
                box(painter, rect, radius, theme.color(fill), theme.color("edge"))
                words(painter, rect, "rating", "ink", label)
        if self._in_row:
            painter.end()
            return
        top = self._cell_height + theme.px(8)
        below = QRect(0, top, self.width(), theme.line("small"))
        first, last = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        if self.mirrored:
            first, last = last, first
        middle = Qt.AlignmentFlag.AlignVCenter
        words(painter, below, "small", "ink2", self._end(0), align=first | middle)
        words(painter, below, "small", "ink2", self._end(10), align=last | middle)
        painter.end()
