"""Three nights with little sleep: when Today may ask, at most once a week, whether there is much energy.

The rule of the program's safety page: under 4 hours of sleep on 3 nights running, with a lot of energy all
the same, is worth a call to a doctor. How much energy there is, nobody has noted; so it is asked, and the
answer is kept nowhere. Nothing is worked out from it, and it has no name.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

NIGHTS = 3
"""So many nights running."""

LITTLE_MIN = 240
"""Under so many minutes asleep is little sleep."""


def short_nights(asleep: Mapping[date, int], today: date) -> bool:
    """Whether the last nights were all short; `asleep`: minutes asleep by the day of waking.

    They end today, or yesterday while this night is not noted yet. A night that was not noted says nothing.
    """
    last = today if today in asleep else today - timedelta(days=1)
    days = [last - timedelta(days=back) for back in range(NIGHTS)]
    return all(day in asleep and asleep[day] < LITTLE_MIN for day in days)
