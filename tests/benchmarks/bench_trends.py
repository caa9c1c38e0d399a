"""Trends: from opening the page to the painted picture, as ratios to an empty page painted in the same run.

Run it as `python -m tests.benchmarks.bench_trends [--runs N] [--days N ...]`. Each size gets a fresh process:
the first opening imports numpy, the others are fresh page objects; medians are printed.
`picture` is the lanes on the screen, `insight` the card that says how practice and reactivity go together,
`stall` the longest time a timer had to wait meanwhile (from openings of their own). `looking around` goes
closer, wider, earlier and later through all there is, as the keys do: `frame` is the longest that the window
was busy at
once in a step, `shown` the time from the key to the painted picture. Memory is counted over a Trends page
without notes.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

PROGRAM = r"""
import gc, json, os, sys, time
gc.disable()  # as the window does
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
from pathlib import Path
from rewire_app.app import application
qt = application()
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget
from rewire_app.domain.days import ZoneClock
from rewire_app.charts.columns import Range
from rewire_app.settings import Settings
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from rewire_app.content.library import Library
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.context import Session
from rewire_app.ui.trends.page import TrendsPage
from rewire_app.ui.widgets.theme import theme

folder, runs = Path(sys.argv[1]), int(sys.argv[2])
context = Context(folder, ZoneClock())
theme.apply(Settings(), qt)
vault = open_vault(folder)
context.open_session(Session(vault=vault, store=Store(vault), library=Library()))
stack = QStackedWidget()
stack.resize(988, 800)
stack.addWidget(QWidget())
stack.show()
qt.processEvents()

def megabytes():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS")) / 1024

class Watch(QObject):
    # Says when a widget was painted last.
    at = first = None
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.note)
        return False
    def note(self):
        self.at = time.perf_counter()
        self.first = self.first or self.at

class Beat(QTimer):
    # How long anything that comes in has to wait, at most.
    def __init__(self):
        super().__init__()
        self.setInterval(1)
        self.timeout.connect(self.tick)
        self.last, self.longest = time.perf_counter(), 0.0
        self.start()
    def tick(self):
        now = time.perf_counter()
        self.longest = max(self.longest, now - self.last)
        self.last = now

def spin(until):
    while not until():
        qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

def floor():
    began = time.perf_counter()
    page = QWidget()
    QVBoxLayout(page).addWidget(QLabel("Empty"))
    watch = Watch()
    page.installEventFilter(watch)
    stack.addWidget(page)
    stack.setCurrentWidget(page)
    beat = Beat()
    spin(lambda: watch.at)
    beat.stop()
    stack.removeWidget(page)
    page.deleteLater()
    return watch.at - began

def opening(chosen, stall=False):
    seen, watch, beat = {}, Watch(), Beat() if stall else None
    began = time.perf_counter()
    page = TrendsPage(context)
    page.tools.range.blockSignals(True)
    page.tools.range.set_value(str(chosen))
    page.tools.range.blockSignals(False)
    first = Watch()
    page.installEventFilter(first)
    def pictured(picture):
        plot = page.views.lanes.plot
        plot.installEventFilter(watch)
    page._loading.pictured.connect(pictured)
    page._loading.compared.connect(lambda _c: seen.setdefault("insight", time.perf_counter() - began))
    stack.addWidget(page)
    stack.setCurrentWidget(page)
    spin(lambda: watch.at and "insight" in seen)
    seen["frame"] = first.first - began
    seen["picture"] = watch.at - began
    if beat:
        beat.stop()
        seen["stall"] = beat.longest
    stack.removeWidget(page)
    page.deleteLater()
    qt.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qt.processEvents()
    return seen

