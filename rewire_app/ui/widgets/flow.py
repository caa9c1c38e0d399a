"""A layout that sets widgets in lines like words, so that chips and tags wrap when the text grows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from rewire_app.ui.theme import theme


class FlowLayout(QLayout):
    """Left to right (or right to left), line below line; `gap` px of the design between items."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at `index`."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It never asks for more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px of all lines in `width` px."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place every item."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        width, height, gap = 0, 0, theme.px(self._gap)
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        for size in shown:
            width, height = width + size.width(), max(height, size.height())
        margins = self.contentsMargins()
        width += gap * max(0, len(shown) - 1) + margins.left() + margins.right()
        return QSize(width, height + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:
        """Room for the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins, gap = self.contentsMargins(), theme.px(self._gap)
        area = rect.marginsRemoved(margins)
        flipped = self.parentWidget() is not None and (
            self.parentWidget().layoutDirection() == Qt.LayoutDirection.RightToLeft
        )
        x, y, line = 0, area.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            width = min(size.width(), area.width()) if area.width() > 0 else size.width()
            if x and x + width > area.width():
                x, y, line = 0, y + line + gap, 0
            if move:
                left = area.right() + 1 - x - width if flipped else area.left() + x
                item.setGeometry(QRect(QPoint(left, y), QSize(width, size.height())))
            x, line = x + width + gap, max(line, size.height())
        return y + line - rect.top() + margins.bottom()
