"""What a person's days could show: the smallest link now, and a smaller one after a longer time."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.insight.regression import Estimate, days_to_show, shown_later
from rewire_app.insight.size_words import rounded_up

WHOLE = 365
"""Days of a whole window."""
LARGEST = 10.0
"""The largest difference there is on a scale from 0 to 10."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """The smallest link that could be seen, in points of 10 per unit, rounded up to what is told.

    `later`: a smaller one that could be seen at this pace, in `days` from the last one; None where a whole
    window shows none.
    """

    smallest: float
    later: float | None = None
    days: int | None = None


def sight(link: Estimate, window: int = WHOLE) -> Sight | None:
    """What a window of `window` calendar days could show, now and once it is whole; None if it says nothing.

    It says nothing where the link itself is as large, since then there is one that large, and where not even
    the largest difference there is could be seen.
    """
    if not abs(link.slope) < link.smallest < LARGEST:
        return None
    smallest = rounded_up(link.smallest)
    later = rounded_up(shown_later(link.smallest, min(window, WHOLE), WHOLE))
    if later >= smallest:
        return Sight(smallest=smallest)
    days = round(days_to_show(link.smallest, window, later)) - window
    return Sight(smallest=smallest, later=later, days=days)
