"""Work on the keys of the notes: one piece at a time beside the window, never past the end of a session."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from rewire_app.errors import RewireError
from rewire_app.ui.base import crash
from rewire_app.ui.base.errand import Errand

Result = TypeVar("Result")


class Aside(QObject):
    """Does one errand at a time. What changes the keys has to end before the notes are let go of: `wait`."""

    def __init__(self) -> None:
        super().__init__()
        self._errand: Errand[Any] | None = None
        self._owner: QWidget | None = None
        self._done: Callable[[Any], object] = _nothing
        self._failed: Callable[[str], object] = _nothing

    @property
    def busy(self) -> bool:
        """Whether something is being done, or its end was not told yet."""
        return self._errand is not None

    def run(
        self,
        owner: QWidget,
        work: Callable[[], Result],
        done: Callable[[Result], object],
        failed: Callable[[str], object],
    ) -> bool:
        """Do `work` on a thread; then, if `owner` is there, `done` gets what it gave, or `failed` a sentence.

        False, and nothing happens, while something else is being done.
        """
        if self.busy:
            return False
        self._errand = errand = Errand(work)
        self._owner, self._done, self._failed = owner, done, failed
        errand.done.connect(self._tell_done)
        errand.failed.connect(self._tell_failed)
        errand.start()
        return True

    def wait(self) -> None:
        """Wait until it is done; nobody is told how it ended."""
        if self._errand is not None:
            self._errand.drop()
            self._errand.wait()
            self._forget()

    def _tell_done(self, made: object) -> None:
        self._tell(self._done, made)

    def _tell_failed(self, error: RewireError) -> None:
        self._tell(self._failed, crash.sentence(error))

    def _tell(self, tell: Callable[[Any], object], what: object) -> None:
        there = self._owner is not None and isValid(self._owner)
        self._forget()
        if there:
            tell(what)

    def _forget(self) -> None:
        self._errand = self._owner = None
        self._done = self._failed = _nothing


def _nothing(_what: object) -> None:
    """Nobody waits."""
