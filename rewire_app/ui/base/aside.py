"""Work beside the window: one thing at a time on a thread, as making a key, which takes a second."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from rewire_app.errors import RewireError
from rewire_app.ui.base import crash

T = TypeVar("T")


class Aside(QObject):
    """Does one piece of work at a time; how it ended is told on the window's thread.

    What changes the files of the vault has to end before the vault is let go of: `wait` does that.
    """

    _ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._thread: threading.Thread | None = None
        self._forgotten: set[threading.Thread] = set()
        self._ended.connect(self._tell)  # a method of a QObject: it runs on the window's thread

    @property
    def busy(self) -> bool:
        """Whether something is being done, or its end was not told yet."""
        return self._thread is not None

    def run(
        self,
        owner: QWidget,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[RewireError], object],
    ) -> bool:
        """Do `work` on a thread, then call `done` with what it gave, or `failed`, while `owner` is there.

        False, and nothing happens, while something else is being done.
        """
        if self.busy:
            return False

        def told(tell: Callable[[Any], object], what: Any) -> None:
            forgotten = thread in self._forgotten
            self._forgotten.discard(thread)
            if self._thread is thread:
                self._thread = None
            if not forgotten and isValid(owner):
                tell(what)

        def begin() -> None:
            try:
                made = work()
            except Exception as error:  # a page waits for it: it has to hear of every fault
                fault = crash.known(error)
                self._ended.emit(lambda: told(failed, fault))
            else:
                self._ended.emit(lambda: told(done, made))

        self._thread = thread = threading.Thread(target=begin, name="aside", daemon=True)
        thread.start()
        return True

    def _tell(self, tell: Callable[[], object]) -> None:
        tell()

    def wait(self) -> None:
        """Wait until it is done; nobody is told how it ended."""
        if self._thread is not None:
            self._thread.join()
            self._forgotten.add(self._thread)
            self._thread = None
