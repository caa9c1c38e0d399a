"""What a write did: the topics it touched and how to take it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The outcome of one write. `revert()` runs the opposite write and returns its own Change (a redo)."""

    topics: frozenset[str]
    revert: Callable[[], Change]
