"""Starts Rewire twice at once, and again after a kill; run by `test_processes.py`.

    python -m tests.reliability.processes FOLDER race COUNT SEED {honest,unlocked} -> one line of JSON
    python -m tests.reliability.processes FOLDER restart COUNT SEED {honest,by-name} -> one line of JSON

A race: two children wait for the same moment, open one profile, and save; whoever wins holds it until the
other has tried. A restart: a child is killed while it opens or has opened a profile, and the next start has
to get in at once, whatever is left in the lock file. Known to be bad: "unlocked" writes through connections
of its own, and "by-name" takes a lock file that is there for a program that runs.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as dbapi

from rewire_app.errors import AlreadyOpenError, StoreError
from rewire_app.store.store import Store
from rewire_app.store.vault import keyslots
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from tests.reliability.scenes import kept_numbers, save

RACES_A_PROFILE = 10
WON, LOST, BROKEN = b"w", b"l", b"b"
LEFT_IN_LOCK = (None, b"", b"12345\n", b"\0" * 64)
"""What may be in the lock file at a start: what the last one left, nothing, or another program's words."""


@dataclass(frozen=True, slots=True)
class Track:
    """Three pipes: closing `fire` starts both, both say how it went, closing `finish` ends it."""

    start: int
    fire: int
    heard: int
    said: int
    end: int
    finish: int


def runner(profile: Path, number: int, way: str, track: Track) -> None:
    """Wait for the start, try to open and save, say how it went, and hold on until the end."""
    os.read(track.start, 1)
    try:
        if way == "unlocked":
            save_past_the_lock(profile, number)
            os.write(track.said, WON)
        else:
            with closing(open_vault(profile)) as vault:
                save(Store(vault), number)
                os.write(track.said, WON)
                os.read(track.end, 1)
    except AlreadyOpenError:
        os.write(track.said, LOST)
    except (StoreError, dbapi.Error, OSError):
        os.write(track.said, BROKEN)


def save_past_the_lock(profile: Path, number: int) -> None:
    """Write through a connection that knows no lock of the profile."""
    files = ProfileFiles(profile)
    raw = dbapi.connect(files.db, isolation_level=None, timeout=30)
    key = keyslots.parsed(files.keys.read_bytes()).open_key() or b""
    raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    raw.execute("INSERT INTO removed VALUES (?, 'days', '', 0)", (f"{number:032}",))
    raw.close()


def race(profile: Path, number: int, way: str) -> str:
    """Let two children run for one profile; how they came in, in alphabetical order."""
    if way == "unlocked" and not profile.exists():
        open_vault(profile).close()
    track = Track(*os.pipe(), *os.pipe(), *os.pipe())
    children = []
    for runs in (number, number + 1):
        child = os.fork()
        if child == 0:
            os.close(track.fire)
            os.close(track.finish)
            runner(profile, runs, way, track)
            os._exit(0)
        children.append(child)
    os.close(track.fire)
    came = os.read(track.heard, 1) + os.read(track.heard, 1)
    os.close(track.finish)
    for child in children:
        os.waitpid(child, 0)
    for pipe in (track.start, track.heard, track.said, track.end):
        os.close(pipe)
    return "".join(sorted(came.decode()))


def races(folder: Path, count: int, way: str) -> Counter[str]:
    """Run the races, every tenth of them for a profile that does not exist yet."""
    met: Counter[str] = Counter()
    for number in range(count):
        profile = folder / f"profile-{number // RACES_A_PROFILE}"
        came = race(profile, 2 * number, way)
        met["one"] += came == "lw"
        met["both"] += came == "ww"
        met["broken"] += came not in ("lw", "ww")
        if way == "honest" and (number + 1) % RACES_A_PROFILE == 0:
            with closing(open_vault(profile)) as vault:
                met["faulty"] += len(kept_numbers(vault)) != RACES_A_PROFILE or bool(vault.faults())
    return met


def killed_start(profile: Path, linger: float) -> None:
    """Start a child and kill it so long after it has begun to open the profile, or once it has opened it."""
    heard, said = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(said, b"b")
        vault = open_vault(profile)
        os.write(said, b"o")
        signal.pause()
        vault.close()
        os._exit(0)
    os.read(heard, 1)
    if linger < 0:
        os.read(heard, 1)
    else:
        time.sleep(linger)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(heard)
    os.close(said)


def start_again(profile: Path, way: str) -> None:
    """Start as Rewire does, or as a program that goes by the name of its lock file."""
    if way == "by-name" and ProfileFiles(profile).lock.exists():
        raise AlreadyOpenError("Rewire is already open.")
    open_vault(profile).close()


def restarts(folder: Path, count: int, seed: int, way: str) -> Counter[str]:
    """Kill and start again so often; half of the kills come while the profile is being opened."""
    chance = random.Random(seed)
    profile = folder / "profile"
    open_vault(profile).close()
    met: Counter[str] = Counter()
    for number in range(count):
        killed_start(profile, -1 if number % 2 else chance.uniform(0, 0.01))
        if (left := LEFT_IN_LOCK[number % len(LEFT_IN_LOCK)]) is not None:
            ProfileFiles(profile).lock.write_bytes(left)
        try:
            start_again(profile, way)
            met["in"] += 1
        except AlreadyOpenError:
            met["kept out"] += 1
        except StoreError:
            met["broken"] += 1
    return met


def main(folder: Path, what: str, count: int, seed: int, way: str) -> dict[str, int]:
    """Run what is asked for; returns how often each end was met."""
    with closing(open_vault(folder / "warm")) as warm:
        save(Store(warm), 0)  # what Python prepares once is done before the first fork
    return dict(races(folder, count, way) if what == "race" else restarts(folder, count, seed, way))


if __name__ == "__main__":
    given = sys.argv
    print(json.dumps(main(Path(given[1]), given[2], int(given[3]), int(given[4]), given[5])))
