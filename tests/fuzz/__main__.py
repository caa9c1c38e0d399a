"""Files that no program wrote, tried against each importer.

    python -m tests.fuzz [FORMAT ...] [--seconds 30] [--seed 1] [--keep FOLDER] [--json]

Each run changes a sample of `corpus/` at random (bytes, lines, cells, values, names, packages), the same way
for the same seed and number, and tries it in a process that is bound in memory: as the format itself and, now
and then, by its content; every tenth that is read comes in and is taken back. A finding is any exception that
is no refusal, a profile that is another one afterwards, more than 5 s or more than 300 MB. `--keep` writes
the file of each finding there.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from rewire_app.exchange.importers.catalogue import formats
from tests.fuzz.corpus import Sample, samples, words
from tests.fuzz.mutations import mutated
from tests.fuzz.trying import Outcome
from tests.fuzz.workers import Worker

WRITE_EVERY = 10


@dataclass(slots=True)
class Figures:
    """What came of the runs of one format. longest in seconds, most in MB; findings by their last line."""

    runs: int = 0
    refused: int = 0
    wrote: int = 0
    longest: float = 0.0
    most: float = 0.0
    findings: dict[str, int] = field(default_factory=dict)

    def add(self, number: int, outcome: Outcome) -> bool:
        """Count one run; whether it is a finding that was not seen before."""
        self.runs += 1
        self.refused += outcome.refused
        self.wrote += outcome.wrote > 0
        self.longest, self.most = max(self.longest, outcome.seconds), max(self.most, outcome.mb)
        if not outcome.fault:
            return False
        what = signature(outcome.fault)
        return self.findings.setdefault(what, number) == number


def signature(fault: str) -> str:
    """A fault by what it is and where, without the words of the file."""
    lines = fault.splitlines()
    places = [line.strip() for line in lines if line.strip().startswith("File ")]
    where = places[-1].rsplit("/", 1)[-1] if places else ""
    return f"{lines[0].split(':')[0] if places else lines[0]} {where}".strip()


def made(format_id: str, seed: int, number: int, begun: list[Sample], known: list[str]) -> Sample:
    """The changed sample of one run: the same for the same seed and number."""
    chance = Random(f"{format_id} {seed} {number}")
    return mutated(chance.choice(begun), begun, chance, known)


def fuzz(format_id: str, seconds: float, seed: int, keep: Path | None) -> Figures:
    """Try changed samples of one format for so many seconds."""
    begun, known = samples(format_id), words(format_id)
    figures, worker = Figures(), Worker()
    end = time.monotonic() + seconds
    try:
        while time.monotonic() < end:
            number = figures.runs
            with tempfile.TemporaryDirectory(prefix="fuzz") as folder:
                path = made(format_id, seed, number, begun, known).put(Path(folder))
                wanted = "auto" if number % 4 == 3 else format_id
                outcome = worker.try_one(path, wanted, write=number % WRITE_EVERY == 0)
                if figures.add(number, outcome):
                    print(f"{format_id} {seed}:{number} {outcome.fault}", file=sys.stderr)
                    if keep is not None:
                        _keep(path, keep / f"{format_id}-{seed}-{number}")
    finally:
        worker.close()
    return figures


def _keep(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        shutil.copytree(path, target, dirs_exist_ok=True)
    else:
        shutil.copyfile(path, target)


def main() -> int:
    """Fuzz the formats that are asked for, all by default; 1 if there was a finding."""
    every = [one.id for one in formats()]
    parser = argparse.ArgumentParser(description="Tries files that no program wrote against each importer.")
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=", ".join(every))
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    if unknown := set(given.formats) - set(every):
        parser.error(f"no such format: {', '.join(sorted(unknown))}")
    told = {}
    for name in given.formats or every:
        one = fuzz(name, given.seconds, given.seed, given.keep)
        told[name] = one
        if not given.json:
            line = f"{name:18} {one.runs:6,} runs  {one.refused:6,} refused  {one.wrote:5,} came and went"
            print(
                f"{line}  longest {one.longest:5.2f} s  most {one.most:4.0f} MB  {len(one.findings)} findings"
            )
            sys.stdout.flush()
    if given.json:
        print(json.dumps({name: _told(one) for name, one in told.items()}))
    return int(any(one.findings for one in told.values()))


def _told(one: Figures) -> dict[str, object]:
    return {
        "runs": one.runs,
        "refused": one.refused,
        "came and went": one.wrote,
        "longest s": round(one.longest, 3),
        "most MB": round(one.most),
        "findings": one.findings,
    }


if __name__ == "__main__":
    sys.exit(main())
