"""Where a highlight stands in an article: by block and letters, and by its words when the text was edited.

All blocks of an article, joined by line ends, are one long text. `start` and `end` of a highlight are counted
in letters from the beginning of its block and may reach into the blocks that follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from rewire_app.domain.library.searching import fold

JOIN = "\n"
LEAST_QUOTE = 1

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    """The letters `start` to `end` of one block."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a highlight keeps: block, letters from its beginning, and the words themselves."""

    block: int
    start: int
    end: int
    quote: str


def _begins(blocks: Sequence[str]) -> list[int]:
    return [0, *accumulate(len(block) + len(JOIN) for block in blocks)]


def anchor(blocks: Sequence[str], first: tuple[int, int], last: tuple[int, int]) -> Anchor | None:
    """The anchor of what lies between `first` and `last`, each (block, letter); None when there are no words.

    Blanks at both ends are left out, and a word of which a part is meant is meant as a whole.
    """
    begins, whole = _begins(blocks), JOIN.join(blocks)
    start, end = sorted(begins[block] + letter for block, letter in (first, last))
    while start < end and whole[start].isspace():
        start += 1
    while end > start and whole[end - 1].isspace():
        end -= 1
    if end - start < LEAST_QUOTE:
        return None
    for word in _WORD.finditer(whole):
        if word.start() < start < word.end():
            start = word.start()
        if word.start() < end < word.end():
            end = word.end()
    block = max(number for number in range(len(blocks)) if begins[number] <= start)
    base = begins[block]
    return Anchor(block=block, start=start - base, end=end - base, quote=whole[start:end])


def locate(held: Anchor, blocks: Sequence[str]) -> tuple[TextPart, ...]:
    """Where the words of `held` stand now, block by block; nothing when they are gone.

    Where the anchor says, if the words are still there; else the nearest place with the same words, whatever
    their case, accents and blanks.
    """
    begins, whole = _begins(blocks), JOIN.join(blocks)
    if held.block < len(blocks):
        start = begins[held.block] + held.start
        if whole[start : start + len(held.quote)] == held.quote:
            return _parts(blocks, begins, start, start + len(held.quote))
        meant = start
    else:
        meant = len(whole)
    places = _places(held.quote, whole)
    if not places:
        return ()
    start, end = min(places, key=lambda place: abs(place[0] - meant))
    return _parts(blocks, begins, start, end)


def _places(quote: str, whole: str) -> list[tuple[int, int]]:
    """Where the words of `quote` stand in `whole`, blanks and line ends counting alike."""
    wanted = fold(quote)[0].strip()
    if not wanted:
        return []
    folded, places = fold(whole)
    found = []
    at = folded.find(wanted)
    while at >= 0:
        found.append((places[at], places[at + len(wanted) - 1] + 1))
        at = folded.find(wanted, at + 1)
    return found


def _parts(blocks: Sequence[str], begins: Sequence[int], start: int, end: int) -> tuple[TextPart, ...]:
    found = []
    for number, block in enumerate(blocks):
        low, high = max(start, begins[number]), min(end, begins[number] + len(block))
        if low < high:
            found.append(TextPart(block=number, start=low - begins[number], end=high - begins[number]))
    return tuple(found)
