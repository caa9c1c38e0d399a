"""One file tried as a person would give it: read, planned, brought in and taken back, with what it cost.

What must never happen is a fault: an exception that is no refusal, a profile that is another one afterwards,
more than `SECONDS` or more than `MEGABYTES`.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from rewire_app.domain.days import ZoneClock
from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers import told
from rewire_app.exchange.importers.bringing import bring_in, dry_run, meanings_of, read_file
from rewire_app.exchange.importers.plan import Here
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store.record import content

SECONDS = 5.0
MEGABYTES = 300.0
CLOCK = ZoneClock(ZoneInfo("Europe/Berlin"))
HERE = Here(program="Daylio", clock=CLOCK, now=CLOCK.at(datetime(2026, 11, 24, 19, 30)), day_start=4)
OWN = ("meta", "removed", "imports", "imported_rows", "mappings")
"""Tables in which a file that came and went leaves that it was there."""
SPLIT = 1_024


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one file. said: its refusal, or how many entries came in. fault: "" where all is well.

    seconds: of the processors, until it was refused or planned; what only waits is ended and told as hanging.
    mb: the most memory of this process, or of its child for databases. wrote: seconds until it was brought in
    and taken back, 0 if it was only planned.
    """

    said: str
    refused: bool
    seconds: float
    mb: float
    wrote: float = 0.0
    fault: str = ""

    def told(self) -> dict[str, Any]:
        """As JSON tells it."""
        return asdict(self)


class Trier:
    """A profile of its own in which files are tried."""

    def __init__(self, folder: Path) -> None:
        self._vault = open_vault(folder / "profile")
        self._store = Store(self._vault)

    def close(self) -> None:
        """Close the profile."""
        self._vault.close()

    def try_one(self, path: Path, wanted: str, *, write: bool) -> Outcome:
        """Try the file at `path` as the format `wanted`, or "auto"."""
        seq = self._vault.commit_seq
        _forget_peak()
        began = _worked()
        said, fault, refused, wrote = "", "", False, 0.0
        took = 0.0
        try:
            file = read_file(path, wanted)
            meanings = meanings_of(file)
            plan = dry_run(file, meanings, HERE, self._store)
            told.as_text(file, plan, None).encode("utf-8", "replace")
            told.as_json(file, plan, None).encode("utf-8", "replace")
            took = _worked() - began
            said = f"{plan.counts['entries']} entries, {plan.counts['left_out']} stay out"
            if write and not plan.empty:
                before, wrote = self._alive(), time.monotonic()
                came = bring_in(file, meanings, HERE, self._store)
                if came.plan.counts != plan.counts:
                    fault = f"counts: {plan.counts} planned, {came.plan.counts} came"
                back = self._store.bringing.take_back(came.brought)
                wrote = time.monotonic() - wrote
                fault = fault or (f"{back.left} rows stay" if back.left else "")
                fault = fault or ("" if self._alive() == before else "the profile is another one")
        except ImportRefusedError as refusal:
            said, refused = str(refusal), True
        except BaseException as strange:  # a finding, whatever it is
            fault = (
                f"{type(strange).__name__}: {strange}"[:300] + "\n" + traceback.format_exc(limit=-4)[-1500:]
            )
        took = took or _worked() - began
        peak = _peak()
        if not wrote and self._vault.commit_seq != seq:
            fault = fault or "something was written"
        return Outcome(said=said, refused=refused, seconds=took, mb=peak, wrote=wrote, fault=fault)

    def _alive(self) -> dict[str, list[dict[str, object]]]:
        found = content(self._vault.connection)
        return {
            name: [row for row in rows if row.get("deleted_ms") is None]
            for name, rows in found.items()
            if name not in OWN
        }


def _worked() -> float:
    """So many seconds the processors worked for this process and its children."""
    return sum(os.times()[:4])


def _forget_peak() -> None:
    """From now on the most memory is counted anew, where the system can."""
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5")


def _peak() -> float:
    """The most memory since, in MB; 0 where the system cannot tell."""
    if sys.platform != "linux":
        return 0.0
    import resource

    lines = Path("/proc/self/status").read_text().splitlines()
    own = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / SPLIT
    return max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / SPLIT)
