"""What Today says to someone who was away: what there was, one small thing, and the plan to ask about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

from rewire_app.content.offers import Offer, known_offer
from rewire_app.domain.day_words import months
from rewire_app.domain.journal.entries import Plan
from rewire_app.domain.journal.plan_words import days_words
from rewire_app.domain.journal.returning import ENOUGH_MOMENTS, DayKind
from rewire_app.domain.plan_parts import second_person
from rewire_app.i18n import _, ngettext
from rewire_app.reports.offered import one_minute
from rewire_app.reports.offered_facts import Suggestion

if TYPE_CHECKING:
    from rewire_app.store.looking_back import Absence
    from rewire_app.store.queries import Today


@dataclass(frozen=True, slots=True, kw_only=True)
class WayBack:
    """`small`: one thing of a minute; `there_was`: what one had been doing, "" when there is little to say.

    `usual`: the exercises that were usual, which are the one practised most and that of the plan.
    `plans`: those to ask about, none when they are not to be asked about; `planned` says them in words, and
    `least` is the fewest minutes that the exercise of each takes.
    """

    kind: DayKind
    small: Suggestion
    there_was: str
    usual: frozenset[str]
    plans: tuple[Plan, ...]
    planned: str
    least: tuple[int, ...]


def way_back(facts: Today) -> WayBack | None:
    """What to say after some days without any entry; None on other days, and after "Look around first"."""
    away = facts.absence
    if away is None or away.looked_around:
        return None
    plans = _asked(facts, away)
    return WayBack(
        kind=away.kind,
        small=one_minute(facts),
        there_was=_months(facts, away) if away.kind is DayKind.LONG_AWAY else _lately(facts, away),
        usual=frozenset([*away.exercises[:1], *(plan.exercise for plan in facts.plans)]),
        plans=plans,
        planned=" ".join(_planned(plan, facts) for plan in plans),
        least=tuple(_least(plan, facts) for plan in plans),
    )


def _asked(facts: Today, away: Absence) -> tuple[Plan, ...]:
    """The plans from before the days away, unless that was answered since or they are paused."""
    if facts.pause or away.plan_fits:
        return ()
    return tuple(plan for plan in facts.plans if plan.from_day.toordinal() <= away.last)


def _lately(facts: Today, away: Absence) -> str:
    names = _titles(facts, away.exercises[:1])
    parts = [_("You had been doing {exercise}.").format(exercise=names[0])] if names else []
    if len(away.calm) >= ENOUGH_MOMENTS:
        text = _("In the last {n} moments whose end you noted you were calm again after about {time}.")
        parts.append(text.format(n=len(away.calm), time=_about(away.calm)))
    return " ".join(parts)


def _months(facts: Today, away: Absence) -> str:
    names = _titles(facts, away.exercises[:2])
    before, latest = away.months
    said = [months()[date.fromordinal(month.first).month - 1] for month in (before, latest)]
    parts = []
    if names:
        text = _("In {before} and {latest} you practised mostly {exercises}.")
        listed = _("{one} and {other}").format(one=names[0], other=names[1]) if names[1:] else names[0]
        parts.append(text.format(before=said[0], latest=said[1], exercises=listed))
    if all(len(month.calm) >= ENOUGH_MOMENTS for month in away.months):
        text = _("Your moments took about {first} to calm in {before}, about {second} in {latest}.")
        parts.append(
            text.format(first=_about(before.calm), before=said[0], second=_about(latest.calm), latest=said[1])
        )
    return " ".join(parts)


def _offer(exercise: str, facts: Today) -> Offer | None:
    return known_offer(exercise, dict(facts.own), facts.patterns)


def _titles(facts: Today, exercises: Sequence[str]) -> list[str]:
    """The titles of those of `exercises` that are still there."""
    return [offer.title for offer in (_offer(name, facts) for name in exercises) if offer is not None]


def _about(minutes: Sequence[int]) -> str:
    """The middle of `minutes` in words, from 20 on to the nearest five."""
    middle = median(minutes)
    whole = 5 * int(middle / 5 + 0.5) if middle >= 20 else int(middle + 0.5)
    return ngettext("{n} minute", "{n} minutes", whole).format(n=whole)


def _least(plan: Plan, facts: Today) -> int:
    offer = _offer(plan.exercise, facts)
    return offer.minutes if offer else 1


def _planned(plan: Plan, facts: Today) -> str:
    """The plan in words: "Paced breathing after you close your laptop, 4 minutes on 3 days a week." """
    offer = _offer(plan.exercise, facts)
    what = offer.title if offer else _("Practice")
    if plan.cue:
        what = _("{exercise} after you {cue}").format(exercise=what, cue=second_person(plan.cue))
    minutes = plan.minutes or (offer.minutes if offer else None)
    days = days_words(plan)
    if minutes is None:
        return _("{practice}, on {days}.").format(practice=what, days=days)
    time = ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
    return _("{practice}, {time} on {days}.").format(practice=what, time=time, days=days)
