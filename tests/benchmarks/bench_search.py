"""Search: what a key press costs, as a ratio to a bare FTS5 query measured in turns in the same run.

    python -m tests.benchmarks.bench_search [--json]

Every letter of several questions is typed into the real box of the Library (offscreen, or the display that
QT_QPA_PLATFORM names). `key`: from the press until the results are painted. `find`: the part of it that
searches, ranks and cuts out the words in context. `bare`: one FTS5 MATCH for the same words on that index,
nothing around. Milliseconds, p50 and p99; the target is 10 ms for `key`.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

QUESTIONS = (
    "false alarm",
    "breathing slowly before sleep",
    "exposure",
    "why does fear come back",
    "it's",
    "foo-bar (",
    "a worry in the night",
    "happiness",
)
TARGET_MS = 10.0


def quantile(times: list[float], share: float) -> float:
    """The value below which `share` of `times` lie."""
    return sorted(times)[min(len(times) - 1, round(share * (len(times) - 1)))]


def measured(folder: Path) -> dict[str, list[float]]:
    """The milliseconds of every key press, of its search, and of a bare query for the same words."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtTest import QTest

    from rewire_app import settings
    from rewire_app.app import application
    from rewire_app.content.library import Library
    from rewire_app.content.passages import documents, stamp
    from rewire_app.domain.days import ZoneClock
    from rewire_app.domain.library.searching import take_apart
    from rewire_app.store.search import open_index
    from rewire_app.ui.base.routes import LIBRARY
    from rewire_app.ui.frame.window import Window
    from rewire_app.ui.library.found import FIRST
    from rewire_app.ui.library.page import LibraryPage

    qt = application()
    settings.save(folder, settings.Settings(set_up=True))
    window = Window(folder, ZoneClock())
    window.resize(1200, 800)
    done: list[bool] = []
    window.ready.connect(lambda: done.append(True))
    window.show()
    while not done:
        qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    window.go(LIBRARY)
    page = window.shell.page("library")
    assert isinstance(page, LibraryPage)
    page.shelf.settle()
    for _turn in range(12):
        qt.processEvents()
    library = Library()
    index = open_index(folder / "cache", stamp(library), lambda: documents(library))
    bare = index._connection
    line = page.shelf.box.line
    line.setFocus()
    times: dict[str, list[float]] = {"key": [], "find": [], "bare": []}
    for question in QUESTIONS:
        line.clear()
        qt.processEvents()
        for end, letter in enumerate(question, start=1):
            typed = question[:end]
            begun = time.perf_counter()
            QTest.keyClicks(line, letter)
            page.repaint()
            times["key"].append((time.perf_counter() - begun) * 1000)
            qt.processEvents()
            begun = time.perf_counter()
            index.find(typed, FIRST)
            times["find"].append((time.perf_counter() - begun) * 1000)
            words = " ".join(f'"{" ".join(chunk)}"' for chunk in take_apart(typed).chunks)
            begun = time.perf_counter()
            if words:
                bare.execute("SELECT rowid FROM documents WHERE documents MATCH ?", (words + "*",)).fetchall()
            times["bare"].append((time.perf_counter() - begun) * 1000)
    index.close()
    window.close()
    window.close_store()
    return times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What a key press in the search box costs.")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        times = measured(Path(folder))
    found = {
        name: {"p50": round(quantile(taken, 0.5), 3), "p99": round(quantile(taken, 0.99), 3)}
        for name, taken in times.items()
    }
    if given.json:
        print(json.dumps(found | {"keys": len(times["key"])}))
        return
    for name, numbers in found.items():
        ratio = numbers["p50"] / found["bare"]["p50"]
        print(
            f"{name:5} p50 {numbers['p50']:7.3f} ms   p99 {numbers['p99']:7.3f} ms   {ratio:6.1f} times bare"
        )
    print(f"{len(times['key'])} key presses; {TARGET_MS:g} ms is the target for the first results.")


if __name__ == "__main__":
    main()
