"""How much the store costs over its floor, both measured in turns in one run; prints medians.

    python -m tests.benchmarks.bench_store [--json]

Narrow read: ten years of practice, reactivity, sleep and stress, against the same columns by raw SQL on the
same connection (target: at most 1.5 times). Saved practice: `Store.practices.add`, against a FULL commit of
one bare row on a connection of the same kind, on the disk that holds TMPDIR (target: at most 4 times).
Times are in milliseconds.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import DayEntry, Night, Practice, Status, new_uid
from rewire_app.store import queries as reads
from rewire_app.store.store import Entry, Store
from rewire_app.store.vault.connection import connect
from rewire_app.store.vault.files import private_file
from rewire_app.store.vault.vault import Vault, open_vault
from tests.store import entries as make

DAYS = 3_650
A, B = make.DAY.toordinal(), make.DAY.toordinal() + DAYS
RAW = (
    "SELECT day, sum(seconds) FROM practices WHERE deleted_ms IS NULL AND seconds >= 60 "
    "AND steps_done * 5 >= steps_seen * 4 AND day BETWEEN ? AND ? GROUP BY day",
    "SELECT day, reactivity FROM days WHERE deleted_ms IS NULL AND reactivity IS NOT NULL "
    "AND day BETWEEN ? AND ? ORDER BY day",
    "SELECT day, (wake_ms - lights_ms) / 60000 - sol_min - waso_min, (up_ms - bed_ms) / 60000 FROM nights "
    "WHERE deleted_ms IS NULL AND day BETWEEN ? AND ? ORDER BY day",
    "SELECT day, stress FROM days WHERE deleted_ms IS NULL AND stress IS NOT NULL "
    "AND day BETWEEN ? AND ? ORDER BY day",
)


def ten_years() -> list[Entry]:
    """Two practices, an evening check and a night for each of 3,650 days."""
    entries: list[Entry] = []
    for number in range(DAYS):
        day = make.DAY + timedelta(days=number)
        at = make.later(number * 1440)
        entries += [practice(at), practice(make.later(30, at))]
        entries.append(DayEntry(uid=new_uid(at), day=day, at=at, reactivity=number % 11, stress=number % 7))
        entries.append(
            Night(
                uid=new_uid(at),
                day=day,
                bed=make.later(-480, at),
                lights=make.later(-460, at),
                sol_min=15,
                waso_min=number % 40,
                wake=make.later(-20, at),
                up=at,
            )
        )
    return entries


def practice(at: Instant) -> Practice:
    """A practice as the player makes one."""
    return Practice(
        uid=new_uid(at),
        exercise="d-stop",
        version=1,
        started=at,
        ended=make.later(4, at),
        day=at.wall.date(),
        status=Status.DONE,
        seconds=240,
        steps_done=4,
        steps_seen=4,
        measure="tension",
        before=7,
        after=4,
        answers=json.dumps({"what": "a letter from the office", "then": "three slow breaths"}),
        note="easier than last time",
    )


def narrow_read(vault: Vault) -> None:
    """What Trends reads."""
    reads.practice_days(vault, A, B)
    reads.ratings(vault, "reactivity", A, B)
    reads.nights(vault, A, B)
    reads.ratings(vault, "stress", A, B)


def raw_read(vault: Vault) -> None:
    """The floor: the same columns, nothing around."""
    for query in RAW:
        vault.connection.execute(query, (A, B)).fetchall()


def in_turns(rounds: int, *works: Callable[[], object]) -> list[float]:
    """The median milliseconds of each of `works`, run one after the other `rounds` times."""
    times: list[list[float]] = [[] for _work in works]
    for _round in range(rounds):
        for work, taken in zip(works, times, strict=True):
            begun = time.perf_counter()
            work()
            taken.append((time.perf_counter() - begun) * 1000)
    return [statistics.median(taken) for taken in times]


def measured(folder: Path) -> dict[str, float]:
    """Every number, by name."""
    begun = time.perf_counter()
    vault = open_vault(folder / "profile")
    created = time.perf_counter()
    store = Store(vault)
    entries = ten_years()
    filling = time.perf_counter()
    store.many(entries)
    filled = time.perf_counter()
    vault.close()
    reopening = time.perf_counter()
    vault = open_vault(folder / "profile")
    reopened = time.perf_counter()
    narrow, raw = in_turns(40, lambda: narrow_read(vault), lambda: raw_read(vault))
    (today,) = in_turns(40, lambda: reads.today(vault, B - 1))

    private_file(folder / "bare.db")
    bare = connect(folder / "bare.db", os.urandom(32))
    bare.execute("CREATE TABLE bare (value INTEGER) STRICT")
    store = Store(vault)
    numbers = iter(range(1_000_000))

    def save() -> None:
        store.practices.add(practice(make.later((DAYS + next(numbers)) * 1440)))

    def commit_bare() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO bare VALUES (1)")
        bare.execute("COMMIT")

    save()
    saved, floor = in_turns(400, save, commit_bare)
    bare.close()
    vault.close()
    return {
        "create profile": (created - begun) * 1000,
        "open profile of ten years": (reopened - reopening) * 1000,
        "store ten years": (filled - filling) * 1000,
        "today page": today,
        "raw read": raw,
        "narrow read": narrow,
        "narrow read / raw read": narrow / raw,
        "bare commit": floor,
        "saved practice": saved,
        "saved practice / bare commit": saved / floor,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON")
    with tempfile.TemporaryDirectory() as folder:
        numbers = measured(Path(folder))
    if parser.parse_args().json:
        print(json.dumps({name: round(value, 3) for name, value in numbers.items()}))
        return
    for name, value in numbers.items():
        print(f"{name:<30} {value:>10.2f}{' x' if '/' in name else ' ms'}")


if __name__ == "__main__":
    main()
