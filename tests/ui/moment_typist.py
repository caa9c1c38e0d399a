"""Types into a new moment until the process is ended; run by `test_moment_draft.py`.

python -m tests.ui.moment_typist PROFILE -> after each letter a line: how many, and at which second
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rewire_app import settings
from rewire_app.domain.days import ZoneClock
from rewire_app.settings import Settings
from rewire_app.ui.base import routes
from rewire_app.ui.frame.window import Window

EVERY_MS = 50


def main(profile: Path) -> None:
    """Open the window, begin a moment, and type."""
    settings.save(profile, Settings(set_up=True, country="NL"))
    app = QApplication(["typist"])
    window = Window(profile, ZoneClock())
    typed = 0

    def type_one() -> None:
        nonlocal typed
        field = window.focusWidget()
        if field is not None:
            QTest.keyClicks(field, "x")
            typed += 1
            print(typed, time.monotonic(), flush=True)

    def begin() -> None:
        window.go(routes.journal(window.context.today, "moment"))
        timer.start(EVERY_MS)

    timer = QTimer(window)
    timer.timeout.connect(type_one)
    window.ready.connect(begin)
    window.show()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
