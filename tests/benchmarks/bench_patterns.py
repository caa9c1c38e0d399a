"""The pages of Patterns with ten years of entries: what it takes to open each.

    python -m tests.benchmarks.bench_patterns [--days 3650] [--json]

Ten years of the sample, and beside it 12 patterns, 4,000 moments of theirs, 300 thought records, 500 guesses.
Everything happens in the real window (offscreen, or the display that QT_QPA_PLATFORM names), from where it is
asked for until it is painted; each reads all it shows anew. The floor of each is painting the same page once
more, in the same run; `first` is the one opening after the start, with all that is made and loaded for it.
Wanted: 60 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.benchmarks.bench_journal import Times, taken
from tests.benchmarks.bench_search import quantile

if TYPE_CHECKING:
    from rewire_app.store.store import Entry
    from rewire_app.ui.base.routes import Route
    from rewire_app.ui.frame.window import Window

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

WANTED_MS = 60.0
TURNS = 20
PATTERNS, MOMENTS, RECORDS, GUESSES, LADDERS, STEPS = 12, 4_000, 300, 500, 4, 6
ANSWERS = '{"what":"the draft","hard":"They think it is careless","fair":"Two dates were wrong"}'


def many(first: date, days: int) -> Iterator[Entry]:
    """Patterns with their moments, thought records and guesses, over so many days from `first` on."""
    from rewire_app.domain.journal.entries import Response
    from rewire_app.domain.lists.expected import ExpectationKind, ExpectationOutcome, ExpectationState
    from tests.store import entries as make
    from tests.store import list_entries as lists

    rng = Random("patterns")
    patterns = [
        lists.pattern(f"Old way {number}", situation=f"situation {number}", response=f"new way {number}")
        for number in range(PATTERNS)
    ]
    yield from patterns
    steps = [
        lists.step(f"Step {step} of {ladder}", fear=f"fear {ladder}", distress=step + 2, done_day=None)
        for ladder in range(LADDERS)
        for step in range(STEPS)
    ]
    yield from steps
    before = None
    for number in range(MOMENTS):
        day = first + timedelta(days=number * days // MOMENTS)
        moment = make.moment(
            number,
            day=day,
            pattern=rng.choice(patterns).uid,
            response=rng.choice(list(Response)),
            set_off_by=before if rng.random() < 0.1 else None,
        )
        before = moment.uid
        yield moment
    for number in range(RECORDS):
        day = first + timedelta(days=number * days // RECORDS)
        yield make.practice(number + 10_000, day=day, exercise="c-record", answers=ANSWERS)
    for number in range(GUESSES):
        day = first + timedelta(days=number * days // GUESSES)
        waits = number >= GUESSES - 20
        yield lists.expectation(
            f"Guess {number}",
            kind=rng.choice(list(ExpectationKind)),
            chance=rng.randrange(0, 101, 5),
            due=day,
            made_day=day,
            looked_day=None if waits else day,
            outcome=None if waits else rng.choice(list(ExpectationOutcome)),
            state=ExpectationState.OPEN if waits else ExpectationState.DONE,
            step=rng.choice(steps).uid if number % 5 == 0 else None,
        )


def filled(folder: Path, days: int) -> None:
    """Make a profile with all of it."""
    from rewire_app.exchange.sample.fill import fill
    from rewire_app.store.store import Store
    from rewire_app.store.vault.vault import open_vault

    today = date.today()
    vault = open_vault(folder)
    store = Store(vault)
    fill(store, days, 5, today)
    store.many(many(today - timedelta(days=days - 1), days))
    vault.close()


def routes_of(window: Window) -> dict[str, Route]:
    """Every page of Patterns, by name."""
    from rewire_app.ui.base import routes

    store = window.context.store
    step, guess = store.ladder.all()[-1], store.open.all()[-1]
    return {
        "patterns": routes.PATTERNS,
        "pattern": routes.pattern_page(store.patterns.all()[-1].uid),
        "links": replace(routes.PATTERNS, part="links"),
        "ladders": routes.LADDERS,
        "ladder": routes.ladder(step.uid),
        "guesses": routes.GUESSES,
        "guess": routes.guess(guess.uid),
        "records": routes.RECORDS,
        "values": routes.VALUES,
        "plans": routes.PLANS,
        "diary": routes.DIARY,
        "week": routes.diary(window.context.today - timedelta(days=700)),
    }


def measured(folder: Path) -> Times:
    """What each page takes, with its floor."""
    from PySide6.QtCore import QEventLoop

    from rewire_app import settings
    from rewire_app.app import application
    from rewire_app.domain.days import ZoneClock
    from rewire_app.ui.base import routes
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
    for name, route in routes_of(window).items():
        taken(times, f"{name} first", partial(_open, window, route))
        for _turn in range(TURNS):
            window.go(routes.TODAY)
            window.context.hub.announce(window.shell.page(route.page).topics)
            rested = time.monotonic() + 0.05
            while time.monotonic() < rested:
                qt.processEvents()
            taken(times, name, partial(_open, window, route))
            qt.processEvents()
            taken(times, f"{name} floor", window.shell.page(route.page).repaint)
    window.close()
    window.close_store()
    return times


def _open(window: Window, route: Route) -> None:
    window.go(route)
    window.shell.page(route.page).repaint()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What the pages of Patterns take with ten years of entries.")
    parser.add_argument("--days", type=int, default=3650)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name) / "profile"
        folder.mkdir()
        filled(folder, given.days)
        times = measured(folder)
    found = {name: round(quantile(some, 0.5), 2) for name, some in times.items()}
    if given.json:
        print(json.dumps(found))
        return
    for name in (name for name in times if not name.endswith((" floor", " first"))):
        worst, floor, first = max(times[name]), found[f"{name} floor"], found[f"{name} first"]
        print(
            f"{name:9} median {found[name]:7.2f} ms of {WANTED_MS:g}, worst {worst:7.2f}, first {first:7.2f} "
            f"floor {floor:6.2f} ms   {found[name] / max(floor, 0.01):6.1f} times"
        )


if __name__ == "__main__":
    main()
