"""Kills processes again and again while they drop notes in; run by `test_dropped.py`.

    python -m tests.reliability.droppers FOLDER ENTRIES SEED {honest,early,plain} -> one line of JSON

Four children drop notes into the box of locked notes at once, and write the number of each to a pipe when it
is said to be kept. One after the other is killed within 8 ms of a number, and another takes its place, until
there are ENTRIES. Then children that open the notes are killed while they take in, before one comes to its
end. Known to be bad: "early" says "kept" before it drops, and "plain" leaves a note unsealed.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import struct
import sys
import time
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.notes import Note
from rewire_app.store.dropped import drop
from rewire_app.store.store import Store
from rewire_app.store.taking_in import empty_box
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.key_change import set_passphrase
from rewire_app.store.vault.keyslots import FLOOR
from rewire_app.store.vault.unlocking import Secret, SecretKind
from rewire_app.store.vault.vault import open_vault

CHILDREN = 4
NUMBER = struct.Struct(">I")
WORD = "Kumquatbaum"
DAY = date(2026, 11, 30)
SECRET = Secret(kind=SecretKind.PASSPHRASE, text="four plain words here")
LINGER_S, TAKING_S = 0.008, 0.06
EACH = 10_000
"""Numbers that belong to one child."""


def locked(folder: Path) -> Path:
    """A profile with a box and a passphrase."""
    profile = folder / "profile"
    with closing(open_vault(profile)) as vault:
        empty_box(vault)
        set_passphrase(vault, SECRET.text, cost=FLOOR)
    return profile


def child(profile: Path, first: int, said: int, way: str) -> None:
    """Drop in notes from number `first` on until killed."""
    for number in range(first, first + EACH):
        now = Instant(utc_ms=time.time_ns() // 1_000_000, offset_min=60)
        note = Note(uid=new_uid(now), day=DAY, at=now, text=f"{WORD} {number} {'x' * (number % 700)}")
        if way == "early":
            os.write(said, NUMBER.pack(number))
        if way == "plain" and number % 50 == 7:
            (ProfileFiles(profile).box / f"{number}.sealed").write_text(note.text)
        drop(profile, note)
        if way != "early":
            os.write(said, NUMBER.pack(number))


def started(profile: Path, first: int, way: str) -> tuple[int, int]:
    """A child, and the end of the pipe at which it is heard."""
    heard, said = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            child(profile, first, said, way)
        finally:
            os._exit(0)
    os.close(said)
    return pid, heard


def dropped(profile: Path, entries: int, rng: random.Random, way: str) -> tuple[set[int], int]:
    """Let children drop in and be killed until `entries` were said to be kept; those, and how many died."""
    kept: set[int] = set()
    kills = began = 0
    running: dict[int, int] = {}
    while True:
        while len(running) < CHILDREN and len(kept) < entries:
            pid, heard = started(profile, began * EACH, way)
            running[heard] = pid
            began += 1
        ready, _written, _wrong = select.select(list(running), [], [], 30)
        for heard in ready:
            kept |= _read(heard)
        if not ready or len(kept) >= entries or rng.random() < 0.2:
            time.sleep(rng.random() * LINGER_S)
            for heard in list(running) if len(kept) >= entries else [rng.choice(list(running))]:
                kept |= _killed(running.pop(heard), heard)
                kills += 1
        if not running:
            return kept, kills


def _read(heard: int) -> set[int]:
    got = os.read(heard, NUMBER.size * 64)
    return {number for (number,) in NUMBER.iter_unpack(got)}


def _killed(pid: int, heard: int) -> set[int]:
    """End a child, and what it had said by then."""
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    said: set[int] = set()
    while more := _read(heard):
        said |= more
    os.close(heard)
    return said


def taken_in(profile: Path, key: bytes, rng: random.Random, times: int) -> None:
    """Children that open the notes and are killed while they take in."""
    for _time in range(times):
        pid = os.fork()
        if pid == 0:
            try:
                empty_box(open_vault(profile, key=key))
            finally:
                os._exit(0)
        time.sleep(rng.random() * TAKING_S)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def readable(profile: Path) -> int:
    """Files of the profile in which the word can be read."""
    return sum(WORD.encode() in path.read_bytes() for path in profile.rglob("*") if path.is_file())


def main(folder: Path, entries: int, seed: int, way: str) -> dict[str, int]:
    """Drop in, be killed, take in, be killed, and count."""
    rng = random.Random(seed)
    profile = locked(folder)
    kept, kills = dropped(profile, entries, rng, way)
    seen = readable(profile)
    with closing(open_vault(profile, secret=SECRET)) as vault:
        key = vault.key
    taken_in(profile, key, rng, 10)
    with closing(open_vault(profile, secret=SECRET)) as vault:
        empty_box(vault)
        found = Counter(int(note.text.split()[1]) for note in Store(vault).notes.for_day(DAY))
        left = len(list(vault.files.box.glob("*.sealed")))
    return {
        "kept": len(kept),
        "kills": kills,
        "found": len(found),
        "lost": len(kept - found.keys()),
        "twice": sum(1 for count in found.values() if count > 1),
        "left": left,
        "readable": seen,
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])))
