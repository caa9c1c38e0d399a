"""Cuts the power of a recorded process at many points, and judges what is left; run by `test_power.py`.

    python -m tests.reliability.power FOLDER CUTS SEED {full,normal,off,migrate} -> one line of JSON

A child makes a profile, saves numbered pairs with idle moments and removals between, and closes it; strace
writes down every byte. "normal" and "off" record a connection that syncs less: they have to lose what was
confirmed, or the method would find nothing. "migrate" opens a full database of the first revision.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as dbapi

from rewire_app.atomic import sync_folder
from rewire_app.errors import StoreError
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.reliability import traced
from tests.reliability.disk import WAYS, Disk
from tests.reliability.recorded import OPTIONS, Act, Recording
from tests.reliability.scenes import OLD, judge_migration, kept_numbers, save
from tests.store import entries as make
from tests.store.record import DATA

SAVES = 60
OLD_FILES = {"vault.db": DATA / f"revision-{OLD}.db", "vault.keys": DATA / f"revision-{OLD}.keys"}
Confirm = Callable[[], object]
"""Tells that something is kept."""


def live(profile: Path, way: str, confirm: Confirm) -> None:
    """A short life of a profile: made, used, closed, used again, closed."""
    for first in (0, SAVES // 2):
        with closing(open_vault(profile)) as vault:
            vault.connection.execute(f"PRAGMA synchronous={way}")
            store = Store(vault)
            for number in range(first, first + SAVES // 2):
                save(store, number)
                confirm()
                if number % 11 == 10:
                    vault.idle()
                if number % 7 == 6:
                    store.moments.add(make.moment(number)).revert()


def judge_life(profile: Path, confirmed: int) -> Iterator[str]:
    """What is wrong with a profile in which so many saves were confirmed."""
    with closing(open_vault(profile)) as vault:
        found = kept_numbers(vault)
        if lost := set(range(confirmed)) - found:
            yield f"lost {sorted(lost)}"
        if wrong := found - set(range(confirmed + 1)):
            yield f"never saved {sorted(wrong)}"
        yield from (f"false alarm {fault}" for fault in vault.faults())


def migrate(profile: Path, _way: str, confirm: Confirm) -> None:
    """A database of the first revision, which is on the disk for sure, is opened."""
    profile.mkdir()
    for name, kept in OLD_FILES.items():
        with open(profile / name, "wb") as file:
            file.write(kept.read_bytes())
            file.flush()
            os.fsync(file.fileno())
    sync_folder(profile)
    confirm()
    with closing(open_vault(profile)):
        confirm()


def judge_migrated(profile: Path, confirmed: int) -> Iterator[str]:
    """What is wrong with a profile whose migration was confirmed, or not."""
    said = traced.Said()
    if confirmed > 1:
        said.confirm(1)
    if confirmed:
        yield from judge_migration(profile, said)


def record(folder: Path, way: str) -> list[Act | None]:
    """The acts of a process; None where it was told that something is kept."""
    profile, mark, trace = folder / "recorded", folder / "confirmed", folder / "trace"
    mark.touch()

    def work() -> int:
        said = os.open(mark, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        LIVES[way][0](profile, way, lambda: os.write(said, b"."))
        return 0

    code = traced.run(work, OPTIONS, trace)
    if code:
        raise RuntimeError(f"the recorded process ended with {code}")
    return list(Recording(profile, str(mark)).acts(trace))


def put(files: dict[str, bytes], recorded: Path, profile: Path) -> None:
    """Lay the files down as a profile."""
    shutil.rmtree(profile, ignore_errors=True)
    profile.mkdir(mode=0o700)
    for name, content in files.items():
        path = profile / Path(name).relative_to(recorded)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(content)


def judged(way: str, profile: Path, confirmed: int) -> str:
    """The first fault that is left, if any."""
    try:
        return next(LIVES[way][1](profile, confirmed), "")
    except (StoreError, dbapi.Error, OSError) as error:
        return f"refused {type(error).__name__}: {error}"


def main(folder: Path, cuts: int, seed: int, way: str) -> dict[str, object]:
    """Cut so often, spread over all acts; returns how often each kind of fault was met, and the first few."""
    acts = record(folder, way)
    chance = random.Random(seed)
    disk, confirmed, done = Disk(), 0, 0
    wrong: Counter[str] = Counter()
    first: list[str] = []
    for number, point in enumerate(sorted(chance.randint(1, len(acts)) for _cut in range(cuts))):
        for act in acts[done:point]:
            if act is None:
                confirmed += 1
            else:
                disk.take(act)
        done = point
        left = WAYS[number % len(WAYS)]
        put(disk.after_cut(left, chance), folder / "recorded", folder / "profile")
        if fault := judged(way, folder / "profile", confirmed):
            wrong[fault.split(" ")[0]] += 1
            first.append(f"cut at {point} of {len(acts)}, {left}: {fault}")
    return {"cuts": cuts, "confirmed": confirmed, "wrong": dict(wrong), "first": first[:9]}


LIVES = {
    "full": (live, judge_life),
    "normal": (live, judge_life),
    "off": (live, judge_life),
    "migrate": (migrate, judge_migrated),
}

if __name__ == "__main__":
    given = sys.argv
    print(json.dumps(main(Path(given[1]), int(given[2]), int(given[3]), given[4])))
