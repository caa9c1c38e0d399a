"""The person's own breathing patterns in the player: offered as paces, and kept when one is set there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.entries import folded
from rewire_app.errors import StoreError
from rewire_app.i18n import _

if TYPE_CHECKING:
    from rewire_app.domain.custom import BreathPattern
    from rewire_app.domain.exercise.exercise import Exercise
    from rewire_app.ui.base.context import Context


def with_custom_paces(context: Context, exercise: Exercise) -> Exercise:
    """Paced breathing with the person's patterns among its paces; every other exercise as it is."""
    from rewire_app.content.breath_patterns import PACED, with_patterns

    if exercise.id != PACED:
        return exercise
    return with_patterns(exercise, context.store.breath_patterns.all())


def keep_pattern(context: Context, pattern: BreathPattern) -> str:
    """Write down a pattern that was set during an exercise; returns why it could not be, or ""."""
    store = context.store.breath_patterns
    fresh = replace(pattern, uid=new_uid(context.clock.now()))
    try:
        twin = any(folded(one.name) == folded(fresh.name) for one in store.all())
    except StoreError as error:
        return str(error)
    if twin:
        return _("There is a pattern of this name already. Give this one another name.")
    if context.hub.do(_("Pattern kept: {name}").format(name=fresh.name), store.add, fresh):
        return ""
    return _("This is not saved yet. What you wrote is still here.")
