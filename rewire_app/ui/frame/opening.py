"""Opens the database and imports what is heavy, in one thread, after the window has been painted."""

from __future__ import annotations

import sys
import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from rewire_app.ui.base import crash

if TYPE_CHECKING:
    from rewire_app.store.vault.vault import Vault


class Opening(QObject):
    """Runs once. Signals arrive on the window's thread, and none after `close`.

    `data_open(facts, offer)`: the database is open; what Today shows, and the exercise it offers.
    `complete(session)`: everything else is there. `failed(error)`: a RewireError says what to do.
    """

    data_open = Signal(object, object)
    complete = Signal(object)
    failed = Signal(object)
    _arrived = Signal(object, object)

    def __init__(self, profile: Path, today: date, *, accept_missing_saves: bool = False) -> None:
        super().__init__()
        self._profile = profile
        self._today = today
        self._accept = accept_missing_saves
        self._vault: Vault | None = None
        self._closed = False
        self._shown = threading.Event()
        self._thread = threading.Thread(target=self._run, name="opening", daemon=True)
        self._arrived.connect(self._pass_on)

    def start(self) -> None:
        """Begin; returns at once. After `close` there is nothing to begin."""
        if self._shown.is_set():
            return
        sys.setswitchinterval(0.001)  # so that imports on the thread never hold a key press for long
        self._thread.start()

    def go_on(self) -> None:
        """Today is on the screen: import what is heavy."""
        self._shown.set()

    def wait(self) -> None:
        """Wait until the thread has ended; what it found is said with the next events."""
        if self._thread.is_alive():
            self._thread.join()

    def close(self) -> None:
        """Wait until the thread has ended, and let go of the database it opened."""
        self._closed = True
        self.go_on()
        self.wait()
        if self._vault is not None:
            self._vault.close()

    def _pass_on(self, signal: SignalInstance, given: tuple[object, ...]) -> None:
        """Say what the thread found, unless it is over."""
        if not self._closed:  # Qt delivers what was queued before `close` also after it
            signal.emit(*given)

    def _run(self) -> None:
        try:
            from rewire_app.reports.offered import suggest
            from rewire_app.store import queries as reads
            from rewire_app.store.vault.vault import open_vault

            vault = self._vault = open_vault(self._profile, accept_missing_saves=self._accept)
            facts = reads.today(vault, self._today.toordinal())
            self._arrived.emit(self.data_open, (facts, suggest(facts)))
            self._shown.wait()  # two threads at once would only make the first picture late
            from rewire_app.content.library import Library
            from rewire_app.store.store import Store
            from rewire_app.ui.base.session import Session

            library = Library()
            session = Session(vault=vault, store=Store(vault), library=library)
            for exercise in library.exercises():
                library.measure_of(exercise)
            library.articles()
            library.crisis()
        except Exception as error:  # also one that Rewire does not know: a start has to end on some screen
            if self._vault is not None:
                self._vault.close()
            self._arrived.emit(self.failed, (crash.known(error),))
            return
        finally:
            sys.setswitchinterval(0.005)
        self._arrived.emit(self.complete, (session,))
