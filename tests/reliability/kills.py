"""Kills a process again and again while it saves, and looks at what is left; run by `test_kills.py`.

    python -m tests.reliability.kills FOLDER KILLS SEED {honest,early,apart} -> one line of JSON

A child finishes exercises: it saves pairs (a practice and an intention that points to it), each of which
makes the run of the next number the unfinished one, and writes each number to a pipe when the save returned.
It is killed within 4 ms of one of its first 30 numbers, or, once in ten, while it opens: points that lie in
every save alike, however fast the machine is. Two variants are known to be bad, which proves that the faults
would be noticed: "early" says "saved" before it saves, and "apart" changes the run in a commit of its own.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import struct
import sys
import time
from pathlib import Path

from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make

NUMBER = struct.Struct(">I")
KILLS_A_PROFILE = 10
LINGER_S = 0.004
"""A save takes about a millisecond, so a kill falls anywhere in the few after the last number."""


def text_of(number: int) -> str:
    """What save `number` has to hold, so that a mixed-up row is noticed."""
    return f"{number} {hashlib.sha256(str(number).encode()).hexdigest()} " + "x" * (number % 700)


def child(profile: Path, first: int, said: int, way: str) -> None:
    """Save pairs from number `first` on until killed."""
    store = Store(open_vault(profile))
    number = first
    while True:
        practice = make.practice(0, note=text_of(number))
        intention = make.intention(0, practice=practice.uid, text=text_of(number))
        if way == "early":
            os.write(said, NUMBER.pack(number))
        following = make.saved_run(str(number + 1))
        if way == "apart":
            store.many([practice, intention])
            store.runs.save(following)
        else:
            store.finish([practice, intention], following)
        if way != "early":
            os.write(said, NUMBER.pack(number))
        number += 1


def acknowledged(profile: Path, first: int, way: str, wanted: int, linger: float) -> list[int]:
    """Start a child, kill it `linger` seconds after it said `wanted` numbers, and return all that it said."""
    heard, said = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(heard)
            child(profile, first, said, way)
        finally:
            os._exit(1)
    os.close(said)
    with open(heard, "rb", buffering=0) as pipe:
        content = b"".join(pipe.read(NUMBER.size) for _number in range(wanted))
        time.sleep(linger)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        content += pipe.read()
    return [number for (number,) in NUMBER.iter_unpack(content[: len(content) // 4 * 4])]


def found(profile: Path, faults: bool) -> tuple[set[int], int]:
    """The numbers whose pair is there and right, and how much is torn or wrong.

    Wrong is also a run whose own practice is kept, and one that follows a practice which is not.
    """
    vault = open_vault(profile)
    query = (
        "SELECT p.note, i.text FROM practices p LEFT JOIN intentions i ON i.practice = p.uid "
        "UNION ALL SELECT NULL, text FROM intentions WHERE practice NOT IN (SELECT uid FROM practices)"
    )
    rows = vault.connection.execute(query).fetchall()
    wrong = len(vault.faults()) if faults else 0
    run = Store(vault).runs.load()
    vault.close()
    whole = set()
    for note, text in rows:
        number = int((note or "0 ").split(" ")[0])
        if note == text == text_of(number):
            whole.add(number)
        else:
            wrong += 1
    if run is None:
        return whole, wrong + bool(whole)
    number = int(run.state)
    return whole, wrong + (number in whole or number - 1 not in whole)


def main(folder: Path, kills: int, seed: int, way: str) -> dict[str, int]:
    """Run the kills; returns what was said, lost, wrong, and how often nothing had been saved yet."""
    chance = random.Random(seed)
    warm = open_vault(
        folder / "warm"
    )  # what Python and SQLAlchemy prepare once is done before the first fork
    Store(warm).finish([make.practice(), make.intention()], make.saved_run())
    warm.close()
    total = {"kills": kills, "said": 0, "lost": 0, "wrong": 0, "too_soon": 0}
    number = 0
    for kill in range(kills):
        profile = folder / f"profile-{kill // KILLS_A_PROFILE}"
        wanted = chance.randint(5, 30) if kill % 10 else 0
        said = acknowledged(profile, number, way, wanted, chance.uniform(0, LINGER_S))
        whole, wrong = found(profile, faults=(kill + 1) % KILLS_A_PROFILE == 0)
        number = max([number, *said, *whole]) + 1
        total["said"] += len(said)
        total["lost"] += len(set(said) - whole)
        total["wrong"] += wrong
        total["too_soon"] += not said
    return total


if __name__ == "__main__":
    given = sys.argv
    print(json.dumps(main(Path(given[1]), int(given[2]), int(given[3]), given[4])))
