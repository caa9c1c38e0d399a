"""Which exercise to offer today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rewire_app.content.offers import Offer, custom_offer, offered_ids, read_offer

if TYPE_CHECKING:
    from rewire_app.store.queries import Today

FIRST = "b-paced"
"""Offered when nothing has been chosen yet: short, gentle, and most people can do it anywhere."""


def suggest(facts: Today) -> Offer:
    """The exercise left unfinished, that of the plan, the last one practised, or paced breathing."""
    known = offered_ids()
    planned = facts.plan.exercise if facts.plan else ""
    for wish in (facts.unfinished, planned, *facts.last_exercises):
        if wish in known:
            return read_offer(wish)
        own = custom_offer(wish, dict(facts.own), facts.patterns) if wish else None
        if own is not None:
            return own
    return read_offer(FIRST)
