"""Which exercise to offer today, and why: what was left halfway, the plan, then turns through what fits.

All of it follows from the day and the notes alone, so that it stays the same until the day is over. What
made things worse is left out until the person wants it offered again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rewire_app.content.offers import Offer, custom_offer, offered_ids, read_offer
from rewire_app.domain.day_words import day_words
from rewire_app.domain.days import week_start
from rewire_app.domain.goals import GENTLE, because, first_exercises, read_goals, serving
from rewire_app.domain.plan_parts import second_person
from rewire_app.i18n import _, ngettext

if TYPE_CHECKING:
    from rewire_app.store.queries import Passes, Today

FEW_PASSES = 5
"""Who has practised less often than this is offered the gentlest few alone."""
FEWEST = 4
"""So many exercises take turns at least: fewer, and two days in a row could offer the same."""
A_WHILE = 14
"""Days after which something done before is offered again."""
AGAIN_EVERY, AGAIN_ON = 3, 2
"""On every third day what has not been done for a while comes first."""
LONGEST = 10
"""The longest exercise that is offered unasked, minutes."""
OF_A_MINUTE = ("b-paced", "b-sigh")
"""What takes one minute and suits most people, the gentlest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Today's practice: what is offered, how many minutes Begin says, and why this one.

    `reason` is one phrase that ends with a full stop, "" when there is nothing to say; `rule` at most three
    lines that say how Rewire came to it.
    """

    offer: Offer
    minutes: int
    reason: str = ""
    rule: tuple[str, ...] = ()


def suggest(facts: Today, avoid: str = "") -> Suggestion:
    """What was left halfway, else the plan's exercise while it is due, else one of those that take turns.

    Who chose nothing and has done nothing yet is offered one minute. `avoid`: the title of the way that a
    fair test did not draw for today.
    """
    known = facts.unfinished or facts.plan or facts.goals or facts.passes
    for rule in (_left_halfway, _planned, _again) if known else (one_minute,):
        found = rule(facts)
        if found is not None and found.offer.title != avoid:
            return found
    return _in_turn(facts, avoid)


def one_minute(facts: Today) -> Suggestion:
    """Something of one minute, to begin again with: what was done most often, if it can be so short.

    A little longer only where all that takes one minute made things worse.
    """
    usual = sorted(facts.passes, key=lambda one: -one.count)
    for offer in (_offer(facts, one.exercise) for one in usual):
        if offer is not None and offer.minutes == 1 and offer.gentle:
            return Suggestion(
                offer=offer,
                minutes=1,
                reason=_("You know it, and one minute is enough."),
                rule=(_("Of what you did before, it is what you did most often that takes one minute."),),
            )
    short = [name for name in OF_A_MINUTE if name not in facts.withheld]
    if not short:
        offer = read_offer(_gentle(facts)[0])
        return Suggestion(offer=offer, minutes=offer.minutes, reason=_("A short, gentle one."))
    return Suggestion(
        offer=read_offer(short[0]),
        minutes=1,
        reason=_("One minute is enough."),
        rule=(_("It takes one minute, and most people can do it anywhere."),),
    )


def _offer(facts: Today, exercise: str) -> Offer | None:
    """The head of `exercise`, bundled or the person's own; None when it is gone or not to be offered."""
    if exercise in facts.withheld:
        return None
    if exercise in offered_ids():
        return read_offer(exercise)
    return custom_offer(exercise, dict(facts.own), facts.patterns) if exercise else None


def _left_halfway(facts: Today) -> Suggestion | None:
    offer = _offer(facts, facts.unfinished or "")
    if offer is None:
        return None
    return Suggestion(
        offer=offer,
        minutes=offer.minutes,
        reason=_("You left it halfway."),
        rule=(
            _("What you answered so far is kept."),
            _("It is offered for two days, before anything else."),
        ),
    )


