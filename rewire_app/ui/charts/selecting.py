"""A picture with a selection: the mouse looks, a click or the keys choose, and the sentence is announced."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.ui.widgets.theme import RADIUS_CONTROL, theme


class SelectingPlot(QWidget):
    """Left and Right, Home and End move through `count()` things; `at()` finds the one under the mouse.

    `looked(int)`: the one that is shown now, chosen or under the mouse (-1: none). `opened(int)`: Enter or a
    double click on the chosen one, where a class `opens` its things.
    """

    spoken = "Chart"
    looked = Signal(int)
    opened = Signal(int)
    opens = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = -1
        self._shown = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def shown(self) -> int:
        """The number of what is shown now."""
        return self._shown

    @property
    def chosen(self) -> int:
        """The number of what was chosen last."""
        return self._chosen

    def count(self) -> int:
        """How many things can be chosen."""
        return 0

    def at(self, _where: QPointF) -> int | None:
        """What lies under the mouse."""
        return None

    def sentence(self, _number: int) -> str:
        """What is said about one of them."""
        return ""

    def mark(self, _number: int) -> None:
        """Show in the picture which one it is."""

    def choose(self, number: int, *, announce: bool = False) -> None:
        """Choose `number`; with `announce` screen readers hear its sentence."""
        self._chosen = number
        self._look(number)
        if announce and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, self.sentence(number))
            QAccessible.updateAccessibility(event)

    def _look(self, number: int) -> None:
        self._shown = number
        self.mark(number)
        self.looked.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what the mouse is over."""
        found = self.at(event.position())
        wanted = self._chosen if found is None else found
        if wanted != self._shown:
            self._look(wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is clicked."""
        found = self.at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self.choose(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is clicked twice."""
        found = self.at(event.position())
        if self.opens and event.button() == Qt.MouseButton.LeftButton and found is not None:
            self.choose(found)
            self.opened.emit(found)
        else:
            super().mouseDoubleClickEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Without the mouse, the chosen one is shown again."""
        super().leaveEvent(event)
        if self._shown != self._chosen:
            self._look(self._chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the picture, and open what is chosen."""
        last = self.count() - 1
        if self.opens and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and 0 <= self._chosen <= last:
            self.opened.emit(self._chosen)
            return
        targets = {
            Qt.Key.Key_Right: min(last, self._chosen + 1),
            Qt.Key.Key_Left: max(0, self._chosen - 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        wanted = targets.get(Qt.Key(event.key()))
        if wanted is None or last < 0:
            super().keyPressEvent(event)
            return
        self.choose(wanted, announce=True)

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(RADIUS_CONTROL)


class Plot(SelectingPlot):
    """A picture whose height follows from its width; drawn anew when its size or its look changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def minimumSizeHint(self) -> QSize:
        """Narrow windows have to be possible."""
        return QSize(theme.px(280), self.heightForWidth(self.width()))

    def sizeHint(self) -> QSize:
        """The width of the design."""
        return QSize(theme.px(588), self.heightForWidth(max(self.width(), theme.px(280))))

    def redraw(self) -> None:
        """Draw other contents, or the same for another size or look."""
        self.update()

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        self.updateGeometry()
        self.redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew; a layout that asked before the width was known asks again."""
        super().resizeEvent(event)
        wide = self.width()
        if wide != event.oldSize().width() and self.heightForWidth(wide) != self.height():
            self.updateGeometry()
        self.redraw()
