"""What an exercise leaves in the lists, with what follows from it: a day for a worry, a goal, a rating."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rewire_app.domain.days import logical_day
from rewire_app.domain.lists.entries import ListEntry, Pattern, Value, Worry, WorrySort, key_of
from rewire_app.domain.lists.goals import PersonalGoal, ValueRating
from rewire_app.domain.lists.standing import postponed, ratings_of, usual_minute, with_goal
from rewire_app.errors import RewireError
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.routes import Route

GOAL_EXERCISE = "a-smart"
"""The exercise whose plan is the beginning of a goal."""

Left = ListEntry | ValueRating | PersonalGoal


def completed(context: Context, exercise: str, entries: Sequence[ListEntry]) -> tuple[Left, ...]:
    """`entries` as they are kept: parked worries with their time, values with how they were lived today."""
    try:
        return tuple(_completed(context, exercise, entries))
    except RewireError as error:
        context.hub.failed.emit(str(error))
        return tuple(entries)


def page_of_made(context: Context, entries: Sequence[ListEntry]) -> Route | None:
    """The page of the pattern among `entries` that were kept; None without one."""
    with context.hub.telling():
        keys = [key_of(one) for one in entries if isinstance(one, Pattern)]
        made = (one for one in reversed(context.store.patterns.all()) if key_of(one) in keys)
        return next((routes.pattern_page(one.uid) for one in made), None) if keys else None
    return None


def _completed(context: Context, exercise: str, kept: Sequence[ListEntry]) -> Iterator[Left]:
    now, store = context.clock.now(), context.store
    entries: Sequence[ListEntry | PersonalGoal] = kept
    if exercise == GOAL_EXERCISE:
        entries = tuple(with_goal(kept, store.values.all(), store.goals.all(), now))
    day = logical_day(now, context.settings.day_start)
    parked = any(isinstance(one, Worry) and one.sort is WorrySort.OPEN for one in entries)
    usual = usual_minute(store.worries.all()) if parked else None
    for entry in entries:
        if isinstance(entry, Worry) and entry.sort is WorrySort.OPEN:
            minute = usual if entry.minute is None else entry.minute
            yield postponed(replace(entry, minute=minute), now.wall, day)
        else:
            yield entry
    values = [one for one in entries if isinstance(one, Value) and one.lived is not None]
    yield from ratings_of(values, store.values.all() if values else (), day, now)