def looking_around(steps):
    page = TrendsPage(context)
    page.tools.range.set_value(str(Range.ALL))
    stack.addWidget(page)
    stack.setCurrentWidget(page)
    page.settle()
    card = page.views.lanes
    watch, seen = Watch(), []
    card.plot.installEventFilter(watch)
    page._loading.pictured.connect(lambda _picture: seen.append(1))
    for _turn in range(200):  # the first look reads all notes and grows what is kept
        qt.processEvents()
    frames, shown = [], []
    ways = (
        "closer earlier earlier closer later wider earlier closer "
        "closer earlier wider wider later wider wider wider"
    ).split()
    for number in range(steps + 4):
        seen.clear()
        watch.at = None
        was = (card.picture.columns.first, card.picture.columns.last, card.picture.columns.length)
        beat, began = Beat(), time.perf_counter()
        card.ask(ways[number % len(ways)])
        while not (seen and watch.at):
            qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if not page._loading.busy and not seen and time.perf_counter() - began > 1:
                break
        took = time.perf_counter() - began
        beat.stop()
        if seen and number >= 4:
            frames.append(beat.longest)
            shown.append(took)
    stack.removeWidget(page)
    page.deleteLater()
    return {"frame": frames, "shown": shown}

if len(sys.argv) > 3:
    opening_of_nothing = TrendsPage(context)
    stack.addWidget(opening_of_nothing)
    stack.setCurrentWidget(opening_of_nothing)
    opening_of_nothing.settle()
    opening_of_nothing.views
    for _turn in range(50):
        qt.processEvents()
    print(json.dumps(megabytes()))
    vault.close()
    sys.exit()

before = megabytes()
assert "numpy" not in sys.modules and "pyqtgraph" not in sys.modules
cold = opening(Range.QUARTER, stall=True)
after = megabytes()
warm = {"3 months": [], "all": []}
floors = []
for _turn in range(runs):
    floors.append(floor())
    for name, chosen in (("3 months", Range.QUARTER), ("all", Range.ALL)):
        stalled = opening(chosen, stall=True)["stall"]
        warm[name].append({**opening(chosen), "stall": stalled})
around = looking_around(160)
used = [before, after, megabytes()]
print(json.dumps({"floors": floors, "cold": cold, "warm": warm, "mb": used, "around": around}))
vault.close()
"""

LINE = "{:26}{:>9.1f}{:>9.1f}"


def measure(days: int, runs: int) -> None:
    """Print one size."""
    with tempfile.TemporaryDirectory() as folder:
        fill = ["-m", "rewire_app", "--profile", folder, "sample", "--days", str(days)]
        subprocess.run([sys.executable, *fill], check=True, capture_output=True, timeout=300)
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, folder, str(runs)],
            capture_output=True,
            text=True,
            check=True,
            timeout=300,
        )
    empty = empty_page()
    found = json.loads(done.stdout.splitlines()[-1])
    floor = statistics.median(found["floors"])
    print(f"\n{days:,} days{'':>{19 - len(f'{days:,}')}}{'ms':>11}{'x floor':>9}")
    print(LINE.format("an empty page (floor)", floor * 1000, 1))
    for part in ("frame", "picture", "insight", "stall"):
        print(LINE.format(f"first open: {part}", found["cold"][part] * 1000, found["cold"][part] / floor))
    for name, openings in found["warm"].items():
        for part in ("picture", "insight", "stall"):
            value = statistics.median(opening[part] for opening in openings)
            print(LINE.format(f"{name}: {part}", value * 1000, value / floor))
    for part, times in found["around"].items():
        ordered = sorted(times)
        middle, late = statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
        print(LINE.format(f"looking around: {part}", middle * 1000, middle / floor))
        print(LINE.format(f"looking around: {part} p99", late * 1000, late / floor))
    before, after, end = found["mb"]
    print(f"memory, MB: {before:.0f} before, {after:.0f} after the first, {end:.0f} after {4 * runs} more")
    print(f"memory over a page without notes ({empty:.0f} MB): {after - empty:.0f} and {end - empty:.0f} MB")


def empty_page() -> float:
    """MB of a process that shows Trends on an empty profile."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, folder, "0", "empty"],
            capture_output=True,
            text=True,
            check=True,
            timeout=300,
        )
    return float(json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    """Print the medians for each size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--days", type=int, nargs="+", default=[365, 3650, 18250])
    given = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(f"medians of {given.runs}, platform {os.environ.get('QT_QPA_PLATFORM', 'display')}")
    for days in given.days:
        measure(days, given.runs)


if __name__ == "__main__":
    main()
