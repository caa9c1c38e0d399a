"""One write: where its entries come from, and how it is taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The program that wrote a file, the file's name, and the SHA-256 of its content in hex."""

    program: str
    file: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The outcome of one write. `revert()` runs the opposite write and returns its own Change (a redo)."""

    topics: frozenset[str]
    revert: Callable[[], Change]
