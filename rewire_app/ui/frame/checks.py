"""Looks over the notes in the background, everything once a week, and says only bad news."""

from __future__ import annotations

import threading
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from rewire_app.errors import RewireError
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context

if TYPE_CHECKING:
    from rewire_app.store.vault.vault import Vault

CHECKED = "checked:full"
"""The day of the last full check, among the facts of the profile."""
EVERY_DAYS = 7
WAIT_MS = 20_000
"""How long after the opening the weekly check begins, milliseconds: what a person does first comes first."""


def damage_words() -> str:
    """What is said when not everything can be read."""
    return _(
        "A part of the file with your notes is damaged. What can still be read is shown, and what you "
        "write is kept. A backup from before can bring the rest back."
    )


class Checks(QObject):
    """Begun once the notes are open; `wait` before they are let go of. `checked(sound)`: a full one ended."""

    checked = Signal(bool)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._thread: threading.Thread | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(WAIT_MS)
        self._later.timeout.connect(self.check_weekly)
        self.checked.connect(self._note)

    def begin(self) -> None:
        """The notes are open: let the check that is due come in a while; where none is, nothing waits."""
        if self._is_due():
            self._later.start()

    def check_weekly(self) -> None:
        """Look over everything on a thread, if that was not done for a week."""
        if self._context.session is None or self._thread is not None:
            return
        if self._is_due():
            args = (self._context.vault,)
            self._thread = threading.Thread(target=self._run, args=args, name="check", daemon=True)
            self._thread.start()

    def _is_due(self) -> bool:
        """Whether the last one is a week ago; False, and it is said why, where that cannot be read."""
        with self._context.hub.telling():
            last = self._context.store.profile.get(CHECKED)
            try:
                return abs((self._context.today - date.fromisoformat(last or "")).days) >= EVERY_DAYS
            except ValueError:
                return True
        return False

    def _run(self, vault: Vault) -> None:
        self.checked.emit(not vault.faults())

    def wait(self) -> None:
        """Wait until the thread has ended."""
        self._later.stop()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _note(self, sound: bool) -> None:
        self.wait()
        if self._context.session is None:
            return
        if not sound:
            self.tell_damage()
            return
        try:
            self._context.store.profile.put(CHECKED, self._context.today.isoformat())
        except RewireError as error:
            self._context.hub.failed.emit(str(error))

    def tell_damage(self) -> None:
        """Say that not everything can be read."""
        self._context.hub.failed.emit(damage_words())
