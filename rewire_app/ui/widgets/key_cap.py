"""Keys as they are drawn: a cap for the sheet of keys, and a button that shows its key."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.ui.widgets.base import box, fixed_size, words
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.text import Text
from rewire_app.ui.widgets.theme import RADIUS_CONTROL, TARGET, theme

HEIGHT, SIDE, RADIUS = 26, 8, 6
"""Of a cap, px of the design: its height, the room beside its words, and its corners."""
PAD, BETWEEN = 21, 12
"""Px beside the words of a button, and from them to its key."""
ROLE = "small_strong"


def _cap_size(keys: str) -> QSize:
    advance = round(theme.metrics(ROLE).horizontalAdvance(keys))
    return QSize(max(theme.px(HEIGHT), advance + 2 * theme.px(SIDE)), theme.px(HEIGHT))


def _draw_cap(painter: QPainter, rect: QRect, keys: str) -> None:
    box(painter, rect, theme.px(RADIUS), theme.color("surface"), theme.color("edge"))
    words(painter, rect, ROLE, "ink", keys)


class KeyCap(Text):
    """The keys of one action on a cap: "Ctrl+Z"."""

    role: ClassVar[str] = ROLE

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent, wrap=False)
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """26 high, as wide as its words."""
        return _cap_size(self.text())

    def minimumSizeHint(self) -> QSize:
        """As the size hint: keys are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_cap(painter, self.rect(), self.text())
        painter.end()


class KeyedButton(SecondButton):
    """A button that shows the keys that do the same, where there is room for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._keys = ""
        self._roomy = True
        super().__init__("", parent)

    def set_action(self, text: str, keys: str) -> None:
        """Show other words and keys; "" shows none."""
        self._keys = keys
        self.setText(text)
        self.setAccessibleDescription(keys)
        self.restyle()

    def set_roomy(self, roomy: bool) -> None:
        """Show the keys, or leave them out."""
        if roomy != self._roomy:
            self._roomy = roomy
            self.restyle()

    @property
    def _cap(self) -> QSize:
        return _cap_size(self._keys) if self._keys and self._roomy else QSize(0, 0)

    def sizeHint(self) -> QSize:
        """44 high, with room for the words and the cap."""
        hint, cap = self._hint("button", PAD, TARGET), self._cap
        return QSize(hint.width() + (cap.width() + theme.px(BETWEEN) if cap.width() else 0), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the outlined button, its words, and the cap after them."""
        cap = self._cap
        if not cap.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "sunken" if self._hot() or self.isDown() else "surface"
        box(painter, self.rect(), theme.px(RADIUS_CONTROL), theme.color(fill), theme.color("edge"))
        pad, gap = theme.px(PAD), theme.px(BETWEEN)
        flipped = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        label = QRect(pad, 0, self.width() - 2 * pad - gap - cap.width(), self.height())
        at = QRect(label.right() + 1 + gap, (self.height() - cap.height()) // 2, cap.width(), cap.height())
        if flipped:
            label.moveLeft(pad + cap.width() + gap)
            at.moveLeft(pad)
        self._paint_label(painter, label, "button", "ink")
        _draw_cap(painter, at, self._keys)
        painter.end()
