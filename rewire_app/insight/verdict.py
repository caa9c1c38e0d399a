"""What one person's days allow to be said about an amount and reactivity, in fixed words and four steps.

Rules and wording: at least 42 rated days over 56 days, 40% of them rated, and an amount that varies enough;
never a p-value, a cause or a percentage of improvement. One engine answers every `LinkQuestion`: practice of
the week before, or the night. Ratings and slopes are on the 0 to 10 scale. A look is made once a week, and
`said` is what the last one said (`looks`); `rules` has the table from estimates to sentences.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import ArrayLike

from rewire_app.domain.day_words import day_words, months
from rewire_app.i18n import _
from rewire_app.insight.answer_words import looks_weekly
from rewire_app.insight.enough import Enough, measure_enough, missing_words
from rewire_app.insight.findings import Certainty, Finding, FindingDays, WorkedOut
from rewire_app.insight.legs import Alive, ComparedDays, Legs
from rewire_app.insight.looks import WeeklyLook, since
from rewire_app.insight.questions import PRACTICE, SLEEP, LinkQuestion
from rewire_app.insight.regression import (
    Estimate,
    Floats,
    NoEstimate,
    same_length,
)
from rewire_app.insight.rules import SIDES, Case, Qualifier, VerdictRule, choose, read_facts, stand
from rewire_app.insight.sight import WHOLE, Sight, sight
from rewire_app.insight.size_words import points

WINDOW, BEFORE = WHOLE, 21
"""Days that are compared, and days before them of which only the practice is read."""
PLAN = 5
"""Practice days a week for which a size is told where no plan is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict(Finding):
    """A finding from days set side by side, with what is behind it, for pictures and other programs.

    `legs` is None where nothing was estimated, `lags` (the link 0, 1, ... 14 days earlier) is empty where
    they were not worked out. `since`: the last day (ordinal) of the week in which its side was first said.
    """

    step: Certainty
    case: Case
    why: Qualifier = Qualifier.NOTHING
    enough: Enough
    legs: Legs | None = None
    lags: tuple[Estimate, ...] = ()
    since: int | None = None

    @property
    def side(self) -> int:
        """-1 for lower, 1 for higher, 0 for anything else."""
        return SIDES.get(self.case, 0)

    @property
    def look(self) -> WeeklyLook:
        """What is kept of it until the next look."""
        return WeeklyLook(side=self.side, step=self.step, since=self.since)

    @property
    def sight(self) -> Sight | None:
        """What these days could show, where they show no clear link."""
        told = self.case is Case.NO_CLEAR_LINK and self.why is not Qualifier.NEXT_LOOK
        return sight(self.legs.link, self.enough.window_days) if told and self.legs is not None else None

    @property
    def link(self) -> Estimate | None:
        """The link alone."""
        return None if self.legs is None else self.legs.link

    @property
    def today(self) -> Estimate | None:
        """The link with practice on the day itself held equal."""
        return None if self.legs is None else self.legs.today

    @property
    def adjusted(self) -> Estimate | None:
        """The link with other things held equal."""
        return None if self.legs is None else self.legs.adjusted

    @property
    def ahead(self) -> Estimate | None:
        """The check the other way round."""
        return None if self.legs is None else self.legs.ahead


def judge(  # noqa: PLR0917 - checked from outside by this order
    practised: ArrayLike,
    reactivity: ArrayLike,
    stress: ArrayLike | None = None,
    sleep_hours: ArrayLike | None = None,
    paused: ArrayLike | None = None,
    said: Verdict | WeeklyLook | None = None,
) -> Verdict:
    """The verdict on one value a calendar day each: practised 0/1, ratings 0 to 10, hours asleep, paused 0/1.

    NaN where not noted; an infinite value is none. The last 365 days are compared. Of the days before them
    the practice of 21 is read and nothing else, so arrays of up to 386 days are of use. Without stress or
    sleep nothing is strong. `said`: what this function returned at the last weekly look.
    """
    x, y = _noted(practised), _noted(reactivity)
    held = None if stress is None or sleep_hours is None else (_noted(stress), _noted(sleep_hours))
    rests = None if paused is None else _noted(paused)
    same_length(x, y, *(held or ()), *(() if rests is None else (rests,)))
    days = ComparedDays(amounts=x, reactivity=y, held=held, paused=rests)
    return answer(PRACTICE, within_window(days), said=said.look if isinstance(said, Verdict) else said)


