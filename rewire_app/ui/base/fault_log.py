"""The faults of Rewire itself on the disk: kinds and places in the program, never messages or values.

Two files of at most 256 KB in `reports/`, which nobody else can read: `faults.txt` holds what was caught,
`crash.txt` is written by Python itself when the process dies in the middle of something (a fault in a
library, where nothing of Rewire runs any more). The next start takes over its places and empties it.
"""

from __future__ import annotations

import faulthandler
import os
import re
from pathlib import Path
from typing import TextIO

from rewire_app.atomic import write_atomic

LONGEST = 256 << 10
FAULTS, CRASH = "faults.txt", "crash.txt"
_PLACE = re.compile(r'  File "([^"]+)", line (\d+) in (\S+)')
_FATAL = re.compile(r"(?:Fatal Python error|Windows fatal exception): ([\w :-]{1,60})")


def short_name(file: str) -> str:
    """The last two parts of a file name: a full path would name the person."""
    return "/".join(file.replace("\\", "/").split("/")[-2:])


def places_of(crash: str) -> str:
    """What Python wrote about its end, as kind and places; "" when it wrote nothing of the kind."""
    lines = []
    for line in crash.splitlines():
        if found := _FATAL.match(line):
            lines.append(f"The program ended: {found[1]}")
        elif place := _PLACE.match(line):
            lines.append(f"  {short_name(place[1])}:{place[2]} {place[3]}")
        elif line.startswith(("Thread ", "Current thread ")):
            lines.append(" thread")
    return "\n".join(lines)


class FaultLog:
    """The two files of one profile."""

    def __init__(self, folder: Path) -> None:
        """Take over what the last process left; raises OSError."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._faults, self._crash = folder / FAULTS, folder / CRASH
        self._file: TextIO | None = None
        try:
            left = self._crash.read_text("utf-8", "replace")[:LONGEST]
        except FileNotFoundError:
            left = ""
        if places := places_of(left):
            self.add(places)
        self._watch()

    def _watch(self) -> None:
        flags = os.O_CREAT | os.O_TRUNC | os.O_WRONLY
        self._file = os.fdopen(os.open(self._crash, flags, 0o600), "w", encoding="utf-8")
        faulthandler.enable(self._file)

    def add(self, text: str) -> None:
        """Write one fault down; of too many the older half goes. Raises OSError."""
        kept = self.text()
        whole = f"{kept}\n\n{text}" if kept else text
        while len(whole.encode()) > LONGEST:
            whole = whole[len(whole) // 2 :].partition("\n\n")[2] or whole[-LONGEST // 4 :]
        write_atomic(self._faults, whole.encode())

    def text(self) -> str:
        """Everything that is written down."""
        try:
            return self._faults.read_text("utf-8", "replace")
        except FileNotFoundError:
            return ""

    def close(self) -> None:
        """Watch no more."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
