"""Words found in a text whatever their case and accents: for find in page, highlights and the glossary."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LIKE = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u00ad": "",
}
"""Signs that a keyboard does not have, as the ones people type for them."""


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    if letter in _LIKE:
        return _LIKE[letter]
    if letter.isspace():
        return " "
    apart = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in apart if not unicodedata.combining(part)).casefold()


def fold(text: str) -> tuple[str, list[int]]:
    """`text` without case, accents and typographic signs, and for each folded letter where it came from.

    The list has one entry more than the folded text: the length of `text`.
    """
    folded: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for part in _fold_letter(letter):
            folded.append(part)
            places.append(place)
    places.append(len(text))
    return "".join(folded), places


def find_all(needle: str, text: str) -> list[tuple[int, int]]:
    """Every place of `needle` in `text` as (start, end), none overlapping another; none for an empty one."""
    wanted = " ".join(fold(needle)[0].split())
    if not wanted:
        return []
    folded, places = fold(text)
    found: list[tuple[int, int]] = []
    at = folded.find(wanted)
    while at >= 0:
        last = at + len(wanted) - 1
        found.append((places[at], _after(places, last)))
        at = folded.find(wanted, at + len(wanted))
    return found


def _after(places: list[int], last: int) -> int:
    """Where the letter that the folded letter `last` came from ends, with the accents that follow it."""
    here = places[last]
    following = last + 1
    while places[following] == here and following < len(places) - 1:
        following += 1
    return max(places[following], here + 1)
