"""A large export of Apple Health: time as a ratio to a bare pass of expat in the same run, and the memory.

    python -m tests.benchmarks.bench_apple [--mb 500] [--turns 3] [--json]

The export is written on the fly: heart rates of a watch by the second, and each night of a phone and a watch
with its phases, in the order in which a phone writes them. `bare`: expat without a handler over that file.
`zip`, `xml`: reading it packed and unpacked, all that happens before the first step is shown (it is told
what it is, read, hashed and planned). Each turn is a process of its own, in turns; seconds are medians,
`memory` is the most that a process held, imports and all. Wanted: `xml` and `zip` at most 4 times `bare`,
250 MB.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.parsers import expat

FIRST = datetime(2017, 1, 1, 23, tzinfo=UTC)
TIMES, MEMORY_MB = 4.0, 250.0
DEVICE = "&lt;&lt;HKDevice: 0x28, name:Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,2&gt;"
PHASES = ("AsleepCore", "AsleepDeep", "AsleepCore", "AsleepREM", "Awake")
PIECE = 65_536


def lines(size: int) -> Iterator[str]:
    """An export of about `size` bytes, night after night."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData ANY>\n]>\n'
    yield '<HealthData locale="en_GB">\n'
    nights = max(size // 130_000, 1)
    for night in range(nights):
        begin = FIRST + timedelta(days=night % 3650)
        yield "".join(_sleep("iPhone", "InBed", begin, 480))
        yield "".join(
            _sleep("Watch", PHASES[n % 5], begin + timedelta(minutes=15 + 15 * n), 15) for n in range(30)
        )
        for n in range(0, 250, 25):
            yield "".join(_heart(begin + timedelta(seconds=5 * (n + at))) for at in range(25))
    yield "</HealthData>\n"


def _stamp(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} +0000"


def _sleep(source: str, phase: str, start: datetime, minutes: int) -> str:
    end = _stamp(start + timedelta(minutes=minutes))
    return (
        f' <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="{source}" sourceVersion="10.1" '
        f'device="{DEVICE}" creationDate="{end}" startDate="{_stamp(start)}" endDate="{end}" '
        f'value="HKCategoryValueSleepAnalysis{phase}">\n'
        '  <MetadataEntry key="HKTimeZone" value="Europe/London"/>\n </Record>\n'
    )


def _heart(at: datetime) -> str:
    when = _stamp(at)
    return (
        f' <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" sourceVersion="10.1" '
        f'device="{DEVICE}" unit="count/min" creationDate="{when}" startDate="{when}" endDate="{when}" '
        f'value="{50 + at.second}">\n'
        '  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="1"/>\n </Record>\n'
    )


def write(folder: Path, size: int) -> dict[str, Path]:
    """The export in both forms."""
    made = {"xml": folder / "export.xml", "zip": folder / "export.zip"}
    with made["xml"].open("w", encoding="utf-8") as file:
        file.writelines(lines(size))
    with zipfile.ZipFile(made["zip"], "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.write(made["xml"], "apple_health_export/export.xml")
    return made | {"bare": made["xml"]}


def read(how: str, path: Path) -> dict[str, float]:
    """The seconds that one pass takes, the MB that this process held at most, and the nights found."""
    from rewire_app.domain.days import ZoneClock
    from rewire_app.exchange.importers.bringing import dry_run, meanings_of, read_file
    from rewire_app.exchange.importers.plan import Here

    nights = 0
    begun = time.perf_counter()
    if how == "bare":
        parser = expat.ParserCreate()
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                parser.Parse(piece, False)
            parser.Parse(b"", True)
    else:
        file_read = read_file(path)
        now = ZoneClock().now()
        here = Here(program=file_read.format.name, clock=ZoneClock(), now=now, day_start=4)
        nights = dry_run(file_read, meanings_of(file_read), here, None).counts["nights"]
    return {"seconds": time.perf_counter() - begun, "memory": held_most(), "nights": nights}


def held_most() -> float:
    """The MB that this process held at most."""
    if sys.platform == "win32":
        import psutil

        return float(psutil.Process().memory_info().peak_wset) / 1e6
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most * 1024 / 1e6


def measured(paths: dict[str, Path], turns: int) -> dict[str, dict[str, float]]:
    """Medians of every form, each pass in a process of its own, one after the other in turns."""
    passes: dict[str, list[dict[str, float]]] = {how: [] for how in ("bare", "xml", "zip")}
    for _turn in range(turns):
        for how, found in passes.items():
            call = [sys.executable, "-m", __spec__.name, "--read", how, str(paths[how])]
            done = subprocess.run(call, capture_output=True, check=True, timeout=1800)
            found.append(json.loads(done.stdout))
    return {
        how: {name: round(statistics.median(one[name] for one in found), 3) for name in found[0]}
        for how, found in passes.items()
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What reading a large export of Apple Health costs.")
    parser.add_argument("--mb", type=int, default=500, help="how large it is, unpacked")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--read", nargs=2, metavar=("HOW", "PATH"), help="one pass, as JSON")
    given = parser.parse_args()
    if given.read:
        print(json.dumps(read(given.read[0], Path(given.read[1]))))
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        paths = write(Path(folder), given.mb * 1_000_000)
        size = paths["xml"].stat().st_size
        found = measured(paths, given.turns)
    if given.json:
        print(json.dumps(found | {"bytes": size}))
        return
    for how, one in found.items():
        ratio = one["seconds"] / found["bare"]["seconds"]
        print(
            f"{how:5} {one['seconds']:7.2f} s   {ratio:4.1f} times bare   {one['memory']:6.0f} MB   "
            f"{one['nights']:,.0f} nights"
        )
    print(f"{size / 1e6:,.0f} MB; wanted: at most {TIMES:g} times bare, {MEMORY_MB:g} MB.")


if __name__ == "__main__":
    main()
