"""What one person's days allow to be said about an amount and reactivity, in fixed words and four steps.

Rules and wording: at least 42 rated days over 56 days, 60% of them rated, and an amount that varies enough;
an interval before any direction; never a p-value, a cause or a percentage of improvement. One engine answers
every `LinkQuestion`: practice of the week before, or the night. Ratings and slopes are on the 0 to 10 scale.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

import numpy as np
from numpy.typing import ArrayLike

from rewire_app.i18n import _
from rewire_app.insight.findings import Certainty, Finding, WorkedOut
from rewire_app.insight.questions import PRACTICE, SLEEP, LinkQuestion
from rewire_app.insight.regression import Estimate, NoEstimate, daily, same_length

MIN_RATED = 42
MIN_SPAN = 56
MIN_SHARE = 0.6
FLAG = 0.05
"""The p below which practice ahead of a day seems to go with it, so that hard days may change practice."""


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


STEPS = {
    Case.NO_CLEAR_LINK: Certainty.UNCLEAR,
    Case.NOT_ROBUST: Certainty.LIKELY,
    Case.UNRELATED: Certainty.STRONG,
}
"""The step of a case; a clear direction is strong where it holds with other things equal, else likely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enough:
    """How far the minimum is met: days that count, days from the first of them to the end, and the spread.

    `spread`: standard deviation of the amount over the days that count. `tilt`: its mean on rated days less
    that on unrated ones; NaN if every day is rated.
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
class Verdict(Finding):
    """A finding from days set side by side, with what is behind it, for pictures and other programs.

    `link`, `adjusted` and `ahead` (the check the other way round) are None where not computed, `lags` (the
    link 0, 1, ... 14 days earlier) is empty then.
    """

    step: Certainty
    case: Case
    enough: Enough
    link: Estimate | None = None
    adjusted: Estimate | None = None
    ahead: Estimate | None = None
    lags: tuple[Estimate, ...] = ()

    @property
    def flagged(self) -> bool:
        """Whether the check the other way round says that hard days may change practice."""
        return flags(self.ahead)


def measure_enough(amounts: ArrayLike, reactivity: ArrayLike, question: LinkQuestion = PRACTICE) -> Enough:
    """How far two daily series meet the minimum, from the first day that counts to the end."""
    x, y = question.amount(amounts), daily(reactivity, "reactivity")
    same_length(x, y)
    rated, known = ~np.isnan(y), ~np.isnan(x)
    counted = rated & known if question.both else rated
    if not counted.any():
        return Enough(rated_days=0, span_days=0, spread=float("nan"), tilt=float("nan"))
    first = int(np.argmax(counted))
    known[:first] = False
    used, unused = x[known & rated], x[known & ~rated]
    return Enough(
        rated_days=int(counted.sum()),
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
    held = None if stress is None or sleep_hours is None else (stress, sleep_hours)
    return answer(PRACTICE, practised, reactivity, held)


def judge_sleep(sleep_hours: ArrayLike, reactivity: ArrayLike, stress: ArrayLike | None = None) -> Verdict:
    """The verdict on the night that ended that day, in hours, as `judge` takes it."""
    return answer(SLEEP, sleep_hours, reactivity, None if stress is None else (stress,))


def answer(
    question: LinkQuestion,
    amounts: ArrayLike,
    reactivity: ArrayLike,
    held: tuple[ArrayLike, ...] | None,
) -> Verdict:
    """The verdict on `amounts` as noted; `held`: what the adjusted link holds equal, None if not noted."""
    enough = measure_enough(amounts, reactivity, question)
    if not enough.days_met:
        return not_enough(enough, question)
    if not enough.spread >= question.spread:
        return _verdict(question, Case.TOO_EVEN, enough)
    link = question.estimate(amounts, reactivity)
    if link.refusal is not None:
        return _refused(question, link, enough)
    adjusted = None if held is None else question.adjusted(amounts, reactivity, *held)
    ahead = None if question.ahead is None else question.ahead(amounts, reactivity)
    return weigh(link, adjusted, enough, ahead, question)


def weigh(
    link: Estimate,
    adjusted: Estimate | None,
    enough: Enough,
    ahead: Estimate | None = None,
    question: LinkQuestion = PRACTICE,
) -> Verdict:
    """The verdict that an estimate and its companions allow, once the minimum is met.

    "Practically none" goes before the direction: a link that small is not worth one, however certain. The
    check the other way round, `ahead`, can take certainty away and never adds any.
    """
    if link.low >= -question.unrelated and link.high <= question.unrelated:
        case = Case.UNRELATED
    elif link.low <= 0 <= link.high:
        case = Case.NO_CLEAR_LINK
    elif link.low > 0:
        case = Case.HIGHER
    else:
        case = Case.LOWER if _holds(link, adjusted) and not flags(ahead) else Case.NOT_ROBUST
    return _verdict(question, case, enough, link, adjusted, ahead)


def not_enough(enough: Enough, question: LinkQuestion = PRACTICE) -> Verdict:
    """The verdict while the minimum is not met, with exactly what is missing."""
    return _verdict(question, Case.NOT_ENOUGH, enough)


def waiting(enough: Enough, next_day: str, question: LinkQuestion = PRACTICE) -> Verdict:
    """The verdict between the day the minimum is met and `next_day` (words), when it is worked out."""
    sentence = question.words.waiting().format(day=next_day)
    return _verdict(question, Case.WAITING, enough, sentence=sentence)


def flags(ahead: Estimate | None) -> bool:
    """Whether practice in the days to come seems to go with today, which no practice can do."""
    return ahead is not None and ahead.refusal is None and ahead.p < FLAG


def _checked(adjusted: Estimate | None) -> bool:
    return adjusted is not None and adjusted.refusal is None


def _holds(link: Estimate, adjusted: Estimate | None) -> bool:
    """Whether the adjusted interval leaves zero out on the same side."""
    if adjusted is None or not _checked(adjusted):
        return False
    return adjusted.high < 0 if link.slope < 0 else adjusted.low > 0


def _step(case: Case, link: Estimate | None, adjusted: Estimate | None) -> Certainty:
    if case in {Case.LOWER, Case.HIGHER} and link is not None:
        return Certainty.STRONG if _holds(link, adjusted) else Certainty.LIKELY
    return STEPS.get(case, Certainty.TOO_EARLY)


def _refused(question: LinkQuestion, link: Estimate, enough: Enough) -> Verdict:
    """Enough days, yet no estimate: the amount or reactivity never varies on the days that can be used."""
    case = Case.NOT_ENOUGH if link.refusal is NoEstimate.TOO_FEW_DAYS else Case.TOO_EVEN
    sentence = ""
    if link.refusal is NoEstimate.REACTIVITY_CONSTANT:
        sentence = _("You rated reactivity the same every day, so your data cannot show what goes with it.")
    return _verdict(question, case, enough, sentence=sentence)


def _verdict(  # noqa: PLR0917 - in the order of `weigh`
    question: LinkQuestion,
    case: Case,
    enough: Enough,
    link: Estimate | None = None,
    adjusted: Estimate | None = None,
    ahead: Estimate | None = None,
    *,
    sentence: str = "",
) -> Verdict:
    words, step = question.words, _step(case, link, adjusted)
    missing = _missing(question, enough) if case is Case.NOT_ENOUGH else ()
    counted = link.rated_days if link else enough.rated_days
    return Verdict(
        key=question.key,
        title=question.title(),
        sentence=sentence or _sentence(question, case, link, adjusted, missing),
        step=step,
        basis=words.basis(counted).format(n=counted, span=enough.span_days),
        not_proven=_("This doesn’t prove cause.") if step >= Certainty.LIKELY else "",
        notes=_notes(question, enough, ahead) if link else (),
        missing=missing,
        worked_out=WorkedOut(
            method=words.method(),
            numbers=words.say_numbers(link, adjusted) if link else (),
            assumptions=(alike(),) if link else (),
        ),
        case=case,
        enough=enough,
        link=link,
        adjusted=adjusted,
        ahead=ahead,
    )


def alike() -> str:
    """Why there is a range at all."""
    return _(
        "Days close to each other are alike, so they count for less. The range says how far off this may be."
    )


def _sentence(
    question: LinkQuestion,
    case: Case,
    link: Estimate | None,
    adjusted: Estimate | None,
    missing: tuple[str, ...],
) -> str:
    words = question.words
    if case is Case.NOT_ENOUGH:
        return " ".join((_("Not enough days yet to say anything fair."), *missing))
    if link is None:
        return words.too_even()
    if case is Case.NO_CLEAR_LINK:
        return words.say_no_clear_link(link)
    if case is Case.LOWER:
        return words.lower()
    if case is Case.NOT_ROBUST:
        return _not_robust(question, link, adjusted)
    return words.higher() if case is Case.HIGHER else words.unrelated()


def _not_robust(question: LinkQuestion, link: Estimate, adjusted: Estimate | None) -> str:
    if _holds(link, adjusted):
        return _(
            "There is a link, but it may run the other way: hard days may change how much you practise "
            "in the days after them."
        )
    sentence = question.words.not_robust()
    return sentence if _checked(adjusted) else f"{sentence} {question.words.not_checked()}"


def _missing(question: LinkQuestion, enough: Enough) -> tuple[str, ...]:
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


def _notes(question: LinkQuestion, enough: Enough, ahead: Estimate | None) -> tuple[str, ...]:
    found = []
    if flags(ahead):
        found.append(
            _(
                "Reactivity also went together with practice in the week after it, and practice to come "
                "cannot act on today. So hard days may change how much you practise."
            )
        )
    if abs(enough.tilt) > question.tilt:
        found.append(question.words.tilted_up() if enough.tilt < 0 else question.words.tilted_down())
    return tuple(found)
