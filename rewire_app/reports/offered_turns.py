"""Today's practice where no plan asks for one: turns through what fits, with a day for each other reason.

What takes turns is split in two halves, one for each other day, so that no two days in a row offer the same
whatever the reason. What was done last is left out.

* on every third day what trains what has been trained least lately,
* on another something else that was done before: in turn what was not done for a while, and what the
  person's own ratings were lower after,
* on the rest, and where such a day finds nothing, the next one in turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rewire_app.content.offers import Offer, offered_ids, read_offer
from rewire_app.domain.day_words import day_words
from rewire_app.domain.days import monday
from rewire_app.domain.goals import GENTLE, because, first_exercises, read_goals, serving
from rewire_app.i18n import _, ngettext
from rewire_app.insight.eased_words import eased_phrases, mostly_lower
from rewire_app.insight.pooling import LOOKED_AT
from rewire_app.reports.offered_facts import (
    LONGEST,
    Suggestion,
    in_plans,
    last_done,
    left_for_now,
    may_come,
    offer_of,
    on,
)

if TYPE_CHECKING:
    from rewire_app.store.queries import Passes, Today

FEW_PASSES = 5
"""Who has practised less often than this is offered the gentlest few alone."""
FEWEST = 4
"""So many exercises take turns at least: fewer, and two days in a row could offer the same."""
A_WHILE = 14
"""Days after which something done before is offered again."""
LEAST_ON, BEFORE_ON = 1, 2
"""Of every three days the one for what was trained least, and the one for what was done before."""


def in_turn(facts: Today, avoid: str = "") -> Suggestion:
    """What comes on the day; `avoid`: the title of what is not to be offered."""
    found = None
    if facts.day % 3 == LEAST_ON:
        found = _trained_least(facts, avoid)
    elif facts.day % 3 == BEFORE_ON:
        ways = (_spaced, _helped) if facts.day % 2 else (_helped, _spaced)
        found = next((one for way in ways if (one := way(facts, avoid)) is not None), None)
    return found or _next_one(facts, avoid)


def steadying(facts: Today) -> Suggestion:
    """Something gentle for a day with a very high rating."""
    offer = read_offer(_of_the_day(gentle(facts), facts, "")[0])
    return Suggestion(
        offer=offer,
        minutes=offer.minutes,
        reason=_("A gentle one, since something was very strong today."),
        rule=(
            _("You noted 8 or more of 10 today."),
            _("On such a day nothing harder is offered. Practice has all exercises."),
        ),
    )


# the day's reasons


def _trained_least(facts: Today, avoid: str) -> Suggestion | None:
    """Of those that may come today the one that trains what was trained least in the last 30 days."""
    counted = dict(facts.lately.counted)
    if sum(counted.values()) < FEW_PASSES:
        return None
    trained: dict[str, int] = {}
    for exercise, count in counted.items():
        offer = offer_of(facts, exercise)
        for target in offer.targets if offer else ():
            trained[target] = trained.get(target, 0) + count
    offers = [read_offer(name) for name in _of_the_day(_turns(facts), facts, avoid)]
    least = {one.id: min((trained.get(target, 0) for target in one.targets), default=0) for one in offers}
    if len(set(least.values())) < 2:
        return None
    offer = min(offers, key=lambda one: least[one.id])
    times = ngettext(
        "In the 30 days before today {n} of your practices trained that.",
        "In the 30 days before today {n} of your practices trained that.",
        least[offer.id],
    ).format(n=least[offer.id])
    return Suggestion(
        offer=offer,
        minutes=offer.minutes,
        reason=_("It trains what you have trained least lately."),
        rule=(times, _("Every third day goes to what was trained least."), _goals_line()),
    )


def _helped(facts: Today, avoid: str) -> Suggestion | None:
    """One after which the person's own ratings were mostly lower; they take turns, none is the best."""
    last = monday(facts.day) - 1
    changes: dict[str, list[float]] = {}
    for day, exercise, before, after in facts.lately.rated:
        if last - LOOKED_AT < day <= last:
            changes.setdefault(exercise, []).append(float(after - before))
    lower = [one.exercise for one in mostly_lower(changes)]
    offers = _done_before(facts, lower, avoid)
    if not offers:
        return None
    offer = offers[_turn(facts.day) % len(offers)]
    return Suggestion(
        offer=offer,
        minutes=offer.minutes,
        reason=_("Your ratings were mostly lower after it."),
        rule=(
            eased_phrases(changes)[offer.id],
            _("Strong feelings often ease on their own, so it need not have been the exercise."),
            _("Those after which your ratings were lower take turns; none of them is called the best."),
        ),
    )


