"""Where plans, worries and urges stand, in words, and what an exercise leaves beside an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from rewire_app.domain.day_words import day_words, long_day, minutes_words
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import Intention, IntentionOutcome, new_uid
from rewire_app.domain.lists.entries import ListEntry, Value, Worry, WorrySort, folded
from rewire_app.domain.lists.expected import Expectation, ExpectationState
from rewire_app.domain.lists.goals import Move, PersonalGoal, ValueRating
from rewire_app.i18n import _, ngettext

ASKED_AFTER = 3
"""Days after which a sentence for real life is asked about."""


def waits(plan: Intention) -> bool:
    """Whether the moment of an if-then sentence is still to come, as far as is known."""
    return plan.recalled in (None, IntentionOutcome.NOT_YET)


def plan_state(plan: Intention, today: date) -> str:
    """What is known of an if-then sentence: when it is asked about, or what was said then."""
    if plan.recalled is None:
        asked = plan.day + timedelta(days=ASKED_AFTER)
        if asked > today:
            return _("Asked about on {day}").format(day=_day(asked, today))
        return _("Not answered yet")
    return _since(outcome_words(plan.recalled), plan.recalled_day, today)


def outcome_words(outcome: IntentionOutcome) -> str:
    """What became of an if-then sentence, as the person says it."""
    return {
        IntentionOutcome.USED: _("It came, and I did it"),
        IntentionOutcome.CAME: _("It came, I did something else"),
        IntentionOutcome.NOT_YET: _("Not yet"),
    }[outcome]


def _day(day: date, today: date) -> str:
    return _("today") if day == today else day_words(day, year=day.year != today.year)


def worry_time(worry: Worry, today: date) -> str:
    """To when a parked worry was postponed, and whether that day has come; "" where it was not."""
    if worry.sort is not WorrySort.OPEN or (worry.due is None and worry.minute is None):
        return ""
    clock = "" if worry.minute is None else minutes_words(worry.minute)
    if worry.due is None:
        return _("Its time: {when}").format(when=clock)
    when = _("today") if worry.due == today else long_day(worry.due, today)
    when = _("{day}, {time}").format(day=when, time=clock) if clock else when
    if worry.due == today:
        return _("Its time: {when}").format(when=when)
    words = _("Its time came: {when}") if worry.due < today else _("Waits until {when}")
    return words.format(when=when)


def postponed(worry: Worry, now: datetime, today: date) -> Worry:
    """A worry that was just parked, for the next time its minute comes: today, or tomorrow if it is past."""
    if worry.sort is not WorrySort.OPEN or worry.minute is None or worry.due is not None:
        return worry
    since = (now - datetime.combine(today, time.min)).total_seconds() / 60  # the small hours belong to today
    past = worry.minute <= since
    return replace(worry, due=today + timedelta(days=past))


def usual_minute(worries: Sequence[Worry]) -> int | None:
    """The minute of the day to which a worry was postponed last; `worries`: the oldest first."""
    return next((one.minute for one in reversed(worries) if one.minute is not None), None)


def ratings_of(
    kept: Iterable[Value], known: Iterable[Value], day: date, at: Instant
) -> Iterator[ValueRating]:
    """How the values that an exercise keeps were lived, for `day`; each names the row it is joined to."""
    uids = {folded(value.name): value.uid for value in known}
    lived: dict[str, int] = {}
    for value in kept:
        uid = uids.setdefault(folded(value.name), value.uid)
        if value.lived is not None:
            lived[uid] = value.lived
    yield from (ValueRating(uid=new_uid(at), value=uid, day=day, lived=n) for uid, n in lived.items())


def with_goal(
    kept: Sequence[ListEntry], known: Iterable[Value], goals: Iterable[PersonalGoal], at: Instant
) -> Iterator[ListEntry | PersonalGoal]:
    """`kept` with the goal that its plan is the first small step of, for the value that is kept beside it.

    `known`, `goals`: what there is already; a goal with the same words that is open takes the step.
    """
    plan = next((one for one in kept if isinstance(one, Expectation)), None)
    if plan is None:
        yield from kept
        return
    value = next((one for one in kept if isinstance(one, Value)), None)
    uids = {folded(one.name): one.uid for one in known}
    goal = next((one for one in goals if _is_open(one) and folded(one.text) == folded(plan.what)), None)
    if goal is None:
        about = uids.get(folded(value.name), value.uid) if value is not None else None
        goal = PersonalGoal(uid=new_uid(at), text=plan.what, value=about)
        yield goal
    yield from (replace(one, goal=goal.uid) if one is plan else one for one in kept)


def _is_open(goal: PersonalGoal) -> bool:
    return goal.state is ExpectationState.OPEN


def steps_words(states: Iterable[ExpectationState]) -> str:
    """How far the small steps of a goal are: "2 of 5 small steps done"; those let go count for nothing."""
    known = [state for state in states if state is not ExpectationState.GONE]
    if not known:
        return _("No small step yet")
    done = sum(state is ExpectationState.DONE for state in known)
    return ngettext("{done} of {n} small step done", "{done} of {n} small steps done", len(known)).format(
        done=done, n=len(known)
    )


def top_cards(answer: object) -> Sequence[str]:
    """The values that came first among the cards, from the answers of that pass."""
    given = answer if isinstance(answer, list | tuple) else (answer,)
    return [one.strip() for one in given if isinstance(one, str) and one.strip()]


def goal_line(goal: PersonalGoal, today: date) -> str:
    """Where a goal stands: "By 24 December", or when it was reached or let go."""
    if goal.state is ExpectationState.OPEN:
        return "" if goal.by_day is None else _("By {day}").format(day=_day(goal.by_day, today))
    return _since(_("Reached") if goal.state is ExpectationState.DONE else _("Let go"), goal.state_day, today)


def step_line(step: Expectation, today: date) -> str:
    """Where a small step stands: "For 24 November", or when it was done or let go."""
    if step.state is ExpectationState.OPEN:
        return "" if step.due is None else _("For {day}").format(day=_day(step.due, today))
    return _since(_("Done") if step.state is ExpectationState.DONE else _("Let go"), step.looked_day, today)


def _since(words: str, day: date | None, today: date) -> str:
    return words if day is None else _("{words}, {day}").format(words=words, day=_day(day, today))


def move_line(move: Move, value: str, today: date) -> str:
    """Which way a move went, what it is about, and when: "Toward Patience, today"."""
    if value:
        way = (_("Toward {value}") if move.toward else _("Away from {value}")).format(value=value)
    else:
        way = _("Toward what matters") if move.toward else _("Away from it")
    return _("{words}, {day}").format(words=way, day=_day(move.day, today))
