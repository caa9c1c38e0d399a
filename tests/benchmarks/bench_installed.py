"""Start of the installed program against that from source: until its window is on the screen.

Run it as `xvfb-run -a -s -noreset python -m tests.benchmarks.bench_installed PROGRAM [--runs N]`; PROGRAM is
such as /usr/bin/rewire. Both take turns, each on a filled profile of its own; needs xdotool.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

GOAL = 1.15
"""The installed program may take so many times as long."""
LONGEST = 120.0


def until_shown(command: Sequence[str], profile: Path) -> float:
    """Seconds from the start of `command` until its window is on the screen; then it is ended."""
    begun = time.monotonic()
    process = subprocess.Popen([*command, "--profile", str(profile)], stderr=subprocess.DEVNULL)
    try:
        while not _visible():
            if process.poll() is not None or time.monotonic() - begun > LONGEST:
                raise RuntimeError(f"{command[0]} showed no window")
            time.sleep(0.005)
        return time.monotonic() - begun
    finally:
        process.terminate()
        process.wait(timeout=60)


def _visible() -> bool:
    asked = ["xdotool", "search", "--onlyvisible", "--name", "Rewire"]
    return subprocess.run(asked, capture_output=True, check=False, timeout=300).returncode == 0


def main() -> None:
    """Print the medians and their ratio."""
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    commands = {"source": [sys.executable, "-m", "rewire_app"], "installed": [given.program]}
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder:
        for name, command in commands.items():
            profile = Path(folder, name)
            subprocess.run(
                [*command, "--profile", str(profile), "sample"], check=True, capture_output=True, timeout=300
            )
            (profile / "settings.json").write_text('{"set_up": true}')
        for _turn in range(given.runs + 1):
            for name, command in commands.items():
                seconds[name].append(until_shown(command, Path(folder, name)))
    medians = {name: statistics.median(found[1:]) for name, found in seconds.items()}
    for name, found in medians.items():
        print(f"{name:12}{found * 1000:8.0f} ms")
    ratio = medians["installed"] / medians["source"]
    print(f"{'ratio':12}{ratio:8.2f}   (goal {GOAL}, medians of {given.runs})")


if __name__ == "__main__":
    main()
