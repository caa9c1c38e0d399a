"""What a start is about to show, written down until it is shown: so a start that dies of it is known.

A picture that ends the process would end every start after it. Twice is no accident: a power cut or a person
who lost patience may end one start anywhere.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

MARK = "starting.json"
TWICE = 2


class Beginnings:
    """The mark of one profile's start; where it cannot be written there is none."""

    def __init__(self, reports: Path) -> None:
        self._mark = reports / MARK
        self._begun = False

    def died_at(self, what: str) -> bool:
        """Whether two starts ended while they showed `what`, and none has shown it since."""
        return self._times(what) >= TWICE

    def about_to(self, what: str) -> None:
        """Now this start is about to show it."""
        self._begun = True
        with suppress(OSError):
            table = json.dumps({**self._read(), what: self._times(what) + 1})
            file = os.open(self._mark, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
            with os.fdopen(file, "w", encoding="utf-8") as mark:
                mark.write(table)

    def _times(self, what: str) -> int:
        times = self._read().get(what, 0)
        return times if isinstance(times, int) else 0

    def over(self) -> None:
        """It is shown, or nothing is any more."""
        if self._begun:
            self._begun = False
            with suppress(OSError):
                self._mark.unlink(missing_ok=True)

    def _read(self) -> dict[str, object]:
        try:
            table = json.loads(self._mark.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return table if isinstance(table, dict) else {}
