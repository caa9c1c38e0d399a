"""Ten years coming in and going out, each beside the bare work on the same file in the same run.

    python -m tests.benchmarks.bench_bringing [--days 3650] [--runs 5] [--json]

`looked at`: a backup of Loop (20 habits) or a table of Daylio (two entries a day, with words) is told, read
and planned; `brought in`: a copy is made, and all of it is written. Their floor is the rows of the database
fetched, or the table gone through by Python's csv. `all of it`: everything of a profile with as many days of
invented entries goes out, as JSON, folder and zip; the floor is every row fetched and given to json.dump. All
of it runs where the program runs it, on a thread beside the open page that it belongs to; `stall` is the
longest a timer of the window had to wait meanwhile. Medians: seconds of the clock, and of the processors.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rewire_app.store.vault.vault import Vault

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

HABITS = 20
GOAL_S, GOAL_STALL_MS = 3.0, 50.0
LAST = date(2026, 11, 20)
LOOP = """
CREATE TABLE Habits(id INTEGER PRIMARY KEY, name TEXT, type INTEGER, unit TEXT, archived INTEGER);
CREATE TABLE Repetitions(id INTEGER PRIMARY KEY, habit INTEGER, timestamp INTEGER, value INTEGER, notes TEXT);
CREATE UNIQUE INDEX idx ON Repetitions(habit, timestamp);
"""
DAYLIO = ("full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note")
Times = dict[str, list[tuple[float, float, float]]]
"""By what was done: the clock and the processor in seconds, and the longest wait in ms."""


def loop_backup(path: Path, days: int) -> Path:
    """A backup with so many days of all habits, each tenth with a note."""
    first = datetime(1970, 1, 1)
    with closing(sqlite3.connect(path)) as made:
        made.executescript(LOOP)
        for habit in range(1, HABITS + 1):
            numbers = habit % 4 == 0
            made.execute("INSERT INTO Habits VALUES(?, ?, ?, ?, 0)", (habit, f"Habit {habit}", numbers, "km"))
        for day in range(days):
            at = (datetime.combine(LAST - timedelta(days=day), first.time()) - first) // timedelta(
                milliseconds=1
            )
            rows = [
                (
                    habit,
                    at,
                    1000 * (day % 7) if habit % 4 == 0 else (day + habit) % 4,
                    "a note" * (day % 10 == 0),
                )
                for habit in range(1, HABITS + 1)
            ]
            sentence = "INSERT INTO Repetitions(habit, timestamp, value, notes) VALUES(?, ?, ?, ?)"
            made.executemany(sentence, rows)
        made.commit()
    return path


def daylio_table(path: Path, days: int) -> Path:
    """A table with two entries a day."""
    words = "A long call in the morning, then the walk by the river; it went well enough. " * 3
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(DAYLIO)
        for day in range(days):
            on = LAST - timedelta(days=day)
            for clock, mood in (("9:58 pm", "good"), ("8:05 am", "meh")):
                writer.writerow(
                    [on, f"{on:%d %b}", f"{on:%A}", clock, mood, "work | walk | tea", "", f"{day} {words}"]
                )
    return path


def bare_loop(path: Path) -> None:
    """Fetch the rows."""
    with closing(sqlite3.connect(path)) as made:
        made.execute("SELECT id, name, type, unit FROM Habits").fetchall()
        made.execute("SELECT habit, timestamp, value, notes FROM Repetitions").fetchall()


def bare_daylio(path: Path) -> None:
    """Go through the table."""
    with path.open(encoding="utf-8", newline="") as file:
        list(csv.reader(file))


def bare_dump(vault: Vault, path: Path) -> None:
    """Fetch every row, and give it to json."""
    from rewire_app.store.schema.lists import metadata

    told = {}
    with vault.using() as raw:
        for table in metadata.sorted_tables:
            cursor = raw.execute(f"SELECT * FROM {table.name}")
            names = [one[0] for one in cursor.description]
            told[table.name] = [dict(zip(names, row, strict=True)) for row in cursor]
    with path.open("w", encoding="utf-8") as file:
        json.dump(told, file)


class Desk:
    """A window with one page in it, beside which work runs on a thread."""

    def __init__(self, folder: Path) -> None:
        import gc

        from PySide6.QtWidgets import QStackedWidget

        from rewire_app.app import application
        from rewire_app.content.library import Library
        from rewire_app.domain.days import ZoneClock
        from rewire_app.settings import Settings
        from rewire_app.store.store import Store
        from rewire_app.store.vault.vault import open_vault
        from rewire_app.ui.base.context import Context, Session
        from rewire_app.ui.bringing.page import BringingPage
        from rewire_app.ui.widgets.theme import theme

        gc.disable()  # as the window does
        self.qt = application()
        theme.apply(Settings(), self.qt)
        self.vault = open_vault(folder)
        self.store = Store(self.vault)
        self.context = Context(folder, ZoneClock())
        self.context.open_session(Session(vault=self.vault, store=self.store, library=Library()))
        self.stack = QStackedWidget()
        self.stack.resize(988, 800)
        self.stack.addWidget(BringingPage(self.context))
        self.stack.show()
        for _turn in range(50):
            self.qt.processEvents()

    def timed(self, work: Callable[[], Any]) -> tuple[Any, float, float, float]:
        """What `work` gives on a thread, seconds of clock and processors, and the longest wait in ms."""
        from PySide6.QtCore import QEventLoop, QTimer

        from rewire_app.ui.base.errand import Errand

        out: list[Any] = []
        errand: Errand[Any] = Errand(work)
        errand.done.connect(out.append)
        errand.failed.connect(out.append)
        waits = [0.0]
        beat = QTimer()
        beat.setInterval(1)
        last = time.perf_counter()

        def ticked() -> None:
            nonlocal last
            now = time.perf_counter()
            waits.append(now - last)
            last = now

        beat.timeout.connect(ticked)
        beat.start()
        began, worked = time.perf_counter(), sum(os.times()[:4])
        errand.start()
        while not out:
            self.qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        took = time.perf_counter() - began
        beat.stop()
        if isinstance(out[0], Exception):
            raise out[0]
        return out[0], took, sum(os.times()[:4]) - worked, max(waits) * 1000

    def close(self) -> None:
        """Close the window and the profile."""
        self.stack.close()
        self.vault.close()


def brought(desk: Desk, path: Path, name: str, bare: Callable[[Path], None], times: Times) -> None:
    """One turn of a file: its floor, looked at, brought in, and out again."""
    from rewire_app.exchange.importers.bringing import bring_in, dry_run, meanings_of, read_file
    from rewire_app.exchange.importers.plan import Here

    here = Here(program=name, clock=desk.context.clock, now=desk.context.clock.now(), day_start=4)

    def look() -> Any:
        file = read_file(path)
        meanings = meanings_of(file)
        return file, meanings, dry_run(file, meanings, here, desk.store)

    def note(what: str, work: Callable[[], Any]) -> Any:
        found, *taken = desk.timed(work)
        times.setdefault(f"{name}: {what}", []).append((taken[0], taken[1], taken[2]))
        return found

    note("bare", partial(bare, path))
    file, meanings, plan = note("looked at", look)
    assert plan.counts["entries"], plan.counts
    came = note("brought in", lambda: bring_in(file, meanings, here, desk.store))
    note("taken back", lambda: desk.store.bringing.take_back(came.brought))


def taken_out(desk: Desk, folder: Path, number: int, times: Times) -> None:
    """One turn of everything that goes out, with its floor."""
    from rewire_app.exchange.exporters.document import Exported
    from rewire_app.exchange.exporters.saving import Destination, ExportFormat, save
    from rewire_app.store.carried import Wanted

    told = Exported(vault=desk.vault, wanted=Wanted(), now=desk.context.clock.now())
    works: dict[str, Callable[[], Any]] = {
        "bare": partial(bare_dump, desk.vault, folder / f"bare{number}.json")
    }
    for form in (ExportFormat.JSON, ExportFormat.FOLDER, ExportFormat.ZIP):
        place = Destination(path=folder / f"{form.value}{number}", format=form)
        works[form.value] = partial(save, told, place)
    for what, work in works.items():
        _found, *taken = desk.timed(work)
        times.setdefault(f"all of it: {what}", []).append((taken[0], taken[1], taken[2]))


def measured(folder: Path, days: int, runs: int) -> Times:
    """Everything, so many times in turns."""
    from rewire_app.exchange.sample.fill import fill
    from rewire_app.store.store import Store
    from rewire_app.store.vault.vault import open_vault

    vault = open_vault(folder / "filled")
    fill(Store(vault), days, 7, date.today())
    vault.close()
    loop, daylio = loop_backup(folder / "loop.db", days), daylio_table(folder / "daylio.csv", days)
    times: Times = {}
    for number in range(runs):
        profile = Path(shutil.copytree(folder / "filled", folder / f"profile{number}"))
        desk = Desk(profile)
        taken_out(desk, folder, number, times)
        brought(desk, daylio, "Daylio", bare_daylio, times)
        brought(desk, loop, "Loop", bare_loop, times)
        desk.close()
    return times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What ten years coming in and going out cost.")
    parser.add_argument("--days", type=int, default=3650)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        times = measured(Path(folder), given.days, given.runs)
    middle = {
        name: [round(statistics.median(column), 3) for column in zip(*some, strict=True)]
        for name, some in times.items()
    }
    if given.json:
        print(json.dumps(middle | {"days": given.days, "runs": given.runs}))
        return
    print(f"medians of {given.runs}, {given.days:,} days; goals: {GOAL_S:g} s, {GOAL_STALL_MS:g} ms")
    for name, (took, worked, stall) in middle.items():
        floor = middle[f"{name.rsplit(':', 1)[0]}: bare"][1]
        print(
            f"{name:22} {took:7.3f} s  {worked:7.3f} s worked  {worked / floor:6.1f} x  stall {stall:5.1f} ms"
        )


if __name__ == "__main__":
    main()
