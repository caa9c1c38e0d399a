"""What one person's days allow to be said about practice and reactivity, in fixed words and four steps.

Rules and wording: at least 42 rated days over 56 days, 60% of them rated, and practice that varies by a day
or more; an interval before any direction; never a p-value, a cause or a percentage of improvement. Ratings
and slopes are on the 0 to 10 scale.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from math import ceil

import numpy as np
from numpy.typing import ArrayLike

from rewire_app.insight import verdict_words as words
from rewire_app.insight.link import estimate_adjusted, estimate_ahead, estimate_link, practice_week
from rewire_app.insight.regression import Estimate, NoEstimate

MIN_RATED = 42
MIN_SPAN = 56
MIN_SHARE = 0.6
MIN_SPREAD = 1.0
"""Standard deviation of practice days a week below which practice is too even to compare."""
UNRELATED = 0.1
"""Points of 10 per practice day within which a link is practically none."""
FLAG = 0.05
"""The p below which practice ahead of a day seems to go with it, so that hard days may change practice."""
TILT = 1.0
"""Practice days a week between rated and unrated days above which the result may be tilted."""


class Case(StrEnum):
    """Which of the fixed sentences applies."""

    NOT_ENOUGH = "not enough"
    WAITING = "waiting for the week's end"
    TOO_EVEN = "too even"
    NO_CLEAR_LINK = "no clear link yet"
    LOWER = "clear, lower"
    NOT_ROBUST = "clear, not robust"
    HIGHER = "clear, higher"
    UNRELATED = "practically none"


class Certainty(IntEnum):
    """The step of the certainty meter: how sure the data are, never how good the news is."""

    TOO_EARLY = 1
    UNCLEAR = 2
    LIKELY = 3
    STRONG = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Enough:
    """How far the minimum is met: days rated, days from the first rated one to the end, share and spread.

    `spread`: standard deviation of practice days a week over the days that count. `tilt`: mean practice days
    before rated days less that before unrated ones; NaN if every day is rated.
    """

    rated_days: int
    span_days: int
    spread: float
    tilt: float

    @property
    def share(self) -> float:
        """Rated days of all days in the span, 0 to 1."""
        return self.rated_days / self.span_days if self.span_days else 0.0

    @property
    def days_met(self) -> bool:
        """Whether there are enough days, over long enough, with few enough gaps."""
        return self.rated_days >= MIN_RATED and self.span_days >= MIN_SPAN and self.share >= MIN_SHARE


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What may be said: the sentence, the meter's step and its word, and everything behind them.

    `missing`: what is still needed, one sentence each. `notes`: what to keep in mind. `numbers`: the link
    with and without stress and sleep, one sentence each. `link`, `adjusted` and `ahead` (the check the other
    way round) are None where not computed.
    """

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
    ahead: Estimate | None = None

    @property
    def flagged(self) -> bool:
        """Whether the check the other way round says that hard days may change practice."""
        return flags(self.ahead)


def measure_enough(practised: ArrayLike, reactivity: ArrayLike) -> Enough:
    """How far two daily series meet the minimum; the window runs from the first rated day to the end."""
    y = np.asarray(reactivity, dtype=np.float64)
    rated = ~np.isnan(y)
    if not rated.any():
        return Enough(rated_days=0, span_days=0, spread=float("nan"), tilt=float("nan"))
    first = int(np.argmax(rated))
    x = practice_week(practised)
    known = ~np.isnan(x)
    known[:first] = False
    used, unused = x[known & rated], x[known & ~rated]
    return Enough(
        rated_days=int(rated.sum()),
        span_days=len(y) - first,
        spread=float(np.std(used, ddof=1)) if len(used) > 1 else float("nan"),
        tilt=float(used.mean() - unused.mean()) if len(used) and len(unused) else float("nan"),
    )


def judge(
    practised: ArrayLike,
    reactivity: ArrayLike,
    stress: ArrayLike | None = None,
    sleep_hours: ArrayLike | None = None,
) -> Verdict:
    """The verdict on one value a calendar day each: practised 0/1, ratings 0 to 10, hours asleep.

    NaN where not noted. Take the last 180 days. Without stress or sleep nothing can be more than likely.
    """
    enough = measure_enough(practised, reactivity)
    if not enough.days_met:
        return not_enough(enough)
    if not enough.spread >= MIN_SPREAD:
        return _verdict(Case.TOO_EVEN, enough)
    link = estimate_link(practised, reactivity)
    if link.refusal is not None:
        return _refused(link, enough)
    adjusted = None
    if stress is not None and sleep_hours is not None:
        adjusted = estimate_adjusted(practised, reactivity, stress, sleep_hours)
    return weigh(link, adjusted, enough, estimate_ahead(practised, reactivity))