def _planned(facts: Today) -> Suggestion | None:
    """The exercise of the plan, on days when the week has fewer days of practice than the plan says."""
    plan = facts.plan
    offer = _offer(facts, plan.exercise) if plan and not facts.pause else None
    if plan is None or offer is None:
        return None
    week = range(week_start(facts.day), facts.day)
    done = len(facts.practised.intersection(week))
    if done >= plan.per_week:
        return None
    per_week = ngettext("{n} day a week", "{n} days a week", plan.per_week).format(n=plan.per_week)
    reason = _("Your plan, after you {cue}.").format(cue=second_person(plan.cue)) if plan.cue else ""
    before = ngettext(
        "Before today you practised on {n} day this week.",
        "Before today you practised on {n} days this week.",
        done,
    )
    return Suggestion(
        offer=offer,
        minutes=plan.minutes or offer.minutes,
        reason=reason or _("Your plan: {days}.").format(days=per_week),
        rule=(
            _("It is the exercise of your plan, which says {days}.").format(days=per_week),
            before.format(n=done),
            _("Once the week has as many as the plan says, something else is offered."),
        ),
    )


def _again(facts: Today) -> Suggestion | None:
    """Every few days something that was done before, and not for a while."""
    if facts.day % AGAIN_EVERY != AGAIN_ON:
        return None
    turns = _turns(facts)
    for one in sorted(facts.passes, key=lambda one: one.last_day):
        if one.last_day > facts.day - A_WHILE or one.exercise in turns or one.exercise == _plan_of(facts):
            continue
        offer = _offer(facts, one.exercise)
        if offer is not None and offer.gentle and offer.minutes <= LONGEST:
            return _done_before(facts, one, offer)
    return None


def _done_before(facts: Today, one: Passes, offer: Offer) -> Suggestion:
    last = date.fromordinal(one.last_day)
    words = day_words(last, year=last.year != date.fromordinal(facts.day).year)
    return Suggestion(
        offer=offer,
        minutes=offer.minutes,
        reason=_("Something you have not done for a while."),
        rule=(
            _("You did it last on {day}.").format(day=words),
            _("Every third day may bring back something you did before."),
        ),
    )


def _in_turn(facts: Today, avoid: str) -> Suggestion:
    """One of those that take turns by the day; what was done yesterday gives way to a later one."""
    turns = _turns(facts)
    if avoid:
        turns = tuple(name for name in turns if read_offer(name).title != avoid) or turns
    yesterday = {one.exercise for one in facts.passes if one.last_day == facts.day - 1}
    name = turns[facts.day % len(turns)]
    if name in yesterday:  # two on: tomorrow's is the next one
        name = turns[(facts.day + 2) % len(turns)]
    goals = read_goals(facts.goals)
    offer = read_offer(name)
    if goals:
        first = _("It is one of {n} short exercises for what you work on.").format(n=len(turns))
    else:
        first = _("You chose nothing to work on, so {n} short, gentle exercises take turns.").format(
            n=len(turns)
        )
    return Suggestion(
        offer=offer,
        minutes=offer.minutes,
        reason=because(serving(goals, name)) or _("A short, gentle one."),
        rule=(
            first,
            _("They take turns: each day another one."),
            _("What you work on can be changed in Settings, under “Your plan”."),
        ),
    )


def _turns(facts: Today) -> tuple[str, ...]:
    """The exercises that take turns, the plan's own not among them; only a few for who has just begun."""
    wanted = first_exercises(read_goals(facts.goals))
    names = tuple(one for one in wanted if one != _plan_of(facts) and one not in facts.withheld)
    if len(names) < FEWEST:  # some are withheld: gentle ones take their turns
        gentle = [one for one in _gentle(facts) if one != _plan_of(facts)]
        names = tuple(dict.fromkeys([*names, *gentle])) or _gentle(facts)
    new = sum(one.count for one in facts.passes) < FEW_PASSES
    return names[:FEWEST] if new else names


def _gentle(facts: Today) -> tuple[str, ...]:
    """The gentle exercises that may be offered; where none is left, all others that are short and gentle."""
    left = tuple(one for one in GENTLE if one not in facts.withheld)
    if left:
        return left
    others = (read_offer(name) for name in sorted(offered_ids() - facts.withheld))
    return tuple(one.id for one in others if one.gentle and one.minutes <= LONGEST) or GENTLE


def _plan_of(facts: Today) -> str:
    return facts.plan.exercise if facts.plan else ""
