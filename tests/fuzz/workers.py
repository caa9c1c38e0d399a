"""A process in which files are tried, one after the other, bound in memory: one that falls is begun anew.

python -m tests.fuzz.workers        # the process itself: a line of JSON for each file, and one back
"""

from __future__ import annotations

import gc
import json
import os
import resource
import select
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.fuzz.trying import MEGABYTES, SECONDS, Outcome, Trier

ROOM = 1_200_000_000
"""So many bytes the process may map before the system refuses: enough to see that 300 MB were passed."""
GRACE = 90.0
"""So many seconds over `SECONDS` it may take until it is ended."""
START = 60.0


class Worker:
    """The process, seen from the one that asks."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None

    def try_one(self, path: Path, wanted: str, *, write: bool = False) -> Outcome:
        """What came of the file; a process that ended or hung is a fault of its own."""
        child = self._child or self._begun()
        assert child.stdin is not None
        asked = {"path": os.fsencode(path).hex(), "wanted": wanted, "write": write}
        child.stdin.write(json.dumps(asked).encode() + b"\n")
        child.stdin.flush()
        line = self._line(SECONDS + GRACE + (START if write else 0))
        if line:
            return judged(Outcome(**json.loads(line)))
        self.close()
        why = "it hangs" if line is None else "the process ended"
        return Outcome(said="", refused=False, seconds=SECONDS + GRACE, mb=0.0, fault=why)

    def close(self) -> None:
        """End it."""
        if self._child is not None:
            self._child.kill()
            self._child.communicate(timeout=GRACE)
            self._child = None

    def _begun(self) -> subprocess.Popen[bytes]:
        words = [sys.executable, "-m", "tests.fuzz.workers"]
        self._child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        if self._line(START) != b"ready\n":
            raise RuntimeError("the process in which files are tried did not begin")
        return self._child

    def _line(self, seconds: float) -> bytes | None:
        """What it says next: nothing if it ended, None if it said nothing in time."""
        assert self._child is not None
        assert self._child.stdout is not None
        there, _w, _x = select.select([self._child.stdout], [], [], seconds)
        return self._child.stdout.readline() if there else None


def judged(outcome: Outcome) -> Outcome:
    """The same, with a fault where it took too much."""
    told: dict[str, Any] = outcome.told()
    if not outcome.fault and outcome.seconds > SECONDS:
        told["fault"] = f"it took {outcome.seconds:.1f} s"
    elif not outcome.fault and outcome.mb > MEGABYTES:
        told["fault"] = f"it took {outcome.mb:.0f} MB"
    return Outcome(**told)


def serve() -> None:
    """Be the process: try what standard input names, a line each, until it ends."""
    from rewire_app.exchange.importers.catalogue import formats

    formats()
    with tempfile.TemporaryDirectory() as folder:
        trier = Trier(Path(folder))
        resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
        gc.collect()
        gc.freeze()  # what is loaded is not looked through again for each file
        gc.disable()  # as the program does
        out = sys.stdout.buffer
        out.write(b"ready\n")
        out.flush()
        for line in sys.stdin.buffer:
            asked = json.loads(line)
            path = Path(os.fsdecode(bytes.fromhex(asked["path"])))
            gc.collect()
            outcome = trier.try_one(path, asked["wanted"], write=asked["write"])
            out.write(json.dumps(outcome.told()).encode() + b"\n")
            out.flush()
        trier.close()


if __name__ == "__main__":
    serve()
