"""Erases everything in the notes that are open, and begins anew: in a process that never knew them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from rewire_app.errors import StoreError
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.erasing_wish import ErasingWish
from rewire_app.ui.frame.door import Door
from rewire_app.ui.widgets.undo_strip import UndoStrip


def erased_words() -> str:
    """What is said once everything is gone."""
    return _("Everything is erased. Rewire begins anew.")


class BeginningAnew(QObject):
    """Listens for the wish; the page from which it came is gone by the time it is done.

    `erased()`: all is gone from the disk. Who hears it may end the process; else it begins anew in this one.
    """

    erased = Signal()

    def __init__(self, context: Context, door: Door, line: UndoStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._door, self._line = context, door, line
        context.hub.erasing_wanted.connect(self._soon)

    def _soon(self, wanted: ErasingWish) -> None:
        QTimer.singleShot(0, self, partial(self._erase, wanted))

    def _erase(self, wanted: ErasingWish) -> None:
        from rewire_app.store.everything import erase_everything

        context = self._context
        context.aside.wait()
        self._door.shut()
        self._line.dismiss()
        failed = ""
        try:
            erase_everything(context.folder, backups=wanted.backups, choices=wanted.choices)
        except StoreError as error:  # opening goes on with it, or says what is in the way
            failed = str(error)
        context.use_folder(context.folder)
        context.preferences.begin_anew()
        if not failed:
            self.erased.emit()
        self._door.again()
        if failed:
            context.hub.failed.emit(failed)
        else:
            context.hub.said.emit(erased_words())
