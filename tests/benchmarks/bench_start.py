"""Start: first painted window, Today filled, everything ready, and memory, as ratios to an empty window.

Run it as `python -m tests.benchmarks.bench_start [--runs N] [--days N]`. Floor and program take turns in one
run, each in a fresh process under the platform in QT_QPA_PLATFORM (or the real display); medians are printed.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

TREE = """
from pathlib import Path
def tree_mb(process="self"):
    folder = Path("/proc", str(process))
    rss = next(int(line.split()[1]) for line in open(folder / "status") if line.startswith("VmRSS"))
    below = [child for task in folder.glob("task/*/children") for child in task.read_text().split()]
    return rss / 1024 + sum(tree_mb(child) for child in below)
"""
"""Megabytes that a process and all below it have in memory; what they share counts for each."""

FLOOR = """
import builtins, json, sys, time
plain = builtins.__import__
from PySide6.QtWidgets import QApplication, QWidget
builtins.__import__ = plain
from PySide6.QtCore import QTimer
app = QApplication([])
class Empty(QWidget):
    painted = False
    def paintEvent(self, event):
        if not self.painted:
            self.painted = True
            self.marks = {"painted": time.monotonic() - float(sys.argv[1])}
            QTimer.singleShot(300, self.done)
    def done(self):
        print(json.dumps(self.marks | {"mb": tree_mb()}))
        app.quit()
window = Empty(); window.resize(1200, 800); window.show(); app.exec()
"""

PROGRAM = """
import gc, json, os, sys, time
gc.disable()
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
began = float(sys.argv[1])
marks, gaps, last = {}, [], [0.0]
from rewire_app.app import application
qt = application()
from PySide6.QtCore import QTimer
from rewire_app.domain.days import ZoneClock
from rewire_app.ui.frame.window import Window
window = Window(Path(sys.argv[2]), ZoneClock())
def mark(name):
    marks[name] = time.monotonic() - began
def tick():
    now = time.monotonic()
    gaps.append(now - last[0])
    last[0] = now
beat = QTimer(); beat.setInterval(1); beat.timeout.connect(tick)
def painted():
    mark("painted"); last[0] = time.monotonic(); beat.start()
def filled():
    mark("filled"); marks["filled mb"] = tree_mb()
def ready():
    mark("ready"); tick(); beat.stop()
    QTimer.singleShot(300, done)
def done():
    marks["stall"] = max(gaps); marks["mb"] = tree_mb()
    qt.quit()
window.painted.connect(painted); window.filled.connect(filled); window.ready.connect(ready)
window.show(); qt.exec(); window.close_store()
heavy = sorted(m for m in ("pyqtgraph", "alembic", "markdown_it", "numpy") if m in sys.modules)
print(json.dumps(marks | {"heavy": heavy}))
"""


def once(code: str, *words: str) -> dict[str, float]:
    """Run `code` in a fresh process that knows when it was started; its last line is JSON."""
    import time

    done = subprocess.run(
        [sys.executable, "-c", code, str(time.monotonic()), *words],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--days", type=int, default=365)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        fill = ["-m", "rewire_app", "--profile", folder, "sample", "--days", str(given.days)]
        subprocess.run([sys.executable, *fill], check=True, capture_output=True, timeout=300)
        (Path(folder) / "settings.json").write_text('{"set_up": true}')
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        floors, runs = [], []
        for _turn in range(given.runs + 1):
            floors.append(once(TREE + FLOOR))
            runs.append(once(TREE + PROGRAM, folder))
    floor, floor_mb = (statistics.median(one[name] for one in floors[1:]) for name in ("painted", "mb"))
    platform = os.environ.get("QT_QPA_PLATFORM", "display")
    print(f"{'':24}{'ms':>8}{'x floor':>9}   (medians of {given.runs}, platform {platform})")
    print(f"{'empty window (floor)':24}{floor * 1000:8.0f}{1:9.2f}")
    for name in ("painted", "filled", "ready"):
        value = statistics.median(run[name] for run in runs[1:])
        print(f"{name:24}{value * 1000:8.0f}{value / floor:9.2f}")
    print(f"{'longest stall, ms':24}{statistics.median(run['stall'] for run in runs[1:]) * 1000:8.1f}")
    print(f"{'empty window, MB':24}{floor_mb:8.1f}{1:9.2f}")
    for name, words in (("filled mb", "filled, MB"), ("mb", "ready, MB")):
        value = statistics.median(run[name] for run in runs[1:])
        print(f"{words:24}{value:8.1f}{value / floor_mb:9.2f}")
    print(f"heavy modules imported: {runs[-1]['heavy']}")


if __name__ == "__main__":
    main()
