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
    """The outcome of one write. `revert()` runs the opposite write and returns its own Change (a redo).

    `rows`: the names of what it touched, so that it is known which changes lie over each other.
    `is_back()`: whether all of it is again as it was before; may raise a StoreError.
    `removed`: the names of the rows it took away, which can then be erased.
    """

    topics: frozenset[str]
    rows: frozenset[str]
    revert: Callable[[], Change]
    is_back: Callable[[], bool]
    removed: frozenset[str] = frozenset()
