"""The text inside a field of several lines, which grows instead of scrolling."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from rewire_app.ui.theme import theme


class GrowingEdit(QTextEdit):
    """Plain text that grows with its lines instead of scrolling."""

    def __init__(self, role: str, rows: int) -> None:
        super().__init__()
        self._role, self._rows = role, rows
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._grown)
        self.restyle()

    def restyle(self) -> None:
        """Take over new fonts and line heights."""
        self.setFont(theme.font(self._role))
        self.space_lines()
        self.updateGeometry()

    def space_lines(self) -> None:
        """Give every line the design's height; this is no step of undo."""
        keep = self.document().isUndoRedoEnabled()
        self.document().setUndoRedoEnabled(False)
        form = QTextBlockFormat()
        form.setLineHeight(theme.line(self._role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)
        self.document().setUndoRedoEnabled(keep)

    def _grown(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its lines, at least `rows` of them."""
        least = self._rows * theme.line(self._role)
        return QSize(theme.px(320), max(least, round(self.document().size().height())) + 4)

    def minimumSizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(theme.px(120), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the field."""
        event.ignore()
