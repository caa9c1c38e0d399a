"""The sections of a page that has several, one of them here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.ui.theme import RADIUS_ITEM, theme
from rewire_app.ui.widgets.base import box, words
from rewire_app.ui.widgets.buttons import PaintedButton

WIDTH = 210


class SectionButton(PaintedButton):
    """One section."""

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.key = key
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """The list decides which section is here."""

    def sizeHint(self) -> QSize:
        """210 by 42."""
        advance = theme.metrics("button").horizontalAdvance(self.label)
        return QSize(max(theme.px(WIDTH), round(advance) + theme.px(36)), theme.px(42))

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(RADIUS_ITEM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it at rest, under the mouse, or here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here, radius = self.isChecked(), theme.px(RADIUS_ITEM)
        if here:
            box(painter, self.rect(), radius, theme.color("surface"), theme.color("line"))
            bar = QRectF(0, theme.px(11), 3, self.height() - theme.px(22))
            painter.fillRect(bar, theme.color("primary"))
        elif self._hot():
            box(painter, self.rect(), radius, theme.color("sunken"))
        room = QRectF(theme.px(14), 0, self.width() - theme.px(14), self.height())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        words(painter, room, "button" if here else "body", "ink" if here else "ink2", self.label, align=align)
        painter.end()


class SectionList(QWidget):
    """`chosen(key)`: another section is asked for. Up and Down move."""

    chosen = Signal(str)

    def __init__(
        self, sections: Sequence[tuple[str, str]], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._buttons: list[SectionButton] = []
        for key, text in sections:
            button = SectionButton(key, text)
            button.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            column.addWidget(button)
            self._buttons.append(button)

    def set_current(self, key: str) -> None:
        """Mark the section called `key`."""
        for button in self._buttons:
            button.setChecked(button.key == key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the neighbour and open it."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        held = [number for number, button in enumerate(self._buttons) if button.hasFocus()]
        if step is None or not held:
            super().keyPressEvent(event)
            return
        target = self._buttons[(held[0] + step) % len(self._buttons)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(target.key)
