"""Digits typed onto a scale: 1 and then 0, quickly, is 10; on a scale to 100, 7 and then 5 is 75."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

JOIN_MS = 900
"""How long a digit still joins those before it, milliseconds."""


class TypedDigits:
    """Remembers for a moment what was typed; a number above `top` begins anew with its last digit."""

    def __init__(self, top: int = 10) -> None:
        self._top = top
        self._last = 0
        self._since = QElapsedTimer()

    def read(self, digit: int) -> int:
        """The value that is meant now that `digit` was typed."""
        quick = self._since.isValid() and self._since.elapsed() < JOIN_MS
        joined = self._last * 10 + digit
        self._last = joined if quick and joined <= self._top else digit
        self._since.start()
        return self._last
