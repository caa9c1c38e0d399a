"""An empty sheet in the place of Rewire, within the blink of one key, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QPlainTextEdit, QStyle, QWidget

from rewire_app.i18n import _
from rewire_app.settings import Settings


def neutral_name() -> str:
    """What a window is called that says nothing of Rewire."""
    return _("Notes")


def title(settings: Settings) -> str:
    """What the window is called: the program's name, or nothing of it where the person wishes that."""
    return neutral_name() if settings.neutral_title else "Rewire"


class BlankSheet(QPlainTextEdit):
    """An empty page to write on, which keeps nothing; it fills its window."""

    spoken = ""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(neutral_name())
        self.setUndoRedoEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setGeometry(window.rect())


class Hiding(QObject):
    """Lays the sheet over `window` and takes it away again. `hidden()`: nothing of Rewire is seen any more.

    What was open beside the window, as a dialog or a menu, is closed as by Esc. `came_back()`: the sheet is
    gone.
    """

    hidden = Signal()
    came_back = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._covered: QWidget | None = None
        self._held: QWidget | None = None
        self.sheet: BlankSheet | None = None

    def hide(self, content: QWidget | None) -> None:
        """Show the sheet, and nothing of `content`, in this same turn: no animation, no sound."""
        if self.sheet is not None:
            return
        window = self._window
        self._held = window.focusWidget()
        self.sheet = sheet = BlankSheet(window)
        sheet.show()
        sheet.raise_()
        window.setWindowTitle(neutral_name())
        window.setWindowIcon(window.style().standardIcon(QStyle.StandardPixmap.SP_FileIcon))
        self.cover(content)
        self._close_what_is_beside()
        window.activateWindow()
        sheet.setFocus()
        window.repaint()
        self.hidden.emit()

    def cover(self, content: QWidget | None) -> None:
        """Let `content` not be shown, nor read by a screen reader, until the sheet is gone."""
        self._covered = content
        if content is not None:
            content.hide()

    def _close_what_is_beside(self) -> None:
        for other in QApplication.topLevelWidgets():
            if other is self._window or not other.isVisible():
                continue
            if isinstance(other, QDialog):
                other.reject()
            else:
                other.close()

    def fill(self) -> None:
        """The window has another size."""
        if self.sheet is not None:
            self.sheet.setGeometry(self._window.rect())

    def come_back(self, title: str) -> None:
        """Show again what was covered, with the focus where it was, and call the window `title`."""
        if self.sheet is None:
            return
        sheet, self.sheet = self.sheet, None
        sheet.clear()
        self._window.setWindowTitle(title)
        self._window.setWindowIcon(QIcon())
        if self._covered is not None:
            self._covered.show()
            (self._held or self._covered).setFocus()
        self._held = None
        sheet.hide()
        sheet.deleteLater()
        self.came_back.emit()
