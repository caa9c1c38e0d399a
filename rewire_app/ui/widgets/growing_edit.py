"""The text inside a field of several lines, which grows instead of scrolling."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from rewire_app.ui.widgets.base import left_to_window
from rewire_app.ui.widgets.pasting import formatted_only, plain_words
from rewire_app.ui.widgets.theme import theme

BURST_REST_MS = 800
"""A rest of so long ends a burst of typing: undo takes back one burst after the other, milliseconds."""
BURST_MS = 8_000
"""How long a burst of typing lasts at most, milliseconds."""
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
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)  # no keyboard learns the words
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursorWidth(2)
        self._burst = QElapsedTimer()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(BURST_REST_MS)
        self._rest.timeout.connect(self._end_burst)
        self.textChanged.connect(self._go_on)
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

    def _go_on(self) -> None:
        """Letters that follow each other are one burst, until they rest or it was long enough."""
        if not self._rest.isActive():
            self._burst.start()
        elif self._burst.elapsed() >= BURST_MS:
            self._end_burst()
        self._rest.start()

    def _end_burst(self) -> None:
        """What is typed next is a step of undo of its own: Qt joins only what is marked as modified."""
        self._burst.start()
        self.document().setModified(False)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z with nothing of its own to take back is left to the window."""
        if isinstance(event, QKeyEvent) and left_to_window(event, self.document()):
            event.ignore()
            return False
        return super().event(event)

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
