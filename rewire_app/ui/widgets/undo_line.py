"""The line at the foot of the window: what was done, and Undo, for eight seconds."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, announce, box
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.layout import put, wide
from rewire_app.ui.widgets.text import Body
from rewire_app.ui.widgets.theme import RADIUS_CONTROL, theme

STAY_MS = 8_000
SLIDE_MS = 120


class UndoLine(Painted):
    """Lies over the lower edge of `window`; `offer` adds the Undo button, `say` shows words alone.

    It goes after 8 s, but stays while it has the focus or the mouse; Esc sends it away.
    """

    undo = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._text = Body("")
        self.button = QuietButton(_("Undo"), icon="undo")
        self.button.clicked.connect(self._undo)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.setSpacing(12)
        put(row, wide(self._text, 1, Qt.AlignmentFlag.AlignVCenter), self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAY_MS)
        self._timer.timeout.connect(self._end)
        self._slide = QPropertyAnimation(self, b"geometry", self)
        self._slide.setDuration(SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.finished.connect(self._slid)
        self._leaving = False
        self.hide()
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    @property
    def text(self) -> str:
        """The words now shown."""
        return self._text.text()

    def offer(self, sentence: str) -> None:
        """Say what was done and offer to undo it."""
        self._show(sentence, undo=True)

    def say(self, sentence: str) -> None:
        """Say something that cannot be undone."""
        self._show(sentence, undo=False)

    def _show(self, sentence: str, *, undo: bool) -> None:
        self._text.setText(sentence)
        self.button.setVisible(undo)
        self.setAccessibleName(sentence)
        announce(self, sentence)
        came = not self.isVisible() or self._leaving
        self._leaving = False
        self._slide.stop()
        place = self._place()
        self.show()
        self.raise_()
        if came and not theme.reduced_motion:
            self._slide.setStartValue(place.translated(0, place.height() + 24))
            self._slide.setEndValue(place)
            self._slide.start()
        else:
            self.setGeometry(place)
        self._timer.start()

    def _place(self) -> QRect:
        """Where the line lies: in the middle of the lower edge, 24 px above it."""
        row = self._row
        width = min(self._window.width() - 48, max(theme.px(360), row.sizeHint().width()))
        height = max(theme.px(60), row.heightForWidth(width))
        left = (self._window.width() - width) // 2
        return QRect(left, self._window.height() - height - 24, width, height)

    def dismiss(self) -> None:
        """Take the line away."""
        self._timer.stop()
        if not self.isVisible():
            return
        if theme.reduced_motion:
            self.hide()
            return
        self._leaving = True
        self._slide.stop()
        self._slide.setStartValue(self.geometry())
        self._slide.setEndValue(self.geometry().translated(0, self.height() + 24))
        self._slide.start()

    def forget(self) -> None:
        """Be gone at once, and the words with it."""
        self._timer.stop()
        self._slide.stop()
        self._leaving = False
        self.hide()
        self._text.setText("")
        self.setAccessibleName("")

    def _slid(self) -> None:
        if self._leaving:
            self._leaving = False
            self.hide()

    def _held(self) -> bool:
        return self.underMouse() or self.button.hasFocus()

    def _end(self) -> None:
        """Eight seconds are over; while it is held it waits for the focus or the mouse to leave."""
        if not self._held():
            self.dismiss()

    def _undo(self) -> None:
        self.dismiss()
        self.undo.emit()

    def _focus_moved(self, old: QWidget | None, _new: QWidget | None) -> None:
        if old is self.button and self.isVisible() and not self._timer.isActive() and not self._leaving:
            self._timer.start()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is gone: the eight seconds begin anew."""
        super().leaveEvent(event)
        if self.isVisible() and not self._leaving:
            self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc sends it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep to the lower edge of the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible() and not self._leaving:
            self._slide.stop()
            self.setGeometry(self._place())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface with a border that can be told from any page."""
        painter = self.painter()
        box(painter, self.rect(), theme.px(RADIUS_CONTROL), theme.color("surface"), theme.color("edge"))
        painter.end()
