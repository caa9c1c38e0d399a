"""Kills the window while somebody types, and measures what of it is gone; run by `test_typing.py`.

    python -m tests.reliability.typing_kills FOLDER KILLS SEED {honest,never} FORMS -> one line of JSON

FORMS: names of `typist.FORMS`, joined by commas, or "all"; they take turns. A letter is typed every 50 ms
without a rest, which is the worst case. Lost is the time from the first letter that is not in the notes to
the kill.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import islice
from pathlib import Path

from rewire_app.store.schema.lists import metadata
from rewire_app.store.vault.vault import open_vault
from tests.reliability.told import ROOT
from tests.reliability.typist import FORMS, LETTER

AT_ONCE = 3
"""How many type beside each other; typing takes time and little else."""


def kept(profile: Path) -> int:
    """How many letters are in the notes: the longest run of them in any text."""
    longest = 0
    with closing(open_vault(profile)) as vault:
        for table in metadata.sorted_tables:
            for row in vault.connection.execute(f"SELECT * FROM {table.name}"):
                texts = (value for value in row if isinstance(value, str))
                runs = (run for text in texts for run in re.findall(f"{LETTER}+", text))
                longest = max([longest, *map(len, runs)])
    return longest


def killed(profile: Path, form: str, way: str, after: float) -> float:
    """Type into `form`, kill so many seconds after the first letter; seconds of typing that are lost."""
    command = [sys.executable, "-m", "tests.reliability.typist", str(profile), form, way]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    typed: list[float] = []
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        for line in typist.stdout:
            typed.append(float(line.split()[1]))
            if typed[-1] - typed[0] >= after:
                break
        typist.kill()
        end = time.monotonic()
        typed += [float(line.split()[1]) for line in typist.stdout if line.endswith("\n")]
    if len(typed) < 2:
        raise RuntimeError(f"nothing was typed into {form}")
    found = kept(profile)
    shutil.rmtree(profile)
    return end - typed[found] if found < len(typed) else 0.0


def main(folder: Path, kills: int, seed: int, way: str, forms: list[str]) -> dict[str, object]:
    """Kill so often; returns the longest loss of each form, in seconds."""
    chance = random.Random(seed)
    plan = [(number, forms[number % len(forms)], chance.uniform(0.5, 6)) for number in range(kills)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        jobs = [
            pool.submit(killed, folder / f"profile-{number}", form, way, after)
            for number, form, after in plan
        ]
        lost = [job.result() for job in jobs]
    worst = {form: round(max(islice(lost, turn, None, len(forms))), 2) for turn, form in enumerate(forms)}
    return {"kills": kills, "worst": worst}


if __name__ == "__main__":
    given = sys.argv
    wanted = list(FORMS) if given[5] == "all" else given[5].split(",")
    print(json.dumps(main(Path(given[1]), int(given[2]), int(given[3]), given[4], wanted)))