def judge_sleep(
    sleep_hours: ArrayLike,
    reactivity: ArrayLike,
    stress: ArrayLike | None = None,
    said: Verdict | WeeklyLook | None = None,
) -> Verdict:
    """The verdict on the night that ended that day, in hours, as `judge` takes it."""
    h, y = _noted(sleep_hours), _noted(reactivity)
    held = None if stress is None else (_noted(stress),)
    same_length(h, y, *(held or ()))
    days = ComparedDays(amounts=h, reactivity=y, held=held)
    return answer(SLEEP, within_window(days), said=said.look if isinstance(said, Verdict) else said)


def within_window(days: ComparedDays) -> ComparedDays:
    """The last 365 days, and of up to 21 before them only what was practised or paused."""
    length = len(days.reactivity)
    kept = slice(max(0, length - WINDOW - BEFORE), length)
    unread = np.arange(length)[kept] < length - WINDOW

    def compared(values: Floats) -> Floats:
        return np.where(unread, np.nan, values[kept])

    return ComparedDays(
        amounts=days.amounts[kept],
        reactivity=compared(days.reactivity),
        held=None if days.held is None else tuple(compared(each) for each in days.held),
        paused=None if days.paused is None else days.paused[kept],
    )


def answer(
    question: LinkQuestion,
    days: ComparedDays,
    *,
    said: WeeklyLook | None = None,
    made: WeeklyLook | None = None,
    plan: int = PLAN,
    alive: Alive = lambda: True,
) -> Verdict:
    """The verdict on `days`, told for `plan` practice days a week.

    `said`: what the look before said; `made`: what this week's look said, if it was made, which stands while
    the minimum is met. Raises NobodyWaitsError, between two legs, once `alive` says so.
    """
    enough = measure_enough(days, question)
    if not enough.days_met:
        return not_enough(enough, question)
    if not enough.spread >= question.spread:
        return _plain(question, Case.TOO_EVEN, enough, question.words.too_even())
    legs = question.legs(days, alive)
    if legs.link.refusal is not None:
        return _refused(question, legs.link, enough)
    return weigh(legs, enough, question, said=said, made=made, plan=plan)


def weigh(
    legs: Legs,
    enough: Enough,
    question: LinkQuestion = PRACTICE,
    *,
    said: WeeklyLook | None = None,
    made: WeeklyLook | None = None,
    plan: int = PLAN,
) -> Verdict:
    """The verdict that the legs of a look allow, once the minimum is met; see `answer`."""
    facts = read_facts(legs, enough.at_ends, question.limits, made or said)
    rule = choose(facts) if made is None else stand(facts, made)
    words, side = question.words, SIDES.get(rule.case, 0)
    return Verdict(
        key=question.key,
        title=question.title(),
        sentence=words.say(rule.case, rule.why, legs.link),
        step=rule.step,
        basis=words.basis(legs.link.rated_days).format(n=legs.link.rated_days, span=enough.window_days),
        not_proven=_("This doesn’t prove cause.") if rule.step >= Certainty.LIKELY else "",
        notes=_notes(question, rule, legs, enough, plan),
        worked_out=WorkedOut(
            method=words.method(),
            numbers=_numbers(question, legs),
            assumptions=(alike(), *((drawn(),) if side else ())),
        ),
        case=rule.case,
        why=rule.why,
        enough=enough,
        legs=legs,
        since=since(made or said, side),
    )


