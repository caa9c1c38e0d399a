"""Where a reader stopped, as the one whole number that a `Reading` keeps: a block and a letter in it."""

from __future__ import annotations

from dataclasses import dataclass

LETTERS = 2_000
"""The step from one block to the next in the number; no block of an article is longer than that."""
MOST_BLOCKS = 499
"""The highest block that the number can hold."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ReadingPlace:
    """The first line in sight: the block it belongs to and the letter it begins with."""

    block: int = 0
    letter: int = 0

    @property
    def number(self) -> int:
        """The place as one whole number, 0 at the beginning of the article."""
        return min(self.block, MOST_BLOCKS) * LETTERS + min(self.letter, LETTERS - 1)

    @classmethod
    def of(cls, number: int) -> ReadingPlace:
        """The place that `number` stands for."""
        block, letter = divmod(max(0, number), LETTERS)
        return cls(block=block, letter=letter)
