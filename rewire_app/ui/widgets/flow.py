"""Widgets set in lines like words, so that chips and tags wrap when the text grows.

A widget and not a QLayout: PySide6 6.10 drops a reference to a Python `itemAt` each time Qt calls it, and
after enough calls the method is gone and the program falls (`tests/guards/test_qt_overrides.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.ui.widgets.theme import theme


class Flow(QWidget):
    """Left to right (or right to left), line below line; `gap` px of the design between widgets.

    `below`: px of the design between lines, where that is not the same.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, below: int | None = None) -> None:
        super().__init__(parent)
        self._held: list[QWidget] = []
        self._gap = gap
        self._below = gap if below is None else below
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Take `widget` at the end."""
        widget.setParent(self)
        self._held.append(widget)
        if self.isVisible():
            widget.show()
        self.updateGeometry()

    def drop(self, widget: QWidget) -> None:
        """Let `widget` go for good."""
        self._held.remove(widget)
        widget.hide()
        widget.deleteLater()
        self.updateGeometry()

    def put_in_order(self, widgets: Sequence[QWidget]) -> None:
        """Set `widgets`, the same as before, in another order, for the eye and for a screen reader."""
        self._held = list(widgets)
        for widget in widgets:
            widget.raise_()
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes."""
        self._place(self.width(), move=True)
        self.updateGeometry()

    def _in_line(self) -> list[QWidget]:
        return [widget for widget in self._held if not widget.isHidden()]

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px of all lines in `width` px."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [widget.sizeHint().expandedTo(widget.minimumSize()) for widget in self._in_line()]
        gaps = theme.px(self._gap) * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return QSize(sum(size.width() for size in sizes) + gaps, height)

    def minimumSizeHint(self) -> QSize:
        """Room for the widest widget."""
        size = QSize()
        for widget in self._in_line():
            size = size.expandedTo(widget.minimumSizeHint())
        return size

    def event(self, event: QEvent) -> bool:
        """A widget inside asks for another size, or is shown or hidden."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place(self.width(), move=True)
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines."""
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def _place(self, room: int, *, move: bool) -> int:
        """Lay out (and, if `move`, place) everything in `room` px of width; returns the height used, px."""
        gap = theme.px(self._gap)
        flipped = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = y = line = 0
        for widget in self._in_line():
            size = widget.sizeHint().expandedTo(widget.minimumSize())
            width = min(size.width(), room) if room > 0 else size.width()
            if x and x + width > room:
                x, y, line = 0, y + line + theme.px(self._below), 0
            if move:
                widget.setGeometry(QRect(room - x - width if flipped else x, y, width, size.height()))
            x, line = x + width + gap, max(line, size.height())
        return y + line
