"""Runs a shell command that opens a window on this X display, and looks until the screen is not blank.

    xvfb-run -a python .ci/look.py "COMMAND" [PICTURE]

Exit code 0 when the screen shows at least `COLOURS` colours within `PATIENCE` seconds (a blank window has one
or two); 1 when it never does, or when the command ends before.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

os.environ["QT_QPA_PLATFORM"] = "xcb"

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

COLOURS = 100
PATIENCE = 300
GLANCE = 0.5


def screen(application: QApplication) -> QImage:
    """The whole screen as it is now."""
    return application.primaryScreen().grabWindow(0).toImage()


def colours(picture: QImage) -> int:
    """How many different colours every second row of `picture` has."""
    rgb = picture.convertToFormat(QImage.Format.Format_RGB32)
    rows = [bytes(rgb.constScanLine(y)) for y in range(0, rgb.height(), 2)]
    return len({row[at : at + 3] for row in rows for at in range(0, len(row), 4)})


def look(command: str, picture: str | None) -> int:
    """Start `command`, look at the screen until it shows a window, end it; returns the exit code."""
    application = QApplication([])
    started = time.monotonic()
    program = subprocess.Popen(["bash", "-c", command], start_new_session=True)
    try:
        while time.monotonic() - started < PATIENCE:
            time.sleep(GLANCE)
            if program.poll() is not None:
                print(f"The command ended with {program.returncode} before a window was seen.")
                return 1
            seen = screen(application)
            count = colours(seen)
            if count >= COLOURS:
                print(f"A window with {count} colours after {time.monotonic() - started:.0f} s.")
                if picture:
                    seen.save(picture)
                return 0
        print(f"The screen stayed blank for {PATIENCE} s.")
        return 1
    finally:
        if program.poll() is None:
            os.killpg(program.pid, signal.SIGTERM)
            program.wait(timeout=20)


if __name__ == "__main__":
    sys.exit(look(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None))
