"""A program for tests that listen on the bus: Rewire's window, filled, told by lines what to do.

`go ROUTE`, `key NAME`, `focus NAME`, `count` and `end`; each is answered by a line once all has settled.
"""

from __future__ import annotations

import inspect
import json
import sys
import threading

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.settings import Settings
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.screenshots import _wait_for_trends, opened, settle
from rewire_app.ui.frame.window import Window
from rewire_app.ui.widgets import spoken

SIZE = (1200, 800)


class Ear(QObject):
    """Lines of the standard input, read on a thread of its own; `ended` when there are no more."""

    told = Signal(str)

    def listen(self) -> None:
        """Begin to read."""
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self.told.emit(line.strip())
        self.told.emit("end")


def obey(window: Window, line: str) -> None:
    """Do what `line` says."""
    word, _space, rest = line.partition(" ")
    here = QApplication.focusWidget() or window
    if word == "go":
        page, part, at, *_ = f"{rest}//".split("/")
        window.go(Route(page=page, part=part, at=at))
        _wait_for_trends(window)
    elif word == "key":
        QTest.keyClick(here, getattr(Qt.Key, f"Key_{rest}"))
    elif word == "focus":
        found = (
            one for one in window.findChildren(QWidget) if one.accessibleName() == rest and one.isVisible()
        )
        next(found).setFocus(Qt.FocusReason.TabFocusReason)


def counted() -> dict[str, int]:
    """Each method with which a widget answers a screen reader, and how many references there are to it."""
    kinds = (spoken.SpokenWidget, spoken.SpokenValue, spoken.SpokenLevel)
    return {
        f"{kind.__name__}.{name}": sys.getrefcount(value)
        for kind in kinds
        for name, value in vars(kind).items()
        if inspect.isfunction(value)
    }


def main() -> int:
    """Show the window until the input ends."""
    qt = QApplication([])
    look = Settings(set_up=True, country="US", motion="reduced")
    with opened(qt, look, SIZE, filled=True) as window:
        window.activateWindow()
        ear = Ear()

        def hear(line: str) -> None:
            if line == "end":
                qt.quit()
                return
            if line == "count":
                print(json.dumps(counted()), flush=True)
                return
            obey(window, line)
            settle(qt)
            print("done", flush=True)

        ear.told.connect(hear)
        ear.listen()
        print("ready", flush=True)
        return qt.exec()


if __name__ == "__main__":
    sys.exit(main())
