"""Taking out what is the person's own, with the way back that every write has."""

from __future__ import annotations

from rewire_app.i18n import _
from rewire_app.ui.base.context import Context


def remove_exercise(context: Context, name: str) -> bool:
    """Take out an own exercise; its practices stay. False when it could not be."""
    store = context.store.custom_exercises
    found = store.by_id(name)
    if found is None:
        return False
    title = context.library.title(name)
    return context.hub.do(_("removed, {title}").format(title=title), store.remove, found.uid)


def remove_pattern(context: Context, uid: str) -> bool:
    """Take out a breathing pattern; its practices stay. False when it could not be."""
    store = context.store.breath_patterns
    found = store.get(uid)
    if found is None:
        return False
    return context.hub.do(_("removed, {title}").format(title=found.name), store.remove, uid)


def remove_pass(context: Context, uid: str) -> bool:
    """Take out one practice, whose words the step of undo does not say. False when it could not be."""
    return context.hub.do(_("a practice removed"), context.store.practices.remove, uid)
