"""Sixty seconds of breathing pacer: times between frames and processor time. Then an idle window.

Run it as `python -m tests.benchmarks.bench_pacer [--seconds N]` on a display (Xvfb is one). The floor is an
empty widget that fills itself anew at the same rate and size, and once only where the disc moves.
All take turns in one process, so that what else the computer does touches each alike.
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
from PySide6.QtCore import QEventLoop, QRect, QTimer, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from rewire_app.settings import Settings
from rewire_app.ui.widgets.breath import BreathRhythm
from rewire_app.ui.widgets.pacer import Pacer
from rewire_app.ui.widgets.theme import theme
theme.apply(Settings(), qt)
seconds, turns, size = float(sys.argv[1]), 4, (780, 600)
frames, loop = [], QEventLoop()
class Bare(QWidget):
    def __init__(self, rect):
        super().__init__()
        self.rect_ = rect
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.setInterval(16)
        self.start, self.pause = self.timer.start, self.timer.stop
    def tick(self):
        self.update(self.rect_)
    def paintEvent(self, event):
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("primarySoft"))
        painter.end()
def disc():
    pacer = Pacer(BreathRhythm(breaths=1000))
    pacer.resize(*size)
    pacer.show()
    found = pacer.scene.largest.toAlignedRect()
    pacer.hide()
    return found
made = {
    "bare repaint, the disc": lambda: Bare(disc()),
    "bare repaint, same size": lambda: Bare(QRect(0, 0, *size)),
    "pacer": lambda: Pacer(BreathRhythm(breaths=1000)),
}
found = {name: {"gaps": [], "cpu": 0.0, "wall": 0.0} for name in made}
def wait(seconds):
    QTimer.singleShot(int(1000 * seconds), loop.quit)
    loop.exec()
for _turn in range(turns):
    for name, make in made.items():
        shown = make()
        plain = shown.tick
        def tick(plain=plain):
            frames.append(time.perf_counter())
            plain()
        if name == "pacer":
            shown.timer.timeout.disconnect()
        shown.timer.timeout.connect(tick)
        shown.resize(*size)
        shown.show()
        shown.start()
        wait(1)
        frames.clear()
        cpu, wall = time.process_time(), time.perf_counter()
        wait(seconds / turns)
        found[name]["cpu"] += time.process_time() - cpu
        found[name]["wall"] += time.perf_counter() - wall
        found[name]["gaps"] += [1000 * (b - a) for a, b in zip(frames, frames[1:])]
        shown.pause()
        shown.hide()
        shown.deleteLater()
print(json.dumps(found))
"""

IDLE = """
SETTLED = 40_000  # what follows an opening once, a check and a copy, is over
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
    running = [timer for timer in window.findChildren(QTimer) if timer.isActive()]
    begin.timers, begin.single = len(running), sum(timer.isSingleShot() for timer in running)
    begin.of = [type(timer.parent()).__name__ for timer in running]
def end():
    used = (time.process_time() - begin.cpu) / (time.perf_counter() - begin.wall)
    print(json.dumps({"cpu": 100 * used, "timers": begin.timers, "single": begin.single,
        "of": begin.of})); qt.quit()
window.ready.connect(lambda: QTimer.singleShot(SETTLED, begin))
QTimer.singleShot(int(1000 * float(sys.argv[1])) + SETTLED + 2000, end)
window.show(); qt.exec(); window.close_store()
"""


def run(code: str, *words: str) -> dict[str, object]:
    """The JSON on the last line that `code` prints in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True, timeout=900
    )
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Print the table and the line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--idle", action="store_true", help="only the idle window")
    asked = parser.parse_args()
    seconds = str(asked.seconds)
    if not asked.idle:
        pace(seconds)
    rest(seconds)


def pace(seconds: str) -> None:
    """Print the table of the pacer."""
    print(f"{'':28}{'median':>9}{'p99':>9}{'longest':>9}   ms between frames{'CPU %':>9}")
    for what, found in run(FRAMES, seconds).items():
        gaps = np.array(found["gaps"])
        row = (np.median(gaps), np.percentile(gaps, 99), gaps.max())
        used = 100 * found["cpu"] / found["wall"]
        print(f"{what:28}" + "".join(f"{value:9.1f}" for value in row) + f"{'':20}{used:9.2f}")


def rest(seconds: str) -> None:
    """Print what an idle window takes."""
    with tempfile.TemporaryDirectory() as folder:
        fill = ["-m", "rewire_app", "--profile", folder, "sample", "--days", "120"]
        subprocess.run([sys.executable, *fill], check=True, capture_output=True, timeout=300)
        idle = run(IDLE, seconds, folder)
    said = f"idle window: CPU {idle['cpu']:.3f} %, timers running: {idle['timers']}"
    print(said, f"(of them single shots: {idle['single']}) {' '.join(idle['of'])}")


if __name__ == "__main__":
    main()
