"""What one person's days allow to be said about a night and the reactivity of the day after it.

The rules of `verdict` with sleep in the place of practice: at least 42 days with both a night and a rating
over 56 days, 60% of them, and nights that vary by half an hour or more; an interval before any direction;
never a cause. Ratings are 0 to 10, slopes points of 10 per hour asleep.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import ArrayLike

from rewire_app.insight import sleep_words as words
from rewire_app.insight import verdict_words
from rewire_app.insight.link import STRESS_SHARE, estimate_sleep, stress_week
from rewire_app.insight.regression import Estimate, NoEstimate, daily, estimate, refused, rows, same_length
from rewire_app.insight.verdict import MIN_RATED, MIN_SHARE, MIN_SPAN, Case, Certainty, Enough

MIN_SPREAD_H = 0.5
"""Standard deviation of hours asleep below which nights are too even to compare."""
UNRELATED = 0.2
"""Points of 10 per hour below which a link is practically none; an hour is as common as two practice days."""
TILT_H = 0.5
"""Hours between nights before rated and before unrated days above which the result may be tilted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SleepVerdict:
    """What may be said about sleep, in the form of `verdict.Verdict`."""

    case: Case
    step: Certainty
    step_word: str
    sentence: str
    missing: tuple[str, ...]
    notes: tuple[str, ...]
    numbers: tuple[str, ...]
    basis: str
    enough: Enough
    link: Estimate | None = None
    adjusted: Estimate | None = None


def measure_nights(sleep_hours: ArrayLike, reactivity: ArrayLike) -> Enough:
    """How far the minimum is met; only days with both count, from the first of them to the end.

    `spread`: of hours asleep. `tilt`: mean hours before rated days less those before unrated ones.
    """
    h, y = daily(sleep_hours, "sleep_hours"), daily(reactivity, "reactivity")
    same_length(h, y)
    both = ~(np.isnan(h) | np.isnan(y))
    if not both.any():
        return Enough(rated_days=0, span_days=0, spread=float("nan"), tilt=float("nan"))
    first = int(np.argmax(both))
    unrated = np.isnan(y) & ~np.isnan(h)
    unrated[:first] = False
    return Enough(
        rated_days=int(both.sum()),
        span_days=len(y) - first,
        spread=float(np.std(h[both], ddof=1)) if both.sum() > 1 else float("nan"),
        tilt=float(h[both].mean() - h[unrated].mean()) if unrated.any() else float("nan"),
    )


def estimate_sleep_adjusted(sleep_hours: ArrayLike, reactivity: ArrayLike, stress: ArrayLike) -> Estimate:
    """Reactivity per one more hour asleep with stress (today's and the past week's mean) held equal.

    Needs stress on 70% of the days the unadjusted link uses. If short nights work by raising stress, this
    hides part of it: show both.
    """
    h, y, s = daily(sleep_hours, "sleep_hours"), daily(reactivity, "reactivity"), daily(stress, "stress")
    same_length(h, y, s)
    used = ~(np.isnan(h) | np.isnan(y))
    noted = ~np.isnan(s[used])
    if used.any() and noted.mean() < STRESS_SHARE:
        return refused(NoEstimate.STRESS_OR_SLEEP_MISSING, int(noted.sum()))
    return estimate(rows(y, h, s, stress_week(s)))


def judge_sleep(
    sleep_hours: ArrayLike, reactivity: ArrayLike, stress: ArrayLike | None = None
) -> SleepVerdict:
    """The verdict on one value a calendar day each: hours of the night that ended that day, ratings 0 to 10.

    NaN where not noted. Take the last 180 days. Without stress nothing can be more than likely.
    """
    enough = measure_nights(sleep_hours, reactivity)
    if not enough.days_met:
        return nights_missing(enough)
    if not enough.spread >= MIN_SPREAD_H:
        return _verdict(Case.TOO_EVEN, enough, words.too_even())
    link = estimate_sleep(sleep_hours, reactivity)
    if link.refusal is NoEstimate.REACTIVITY_CONSTANT:
        return _verdict(Case.TOO_EVEN, enough, verdict_words.same_reactivity())
    if link.refusal is not None:
        return _verdict(Case.TOO_EVEN, enough, words.too_even())
    adjusted = None if stress is None else estimate_sleep_adjusted(sleep_hours, reactivity, stress)
    return weigh_sleep(link, adjusted, enough)


