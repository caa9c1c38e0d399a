"""From the key that hides to the sheet on the screen: how long, with a dialog open every other time.

Run it as `python -m tests.benchmarks.bench_hide [--times N]` on a display (Xvfb is one). The time ends when
the sheet was painted and the display said that it had done all it was asked for.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile

import numpy as np

LIMIT_MS = 150.0

HIDES = """
import json, sys, time
from pathlib import Path
from rewire_app import settings
from rewire_app.app import application
qt = application()
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from rewire_app.domain.days import DAY_START, ZoneClock, logical_day
from rewire_app.exchange.sample.fill import fill_demo
from rewire_app.ui.base import routes
from rewire_app.ui.frame.window import Window

folder, times = Path(sys.argv[1]), int(sys.argv[2])
fill_demo(folder, logical_day(ZoneClock().now(), DAY_START))
window = Window(folder, ZoneClock())
PAGES = ("today", "practice", "journal", "trends", "library", "lists/kit", "settings")
taken = []
dialogs = []

def press():
    front = QGuiApplication.focusWindow() or window.windowHandle()
    QTest.keyClick(front, Qt.Key.Key_F12)

def done():
    QGuiApplication.sync()
    taken.append(1000 * (time.perf_counter() - begun[0]))

begun = [0.0]
window.hiding.hidden.connect(done)

def once():
    if len(taken) >= times:
        print(json.dumps(taken)); qt.quit(); return
    page, _slash, part = PAGES[len(taken) % len(PAGES)].partition("/")
    window.go(routes.Route(page=page, part=part))
    if len(taken) % 2:
        box = QMessageBox(window); box.setText("A dialog"); box.open(); dialogs.append(box)
    QTimer.singleShot(150, hide)

def hide():
    begun[0] = time.perf_counter()
    press()
    QTimer.singleShot(50, back)

def back():
    press()
    QTimer.singleShot(50, once)

window.ready.connect(lambda: QTimer.singleShot(2000, once))
window.show()
qt.exec()
window.close_store()
"""


def main() -> int:
    """Print the times in milliseconds; 1 when the slowest of a hundred is over the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", HIDES, folder, str(given.times)],
            check=True,
            capture_output=True,
            text=True,
            timeout=300,
        )
    taken = np.array(json.loads(done.stdout.splitlines()[-1]))
    p50, p99 = np.percentile(taken, [50, 99])
    print(f"{len(taken)} hides: median {p50:.1f} ms, p99 {p99:.1f} ms, most {taken.max():.1f} ms")
    return int(p99 > LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
