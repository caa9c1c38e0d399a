"""Several very hard days: when Today may ask, at most once a week, whether talking to someone would help.

The rule of the program's safety page: reactivity or stress of 9 or 10 on 5 of the last 7 days, or mood of
0 or 1 on 5 of them (of 10). A day that was not noted says nothing, and nothing is worked out from words.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

SPAN = 7
"""How many days are looked at, the present one included."""

ENOUGH = 5
"""How many of them were hard."""

HARD = 9
"""From here on reactivity and stress are very high, of 10."""

LOW = 1
"""Up to here mood is very low, of 10."""

REST = 7
"""Days without the question after it was put away."""

Evening = tuple[int | None, int | None, int | None]
"""Reactivity, stress and mood of one day, each 0 to 10 or None."""


def several_hard_days(evenings: Sequence[Evening]) -> bool:
    """Whether 5 of these (at most 7) days had very high reactivity or stress, or 5 had very low mood."""
    high = sum(
        any(value is not None and value >= HARD for value in (reactivity, stress))
        for reactivity, stress, _mood in evenings
    )
    low = sum(mood is not None and mood <= LOW for _reactivity, _stress, mood in evenings)
    return high >= ENOUGH or low >= ENOUGH


def may_ask(put_away: date | None, today: date) -> bool:
    """Whether the question may be shown on `today`; a day in the future (a clock set back) does not count."""
    return put_away is None or not 0 <= (today - put_away).days < REST
