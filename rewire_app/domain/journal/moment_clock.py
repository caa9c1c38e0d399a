"""The clock of a moment that is settling: from when it began until the person says that it has settled."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.domain.day_words import clock_words
from rewire_app.domain.days import Instant
from rewire_app.i18n import _

MOST_MIN = 720
"""A clock that ran for more minutes was forgotten: it measures nothing any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentClock:
    """`uid`: of the moment, kept already or not yet. `began`: when it started."""

    uid: str
    began: Instant

    def seconds(self, now: Instant) -> int:
        """Whole seconds since it began, none where the computer's clock was set back."""
        return max(0, (now.utc_ms - self.began.utc_ms) // 1_000)

    def minutes(self, now: Instant) -> int:
        """Whole minutes since it began."""
        return self.seconds(now) // 60

    def settled_after(self, now: Instant) -> int:
        """Minutes to calm if it has settled `now`, at least 1."""
        return max(1, round(self.seconds(now) / 60))

    def runs(self, now: Instant) -> bool:
        """Whether it still measures something."""
        return self.minutes(now) <= MOST_MIN

    def since_words(self) -> str:
        """When it began: "since 18:42"."""
        return _("since {time}").format(time=clock_words(self.began.wall))

    def words(self, now: Instant) -> str:
        """How long it runs, without the seconds: "Settling, 6 min"."""
        return _("Settling, {n} min").format(n=self.minutes(now))

    def brief_words(self, now: Instant) -> str:
        """How long it runs: "6 min 20 s"."""
        minutes, rest = divmod(self.seconds(now), 60)
        return _("{m} min {s} s").format(m=minutes, s=rest)

    def long_words(self, now: Instant, *, exact: bool = True) -> str:
        """How long it runs and since when; `exact`: with the seconds, which nobody wants to hear told."""
        minutes, rest = divmod(self.seconds(now), 60)
        time = clock_words(self.began.wall)
        if exact:
            words = _("{m} min {s} s since it started at {time}")
            return words.format(m=minutes, s=rest, time=time)
        return _("{m} min since it started at {time}").format(m=minutes, time=time)
