"""The keys that hide and lock, heard before any page, dialog or menu; and whether anybody is there."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow

from rewire_app.privacy_choices import NO_KEY
from rewire_app.settings import Settings
from rewire_app.ui.base import crash
from rewire_app.ui.base.keys import pressed

PRESSES, WITHIN_S = 3, 1.0
"""Esc so many times within so many seconds hides the window."""

TOUCHES = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
)


class KeyWatch(QObject):
    """Looks at what reaches any window of the program: a shortcut would not work while a dialog is open.

    `hide_wanted()`, `lock_wanted()`, `help_wanted()`: those keys were pressed; the last is told only when
    `taking_help` says so. `touched_at`: when anything was pressed or moved, on the clock `seconds`.
    """

    hide_wanted = Signal()
    lock_wanted = Signal()
    help_wanted = Signal()

    def __init__(
        self,
        settings: Callable[[], Settings],
        taking_help: Callable[[], bool],
        parent: QObject,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._settings, self._taking_help = settings, taking_help
        self.seconds = seconds
        self._escapes: deque[float] = deque(maxlen=PRESSES)
        self.touched_at = seconds()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self.watch)
        self.watch(app.focusWindow())

    def watch(self, window: QWindow | None) -> None:
        """Look at what reaches `window`, too; whatever is looked at already is not looked at twice."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt asks every window first whether a key means something there; shortcuts come after that."""
        if event.type() in TOUCHES:
            self.touched_at = self.seconds()
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        wanted = None
        try:
            wanted = self._wanted(event)
            if wanted is not None:
                event.accept()  # so that no shortcut takes it as well
                wanted.emit()
        except Exception as error:  # out of a filter of Qt a fault would end the program
            crash.faults.happened.emit(crash.sentence(crash.known(error)))
        return wanted is not None

    def _wanted(self, event: QKeyEvent) -> SignalInstance | None:
        if event.isAutoRepeat():
            return None
        if self._is_hide_key(event) or self._is_third_escape(event):
            return self.hide_wanted
        if pressed(event, "lock"):
            return self.lock_wanted
        if pressed(event, "help") and self._taking_help():
            return self.help_wanted
        return None

    def _is_hide_key(self, event: QKeyEvent) -> bool:
        name = self._settings().hide_key
        return (
            name != NO_KEY
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
            and QKeySequence(name) == QKeySequence(event.key())
        )

    def _is_third_escape(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape:
            self._escapes.clear()
            return False
        self._escapes.append(self.seconds())
        if len(self._escapes) < PRESSES or self._escapes[-1] - self._escapes[0] > WITHIN_S:
            return False
        self._escapes.clear()
        return True
