"""Work that takes its time, on a thread of its own: values go in, one comes out, the window stays awake."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from rewire_app.errors import RewireError
from rewire_app.ui.base import crash

Result = TypeVar("Result")


_out: set[Errand[Any]] = set()
"""The errands whose result has not been told.

Whoever asked for one may be gone by then. Held by its thread alone it would end there, while the window's
thread is about to hear of it; so each goes from here, on the window's thread, in a turn of its own.
"""


class Errand(QObject, Generic[Result]):
    """Runs `work` once. `done(result)` or `failed(RewireError)`, on the window's thread, unless dropped."""

    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, work: Callable[[], Result]) -> None:
        super().__init__()
        self._work = work
        self._dropped = False
        self._over = threading.Event()
        self._ended.connect(self._tell)

    def start(self) -> None:
        """Begin; returns at once."""
        _out.add(self)
        threading.Thread(target=self._run, name="errand", daemon=True).start()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until the work is over, so long at most; its signal comes with the next events."""
        return self._over.wait(seconds)

    def drop(self) -> None:
        """Nobody waits for it any more: it says nothing."""
        self._dropped = True

    def _run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # also one that Rewire does not know: who waits has to hear something
            self._ended.emit(None, crash.known(error))
        else:
            self._ended.emit(result, None)
        finally:
            self._over.set()

    def _tell(self, result: object, error: RewireError | None) -> None:
        QTimer.singleShot(0, partial(_out.discard, self))
        if self._dropped:
            return
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)
