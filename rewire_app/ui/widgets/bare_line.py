"""The line inside a field: a single line of words without a frame of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu

from rewire_app.ui.widgets.base import left_to_window
from rewire_app.ui.widgets.pasting import formatted_only, plain_words
from rewire_app.ui.widgets.theme import theme


class BareLine(QLineEdit):
    """A single line without a frame of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrame(False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)  # no keyboard learns the words
        self.restyle()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z with nothing of its own to take back is left to the window."""
        if isinstance(event, QKeyEvent) and left_to_window(event, self):
            event.ignore()
            return False
        return super().event(event)

    def restyle(self) -> None:
        """Take over the new font."""
        self.setFont(theme.font("body"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste the words of a formatted text as well: Qt pastes nothing then, and says nothing."""
        if not (event.matches(QKeySequence.StandardKey.Paste) and self._paste_formatted()):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """The usual menu, with Paste for a formatted text as well."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste" and formatted_only(_clipboard()):
                action.setEnabled(True)
                action.triggered.connect(self._paste_formatted)
        return menu

    def _paste_formatted(self) -> bool:
        """Paste the words of a formatted text on one line; False when the clipboard holds another kind."""
        source = _clipboard()
        if not formatted_only(source):
            return False
        self.insert(" ".join(plain_words(source).split()))
        return True


def _clipboard() -> QMimeData:
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()  # none: it was cleared
    return found or QMimeData()
