"""What waits until the person rests: tidying up, which would hold a key press for a moment."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from rewire_app.ui.base.context import Context

IDLE_MS = 5_000


class Rest(QObject):
    """Writes the log into the database file, and clears away what is gone, some seconds after `put_off`."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        gc.disable()  # by itself it may run on any thread and end widgets there; it runs here instead
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._settle)

    def put_off(self) -> None:
        """Something happened: wait again."""
        self._idle.start()

    def _settle(self) -> None:
        if self._context.session is not None:
            self._context.vault.idle()
        gc.collect()
