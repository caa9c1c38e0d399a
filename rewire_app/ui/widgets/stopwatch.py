"""How long a person was really at an exercise, by a monotonic clock that is handed in."""

from __future__ import annotations

from collections.abc import Callable

LONGEST_STILL = 600.0
"""Seconds without any sign of the person after which the time is not counted any more."""

LONGEST_GAP = 5.0
"""Seconds between two looks at the clock after which nobody lived them: the computer slept."""


class Stopwatch:
    """Adds up seconds while it runs and is looked at; `touch` is a sign that somebody is there.

    Some clocks run on while a computer sleeps. Whoever lets it run therefore looks at it at least every
    `LONGEST_GAP` seconds; a longer gap is not counted.
    """

    def __init__(self, clock: Callable[[], float], seconds: float = 0.0) -> None:
        """Stand still at `seconds`; `clock` gives seconds and never goes back."""
        self._clock = clock
        self._gathered = seconds
        self._looked: float | None = None
        self._sign = 0.0

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self._looked is not None

    @property
    def seconds(self) -> float:
        """What has been gathered so far, in seconds."""
        return self._gathered + self._open(self._clock())

    def start(self) -> None:
        """Run on."""
        if self._looked is None:
            self._looked = self._sign = self._clock()

    def stop(self) -> None:
        """Stand still."""
        self.look()
        self._looked = None

    def look(self) -> bool:
        """Count the time until now; True when it was a gap, and so was not counted."""
        if self._looked is None:
            return False
        now = self._clock()
        gap = now - self._looked > LONGEST_GAP
        self._gathered += self._open(now)
        self._looked = now
        return gap

    def touch(self) -> bool:
        """Somebody is there; else as `look`."""
        gap = self.look()
        if self._looked is not None:
            self._sign = self._looked
        return gap

    def set_to_zero(self) -> None:
        """Begin anew, running or not."""
        self.touch()
        self._gathered = 0.0

    def _open(self, now: float) -> float:
        """Seconds since the last look that count: none of a gap, none so long after the last sign."""
        if self._looked is None or now - self._looked > LONGEST_GAP:
            return 0.0
        return max(0.0, min(now, self._sign + LONGEST_STILL) - self._looked)