def dated(verdict: Verdict, days: FindingDays) -> Verdict:
    """`verdict` with its days: since when it is said, and when a smaller link could be seen."""
    if verdict.side:
        first = days.last if verdict.since is None else verdict.since
        words = _("Said since {day}.").format(day=day_words(date.fromordinal(first)))
        return replace(verdict, days=days, since=first, notes=(words, *verdict.notes))
    seen = verdict.sight
    if seen is None or seen.later is None or seen.days is None:
        return replace(verdict, days=days)
    month = months()[date.fromordinal(days.last + seen.days).month - 1]
    words = _("At this pace {size} can be seen around {month}.").format(size=points(seen.later), month=month)
    return replace(verdict, days=days, sentence=f"{verdict.sentence} {words}")


def not_enough(enough: Enough, question: LinkQuestion = PRACTICE) -> Verdict:
    """The verdict while the minimum is not met, with exactly what is missing."""
    missing = missing_words(enough, question)
    sentence = " ".join((_("Not enough days yet to say anything fair."), *missing))
    return _plain(question, Case.NOT_ENOUGH, enough, sentence, missing)


def waiting(enough: Enough, next_day: str, question: LinkQuestion = PRACTICE) -> Verdict:
    """The verdict between the day the minimum is met and `next_day` (words), when it is worked out."""
    return _plain(question, Case.WAITING, enough, question.words.waiting().format(day=next_day))


def alike() -> str:
    """Why there is a range at all."""
    return _(
        "Days close to each other are alike, so they count for less. The range says how far off this may be."
    )


def drawn() -> str:
    """Why a told size is smaller than the days alone make it."""
    return _(
        "The size that is told is drawn towards zero, because a link looks larger than it is when it first "
        "becomes visible."
    )


def _refused(question: LinkQuestion, link: Estimate, enough: Enough) -> Verdict:
    """Enough days, yet no estimate: the amount or reactivity never varies on the days that can be used."""
    if link.refusal is NoEstimate.TOO_FEW_DAYS:
        return not_enough(enough, question)
    sentence = question.words.too_even()
    if link.refusal is NoEstimate.REACTIVITY_CONSTANT:
        sentence = _("You rated reactivity the same every day, so your data cannot show what goes with it.")
    return _plain(question, Case.TOO_EVEN, enough, sentence)


def _plain(
    question: LinkQuestion, case: Case, enough: Enough, sentence: str, missing: tuple[str, ...] = ()
) -> Verdict:
    """A verdict without an estimate."""
    words = question.words
    return Verdict(
        key=question.key,
        title=question.title(),
        sentence=sentence,
        step=Certainty.TOO_EARLY,
        basis=words.basis(enough.rated_days).format(n=enough.rated_days, span=enough.window_days),
        not_proven="",
        missing=missing,
        worked_out=WorkedOut(method=words.method()),
        case=case,
        enough=enough,
    )


def _numbers(question: LinkQuestion, legs: Legs) -> tuple[str, ...]:
    """The sizes; none of a link that says nothing fair before other things are held equal."""
    if question.limits.needs_check and not legs.checked:
        return (question.words.say_not_checked(legs.adjusted),)
    return question.words.say_numbers(legs.link, legs.adjusted)


def _notes(
    question: LinkQuestion, rule: VerdictRule, legs: Legs, enough: Enough, plan: int
) -> tuple[str, ...]:
    words, found = question.words, []
    if rule.case in SIDES:
        found.append(words.say_size(legs.link, question.prior, plan if question is PRACTICE else 1))
    if rule.case is Case.LOWER:
        found.append(words.caveat())
    if legs.flagged:
        found.append(
            _(
                "Reactivity also went together with practice in the week after it, and practice to come "
                "cannot act on today. So hard days may change how much you practise."
            )
        )
    if abs(enough.tilt) > question.tilt:
        found.append(words.tilted_up() if enough.tilt < 0 else words.tilted_down())
    if rule.case in SIDES:
        found.append(looks_weekly())
    return tuple(found)


def _noted(values: ArrayLike) -> Floats:
    """One value a day as an array; an infinite one was never noted."""
    raw = np.asarray(values, dtype=np.float64)
    if raw.ndim != 1:
        raise ValueError("a verdict needs one value (or NaN) for each calendar day")
    return np.where(np.isfinite(raw), raw, np.nan)