def _spaced(facts: Today, avoid: str) -> Suggestion | None:
    """Something that was done before, and not for a while."""
    old = sorted(facts.passes, key=lambda one: one.last_day)
    known = {one.exercise: one for one in old if one.last_day <= facts.day - A_WHILE}
    offers = _done_before(facts, list(known), avoid)
    return _not_for_a_while(facts, known[offers[0].id], offers[0]) if offers else None


def _not_for_a_while(facts: Today, one: Passes, offer: Offer) -> Suggestion:
    last = on(one.last_day)
    words = day_words(last, year=last.year != on(facts.day).year)
    return Suggestion(
        offer=offer,
        minutes=offer.minutes,
        reason=_("Something you have not done for a while."),
        rule=(
            _("You did it last on {day}.").format(day=words),
            _("Every third day may bring back something you did before."),
        ),
    )


def _done_before(facts: Today, exercises: Sequence[str], avoid: str) -> list[Offer]:
    """Those of `exercises` that may come today: none of a plan, and of those that take turns only today's."""
    turns = _turns(facts)
    today = _of_the_day(turns, facts, avoid)
    barred = left_for_now(facts) | in_plans(facts) | {last_done(facts)}
    free = [one for one in exercises if one not in barred and (one not in turns or one in today)]
    offers = (offer_of(facts, one) for one in free)
    return [one for one in offers if one and may_come(one) and one.title != avoid]


def _next_one(facts: Today, avoid: str) -> Suggestion:
    turns = _turns(facts)
    names = _of_the_day(turns, facts, avoid)
    name = names[0]
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
        rule=(first, _("They take turns: each day another one."), _goals_line()),
    )


def _goals_line() -> str:
    return _("What you work on can be changed in Settings, under “Your plan”.")


# whose turn it is


def _turn(day: int) -> int:
    """A number that goes on from day to day, also from one such day of three to the next."""
    return day // 2 + day // 12


def _of_the_day(names: Sequence[str], facts: Today, avoid: str) -> list[str]:
    """Those of `names` that may come today, the one whose turn it is first; never empty.

    Every other of them belongs to the days with even numbers, the rest to the others. Where none is left of
    today's, one of the others comes, and where none is left at all, another gentle one.
    """
    own = names[facts.day % 2 :: 2]
    start = _turn(facts.day) % len(own) if own else 0
    left = _free([*own[start:], *own[:start]], facts, avoid) or _free(names, facts, avoid)
    return left or _free(_any_gentle(facts), facts, avoid) or [*names] or [*GENTLE]


def _free(names: Sequence[str], facts: Today, avoid: str) -> list[str]:
    """Those of `names` that were not done last, and are not to be avoided."""
    last = last_done(facts)
    return [one for one in names if one != last and (not avoid or read_offer(one).title != avoid)]


def _turns(facts: Today) -> tuple[str, ...]:
    """The exercises that take turns, those of plans not among them; only a few for who has just begun."""
    barred = in_plans(facts) | left_for_now(facts)
    names = tuple(one for one in first_exercises(read_goals(facts.goals)) if one not in barred)
    if len(names) < FEWEST:  # some are left out: gentle ones take their turns
        others = [one for one in gentle(facts) if one not in in_plans(facts)]
        names = tuple(dict.fromkeys([*names, *others])) or gentle(facts)
    new = sum(one.count for one in facts.passes) < FEW_PASSES
    return names[:FEWEST] if new else names


def gentle(facts: Today) -> tuple[str, ...]:
    """The gentle exercises that may be offered; where none is left, all others that are short and gentle."""
    left = tuple(one for one in GENTLE if one not in left_for_now(facts))
    return left or tuple(_any_gentle(facts)) or GENTLE


def _any_gentle(facts: Today) -> list[str]:
    """Every short and gentle exercise that may be offered and is in no plan."""
    barred = left_for_now(facts) | in_plans(facts)
    others = (read_offer(name) for name in sorted(offered_ids() - barred))
    return [one.id for one in others if one.gentle and one.minutes <= LONGEST]
