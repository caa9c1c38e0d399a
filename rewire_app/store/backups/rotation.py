"""Which copies are kept: the newest, one for each of the last days, weeks and months, and what is pinned.

Copies are taken in the order of their numbers, never of their dates: the dates only tell which of them were
made on one day. So a clock that is years off for a while takes a few places and drives nothing out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from rewire_app.store.vault.copies import Backup, Pin

NEWEST = 12
DAYS, WEEKS, MONTHS = 7, 8, 12
PINNED = 10
"""How many copies are kept that Rewire itself pinned; what a person pinned is always kept."""

_SPANS: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (DAYS, lambda wall: (wall.toordinal(),)),
    (WEEKS, lambda wall: wall.isocalendar()[:2]),
    (MONTHS, lambda wall: (wall.year, wall.month)),
)


def to_remove(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """The copies of one vault that are not kept any longer, oldest first; the newest is always kept."""
    ordered = sorted(backups, key=lambda copy: copy.number, reverse=True)
    pinned = [copy for copy in ordered if copy.pin is Pin.REWIRE]
    free = [copy for copy in ordered if copy.pin is Pin.NO]
    kept = {copy.path for copy in (*ordered[:1], *free[:NEWEST], *pinned[:PINNED])}
    for count, span in _SPANS:
        kept |= {copy.path for copy in _newest_of_each(free, count, span)}
    return tuple(copy for copy in reversed((*free, *pinned)) if copy.path not in kept)


def _newest_of_each(
    ordered: Iterable[Backup], count: int, span: Callable[[datetime], tuple[int, ...]]
) -> Iterable[Backup]:
    """The newest copy of each of the first `count` spans that are met."""
    met: dict[tuple[int, ...], Backup] = {}
    for copy in ordered:
        met.setdefault(span(copy.made.wall), copy)
    return list(met.values())[:count]
