"""How far reading out a damaged vault has come, for who waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

Item = TypeVar("Item")


class SalvageStep(StrEnum):
    """What is being done: pages of the damaged file are read, or entries written into the new one."""

    READING = "reading"
    WRITING = "writing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """So many pages are read, or entries written, `of` so many."""

    step: SalvageStep
    done: int
    of: int

    @property
    def tenths(self) -> int:
        """Full tenths of the step."""
        return 10 * self.done // self.of


Tell = Callable[[Reached], object]
"""Hears how far it is; what it raises ends the work, which leaves nothing behind then."""


def nobody(_reached: Reached) -> None:
    """Nobody waits."""


def told_as_written(items: Iterable[Item], of: int, tell: Tell, before: int = 0) -> Iterator[Item]:
    """The `items` one by one, each told as written once the next is asked for; `before` were so earlier."""
    for number, item in enumerate(items, before + 1):
        yield item
        tell(Reached(step=SalvageStep.WRITING, done=number, of=of))
