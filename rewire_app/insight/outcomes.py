"""What moments of reactivity were like over a stretch: median peak, median minutes to calm, new responses.

Secondary to the evening check: moments are noted when there is something to note. Never a mean of minutes:
one that is still going counts as longer than any that ended (a right-censored value).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

MIN_MOMENTS = 5
"""Moments with the value a stretch needs before its median or share is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """Medians over a stretch and what they rest on; NaN where fewer than 5 moments have the value.

    peak: 0 to 10. calm: minutes, infinite if the middle one was still going; `calm_from`, `calm_to`: the
    middle half, in minutes. new: share of new responses among answered moments, 0 to 1.
    """

    moments: int
    peak: float
    peaks: int
    calm: float
    calm_from: float
    calm_to: float
    calms: int
    still_going: int
    new: float
    new_count: int
    answered: int


def outcomes(peaks: ArrayLike, calm: ArrayLike, new: ArrayLike) -> Outcomes:
    """One value a moment each: peak 0-10, minutes (inf: still going), new response 0/1; NaN: not noted."""
    peak, minutes, answers = (np.asarray(values, dtype=np.float64) for values in (peaks, calm, new))
    if not len(peak) == len(minutes) == len(answers):
        raise ValueError("every moment has a peak, minutes and a response, known or not")
    known_peak, known_calm = peak[~np.isnan(peak)], minutes[~np.isnan(minutes)]
    answered = answers[~np.isnan(answers)]
    low, middle, high = (_quantile(known_calm, share) for share in (0.25, 0.5, 0.75))
    enough = len(answered) >= MIN_MOMENTS
    return Outcomes(
        moments=len(peak),
        peak=_quantile(known_peak, 0.5),
        peaks=len(known_peak),
        calm=middle,
        calm_from=low,
        calm_to=high,
        calms=len(known_calm),
        still_going=int(np.isinf(known_calm).sum()),
        new=float(answered.mean()) if enough else float("nan"),
        new_count=int(answered.sum()),
        answered=len(answered),
    )


def _quantile(values: np.ndarray, share: float) -> float:
    """The value at `share` of the ordered ones, between two neighbours their middle; NaN while too few."""
    if len(values) < MIN_MOMENTS:
        return float("nan")
    ordered = np.sort(values)
    place = share * (len(ordered) - 1)
    return float((ordered[int(np.floor(place))] + ordered[int(np.ceil(place))]) / 2)
