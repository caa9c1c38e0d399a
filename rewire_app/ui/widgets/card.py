"""Cards, thin dividers and other quiet frames."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.ui.widgets.base import Painted, box, fixed_height
from rewire_app.ui.widgets.layout import hbox, vbox, wide
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import (
    CARD_PADDING,
    CARD_PADDING_DENSE,
    RADIUS_CARD,
    RADIUS_TAG,
    S2,
    S5,
    theme,
)


class Banner(QWidget):
    """One sentence on a band of its own."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hbox(wide(Small(text), 1), on=self, margins=(S5, S2, S5, S2))
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("amberSoft"))
        painter.end()
        super().paintEvent(event)


class Card(Painted):
    """A surface with a hairline; put things into `body`. A clickable card is one target, Enter opens it.

    `bare`: a row of a list, without surface and hairline until the mouse is over it.
    `padding`: px of the design from the outer edge to the content, or px across and px down.
    """

    spoken = "Grouping"
    clicked = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        clickable: bool = False,
        dense: bool = False,
        padding: int | tuple[int, int] = 0,
        fill: str = "surface",
        bare: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._clickable, self._bare = clickable, bare
        if clickable:
            self.spoken = "Button"
        padding = padding or (CARD_PADDING_DENSE if dense else CARD_PADDING)
        self._padding = padding if isinstance(padding, tuple) else (padding, padding)
        self._fill = fill
        self._pressed = False
        self.body = vbox(on=self, gap=0, margins=None)
        self._pad()
        self.setAccessibleName(name)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _pad(self) -> None:
        across, down = (theme.px(part) for part in self._padding)
        self.body.setContentsMargins(across, down, across, down)

    def set_padding(self, across: int, down: int) -> None:
        """Keep other distances to the content, px of the design."""
        self._padding = (across, down)
        self._pad()

    def set_fill(self, fill: str) -> None:
        """Lie in another colour role."""
        self._fill = fill
        self.update()

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self._pad()
        super().restyle()

    def event(self, event: QEvent) -> bool:
        """Repaint when the mouse comes or goes."""
        if self._clickable and event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click."""
        self._pressed = self._clickable and event.button() == Qt.MouseButton.LeftButton
        if not self._pressed:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click inside the card."""
        if self._pressed and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
        self._pressed = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open a clickable card."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._clickable and event.key() in keys:
            self.clicked.emit()
            return
        super().keyPressEvent(event)

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(RADIUS_CARD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface and border."""
        painter = self.painter()
        hot = self._clickable and self.isEnabled() and self.underMouse()
        if self._bare:
            if hot:
                box(painter, self.rect(), theme.px(RADIUS_TAG), theme.color("sunken"))
        else:
            radius = theme.px(RADIUS_CARD)
            box(painter, self.rect(), radius, theme.color(self._fill), theme.color("edge" if hot else "line"))
        painter.end()


class Sunken(Painted):
    """A quiet strip below the surface, for a readout or a note; put things into `body`.

    `over`: it may lie over other things, whose ground shows in its corners.
    """

    def __init__(self, parent: QWidget | None = None, *, padding: int = 14, over: str = "") -> None:
        super().__init__(parent)
        self._padding, self._over = padding, over
        self.body = vbox(on=self, gap=0, margins=None)
        self._pad()

    def _pad(self) -> None:
        pad = theme.px(self._padding)
        self.body.setContentsMargins(pad, pad, pad, pad)

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self._pad()
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the strip."""
        painter = self.painter()
        if self._over:
            painter.fillRect(self.rect(), theme.color(self._over))
        box(painter, self.rect(), theme.px(12), theme.color("sunken"))
        painter.end()


class Divider(Painted):
    """A hairline between rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fixed_height(self)

    def sizeHint(self) -> QSize:
        """One pixel high."""
        return QSize(1, 1)

    def minimumSizeHint(self) -> QSize:
        """One pixel high."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = self.painter()
        painter.fillRect(self.rect(), theme.color("line"))
        painter.end()
