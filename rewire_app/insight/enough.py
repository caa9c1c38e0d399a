"""Whether there are enough days to compare an amount with reactivity at all, and exactly what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, nan

import numpy as np
from numpy.typing import NDArray

from rewire_app.insight.legs import ComparedDays
from rewire_app.insight.questions import PRACTICE, LinkQuestion
from rewire_app.insight.regression import Floats, same_length

MIN_RATED = 42
MIN_SPAN = 56
MIN_SHARE = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Enough:
    """How far the minimum is met: days that count, days from the first of them to the end, and the spread.

    Paused days count in neither; `paused_days`: how many of them lie between. `spread`: standard deviation of
    the amount over the days that count. `tilt`: its mean on rated days less that on unrated ones; NaN if
    every day is rated. `at_ends`: the share of ratings at 0 or 10. `drift`: by how much the amount rose from
    the first day to the last, along a straight line.
    """

    rated_days: int
    span_days: int
    spread: float
    tilt: float
    paused_days: int = 0
    at_ends: float = 0.0
    drift: float = nan

    @property
    def share(self) -> float:
        """Rated days of all days in the span, 0 to 1."""
        return self.rated_days / self.span_days if self.span_days else 0.0

    @property
    def days_met(self) -> bool:
        """Whether there are enough days, over long enough, with few enough gaps."""
        return self.rated_days >= MIN_RATED and self.span_days >= MIN_SPAN and self.share >= MIN_SHARE

    @property
    def window_days(self) -> int:
        """Calendar days from the first day that counts to the end."""
        return self.span_days + self.paused_days


def measure_enough(days: ComparedDays, question: LinkQuestion = PRACTICE) -> Enough:
    """How far the days meet the minimum, from the first day that counts to the end."""
    x, y = question.amount(days.amounts, days.paused), days.reactivity
    same_length(x, y)
    rests = np.zeros(len(y), dtype=bool)
    if question.pauses and days.paused is not None:
        rests = np.nan_to_num(days.paused) > 0
    rated, known = ~np.isnan(y) & ~rests, ~np.isnan(x)
    counted = rated & known if question.both else rated
    if not counted.any():
        return Enough(rated_days=0, span_days=0, spread=nan, tilt=nan)
    first = int(np.argmax(counted))
    known[:first] = False
    used, unused = x[known & rated], x[known & ~rated]
    paused = int(rests[first:].sum())
    return Enough(
        rated_days=int(counted.sum()),
        span_days=len(y) - first - paused,
        spread=float(np.std(used, ddof=1)) if len(used) > 1 else nan,
        tilt=float(used.mean() - unused.mean()) if len(used) and len(unused) else nan,
        paused_days=paused,
        at_ends=float(np.isin(y[counted], (0.0, 10.0)).mean()),
        drift=_drift(x, known),
    )


def missing_words(enough: Enough, question: LinkQuestion) -> tuple[str, ...]:
    """What is still needed, a sentence each."""
    words, n, span = question.words, enough.rated_days, enough.span_days
    found = []
    if n < MIN_RATED:
        found.append(words.too_few(n).format(n=n, needed=MIN_RATED))
    elif span < MIN_SPAN:
        left = MIN_SPAN - span
        found.append(words.too_short(left).format(n=n, span=span, left=left))
    needed = ceil(MIN_SHARE * span - 1e-9)
    if needed > max(n, MIN_RATED):
        found.append(words.too_many_gaps().format(n=n, span=span, needed=needed))
    return tuple(found)


def _drift(x: Floats, known: NDArray[np.bool_]) -> float:
    """The rise of a straight line through the known amounts, over all their days."""
    days = np.flatnonzero(known).astype(np.float64)
    if len(days) < 2:
        return nan
    time = days - days.mean()
    return float(time @ x[known] / (time @ time) * (days[-1] - days[0]))
