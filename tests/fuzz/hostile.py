"""Files made to do harm, given to every importer: what each costs until it is refused or read.

    python -m tests.fuzz.hostile [NAME ...] [--formats FORMAT ...] [--json]

Every file of `harmful` is tried by its content and as each format, the samples of a format as that one. The
worst of each is printed: seconds of the processors and the most memory of the process that read it, in MB.
NAME is any part of a name. Whatever is no refusal, and no reading within 5 s and 300 MB, is told at once.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from rewire_app.exchange.importers.catalogue import AUTO, formats
from tests.fuzz.harmful import Harmful, harmful, harmful_of
from tests.fuzz.trying import Outcome
from tests.fuzz.workers import Worker


def every_case(wanted: list[str]) -> list[tuple[Harmful, list[str]]]:
    """Every file with the formats it is tried as."""
    cases = [(one, [AUTO, *wanted]) for one in harmful()]
    return cases + [(one, [AUTO, name]) for name in wanted for one in harmful_of(name)]


def tried(one: Harmful, as_formats: list[str], worker: Worker) -> dict[str, Outcome]:
    """What came of one file, by format."""
    with tempfile.TemporaryDirectory(prefix="hostile", ignore_cleanup_errors=True) as folder:
        path = one.make(Path(folder))
        return {name: worker.try_one(path, name, write=one.small) for name in as_formats}


def main() -> int:
    """Try them and print; 1 where one was neither refused nor read within the limits."""
    parser = argparse.ArgumentParser(description="Tries files made to do harm against every importer.")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--formats", nargs="*", metavar="FORMAT")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    every = [one.id for one in formats()]
    wanted = given.formats or every
    told: dict[str, dict[str, object]] = {}
    faults, files, tries = 0, 0, 0
    worker = Worker()
    try:
        for one, as_formats in every_case(wanted):
            if given.names and not any(name in one.name for name in given.names):
                continue
            outcomes = tried(one, as_formats, worker)
            files, tries = files + 1, tries + len(outcomes)
            for name, outcome in outcomes.items():
                if outcome.fault:
                    faults += 1
                    print(f"{one.name} as {name}: {outcome.fault}", file=sys.stderr)
            slow, large = (
                max(getattr(each, what) for each in outcomes.values()) for what in ("seconds", "mb")
            )
            refused = sum(each.refused for each in outcomes.values())
            told[one.name] = {
                "s": round(slow, 2),
                "MB": round(large),
                "refused": refused,
                "of": len(outcomes),
            }
            if not given.json:
                print(f"{slow:6.2f} s {large:5.0f} MB  {refused:2} of {len(outcomes):2} refused  {one.name}")
                sys.stdout.flush()
    finally:
        worker.close()
    if given.json:
        print(json.dumps(told))
    else:
        print(f"{files} files, {tries} tries, {faults} beyond the limits or with a fault")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