def weigh_sleep(link: Estimate, adjusted: Estimate | None, enough: Enough) -> SleepVerdict:
    """The verdict that an estimate and its adjusted companion allow, once the minimum is met."""
    checked = adjusted is not None and adjusted.refusal is None
    holds = adjusted is not None and checked and (adjusted.high < 0 if link.slope < 0 else adjusted.low > 0)
    step = Certainty.STRONG if holds else Certainty.LIKELY
    if link.low >= -UNRELATED and link.high <= UNRELATED:
        case, step, sentence = Case.UNRELATED, Certainty.STRONG, words.unrelated()
    elif link.low <= 0 <= link.high:
        case, step = Case.NO_CLEAR_LINK, Certainty.UNCLEAR
        sentence = words.no_clear_link(link.slope, link.low, link.high)
    elif link.low > 0:
        case, sentence = Case.HIGHER, words.higher()
    elif holds:
        case, sentence = Case.LOWER, words.lower(link.slope, link.low, link.high)
    else:
        case, sentence = Case.NOT_ROBUST, words.not_robust(checked=checked)
    return _verdict(case, enough, sentence, step, link, adjusted)


def nights_missing(enough: Enough) -> SleepVerdict:
    """The verdict while the minimum is not met, with exactly what is missing."""
    missing = _missing(enough)
    return _verdict(Case.NOT_ENOUGH, enough, verdict_words.not_enough(missing))


def nights_waiting(enough: Enough, next_day: str) -> SleepVerdict:
    """The verdict between the day the minimum is met and `next_day` (words), when it is worked out."""
    return _verdict(Case.WAITING, enough, words.waiting(next_day))


def _verdict(  # noqa: PLR0917 - in the order of `SleepVerdict`
    case: Case,
    enough: Enough,
    sentence: str,
    step: Certainty = Certainty.TOO_EARLY,
    link: Estimate | None = None,
    adjusted: Estimate | None = None,
) -> SleepVerdict:
    tilted = link is not None and abs(enough.tilt) > TILT_H
    return SleepVerdict(
        case=case,
        step=step,
        step_word=verdict_words.STEPS[step - 1](),
        sentence=sentence,
        missing=_missing(enough) if case is Case.NOT_ENOUGH else (),
        notes=(words.tilted(longer=enough.tilt < 0),) if tilted else (),
        numbers=_numbers(link, adjusted),
        basis=words.basis(link.rated_days if link else enough.rated_days, enough.span_days),
        enough=enough,
        link=link,
        adjusted=adjusted,
    )


def _missing(enough: Enough) -> tuple[str, ...]:
    found = []
    if enough.rated_days < MIN_RATED:
        found.append(words.too_few(enough.rated_days, MIN_RATED))
    elif enough.span_days < MIN_SPAN:
        found.append(words.too_short(enough.rated_days, enough.span_days, MIN_SPAN))
    needed = ceil(MIN_SHARE * enough.span_days - 1e-9)
    if needed > max(enough.rated_days, MIN_RATED):
        found.append(words.too_many_gaps(enough.rated_days, enough.span_days, needed))
    return tuple(found)


def _numbers(link: Estimate | None, adjusted: Estimate | None) -> tuple[str, ...]:
    if link is None:
        return ()
    first = words.plain_number(link.slope, link.low, link.high)
    if adjusted is None or adjusted.refusal is not None:
        return (first, words.not_checked())
    second = words.adjusted_number(adjusted.slope, adjusted.low, adjusted.high)
    return (first, second, words.hides_part())
