"""What every rule of Today's practice shares: the offer with its reason, and what may be offered at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rewire_app.content.offers import Offer, custom_offer, offered_ids, read_offer
from rewire_app.domain.journal.entries import Plan
from rewire_app.domain.journal.unwanted import DISTRESS

if TYPE_CHECKING:
    from rewire_app.store.queries import Today

LONGEST = 10
"""The longest exercise that is offered unasked, minutes."""
RUNNING = 3
"""After so many passes in a row that ended worse an exercise is left for now."""


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


def offer_of(facts: Today, exercise: str) -> Offer | None:
    """The head of `exercise`, bundled or the person's own; None when it is gone or not to be offered."""
    if exercise in facts.withheld:
        return None
    if exercise in offered_ids():
        return read_offer(exercise)
    return custom_offer(exercise, dict(facts.own), facts.patterns) if exercise else None


def plans_of(facts: Today) -> tuple[Plan, ...]:
    """The plans that hold."""
    return facts.plans or ((facts.plan,) if facts.plan else ())


def in_plans(facts: Today) -> frozenset[str]:
    """The exercises that a plan names."""
    return frozenset(plan.exercise for plan in plans_of(facts) if plan.exercise)


def last_done(facts: Today) -> str:
    """What was done last before the day, "" nothing."""
    return max(facts.passes, key=lambda one: one.last_day).exercise if facts.passes else ""


def is_hard(facts: Today) -> bool:
    """Whether a rating of the day was so high that nothing harder is offered on it."""
    distress = facts.lately.distress
    return distress is not None and distress >= DISTRESS


def left_for_now(facts: Today) -> frozenset[str]:
    """What is not offered unasked: what the person said, and what ended worse three times running."""
    found: dict[str, list[int]] = {}
    for _day, exercise, before, after in facts.lately.rated:
        found.setdefault(exercise, []).append(after - before)
    worse = {
        exercise
        for exercise, changes in found.items()
        if len(changes) >= RUNNING and min(changes[-RUNNING:]) >= 1
    }
    return facts.withheld | worse


def may_come(offer: Offer) -> bool:
    """Whether `offer` may be made to someone who did not ask for it."""
    return offer.gentle and offer.minutes <= LONGEST


def on(day: int) -> date:
    """The date of an ordinal day."""
    return date.fromordinal(day)
