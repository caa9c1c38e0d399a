"""Which exercise to offer today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rewire_app.domain.exercise import Exercise

if TYPE_CHECKING:
    from rewire_app.content.library import Library
    from rewire_app.store.reads import Today

FIRST = "b-paced"
"""Offered when nothing has been chosen yet: short, gentle, and most people can do it anywhere."""


def suggest(library: Library, facts: Today) -> Exercise:
    """The exercise left unfinished, that of the plan, the last one practised, or paced breathing."""
    known = library.exercise_ids()
    planned = facts.plan.exercise if facts.plan else ""
    for wish in (facts.unfinished, planned, *facts.last_exercises):
        if wish in known:
            return library.exercise(wish)
    return library.exercise(FIRST)
