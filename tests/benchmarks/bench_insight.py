"""Everything the notes suggest, as ratios to one bare link estimate in the same run.

Run it as `python -m tests.benchmarks.bench_insight [--runs N] [--days N ...]`; medians are printed. `link`
is the estimate alone; `judged` the verdict with all its legs, `sleep judged` that about nights; the rest is
each finding as the page makes it, and all of them with the names of exercises.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

LINE = "{:34}{:>9.1f}{:>9.1f}"
TODAY = date(2026, 11, 24)


def median_seconds(work: Callable[[], object], runs: int) -> float:
    """The median time that `work` takes."""
    taken = []
    for _run in range(runs):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def measure(days: int, runs: int) -> None:
    """Print one length of notes."""
    from rewire_app.charts.comparison import comparison, sleep_comparison
    from rewire_app.content.library import Library
    from rewire_app.exchange.sample.fill import fill
    from rewire_app.insight.link import estimate_link, lag_profile
    from rewire_app.insight.ranks import rank_link
    from rewire_app.reports.suggestions import suggestions
    from rewire_app.reports.trends import read_notes
    from rewire_app.store.store import Store
    from rewire_app.store.vault.vault import open_vault

    with tempfile.TemporaryDirectory() as folder:
        vault = open_vault(Path(folder))
        fill(Store(vault), days, 7, TODAY)
        today = TODAY.toordinal()
        notes = read_notes(vault, today)
        made, library = comparison(notes, today), Library()
        series = (made.days.amounts, made.days.reactivity, made.days.paused)
        works: dict[str, Callable[[], object]] = {
            "link (floor)": lambda: estimate_link(*series),
            "judged": lambda: comparison(notes, today),
            "sleep judged": lambda: sleep_comparison(notes, today),
            "ranks": lambda: rank_link(*series),
            "lag profile": lambda: lag_profile(*series),
            "all findings": lambda: suggestions(notes, today, made, library),
            "reading the notes": lambda: read_notes(vault, today),
        }
        taken = {name: median_seconds(work, runs) for name, work in works.items()}
        vault.close()
    floor = taken["link (floor)"]
    print(f"\n{days:,} days{'':>{27 - len(f'{days:,}')}}{'ms':>10}{'x link':>9}")
    for name, seconds in taken.items():
        print(LINE.format(name, seconds * 1000, seconds / floor))


def main() -> None:
    """Print the medians for each length."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--days", type=int, nargs="+", default=[365, 3650])
    given = parser.parse_args()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    print(f"medians of {given.runs}")
    for days in given.days:
        measure(days, given.runs)


if __name__ == "__main__":
    main()
