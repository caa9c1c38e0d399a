"""Which exercise to offer today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rewire_app.content.offers import Offer, custom_offer, offered_ids, read_offer

if TYPE_CHECKING:
    from rewire_app.store.queries import Today

FIRST = "b-paced"
"""Offered when nothing has been chosen yet: short, gentle, and most people can do it anywhere."""


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


def suggest(facts: Today) -> Suggestion:
    """The exercise left unfinished, that of the plan, the last one practised, or paced breathing."""
    offer = _offer(facts)
    planned = facts.plan.minutes if facts.plan and facts.plan.exercise == offer.id else None
    return Suggestion(offer=offer, minutes=planned or offer.minutes)


def one_minute(facts: Today) -> Suggestion:
    """Something of one minute, to begin again with."""
    offer = _offer(facts)
    return Suggestion(offer=offer if offer.minutes == 1 else read_offer(FIRST), minutes=1)


def _offer(facts: Today) -> Offer:
    known = offered_ids()
    planned = facts.plan.exercise if facts.plan else ""
    for wish in (facts.unfinished, planned, *facts.last_exercises):
        if wish in known:
            return read_offer(wish)
        own = custom_offer(wish, dict(facts.own), facts.patterns) if wish else None
        if own is not None:
            return own
    return read_offer(FIRST)
