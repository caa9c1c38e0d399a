"""Sixty seconds of breathing pacer: times between frames and processor time. Then an idle window.

Run it as `python -m tests.benchmarks.bench_pacer [--seconds N]` on a display (Xvfb is one). The floor is an
empty PySide6 window that repaints a small rectangle at the same rate.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile

import numpy as np

FRAMES = """
import json, sys, time
from rewire_app.app import application
qt = application()
from PySide6.QtCore import QObject, QTimer, Qt
from PySide6.QtWidgets import QWidget
from rewire_app.settings import Settings
from rewire_app.ui.widgets.theme import theme
theme.apply(Settings(), qt)
seconds, what = float(sys.argv[1]), sys.argv[2]
frames = []
if what == "pacer":
    from rewire_app.ui.widgets.breath import Pattern
    from rewire_app.ui.widgets.pacer import Pacer
    shown = Pacer(Pattern(breaths=1000))
    plain = shown.tick
    def tick():
        frames.append(time.perf_counter())
        plain()
    shown.tick = tick
    for timer in shown.findChildren(QTimer):
        timer.timeout.disconnect()
        timer.timeout.connect(tick)
    shown.resize(1200, 700); shown.show(); shown.start()
else:
    class Small(QWidget):
        def paintEvent(self, event):
            pass
    shown = Small(); shown.resize(1200, 700); shown.show()
    beat = QTimer(); beat.setTimerType(Qt.TimerType.PreciseTimer); beat.setInterval(16)
    def tick():
        frames.append(time.perf_counter()); shown.update(0, 0, 50, 50)
    beat.timeout.connect(tick); beat.start()
def begin():
    frames.clear(); begin.cpu = time.process_time(); begin.wall = time.perf_counter()
def end():
    used = (time.process_time() - begin.cpu) / (time.perf_counter() - begin.wall)
    print(json.dumps({"frames": frames, "cpu": 100 * used})); qt.quit()
QTimer.singleShot(1000, begin)
QTimer.singleShot(int(1000 * (seconds + 1)), end)
qt.exec()
"""

IDLE = """
import json, os, sys, time
from pathlib import Path
from rewire_app.app import application
qt = application()
from PySide6.QtCore import QTimer
from rewire_app.domain.days import ZoneClock
from rewire_app.ui.frame.window import Window
window = Window(Path(sys.argv[2]), ZoneClock())
def begin():
    begin.cpu = time.process_time(); begin.wall = time.perf_counter()
    begin.timers = sum(timer.isActive() for timer in window.findChildren(QTimer))
def end():
    used = (time.process_time() - begin.cpu) / (time.perf_counter() - begin.wall)
    print(json.dumps({"cpu": 100 * used, "timers": begin.timers})); qt.quit()
window.ready.connect(lambda: QTimer.singleShot(8000, begin))
QTimer.singleShot(int(1000 * (float(sys.argv[1]) + 10)), end)
window.show(); qt.exec(); window.close_store()
"""


def run(code: str, *words: str) -> dict[str, object]:
    """The JSON on the last line that `code` prints in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True, timeout=300
    )
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    seconds = str(parser.parse_args().seconds)
    print(f"{'':28}{'median':>9}{'p99':>9}{'longest':>9}   ms between frames{'CPU %':>9}")
    for what in ("floor", "pacer"):
        found = run(FRAMES, seconds, what)
        gaps = np.diff(np.array(found["frames"])) * 1000
        row = (np.median(gaps), np.percentile(gaps, 99), gaps.max())
        print(f"{what:28}" + "".join(f"{value:9.1f}" for value in row) + f"{'':20}{found['cpu']:9.2f}")
    with tempfile.TemporaryDirectory() as folder:
        fill = ["-m", "rewire_app", "--profile", folder, "sample", "--days", "120"]
        subprocess.run([sys.executable, *fill], check=True, capture_output=True, timeout=300)
        idle = run(IDLE, seconds, folder)
    print(f"idle window: CPU {idle['cpu']:.3f} %, timers running: {idle['timers']}")


if __name__ == "__main__":
    main()
