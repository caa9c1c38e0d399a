"""Digits typed onto a scale from 0 to 10: 1 and then 0, quickly, is 10."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

JOIN_MS = 900
"""How long a 0 after a 1 still makes a 10, milliseconds."""


class TypedDigits:
    """Remembers the last digit for a moment."""

    def __init__(self) -> None:
        self._last = 0
        self._since = QElapsedTimer()

    def read(self, digit: int) -> int:
        """The value that is meant now that `digit` was typed."""
        quick = self._since.isValid() and self._since.elapsed() < JOIN_MS
        joined = digit == 0 and quick and self._last == 1
        self._last = digit
        self._since.start()
        return 10 if joined else digit
