"""The journal with ten years of entries: a day, a key of the search, a month, and the memory it takes.

    python -m tests.benchmarks.bench_journal [--days 3650] [--json]

Everything happens in the real window (offscreen, or the display that QT_QPA_PLATFORM names), from what a
person does until it is painted. Each has a floor of the same run: painting the same page once more, and
for `key` looking for the letters in the words of all entries before. `memory`: what
the process holds after all of it, against the same in a profile without entries, each in its own process.
Wanted: a day in 30 ms, 95 of 100 keys in 16, a month in 50, memory at most 1.3 times.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.bench_search import quantile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from rewire_app.ui.frame.window import Window

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

QUESTIONS = ("meeting", "the phone", "breathed out", "a", "her message again", "zzz", "sleep work")
WANTED_MS = {"day": 30.0, "key": 16.0, "month": 50.0}
TURNS = 40

Times = dict[str, list[float]]


def taken(times: Times, name: str, work: Callable[[], object]) -> None:
    """Note the milliseconds that `work` takes."""
    begun = time.perf_counter()
    work()
    times.setdefault(name, []).append((time.perf_counter() - begun) * 1000)


def held() -> int:
    """What this process has in memory, KiB; 0 where the system does not tell it so."""
    try:
        lines = Path("/proc/self/status").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0)


def measured(folder: Path) -> tuple[Times, int]:
    """What each act takes, with its floor, and the KiB that are held at the end."""
    from PySide6.QtCore import QEventLoop

    from rewire_app import settings
    from rewire_app.app import application
    from rewire_app.domain.days import ZoneClock
    from rewire_app.ui.frame.window import Window

    qt = application()
    settings.save(folder, settings.Settings(set_up=True))
    window = Window(folder, ZoneClock(), copies=False)
    window.resize(1200, 800)
    done: list[bool] = []
    window.ready.connect(lambda: done.append(True))
    window.show()
    while not done:
        qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    times: Times = {}
    _days(window, times)
    _months(window, times)
    _keys(window, times)
    memory = held()
    window.close()
    window.close_store()
    return times, memory


def _settle() -> None:
    from rewire_app.app import application

    for _turn in range(12):
        application().processEvents()


def _days(window: Window, times: Times) -> None:
    from rewire_app.ui.base import routes

    today = window.context.today
    for number in range(TURNS):
        day = today - timedelta(days=1 + number * 89 % 3600)

        def opened(day: date = day) -> None:
            window.go(routes.journal(day))
            window.shell.page("journal").repaint()

        taken(times, "day", opened)
        _settle()
        taken(times, "day floor", window.shell.page("journal").repaint)


def _months(window: Window, times: Times) -> None:
    from rewire_app.ui.base import routes
    from rewire_app.ui.finding.page import FindingPage

    window.go(routes.month(window.context.today))
    page = window.shell.page("finding")
    assert isinstance(page, FindingPage)
    _settle()
    for _number in range(TURNS):

        def turned() -> None:
            page.month.turn(-1)
            page.repaint()

        taken(times, "month", turned)
        _settle()
        taken(times, "month floor", page.repaint)


def _keys(window: Window, times: Times) -> None:
    from PySide6.QtTest import QTest

    from rewire_app.domain.library.searching import folded_text
    from rewire_app.reports.own_words import WordsWish
    from rewire_app.ui.base import routes
    from rewire_app.ui.finding.page import FindingPage

    window.go(routes.FIND)
    page = window.shell.page("finding")
    assert isinstance(page, FindingPage)
    assert page.search.own is not None
    page.search.settle()
    _settle()
    every = [folded_text("\n".join(one.texts)) for one in page.search.own.find(WordsWish()).entries]
    line = page.search.box.line
    for question in QUESTIONS:
        line.clear()
        _settle()
        for end, letter in enumerate(question, start=1):
            typed = question[:end].strip()

            def pressed(letter: str = letter) -> None:
                QTest.keyClicks(line, letter)
                page.repaint()

            taken(times, "key", pressed)
            _settle()
            taken(times, "key floor", partial(_least, every, typed, page))


def _least(every: list[str], typed: str, page: QWidget) -> int:
    """The least that a search does: how many entries hold the letters, and the page painted."""
    page.repaint()
    return sum(typed in text for text in every)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What the journal takes with ten years of entries.")
    parser.add_argument("--days", type=int, default=3650)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--profile", type=Path, help="measure this one, in this process")
    given = parser.parse_args()
    if given.profile is not None:
        print(json.dumps(measured(given.profile)))
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        full, empty = Path(name) / "full", Path(name) / "empty"
        fill = [
            sys.executable,
            "-m",
            "rewire_app",
            "--profile",
            str(full),
            "sample",
            "--days",
            str(given.days),
        ]
        subprocess.run(fill, check=True, stdout=subprocess.DEVNULL, timeout=300)
        (times, memory), (_times, without) = _apart(full), _apart(empty)
    _tell(times, memory, without, as_json=given.json)


def _apart(profile: Path) -> tuple[Times, int]:
    """What is measured in a process of its own."""
    profile.mkdir(exist_ok=True)
    asked = [sys.executable, "-m", "tests.benchmarks.bench_journal", "--profile", str(profile)]
    found = subprocess.run(asked, check=True, capture_output=True, text=True, timeout=300).stdout
    times, memory = json.loads(found.splitlines()[-1])
    return times, memory


def _tell(times: Times, memory: int, without: int, *, as_json: bool) -> None:
    found = {
        name: {"p50": round(quantile(some, 0.5), 2), "p95": round(quantile(some, 0.95), 2)}
        for name, some in times.items()
    }
    if as_json:
        print(json.dumps(found | {"memory_kib": memory, "empty_kib": without}))
        return
    for name, wanted in WANTED_MS.items():
        here, floor = found[name], found[f"{name} floor"]
        ratio = here["p95"] / max(floor["p50"], 0.01)
        print(
            f"{name:6} p50 {here['p50']:7.2f} ms   p95 {here['p95']:7.2f} ms of {wanted:g}   "
            f"floor {floor['p50']:6.2f} ms   {ratio:6.1f} times"
        )
    ratio = memory / max(without, 1)
    print(f"memory {memory / 1024:.0f} MiB, without entries {without / 1024:.0f}: {ratio:.2f} times")


if __name__ == "__main__":
    main()
