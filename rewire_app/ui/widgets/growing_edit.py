"""The text inside a field of several lines, which grows instead of scrolling."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from rewire_app.ui.widgets.pasting import formatted_only, plain_words
from rewire_app.ui.widgets.theme import theme

DELETE = "\x7f"
"""What the key Delete writes, as Qt tells it."""


class GrowingEdit(QTextEdit):
    """Plain text that grows with its lines instead of scrolling. `full()`: something found no room.

    The person can add up to `limit` characters in all; what is shown by the program is never cut.
    """

    full = Signal()

    def __init__(self, role: str, rows: int, limit: int) -> None:
        super().__init__()
        self._role, self._rows, self._limit = role, rows, limit
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

    @property
    def room(self) -> int:
        """How many characters can be added where the cursor is, in the place of those selected."""
        return max(0, self._limit - len(self.toPlainText()) + len(self.textCursor().selectedText()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter or line that finds no room is not taken."""
        adds = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or " " <= event.text() != DELETE
        if adds and not self.room:
            self.full.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method writes is taken as far as there is room."""
        words, room = event.commitString(), self.room + event.replacementLength()
        if len(words) > room:
            event.setCommitString(words[:room], event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)
        if len(words) > room:
            self.full.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words of any kind can be pasted or dropped."""
        return formatted_only(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted or dropped is cut before it is laid out, which takes long for a very long line."""
        words, room = plain_words(source), self.room
        fitting = QMimeData()
        fitting.setText(words[:room])
        super().insertFromMimeData(fitting)
        if len(words) > room:
            self.full.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the field."""
        event.ignore()