def weigh(
    link: Estimate, adjusted: Estimate | None, enough: Enough, ahead: Estimate | None = None
) -> Verdict:
    """The verdict that an estimate and its companions allow, once the minimum is met.

    "Practically none" goes before the direction: a link that small is not worth one, however certain. The
    check the other way round, `ahead`, can take certainty away and never adds any.
    """
    if link.low >= -UNRELATED and link.high <= UNRELATED:
        case = Case.UNRELATED
    elif link.low <= 0 <= link.high:
        case = Case.NO_CLEAR_LINK
    elif link.low > 0:
        case = Case.HIGHER
    else:
        case = Case.LOWER if _holds(link, adjusted) and not flags(ahead) else Case.NOT_ROBUST
    return _verdict(case, enough, link, adjusted, ahead)


def not_enough(enough: Enough) -> Verdict:
    """The verdict while the minimum is not met, with exactly what is missing."""
    return _verdict(Case.NOT_ENOUGH, enough)


def waiting(enough: Enough, next_day: str) -> Verdict:
    """The verdict between the day the minimum is met and `next_day` (words), when it is worked out."""
    return _verdict(Case.WAITING, enough, next_day=next_day)


def flags(ahead: Estimate | None) -> bool:
    """Whether practice in the days to come seems to go with today, which no practice can do."""
    return ahead is not None and ahead.refusal is None and ahead.p < FLAG


def _holds(link: Estimate, adjusted: Estimate | None) -> bool:
    """Whether the adjusted interval leaves zero out on the same side."""
    if adjusted is None or adjusted.refusal is not None:
        return False
    return adjusted.high < 0 if link.slope < 0 else adjusted.low > 0


def _step(case: Case, link: Estimate | None, adjusted: Estimate | None) -> Certainty:
    if case is Case.NO_CLEAR_LINK:
        return Certainty.UNCLEAR
    if case is Case.UNRELATED:
        return Certainty.STRONG
    if case is Case.NOT_ROBUST:
        return Certainty.LIKELY
    if case in {Case.LOWER, Case.HIGHER} and link is not None:
        return Certainty.STRONG if _holds(link, adjusted) else Certainty.LIKELY
    return Certainty.TOO_EARLY


def _refused(link: Estimate, enough: Enough) -> Verdict:
    """Enough days, yet no estimate: practice or reactivity never varies on the days that can be used."""
    case = Case.NOT_ENOUGH if link.refusal is NoEstimate.TOO_FEW_DAYS else Case.TOO_EVEN
    if link.refusal is NoEstimate.REACTIVITY_CONSTANT:
        return _verdict(case, enough, sentence=words.same_reactivity())
    return _verdict(case, enough)


def _verdict(
    case: Case,
    enough: Enough,
    link: Estimate | None = None,
    adjusted: Estimate | None = None,
    ahead: Estimate | None = None,
    *,
    next_day: str = "",
    sentence: str = "",
) -> Verdict:
    step = _step(case, link, adjusted)
    missing = _missing(enough) if case is Case.NOT_ENOUGH else ()
    return Verdict(
        case=case,
        step=step,
        step_word=words.STEPS[step - 1](),
        sentence=sentence or _sentence(case, link, adjusted, missing, next_day),
        missing=missing,
        notes=_notes(case, enough, ahead),
        numbers=_numbers(link, adjusted),
        basis=words.basis(link.rated_days if link else enough.rated_days, enough.span_days),
        enough=enough,
        link=link,
        adjusted=adjusted,
        ahead=ahead,
    )


def _sentence(
    case: Case,
    link: Estimate | None,
    adjusted: Estimate | None,
    missing: tuple[str, ...],
    next_day: str,
) -> str:
    if case is Case.NOT_ENOUGH:
        return words.not_enough(missing)
    if case is Case.WAITING:
        return words.waiting(next_day)
    if case is Case.TOO_EVEN or link is None:
        return words.too_even()
    if case in {Case.NO_CLEAR_LINK, Case.LOWER}:
        speak = words.lower if case is Case.LOWER else words.no_clear_link
        return speak(link.slope, link.low, link.high)
    if case is Case.NOT_ROBUST:
        return _not_robust(link, adjusted)
    return words.higher() if case is Case.HIGHER else words.unrelated()


def _not_robust(link: Estimate, adjusted: Estimate | None) -> str:
    if _holds(link, adjusted):
        return words.may_be_the_other_way()
    return words.not_robust(checked=adjusted is not None and adjusted.refusal is None)


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


def _notes(case: Case, enough: Enough, ahead: Estimate | None) -> tuple[str, ...]:
    if case in {Case.NOT_ENOUGH, Case.WAITING, Case.TOO_EVEN}:
        return ()
    found = [words.ahead_too()] if flags(ahead) else []
    if abs(enough.tilt) > TILT:
        found.append(words.tilted(more=enough.tilt < 0))
    return tuple(found)


def _numbers(link: Estimate | None, adjusted: Estimate | None) -> tuple[str, ...]:
    if link is None:
        return ()
    first = words.plain_number(link.slope, link.low, link.high)
    if adjusted is None or adjusted.refusal is not None:
        return (first, words.not_checked())
    return (
        first,
        words.adjusted_number(adjusted.slope, adjusted.low, adjusted.high),
        words.hides_part(),
    )
