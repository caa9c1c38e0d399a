"""The system asks the program to end: by Ctrl+C, a terminal that closes, or the end of a session.

A signal never stops what runs, so that no save is interrupted: it writes a byte into a pipe, a thread reads
it there, and the window hears of it in a turn of its own. Windows has the same but SIGHUP.
"""

from __future__ import annotations

import os
import signal
import threading
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject, Signal

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_OVER = b"\0"


class Ends(QObject):
    """Says `asked(insist)` when the program has to end; without `insist` the person may be asked back.

    Made on the main thread. `stop` lets go of the signals.
    """

    asked = Signal(bool)
    _read = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._out, self._in = os.pipe()
        if hasattr(os, "set_blocking"):  # Windows knows it from Python 3.12 on, and does without
            os.set_blocking(self._in, False)
        self._fd_before = signal.set_wakeup_fd(self._in, warn_on_full_buffer=False)
        wanted = (getattr(signal, name) for name in NAMES if hasattr(signal, name))
        heard = [number for number in wanted if signal.getsignal(number) is not signal.SIG_IGN]
        self._before: dict[int, Any] = {number: signal.signal(number, _nothing) for number in heard}
        self._read.connect(self._tell)
        self._thread = threading.Thread(target=self._listen, name="ends", daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        while (byte := os.read(self._out, 1)) not in (_OVER, b""):
            self._read.emit(byte[0])

    def _tell(self, number: int) -> None:
        """Ctrl+C comes from somebody who is there; everything else from a system that waits for nobody."""
        self.asked.emit(number != signal.SIGINT)

    def stop(self) -> None:
        """Leave the signals as they were before."""
        signal.set_wakeup_fd(self._fd_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        os.write(self._in, _OVER)
        self._thread.join()
        os.close(self._in)
        os.close(self._out)


def _nothing(_number: int, _frame: FrameType | None) -> None:
    """What Python does with the signal itself."""
