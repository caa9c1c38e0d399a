"""Beginning an exercise: the longest stall of the window from the press on Begin to the first breath.

Run it as `python tests/benchmarks/bench_begin.py [--runs N] [--days N] [--tree DIR ...]` on a display (Xvfb
is one). Each run is a process of its own, so that what loads late counts; in it the exercise is begun, left
and begun again. With several trees (worktrees of other commits) they take turns in one run, each with a
profile of its own, and each is compared with the last.
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

RESTED_MS, SEEN_MS = 1_500, 400
"""What follows an opening is over after so long; so long after the disc is seen, its first frames are."""

PROGRAM = f"""
import json, sys, time
from pathlib import Path
from rewire_app.app import application
qt = application()
from PySide6.QtCore import QTimer
from rewire_app.domain.days import ZoneClock
from rewire_app.ui.base import routes
from rewire_app.ui.frame.window import Window
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.pacer import Pacer
window = Window(Path(sys.argv[1]), ZoneClock())
window.resize(1200, 800)
gaps, marks, last, begun, found = [], {{}}, [0.0], [0.0], []
def tick():
    now = time.perf_counter()
    gaps.append(1000 * (now - last[0]))
    last[0] = now
    if "seen" not in marks and any(one.isVisible() for one in window.findChildren(Pacer)):
        marks["seen"] = 1000 * (now - begun[0])
        QTimer.singleShot({SEEN_MS}, seen)
beat = QTimer()
beat.setInterval(1)
beat.timeout.connect(tick)
def main_button():
    return next(one for one in window.findChildren(MainButton) if one.isVisible() and one.isEnabled())
def rested():
    window.go(routes.exercise("b-paced"))
    QTimer.singleShot({RESTED_MS}, begin)
def begin():
    gaps.clear(); marks.clear()
    begun[0] = last[0] = time.perf_counter()
    beat.start()
    QTimer.singleShot(0, lambda: main_button().click())
    QTimer.singleShot({RESTED_MS}, onward)
def onward():
    rating = max(gaps)
    marks["rating"] = rating
    gaps.clear()
    begun[0] = time.perf_counter()
    main_button().click()
def seen():
    beat.stop()
    found.append({{"rating": marks["rating"], "breath": max(gaps), "seen": marks["seen"]}})
    if len(found) < 2:
        window.go(routes.TODAY)
        QTimer.singleShot({RESTED_MS}, rested)
    else:
        qt.quit()
window.ready.connect(lambda: QTimer.singleShot({RESTED_MS}, rested))
QTimer.singleShot(60_000, qt.quit)
window.show(); qt.exec(); window.close_store()
print(json.dumps(found))
"""


def once(tree: Path, *words: str) -> str:
    """The last line that Python prints when `tree` is where it finds the program."""
    environment = os.environ | {"PYTHONPATH": str(tree), "OPENBLAS_NUM_THREADS": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, *words],
        cwd=tree,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{tree}: {done.stderr[-2000:]}")
    return done.stdout.splitlines()[-1]


def measured(trees: list[Path], runs: int, days: int) -> dict[Path, list[list[dict[str, float]]]]:
    """What each of `trees` took in each of `runs` runs, the first and the second time; they take turns."""
    found: dict[Path, list[list[dict[str, float]]]] = {tree: [] for tree in trees}
    with tempfile.TemporaryDirectory() as folder:
        profiles = {tree: Path(folder) / str(number) for number, tree in enumerate(trees)}
        for tree, profile in profiles.items():
            once(tree, "-m", "rewire_app", "--profile", str(profile), "sample", "--days", str(days))
            (profile / "settings.json").write_text('{"set_up": true, "motion": "full"}')
        for turn in range(runs + 1):
            for tree, profile in profiles.items():
                took = json.loads(once(tree, "-c", PROGRAM, str(profile)))
                if len(took) != 2:
                    raise SystemExit(f"{tree}: the exercise was not begun twice")
                if turn:  # the first run only warms what the system reads
                    found[tree].append(took)
    return found


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--days", type=int, default=120)
    parser.add_argument("--tree", type=Path, action="append", help="where a commit is checked out")
    given = parser.parse_args()
    trees = [tree.resolve() for tree in given.tree or [Path.cwd()]]
    found = measured(trees, given.runs, given.days)
    platform = os.environ.get("QT_QPA_PLATFORM", "display")
    print(f"longest stall, ms (medians of {given.runs}, platform {platform})")
    print(f"{'':12}{'Begin':>10}{'to breath':>10}{'longer':>10}{'x last':>8}{'breath seen after':>20}")
    for time, words in enumerate(("first", "again")):
        longer = {
            tree: statistics.median(max(run[time]["rating"], run[time]["breath"]) for run in found[tree])
            for tree in trees
        }
        for tree in trees:
            begin, breath, seen = (
                statistics.median(run[time][name] for run in found[tree])
                for name in ("rating", "breath", "seen")
            )
            times = longer[tree] / longer[trees[-1]]
            row = f"{begin:10.1f}{breath:10.1f}{longer[tree]:10.1f}{times:8.2f}{seen:20.1f}"
            print(f"{words:12}{row}   {tree}")


if __name__ == "__main__":
    main()
