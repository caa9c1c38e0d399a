"""Makes every system call of a scene fail in turn, and judges what is left; run by `test_faults.py`.

    python -m tests.reliability.faults FOLDER SCENE WAYS EVERY -> one line of JSON

WAYS, joined by commas: `kill` ends the process at the call, `eio` lets it fail once, `full` finds the disk
full once, and `full-for-ever` from then on. EVERY: each call (1), or one of so many.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rewire_app.errors import RewireError
from tests.reliability import traced
from tests.reliability.copy_scenes import COPY_SCENES
from tests.reliability.key_scenes import KEY_SCENES
from tests.reliability.scenes import DONE, REFUSED, SCENES, Scene

CALLS = (
    "pwrite64", "write", "fsync", "fdatasync", "ftruncate", "fallocate", "sendfile", "copy_file_range",
    "unlink", "unlinkat", "rename", "link", "linkat", "mkdir", "rmdir",
)  # fmt: skip
WAYS = {
    "kill": "signal=SIGKILL:when={n}",
    "eio": "error=EIO:when={n}",
    "full": "error=ENOSPC:when={n}",
    "full-for-ever": "error=ENOSPC:when={n}+",
}
_CALL = re.compile(r"^\d+ +(\w+)\(")


def counted(scene: Scene, folder: Path) -> Counter[str]:
    """How often the whole work makes each call."""
    trace = folder / "trace"
    code, said = worked(scene, folder, ["-e", f"trace={','.join(CALLS)}"], trace)
    assert code == DONE, "the work has to go through when nothing fails"
    assert list(scene.judge(folder / "profile", said)) == []
    return Counter(found.group(1) for line in trace.read_text().splitlines() if (found := _CALL.match(line)))


def worked(scene: Scene, folder: Path, options: list[str], trace: Path) -> tuple[int, traced.Said]:
    """Do the work on a fresh profile; how its process ended, and what it said."""
    profile, whole = folder / "profile", folder / "whole"
    if not whole.exists():
        scene.prepare(whole)
    shutil.rmtree(profile, ignore_errors=True)
    shutil.copytree(whole, profile)
    said = traced.Said()
    return traced.run(lambda: scene.work(profile, said), options, trace), said


def judged(scene: Scene, profile: Path, said: traced.Said, code: int) -> Iterator[str]:
    """What is wrong after one run."""
    if code not in (DONE, REFUSED, -9):
        yield f"ended with {code}"
    try:
        yield from scene.judge(profile, said)
    except (RewireError, OSError, ValueError) as error:
        yield f"{type(error).__name__}: {error}"
    except Exception as error:  # whatever the driver says of a file that it cannot read
        yield f"{type(error).__name__}"


def main(folder: Path, name: str, ways: list[str], every: int) -> dict[str, object]:
    """Run the sweep; returns how many runs there were, how many refused in words, and what was bad."""
    scene = (SCENES | COPY_SCENES | KEY_SCENES)[name]
    calls = sorted(counted(scene, folder).items())
    points = [(call, n) for call, count in calls for n in range(1, count + 1)][:: max(1, every)]
    bad: list[str] = []
    refused = 0
    for way in ways:
        for call, n in points:
            options = ["-e", f"trace={call}", "-e", f"inject={call}:{WAYS[way].format(n=n)}"]
            code, said = worked(scene, folder, options, Path(os.devnull))
            refused += code == REFUSED
            bad += [f"{way} {call} {n}: {fault}" for fault in judged(scene, folder / "profile", said, code)]
    return {"runs": len(ways) * len(points), "calls": dict(calls), "refused": refused, "bad": bad}


if __name__ == "__main__":
    given = sys.argv
    print(json.dumps(main(Path(given[1]), given[2], given[3].split(","), int(given[4]))))
