"""How long a person was really at an exercise, by a monotonic clock that is handed in."""

from __future__ import annotations

from collections.abc import Callable

LONGEST_STILL = 600.0
"""Seconds without any sign of the person after which the time is not counted any more."""


class Stopwatch:
    """Adds up seconds while it runs; `touch` is a sign that somebody is there."""

    def __init__(self, clock: Callable[[], float], seconds: float = 0.0) -> None:
        """Stand still at `seconds`; `clock` gives seconds and never goes back."""
        self._clock = clock
        self._gathered = seconds
        self._since: float | None = None

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self._since is not None

    @property
    def seconds(self) -> float:
        """What has been gathered so far, in seconds."""
        return self._gathered + self._open()

    def start(self) -> None:
        """Run on."""
        if self._since is None:
            self._since = self._clock()

    def stop(self) -> None:
        """Stand still."""
        self._gathered += self._open()
        self._since = None

    def touch(self) -> None:
        """Somebody is there: the time until now counts."""
        if self._since is not None:
            self._gathered += self._open()
            self._since = self._clock()

    def set_to_zero(self) -> None:
        """Begin anew, running or not."""
        self._gathered = 0.0
        if self._since is not None:
            self._since = self._clock()

    def _open(self) -> float:
        """Seconds since the last sign, at most `LONGEST_STILL`."""
        if self._since is None:
            return 0.0
        return min(max(0.0, self._clock() - self._since), LONGEST_STILL)
