"""The legs of a look: the same link estimated in the ways that a verdict asks for, from one set of days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rewire_app.errors import NobodyWaitsError
from rewire_app.insight.link import (
    estimate_adjusted,
    estimate_ahead,
    estimate_link,
    estimate_sleep,
    estimate_sleep_adjusted,
    estimate_with_today,
)
from rewire_app.insight.regression import Estimate, Floats

FLAG = 0.05
"""The p below which practice ahead of a day seems to go with it, so that hard days may change practice."""
GUARD = 0.20
"""The p below which a calmer evening on practice days holds "higher" back."""

Alive = Callable[[], bool]
"""Whether anybody still waits for an answer."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ComparedDays:
    """What was noted, one value a calendar day (NaN: not noted).

    amounts: practised 0/1, or hours asleep. held: the series that are held equal, None if there are none.
    paused: 1 on days of illness or holiday, None if none are known.
    """

    amounts: Floats
    reactivity: Floats
    held: tuple[Floats, ...] | None = None
    paused: Floats | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Legs:
    """The estimates of one look; None where the question has no such leg or it was not worked out.

    `evening`: how the evening goes with practice on its own day, from the regression of `today`.
    """

    link: Estimate
    today: Estimate | None = None
    evening: Estimate | None = None
    adjusted: Estimate | None = None
    ahead: Estimate | None = None

    @property
    def checked(self) -> bool:
        """Whether the link with other things held equal could be worked out."""
        return self.adjusted is not None and self.adjusted.refusal is None

    @property
    def flagged(self) -> bool:
        """Whether practice in the days to come seems to go with today, which no practice can do."""
        return self.ahead is not None and self.ahead.p < FLAG

    @property
    def calmer(self) -> bool:
        """Whether evenings look calmer on the days with practice themselves."""
        return self.evening is not None and self.evening.slope < 0 and self.evening.p < GUARD


def practice_legs(days: ComparedDays, alive: Alive) -> Legs:
    """The four legs of practice; `held` is stress and sleep."""
    given = (days.amounts, days.reactivity)
    link = estimate_link(*given, days.paused)
    if link.refusal is not None:
        return Legs(link=link)
    still(alive)
    today, evening = estimate_with_today(*given, days.paused)
    still(alive)
    adjusted = None
    if days.held is not None:
        stress, sleep_hours = days.held
        adjusted = estimate_adjusted(*given, stress, sleep_hours, days.paused)
    still(alive)
    ahead = estimate_ahead(*given, days.paused)
    return Legs(link=link, today=today, evening=evening, adjusted=adjusted, ahead=ahead)


def sleep_legs(days: ComparedDays, alive: Alive) -> Legs:
    """The two legs of sleep; `held` is stress."""
    link = estimate_sleep(days.amounts, days.reactivity)
    if link.refusal is not None or days.held is None:
        return Legs(link=link)
    still(alive)
    return Legs(link=link, adjusted=estimate_sleep_adjusted(days.amounts, days.reactivity, *days.held))


def still(alive: Alive) -> None:
    """Raises NobodyWaitsError once nobody waits for the answer."""
    if not alive():
        raise NobodyWaitsError
